//! Runs that were started.

use super::{
    events::{Form, stream},
    pipelines::{accepted, located},
};
use crate::service::{
    access::Caller,
    commands::{self, launch, visible},
    cursor::cursor,
    pipelines::{Assumed, What},
    problem::Problem,
    request::{Asked, Named, json as read_json, wants_async},
    state::State,
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State as Shared},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use runnable::store::{Json as JsonText, RunFilter, RunRecord, RunStatus};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

const PAGE: usize = 50;
const MOST: usize = 500;
/// How long a run that has ended may take to make room for its next part.
const LEAVING: Duration = Duration::from_secs(1);

/// A run as a client sees it.
#[derive(Serialize)]
struct Shown<'a> {
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

impl<'a> Shown<'a> {
    /// Without what may be large.
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

    fn whole(run: &'a RunRecord) -> Self {
        Self { input: Some(&run.input), output: run.output.as_ref(), ..Self::short(run) }
    }
}

fn rfc3339(time: SystemTime) -> String {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    runnable_wire::Timestamp::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)).to_string()
}

#[derive(Deserialize)]
pub(super) struct Filter {
    pipeline: Option<String>,
    status: Option<RunStatus>,
    before: Option<String>,
    limit: Option<usize>,
}

pub(super) async fn list(
    Shared(state): Shared<Arc<State>>,
    Asked(asked): Asked<Filter>,
    caller: Caller,
) -> Result<Response, Problem> {
    let limit = asked.limit.unwrap_or(PAGE).clamp(1, MOST);
    let mut filter = RunFilter::new().limit(limit);
    (filter.pipeline, filter.status, filter.before) = (asked.pipeline, asked.status, asked.before);
    filter.tag = state.access.seen(&caller);
    let runs = state.log()?.runs(&filter).await?;
    let shown: Vec<_> = runs.iter().map(Shown::short).collect();
    Ok(Json(json!({ "runs": shown })).into_response())
}

pub(super) async fn show(
    Shared(state): Shared<Arc<State>>,
    Named(id): Named,
    caller: Caller,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    Ok(Json(Shown::whole(&run)).into_response())
}

pub(super) async fn cancel(
    Shared(state): Shared<Arc<State>>,
    Named(id): Named,
    caller: Caller,
) -> Result<Response, Problem> {
    commands::cancel(&state, &caller, &id).await?;
    Ok((StatusCode::ACCEPTED, Json(json!({ "id": id, "status": "cancelling" }))).into_response())
}

pub(super) async fn resume(
    Shared(state): Shared<Arc<State>>,
    OriginalUri(uri): OriginalUri,
    Named(id): Named,
    Asked(form): Asked<Form>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let after = cursor(&id, &headers, Some(form.after().unwrap_or(run.last_seq)))?;
    let assumed: Assumed = read_json(&headers, body, state.limits.body).await?.unwrap_or_default();
    if run.status != RunStatus::Running {
        let _ = tokio::time::timeout(LEAVING, state.live.left(&id)).await;
    }
    launch(&state, &run.pipeline, What::Resumed { id: id.clone(), assumed }).await?;
    let home = uri.path().strip_suffix("/resume").unwrap_or_default().to_owned();
    if wants_async(&headers) {
        return Ok(accepted(&id, &home));
    }
    Ok(located(stream(&state, id, after, form, &headers), &home))
}
