//! Removal of secrets from what people read.

use crate::id::Error;
use std::fmt;

/// Removes the values of secrets from texts that people read.
pub trait Redact: Send + Sync + 'static {
    /// Returns the text without secrets, or `None` if it has none.
    fn text(&self, text: &str) -> Option<String>;

    /// Returns the JSON text without secrets, or `None` if it has none.
    fn json(&self, json: &str) -> Option<String>;

    /// Returns the error without secrets, in its own message and in those of its causes.
    fn error(&self, error: Error) -> Error;
}

impl fmt::Debug for dyn Redact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Redact")
    }
}
