//! The events of a run.

use crate::{
    ndjson,
    service::{
        access::Caller,
        commands::{all_read, readable, visible},
        cursor::cursor,
        feed::Feed,
        problem::Problem,
        request::{Asked, Named},
        state::State,
    },
    sse,
};
use axum::{
    extract::State as Shared,
    http::{HeaderMap, StatusCode, header::ACCEPT},
    response::{IntoResponse, Response},
};
use runnable::store::RunRecord;
use serde::Deserialize;
use std::sync::Arc;

/// How a reader wants its events.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct Form {
    after: Option<u64>,
    flat: Option<u8>,
    named: Option<u8>,
}

impl Form {
    pub(super) fn after(self) -> Option<u64> {
        self.after
    }
}

pub(super) async fn events(
    Shared(state): Shared<Arc<State>>,
    Named(id): Named,
    Asked(form): Asked<Form>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let after = begin(&state, &run, &headers, form.after).await?;
    if all_read(&run, after) {
        // A client that connects again after the end is told to stop.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(stream(&state, id, after, form, &headers))
}

/// After which event a reader of the run begins.
pub(super) async fn begin(
    state: &State,
    run: &RunRecord,
    headers: &HeaderMap,
    after: Option<u64>,
) -> Result<u64, Problem> {
    let after = cursor(&run.id, headers, after)?;
    readable(state, run, after).await?;
    Ok(after)
}

/// The response of the events of a run.
pub(super) fn stream(state: &Arc<State>, run: String, after: u64, form: Form, headers: &HeaderMap) -> Response {
    let feed = Feed::new(state, run, after);
    let (flat, named) = (form.flat == Some(1), form.named == Some(1));
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if accept.contains("application/x-ndjson") {
        let lines = ndjson(feed);
        return if flat { lines.flat() } else { lines }.into_response();
    }
    let blocks = sse(feed).heartbeat(state.limits.heartbeat);
    let blocks = if flat { blocks.flat() } else { blocks };
    if named { blocks.named() } else { blocks }.into_response()
}
