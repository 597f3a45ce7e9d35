//! The paths of the resources.

use super::{events, pipelines, runs, socket, values};
use crate::service::{access::Problem, runs::ServiceState};
use axum::{
    Json, Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;
use std::sync::Arc;

pub(in crate::service) fn router(state: &Arc<ServiceState>) -> Router {
    Router::new()
        .route("/pipelines", get(pipelines::list))
        .route("/pipelines/{name}", post(pipelines::start))
        .route("/pipelines/{name}/graph", get(pipelines::graph))
        .route("/runs", get(runs::list))
        .route("/runs/{id}", get(runs::show))
        .route("/runs/{id}/input", get(values::input))
        .route("/runs/{id}/output", get(values::output))
        .route("/runs/{id}/events", get(events::events))
        .route("/runs/{id}/events/{seq}", get(values::event))
        .route("/runs/{id}/cancel", post(runs::cancel))
        .route("/runs/{id}/resume", post(runs::resume))
        .route("/runs/{id}/ws", get(socket::single_run))
        .route("/ws", get(socket::many_runs))
        .route("/healthz", get(health))
        .method_not_allowed_fallback(method_not_allowed)
        .layer(from_fn_with_state(Arc::clone(state), check_access))
        .with_state(Arc::clone(state))
}

async fn check_access(
    State(state): State<Arc<ServiceState>>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    // A router that was made outside of a runtime has not started to.
    state.resume_interrupted();
    state.access.check_host(request.uri(), request.headers())?;
    state.access.check_origin(request.method(), request.headers())?;
    Ok(next.run(request).await)
}

/// Reports if the service can start runs, and nothing else.
async fn health(State(state): State<Arc<ServiceState>>) -> Response {
    if state.stopping.is_cancelled() {
        return Problem::stopping().into_response();
    }
    match state.log() {
        Ok(_) => Json(json!({ "status": "ok" })).into_response(),
        Err(problem) => problem.into_response(),
    }
}

async fn method_not_allowed() -> Problem {
    let detail = "the resource does not have this method";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "no-method", "Method not allowed", detail)
}

pub(in crate::service) async fn not_found() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown-path", "Not found", "no resource has this path")
}
