//! The senders' side of the queue.

use super::{
    inbox::{Inbox, lend},
    pending::Queued,
    queue::{EmitterGate, Queue, Receipt, Remote},
};
use std::{
    sync::{
        MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, Waker},
};

impl<R> Queue<R> {
    /// Sends an event, at once. Returns `Pending`, although it was sent, if its sender has to wait until it was read:
    /// the sender resumes when [`poll_read`](Self::poll_read) is ready.
    ///
    /// With a `gate`, the event is dropped if the gate is closed.
    #[inline]
    pub(crate) fn send(
        &self,
        gate: Option<&EmitterGate>,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        event: impl FnOnce() -> Queued<R>,
    ) -> Poll<()> {
        if let Some(inbox) = self.inbox(&mut lend()) {
            self.fetch(inbox);
            Queued::put(&mut inbox.pending.events, event);
            return self.sent_local(inbox, task, receipt, false);
        }
        match gate {
            Some(gate) => self.send_remote(gate, task, receipt, event),
            None => {
                let mut remote = self.lock();
                Queued::put(&mut remote.pending.events, event);
                self.sent_remote(remote, task, receipt, false)
            }
        }
    }

    /// Sends the burst of a stream, as [`send`](Self::send) does. With `wait`, the sender waits in any case.
    pub(crate) fn send_all(
        &self,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        events: &mut Vec<Queued<R>>,
        wait: bool,
    ) -> Poll<()> {
        if let Some(inbox) = self.inbox(&mut lend()) {
            self.fetch(inbox);
            inbox.pending.append(events);
            return self.sent_local(inbox, task, receipt, wait);
        }
        let mut remote = self.lock();
        remote.pending.append(events);
        self.sent_remote(remote, task, receipt, wait)
    }

    /// Sends an event whose sender does not wait, such as those that close a step.
    #[inline]
    pub(crate) fn force(&self, event: impl FnOnce() -> Queued<R>) {
        if let Some(inbox) = self.inbox(&mut lend()) {
            self.fetch(inbox);
            Queued::put(&mut inbox.pending.events, event);
            self.local_waiting.store(true, Ordering::Relaxed);
            return;
        }
        self.force_remote(event());
    }

    /// Ready once the event of this receipt was read, or its gate is closed.
    #[inline]
    pub(crate) fn poll_read(&self, gate: Option<&EmitterGate>, task: &mut Context<'_>, receipt: Receipt) -> Poll<()> {
        let batches = if receipt.local { &self.local_batches } else { &self.remote_batches };
        // Acquire: pairs with the reader's release after it took the batch.
        if batches.load(Ordering::Acquire) != receipt.batch {
            return Poll::Ready(());
        }
        self.wait_for_reader(gate, task, receipt, batches)
    }

    /// Returns a receipt for the events that wait for the reader now, or `None` if `is_wanted` selects none of them.
    /// Only a step in the run's own task may ask: it is not polled again before the run's observer has seen all that
    /// was taken.
    pub(crate) fn unread(&self, is_wanted: impl Fn(&Queued<R>) -> bool) -> Option<Receipt> {
        let mut lent = lend();
        let inbox = self.inbox(&mut lent)?;
        // So that one receipt covers the events of other tasks.
        self.fetch(inbox);
        let waits = inbox.pending.events.iter().any(is_wanted);
        waits.then(|| Receipt { batch: self.local_batches.load(Ordering::Relaxed), local: true, noted: false })
    }

    /// Closes a gate, and wakes all senders: nothing else wakes a thread that blocks until its event was read.
    pub(crate) fn close(&self, gate: &EmitterGate) {
        let mut remote = self.lock();
        gate.closed.store(true, Ordering::Release);
        let blocked = std::mem::take(&mut remote.pending.blocked);
        drop(remote);
        blocked.into_iter().for_each(Waker::wake);
    }

    /// Moves the events of other tasks to the inbox, ahead of the event that is sent next: its sender may have observed
    /// that they were sent.
    #[inline]
    fn fetch(&self, inbox: &mut Inbox<R>) {
        if self.remote_waiting.load(Ordering::Acquire) {
            self.fetch_all(inbox);
        }
    }

    #[cold]
    fn fetch_all(&self, inbox: &mut Inbox<R>) {
        let mut remote = self.lock();
        self.remote_waiting.store(false, Ordering::Relaxed);
        inbox.pending.append(&mut remote.pending.events);
        inbox.fetched = true;
        if !inbox.pending.events.is_empty() {
            self.local_waiting.store(true, Ordering::Relaxed);
        }
    }

    /// Runs after each send to the inbox.
    #[inline]
    fn sent_local(&self, inbox: &mut Inbox<R>, task: &mut Context<'_>, receipt: &mut Receipt, wait: bool) -> Poll<()> {
        self.local_waiting.store(true, Ordering::Relaxed);
        if !wait && inbox.pending.has_room(self.capacity(), || self.is_late()) {
            return Poll::Ready(());
        }
        *receipt = Receipt { batch: self.local_batches.load(Ordering::Relaxed), local: true, noted: false };
        inbox.pending.waits += 1;
        inbox.park(task.waker());
        Poll::Pending
    }

    /// Runs after each send from another task, under the lock.
    fn sent_remote(
        &self,
        mut remote: MutexGuard<'_, Remote<R>>,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        wait: bool,
    ) -> Poll<()> {
        self.remote_waiting.store(true, Ordering::Release);
        remote.wake_reader();
        if !wait && remote.pending.has_room(self.capacity(), || self.is_late()) {
            return Poll::Ready(());
        }
        *receipt = Receipt { batch: self.remote_batches.load(Ordering::Relaxed), local: false, noted: false };
        remote.pending.waits += 1;
        remote.pending.block(task.waker());
        Poll::Pending
    }

    /// Sends an event of an emitter from another task. The gate is read under the lock that closes it.
    #[inline(never)]
    fn send_remote(
        &self,
        gate: &EmitterGate,
        task: &mut Context<'_>,
        receipt: &mut Receipt,
        event: impl FnOnce() -> Queued<R>,
    ) -> Poll<()> {
        let mut remote = self.lock();
        if gate.closed.load(Ordering::Relaxed) {
            return Poll::Ready(());
        }
        let unwaited = gate.unwaited.load(Ordering::Relaxed) + 1;
        Queued::put(&mut remote.pending.events, event);
        let sent = self.sent_remote(remote, task, receipt, unwaited >= self.capacity());
        gate.unwaited.store(if sent.is_ready() { unwaited } else { 0 }, Ordering::Relaxed);
        sent
    }

    #[cold]
    fn force_remote(&self, event: Queued<R>) {
        let mut remote = self.lock();
        self.remote_waiting.store(true, Ordering::Release);
        remote.pending.events.push(event);
        remote.wake_reader();
    }

    #[inline(never)]
    fn wait_for_reader(
        &self,
        gate: Option<&EmitterGate>,
        task: &mut Context<'_>,
        receipt: Receipt,
        batches: &AtomicU64,
    ) -> Poll<()> {
        if receipt.local
            && let Some(inbox) = self.inbox(&mut lend())
        {
            inbox.park(task.waker());
            return Poll::Pending;
        }
        let mut remote = self.lock();
        // Again, under the lock: the reader or the gate may have come in between.
        let closed = gate.is_some_and(|gate| gate.closed.load(Ordering::Relaxed));
        if closed || batches.load(Ordering::Relaxed) != receipt.batch {
            return Poll::Ready(());
        }
        // Makes the reader come for the waker, even if no event was sent.
        self.remote_waiting.store(true, Ordering::Release);
        remote.pending.block(task.waker());
        Poll::Pending
    }
}
