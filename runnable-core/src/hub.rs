//! One bounded queue per run, between its steps and the reader that drives it.

mod inbox;
mod pace;
mod reader;
mod tray;

use self::{
    inbox::Inbox,
    pace::{Pace, QUICK, now},
    tray::Tray,
};
pub(crate) use self::{pace::LOOK, reader::Reader, tray::Queued};
use crate::{path::Origin, run_id::LazyId};
use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
};

/// When a step sent an event that it waits for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ticket {
    taken: u64,
    /// Whether it was sent in the run's own task.
    here: bool,
}

/// Shared by the reader and every step of the run, spawned ones included.
///
/// A step that sent an event waits until it was read where there is no more room: there is room for one event, and for some
/// while all is quick ([`Pace`]): a clock and the way through the run's futures cost more than an event. So no more wait
/// than that and one for each step that runs, besides the closing events of steps and what streams on other threads send at
/// the same moment.
///
/// Steps of the run's own task send into its [`Inbox`], which needs no lock. What is sent from elsewhere waits under one, and
/// is moved before whatever is sent here after it.
pub(crate) struct Hub<R> {
    pub(crate) id: LazyId,
    /// How often the reader took what waited under the lock: a step goes on when this has moved past its [`Ticket`]. Written
    /// under the lock; read without it where a step may go on at once.
    taken: AtomicU64,
    /// How often it took what waited in the inbox; written by the reader alone.
    taken_here: AtomicU64,
    /// Whether there is something under the lock. Written under it; read without it by the reader, who looks again
    /// under it before it sleeps.
    waiting: AtomicBool,
    /// Whether anything waits in the inbox.
    waiting_here: AtomicBool,
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
    tray: Tray<R>,
    /// The reader, while it sleeps or since it slept.
    reader: Option<Waker>,
    asleep: bool,
}

/// Where the events of one step may come from any task, and end with the step.
#[derive(Default)]
pub(crate) struct Gate {
    closed: AtomicBool,
    /// How many it sent from elsewhere since it last waited: one in a task of its own lets others have their turn, however
    /// quick the reader is.
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
        Self {
            id: LazyId::default(),
            taken: AtomicU64::new(1),
            taken_here: AtomicU64::new(1),
            waiting: AtomicBool::new(false),
            waiting_here: AtomicBool::new(false),
            room: AtomicUsize::new(1),
            since: AtomicU64::new(0),
            state: Mutex::new(State { tray: Tray::default(), reader: None, asleep: false }),
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
        self.waiting_here.load(Ordering::Relaxed) || self.waiting.load(Ordering::Relaxed)
    }

    /// Whether the reader has waited for too long.
    #[cold]
    pub(crate) fn is_late(&self) -> bool {
        now().saturating_sub(self.since.load(Ordering::Relaxed)) >= QUICK
    }

    /// Sends without waiting, from elsewhere than the run's own task.
    #[cold]
    pub(crate) fn post(&self, event: Queued<R>) {
        let mut state = self.lock();
        self.waiting.store(true, Ordering::Release);
        state.tray.queue.push(event);
        state.wake_reader();
    }

    /// What follows whenever a step has put something under the lock.
    fn sent(
        &self,
        mut state: MutexGuard<'_, State<R>>,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        wait: bool,
    ) -> Poll<()> {
        self.waiting.store(true, Ordering::Release);
        state.wake_reader();
        if !wait && state.tray.has_room(self) {
            return Poll::Ready(());
        }
        *ticket = Ticket { taken: self.taken.load(Ordering::Relaxed), here: false };
        state.tray.waits += 1;
        state.tray.block(task.waker());
        Poll::Pending
    }

    /// What follows whenever a step has put something into the inbox.
    #[inline]
    fn sent_here(&self, inbox: &mut Inbox<R>, task: &mut Context<'_>, ticket: &mut Ticket, wait: bool) -> Poll<()> {
        self.waiting_here.store(true, Ordering::Relaxed);
        if !wait && inbox.tray.has_room(self) {
            return Poll::Ready(());
        }
        *ticket = Ticket { taken: self.taken_here.load(Ordering::Relaxed), here: true };
        inbox.tray.waits += 1;
        inbox.park(task.waker());
        Poll::Pending
    }

    /// What was sent from elsewhere comes before what is sent here now: a step may have seen that it was sent.
    #[inline]
    fn fetch(&self, inbox: &mut Inbox<R>) {
        if self.waiting.load(Ordering::Acquire) {
            self.fetch_all(inbox);
        }
    }

    #[cold]
    fn fetch_all(&self, inbox: &mut Inbox<R>) {
        let mut state = self.lock();
        self.waiting.store(false, Ordering::Relaxed);
        inbox.tray.append(&mut state.tray.queue);
        inbox.fetched = true;
    }
}

impl<R: 'static> Hub<R> {
    /// Sends at once. Pending, though it was sent, where the step has to wait until it was read: it goes on after
    /// [`poll_turn`](Self::poll_turn).
    pub(crate) fn push(&self, task: &mut Context<'_>, ticket: &mut Ticket, event: Queued<R>) -> Poll<()> {
        if let Some(mut inbox) = self.lend() {
            self.fetch(&mut inbox);
            inbox.tray.queue.push(event);
            let sent = self.sent_here(&mut inbox, task, ticket, false);
            self.give_back(inbox);
            return sent;
        }
        let mut state = self.lock();
        state.tray.queue.push(event);
        self.sent(state, task, ticket, false)
    }

    /// [`push`](Self::push) of several. `wait` leaves no choice.
    pub(crate) fn push_all(
        &self,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        events: &mut Vec<Queued<R>>,
        wait: bool,
    ) -> Poll<()> {
        if let Some(mut inbox) = self.lend() {
            self.fetch(&mut inbox);
            inbox.tray.append(events);
            let sent = self.sent_here(&mut inbox, task, ticket, wait);
            self.give_back(inbox);
            return sent;
        }
        let mut state = self.lock();
        state.tray.append(events);
        self.sent(state, task, ticket, wait)
    }

    /// [`push`](Self::push) of a task's own event, through a gate. Where that is closed, nothing is sent.
    #[inline]
    pub(crate) fn push_through(
        &self,
        gate: &Gate,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        origin: &Origin,
        data: R,
    ) -> Poll<()> {
        if let Some(mut inbox) = self.lend() {
            self.fetch(&mut inbox);
            Queued::add(&mut inbox.tray.queue, origin, data);
            let sent = self.sent_here(&mut inbox, task, ticket, false);
            self.give_back(inbox);
            return sent;
        }
        self.push_from_elsewhere(gate, task, ticket, origin, data)
    }

    #[inline(never)]
    fn push_from_elsewhere(
        &self,
        gate: &Gate,
        task: &mut Context<'_>,
        ticket: &mut Ticket,
        origin: &Origin,
        data: R,
    ) -> Poll<()> {
        let mut state = self.lock();
        if gate.closed.load(Ordering::Relaxed) {
            return Poll::Ready(());
        }
        let unwaited = gate.unwaited.load(Ordering::Relaxed) + 1;
        Queued::add(&mut state.tray.queue, origin, data);
        let sent = self.sent(state, task, ticket, unwaited >= self.room());
        gate.unwaited.store(if sent.is_ready() { unwaited } else { 0 }, Ordering::Relaxed);
        sent
    }

    /// Ready when what was sent with this ticket has been read, or its gate is closed.
    #[inline]
    pub(crate) fn poll_turn(&self, gate: Option<&Gate>, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        let taken = if ticket.here { &self.taken_here } else { &self.taken };
        if taken.load(Ordering::Acquire) != ticket.taken {
            return Poll::Ready(());
        }
        self.poll_later(gate, task, ticket, taken)
    }

    #[inline(never)]
    fn poll_later(&self, gate: Option<&Gate>, task: &mut Context<'_>, ticket: Ticket, taken: &AtomicU64) -> Poll<()> {
        if ticket.here
            && let Some(mut inbox) = self.lend()
        {
            inbox.park(task.waker());
            self.give_back(inbox);
            return Poll::Pending;
        }
        let mut state = self.lock();
        let closed = gate.is_some_and(|gate| gate.closed.load(Ordering::Relaxed));
        if closed || taken.load(Ordering::Relaxed) != ticket.taken {
            return Poll::Ready(());
        }
        // The reader comes for it, though nothing may have been sent.
        self.waiting.store(true, Ordering::Release);
        state.tray.block(task.waker());
        Poll::Pending
    }

    /// Closes a gate. A thread that waits for the reader is reached by nothing else.
    pub(crate) fn close(&self, gate: &Gate) {
        let mut state = self.lock();
        gate.closed.store(true, Ordering::Release);
        let blocked = std::mem::take(&mut state.tray.blocked);
        drop(state);
        blocked.into_iter().for_each(Waker::wake);
    }

    /// Sends without waiting: what closes a step.
    pub(crate) fn force(&self, event: Queued<R>) {
        let Some(mut inbox) = self.lend() else { return self.post(event) };
        self.fetch(&mut inbox);
        inbox.tray.queue.push(event);
        self.waiting_here.store(true, Ordering::Relaxed);
        self.give_back(inbox);
    }
}

impl<R> State<R> {
    fn wake_reader(&mut self) {
        if let Some(reader) = self.reader.as_ref().filter(|_| std::mem::take(&mut self.asleep)) {
            reader.wake_by_ref();
        }
    }
}
