//! Errors as their readers see them: problem+json (RFC 9457).

use crate::websocket::Refusal;
use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    response::{IntoResponse, Response},
};
use runnable::{
    Error,
    runner::{InvalidParameterKind, InvalidParameters},
    store::{StoreError, StoreErrorKind},
};
use serde::Serialize;
use serde_json::json;
use std::{error::Error as _, fmt};

/// What went wrong with a request: never with a path, an address or a secret of the server in it.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    kind: &'static str,
    title: &'static str,
    detail: String,
    errors: Vec<Invalid>,
    /// In seconds.
    retry_after: Option<u32>,
}

/// One thing that is wrong with an input.
#[derive(Debug, Serialize)]
struct Invalid {
    /// Where it is, as a JSON pointer.
    pointer: String,
    code: &'static str,
    detail: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, kind: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { status, kind, title, detail: detail.into(), errors: Vec::new(), retry_after: None }
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    pub(crate) fn title(&self) -> &'static str {
        self.title
    }

    /// Whether the same may succeed later, or has been done by somebody else.
    pub(crate) fn is_passing(&self) -> bool {
        self.status == StatusCode::SERVICE_UNAVAILABLE || self.kind == "running"
    }

    /// Says when the same may succeed.
    pub(crate) fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// A request that is no good, in words.
    pub(crate) fn invalid(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-request", "The request is invalid", detail)
    }

    pub(crate) fn no_run() -> Self {
        Self::new(StatusCode::NOT_FOUND, "unknown-run", "There is no such run", "no run of this id can be seen here")
    }

    pub(crate) fn no_pipeline() -> Self {
        let detail = "no pipeline of this name is served here";
        Self::new(StatusCode::NOT_FOUND, "unknown-pipeline", "There is no such pipeline", detail)
    }

    pub(crate) fn conflict(kind: &'static str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, kind, "The run does not allow it", detail)
    }

    /// A request that has no token, or an unknown one.
    pub(crate) fn unauthorized() -> Self {
        let detail = "expected the header `Authorization: Bearer ..` with a known token";
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "A token is needed", detail)
    }

    pub(crate) fn stopping() -> Self {
        let detail = "the server stops: no run is started any more";
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "stopping", "The server stops", detail).retry_after(5)
    }

    /// A defect or a failure of the server's own: what it is stands in its trace.
    pub(crate) fn internal(error: &dyn fmt::Display) -> Self {
        tracing::error!(error = format_args!("{error:#}"), "a request failed");
        let detail = "the server's log tells more";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", "The server failed", detail)
    }

    /// Why a run did not begin.
    pub(crate) fn not_started(error: &Error) -> Self {
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
            StoreErrorKind::Exists => Self::conflict("exists", "there is a run of this id already"),
            StoreErrorKind::Live => Self::conflict("running", "the run is running"),
            StoreErrorKind::Changed => Self::conflict("changed", "the pipeline has changed since the run was recorded"),
            StoreErrorKind::Invalid => Self::conflict("ended", "the run has succeeded, or cannot go on"),
            StoreErrorKind::Busy => {
                tracing::warn!(%error, "the run log is busy");
                let detail = "the run log is busy";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "The server is busy", detail).retry_after(1)
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
        let errors = invalid.problems().iter().map(|problem| Invalid {
            pointer: format!("#/{}", problem.name().replace('~', "~0").replace('/', "~1")),
            code: match problem.kind() {
                InvalidParameterKind::Missing => "missing",
                InvalidParameterKind::Unknown => "unknown",
                _ => "mistyped",
            },
            detail: problem.message().to_owned(),
        });
        let detail = format!("{} of the fields of `{}` are invalid", invalid.problems().len(), invalid.node());
        let problem =
            Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid-parameters", "The parameters are invalid", detail);
        Self { errors: errors.collect(), ..problem }
    }
}

/// What a client of a WebSocket is answered.
impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        let refusal = Self::new(problem.kind, problem.detail);
        if problem.errors.is_empty() { refusal } else { refusal.errors(json!(problem.errors)) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Body<'a> {
            r#type: String,
            title: &'a str,
            status: u16,
            detail: &'a str,
            #[serde(skip_serializing_if = "<[Invalid]>::is_empty")]
            errors: &'a [Invalid],
        }
        let body = Body {
            r#type: format!("urn:runnable:problem:{}", self.kind),
            title: self.title,
            status: self.status.as_u16(),
            detail: &self.detail,
            errors: &self.errors,
        };
        let body = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = (self.status, [(CONTENT_TYPE, "application/problem+json")], body).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
