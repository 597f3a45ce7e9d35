//! Causes of errors without secrets.

use std::{error::Error as StdError, fmt};

/// A cause of which only the redacted message is left.
pub(super) struct Redacted {
    message: String,
    source: Option<Box<Redacted>>,
}

impl Redacted {
    pub(super) fn of(cause: &(dyn StdError + 'static), redact: &dyn Fn(&str) -> Option<String>) -> Self {
        let message = cause.to_string();
        let source = cause.source().map(|cause| Box::new(Self::of(cause, redact)));
        Self { message: redact(&message).unwrap_or(message), source }
    }
}

impl fmt::Display for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.message, f)
    }
}

impl StdError for Redacted {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
