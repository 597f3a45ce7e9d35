//! The events of a run.

use super::{
    cursor::cursor,
    request::{PathName, QueryOf},
};
use crate::{
    ndjson,
    responses::FlatForm,
    service::{
        access::{Caller, Problem},
        runs::{LogStream, RunAddress, ServiceState, all_read, check_cursor, visible},
    },
    sse,
};
use axum::{
    extract::{OriginalUri, State},
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
    path: Option<u8>,
}

impl EventQuery {
    pub(super) fn after(self) -> Option<u64> {
        self.after
    }

    /// Returns the options of the flat form, or `None` for envelopes.
    pub(super) fn flat_form(self) -> Option<FlatForm> {
        (self.flat == Some(1)).then_some(FlatForm { paths: self.path == Some(1) })
    }
}

pub(super) async fn events(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
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
    let address = RunAddress::new(uri.path(), 3, &id);
    Ok(stream(&state, id, after, &address, query, &headers))
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
    address: &RunAddress,
    query: EventQuery,
    headers: &HeaderMap,
) -> Response {
    let events = LogStream::new(state, run, after, address.clone());
    let (form, named) = (query.flat_form(), query.named == Some(1));
    let accept = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
    let keep_alive = state.limits.keep_alive;
    if accept.contains("application/x-ndjson") {
        return ndjson(events).form(form).keep_alive(keep_alive).into_response();
    }
    let blocks = sse(events).form(form).keep_alive(keep_alive);
    if named { blocks.named() } else { blocks }.into_response()
}
