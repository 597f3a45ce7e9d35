//! Runs that exist.

use super::{
    cursor::cursor,
    events::{EventQuery, stream},
    pipelines::{accepted, with_location},
    request::{PathName, QueryOf, json as read_json, wants_async},
};
use crate::service::{
    access::{Caller, Problem},
    runs::{self, Assumptions, Launch, ServiceState, launch, visible},
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use runnable_store::{Json as JsonText, RunFilter, RunRecord, RunStatus};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

const PAGE: usize = 50;
const MAX_PAGE: usize = 500;
/// The time for which a request waits until a run that has ended is removed from the active runs.
const REMOVAL: Duration = Duration::from_secs(1);

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
    input: Option<&'a JsonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    output: Option<&'a JsonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a JsonText>,
}

impl<'a> RunView<'a> {
    /// Leaves out the input and the output, which may be large.
    fn short(run: &'a RunRecord) -> Self {
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
            error: run.error.as_ref(),
        }
    }

    fn full(run: &'a RunRecord) -> Self {
        Self { input: Some(&run.input), output: run.output.as_ref(), ..Self::short(run) }
    }
}

fn rfc3339(time: SystemTime) -> String {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    runnable_wire::Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)).to_string()
}

#[derive(Deserialize)]
pub(super) struct RunQuery {
    pipeline: Option<String>,
    status: Option<RunStatus>,
    before: Option<String>,
    limit: Option<usize>,
}

pub(super) async fn list(
    State(state): State<Arc<ServiceState>>,
    QueryOf(query): QueryOf<RunQuery>,
    caller: Caller,
) -> Result<Response, Problem> {
    let limit = query.limit.unwrap_or(PAGE).clamp(1, MAX_PAGE);
    let mut filter = RunFilter::new().limit(limit);
    (filter.pipeline, filter.status, filter.before) = (query.pipeline, query.status, query.before);
    filter.tag = state.access.visible_tag(&caller);
    let runs = state.log()?.runs(&filter).await?;
    let runs: Vec<_> = runs.iter().map(RunView::short).collect();
    Ok(Json(json!({ "runs": runs })).into_response())
}

pub(super) async fn show(
    State(state): State<Arc<ServiceState>>,
    PathName(id): PathName,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    Ok(Json(RunView::full(&run)).into_response())
}

pub(super) async fn cancel(
    State(state): State<Arc<ServiceState>>,
    PathName(id): PathName,
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
    let run = visible(&state, &caller, &id).await?;
    let after = cursor(&id, &headers, Some(query.after().unwrap_or(run.last_seq)))?;
    let assumptions: Assumptions = read_json(&headers, body, state.limits.body).await?.unwrap_or_default();
    if run.status != RunStatus::Running {
        let _ = tokio::time::timeout(REMOVAL, state.active_runs.removed(&id)).await;
    }
    launch(&state, &run.pipeline, Launch::Resumed { id: id.clone(), assumptions }).await?;
    let run_url = uri.path().strip_suffix("/resume").unwrap_or_default().to_owned();
    if wants_async(&headers) {
        return Ok(accepted(&id, &run_url));
    }
    Ok(with_location(stream(&state, id, after, query, &headers), &run_url))
}
