//! The steps' side of the queue.

use super::{EmitterGate, Inbox, Queue, Queued, Receipt, State, inbox::lend};
use crate::id::Origin;
use std::{
    sync::{
        MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, Waker},
};

impl<R> Queue<R> {
    /// Sends without waiting, from elsewhere than the run's own task.
    #[cold]
    pub(crate) fn post(&self, event: Queued<R>) {
        let mut state = self.lock();
        self.waiting.store(true, Ordering::Release);
        state.pending.queue.push(event);
        state.wake_reader();
    }

    /// What follows whenever a step has put something under the lock.
    fn sent(
        &self,
        mut state: MutexGuard<'_, State<R>>,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        wait: bool,
    ) -> Poll<()> {
        self.waiting.store(true, Ordering::Release);
        state.wake_reader();
        if !wait && state.pending.has_room(self) {
            return Poll::Ready(());
        }
        *receipt = Receipt { taken: self.taken.load(Ordering::Relaxed), here: false };
        state.pending.waits += 1;
        state.pending.block(task.waker());
        Poll::Pending
    }

    /// What follows whenever a step has put something into the inbox.
    #[inline]
    fn sent_here(&self, inbox: &mut Inbox<R>, task: &mut Context<'_>, receipt: &mut Receipt, wait: bool) -> Poll<()> {
        self.waiting_here.store(true, Ordering::Relaxed);
        if !wait && inbox.pending.has_room(self) {
            return Poll::Ready(());
        }
        *receipt = Receipt { taken: self.taken_here.load(Ordering::Relaxed), here: true };
        inbox.pending.waits += 1;
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
        inbox.pending.append(&mut state.pending.queue);
        inbox.fetched = true;
    }

    /// Sends at once. Pending, though it was sent, where the step has to wait until it was read: it goes on after
    /// [`poll_turn`](Self::poll_turn).
    #[inline]
    pub(crate) fn push(
        &self,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        event: impl FnOnce() -> Queued<R>,
    ) -> Poll<()> {
        if let Some(inbox) = self.open(&mut lend()) {
            self.fetch(inbox);
            Queued::put(&mut inbox.pending.queue, event);
            return self.sent_here(inbox, task, receipt, false);
        }
        let mut state = self.lock();
        Queued::put(&mut state.pending.queue, event);
        self.sent(state, task, receipt, false)
    }

    /// [`push`](Self::push) of several. `wait` leaves no choice.
    pub(crate) fn push_all(
        &self,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        events: &mut Vec<Queued<R>>,
        wait: bool,
    ) -> Poll<()> {
        if let Some(inbox) = self.open(&mut lend()) {
            self.fetch(inbox);
            inbox.pending.append(events);
            return self.sent_here(inbox, task, receipt, wait);
        }
        let mut state = self.lock();
        state.pending.append(events);
        self.sent(state, task, receipt, wait)
    }

    /// [`push`](Self::push) of a task's own event, through a gate. Where that is closed, nothing is sent.
    #[inline]
    pub(crate) fn push_through(
        &self,
        gate: &EmitterGate,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        origin: &Origin,
        data: impl FnOnce() -> R,
    ) -> Poll<()> {
        if let Some(inbox) = self.open(&mut lend()) {
            self.fetch(inbox);
            Queued::put(&mut inbox.pending.queue, || Queued::own(origin, data()));
            return self.sent_here(inbox, task, receipt, false);
        }
        self.push_from_elsewhere(gate, task, receipt, origin, data)
    }

    #[inline(never)]
    fn push_from_elsewhere(
        &self,
        gate: &EmitterGate,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        origin: &Origin,
        data: impl FnOnce() -> R,
    ) -> Poll<()> {
        let mut state = self.lock();
        if gate.closed.load(Ordering::Relaxed) {
            return Poll::Ready(());
        }
        let unwaited = gate.unwaited.load(Ordering::Relaxed) + 1;
        Queued::put(&mut state.pending.queue, || Queued::own(origin, data()));
        let sent = self.sent(state, task, receipt, unwaited >= self.room());
        gate.unwaited.store(if sent.is_ready() { unwaited } else { 0 }, Ordering::Relaxed);
        sent
    }

    /// Ready when what was sent with this receipt has been read, or its gate is closed.
    #[inline]
    pub(crate) fn poll_turn(&self, gate: Option<&EmitterGate>, task: &mut Context<'_>, receipt: Receipt) -> Poll<()> {
        let taken = if receipt.here { &self.taken_here } else { &self.taken };
        if taken.load(Ordering::Acquire) != receipt.taken {
            return Poll::Ready(());
        }
        self.poll_later(gate, task, receipt, taken)
    }

    #[inline(never)]
    fn poll_later(
        &self,
        gate: Option<&EmitterGate>,
        task: &mut Context<'_>,
        receipt: Receipt,
        taken: &AtomicU64,
    ) -> Poll<()> {
        if receipt.here
            && let Some(inbox) = self.open(&mut lend())
        {
            inbox.park(task.waker());
            return Poll::Pending;
        }
        let mut state = self.lock();
        let closed = gate.is_some_and(|gate| gate.closed.load(Ordering::Relaxed));
        if closed || taken.load(Ordering::Relaxed) != receipt.taken {
            return Poll::Ready(());
        }
        // The reader comes for it, though nothing may have been sent.
        self.waiting.store(true, Ordering::Release);
        state.pending.block(task.waker());
        Poll::Pending
    }

    /// Closes a gate. A thread that waits for the reader is reached by nothing else.
    pub(crate) fn close(&self, gate: &EmitterGate) {
        let mut state = self.lock();
        gate.closed.store(true, Ordering::Release);
        let blocked = std::mem::take(&mut state.pending.blocked);
        drop(state);
        blocked.into_iter().for_each(Waker::wake);
    }

    /// Sends without waiting: what closes a step.
    #[inline]
    pub(crate) fn force(&self, event: impl FnOnce() -> Queued<R>) {
        if let Some(inbox) = self.open(&mut lend()) {
            self.fetch(inbox);
            Queued::put(&mut inbox.pending.queue, event);
            self.waiting_here.store(true, Ordering::Relaxed);
            return;
        }
        self.post(event());
    }
}
