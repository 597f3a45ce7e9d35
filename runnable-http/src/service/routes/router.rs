//! The paths of the resources.

use super::{
    accept::accepted_format,
    cursor::LAST_EVENT_ID,
    query::QueryOf,
    request::IDEMPOTENCY_KEY,
    table::{Route, routes},
};
use crate::service::{
    access::{Caller, Problem, answer},
    openapi::{Operation, Sent, document},
    runs::ServiceState,
};
use axum::{
    Json, Router,
    extract::{OriginalUri, Request, State},
    http::{
        HeaderMap, HeaderName, Method, StatusCode, Uri,
        header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HOST, ORIGIN},
    },
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use std::{future::ready, sync::Arc};

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
    let (mut json, mut other, mut operations) = (Router::new(), Router::new(), vec![document_operation()]);
    for Route { path, method, is_json, operation } in routes() {
        operations.push(operation);
        let router = if is_json { &mut json } else { &mut other };
        *router = std::mem::take(router).route(path, method);
    }
    let operations: Arc<[Operation]> = operations.into();
    let show = move |State(state): State<Arc<ServiceState>>,
                     OriginalUri(uri): OriginalUri,
                     _: QueryOf<()>,
                     _: Caller| { ready(show_document(&operations, &state, &uri)) };
    let json = json.route(DOCUMENT, get(show)).route_layer(from_fn(check_accept));
    let router = Router::new();
    #[cfg(feature = "ui")]
    let router = crate::ui::add_to(router);
    router.merge(json).merge(other).method_not_allowed_fallback(method_not_allowed)
}

const DOCUMENT: &str = "/openapi.json";

fn document_operation() -> Operation {
    let about = "The document. Its schemas are those of the pipelines of this service.";
    Operation::new("get", DOCUMENT, "showDocument", "Shows this document").sends(Sent::Value { about }).problems([406])
}

/// Returns the OpenAPI document of the service.
fn show_document(operations: &[Operation], state: &ServiceState, uri: &Uri) -> Response {
    let base = uri.path().strip_suffix(DOCUMENT).unwrap_or_default();
    let pipelines = state.pipelines.values().map(|pipeline| (pipeline.name, (pipeline.schema)()));
    Json(document(base, !state.access.is_open(), operations, pipelines)).into_response()
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
