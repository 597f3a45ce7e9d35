//! Inputs that are too large for the record of a step: their hashes are recorded.

use super::canonical::{Order, canonical};
use runnable_core::hooks::RecordedInputs;
use runnable_store::HashedInput;
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The size in bytes above which the hash of an input is recorded.
const LARGE: usize = 64 * 1024;

/// Replaces inputs that are too large by their hashes.
pub(crate) fn split(inputs: RecordedInputs) -> (String, Vec<HashedInput>, Vec<&'static str>) {
    let RecordedInputs { json, unchecked } = inputs;
    if json.len() <= LARGE {
        return (json, Vec::new(), unchecked);
    }
    // An object of ours, whose names are unique.
    let Ok(mut all) = serde_json::from_str::<BTreeMap<&str, &RawValue>>(&json) else {
        return (json, Vec::new(), unchecked);
    };
    let mut hashed = Vec::new();
    all.retain(|name, value| {
        let large = value.get().len() > LARGE;
        if large {
            hashed.push(hash(name, value.get()));
        }
        !large
    });
    let json = if hashed.is_empty() { json } else { serde_json::to_string(&all).unwrap_or(json) };
    (json, hashed, unchecked)
}

/// Returns the record of a large input.
pub(super) fn hash(name: &str, json: &str) -> HashedInput {
    let digest = |order| blake3::hash(canonical(json, order).as_bytes()).to_hex().to_string();
    let mut hashed = HashedInput::new(name, digest(Order::Kept), u64::try_from(json.len()).unwrap_or(u64::MAX));
    // Only lists have an order.
    hashed.unordered = json.contains('[').then(|| digest(Order::Sorted)).filter(|unordered| *unordered != hashed.hash);
    hashed
}
