//! Pipelines, and starting runs of them.

use super::{
    cursor::resumes,
    events::{EventForm, EventQuery, start_after, stream},
    query::QueryOf,
    request::{PathName, idempotency_key, json as read_json, wants_async},
};
use crate::service::{
    access::{Caller, Problem},
    runs::{RequestedRun, RunAddress, ServedPipeline, ServiceState, all_read},
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_LOCATION, LOCATION},
    },
    response::{IntoResponse, Response},
};
use runnable_runner::ParameterKind;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) async fn list(State(state): State<Arc<ServiceState>>, _: QueryOf<()>, _: Caller) -> Response {
    let all: Vec<_> = state.pipelines.values().map(description).collect();
    Json(json!({ "pipelines": all })).into_response()
}

fn description(pipeline: &ServedPipeline) -> Value {
    let inputs = pipeline.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::Input);
    let parameters: Vec<_> = inputs
        .map(|parameter| json!({ "name": parameter.name, "type": parameter.ty, "has_default": parameter.has_default }))
        .collect();
    json!({ "name": pipeline.name, "parameters": parameters })
}

pub(super) async fn graph(
    State(state): State<Arc<ServiceState>>,
    PathName(name): PathName,
    _: QueryOf<()>,
    _: Caller,
) -> Result<Response, Problem> {
    Ok(Json((state.pipeline(&name)?.graph)()).into_response())
}

pub(super) async fn start(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathName(name): PathName,
    QueryOf(query): QueryOf<EventQuery>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    state.pipeline(&name)?;
    let form = if wants_async(&headers) { None } else { Some(EventForm::new(query, &headers)?) };
    let key = idempotency_key(&headers)?;
    let (values, _room) = read_json(&state, &headers, body).await?;
    let requested = RequestedRun::new(&state, &caller, &name, key, values.unwrap_or_default())?;
    let after = match requested.find(&state, &caller).await? {
        Some(run) => {
            let after = start_after(&state, &run, &headers, query.after).await?;
            if all_read(&run, after) {
                return Ok(StatusCode::NO_CONTENT.into_response());
            }
            after
        }
        None if resumes(&headers) => {
            return Err(Problem::invalid(
                "the header `Last-Event-ID` names an event, but this request starts a new run",
            ));
        }
        None => {
            requested.start(&state, &caller).await?;
            0
        }
    };
    let id = requested.id;
    let address = RunAddress::new(uri.path(), 2, &id);
    let Some(form) = form else { return Ok(accepted(&id, &address)) };
    Ok(with_location(stream(&state, id, after, &address, form), &address))
}

/// Returns the response to a client that does not wait for the run.
pub(super) fn accepted(id: &str, run: &RunAddress) -> Response {
    let body = json!({ "id": id, "url": run.to_string(), "events": run.events() });
    let mut response = (StatusCode::ACCEPTED, Json(body)).into_response();
    response.headers_mut().insert("preference-applied", HeaderValue::from_static("respond-async"));
    if let Ok(run) = HeaderValue::from_str(&run.to_string()) {
        response.headers_mut().insert(LOCATION, run);
    }
    response
}

/// Adds the address at which the events can be read again.
pub(super) fn with_location(mut response: Response, run: &RunAddress) -> Response {
    if let Ok(events) = HeaderValue::from_str(&run.events()) {
        response.headers_mut().insert(CONTENT_LOCATION, events);
    }
    response
}
