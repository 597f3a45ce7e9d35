//! Errors as clients see them: problem+json (RFC 9457).

use axum::http::StatusCode;
use runnable_core::Error;
use runnable_runner::{InvalidParameterKind, InvalidParameters};
use runnable_store::{Json, StoreError, StoreErrorKind};
use std::{error::Error as _, fmt};

/// The error of a request. It contains no paths or addresses of the server. It may repeat what the client sent, and so a
/// secret, until it is [sent](super::answer).
#[derive(Debug, Clone)]
pub(in crate::service) struct Problem {
    pub(super) status: StatusCode,
    /// The last part of the URN in `type`.
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) detail: String,
    // Boxed, as a problem is the error of most functions here.
    pub(super) quoted: Option<Box<Quoted>>,
    pub(super) errors: Vec<FieldError>,
    /// In seconds.
    pub(super) retry_after: Option<u32>,
    /// The recorded error of the run, with its causes.
    pub(super) error: Option<Json>,
}

/// A text of the client that follows the detail in quotes, and the rest of the sentence.
#[derive(Debug, Clone)]
pub(super) struct Quoted {
    pub(super) text: String,
    pub(super) rest: String,
}

/// An invalid field of an input.
#[derive(Debug, Clone)]
pub(in crate::service) struct FieldError {
    /// The names and numbers that lead to the field.
    pub(in crate::service) path: Vec<String>,
    pub(in crate::service) code: &'static str,
    pub(in crate::service) detail: String,
}

impl Problem {
    pub(in crate::service) fn new(
        status: StatusCode,
        code: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            status,
            code,
            title,
            detail: detail.into(),
            quoted: None,
            errors: Vec::new(),
            retry_after: None,
            error: None,
        }
    }

    pub(in crate::service) fn status(&self) -> StatusCode {
        self.status
    }

    pub(in crate::service) fn title(&self) -> &'static str {
        self.title
    }

    /// Returns `true` if the same request may succeed later, or another process has done it.
    pub(in crate::service) fn is_temporary(&self) -> bool {
        self.status == StatusCode::SERVICE_UNAVAILABLE || self.code == "running"
    }

    /// Sets the time after which the same request may succeed.
    pub(in crate::service) fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// Continues the detail with a text of the client in quotes, and the rest of the sentence.
    pub(in crate::service) fn quoting(self, text: impl Into<String>, rest: impl Into<String>) -> Self {
        Self { quoted: Some(Box::new(Quoted { text: text.into(), rest: rest.into() })), ..self }
    }

    /// Adds an invalid field.
    pub(in crate::service) fn with_field(mut self, error: FieldError) -> Self {
        self.errors.push(error);
        self
    }

    /// Returns the invalid fields.
    #[cfg(test)]
    pub(in crate::service) fn into_fields(self) -> Vec<FieldError> {
        self.errors
    }

    /// Adds the recorded error of a run.
    pub(in crate::service) fn with_error(self, error: Option<Json>) -> Self {
        Self { error, ..self }
    }

    pub(in crate::service) fn invalid(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-request", "Invalid request", detail)
    }

    pub(in crate::service) fn no_run() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-run", "Unknown run", "no run with this id is visible to you")
    }

    pub(in crate::service) fn expired() -> Self {
        Self::new(StatusCode::GONE, "expired", "Events expired", "the next events are no longer in the run log")
    }

    pub(in crate::service) fn no_event_yet(after: u64) -> Self {
        Self::invalid(format!("the run has no event with the number {after} yet"))
    }

    /// Returns the error of a request whose idempotency key stands for a run with another input.
    pub(in crate::service) fn other_input() -> Self {
        Self::invalid("the idempotency key was used with another input before")
    }

    pub(in crate::service) fn ended() -> Self {
        Self::conflict("ended", "the run has ended")
    }

    pub(in crate::service) fn no_pipeline() -> Self {
        let detail = "this server has no pipeline with this name";
        Self::new(StatusCode::NOT_FOUND, "unknown-pipeline", "Unknown pipeline", detail)
    }

    pub(in crate::service) fn no_agent() -> Self {
        let detail = "this server has no pipeline with this name that answers conversations";
        Self::new(StatusCode::NOT_FOUND, "unknown-pipeline", "Unknown pipeline", detail)
    }

    pub(in crate::service) fn conflict(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, "Not possible in the run's state", detail)
    }

    /// Returns the error of a request whose token is missing or unknown.
    pub(in crate::service) fn unauthorized() -> Self {
        let detail = "expected the header `Authorization: Bearer ..` with a known token";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "Token required", detail)
    }

    pub(in crate::service) fn stopping() -> Self {
        let detail = "the server is shutting down and starts no more runs";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "stopping", "Shutting down", detail).retry_after(5)
    }

    /// Returns the error of a failure of the server, which is logged.
    pub(in crate::service) fn internal(error: &dyn fmt::Display) -> Self {
        tracing::error!(error = format_args!("{error:#}"), "failed to handle a request");
        let detail = "the server's log has the cause";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "Internal error", detail)
    }

    /// Returns the error of a run that did not start.
    pub(in crate::service) fn not_started(error: &Error) -> Self {
        match error.source().and_then(|source| source.downcast_ref::<StoreError>()) {
            Some(source) => Self::from(source),
            None => Self::internal(error),
        }
    }
}

impl From<&StoreError> for Problem {
    fn from(error: &StoreError) -> Self {
        match error.kind() {
            StoreErrorKind::NotFound => Self::no_run(),
            StoreErrorKind::Exists => Self::conflict("exists", "a run with this id exists already"),
            StoreErrorKind::Live => Self::conflict("running", "the run is running"),
            StoreErrorKind::Changed => Self::conflict(
                "changed",
                "the pipeline, or a secret in the record, has changed since the run was recorded",
            ),
            StoreErrorKind::Invalid => Self::conflict("ended", "the run has succeeded or cannot be resumed"),
            StoreErrorKind::Busy => {
                tracing::warn!(%error, "the run log is busy");
                let detail = "the run log is busy";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "Busy", detail).retry_after(1)
            }
            StoreErrorKind::Unreachable => {
                tracing::warn!(%error, "the run log cannot be reached");
                let detail = "the run log cannot be reached";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "unreachable", "Unreachable", detail).retry_after(1)
            }
            _ => Self::internal(error),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

impl From<InvalidParameters> for Problem {
    fn from(invalid: InvalidParameters) -> Self {
        if invalid.problems().iter().any(|problem| problem.kind() == InvalidParameterKind::NoResource) {
            return Self::internal(&invalid);
        }
        let errors = invalid.problems().iter().map(|problem| FieldError {
            path: vec![problem.name().to_owned()],
            code: match problem.kind() {
                InvalidParameterKind::Missing => "missing",
                InvalidParameterKind::Unknown => "unknown",
                _ => "mistyped",
            },
            detail: problem.message().to_owned(),
        });
        let detail = format!("{} fields of the input of `{}` are invalid", invalid.problems().len(), invalid.node());
        let problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-parameters", "Invalid parameters", detail);
        Self { errors: errors.collect(), ..problem }
    }
}
