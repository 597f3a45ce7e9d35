//! The events of a run.

use super::{
    accept::accepted_format,
    cursor::cursor,
    query::{FromQuery, Query, QueryOf},
    request::PathName,
};
use crate::{
    ndjson,
    responses::FlatForm,
    service::{
        access::{Caller, Problem},
        openapi::Parameter,
        runs::{LogStream, RunAddress, ServiceState, all_read, visible},
    },
    sse,
};
use axum::{
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use runnable_store::RunRecord;
use std::sync::Arc;

/// The format of server-sent events, which a client gets that accepts both.
const EVENT_STREAM: &str = "text/event-stream";
const LINES: &str = "application/x-ndjson";

/// The parameters of a request for events.
#[derive(Debug, Clone, Copy)]
pub(super) struct EventQuery {
    pub(super) after: Option<u64>,
    form: Option<FlatForm>,
    named: bool,
}

impl FromQuery for EventQuery {
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::number("after", "The number of the event after which the events begin"),
        FLAT,
        PATH,
        Parameter::flag("named", "Names server-sent events after their `type`"),
    ];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        Ok(Self { after: query.number("after")?, form: flat_form(query)?, named: query.flag("named")? })
    }
}

pub(super) const FLAT: Parameter =
    Parameter::flag("flat", "Sends events in the flat form: their fields beside their `type`");
pub(super) const PATH: Parameter =
    Parameter::flag("path", "Adds the path of the step to the flat form; envelopes have it anyway");

/// Reads the options of the flat form; `None` stands for envelopes, which have a path anyway.
pub(super) fn flat_form(query: &Query) -> Result<Option<FlatForm>, Problem> {
    let (flat, paths) = (query.flag("flat")?, query.flag("path")?);
    Ok(flat.then_some(FlatForm { paths }))
}

/// The form in which a client receives events.
#[derive(Debug, Clone, Copy)]
pub(super) struct EventForm {
    lines: bool,
    form: Option<FlatForm>,
    named: bool,
}

impl EventForm {
    /// Returns the form that a client asks for. Lines of JSON have no names.
    pub(super) fn new(query: EventQuery, headers: &HeaderMap) -> Result<Self, Problem> {
        let lines = accepted_format(headers, &[EVENT_STREAM, LINES])? == LINES;
        Ok(Self { lines, form: query.form, named: query.named })
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
    let form = EventForm::new(query, &headers)?;
    let run = visible(&state, &caller, &id).await?;
    let after = start_after(&state, &run, &headers, query.after).await?;
    if all_read(&run, after) {
        // `EventSource` reconnects after the last event, and stops at this status.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let address = RunAddress::new(uri.path(), 3, &id);
    Ok(stream(&state, id, after, &address, form))
}

/// Returns the number of the event after which a reader of the run continues.
pub(super) async fn start_after(
    state: &ServiceState,
    run: &RunRecord,
    headers: &HeaderMap,
    after: Option<u64>,
) -> Result<u64, Problem> {
    let after = cursor(&run.id, headers, after)?;
    state.backend.check_cursor(run, after).await?;
    Ok(after)
}

/// Returns the events of a run in a form.
pub(super) fn stream(
    state: &Arc<ServiceState>,
    run: String,
    after: u64,
    address: &RunAddress,
    form: EventForm,
) -> Response {
    let events = LogStream::new(state, run, after, address.clone());
    let keep_alive = state.limits.keep_alive;
    if form.lines {
        return ndjson(events).form(form.form).keep_alive(keep_alive).into_response();
    }
    let blocks = sse(events).form(form.form).keep_alive(keep_alive);
    if form.named { blocks.named() } else { blocks }.into_response()
}
