//! The shapes of types: the names, fields and variants that a type's `Deserialize` asks for.
//!
//! A recorded value is read back as whatever the type is now. If two fields swapped their names, or a number behind an alias got
//! another type, reading succeeds and the meaning changes. So the definition of a pipeline has the shape of each value that is
//! read from a record. A deserializer without data finds it: it notes each request, answers with some value of the kind, and
//! repeats that until all fields and variants have been seen.
//!
//! Some parts of a type stay hidden from serde: skipped fields, custom implementations, and everything that first reads a value of
//! any kind (`flatten`, `untagged`, an internal `tag`).

mod probe;
mod state;

use probe::Probe;
use serde::de::DeserializeOwned;
use state::State;
use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
};

/// The highest number of passes through a type.
const PASSES: usize = 256;
/// Passes without a new field or variant, after which the others count as unreachable.
const IDLE_PASSES: usize = 16;

/// The shapes of types, by the position at which a value is read.
#[derive(Debug, Default)]
pub(crate) struct Shapes {
    kinds: BTreeMap<String, BTreeSet<String>>,
    /// True if a part of a type stayed hidden.
    incomplete: bool,
}

impl Shapes {
    /// Adds the shape of a type. A type that refuses the values of the probe is described as far as possible.
    pub(crate) fn trace<T: DeserializeOwned>(&mut self, position: &str) {
        let (mut state, mut idle, mut whole) = (State::default(), 0, false);
        for _ in 0..PASSES {
            let seen = state.seen();
            state.begin_pass();
            let mut probe = Probe::new(&mut self.kinds, &mut state, position);
            // The implementation is the user's: if it panics, the shape ends there.
            let read = catch_unwind(AssertUnwindSafe(|| T::deserialize(&mut probe).is_ok()));
            idle = if state.seen() > seen { 0 } else { idle + 1 };
            whole = matches!(read, Ok(true)) && state.is_complete();
            if read.is_err() || state.is_complete() || idle == IDLE_PASSES {
                break;
            }
        }
        self.incomplete |= !whole;
    }

    /// Returns true if the shapes are whole, and no part reads whatever value comes: then JSON that is written by the same type
    /// is read back as the same value.
    pub(crate) fn is_plain(&self) -> bool {
        !self.incomplete && self.kinds.values().all(|kinds| !kinds.contains(probe::ANYTHING))
    }

    /// Returns one line for each position.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
        self.kinds.iter().map(|(position, kinds)| {
            let kinds: Vec<_> = kinds.iter().map(String::as_str).collect();
            format!("{position}: {}", kinds.join(" | "))
        })
    }
}
