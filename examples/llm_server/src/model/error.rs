//! Why a model gave no answer.

use eventsource_stream::EventStreamError;
use reqwest::StatusCode;

/// Why a model gave no answer. `Display` tells nothing of the server that a client should not know.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// No answer began.
    #[error("the model's server cannot be reached")]
    Unreachable(#[source] reqwest::Error),
    /// The server refused or failed, at once or in the middle.
    #[error("the model's server answered {status}")]
    Refused {
        /// What it answered.
        status: StatusCode,
        /// Why, in its own words.
        reason: String,
    },
    /// The answer ended before its end.
    #[error("the model's answer was cut off")]
    Cut(#[source] Option<reqwest::Error>),
    /// The server does not speak the protocol.
    #[error("the model's answer cannot be read")]
    Unreadable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl ModelError {
    /// Whether the same question may be answered in a while.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Cut(_) => true,
            Self::Refused { status, .. } => status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable(_) => false,
        }
    }
}

impl From<EventStreamError<reqwest::Error>> for ModelError {
    fn from(error: EventStreamError<reqwest::Error>) -> Self {
        match error {
            EventStreamError::Transport(error) => Self::Cut(Some(error)),
            EventStreamError::Utf8(error) => Self::Unreadable(error.into()),
            EventStreamError::Parser(error) => Self::Unreadable(error.to_string().into()),
        }
    }
}
