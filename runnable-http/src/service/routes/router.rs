//! The paths of the resources.

use super::{
    accept::accepted_format, cursor::LAST_EVENT_ID, events, fork, graph, pipelines, request::IDEMPOTENCY_KEY, runs,
    socket, steps, values,
};
use crate::service::{
    access::{Problem, answer},
    runs::ServiceState,
};
use axum::{
    Json, Router,
    extract::{Request, State},
    http::{
        HeaderMap, HeaderName, Method, StatusCode,
        header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, ORIGIN},
    },
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;
use std::sync::Arc;

/// Returns the resources alone, for a server that has others.
pub(in crate::service) fn router(state: &Arc<ServiceState>) -> Router {
    handled(resources(), state)
}

/// Returns the resources, and a refusal of every other path.
pub(in crate::service) fn whole_router(state: &Arc<ServiceState>) -> Router {
    handled(resources().fallback(not_found), state)
}

fn handled(router: Router<Arc<ServiceState>>, state: &Arc<ServiceState>) -> Router {
    router.layer(from_fn_with_state(Arc::clone(state), handle)).with_state(Arc::clone(state))
}

fn resources() -> Router<Arc<ServiceState>> {
    let json = Router::new()
        .route("/pipelines", get(pipelines::list))
        .route("/pipelines/{name}/schema", get(pipelines::schema))
        .route("/runs", get(runs::list))
        .route("/runs/counts", get(runs::counts))
        .route("/runs/{id}", get(runs::show))
        .route("/runs/{id}/steps", get(steps::list))
        .route("/runs/{id}/step", get(steps::show))
        .route("/runs/{id}/input", get(values::input))
        .route("/runs/{id}/output", get(values::output))
        .route("/runs/{id}/events/{seq}", get(values::event))
        .route("/runs/{id}/cancel", post(runs::cancel))
        .route_layer(from_fn(check_accept));
    let router = Router::new();
    #[cfg(feature = "ui")]
    let router = crate::ui::add_to(router);
    router
        .merge(json)
        .route("/pipelines/{name}", post(pipelines::start))
        .route("/pipelines/{name}/graph", get(graph::of_pipeline))
        .route("/runs/{id}/events", get(events::events))
        .route("/runs/{id}/fork", post(fork::fork))
        .route("/runs/{id}/graph", get(graph::of_run))
        .route("/runs/{id}/resume", post(runs::resume))
        .route("/runs/{id}/ws", get(socket::single_run))
        .route("/ws", get(socket::many_runs))
        .route("/healthz", get(health))
        .method_not_allowed_fallback(method_not_allowed)
}

/// Handles every request.
async fn handle(State(state): State<Arc<ServiceState>>, request: Request, next: Next) -> Response {
    // A router that was made outside of a runtime has not started to.
    state.begin();
    let response = match check_access(&state, &request) {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    answer(response, &**state.runner.redact())
}

fn check_access(state: &ServiceState, request: &Request) -> Result<(), Problem> {
    check_repeated(request.headers())?;
    state.access.check_host(request.version(), request.uri(), request.headers())?;
    state.access.check_origin(request.method(), request.uri(), request.headers())
}

/// Refuses a request with a header twice that may occur once: a proxy could have used the other.
fn check_repeated(headers: &HeaderMap) -> Result<(), Problem> {
    const SINGLE: [HeaderName; 7] =
        [HOST, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, ORIGIN, LAST_EVENT_ID, IDEMPOTENCY_KEY];
    match SINGLE.into_iter().find(|name| headers.get_all(name).iter().nth(1).is_some()) {
        None => Ok(()),
        Some(name) => {
            let detail = format!("the request has the header `{name}` more than once");
            Err(Problem::new(StatusCode::BAD_REQUEST, "repeated-header", "Repeated header", detail))
        }
    }
}

/// Refuses a request for JSON whose client does not accept JSON.
async fn check_accept(request: Request, next: Next) -> Result<Response, Problem> {
    accepted_format(request.headers(), &["application/json"])?;
    Ok(next.run(request).await)
}

/// Reports if the service can start runs, and nothing else.
async fn health(State(state): State<Arc<ServiceState>>) -> Response {
    if state.stopping.is_cancelled() {
        return Problem::stopping().into_response();
    }
    match state.backend.ready().await {
        Ok(()) => Json(json!({ "status": "ok" })).into_response(),
        Err(problem) => problem.into_response(),
    }
}

/// Answers `OPTIONS` with the methods alone, which the router adds.
async fn method_not_allowed(method: Method) -> Response {
    if method == Method::OPTIONS {
        return StatusCode::NO_CONTENT.into_response();
    }
    let detail = "the resource does not have this method";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "no-method", "Method not allowed", detail).into_response()
}

async fn not_found() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown-path", "Not found", "no resource has this path")
}
