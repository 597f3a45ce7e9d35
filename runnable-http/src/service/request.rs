//! What is read of a request.

use super::{access::Caller, commands::sound_key, problem::Problem, state::State};
use axum::{
    body::Body,
    extract::{FromRequestParts, Path, Query},
    http::{
        HeaderMap, HeaderName, StatusCode,
        header::{CONTENT_LENGTH, CONTENT_TYPE},
        request::Parts,
    },
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use std::{sync::Arc, time::Duration};
use tokio::time::timeout;

const PREFER: HeaderName = HeaderName::from_static("prefer");
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// How long a client may take for a body.
const BODY: Duration = Duration::from_secs(20);

impl FromRequestParts<Arc<State>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<State>) -> Result<Self, Problem> {
        state.access.caller(&parts.headers)
    }
}

/// The name or the id in a path.
pub(super) struct Named(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(name) = Path::<String>::from_request_parts(parts, state).await.map_err(|error| {
            Problem::new(StatusCode::BAD_REQUEST, "invalid-path", "The path is invalid", error.body_text())
        })?;
        Ok(Self(name))
    }
}

/// What stands behind the `?`.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(asked)) => Ok(Self(asked)),
            Err(error) => Err(Problem::invalid(error.body_text())),
        }
    }
}

/// The body as JSON; `None` where it is empty.
pub(super) async fn json<T: DeserializeOwned>(
    headers: &HeaderMap,
    body: Body,
    limit: usize,
) -> Result<Option<T>, Problem> {
    let too_large = || {
        let detail = format!("a body may have at most {limit} bytes");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "The body is too large", detail)
    };
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let bytes = match timeout(BODY, Limited::new(body, limit).collect()).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(too_large()),
        Err(_) => {
            let detail = format!("the body did not come within {} seconds", BODY.as_secs());
            return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow", "The body is too slow", detail));
        }
        Ok(Err(_)) => {
            let detail = "the body did not come whole";
            return Err(Problem::new(StatusCode::BAD_REQUEST, "incomplete", "The body is incomplete", detail));
        }
    };
    if bytes.is_empty() {
        return Ok(None);
    }
    // A page of another site can send any other type without asking.
    if !is_json(headers) {
        let detail = "expected the header `Content-Type: application/json`";
        let (status, title) = (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body must be JSON");
        return Err(Problem::new(status, "not-json", title, detail));
    }
    serde_json::from_slice(&bytes).map(Some).map_err(|error| Problem::invalid(format!("the body: {error}")))
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|given| given.to_str().ok()).unwrap_or_default();
    let given = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    given == "application/json" || (given.starts_with("application/") && given.ends_with("+json"))
}

/// Whether the client would rather not wait: `Prefer: respond-async`.
pub(super) fn wants_async(headers: &HeaderMap) -> bool {
    let all = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split([',', ';']))
        .any(|preference| preference.trim().eq_ignore_ascii_case("respond-async"))
}

/// What names a request that may come twice.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(key) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    // What is not ASCII is no key either.
    sound_key(key.to_str().unwrap_or_default()).map(Some)
}
