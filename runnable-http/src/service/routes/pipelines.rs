//! Pipelines, and starting runs of them.

use super::{
    events::EventQuery,
    query::QueryOf,
    request::{PathOf, json as read_json},
    start::StartRequest,
};
use crate::service::{
    access::{Caller, Problem},
    runs::{RequestedRun, ServedPipeline, ServiceState},
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use runnable_graph::Node;
use runnable_runner::ParameterKind;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) async fn list(State(state): State<Arc<ServiceState>>, _: QueryOf<()>, _: Caller) -> Response {
    let all: Vec<_> = state.pipelines.values().map(|pipeline| description(&state, pipeline)).collect();
    Json(json!({ "pipelines": all })).into_response()
}

fn description(state: &ServiceState, pipeline: &ServedPipeline) -> Value {
    let inputs = pipeline.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::Input);
    let parameters: Vec<_> = inputs
        .map(|parameter| json!({ "name": parameter.name, "type": parameter.ty, "has_default": parameter.has_default }))
        .collect();
    let (graph, is_once) = ((pipeline.graph)(), (pipeline.once_steps)(&state.runner));
    let once: Vec<_> = graph.nodes().iter().map(Node::id).filter(|id| is_once(id)).collect();
    json!({ "name": pipeline.name, "docs": pipeline.docs, "parameters": parameters, "once": once })
}

pub(super) async fn schema(
    State(state): State<Arc<ServiceState>>,
    PathOf(name): PathOf<String>,
    _: QueryOf<()>,
    _: Caller,
) -> Result<Response, Problem> {
    Ok(Json((state.pipeline(&name)?.schema)()).into_response())
}

pub(super) async fn start(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(name): PathOf<String>,
    QueryOf(query): QueryOf<EventQuery>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    state.pipeline(&name)?;
    let request = StartRequest::new(&state, &caller, query, &headers)?;
    let (values, _room) = read_json(&state, &headers, body).await?;
    let requested = RequestedRun::new(&state, &caller, &name, request.key, values.unwrap_or_default())?;
    request.answer(requested, &uri, 2).await
}
