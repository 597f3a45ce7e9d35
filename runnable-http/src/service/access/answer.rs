//! Sending a problem to the client.
//!
//! A problem may repeat what the client sent, and so a secret of the server. It is masked here, before anything else: a secret
//! that was cut, quoted or escaped first would not be found.

use super::problem::{FieldError, Problem, Quoted};
use crate::{
    responses::{REPEATED, repeated, websocket::RequestError},
    service::openapi::is_documented,
};
use axum::{
    body::Body,
    http::{
        HeaderValue, StatusCode,
        header::{ACCEPT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE},
    },
    response::{IntoResponse, Response},
};
use runnable_core::hooks::Redact;
use runnable_store::Json;
use serde::Serialize;
use serde_json::json;
use std::fmt::Write;

/// The size to which a text of the client is cut in the middle of a sentence, in bytes.
const QUOTED: usize = 100;

/// Leaves the problem to [`answer`], which knows the secrets.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Writes the body of a response that is a problem. Headers that were added to the response stay.
pub(in crate::service) fn answer(mut response: Response, redact: &dyn Redact) -> Response {
    let Some(problem) = response.extensions_mut().remove::<Problem>() else { return response };
    debug_assert!(
        is_documented(problem.status.as_u16(), problem.code),
        "the OpenAPI document lacks the code `{}` of {}",
        problem.code,
        problem.status
    );
    let headers = response.headers_mut();
    if let Some(seconds) = problem.retry_after {
        headers.insert(RETRY_AFTER, seconds.into());
    }
    if problem.code == "encoded" {
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    }
    if problem.status == StatusCode::UNAUTHORIZED {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    let body = serde_json::to_vec(&Shown::of(problem, redact)).unwrap_or_default();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(CONTENT_LENGTH, body.len().into());
    *response.body_mut() = Body::from(body);
    response
}

/// Returns the same error for a reply over a WebSocket.
pub(in crate::service) fn reply(problem: Problem, redact: &dyn Redact) -> RequestError {
    let code = problem.code;
    let Shown { detail, errors, .. } = Shown::of(problem, redact);
    let error = RequestError::new(code, detail);
    if errors.is_empty() { error } else { error.with_errors(json!(errors)) }
}

/// A problem without secrets, as clients see it.
#[derive(Serialize)]
struct Shown {
    r#type: String,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<ShownField>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Json>,
}

/// An invalid field of an input.
#[derive(Serialize)]
struct ShownField {
    /// A JSON pointer.
    pointer: String,
    code: &'static str,
    detail: String,
}

impl Shown {
    fn of(problem: Problem, redact: &dyn Redact) -> Self {
        let Problem { status, code, title, detail, quoted, errors, error, .. } = problem;
        let mut detail = repeated(detail, REPEATED, Some(redact));
        if let Some(quoted) = quoted {
            let Quoted { text, rest } = *quoted;
            let _ = write!(detail, "`{}`{rest}", repeated(text, QUOTED, Some(redact)));
        }
        let name = |name| repeated(name, REPEATED, Some(redact)).replace('~', "~0").replace('/', "~1");
        let field = |FieldError { path, code, detail }| {
            let names: Vec<_> = path.into_iter().map(name).collect();
            let detail = repeated(detail, REPEATED, Some(redact));
            ShownField { pointer: format!("#/{}", names.join("/")), code, detail }
        };
        let errors = errors.into_iter().map(field).collect();
        Self { r#type: format!("urn:runnable:problem:{code}"), title, status: status.as_u16(), detail, errors, error }
    }
}
