//! The time that the reader of a run takes for itself, which is not the time of a step.

use super::queue::Receipt;
use std::{
    iter::successors,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    task::{Wake, Waker},
    time::Duration,
};
use tokio::time::Instant;

/// The time that a reader may take for an event without being slow. Handing an event over takes time, too, and would delay the
/// timeout of work that sends events without end.
const PER_EVENT: Duration = Duration::from_micros(10);

/// Measures the time between two polls of a run whose reader has taken events, beyond [`PER_EVENT`]: the run is not polled until
/// the reader comes back for more. It is measured only for runs with a step that has a limit of time.
pub(crate) struct ReaderTime(Mutex<(Duration, Option<Instant>)>);

impl ReaderTime {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new((Duration::ZERO, None))))
    }

    fn lock(&self) -> MutexGuard<'_, (Duration, Option<Instant>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The reader has taken this number of events, and may have taken others before that.
    pub(crate) fn begin(&self, events: usize) {
        let since = &mut self.lock().1;
        let handing = PER_EVENT * u32::try_from(events).unwrap_or(u32::MAX);
        *since = Some(since.unwrap_or_else(Instant::now) + handing);
    }

    /// The reader asks for more.
    pub(crate) fn end(&self) {
        let mut time = self.lock();
        if let Some(since) = time.1.take() {
            time.0 += since.elapsed();
        }
    }

    fn total(&self) -> Duration {
        let time = self.lock();
        time.0 + time.1.map_or(Duration::ZERO, |since| since.elapsed())
    }
}

/// Determines the part of the reader's time in which a step could not continue.
///
/// A step in the run's own task cannot continue after it was woken, until the run is polled. A step elsewhere cannot while
/// its event waits for room in the queue. Anything else that a step waits for is its own time, also while the reader
/// is busy.
pub(crate) struct ReaderShare {
    reader: Arc<ReaderTime>,
    state: Mutex<ShareState>,
    /// The share of what is around the step, if that has a limit of time, too.
    outer: OnceLock<Arc<ReaderShare>>,
}

#[derive(Default)]
struct ShareState {
    total: Duration,
    /// The waker of the task that polls the step.
    task: Option<Waker>,
    /// The reader's time when the step was woken, if it was not polled since.
    woken: Option<Duration>,
    /// The number of its events that wait for room, and the reader's time when the first of them began to.
    waiting: usize,
    waiting_since: Duration,
}

impl ReaderShare {
    pub(crate) fn new(reader: &Arc<ReaderTime>) -> Arc<Self> {
        Arc::new(Self { reader: Arc::clone(reader), state: Mutex::default(), outer: OnceLock::new() })
    }

    /// Sets the share of what is around the step: it waits with the step.
    pub(crate) fn set_outer(&self, outer: Arc<Self>) {
        let _ = self.outer.set(outer);
    }

    fn lock(&self) -> MutexGuard<'_, ShareState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the time so far.
    pub(crate) fn total(&self) -> Duration {
        let state = self.lock();
        let waits = state.waiting > 0;
        state.total + if waits { self.reader.total().saturating_sub(state.waiting_since) } else { Duration::ZERO }
    }

    /// The step is about to be polled by `task`.
    pub(crate) fn polled(&self, task: &Waker) {
        let mut state = self.lock();
        if let Some(woken) = state.woken.take() {
            state.total += self.reader.total().saturating_sub(woken);
        }
        if state.task.as_ref().is_none_or(|known| !known.will_wake(task)) {
            state.task = Some(task.clone());
        }
    }

    /// Notes whether an event from another task waits for room.
    pub(crate) fn note(&self, receipt: &mut Receipt, waits: bool) {
        let waits = waits && !receipt.local;
        if waits == std::mem::replace(&mut receipt.noted, waits) {
            return;
        }
        self.count(waits);
        successors(self.outer.get(), |share| share.outer.get()).for_each(|share| share.count(waits));
    }

    /// Counts an event that begins to wait, or no longer waits.
    fn count(&self, waits: bool) {
        let now = self.reader.total();
        let mut state = self.lock();
        if waits {
            state.waiting += 1;
            if state.waiting == 1 {
                state.waiting_since = now;
            }
        } else {
            state.waiting = state.waiting.saturating_sub(1);
            if state.waiting == 0 {
                let waited = now.saturating_sub(state.waiting_since);
                state.total += waited;
            }
        }
    }
}

impl Wake for ReaderShare {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let now = self.reader.total();
        let mut state = self.lock();
        state.woken.get_or_insert(now);
        let task = state.task.clone();
        // Released first: waking may run code of any executor.
        drop(state);
        if let Some(task) = task {
            task.wake();
        }
    }
}
