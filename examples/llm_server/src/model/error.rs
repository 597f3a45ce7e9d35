//! Why a model gave no answer.

use eventsource_stream::EventStreamError;
use reqwest::StatusCode;
use std::time::Duration;

/// How long a server may want us to wait, and be asked again after it.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

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
        /// After what time it wants to be asked again, if it says so.
        retry_after: Option<Duration>,
    },
    /// The answer ended before its end.
    #[error("the model's answer was cut off")]
    Cut(#[source] Option<reqwest::Error>),
    /// The server does not speak the protocol.
    #[error("the model's answer cannot be read")]
    Unreadable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl ModelError {
    /// Whether the same question may be answered in a while. A server that wants to be left alone for longer than 20 seconds is not
    /// asked again.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::Cut(_) => true,
            Self::Refused { status, retry_after, .. } => {
                let busy = status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS;
                busy && retry_after.is_none_or(|wait| wait <= LONGEST_WAIT)
            }
            Self::Unreadable(_) => false,
        }
    }

    /// How long to wait before the server is asked again.
    pub(super) fn wait(&self) -> Option<Duration> {
        match self {
            Self::Refused { retry_after, .. } if self.is_transient() => *retry_after,
            _ => None,
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
