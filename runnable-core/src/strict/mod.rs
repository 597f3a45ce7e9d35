//! A JSON serializer that refuses each value that does not read back the same.
//!
//! `serde_json` writes `NaN` as `null`, `Some(None)` like `None`, and values that are nested deeper than it reads. A run that
//! recorded such a value could not be resumed, or would continue with another value.

mod error;
mod keys;
mod object;
mod sequence;
mod serializer;
mod writer;

pub(crate) use error::Refusal;

use serde::Serialize;
use writer::Writer;

/// The levels of lists and objects in a value. `serde_json` reads 127; the rest is for the objects around a recorded value,
/// such as an event's envelope.
const MAX_DEPTH: u8 = 120;

/// A value that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    /// Every reader of the type reads it back.
    Plainly,
    /// It contains a form that not every type reads back. For example, an enum with `#[serde(tag)]` reads neither 128-bit
    /// integers nor numbers as keys.
    Doubtfully,
}

/// Appends `value` as JSON.
///
/// # Errors
/// Returns an error that names the place in the value that does not serialize or would not read back the same. A part of the
/// value may have been appended.
pub(crate) fn write<T: Serialize + ?Sized>(to: &mut Vec<u8>, value: &T) -> Result<Written, Refusal> {
    let mut writer = Writer::new(to);
    value.serialize(&mut writer)?;
    Ok(if writer.doubtful { Written::Doubtfully } else { Written::Plainly })
}

#[cfg(all(test, feature = "runner"))]
mod tests;
