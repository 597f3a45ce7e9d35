//! Pipelines, and the runs that are started of them.

use super::events::{Form, begin, stream};
use crate::service::{
    access::Caller,
    commands::{Wanted, all_read},
    cursor::resumes,
    pipelines::Pipeline,
    problem::Problem,
    request::{Asked, Named, idempotency_key, json as read_json, wants_async},
    state::State,
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State as Shared},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CONTENT_LOCATION, LOCATION},
    },
    response::{IntoResponse, Response},
};
use runnable::runner::ParameterKind;
use serde_json::{Value, json};
use std::sync::Arc;

pub(super) async fn list(Shared(state): Shared<Arc<State>>, _: Caller) -> Response {
    let all: Vec<_> = state.pipelines.values().map(shown).collect();
    Json(json!({ "pipelines": all })).into_response()
}

fn shown(pipeline: &Pipeline) -> Value {
    let inputs = pipeline.parameters.iter().filter(|parameter| parameter.kind == ParameterKind::Input);
    let parameters: Vec<_> = inputs
        .map(|parameter| json!({ "name": parameter.name, "type": parameter.ty, "has_default": parameter.has_default }))
        .collect();
    json!({ "name": pipeline.name, "parameters": parameters })
}

pub(super) async fn graph(
    Shared(state): Shared<Arc<State>>,
    Named(name): Named,
    _: Caller,
) -> Result<Response, Problem> {
    Ok(Json((state.pipeline(&name)?.graph)()).into_response())
}

pub(super) async fn start(
    Shared(state): Shared<Arc<State>>,
    OriginalUri(uri): OriginalUri,
    Named(name): Named,
    Asked(form): Asked<Form>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    state.pipeline(&name)?;
    let key = idempotency_key(&headers)?;
    let values = read_json(&headers, body, state.limits.body).await?.unwrap_or_default();
    let wanted = Wanted::new(&state, &caller, &name, key, values)?;
    let after = match wanted.found(&state, &caller).await? {
        Some(run) => {
            let after = begin(&state, &run, &headers, form.after()).await?;
            if all_read(&run, after) {
                return Ok(StatusCode::NO_CONTENT.into_response());
            }
            after
        }
        None if resumes(&headers) => {
            return Err(Problem::invalid("the header `Last-Event-ID` is of another run: a new one is started here"));
        }
        None => {
            wanted.start(&state, &caller).await?;
            0
        }
    };
    let id = wanted.id;
    let path = uri.path();
    let base = path.strip_suffix(&name).and_then(|path| path.strip_suffix("/pipelines/")).unwrap_or_default();
    let home = format!("{base}/runs/{id}");
    if wants_async(&headers) {
        return Ok(accepted(&id, &home));
    }
    Ok(located(stream(&state, id, after, form, &headers), &home))
}

/// The answer to a client that does not wait.
pub(super) fn accepted(id: &str, home: &str) -> Response {
    let body = json!({ "id": id, "url": home, "events": format!("{home}/events") });
    let mut response = (StatusCode::ACCEPTED, Json(body)).into_response();
    response.headers_mut().insert("preference-applied", HeaderValue::from_static("respond-async"));
    if let Ok(home) = HeaderValue::from_str(home) {
        response.headers_mut().insert(LOCATION, home);
    }
    response
}

/// Says where the events are read again.
pub(super) fn located(mut response: Response, home: &str) -> Response {
    if let Ok(events) = HeaderValue::from_str(&format!("{home}/events")) {
        response.headers_mut().insert(CONTENT_LOCATION, events);
    }
    response
}
