//! Publishes the events of a unit, in order, behind its journal.

use super::part::Pending;
use runnable_store::{BoxFuture, EventRecord, StoreError, StoreErrorKind};
use std::{
    collections::VecDeque,
    error::Error as StdError,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{Notify, mpsc};
use tokio_util::task::AbortOnDropHandle;

/// The most events and bytes in a message.
pub(crate) const MAX_EVENTS: usize = 512;
const MAX_BYTES: usize = 256 * 1024;

/// The size of the waiting events at which a unit waits.
const CAPACITY: usize = 1024 * 1024;

/// The servers that carry events.
pub(crate) trait Events: fmt::Debug + Send + Sync + 'static {
    /// Returns what the unit with this key has published, and makes sure that nobody else publishes for it any more.
    fn claim<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Claimed>;

    /// Publishes events after the message `last`; returns the number of the new message.
    fn publish<'a>(
        &'a self,
        key: &'a str,
        events: &'a [EventRecord],
        last: u64,
    ) -> std::pin::Pin<Box<dyn Future<Output = Result<Published, PublishError>> + Send + 'a>>;

    /// Returns the events of all units of a run that has ended, in the order in which they were published.
    fn all<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<EventRecord>>;

    /// Keeps a text for the units of a run; returns the numbers of its messages.
    fn keep<'a>(&'a self, run: &'a str, text: &'a [u8]) -> BoxFuture<'a, Vec<u64>>;

    /// Returns a text that is kept.
    fn kept<'a>(&'a self, messages: &'a [u64]) -> BoxFuture<'a, Vec<u8>>;

    /// Returns the size that an event may have, in bytes.
    fn max_event(&self) -> usize;
}

/// The events that a unit has published.
#[derive(Debug, Default)]
pub(crate) struct Claimed {
    pub(crate) events: Vec<EventRecord>,
    /// The number of the unit's last message.
    pub(crate) last: u64,
}

/// The number of a message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Published(pub(crate) u64);

/// The reason why events were not published.
#[derive(Debug)]
pub(crate) enum PublishError {
    /// Another worker has claimed the unit.
    Claimed,
    Failed(Box<dyn StdError + Send + Sync>),
}

/// Publishes the events of a unit. A task publishes what may be published; the unit waits only if too much is waiting.
pub(super) struct Publisher {
    shared: Arc<Shared>,
    _task: AbortOnDropHandle<()>,
}

struct Shared {
    queue: Mutex<Queue>,
    /// Notified when the task has something to do.
    work: Notify,
    /// Notified when events were published, or publishing has failed.
    progress: Notify,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<EventRecord>,
    bytes: usize,
    /// The number of the last event that may be published.
    allowed: u64,
    failure: Option<StoreError>,
}

impl Shared {
    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn size(event: &EventRecord) -> usize {
    // The names and the numbers around the values.
    64 + event.path.get().len()
        + event.event_type.as_str().len()
        + event.data.as_ref().map_or(0, |data| data.get().len())
}

impl Publisher {
    /// Starts to publish after the message `last`, for as long as `journal` is open.
    pub(super) fn start(events: Arc<dyn Events>, run: String, last: u64, journal: mpsc::Sender<Pending>) -> Self {
        let shared = Arc::new(Shared { queue: Mutex::default(), work: Notify::new(), progress: Notify::new() });
        let task = tokio::spawn(publish(Arc::clone(&shared), events, run, last, journal));
        Self { shared, _task: AbortOnDropHandle::new(task) }
    }

    /// Adds events, which may not be published yet.
    pub(super) fn push(&self, events: impl IntoIterator<Item = EventRecord>) {
        let mut queue = self.shared.queue();
        for event in events {
            queue.bytes += size(&event);
            queue.waiting.push_back(event);
        }
    }

    /// Returns the waiting events with numbers greater than `after`.
    pub(super) fn waiting(&self, after: u64) -> Vec<EventRecord> {
        self.shared.queue().waiting.iter().filter(|event| event.seq > after).cloned().collect()
    }

    /// Permits that all waiting events are published.
    pub(super) fn allow(&self) {
        let mut queue = self.shared.queue();
        queue.allowed = queue.waiting.back().map_or(queue.allowed, |last| last.seq);
        drop(queue);
        self.shared.work.notify_one();
    }

    /// Waits until there is room for more events.
    pub(super) async fn ready(&self) -> Result<(), StoreError> {
        self.wait_for(|queue| queue.bytes < CAPACITY).await
    }

    /// Waits until everything is published.
    pub(super) async fn drained(&self) -> Result<(), StoreError> {
        self.wait_for(|queue| queue.waiting.is_empty()).await
    }

    async fn wait_for(&self, is_done: impl Fn(&Queue) -> bool) -> Result<(), StoreError> {
        loop {
            let progress = self.shared.progress.notified();
            {
                let queue = self.shared.queue();
                if let Some(failure) = &queue.failure {
                    return Err(failure.clone());
                }
                if is_done(&queue) {
                    return Ok(());
                }
            }
            progress.await;
        }
    }
}

async fn publish(
    shared: Arc<Shared>,
    events: Arc<dyn Events>,
    run: String,
    mut last: u64,
    journal: mpsc::Sender<Pending>,
) {
    // The sizes of events are estimates.
    let max = MAX_BYTES.min(events.max_event() / 2);
    loop {
        let batch = next_batch(&shared.queue(), max);
        if batch.is_empty() {
            shared.work.notified().await;
            continue;
        }
        // Nothing is published once the engine has taken the unit away.
        let is_taken = journal.is_closed();
        let published = if is_taken { Err(PublishError::Claimed) } else { events.publish(&run, &batch, last).await };
        let mut queue = shared.queue();
        match published {
            Ok(Published(message)) => {
                last = message;
                for event in queue.waiting.drain(..batch.len()).collect::<Vec<_>>() {
                    queue.bytes -= size(&event);
                }
            }
            Err(error) => queue.failure = Some(failure(&run, error)),
        }
        let failed = queue.failure.is_some();
        drop(queue);
        shared.progress.notify_waiters();
        if failed {
            return;
        }
    }
}

fn next_batch(queue: &Queue, max: usize) -> Vec<EventRecord> {
    let mut bytes = 0;
    let fits = |event: &&EventRecord| {
        let is_first = bytes == 0;
        bytes += size(event);
        event.seq <= queue.allowed && (is_first || bytes <= max)
    };
    queue.waiting.iter().take(MAX_EVENTS).take_while(fits).cloned().collect()
}

fn failure(run: &str, error: PublishError) -> StoreError {
    let failed = |message: &str| StoreError::new(StoreErrorKind::Other, format!("{message} `{run}`"));
    match error {
        PublishError::Claimed => failed("another worker publishes the events of the run"),
        PublishError::Failed(source) => failed("failed to publish the events of the run").with_source(source),
    }
}

/// Returns an error that names an event which is too large to be published.
pub(super) fn refuse_large(event: &EventRecord, max: usize) -> Result<(), StoreError> {
    if size(event) <= max {
        return Ok(());
    }
    let path = serde_json::from_str::<Vec<String>>(event.path.get()).unwrap_or_default().join("/");
    let of = if path.is_empty() { "of the run".to_owned() } else { format!("of the step `{path}`") };
    let message = format!(
        "the event `{}` {of} has {} bytes, and NATS accepts at most {max}\nhelp: send less, put the value into a \
         file, or raise `max_payload` of the NATS servers",
        event.event_type.as_str(),
        size(event),
    );
    Err(StoreError::new(StoreErrorKind::Invalid, message))
}
