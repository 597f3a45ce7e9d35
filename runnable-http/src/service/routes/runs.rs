//! Runs that exist.

use super::{
    cursor::cursor,
    events::{EventForm, EventQuery, stream},
    query::{FromQuery, Query, QueryOf, invalid},
    request::{PathOf, json as read_json, wants_async},
    start::{accepted, with_location},
    time,
};
use crate::service::{
    access::{Caller, Problem},
    openapi::Parameter,
    runs::{self, Assumptions, RunAddress, ServiceState, error_or_cut, value_or_mark, visible, visible_whole},
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use runnable_store::{CodeIdentity, Json as JsonText, RunCounts, RunFilter, RunRecord, RunStatus, RunSummary};
use serde::Serialize;
use serde_json::json;
use std::sync::Arc;

const PAGE: usize = 50;
const MAX_PAGE: usize = 500;

/// A run as clients see it. In a list it is a [`RunSummary`].
#[derive(Serialize)]
struct RunView<'a> {
    #[serde(flatten)]
    summary: RunSummary,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a CodeIdentity>,
    input: JsonText,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<JsonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<JsonText>,
}

impl<'a> RunView<'a> {
    /// Marks values that have more than `limit` bytes.
    fn new(run: &'a RunRecord, limit: usize, address: &RunAddress) -> Self {
        let mut summary = RunSummary::from(run);
        // The whole error follows.
        summary.failure = None;
        Self {
            summary,
            code: run.code.as_ref(),
            input: value_or_mark(&run.input, limit, || address.input()),
            output: run.output.as_ref().map(|output| value_or_mark(output, limit, || address.output())),
            // The last event of a run that failed has its error.
            error: run.error.as_ref().map(|error| error_or_cut(error, limit, || address.event(run.last_seq))),
        }
    }
}

/// The parameters of a request for a page of runs.
pub(super) struct RunQuery {
    filter: RunFilter,
}

/// The parameters that select runs.
macro_rules! selection {
    ($($more:expr),*) => {
        &[
            Parameter::text("pipeline", "The name of the pipeline"),
            Parameter::new("status", "The status of the run, or several with commas in between", || {
                let name = "(running|succeeded|failed|cancelled|interrupted)";
                json!({ "type": "string", "pattern": format!("^{name}(,{name})*$") })
            }),
            Parameter::text("tag", "The label of the run"),
            Parameter::new("since", "The earliest start, in UTC or in milliseconds since the Unix epoch", time::schema),
            Parameter::new("until", "The time before which the run started", time::schema),
            Parameter::text("id", "The beginning of the id"),
            $($more),*
        ]
    };
}

/// Reads the parameters that select runs.
fn selected(query: &Query) -> Result<RunFilter, Problem> {
    let mut filter = RunFilter::new();
    for name in query.text("status").into_iter().flat_map(|names| names.split(',')) {
        let expected =
            "`running`, `succeeded`, `failed`, `cancelled` or `interrupted`, or several with commas in between";
        filter = filter.status(RunStatus::from_name(name).ok_or_else(|| Query::unexpected("status", expected, name))?);
    }
    let time = |name: &str| {
        let expected = "a time in UTC such as `2026-11-27T10:04:52Z`, or milliseconds since the Unix epoch";
        let parsed =
            query.text(name).map(|text| time::parse(text).ok_or_else(|| Query::unexpected(name, expected, text)));
        parsed.transpose()
    };
    (filter.since, filter.until) = (time("since")?, time("until")?);
    [filter.pipeline, filter.tag, filter.id_prefix] =
        ["pipeline", "tag", "id"].map(|name| query.text(name).map(ToOwned::to_owned));
    Ok(filter)
}

/// Restricts a filter to the runs that are visible to the caller; `None` if it selects none of them.
fn visible_to(state: &ServiceState, caller: &Caller, mut filter: RunFilter) -> Option<RunFilter> {
    let Some(own) = state.access.visible_tag(caller) else { return Some(filter) };
    let is_possible = filter.tag.as_ref().is_none_or(|tag| *tag == own);
    filter.tag = Some(own);
    is_possible.then_some(filter)
}

/// The parameters of a request for the numbers of runs.
pub(super) struct CountQuery(RunFilter);

impl FromQuery for CountQuery {
    const PARAMETERS: &'static [Parameter] = selection!();

    fn from_query(query: &Query) -> Result<Self, Problem> {
        selected(query).map(Self)
    }
}

/// Counts the runs that are visible to the caller, by status.
pub(super) async fn counts(
    State(state): State<Arc<ServiceState>>,
    QueryOf(CountQuery(filter)): QueryOf<CountQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let counts = match visible_to(&state, &caller, filter) {
        Some(filter) => state.backend.counts(&filter).await?,
        None => RunCounts::default(),
    };
    Ok(Json(json!({ "counts": counts, "total": counts.total() })).into_response())
}

impl FromQuery for RunQuery {
    const PARAMETERS: &'static [Parameter] = selection!(
        Parameter::new("before", "The id of the run that the first run on the page follows", || {
            json!({ "type": "string", "minLength": 1 })
        }),
        Parameter::new("limit", "The largest number of runs", || {
            json!({ "type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": PAGE })
        })
    );

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let limit = query.number("limit")?.unwrap_or(PAGE);
        if !(1..=MAX_PAGE).contains(&limit) {
            return Err(Query::unexpected("limit", format_args!("from 1 to {MAX_PAGE}"), &limit.to_string()));
        }
        let mut filter = selected(query)?;
        (filter.before, filter.limit) = (query.text("before").map(ToOwned::to_owned), limit);
        Ok(Self { filter })
    }
}

pub(super) async fn list(
    State(state): State<Arc<ServiceState>>,
    QueryOf(query): QueryOf<RunQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    if let Some(before) = &query.filter.before {
        let known = visible(&state, &caller, before).await;
        known.map_err(|problem| {
            let unknown = problem.status() == StatusCode::NOT_FOUND;
            if unknown {
                invalid("the query parameter `before` is not the id of a run that is visible to you")
            } else {
                problem
            }
        })?;
    }
    let _loading = state.large.load().await;
    let runs = match visible_to(&state, &caller, query.filter) {
        Some(filter) => state.backend.list(&filter).await?,
        None => Vec::new(),
    };
    Ok(Json(json!({ "runs": runs })).into_response())
}

pub(super) async fn show(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    _: QueryOf<()>,
    caller: Caller,
) -> Result<Response, Problem> {
    let (_loading, run) = visible_whole(&state, &caller, &id).await?;
    let address = RunAddress::new(uri.path(), 2, &id);
    Ok(Json(RunView::new(&run, state.limits.event, &address)).into_response())
}

pub(super) async fn cancel(
    State(state): State<Arc<ServiceState>>,
    PathOf(id): PathOf<String>,
    _: QueryOf<()>,
    caller: Caller,
) -> Result<Response, Problem> {
    runs::cancel(&state, &caller, &id).await?;
    Ok((StatusCode::ACCEPTED, Json(json!({ "id": id, "status": "cancelling" }))).into_response())
}

pub(super) async fn resume(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<EventQuery>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let form = if wants_async(&headers) { None } else { Some(EventForm::new(query, &headers)?) };
    let run = visible(&state, &caller, &id).await?;
    let after = cursor(&id, &headers, Some(query.after.unwrap_or(run.last_seq)))?;
    let (assumptions, _room) = read_json::<Assumptions>(&state, &headers, body).await?;
    let assumptions = assumptions.unwrap_or_default();
    state.backend.resume(state.pipeline(&run.pipeline)?, &run, assumptions).await?;
    let address = RunAddress::new(uri.path(), 3, &id);
    let Some(form) = form else { return Ok(accepted(&id, &address)) };
    Ok(with_location(stream(&state, (&id, &run.pipeline), form.after(after), &address, form), &address))
}
