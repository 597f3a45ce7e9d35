//! Errors of a model.

use eventsource_stream::EventStreamError;
use reqwest::StatusCode;
use std::time::Duration;

/// The longest `Retry-After` that is worth waiting for.
const LONGEST_WAIT: Duration = Duration::from_secs(20);

/// The failure of a model to answer. `Display` omits what the server said, which clients must not
/// see.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The request could not be sent.
    #[error("the model's server at {address} cannot be reached")]
    Unreachable {
        /// The scheme, the host and the port of the server.
        address: String,
        /// The cause, without the URL.
        source: reqwest::Error,
    },
    /// The server answered with success, but not with a stream of events.
    #[error(
        "the model's server at {address} answered with `{content_type}` instead of a stream of events\n\
         help: set `OPENAI_BASE_URL` to the address of its API, which usually ends in `/v1`"
    )]
    NoEvents {
        /// The scheme, the host and the port of the server.
        address: String,
        /// The content type of the answer.
        content_type: String,
    },
    /// The server refused or failed, before or during its answer.
    #[error("the model's server answered {status}")]
    Refused {
        /// The HTTP status.
        status: StatusCode,
        /// The server's own explanation.
        reason: String,
        /// The delay that the server requests before the next attempt, if any.
        retry_after: Option<Duration>,
    },
    /// The answer was truncated.
    #[error("the model's answer was cut off")]
    Cut(#[source] Option<reqwest::Error>),
    /// The answer does not follow the protocol.
    #[error("the model's answer cannot be read")]
    Unreadable(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl ModelError {
    /// Returns true if the same request may succeed later. A server that requests a delay of more
    /// than 20 seconds is not asked again.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Cut(_) => true,
            Self::Refused { status, retry_after, .. } => {
                let busy = status.is_server_error() || *status == StatusCode::TOO_MANY_REQUESTS;
                busy && retry_after.is_none_or(|wait| wait <= LONGEST_WAIT)
            }
            Self::NoEvents { .. } | Self::Unreadable(_) => false,
        }
    }

    /// Returns the delay before the server may be asked again.
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
            EventStreamError::Transport(error) => Self::Cut(Some(error.without_url())),
            EventStreamError::Utf8(error) => Self::Unreadable(error.into()),
            EventStreamError::Parser(error) => Self::Unreadable(error.to_string().into()),
        }
    }
}
