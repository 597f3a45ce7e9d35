//! The ends of the items of a run, as the units that wait for them hear of them: one reader for all items of a run.

use super::{nats::Nats, values::Joining};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    jetstream::{JetStream, RequestError},
    unit::{Outcome, Unit, token},
};
use bytes::Bytes;
use futures_util::StreamExt;
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};
use tokio::sync::oneshot;
use tokio_util::task::AbortOnDropHandle;

/// The time without a message after which a reader is opened again: see [`JetStream::follow`].
const WATCHDOG: Duration = Duration::from_secs(2);

/// The pause before a reader is opened again that could not be opened.
const PAUSE: Duration = Duration::from_millis(300);

/// The time after which an item that has not ended is submitted again: an operator may have deleted it from the queue.
const SUBMIT_AGAIN: Duration = Duration::from_mins(1);

/// The readers of the ends of items, by the tokens of their runs.
#[derive(Default)]
pub(super) struct Readers(Mutex<HashMap<String, Weak<Reader>>>);

/// Reads the ends of the items of a run for as long as a unit waits for one of them.
struct Reader {
    state: Arc<Mutex<State>>,
    _task: AbortOnDropHandle<()>,
}

#[derive(Default)]
struct State {
    /// The keys of units that ended before anyone waited for them.
    ended: HashSet<String>,
    waiting: HashMap<String, Vec<oneshot::Sender<Bytes>>>,
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Readers {
    fn of(&self, nats: &Nats, run: &str) -> Arc<Reader> {
        let mut readers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(reader) = readers.get(run).and_then(Weak::upgrade) {
            return reader;
        }
        readers.retain(|_, reader| reader.strong_count() > 0);
        let state = Arc::<Mutex<State>>::default();
        let task = tokio::spawn(read(nats.events().clone(), run.to_owned(), Arc::clone(&state)));
        let reader = Arc::new(Reader { state, _task: AbortOnDropHandle::new(task) });
        readers.insert(run.to_owned(), Arc::downgrade(&reader));
        reader
    }
}

impl Reader {
    /// Returns the end of a unit that has not ended yet, when it ends; `None` if the unit has ended.
    fn end_of(&self, key: &str) -> Option<oneshot::Receiver<Bytes>> {
        let mut state = locked(&self.state);
        if state.ended.contains(key) {
            return None;
        }
        let (send, receive) = oneshot::channel();
        state.waiting.entry(key.to_owned()).or_default().push(send);
        Some(receive)
    }
}

async fn read(events: JetStream, run: String, state: Arc<Mutex<State>>) {
    let subject = events.subject(&format!("{run}~>"), "outcome");
    let (mut next, mut joining) = (0, HashMap::<String, Joining>::new());
    loop {
        let Ok(mut messages) = JetStream::messages(events.stream(), &subject, next).await else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        while let Ok(Some(Ok(message))) = tokio::time::timeout(WATCHDOG, messages.next()).await {
            let Ok(sequence) = message.info().map(|info| info.stream_sequence) else { break };
            next = sequence + 1;
            let Some((_, item)) = message.subject.rsplit_once('.') else { continue };
            let key = format!("{run}~{item}");
            let value = joining.entry(key.clone()).or_default().add(message.headers.as_ref(), &message.payload);
            let Some(value) = value else { continue };
            joining.remove(&key);
            let waiting = {
                let mut state = locked(&state);
                let waiting = state.waiting.remove(&key).unwrap_or_default();
                state.ended.insert(key);
                waiting
            };
            for waiting in waiting {
                // It may not wait any more.
                let _ = waiting.send(value.clone());
            }
        }
    }
}

impl Nats {
    /// Starts the unit of an item, once, and waits for its end.
    pub(crate) async fn run(&self, unit: &Unit) -> Result<Outcome, ClusterError> {
        let (reader, key) = (self.ends().of(self, &token(&unit.run)), unit.key());
        loop {
            let Some(end) = reader.end_of(&key) else {
                if let Some(outcome) = self.read_outcome(unit).await? {
                    return Ok(outcome);
                }
                let message = format!("the end of the item `{}` is deleted", unit.target().unwrap_or_default());
                return Err(ClusterError::new(ClusterErrorKind::Other, message));
            };
            self.submit_item(unit).await?;
            if let Ok(Ok(end)) = tokio::time::timeout(SUBMIT_AGAIN, end).await {
                return serde_json::from_slice(&end).map_err(|error| unreadable(unit, error.into()));
            }
        }
    }
}

pub(super) fn unreadable(unit: &Unit, source: RequestError) -> ClusterError {
    let message = format!("the end of `{}` cannot be read", unit.target().unwrap_or(&unit.run));
    ClusterError::new(ClusterErrorKind::Invalid, message).with_source(source)
}
