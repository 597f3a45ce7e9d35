//! The reader's side of the queue.

use super::{
    capacity::{CLOCK_INTERVAL, Capacity, QUICK, now},
    inbox::hold,
    pending::{Pending, Queued},
    queue::Queue,
    token::give_up,
};
use qcell::QCellOwner;
use std::{
    sync::atomic::Ordering,
    task::{Context, Waker},
};

/// The events that the reader of a run took and has not returned yet.
pub(crate) struct QueueReader<R> {
    /// In reverse order, so that the next event is popped.
    events: Vec<Queued<R>>,
    /// The time at which the batch was taken.
    ts: u64,
    /// The token that opens the inbox. The thread has it while the run is polled.
    token: Option<QCellOwner>,
    /// Senders to wake once the batch was taken.
    blocked: Vec<Waker>,
    /// The number of senders that waited for the batch.
    waits: usize,
    capacity: Capacity,
    /// True if the queue was empty when it last looked, so that it may have slept since.
    idle: bool,
}

impl<R> Drop for QueueReader<R> {
    fn drop(&mut self) {
        give_up(self.token.take());
    }
}

impl<R> QueueReader<R> {
    pub(crate) fn new(token: Option<QCellOwner>) -> Self {
        Self { events: vec![], ts: 0, token, blocked: vec![], waits: 0, capacity: Capacity::default(), idle: false }
    }

    /// Returns when the batch was taken, in nanoseconds since the Unix epoch, or 0 before the first batch.
    #[inline]
    pub(crate) fn ts(&self) -> u64 {
        self.ts
    }

    #[inline]
    pub(crate) fn has_next(&self) -> bool {
        !self.events.is_empty()
    }

    /// Returns the number of events that were taken and not returned.
    pub(crate) fn len(&self) -> usize {
        self.events.len()
    }

    #[inline]
    pub(crate) fn next(&mut self) -> Option<Queued<R>> {
        self.events.pop()
    }

    /// Makes `event`, which was taken at `ts`, the next event.
    pub(crate) fn put(&mut self, ts: u64, event: Queued<R>) {
        self.ts = ts;
        self.events.push(event);
    }

    /// Dates the first batch, if no batch was taken yet.
    #[cold]
    pub(crate) fn date(&mut self) {
        if self.ts == 0 {
            self.ts = now();
        }
    }

    /// Appends the waiting events, and collects the wakers of their senders.
    fn take(&mut self, pending: &mut Pending<R>) {
        if self.events.is_empty() {
            std::mem::swap(&mut self.events, &mut pending.events);
        } else {
            self.events.append(&mut pending.events);
        }
        self.waits += std::mem::take(&mut pending.waits);
        pending.look = CLOCK_INTERVAL;
        if !pending.blocked.is_empty() {
            self.blocked.append(&mut pending.blocked);
        }
    }

    fn wake_blocked(&mut self) {
        if !self.blocked.is_empty() {
            self.blocked.drain(..).for_each(Waker::wake);
        }
    }
}

impl<R> Queue<R> {
    /// Takes the waiting events before the run is polled. Returns whether there are any.
    pub(crate) fn before_poll(&self, reader: &mut QueueReader<R>) -> bool {
        if self.take(reader) {
            return true;
        }
        if reader.idle && self.capacity() > 1 {
            // The time that the reader slept does not count: its steps may have waited for something else.
            self.since.store(now(), Ordering::Relaxed);
            reader.idle = false;
        }
        false
    }

    /// Takes the waiting events after the run was polled. Returns whether there are any; if not, the reader sleeps
    /// until its `waker` is woken.
    pub(crate) fn after_poll(&self, waker: &Waker, reader: &mut QueueReader<R>) -> bool {
        if self.take(reader) {
            return true;
        }
        let mut remote = self.lock();
        if remote.pending.events.is_empty() && remote.pending.blocked.is_empty() {
            if remote.reader.as_ref().is_none_or(|known| !known.will_wake(waker)) {
                remote.reader = Some(waker.clone());
            }
            remote.asleep = true;
            reader.idle = true;
            return false;
        }
        drop(remote);
        self.take_remote(reader);
        if reader.events.is_empty() {
            // Only wakers were waiting: those senders send again, or are gone.
            waker.wake_by_ref();
            return false;
        }
        self.taken(reader);
        true
    }

    /// Takes the waiting events, and wakes the senders that waited. Returns whether there are any.
    fn take(&self, reader: &mut QueueReader<R>) -> bool {
        let mut remote = self.remote_waiting.load(Ordering::Acquire);
        if let Some(mut token) = reader.token.take() {
            let inbox = self.inbox.rw(&mut token).get_mut();
            remote |= std::mem::take(&mut inbox.fetched);
            if !inbox.pending.events.is_empty() {
                reader.take(&mut inbox.pending);
                self.local_waiting.store(false, Ordering::Relaxed);
                // No read-modify-write: the reader alone writes it.
                self.local_batches.store(self.local_batches.load(Ordering::Relaxed) + 1, Ordering::Release);
            }
            reader.token = Some(token);
        }
        if remote {
            self.take_remote(reader);
        }
        if reader.events.is_empty() {
            return false;
        }
        self.taken(reader);
        true
    }

    /// Takes the events of other tasks, and lets their senders resume.
    #[cold]
    fn take_remote(&self, reader: &mut QueueReader<R>) {
        let mut remote = self.lock();
        self.remote_waiting.store(false, Ordering::Relaxed);
        remote.asleep = false;
        reader.take(&mut remote.pending);
        self.remote_batches.fetch_add(1, Ordering::Release);
        drop(remote);
        if reader.events.is_empty() {
            reader.wake_blocked();
        }
    }

    /// Runs whenever events were taken.
    fn taken(&self, reader: &mut QueueReader<R>) {
        reader.events.reverse();
        reader.wake_blocked();
        self.stamp(reader, !reader.idle);
        reader.waits = 0;
        reader.idle = false;
    }

    /// Stamps the batch with the current time, and derives the capacity from how long the batch took. `awake` says that
    /// the reader did not sleep since the last batch.
    pub(crate) fn stamp(&self, reader: &mut QueueReader<R>, awake: bool) {
        let now = now().max(reader.ts);
        let quick = now.saturating_sub(self.since.load(Ordering::Relaxed)) < QUICK;
        if quick || awake || self.capacity() > 1 {
            // If several steps wait, the batch has an event of each: it is large enough.
            let capacity = reader.capacity.next(quick && reader.waits <= 1);
            self.capacity.store(capacity, Ordering::Relaxed);
        }
        self.since.store(now, Ordering::Relaxed);
        reader.ts = now;
    }

    /// Polls the run while this thread can open its inbox.
    pub(crate) fn poll_with<T>(
        &self,
        reader: &mut QueueReader<R>,
        task: &mut Context<'_>,
        poll: impl FnOnce(&mut Context<'_>) -> T,
    ) -> T {
        let Some(mut token) = reader.token.take() else { return poll(task) };
        let inbox = self.inbox.rw(&mut token).get_mut();
        inbox.driver = task.waker().data().addr();
        if inbox.pending.events.capacity() < reader.events.capacity() {
            // The inbox is empty, so one large buffer serves both sides. At the first poll the reader holds
            // `run.started`, which moves along and so gets the time of its batch.
            std::mem::swap(&mut inbox.pending.events, &mut reader.events);
        }
        let polled;
        (polled, reader.token) = hold(token, || poll(task));
        polled
    }

    /// Sends the last event of the run, from its reader, once its steps are gone.
    pub(crate) fn conclude(&self, reader: &mut QueueReader<R>, event: Queued<R>) {
        match reader.token.take() {
            Some(token) => ((), reader.token) = hold(token, || self.force(|| event)),
            None => self.force(|| event),
        }
    }
}
