//! Errors as clients see them: problem+json (RFC 9457).

use crate::responses::websocket::RequestError;
use axum::{
    http::{
        HeaderValue, StatusCode,
        header::{ACCEPT_ENCODING, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    response::{IntoResponse, Response},
};
use runnable_core::{Error, hooks::Redact};
use runnable_runner::{InvalidParameterKind, InvalidParameters};
use runnable_store::{Json, StoreError, StoreErrorKind};
use serde::{Serialize, Serializer};
use serde_json::json;
use std::{error::Error as _, fmt};

/// The size to which a text is cut that may repeat what the client sent, in bytes.
const REPEATED: usize = 1000;

/// The error of a request. It never contains paths, addresses or secrets of the server.
#[derive(Debug)]
pub(in crate::service) struct Problem {
    status: StatusCode,
    /// The last part of the URN in `type`.
    code: &'static str,
    title: &'static str,
    detail: String,
    errors: Vec<FieldError>,
    /// In seconds.
    retry_after: Option<u32>,
    /// The recorded error of the run, with its causes.
    error: Option<Json>,
}

/// An invalid field of an input.
#[derive(Debug, Serialize)]
struct FieldError {
    /// The name of the field, which clients see as a JSON pointer.
    #[serde(rename = "pointer", serialize_with = "pointer")]
    name: String,
    code: &'static str,
    detail: String,
}

impl Problem {
    pub(in crate::service) fn new(
        status: StatusCode,
        code: &'static str,
        title: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self { status, code, title, detail: detail.into(), errors: Vec::new(), retry_after: None, error: None }
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

    pub(in crate::service) fn no_pipeline() -> Self {
        let detail = "this server has no pipeline with this name";
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

    /// Returns the error without secrets, which it may repeat from the request.
    pub(in crate::service) fn redacted(mut self, redact: &dyn Redact) -> Self {
        for text in self.texts() {
            if let Some(redacted) = redact.text(text) {
                *text = redacted;
            }
        }
        self
    }

    /// Cuts long texts. Secrets were masked before: a part of a secret would not be found.
    fn shortened(mut self) -> Self {
        for text in self.texts().filter(|text| text.len() > REPEATED) {
            text.truncate(text.floor_char_boundary(REPEATED));
            text.push('…');
        }
        self
    }

    /// Returns the texts that may repeat the request.
    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        let errors = self.errors.iter_mut().flat_map(|error| [&mut error.name, &mut error.detail]);
        errors.chain([&mut self.detail])
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
            name: problem.name().to_owned(),
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

/// Serializes the name of a field as a JSON pointer. Names are masked before, because the escapes could hide a secret.
fn pointer<S: Serializer>(name: &str, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(&format_args!("#/{}", name.replace('~', "~0").replace('/', "~1")))
}

/// The same error over a WebSocket.
impl From<Problem> for RequestError {
    fn from(problem: Problem) -> Self {
        let problem = problem.shortened();
        let error = Self::new(problem.code, problem.detail);
        if problem.errors.is_empty() { error } else { error.with_errors(json!(problem.errors)) }
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
            #[serde(skip_serializing_if = "<[FieldError]>::is_empty")]
            errors: &'a [FieldError],
            #[serde(skip_serializing_if = "Option::is_none")]
            error: Option<&'a Json>,
        }
        let problem = self.shortened();
        let body = Body {
            r#type: format!("urn:runnable:problem:{}", problem.code),
            title: problem.title,
            status: problem.status.as_u16(),
            detail: &problem.detail,
            errors: &problem.errors,
            error: problem.error.as_ref(),
        };
        let body = serde_json::to_vec(&body).unwrap_or_default();
        let mut response = (problem.status, [(CONTENT_TYPE, "application/problem+json")], body).into_response();
        if let Some(seconds) = problem.retry_after {
            response.headers_mut().insert(RETRY_AFTER, seconds.into());
        }
        if problem.code == "encoded" {
            response.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        }
        if problem.status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
