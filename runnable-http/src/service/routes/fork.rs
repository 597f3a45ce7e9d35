//! Forks of runs.

use super::{
    events::EventQuery,
    query::QueryOf,
    request::{PathOf, json as read_json},
    start::StartRequest,
    values::no_step,
};
use crate::service::{
    access::{Caller, Problem},
    runs::{RequestedRun, ServiceState, visible},
};
use axum::{
    body::Body,
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use serde::Deserialize;
use std::sync::Arc;

/// The body of a request to fork a run.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ForkPoint {
    /// The path of the step at which the fork starts.
    at: String,
}

/// Starts a run with the input of another run, and with the results of the steps before a step.
pub(super) async fn fork(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(id): PathOf<String>,
    QueryOf(query): QueryOf<EventQuery>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let run = visible(&state, &caller, &id).await?;
    let request = StartRequest::new(&state, &caller, query, &headers)?;
    let (point, _room) = read_json::<ForkPoint>(&state, &headers, body).await?;
    let missing =
        || Problem::invalid("the body is empty: write the step at which the fork starts, `{\"at\":\"step\"}`");
    let ForkPoint { at } = point.ok_or_else(missing)?;
    let requested = RequestedRun::fork(&state, &caller, &run, request.key, at.clone())?;
    match request.answer(requested, &uri, 3).await {
        // The run is there, so the step is not.
        Err(problem) if problem.status() == StatusCode::NOT_FOUND => Err(no_step(&state, &run, &at).await),
        answer => answer,
    }
}
