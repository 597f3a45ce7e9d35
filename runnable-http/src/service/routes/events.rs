//! The events of a run.

use super::{
    cursor::cursor,
    request::{PathName, QueryOf},
};
use crate::{
    ndjson,
    service::{
        access::{Caller, Problem},
        runs::{LogStream, ServiceState, all_read, check_cursor, visible},
    },
    sse,
};
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header::ACCEPT},
    response::{IntoResponse, Response},
};
use runnable_store::RunRecord;
use serde::Deserialize;
use std::sync::Arc;

/// The query of a request for events.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub(super) struct EventQuery {
    after: Option<u64>,
    flat: Option<u8>,
    named: Option<u8>,
}

impl EventQuery {
    pub(super) fn after(self) -> Option<u64> {
        self.after
    }
}

pub(super) async fn events(
    State(state): State<Arc<ServiceState>>,
    PathName(id): PathName,
    QueryOf(query): QueryOf<EventQuery>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let after = start_after(&state, &run, &headers, query.after).await?;
    if all_read(&run, after) {
        // `EventSource` reconnects after the last event, and stops at this status.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(stream(&state, id, after, query, &headers))
}

/// Returns the number of the event after which a reader of the run continues.
pub(super) async fn start_after(
    state: &ServiceState,
    run: &RunRecord,
    headers: &HeaderMap,
    after: Option<u64>,
) -> Result<u64, Problem> {
    let after = cursor(&run.id, headers, after)?;
    check_cursor(state, run, after).await?;
    Ok(after)
}

/// Returns the events of a run in the format that the client accepts.
pub(super) fn stream(
    state: &Arc<ServiceState>,
    run: String,
    after: u64,
    query: EventQuery,
    headers: &HeaderMap,
) -> Response {
    let events = LogStream::new(state, run, after);
    let (flat, named) = (query.flat == Some(1), query.named == Some(1));
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    if accept.contains("application/x-ndjson") {
        let lines = ndjson(events);
        return if flat { lines.flat() } else { lines }.into_response();
    }
    let blocks = sse(events).keep_alive(state.limits.keep_alive);
    let blocks = if flat { blocks.flat() } else { blocks };
    if named { blocks.named() } else { blocks }.into_response()
}
