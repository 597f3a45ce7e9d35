//! The state of the server.

use crate::service::{access::Problem, runs::ServiceState};
use axum::{
    Json,
    extract::State,
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::sync::Arc;

/// Reports if the service can start runs, and nothing else.
pub(super) async fn health(State(state): State<Arc<ServiceState>>) -> Response {
    if state.stopping.is_cancelled() {
        return Problem::stopping().into_response();
    }
    match state.backend.ready().await {
        Ok(()) => Json(json!({ "status": "ok" })).into_response(),
        Err(problem) => problem.into_response(),
    }
}
