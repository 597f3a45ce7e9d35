//! The parts of a request that handlers extract.

use crate::service::{
    access::{Caller, Problem},
    runs::{ServiceState, check_key},
};
use axum::{
    body::Body,
    extract::{FromRequestParts, Path, Query, rejection::PathRejection},
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
/// The time within which a client must send a body.
const BODY_TIMEOUT: Duration = Duration::from_secs(20);

impl FromRequestParts<Arc<ServiceState>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<ServiceState>) -> Result<Self, Problem> {
        state.access.caller(&parts.headers)
    }
}

/// The name of a pipeline or the id of a run in a path.
pub(super) struct PathName(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for PathName {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(name) =
            Path::<String>::from_request_parts(parts, state).await.map_err(|error| invalid_path(&error))?;
        Ok(Self(name))
    }
}

/// The id of a run and the number of an event in a path.
pub(super) struct PathEvent(pub(super) String, pub(super) u64);

impl<S: Send + Sync> FromRequestParts<S> for PathEvent {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<(String, u64)>::from_request_parts(parts, state).await;
        let Path((run, seq)) = path.map_err(|error| invalid_path(&error))?;
        Ok(Self(run, seq))
    }
}

fn invalid_path(error: &PathRejection) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "invalid-path", "Invalid path", error.body_text())
}

/// The query of a request, with errors as problems.
pub(super) struct QueryOf<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for QueryOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        match Query::from_request_parts(parts, state).await {
            Ok(Query(query)) => Ok(Self(query)),
            Err(error) => Err(Problem::invalid(error.body_text())),
        }
    }
}

/// Reads a body as JSON; returns `None` if the body is empty.
pub(super) async fn json<T: DeserializeOwned>(
    headers: &HeaderMap,
    body: Body,
    limit: usize,
) -> Result<Option<T>, Problem> {
    let too_large = || {
        let detail = format!("the body has more than {limit} bytes");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Body too large", detail)
    };
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let bytes = match timeout(BODY_TIMEOUT, Limited::new(body, limit).collect()).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(too_large()),
        Err(_) => {
            let detail = format!("the body did not arrive within {} seconds", BODY_TIMEOUT.as_secs());
            return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow", "Body too slow", detail));
        }
        Ok(Err(_)) => {
            let detail = "the body did not arrive completely";
            return Err(Problem::new(StatusCode::BAD_REQUEST, "incomplete", "Body incomplete", detail));
        }
    };
    if bytes.is_empty() {
        return Ok(None);
    }
    // Pages of other sites can send bodies of some other types without a CORS preflight.
    if !is_json(headers) {
        let detail = "expected the header `Content-Type: application/json`";
        let (status, title) = (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Body is not JSON");
        return Err(Problem::new(status, "not-json", title, detail));
    }
    serde_json::from_slice(&bytes).map(Some).map_err(|error| Problem::invalid(format!("invalid body: {error}")))
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|given| given.to_str().ok()).unwrap_or_default();
    let given = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    given == "application/json" || (given.starts_with("application/") && given.ends_with("+json"))
}

/// Returns `true` if the client does not want to wait for the run: `Prefer: respond-async`.
pub(super) fn wants_async(headers: &HeaderMap) -> bool {
    let all = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|value| value.split([',', ';']))
        .any(|preference| preference.trim().eq_ignore_ascii_case("respond-async"))
}

/// Returns the key that a client gives a request that it may send twice.
pub(super) fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(key) = headers.get(IDEMPOTENCY_KEY) else { return Ok(None) };
    // A key that is not ASCII is not valid either.
    check_key(key.to_str().unwrap_or_default()).map(Some)
}
