//! Pipelines, and the runs that are started of them.

use super::events::{Form, begin, stream, visible};
use crate::service::{
    access::Caller,
    cursor::resumes,
    pipelines::{Order, Pipeline, What},
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
use serde_json::{Map, Value, json};
use std::{sync::Arc, time::Duration};
use tokio::sync::oneshot;

/// When a place may be free again, in seconds.
const FULL: u32 = 1;
/// So often a run is looked for that another request has begun.
const ATTACH: u32 = 100;

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
    let pipeline = state.pipeline(&name)?;
    let key = idempotency_key(&headers)?;
    let values: Map<String, Value> = read_json(&headers, body, state.limits.body).await?.unwrap_or_default();
    let input = (pipeline.input)(&state.runner, values.clone())?;
    let id = match key {
        Some(key) => keyed(&caller, &name, key),
        None => ulid::Ulid::new().to_string(),
    };
    let mut after = 0;
    if key.is_some() && attach(&state, &caller, &id, &input).await? {
        let run = visible(&state, &caller, &id).await?;
        after = begin(&state, &run, &headers, form.after()).await?;
    } else if resumes(&headers) {
        return Err(Problem::invalid("the header `Last-Event-ID` is of another run: a new one is started here"));
    } else {
        let launched = launch(&state, &name, What::New { id: id.clone(), tag: caller.tag(), values }).await;
        match launched {
            // Another request with this key was quicker.
            Err(problem) if key.is_some() && problem.status() == StatusCode::CONFLICT => {
                if !attach_soon(&state, &caller, &id, &input).await? {
                    return Err(problem);
                }
            }
            launched => launched?,
        }
    }
    let path = uri.path();
    let base = path.strip_suffix(&name).and_then(|path| path.strip_suffix("/pipelines/")).unwrap_or_default();
    let home = format!("{base}/runs/{id}");
    if wants_async(&headers) {
        return Ok(accepted(&id, &home));
    }
    Ok(located(stream(&state, id, after, form, &headers), &home))
}

/// The id of the run that a key names.
fn keyed(caller: &Caller, pipeline: &str, key: &str) -> String {
    let mut hash = blake3::Hasher::new_derive_key("runnable-http 2026 idempotency key");
    for part in [caller.tag().as_deref().unwrap_or_default(), pipeline, key] {
        hash.update(&part.len().to_le_bytes()).update(part.as_bytes());
    }
    format!("key-{}", &hash.finalize().to_hex()[..32])
}

/// Whether there is a run of this key already; of another input, it is a mistake.
async fn attach(state: &State, caller: &Caller, id: &str, input: &str) -> Result<bool, Problem> {
    let Some(run) = state.log()?.run(id).await? else { return Ok(false) };
    if !state.access.sees(caller, &run) {
        return Err(Problem::no_run());
    }
    if run.input.get() == input {
        return Ok(true);
    }
    Err(Problem::invalid("the header `Idempotency-Key` has come with another input before"))
}

/// The same of a run that is about to be recorded.
async fn attach_soon(state: &State, caller: &Caller, id: &str, input: &str) -> Result<bool, Problem> {
    for _ in 0..ATTACH {
        if attach(state, caller, id, input).await? {
            return Ok(true);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(false)
}

/// Begins a run on a thread of its own; it has begun when this gives `Ok`.
pub(super) async fn launch(state: &Arc<State>, pipeline: &str, what: What) -> Result<(), Problem> {
    state.log()?;
    if state.stopping.is_cancelled() {
        return Err(Problem::stopping());
    }
    let run = state.pipeline(pipeline)?.run;
    let place = state.live.place().ok_or_else(|| {
        let detail = "as many runs go on as may";
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "full", "The server is full", detail).retry_after(FULL)
    })?;
    let (What::New { id, .. } | What::Resumed { id, .. }) = &what;
    let entry = Arc::clone(&state.live).enter(id, place);
    let entry = entry.ok_or_else(|| Problem::conflict("running", "the run is running"))?;
    let (begun, told) = oneshot::channel();
    let order = Order { runner: state.runner.clone(), what, entry, begun, leave: state.stop.clone() };
    state.workers.spawn(move || run(order)).map_err(|error| Problem::internal(&error))?;
    told.await.unwrap_or_else(|_| Err(Problem::internal(&"a run ended before it began")))
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
