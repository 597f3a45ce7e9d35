//! The parts of a request that handlers extract.

use super::accept::{is_token, split};
use crate::service::{
    access::{Caller, Problem},
    runs::{Room, SMALL, ServiceState, check_key},
};
use axum::{
    body::Body,
    extract::{FromRequestParts, Path, rejection::PathRejection},
    http::{
        HeaderMap, HeaderName, StatusCode,
        header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING},
        request::Parts,
    },
};
use bytes::BytesMut;
use http_body::Body as _;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use std::{pin::pin, sync::Arc, time::Duration};
use tokio::time::{Instant, timeout_at};

const PREFER: HeaderName = HeaderName::from_static("prefer");
pub(super) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// The time within which a client must send a body.
const BODY_TIMEOUT: Duration = Duration::from_secs(20);

impl FromRequestParts<Arc<ServiceState>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<ServiceState>) -> Result<Self, Problem> {
        state.access.caller(&parts.headers)
    }
}

/// The parts of a path, such as the name of a pipeline or the id of a run.
pub(super) struct PathOf<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for PathOf<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(path) = Path::from_request_parts(parts, state).await.map_err(|error| invalid_path(&error))?;
        Ok(Self(path))
    }
}

fn invalid_path(error: &PathRejection) -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "invalid-path", "Invalid path", error.body_text())
}

/// Reads a body as JSON; returns `None` if the body is empty, and the room that it takes until the request was handled.
pub(super) async fn json<T: DeserializeOwned>(
    state: &ServiceState,
    headers: &HeaderMap,
    body: Body,
) -> Result<(Option<T>, Room), Problem> {
    if !body.is_end_stream() {
        check_encoding(headers)?;
    }
    let mut room = Room::default();
    let bytes = read(state, headers, body, &mut room).await?;
    if bytes.is_empty() {
        return Ok((None, room));
    }
    // Pages of other sites can send bodies of some other types without a CORS preflight.
    if !is_json(headers) {
        let detail = "expected the header `Content-Type: application/json`";
        let (status, title) = (StatusCode::UNSUPPORTED_MEDIA_TYPE, "Body is not JSON");
        return Err(Problem::new(status, "not-json", title, detail));
    }
    if room.is_large() {
        state.large.parse(&mut room).await?;
    }
    let parsed = serde_json::from_slice::<T>(&bytes);
    let value = parsed.map_err(|error| Problem::invalid(format!("invalid body: {error}")))?;
    Ok((Some(value), room))
}

/// Reads a body. A large body waits until there is room for the whole.
async fn read(state: &ServiceState, headers: &HeaderMap, body: Body, room: &mut Room) -> Result<BytesMut, Problem> {
    let limit = state.limits.body;
    let too_large = || {
        let detail = format!("the body has more than {limit} bytes");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", "Body too large", detail)
    };
    let length = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let (mut body, mut bytes) = (pin!(Limited::new(body, limit)), BytesMut::new());
    let mut deadline = Instant::now() + BODY_TIMEOUT;
    while let Some(frame) = timeout_at(deadline, body.frame()).await.map_err(|_| too_slow())? {
        let data = match frame {
            Ok(frame) => frame.into_data().unwrap_or_default(),
            Err(error) if error.is::<LengthLimitError>() => return Err(too_large()),
            Err(_) => {
                let detail = "the body did not arrive completely";
                return Err(Problem::new(StatusCode::BAD_REQUEST, "incomplete", "Body incomplete", detail));
            }
        };
        if bytes.len() + data.len() > SMALL && !room.is_large() {
            let waiting = Instant::now();
            state.large.receive(length.unwrap_or(limit), room).await?;
            // The client is not slow while it waits for others.
            deadline += waiting.elapsed();
            // Growing step by step would copy the body several times.
            bytes.reserve(length.unwrap_or_default().saturating_sub(bytes.len()));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

fn too_slow() -> Problem {
    let detail = format!("the body did not arrive within {} seconds", BODY_TIMEOUT.as_secs());
    Problem::new(StatusCode::REQUEST_TIMEOUT, "too-slow", "Body too slow", detail)
}

/// Refuses a body that is compressed.
fn check_encoding(headers: &HeaderMap) -> Result<(), Problem> {
    let is_only = |name: HeaderName, plain: &str| {
        let encodings = headers.get_all(name).iter().map(|value| value.to_str().unwrap_or("?"));
        let mut encodings = encodings.flat_map(|value| value.split(',')).map(str::trim);
        encodings.all(|encoding| encoding.is_empty() || encoding.eq_ignore_ascii_case(plain))
    };
    let (status, detail) = if !is_only(CONTENT_ENCODING, "identity") {
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, "the body must not have a `Content-Encoding`")
    } else if !is_only(TRANSFER_ENCODING, "chunked") {
        (StatusCode::NOT_IMPLEMENTED, "the body must not have a `Transfer-Encoding` other than `chunked`")
    } else {
        return Ok(());
    };
    Err(Problem::new(status, "encoded", "Body is encoded", detail))
}

fn is_json(headers: &HeaderMap) -> bool {
    let given = headers.get(CONTENT_TYPE).and_then(|given| given.to_str().ok()).unwrap_or_default();
    let mut parts = split(given, b';').map(|part| part.trim().to_ascii_lowercase());
    let media_type = parts.next().unwrap_or_default();
    let json = media_type == "application/json"
        || media_type.strip_prefix("application/").is_some_and(|name| is_token(name) && name.ends_with("+json"));
    // JSON is UTF-8, whatever other parameters there are.
    json && parts
        .filter_map(|part| part.split_once('=').map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())))
        .filter(|(name, _)| name == "charset")
        .all(|(_, value)| matches!(value.trim_matches('"'), "utf-8" | "utf8" | "us-ascii"))
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
/// Returns the place of a request in a trace: the place of the current span, or else the header `traceparent`. A header that
/// occurs more than once counts as missing.
pub(super) fn traceparent(headers: &HeaderMap) -> Option<String> {
    #[cfg(feature = "opentelemetry")]
    if let Some(current) = runnable_runner::current_traceparent() {
        return Some(current);
    }
    let mut given = headers.get_all("traceparent").iter();
    let traceparent = given.next()?.to_str().ok()?.to_owned();
    given.next().is_none().then_some(traceparent)
}
