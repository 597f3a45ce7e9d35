//! One bounded queue per run, between its steps and the reader that drives it.

use crate::{
    event::Lifecycle,
    path::{Origin, Scope},
    run_id::LazyId,
};
use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

/// What waits for the reader.
pub(crate) struct Queued<R> {
    pub(crate) origin: Origin,
    pub(crate) body: Body<R>,
}

/// What the reader took. Its buffers and the hub's are swapped, so that none is made anew.
pub(crate) struct Batch<R> {
    pub(crate) events: VecDeque<Queued<R>>,
    blocked: Vec<Waker>,
    /// The address of the waker's data that the hub knows the run to be polled with, while the reader is awake.
    driver: Option<usize>,
}

impl<R> Batch<R> {
    pub(crate) const fn new() -> Self {
        Self { events: VecDeque::new(), blocked: Vec::new(), driver: None }
    }
}

/// How many events of a quick stream go together at most. Where one that was quick is slow of a sudden, and does not
/// suspend, that many may wait for one of them, once.
const BURST: usize = 8;
/// Up to here a batch is quick, in nanoseconds.
const QUICK: u64 = 500_000;
/// After so many quick batches a stream may send more than one event together.
const WARM: u32 = 16;

/// How quick the last batches were.
#[derive(Default)]
pub(crate) struct Pace(u32);

impl Pace {
    /// How many events may go together after a batch that was quick, or was not.
    fn next(&mut self, quick: bool) -> usize {
        // One slow batch may be the machine's fault: the way back is shorter then.
        self.0 = if quick { self.0.saturating_add(1).min(WARM + BURST.ilog2()) } else { self.0.min(WARM) / 2 };
        1 << self.0.saturating_sub(WARM)
    }
}

/// When a step sent its last event.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ticket(u64);

pub(crate) enum Body<R> {
    Life(Lifecycle),
    Data(R),
}

/// Shared by the reader and every step of the run, spawned ones included.
///
/// An event is read before the step that sent it goes on, so that no more than one event waits for each step that runs,
/// besides the closing events of steps. While a stream is quick, up to [`BURST`] of its events go together: a lock, a clock
/// and the way through the run's futures cost more than an event.
pub(crate) struct Hub<R> {
    pub(crate) id: LazyId,
    /// How often the reader took what waited: a step goes on when this has moved past its [`Ticket`]. Written under the
    /// lock; read without it where a step may go on at once.
    taken: AtomicU64,
    /// Whether anything waits for the reader. Written under the lock; read without it by the reader, who looks again
    /// under it before it sleeps.
    waiting: AtomicBool,
    /// How many events a stream may send together, from 1; written by the reader alone.
    burst: AtomicUsize,
    state: Mutex<State<R>>,
    /// What stands in for steps under test.
    #[cfg(feature = "test")]
    pub(crate) substitutes: std::sync::OnceLock<crate::substitute::Substitutes>,
    /// What the run has beside its steps.
    #[cfg(feature = "runner")]
    pub(crate) ambient: std::sync::OnceLock<std::sync::Arc<crate::record::Ambient>>,
}

struct State<R> {
    queue: VecDeque<Queued<R>>,
    /// Steps that wait for the reader and that a poll of the run would not reach.
    blocked: Vec<Waker>,
    /// The reader, while it sleeps.
    reader: Option<Waker>,
    /// What the run is being polled with.
    driver: Option<Waker>,
}

impl<R> Hub<R> {
    pub(crate) fn new() -> Self {
        let state = State { queue: VecDeque::new(), blocked: vec![], reader: None, driver: None };
        Self {
            id: LazyId::default(),
            taken: AtomicU64::new(1),
            waiting: AtomicBool::new(false),
            burst: AtomicUsize::new(1),
            state: Mutex::new(state),
            #[cfg(feature = "test")]
            substitutes: std::sync::OnceLock::new(),
            #[cfg(feature = "runner")]
            ambient: std::sync::OnceLock::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends at once. Pending, though it was sent, until it was read: go on after [`poll_turn`](Self::poll_turn).
    pub(crate) fn push(&self, task: &mut Context<'_>, ticket: &mut Ticket, origin: &Origin, body: Body<R>) -> Poll<()> {
        let mut state = self.lock();
        state.queue.push_back(Queued { origin: origin.clone(), body });
        self.sent(state, task, ticket)
    }

    /// What follows whenever a step has put something into the queue: it waits for the reader.
    #[inline]
    fn sent(&self, mut state: MutexGuard<'_, State<R>>, task: &mut Context<'_>, ticket: &mut Ticket) -> Poll<()> {
        *ticket = Ticket(self.taken.load(Ordering::Relaxed));
        self.waiting.store(true, Ordering::Release);
        state.wake_reader();
        state.park(task.waker());
        Poll::Pending
    }

    /// [`push`](Self::push) of several.
    pub(crate) fn push_all(
        &self,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        events: &mut Vec<Queued<R>>,
    ) -> Poll<()> {
        let mut state = self.lock();
        state.queue.extend(events.drain(..));
        self.sent(state, task, ticket)
    }

    /// How many events a stream may send together.
    #[inline]
    pub(crate) fn burst(&self) -> usize {
        self.burst.load(Ordering::Relaxed)
    }

    /// Adapts to a batch of so many events, which came so many nanoseconds after the one before.
    pub(crate) fn pace(&self, pace: &mut Pace, events: usize, elapsed: u64) {
        let before = self.burst();
        // Of several that send, each one's event is in the batch: it is large enough.
        let burst = pace.next(events <= before && elapsed < QUICK);
        if burst != before {
            self.burst.store(burst, Ordering::Relaxed);
        }
    }

    /// [`push`](Self::push) of a step that may have ended meanwhile, elsewhere: nothing is sent then.
    pub(crate) fn push_unless(
        &self,
        closed: &AtomicBool,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        origin: &Origin,
        body: Body<R>,
    ) -> Poll<()> {
        let mut state = self.lock();
        if closed.load(Ordering::Relaxed) {
            return Poll::Ready(());
        }
        state.queue.push_back(Queued { origin: origin.clone(), body });
        self.sent(state, task, ticket)
    }

    /// Ready when what was sent with this ticket has been read, or never will be.
    pub(crate) fn poll_turn_unless(&self, closed: &AtomicBool, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        let mut state = self.lock();
        if closed.load(Ordering::Relaxed) || self.taken.load(Ordering::Relaxed) != ticket.0 {
            return Poll::Ready(());
        }
        state.park(task.waker());
        Poll::Pending
    }

    /// Ends what a step may send. A thread that waits for the reader is reached by nothing else.
    pub(crate) fn close(&self, closed: &AtomicBool) {
        let mut state = self.lock();
        closed.store(true, Ordering::Release);
        let blocked = std::mem::take(&mut state.blocked);
        drop(state);
        blocked.into_iter().for_each(Waker::wake);
    }

    /// Ready when what was sent with this ticket has been read.
    pub(crate) fn poll_turn(&self, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        if self.taken.load(Ordering::Acquire) != ticket.0 {
            return Poll::Ready(());
        }
        let mut state = self.lock();
        if self.taken.load(Ordering::Relaxed) != ticket.0 {
            return Poll::Ready(());
        }
        state.park(task.waker());
        Poll::Pending
    }

    /// Sends without waiting: what closes a step.
    pub(crate) fn force(&self, origin: Origin, life: Lifecycle) {
        let mut state = self.lock();
        self.waiting.store(true, Ordering::Release);
        state.queue.push_back(Queued { origin, body: Body::Life(life) });
        state.wake_reader();
    }

    pub(crate) fn force_run(&self, life: Lifecycle) {
        self.force(Scope::ROOT.origin(), life);
    }

    /// Before a poll of the run: takes what waits, or else gets ready to drive.
    pub(crate) fn before_poll(&self, waker: &Waker, batch: &mut Batch<R>) -> bool {
        let driver = Some(waker.data().addr());
        if batch.driver == driver && !self.waiting.load(Ordering::Acquire) {
            return false;
        }
        let mut state = self.lock();
        state.reader = None;
        batch.driver = driver;
        if !state.queue.is_empty() {
            batch.driver = None;
            self.take(state, batch);
            return true;
        }
        if state.driver.as_ref().is_none_or(|driver| driver.data() != waker.data()) {
            state.driver = Some(waker.clone());
        }
        false
    }

    /// After a poll of the run: takes what waits, or else sleeps.
    pub(crate) fn after_poll(&self, waker: &Waker, batch: &mut Batch<R>) -> bool {
        let mut state = self.lock();
        if state.queue.is_empty() {
            state.reader = Some(waker.clone());
            batch.driver = None;
            return false;
        }
        self.take(state, batch);
        true
    }

    /// Hands the queue to the reader and lets blocked steps go on.
    fn take(&self, mut state: MutexGuard<'_, State<R>>, batch: &mut Batch<R>) {
        self.waiting.store(false, Ordering::Relaxed);
        std::mem::swap(&mut state.queue, &mut batch.events);
        std::mem::swap(&mut state.blocked, &mut batch.blocked);
        self.taken.fetch_add(1, Ordering::Release);
        drop(state);
        batch.blocked.drain(..).for_each(Waker::wake);
    }
}

impl<R> State<R> {
    fn park(&mut self, waker: &Waker) {
        // Polling the run reaches whoever was polled with the run's own waker; only the others must be woken. The data
        // pointers are compared, not `will_wake`: equal vtables may have two addresses.
        let reached = self.driver.as_ref().is_some_and(|driver| driver.data() == waker.data());
        if !reached && self.blocked.last().is_none_or(|last| last.data() != waker.data()) {
            self.blocked.push(waker.clone());
        }
    }

    fn wake_reader(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
    }
}
