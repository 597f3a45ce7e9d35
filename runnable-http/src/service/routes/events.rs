//! The events of a run.

use super::{
    accept::accepted_format,
    cursor::cursor,
    query::{FromQuery, Query, QueryOf},
    request::PathOf,
};
use crate::{
    AgUi, ndjson,
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
use serde_json::json;
use std::sync::Arc;

/// The format of server-sent events, which a client gets that accepts both.
pub(super) const EVENT_STREAM: &str = "text/event-stream";
const LINES: &str = "application/x-ndjson";

/// The parameters of a request for events.
#[derive(Debug, Clone, Copy)]
pub(super) struct EventQuery {
    pub(super) after: Option<u64>,
    content: Content,
    named: bool,
}

/// The content of a stream of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    Native(Option<FlatForm>),
    AgUi,
    AiSdk,
    CloudEvents,
}

impl Content {
    /// The names in queries.
    const NAMED: [(&'static str, Self); 3] =
        [("ag-ui", Self::AgUi), ("ai-sdk", Self::AiSdk), ("cloud-events", Self::CloudEvents)];

    /// Returns `true` if a message means nothing without those before it.
    fn begins_at_the_start(self) -> bool {
        matches!(self, Self::AgUi | Self::AiSdk)
    }
}

impl FromQuery for EventQuery {
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::number("after", "The number of the event after which the events begin"),
        FLAT,
        PATH,
        Parameter::flag("named", "Names server-sent events after their `type`"),
        Parameter::new(
            "format",
            "A protocol of front ends in the place of envelopes",
            || json!({ "enum": Content::NAMED.map(|(name, _)| name) }),
        ),
    ];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let (after, flat, named) = (query.number("after")?, flat_form(query)?, query.flag("named")?);
        let Some(format) = query.text("format") else {
            return Ok(Self { after, content: Content::Native(flat), named });
        };
        let content = Content::NAMED.into_iter().find(|(name, _)| *name == format).map(|(_, content)| content);
        let Some(content) = content else {
            return Err(Query::unexpected("format", "`ag-ui`, `ai-sdk` or `cloud-events`", format));
        };
        Ok(Self { after, content, named })
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
    content: Content,
    named: bool,
}

impl EventForm {
    /// Returns the form that a client asks for. Lines of JSON have no names.
    pub(super) fn new(query: EventQuery, headers: &HeaderMap) -> Result<Self, Problem> {
        let formats = if query.content.begins_at_the_start() { &[EVENT_STREAM][..] } else { &[EVENT_STREAM, LINES] };
        let lines = accepted_format(headers, formats)? == LINES;
        Ok(Self { lines, content: query.content, named: query.named })
    }

    /// Returns the event after which a client begins that has read those until `after`.
    pub(super) fn after(self, after: u64) -> u64 {
        if self.content.begins_at_the_start() { 0 } else { after }
    }
}

pub(super) async fn events(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<EventQuery>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let form = EventForm::new(query, &headers)?;
    let run = visible(&state, &caller, &id).await?;
    let after = start_after(&state, &run, &headers, query.after, Some(form)).await?;
    if all_read(&run, after) {
        // `EventSource` reconnects after the last event, and stops at this status.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let address = RunAddress::new(uri.path(), 3, &id);
    Ok(stream(&state, (&id, &run.pipeline), after, &address, form))
}

/// Returns the number of the event after which a reader of the run continues, who reads the events in this form.
pub(super) async fn start_after(
    state: &ServiceState,
    run: &RunRecord,
    headers: &HeaderMap,
    after: Option<u64>,
    form: Option<EventForm>,
) -> Result<u64, Problem> {
    let after = cursor(&run.id, headers, after)?;
    let after = form.map_or(after, |form| form.after(after));
    state.backend.check_cursor(run, after).await?;
    Ok(after)
}

/// Returns the events of a run of a pipeline in a form.
pub(super) fn stream(
    state: &Arc<ServiceState>,
    (run, pipeline): (&str, &str),
    after: u64,
    address: &RunAddress,
    form: EventForm,
) -> Response {
    let events = LogStream::new(state, run.to_owned(), after, address.clone()).of_pipeline(pipeline);
    let keep_alive = state.limits.keep_alive;
    if form.lines {
        let lines = ndjson(events).keep_alive(keep_alive);
        return match form.content {
            Content::Native(flat) => lines.form(flat),
            Content::AgUi | Content::AiSdk | Content::CloudEvents => lines.cloud_events(),
        }
        .into_response();
    }
    let blocks = sse(events).keep_alive(keep_alive);
    match form.content {
        Content::Native(flat) if form.named => blocks.form(flat).named(),
        Content::Native(flat) => blocks.form(flat),
        Content::AgUi => blocks.ag_ui(AgUi::new()),
        Content::AiSdk => blocks.ai_sdk(),
        Content::CloudEvents => blocks.cloud_events(),
    }
    .into_response()
}
