//! The steps of a run.

use super::{
    query::{FromQuery, Query, QueryOf, invalid},
    request::PathName,
    values::no_step,
};
use crate::service::{
    access::{Caller, Problem},
    runs::{RunAddress, ServiceState, error_or_cut, value_or_mark, visible},
};
use axum::{
    Json,
    extract::{OriginalUri, State},
    response::{IntoResponse, Response},
};
use runnable_store::StepRecord;
use serde_json::json;
use std::sync::Arc;

const PAGE: usize = 100;
const MAX_PAGE: usize = 1000;
/// The size of all values of a page, in bytes: a page ends early, and marks stand for values that are too large.
const PAGE_BYTES: usize = 1024 * 1024;

/// The parameters of a request for a page of steps.
pub(super) struct StepsQuery {
    after: usize,
    limit: usize,
    brief: bool,
}

impl FromQuery for StepsQuery {
    const NAMES: &'static [&'static str] = &["after", "limit", "brief"];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let limit = query.number("limit")?.unwrap_or(PAGE);
        if !(1..=MAX_PAGE).contains(&limit) {
            return Err(Query::unexpected("limit", format_args!("from 1 to {MAX_PAGE}"), &limit.to_string()));
        }
        Ok(Self { after: query.number("after")?.unwrap_or(0), limit, brief: query.flag("brief")? })
    }
}

/// Lists the attempts of steps in the order in which they started. `next` is the `after` of the next page.
pub(super) async fn list(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathName(id): PathName,
    QueryOf(query): QueryOf<StepsQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let _loading = state.large.load().await;
    let (all, address) = (state.backend.steps(&run).await?, RunAddress::new(uri.path(), 3, &id));
    let (mut page, mut size) = (Vec::new(), 0);
    for step in all.iter().skip(query.after).take(query.limit) {
        let view = sent(step, query.brief, state.limits.event, &address);
        size +=
            [&view.inputs, &view.output, &view.error].into_iter().flatten().map(|json| json.get().len()).sum::<usize>();
        page.push(view);
        if size > PAGE_BYTES {
            break;
        }
    }
    let next = query.after.saturating_add(page.len());
    let next = (next < all.len()).then_some(next);
    Ok(Json(json!({ "steps": page, "next": next, "total": all.len() })).into_response())
}

/// The parameters of a request for a step.
pub(super) struct StepQuery {
    path: String,
}

impl FromQuery for StepQuery {
    const NAMES: &'static [&'static str] = &["path"];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        let path = query.text("path").ok_or_else(|| invalid("write the path of the step: `path=..`"))?;
        Ok(Self { path: path.to_owned() })
    }
}

/// Shows all attempts of a step.
pub(super) async fn show(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathName(id): PathName,
    QueryOf(query): QueryOf<StepQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let _loading = state.large.load().await;
    let (all, address) = (state.backend.steps(&run).await?, RunAddress::new(uri.path(), 3, &id));
    let attempts = all.iter().filter(|step| step.path == query.path);
    let attempts: Vec<_> = attempts.map(|step| sent(step, false, state.limits.event, &address)).collect();
    if attempts.is_empty() {
        return Err(no_step(&all, &query.path));
    }
    Ok(Json(json!({ "path": query.path, "attempts": attempts })).into_response())
}

/// Returns a step as it is sent: with marks in the place of values that are too large or, if it is `brief`, without values.
fn sent(step: &StepRecord, brief: bool, limit: usize, run: &RunAddress) -> StepRecord {
    let mut sent = StepRecord::running(&step.path, step.attempt, step.started, None);
    (sent.status, sent.ended) = (step.status, step.ended);
    let address = || run.step(&step.path);
    sent.error = step.error.as_ref().map(|error| error_or_cut(error, if brief { 1024 } else { limit }, address));
    if !brief {
        sent.inputs = step.inputs.as_ref().map(|inputs| value_or_mark(inputs, limit, address));
        sent.output = step.output.as_ref().map(|output| value_or_mark(output, limit, || run.output_of(&step.path)));
        (sent.hashed, sent.unchecked) = (step.hashed.clone(), step.unchecked.clone());
    }
    sent
}
