//! The error of a value that cannot be recorded.

use serde::ser;
use std::{
    borrow::Cow,
    error::Error,
    fmt::{self, Write as _},
};

/// The error of a value that cannot be recorded, with the place in the value.
pub(crate) struct Refusal(Box<Inner>);

struct Inner {
    /// The steps from the value to the place, the last one first.
    path: Vec<Segment>,
    message: Cow<'static, str>,
    lossy: bool,
}

enum Segment {
    Field(Cow<'static, str>),
    Index(usize),
}

impl Refusal {
    /// The error of a value that JSON cannot represent, or that would read back as another value.
    #[cold]
    pub(super) fn lossy(message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { path: Vec::new(), message: message.into(), lossy: true }))
    }

    /// The error of a value that does not serialize to JSON at all.
    #[cold]
    pub(super) fn unwritable(message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { path: Vec::new(), message: message.into(), lossy: false }))
    }

    /// Adds the field, variant or key that the place is in.
    #[cold]
    pub(crate) fn in_field(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.0.path.push(Segment::Field(name.into()));
        self
    }

    /// Adds the position in the list that the place is in.
    #[cold]
    pub(super) fn at_index(mut self, index: usize) -> Self {
        self.0.path.push(Segment::Index(index));
        self
    }

    /// Returns true if the value would be written, but not read back the same, and false if it does not serialize.
    #[allow(dead_code, reason = "only recorded runs distinguish them")]
    pub(crate) fn is_lossy(&self) -> bool {
        self.0.lossy
    }

    fn path(&self) -> String {
        let mut text = String::new();
        for segment in self.0.path.iter().rev() {
            match segment {
                Segment::Index(index) => _ = write!(text, "[{index}]"),
                Segment::Field(name) if is_word(name) => {
                    text.push_str(if text.is_empty() { "" } else { "." });
                    text.push_str(name);
                }
                Segment::Field(name) => _ = write!(text, "[{name:?}]"),
            }
        }
        text
    }
}

fn is_word(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || char == '_' || char == '-')
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, message) = (self.path(), &self.0.message);
        match (path.is_empty(), self.0.lossy) {
            (true, _) => f.write_str(message),
            (false, true) => write!(f, "`{path}` cannot be recorded: {message}"),
            (false, false) => write!(f, "`{path}` does not serialize: {message}"),
        }
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Error for Refusal {}

impl ser::Error for Refusal {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::unwritable(message.to_string())
    }
}
