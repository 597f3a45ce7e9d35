//! Checks that what is recorded reads back the same.

use super::codec::{JsonObject, Recall, Recalled};
use crate::id::BoxError;
use serde_json::value::RawValue;
use std::{borrow::Cow, collections::BTreeMap};

/// Returns an output as a JSON object. If that contains a form which not every type reads back, it is read back and compared.
///
/// # Errors
/// Returns an error if a field does not serialize, or does not read back the same.
pub(super) fn checked_text<T: Recall>(output: &T) -> Result<String, BoxError> {
    let mut object = JsonObject::default();
    output.tell(&mut object)?;
    let doubtful = object.doubtful;
    let text = object.text();
    if doubtful {
        compare::<T>(&text)?;
    }
    Ok(text)
}

/// Reads an output back, and compares what it then writes.
#[cold]
fn compare<T: Recall>(text: &str) -> Result<(), BoxError> {
    let back = T::recall(&Recalled(serde_json::from_str(text)?))?;
    let mut again = JsonObject::default();
    back.tell(&mut again)?;
    match difference(text, &again.text()) {
        None => Ok(()),
        Some(path) => Err(format!("`{path}` cannot be recorded: it reads back as another value").into()),
    }
}

/// Returns the path of the first difference between two JSON texts. The order of an object's keys does not count, nor does
/// that of a list's items: a `HashSet` has them in another order each time.
fn difference(one: &str, other: &str) -> Option<String> {
    if one == other {
        return None;
    }
    let path = match (parts(one), parts(other)) {
        (Parts::Object(one), Parts::Object(other)) => {
            let names = one.keys().chain(other.keys().filter(|name| !one.contains_key(*name)));
            names.into_iter().find_map(|name| {
                let [one, other] = [&one, &other].map(|object| object.get(name).map_or("", |value| value.get()));
                difference(one, other).map(|inner| join(name, &inner))
            })?
        }
        (Parts::List(items), Parts::List(others)) if items.len() == others.len() => {
            if sorted(one) == sorted(other) {
                return None;
            }
            let pairs = items.iter().zip(&others).enumerate();
            pairs.into_iter().find_map(|(at, (one, other))| {
                difference(one.get(), other.get()).map(|inner| join(&format!("[{at}]"), &inner))
            })?
        }
        _ => String::new(),
    };
    Some(path)
}

fn join(outer: &str, inner: &str) -> String {
    let separator = if inner.is_empty() || inner.starts_with('[') { "" } else { "." };
    format!("{outer}{separator}{inner}")
}

/// A JSON text by its outermost level.
enum Parts<'j> {
    Object(BTreeMap<Cow<'j, str>, &'j RawValue>),
    List(Vec<&'j RawValue>),
    Leaf(&'j str),
}

fn parts(json: &str) -> Parts<'_> {
    let parsed = match json.as_bytes().first() {
        Some(b'{') => serde_json::from_str(json).map(Parts::Object),
        Some(b'[') => serde_json::from_str(json).map(Parts::List),
        _ => Ok(Parts::Leaf(json)),
    };
    parsed.unwrap_or(Parts::Leaf(json))
}

/// Returns a JSON text whose objects and lists are sorted.
fn sorted(json: &str) -> String {
    match parts(json) {
        Parts::Object(object) => {
            let members = object.iter().map(|(name, value)| format!("{name:?}:{}", sorted(value.get())));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Parts::List(items) => {
            let mut items: Vec<_> = items.iter().map(|item| sorted(item.get())).collect();
            items.sort_unstable();
            format!("[{}]", items.join(","))
        }
        Parts::Leaf(text) => text.to_owned(),
    }
}
