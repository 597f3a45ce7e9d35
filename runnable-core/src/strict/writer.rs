//! The text under construction.

use super::{MAX_DEPTH, error::Refusal};
use serde::{Serialize, Serializer};
use std::{fmt, io};

/// The text under construction. A reference to it is the serializer.
pub(super) struct Writer<'o> {
    pub(super) text: &'o mut Vec<u8>,
    depth: u8,
    /// True if the text contains a form that not every type reads back.
    pub(super) doubtful: bool,
}

impl<'o> Writer<'o> {
    pub(super) fn new(text: &'o mut Vec<u8>) -> Self {
        Self { text, depth: 0, doubtful: false }
    }

    #[inline]
    pub(super) fn push(&mut self, byte: u8) {
        self.text.push(byte);
    }

    #[inline]
    pub(super) fn null(&mut self) {
        self.text.extend_from_slice(b"null");
    }

    /// Writes a string with its escapes.
    #[inline]
    pub(super) fn string(&mut self, value: &str) -> Result<(), Refusal> {
        written(value.serialize(&mut serde_json::Serializer::new(&mut *self.text)))
    }

    /// Writes the text of a value that displays itself.
    pub(super) fn display(&mut self, value: &(impl fmt::Display + ?Sized)) -> Result<(), Refusal> {
        written(serde_json::Serializer::new(&mut *self.text).collect_str(value))
    }

    /// Opens a list or an object.
    #[inline]
    pub(super) fn open(&mut self, bracket: u8) -> Result<(), Refusal> {
        if self.depth == MAX_DEPTH {
            return Err(too_deep());
        }
        self.depth += 1;
        self.push(bracket);
        Ok(())
    }

    /// Closes the innermost list or object.
    #[inline]
    pub(super) fn close(&mut self, bracket: u8) {
        self.depth -= 1;
        self.push(bracket);
    }

    /// Opens the object around the content of an enum's variant.
    #[inline]
    pub(super) fn open_variant(&mut self, variant: &'static str) -> Result<(), Refusal> {
        self.open(b'{')?;
        self.string(variant)?;
        self.push(b':');
        Ok(())
    }

    /// Writes JSON that the value contains as text.
    pub(super) fn verbatim(&mut self, json: &str) -> Result<(), Refusal> {
        let levels = levels(json);
        if usize::from(self.depth) + levels > usize::from(MAX_DEPTH) {
            return Err(too_deep());
        }
        self.text.extend_from_slice(json.as_bytes());
        Ok(())
    }
}

/// Returns the result of a write to memory, which cannot fail by itself.
#[inline]
pub(super) fn written<E: fmt::Display>(result: Result<(), E>) -> Result<(), Refusal> {
    result.map_err(|error| Refusal::unwritable(error.to_string()))
}

#[cold]
fn too_deep() -> Refusal {
    Refusal::lossy(format!(
        "it is nested more than {MAX_DEPTH} levels deep, and JSON readers stop at 128\n\
         help: use a list whose items refer to each other by index"
    ))
}

/// Returns the number of levels of a JSON text.
fn levels(json: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth -= 1,
            _ => {}
        }
    }
    deepest
}

impl From<io::Error> for Refusal {
    #[cold]
    fn from(error: io::Error) -> Self {
        Self::unwritable(error.to_string())
    }
}
