//! Requests that start a run.

use super::{
    cursor::resumes,
    events::{EventForm, EventQuery, start_after, stream},
    request::{idempotency_key, traceparent, wants_async},
};
use crate::service::{
    access::{Caller, Problem},
    runs::{RequestedRun, RunAddress, ServiceState, all_read},
};
use axum::{
    Json,
    http::{
        HeaderMap, HeaderValue, StatusCode, Uri,
        header::{CONTENT_LOCATION, LOCATION},
    },
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::sync::Arc;

/// A request that starts a run and sends its events.
pub(super) struct StartRequest<'r> {
    state: &'r Arc<ServiceState>,
    caller: &'r Caller,
    headers: &'r HeaderMap,
    after: Option<u64>,
    /// The form of the events; `None` for a client that does not wait for the run.
    form: Option<EventForm>,
    pub(super) key: Option<&'r str>,
}

impl<'r> StartRequest<'r> {
    pub(super) fn new(
        state: &'r Arc<ServiceState>,
        caller: &'r Caller,
        query: EventQuery,
        headers: &'r HeaderMap,
    ) -> Result<Self, Problem> {
        let form = if wants_async(headers) { None } else { Some(EventForm::new(query, headers)?) };
        Ok(Self { state, caller, headers, after: query.after, form, key: idempotency_key(headers)? })
    }

    /// Starts the run, unless an earlier request with the same key did, and sends its events. The last `segments` of the path
    /// belong to the service.
    pub(super) async fn answer(
        self,
        mut requested: RequestedRun,
        uri: &Uri,
        segments: usize,
    ) -> Result<Response, Problem> {
        let Self { state, caller, headers, after, form, .. } = self;
        let after = match requested.find(state, caller).await? {
            Some(run) => {
                let after = start_after(state, &run, headers, after, form).await?;
                if all_read(&run, after) {
                    return Ok(StatusCode::NO_CONTENT.into_response());
                }
                after
            }
            None if resumes(headers) => {
                return Err(Problem::invalid(
                    "the header `Last-Event-ID` names an event, but this request starts a new run",
                ));
            }
            None => {
                requested.traceparent = traceparent(headers);
                requested.start(state, caller).await?;
                0
            }
        };
        let id = &requested.id;
        let address = RunAddress::new(uri.path(), segments, id);
        let Some(form) = form else { return Ok(accepted(id, &address)) };
        Ok(with_location(stream(state, (id, &requested.pipeline), after, &address, form), &address))
    }
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
