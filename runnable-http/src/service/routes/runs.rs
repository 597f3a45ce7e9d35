//! Runs that exist.

use super::{
    cursor::cursor,
    events::{EventForm, EventQuery, stream},
    pipelines::{accepted, with_location},
    query::{FromQuery, Query, QueryOf, invalid},
    request::{PathName, json as read_json, wants_async},
    time,
};
use crate::service::{
    access::{Caller, Problem},
    runs::{self, Assumptions, RunAddress, ServiceState, error_or_cut, value_or_mark, visible, visible_whole},
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use runnable_store::{Json as JsonText, RunFilter, RunRecord, RunStatus};
use serde::Serialize;
use serde_json::json;
use std::{sync::Arc, time::SystemTime};

const PAGE: usize = 50;
const MAX_PAGE: usize = 500;
/// The number of runs of a page that are loaded at a time, with values that may be large.
const LISTED_AT_ONCE: usize = 8;
/// The size of an error in a page, in bytes.
const LISTED_ERROR: usize = 4 * 1024;

/// A run as clients see it.
#[derive(Serialize)]
struct RunView<'a> {
    id: &'a str,
    pipeline: &'a str,
    status: RunStatus,
    /// In RFC 3339.
    started: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: Option<String>,
    last_seq: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    input: Option<JsonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<JsonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<JsonText>,
}

impl<'a> RunView<'a> {
    /// Leaves out the input and the output, and cuts an error that has more than `limit` bytes.
    fn short(run: &'a RunRecord, limit: usize, address: &RunAddress) -> Self {
        Self {
            id: &run.id,
            pipeline: &run.pipeline,
            status: run.status,
            started: rfc3339(run.started),
            ended: run.ended.map(rfc3339),
            last_seq: run.last_seq,
            parent: run.parent.as_deref(),
            input: None,
            output: None,
            // The last event of a run that failed has its error.
            error: run.error.as_ref().map(|error| error_or_cut(error, limit, || address.event(run.last_seq))),
        }
    }

    /// Marks values that have more than `limit` bytes.
    fn full(run: &'a RunRecord, limit: usize, address: &RunAddress) -> Self {
        let output = run.output.as_ref().map(|output| value_or_mark(output, limit, || address.output()));
        let input = Some(value_or_mark(&run.input, limit, || address.input()));
        Self { input, output, ..Self::short(run, limit, address) }
    }
}

fn rfc3339(time: SystemTime) -> String {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    runnable_wire::Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)).to_string()
}

/// The parameters of a request for a page of runs.
pub(super) struct RunQuery {
    filter: RunFilter,
    limit: usize,
}

/// The names of the parameters that select runs.
macro_rules! selection {
    ($($more:literal),*) => {
        &["pipeline", "status", "since", "until", "id" $(, $more)*]
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
    [filter.pipeline, filter.id_prefix] = ["pipeline", "id"].map(|name| query.text(name).map(ToOwned::to_owned));
    Ok(filter)
}

/// The parameters of a request for the numbers of runs.
pub(super) struct CountQuery(RunFilter);

impl FromQuery for CountQuery {
    const NAMES: &'static [&'static str] = selection!();

    fn from_query(query: &Query) -> Result<Self, Problem> {
        selected(query).map(Self)
    }
}

/// Counts the runs that are visible to the caller, by status.
pub(super) async fn counts(
    State(state): State<Arc<ServiceState>>,
    QueryOf(CountQuery(mut filter)): QueryOf<CountQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    filter.tag = state.access.visible_tag(&caller);
    let counts = state.backend.counts(&filter).await?;
    Ok(Json(json!({ "counts": counts, "total": counts.total() })).into_response())
}

impl FromQuery for RunQuery {
    const NAMES: &'static [&'static str] = selection!("before", "limit");

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let limit = query.number("limit")?.unwrap_or(PAGE);
        if !(1..=MAX_PAGE).contains(&limit) {
            return Err(Query::unexpected("limit", format_args!("from 1 to {MAX_PAGE}"), &limit.to_string()));
        }
        let mut filter = selected(query)?;
        filter.before = query.text("before").map(ToOwned::to_owned);
        Ok(Self { filter, limit })
    }
}

pub(super) async fn list(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
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
    let RunQuery { mut filter, limit } = query;
    filter.tag = state.access.visible_tag(&caller);
    let error = state.limits.event.min(LISTED_ERROR);
    let mut listed = Vec::new();
    while listed.len() < limit {
        let _loading = state.large.load().await;
        filter.limit = LISTED_AT_ONCE.min(limit - listed.len());
        let runs = state.backend.runs(&filter).await?;
        for run in &runs {
            let address = RunAddress::new(uri.path(), 1, &run.id);
            listed.push(json!(RunView::short(run, error, &address)));
        }
        if runs.len() < filter.limit {
            break;
        }
        filter.before = runs.last().map(|run| run.id.clone());
    }
    Ok(Json(json!({ "runs": listed })).into_response())
}

pub(super) async fn show(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathName(id): PathName,
    _: QueryOf<()>,
    caller: Caller,
) -> Result<Response, Problem> {
    let (_loading, run) = visible_whole(&state, &caller, &id).await?;
    let address = RunAddress::new(uri.path(), 2, &id);
    Ok(Json(RunView::full(&run, state.limits.event, &address)).into_response())
}

pub(super) async fn cancel(
    State(state): State<Arc<ServiceState>>,
    PathName(id): PathName,
    _: QueryOf<()>,
    caller: Caller,
) -> Result<Response, Problem> {
    runs::cancel(&state, &caller, &id).await?;
    Ok((StatusCode::ACCEPTED, Json(json!({ "id": id, "status": "cancelling" }))).into_response())
}

pub(super) async fn resume(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathName(id): PathName,
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
    Ok(with_location(stream(&state, id, after, &address, form), &address))
}
