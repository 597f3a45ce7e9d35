//! Conversations of front ends.

use super::{
    accept::accepted_format,
    events::EVENT_STREAM,
    query::{FromQuery, Query, QueryOf},
    request::{PathOf, idempotency_key, json as read_json, traceparent},
    start::with_location,
};
use crate::{
    AgUi,
    service::{
        access::{Caller, FieldError, Problem},
        chat::{ChatProtocol, ChatRequest},
        openapi::Parameter,
        runs::{Conversation, LogStream, RequestedRun, RunAddress, ServiceState},
    },
    sse,
};
use axum::{
    Json,
    body::Body,
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::sync::Arc;

/// Starts the answer to a conversation, unless an earlier request with the same id did, and sends it.
pub(super) async fn start(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf(name): PathOf<String>,
    _: QueryOf<()>,
    caller: Caller,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Problem> {
    let input = state.agent(&name)?;
    accepted_format(&headers, &[EVENT_STREAM])?;
    let key = idempotency_key(&headers)?;
    let (body, _room) = read_json(&state, &headers, body).await?;
    let ChatRequest { chat, protocol, run } = ChatRequest::read(body.unwrap_or_default())?;
    let conversation = Conversation::new(&caller, &name, &chat.id);
    let key = run.as_deref().or(key);
    let mut requested = RequestedRun::with_id(&state, &name, conversation.run(key), key.is_some(), input(&chat)?)?;
    let known = requested.find(&state, &caller).await;
    if known.map_err(|problem| other_messages(problem, run.is_some()))?.is_none() {
        requested.traceparent = traceparent(&headers);
        requested.start(&state, &caller).await?;
    }
    let answer = Answer { run: &requested.id, pipeline: &name, thread: chat.id, key: run, protocol };
    Ok(answer.send(&state, &uri, 2))
}

/// Returns the problem of a request whose `runId` stands for the answer to other messages.
fn other_messages(problem: Problem, has_run: bool) -> Problem {
    if !has_run || problem.status() != StatusCode::UNPROCESSABLE_ENTITY {
        return problem;
    }
    let detail = "the run with this id answers other messages";
    let error = FieldError { path: vec!["runId".to_owned()], code: "mistyped", detail: detail.to_owned() };
    Problem::invalid(detail).with_field(error)
}

/// The protocol of an answer that is being written. A client that reloads sends no body from which it could be known.
pub(super) struct ChatQuery(ChatProtocol);

impl FromQuery for ChatQuery {
    const PARAMETERS: &'static [Parameter] =
        &[Parameter::new("format", "The protocol", || json!({ "enum": ["ai-sdk", "ag-ui"], "default": "ai-sdk" }))];

    fn from_query(query: &Query) -> Result<Self, Problem> {
        match query.text("format") {
            None | Some("ai-sdk") => Ok(Self(ChatProtocol::AiSdk)),
            Some("ag-ui") => Ok(Self(ChatProtocol::AgUi)),
            Some(other) => Err(Query::unexpected("format", "`ai-sdk` or `ag-ui`", other)),
        }
    }
}

/// Sends the answer that is being written from its beginning, for a front end that was reloaded.
pub(super) async fn follow(
    State(state): State<Arc<ServiceState>>,
    OriginalUri(uri): OriginalUri,
    PathOf((name, id)): PathOf<(String, String)>,
    QueryOf(ChatQuery(protocol)): QueryOf<ChatQuery>,
    caller: Caller,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    state.agent(&name)?;
    accepted_format(&headers, &[EVENT_STREAM])?;
    let conversation = Conversation::new(&caller, &name, &id);
    let Some(run) = conversation.active(&state).await? else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    let key = conversation.key_of(&run).to_owned();
    let answer = Answer { run: &run, pipeline: &name, thread: id, key: Some(key), protocol };
    Ok(answer.send(&state, &uri, 4))
}

/// Cancels the answers that are being written.
pub(super) async fn stop(
    State(state): State<Arc<ServiceState>>,
    PathOf((name, id)): PathOf<(String, String)>,
    _: QueryOf<()>,
    caller: Caller,
) -> Result<Response, Problem> {
    state.agent(&name)?;
    match Conversation::new(&caller, &name, &id).stop(&state).await? {
        Some(run) => Ok((StatusCode::ACCEPTED, Json(json!({ "id": run, "status": "cancelling" }))).into_response()),
        None => Ok(StatusCode::NO_CONTENT.into_response()),
    }
}

/// The run that answers a conversation.
struct Answer<'r> {
    run: &'r str,
    pipeline: &'r str,
    /// The id of the conversation.
    thread: String,
    /// The id by which the front end knows the run.
    key: Option<String>,
    protocol: ChatProtocol,
}

impl Answer<'_> {
    /// Sends the run from its beginning: a message means nothing without those before it. The last `segments` of the path belong
    /// to the service.
    fn send(self, state: &Arc<ServiceState>, uri: &Uri, segments: usize) -> Response {
        let address = RunAddress::new(uri.path(), segments, self.run);
        let events = LogStream::new(state, self.run.to_owned(), 0, address.clone()).of_pipeline(self.pipeline);
        let blocks = sse(events).keep_alive(state.limits.keep_alive);
        let blocks = match self.protocol {
            ChatProtocol::AiSdk => blocks.ai_sdk(),
            ChatProtocol::AgUi => {
                let options = AgUi::new().thread_id(self.thread);
                blocks.ag_ui(self.key.into_iter().fold(options, AgUi::run_id))
            }
        };
        with_location(blocks.into_response(), &address)
    }
}
