//! What is served where.

mod events;
mod pipelines;
mod runs;
mod socket;

use super::{problem::Problem, state::State};
use axum::{
    Json, Router,
    extract::{Request, State as Shared},
    http::StatusCode,
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;
use std::sync::Arc;

pub(super) fn router(state: &Arc<State>) -> Router {
    Router::new()
        .route("/pipelines", get(pipelines::list))
        .route("/pipelines/{name}", post(pipelines::start))
        .route("/pipelines/{name}/graph", get(pipelines::graph))
        .route("/runs", get(runs::list))
        .route("/runs/{id}", get(runs::show))
        .route("/runs/{id}/events", get(events::events))
        .route("/runs/{id}/cancel", post(runs::cancel))
        .route("/runs/{id}/resume", post(runs::resume))
        .route("/runs/{id}/ws", get(socket::socket))
        .route("/ws", get(socket::converse))
        .route("/healthz", get(health))
        .method_not_allowed_fallback(no_method)
        .layer(from_fn_with_state(Arc::clone(state), welcome))
        .with_state(Arc::clone(state))
}

async fn welcome(Shared(state): Shared<Arc<State>>, request: Request, next: Next) -> Result<Response, Problem> {
    state.access.known_host(request.uri(), request.headers())?;
    state.access.same_site(request.method(), request.headers())?;
    Ok(next.run(request).await)
}

/// Whether it works; it tells nothing else.
async fn health(Shared(state): Shared<Arc<State>>) -> Response {
    if state.stopping.is_cancelled() {
        return Problem::stopping().into_response();
    }
    match state.log() {
        Ok(_) => Json(json!({ "status": "ok" })).into_response(),
        Err(problem) => problem.into_response(),
    }
}

async fn no_method() -> Problem {
    let detail = "the resource does not have this method";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "no-method", "The method is not allowed", detail)
}

pub(super) async fn nothing() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown-path", "There is nothing here", "no resource has this path")
}
