//! A session over a WebSocket that starts and follows any number of runs.

use crate::{
    EndReason, RunStream,
    responses::websocket::{ClientRequest, Message, Reply, RequestError, RequestId, Session, close_code_of},
    service::{
        access::{Caller, Problem, reply},
        runs::{self, LogStream, RequestedRun, RunAddress, SentEvent, ServiceState, all_read, check_key, visible},
    },
};
use futures_core::Stream;
use futures_util::{
    FutureExt, StreamExt,
    future::BoxFuture,
    stream::{FuturesUnordered, SelectAll},
};
use runnable_core::hooks::Redact;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio_util::sync::WaitForCancellationFutureOwned;

/// The number of runs that a connection may follow at a time.
const MAX_RUNS: usize = 64;

/// A session over a WebSocket that starts and follows any number of runs.
pub(super) struct MultiRunSession {
    state: Arc<ServiceState>,
    caller: Caller,
    /// The path of the connection's request.
    path: String,
    /// The requests that are being handled.
    pending: FuturesUnordered<BoxFuture<'static, (RequestId, Result<Handled, Problem>)>>,
    /// The runs that the client follows.
    runs: SelectAll<Subscription>,
    stopped: Pin<Box<WaitForCancellationFutureOwned>>,
}

/// The result of a request.
enum Handled {
    Cancelled,
    Started {
        run: String,
    },
    /// The client follows the run from the event after `after` on, unless that was the last.
    Subscribed {
        run: String,
        after: u64,
        ended: bool,
    },
}

#[derive(Deserialize)]
struct StartArguments {
    pipeline: String,
    #[serde(default)]
    input: Map<String, Value>,
    idempotency_key: Option<String>,
}

#[derive(Deserialize)]
struct SubscribeArguments {
    run: String,
    #[serde(default)]
    after: u64,
}

#[derive(Deserialize)]
struct CancelArguments {
    run: String,
}

impl MultiRunSession {
    pub(super) fn new(state: Arc<ServiceState>, caller: Caller, path: &str) -> Self {
        let (stopped, path) = (Box::pin(state.stop.clone().cancelled_owned()), path.to_owned());
        Self { state, caller, path, pending: FuturesUnordered::new(), runs: SelectAll::new(), stopped }
    }

    /// Starts to handle a request.
    fn start(&self, request: &mut ClientRequest) -> Result<BoxFuture<'static, Result<Handled, Problem>>, RequestError> {
        let (state, caller) = (Arc::clone(&self.state), self.caller.clone());
        Ok(match request.op.as_str() {
            "start" => {
                let arguments = request.arguments()?;
                self.check_limit()?;
                start(state, caller, arguments).boxed()
            }
            "subscribe" => {
                let arguments = request.arguments()?;
                self.check_limit()?;
                subscribe(state, caller, arguments).boxed()
            }
            "cancel" => {
                let CancelArguments { run } = request.arguments()?;
                async move {
                    runs::cancel(&state, &caller, &run).await?;
                    Ok(Handled::Cancelled)
                }
                .boxed()
            }
            _ => return Err(RequestError::unknown_op("`start`, `subscribe`, `cancel` or `credit`")),
        })
    }

    /// Returns an error if the client follows as many runs as it may.
    fn check_limit(&self) -> Result<(), RequestError> {
        if self.runs.len() + self.pending.len() < MAX_RUNS {
            return Ok(());
        }
        Err(RequestError::new("too-many", format!("a connection follows at most {MAX_RUNS} runs at a time")))
    }

    /// Applies the result of a request, and returns the reply.
    fn finish(&mut self, handled: Handled) -> Result<Value, RequestError> {
        match handled {
            Handled::Cancelled => Ok(true.into()),
            Handled::Started { run } => {
                // The client may follow the run of an idempotency key already.
                if !self.follows(&run) {
                    self.follow(&run, 0);
                }
                Ok(json!({ "run": run }))
            }
            Handled::Subscribed { run, .. } if self.follows(&run) => {
                Err(RequestError::new("subscribed", "this connection follows the run already"))
            }
            Handled::Subscribed { run, ended: true, .. } => Ok(json!({ "run": run, "ended": true })),
            Handled::Subscribed { run, after, .. } => {
                self.follow(&run, after);
                Ok(json!({ "run": run }))
            }
        }
    }

    fn follows(&self, run: &str) -> bool {
        self.runs.iter().any(|followed| followed.run == run)
    }

    fn follow(&mut self, run: &str, after: u64) {
        let events = LogStream::new(&self.state, run.to_owned(), after, RunAddress::new(&self.path, 1, run));
        self.runs.push(Subscription { run: run.to_owned(), events, ended: false });
    }
}

impl Session for MultiRunSession {
    type Event = SentEvent;

    fn poll_message(&mut self, task: &mut Context<'_>, with_events: bool) -> Poll<Message<SentEvent>> {
        if self.stopped.as_mut().poll(task).is_ready() {
            return Poll::Ready(Message::Close(close_code_of(Some(EndReason::Shutdown))));
        }
        // Both collections end while they are empty, and continue once something is added.
        if let Poll::Ready(Some((id, handled))) = self.pending.poll_next_unpin(task) {
            let handled = handled.map_err(|problem| reply(problem, &**self.state.runner.redact()));
            let result = handled.and_then(|handled| self.finish(handled));
            return Poll::Ready(Message::Reply(Reply::new(id, result)));
        }
        if with_events && let Poll::Ready(Some(event)) = self.runs.poll_next_unpin(task) {
            let close = |reason| Message::Close(close_code_of(Some(reason)));
            return Poll::Ready(event.map_or_else(close, Message::Event));
        }
        Poll::Pending
    }

    fn handle(&mut self, mut request: ClientRequest) -> Option<Reply> {
        match self.start(&mut request) {
            Ok(handling) => {
                self.pending.push(handling.map(|handled| (request.id, handled)).boxed());
                None
            }
            Err(error) => Some(Reply::new(request.id, Err(error))),
        }
    }

    fn pending_replies(&self) -> usize {
        self.pending.len()
    }

    /// The events come from the run log, which has no secrets. An error may repeat the client's.
    fn redact_errors(&self) -> Option<&dyn Redact> {
        Some(&**self.state.runner.redact())
    }
}

/// Starts a run, as `POST /pipelines/{name}` does.
async fn start(state: Arc<ServiceState>, caller: Caller, arguments: StartArguments) -> Result<Handled, Problem> {
    let StartArguments { pipeline, input, idempotency_key } = arguments;
    let key = idempotency_key.as_deref().map(check_key).transpose()?;
    let requested = RequestedRun::new(&state, &caller, &pipeline, key, input)?;
    match requested.find(&state, &caller).await? {
        Some(run) => state.backend.check_cursor(&run, 0).await?,
        None => requested.start(&state, &caller).await?,
    }
    Ok(Handled::Started { run: requested.id })
}

/// Finds a run to follow, as `GET /runs/{id}/events` does.
async fn subscribe(
    state: Arc<ServiceState>,
    caller: Caller,
    arguments: SubscribeArguments,
) -> Result<Handled, Problem> {
    let SubscribeArguments { run: id, after } = arguments;
    let run = visible(&state, &caller, &id).await?;
    state.backend.check_cursor(&run, after).await?;
    Ok(Handled::Subscribed { ended: all_read(&run, after), run: id, after })
}

/// A run that the client follows.
struct Subscription {
    run: String,
    events: LogStream,
    ended: bool,
}

impl Stream for Subscription {
    type Item = Result<SentEvent, EndReason>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let event = ready!(self.events.poll_next_unpin(task));
        self.ended = event.is_none();
        Poll::Ready(event.map(Ok).or_else(|| self.events.end_reason().map(Err)))
    }
}
