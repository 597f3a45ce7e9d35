//! One bounded queue per run, between its steps and the reader that drives it.

mod pace;
mod reader;

use self::pace::{Pace, QUICK, now};
pub(crate) use self::{pace::LOOK, reader::Reader};
use crate::{event::Lifecycle, path::Origin, run_id::LazyId};
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

pub(crate) enum Body<R> {
    Life(Lifecycle),
    Data(R),
}

/// When a step sent an event that it waits for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ticket(u64);

/// Shared by the reader and every step of the run, spawned ones included.
///
/// A step that sent an event waits until it was read where there is no more room: there is room for one event, and for some
/// while all is quick ([`Pace`]): a lock, a clock and the way through the run's futures cost more than an event. A stream
/// sends as many with one lock where nothing else waits. So no more wait than that and one for each step that runs, besides
/// the closing events of steps and what streams on other threads send at the same moment.
pub(crate) struct Hub<R> {
    pub(crate) id: LazyId,
    /// How often the reader took what waited: a step goes on when this has moved past its [`Ticket`]. Written under the
    /// lock; read without it where a step may go on at once.
    taken: AtomicU64,
    /// Whether anything waits for the reader. Written under the lock; read without it by the reader, who looks again
    /// under it before it sleeps.
    waiting: AtomicBool,
    /// How many events may wait before a step does, from 1; written by the reader alone.
    room: AtomicUsize,
    /// When the reader last took something, or began to drive after it had slept.
    since: AtomicU64,
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
    /// At how many events in the queue a step looks at the clock.
    look: usize,
    /// How many steps wait for the reader.
    waits: usize,
    /// Those of them that a poll of the run would not reach.
    blocked: Vec<Waker>,
    /// The reader, while it sleeps.
    reader: Option<Waker>,
    /// What the run is being polled with.
    driver: Option<Waker>,
}

/// Where the events of one step may come from any task, and end with the step.
#[derive(Default)]
pub(crate) struct Gate {
    closed: AtomicBool,
    /// How many it sent since it last waited: one in a task of its own lets others have their turn, however quick the
    /// reader is.
    unwaited: AtomicUsize,
}

impl Gate {
    #[inline]
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }
}

impl<R> Hub<R> {
    pub(crate) fn new() -> Self {
        let queue = VecDeque::new();
        let state = State { queue, look: LOOK, waits: 0, blocked: vec![], reader: None, driver: None };
        Self {
            id: LazyId::default(),
            taken: AtomicU64::new(1),
            waiting: AtomicBool::new(false),
            room: AtomicUsize::new(1),
            since: AtomicU64::new(0),
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

    /// How many events may wait before a step does.
    #[inline]
    pub(crate) fn room(&self) -> usize {
        self.room.load(Ordering::Relaxed)
    }

    /// Whether anything waits for the reader.
    #[inline]
    pub(crate) fn is_waiting(&self) -> bool {
        self.waiting.load(Ordering::Relaxed)
    }

    /// Whether the reader has waited for too long.
    pub(crate) fn is_late(&self) -> bool {
        now().saturating_sub(self.since.load(Ordering::Relaxed)) >= QUICK
    }

    /// Sends at once. Pending, though it was sent, where the step has to wait until it was read: it goes on after
    /// [`poll_turn`](Self::poll_turn).
    pub(crate) fn push(&self, task: &mut Context<'_>, ticket: &mut Ticket, origin: &Origin, body: Body<R>) -> Poll<()> {
        let event = Queued { origin: origin.clone(), body };
        let mut state = self.lock();
        state.queue.push_back(event);
        self.sent(state, task, ticket, false)
    }

    /// [`push`](Self::push) of several. `wait` leaves no choice.
    pub(crate) fn push_all(
        &self,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        events: &mut VecDeque<Queued<R>>,
        wait: bool,
    ) -> Poll<()> {
        let mut state = self.lock();
        state.append(events);
        self.sent(state, task, ticket, wait)
    }

    /// [`push`](Self::push) through a gate. Where that is closed, nothing is sent.
    pub(crate) fn push_through(
        &self,
        gate: &Gate,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        origin: &Origin,
        body: Body<R>,
    ) -> Poll<()> {
        let mut state = self.lock();
        if gate.closed.load(Ordering::Relaxed) {
            return Poll::Ready(());
        }
        let unwaited = gate.unwaited.load(Ordering::Relaxed) + 1;
        state.queue.push_back(Queued { origin: origin.clone(), body });
        let sent = self.sent(state, task, ticket, unwaited >= self.room());
        gate.unwaited.store(if sent.is_ready() { unwaited } else { 0 }, Ordering::Relaxed);
        sent
    }

    /// What follows whenever a step has put something into the queue.
    #[inline]
    fn sent(
        &self,
        mut state: MutexGuard<'_, State<R>>,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        wait: bool,
    ) -> Poll<()> {
        self.waiting.store(true, Ordering::Release);
        state.wake_reader();
        if !wait && state.queue.len() < self.room() && !self.looks_late(&mut state) {
            return Poll::Ready(());
        }
        *ticket = Ticket(self.taken.load(Ordering::Relaxed));
        state.waits += 1;
        state.park(task.waker());
        Poll::Pending
    }

    /// Looks at the clock, once in a while.
    #[inline]
    fn looks_late(&self, state: &mut State<R>) -> bool {
        let looks = state.queue.len() >= state.look;
        if looks {
            state.look = state.queue.len() + LOOK;
        }
        looks && self.is_late()
    }

    /// Ready when what was sent with this ticket has been read, or its gate is closed.
    pub(crate) fn poll_turn(&self, gate: Option<&Gate>, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        if self.taken.load(Ordering::Acquire) != ticket.0 {
            return Poll::Ready(());
        }
        let mut state = self.lock();
        let closed = gate.is_some_and(|gate| gate.closed.load(Ordering::Relaxed));
        if closed || self.taken.load(Ordering::Relaxed) != ticket.0 {
            return Poll::Ready(());
        }
        state.park(task.waker());
        Poll::Pending
    }

    /// Closes a gate. A thread that waits for the reader is reached by nothing else.
    pub(crate) fn close(&self, gate: &Gate) {
        let mut state = self.lock();
        gate.closed.store(true, Ordering::Release);
        let blocked = std::mem::take(&mut state.blocked);
        drop(state);
        blocked.into_iter().for_each(Waker::wake);
    }

    /// Sends without waiting: what closes a step.
    pub(crate) fn force(&self, origin: Origin, life: Lifecycle) {
        let mut state = self.lock();
        self.waiting.store(true, Ordering::Release);
        state.queue.push_back(Queued { origin, body: Body::Life(life) });
        state.wake_reader();
    }

    /// [`force`](Self::force) of several: what a step that panicked had made.
    #[cold]
    pub(crate) fn force_all(&self, events: &mut VecDeque<Queued<R>>) {
        let mut state = self.lock();
        self.waiting.store(true, Ordering::Release);
        state.append(events);
        state.wake_reader();
    }
}

impl<R> State<R> {
    /// Into an empty queue only the buffers are exchanged, but a large one does not go round the steps.
    fn append(&mut self, events: &mut VecDeque<Queued<R>>) {
        if self.queue.is_empty() && self.queue.capacity() <= events.capacity() {
            std::mem::swap(&mut self.queue, events);
        } else {
            self.queue.append(events);
        }
    }

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
