//! A WebSocket over which runs are started and followed.

use super::{
    access::Caller,
    commands::{self, Wanted, all_read, readable, sound_key, visible},
    feed::Feed,
    followed::Sent,
    state::State,
};
use crate::{
    Cut, Source,
    websocket::{Answer, Id, Refusal, Request, Said, Talk, close_of},
};
use futures_core::Stream;
use futures_util::{
    FutureExt, StreamExt,
    future::BoxFuture,
    stream::{FuturesUnordered, SelectAll},
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio_util::sync::WaitForCancellationFutureOwned;

/// How many runs may be followed over a connection at a time.
const MOST: usize = 64;

/// What a client does over its connection.
pub(super) struct Conversation {
    state: Arc<State>,
    caller: Caller,
    /// What takes a while.
    doing: FuturesUnordered<BoxFuture<'static, (Id, Result<Done, Refusal>)>>,
    /// The runs that are followed.
    runs: SelectAll<Subscription>,
    stopped: Pin<Box<WaitForCancellationFutureOwned>>,
}

/// What came of a request.
enum Done {
    Cancelled,
    Started {
        run: String,
    },
    /// A run is to be followed after this event, unless that was its last.
    Subscribed {
        run: String,
        after: u64,
        ended: bool,
    },
}

#[derive(Deserialize)]
struct Start {
    pipeline: String,
    #[serde(default)]
    input: Map<String, Value>,
    idempotency_key: Option<String>,
}

#[derive(Deserialize)]
struct Subscribe {
    run: String,
    #[serde(default)]
    after: u64,
}

#[derive(Deserialize)]
struct Cancel {
    run: String,
}

impl Conversation {
    pub(super) fn new(state: Arc<State>, caller: Caller) -> Self {
        let stopped = Box::pin(state.stop.clone().cancelled_owned());
        Self { state, caller, doing: FuturesUnordered::new(), runs: SelectAll::new(), stopped }
    }

    /// Begins what a request asks for.
    fn begin(&self, request: &mut Request) -> Result<BoxFuture<'static, Result<Done, Refusal>>, Refusal> {
        let (state, caller) = (Arc::clone(&self.state), self.caller.clone());
        Ok(match request.op.as_str() {
            "start" => {
                let start = request.arguments()?;
                self.room()?;
                begun(state, caller, start).boxed()
            }
            "subscribe" => {
                let subscribe = request.arguments()?;
                self.room()?;
                subscribed(state, caller, subscribe).boxed()
            }
            "cancel" => {
                let Cancel { run } = request.arguments()?;
                let cancel = async move { commands::cancel(&state, &caller, &run).await };
                cancel.map(|done| Ok(done.map(|()| Done::Cancelled)?)).boxed()
            }
            _ => return Err(Refusal::unknown_op("`start`, `subscribe`, `cancel` or `credit`")),
        })
    }

    /// Whether one run more may be followed.
    fn room(&self) -> Result<(), Refusal> {
        if self.runs.len() + self.doing.len() < MOST {
            return Ok(());
        }
        Err(Refusal::new("too-many", format!("at most {MOST} runs are followed over a connection")))
    }

    /// Does what is left of a request, and answers it.
    fn finish(&mut self, done: Done) -> Result<Value, Refusal> {
        match done {
            Done::Cancelled => Ok(true.into()),
            Done::Started { run } => {
                // A key may name a run that is followed already.
                if !self.follows(&run) {
                    self.follow(&run, 0);
                }
                Ok(json!({ "run": run }))
            }
            Done::Subscribed { run, .. } if self.follows(&run) => {
                Err(Refusal::new("subscribed", "the run is followed over this connection already"))
            }
            Done::Subscribed { run, ended: true, .. } => Ok(json!({ "run": run, "ended": true })),
            Done::Subscribed { run, after, .. } => {
                self.follow(&run, after);
                Ok(json!({ "run": run }))
            }
        }
    }

    fn follows(&self, run: &str) -> bool {
        self.runs.iter().any(|followed| followed.run == run)
    }

    fn follow(&mut self, run: &str, after: u64) {
        let feed = Feed::new(&self.state, run.to_owned(), after);
        self.runs.push(Subscription { run: run.to_owned(), feed, over: false });
    }
}

impl Talk for Conversation {
    type Event = Sent;

    fn poll_said(&mut self, task: &mut Context<'_>, events: bool) -> Poll<Said<Sent>> {
        if self.stopped.as_mut().poll(task).is_ready() {
            return Poll::Ready(Said::Close(close_of(Some(Cut::Shutdown))));
        }
        // Without anything to do they say that they have ended, which is not for ever.
        if let Poll::Ready(Some((id, done))) = self.doing.poll_next_unpin(task) {
            let result = done.and_then(|done| self.finish(done));
            return Poll::Ready(Said::Answer(Answer::new(id, result)));
        }
        if events && let Poll::Ready(Some(event)) = self.runs.poll_next_unpin(task) {
            return Poll::Ready(event.map_or_else(|cut| Said::Close(close_of(Some(cut))), Said::Event));
        }
        Poll::Pending
    }

    fn ask(&mut self, mut request: Request) -> Option<Answer> {
        match self.begin(&mut request) {
            Ok(doing) => {
                self.doing.push(doing.map(|done| (request.id, done)).boxed());
                None
            }
            Err(refusal) => Some(Answer::new(request.id, Err(refusal))),
        }
    }

    fn owed(&self) -> usize {
        self.doing.len()
    }
}

/// Starts a run, as `POST /pipelines/{name}` does.
async fn begun(state: Arc<State>, caller: Caller, start: Start) -> Result<Done, Refusal> {
    let Start { pipeline, input, idempotency_key } = start;
    let key = idempotency_key.as_deref().map(sound_key).transpose()?;
    let wanted = Wanted::new(&state, &caller, &pipeline, key, input)?;
    match wanted.found(&state, &caller).await? {
        Some(run) => readable(&state, &run, 0).await?,
        None => wanted.start(&state, &caller).await?,
    }
    Ok(Done::Started { run: wanted.id })
}

/// Finds a run that is to be followed, as `GET /runs/{id}/events` does.
async fn subscribed(state: Arc<State>, caller: Caller, subscribe: Subscribe) -> Result<Done, Refusal> {
    let Subscribe { run: id, after } = subscribe;
    let run = visible(&state, &caller, &id).await?;
    readable(&state, &run, after).await?;
    Ok(Done::Subscribed { ended: all_read(&run, after), run: id, after })
}

/// A run of several.
struct Subscription {
    run: String,
    feed: Feed,
    over: bool,
}

impl Stream for Subscription {
    type Item = Result<Sent, Cut>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.over {
            return Poll::Ready(None);
        }
        let event = ready!(self.feed.poll_next_unpin(task));
        self.over = event.is_none();
        Poll::Ready(event.map(Ok).or_else(|| self.feed.cut().map(Err)))
    }
}
