//! The steps of a run.

use super::{
    query::{FromQuery, Query, QueryOf, invalid},
    request::PathOf,
    values::no_step,
};
use crate::service::{
    access::{Caller, Problem},
    openapi::Parameter,
    runs::{RunAddress, ServiceState, error_or_cut, value_or_mark, visible},
};
use axum::{
    Json,
    extract::{OriginalUri, State},
    response::{IntoResponse, Response},
};
use runnable_store::{StepFilter, StepRecord};
use serde_json::json;
use std::sync::Arc;

const PAGE: usize = 100;
const MAX_PAGE: usize = 1000;
/// The size of all values of a page, in bytes: a page ends early, and has at least one step.
const PAGE_BYTES: usize = 1024 * 1024;

const AFTER: Parameter =
    Parameter::number("after", "The number of entries before the page: the `next` of the page before");
const LIMIT: Parameter = Parameter::new(
    "limit",
    "The largest number of entries in the page",
    || json!({ "type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": PAGE }),
);

fn limit(query: &Query) -> Result<usize, Problem> {
    let limit = query.number("limit")?.unwrap_or(PAGE);
    if (1..=MAX_PAGE).contains(&limit) {
        return Ok(limit);
    }
    Err(Query::unexpected("limit", format_args!("from 1 to {MAX_PAGE}"), &limit.to_string()))
}

/// Returns the `after` of the page that follows `length` entries, or `None` if they are the last.
fn next_after(after: usize, length: usize, total: usize) -> Option<usize> {
    let next = after.saturating_add(length);
    (next < total).then_some(next)
}

/// The parameters of a request for a page of steps.
pub(super) struct StepsQuery {
    after: usize,
    limit: usize,
    brief: bool,
}

impl FromQuery for StepsQuery {
    const PARAMETERS: &'static [Parameter] = &[AFTER, LIMIT, Parameter::flag("brief", "Leaves inputs and outputs out")];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        Ok(Self { after: query.number("after")?.unwrap_or(0), limit: limit(query)?, brief: query.flag("brief")? })
    }
}

/// Lists the attempts of steps in the order in which they started. `next` is the `after` of the next page.
pub(super) async fn list(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<StepsQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let _loading = state.large.load().await;
    let filter = StepFilter::new().after(query.after).limit(query.limit).bytes(PAGE_BYTES);
    let filter = if query.brief { filter.without_values() } else { filter };
    let page = state.backend.steps(&run, &filter).await?;
    let address = RunAddress::new(uri.path(), 3, &id);
    let steps: Vec<_> = page.steps.iter().map(|step| sent(step, query.brief, state.limits.event, &address)).collect();
    let next = next_after(query.after, steps.len(), page.total);
    Ok(Json(json!({ "steps": steps, "next": next, "total": page.total })).into_response())
}

/// The parameters of a request for a step.
pub(super) struct StepQuery {
    path: String,
}

impl FromQuery for StepQuery {
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::text("path", "The path of the step, such as `languages[2]/translate`").required()];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let path = query.text("path").ok_or_else(|| invalid("write the path of the step: `path=..`"))?;
        Ok(Self { path: path.to_owned() })
    }
}

/// Shows all attempts of a step.
pub(super) async fn show(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<StepQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let _loading = state.large.load().await;
    let page = state.backend.steps(&run, &StepFilter::new().path(&query.path)).await?;
    if page.steps.is_empty() {
        return Err(no_step(&state, &run, &query.path).await);
    }
    let address = RunAddress::new(uri.path(), 3, &id);
    let attempts: Vec<_> = page.steps.iter().map(|step| sent(step, false, state.limits.event, &address)).collect();
    Ok(Json(json!({ "path": query.path, "attempts": attempts })).into_response())
}

/// Returns a step as it is sent: with marks in the place of values that are too large. The error of a `brief` step is short.
fn sent(step: &StepRecord, brief: bool, limit: usize, run: &RunAddress) -> StepRecord {
    let (mut sent, address) = (step.clone(), || run.step(&step.path));
    sent.error = step.error.as_ref().map(|error| error_or_cut(error, if brief { 1024 } else { limit }, address));
    sent.inputs = step.inputs.as_ref().map(|inputs| value_or_mark(inputs, limit, address));
    sent.output = step.output.as_ref().map(|output| value_or_mark(output, limit, || run.output_of(&step.path)));
    sent
}

/// The parameters of a request for a page of files.
pub(super) struct FilesQuery {
    step: Option<String>,
    after: usize,
    limit: usize,
}

impl FromQuery for FilesQuery {
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::text("step", "The path of a step, whose files are the only ones in the page"), AFTER, LIMIT];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let step = query.text("step").map(ToOwned::to_owned);
        Ok(Self { step, after: query.number("after")?.unwrap_or(0), limit: limit(query)? })
    }
}

/// Lists the files that steps put and got, in this order. `next` is the `after` of the next page.
pub(super) async fn files(
    State(state): State<Arc<ServiceState>>,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<FilesQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let _loading = state.large.load().await;
    let mut files = state.backend.files(&run).await?;
    files.retain(|file| query.step.as_ref().is_none_or(|step| file.step == *step));
    let total = files.len();
    if let Some(step) = query.step.filter(|_| total == 0) {
        let attempts = StepFilter::new().path(&step).limit(1).without_values();
        if state.backend.steps(&run, &attempts).await?.steps.is_empty() {
            return Err(no_step(&state, &run, &step).await);
        }
    }
    let files: Vec<_> = files.into_iter().skip(query.after).take(query.limit).collect();
    let next = next_after(query.after, files.len(), total);
    Ok(Json(json!({ "files": files, "next": next, "total": total })).into_response())
}
