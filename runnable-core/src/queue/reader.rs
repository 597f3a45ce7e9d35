//! The reader's side of the queue.

use super::token::give_up;
use super::{CLOCK_INTERVAL, Capacity, Pending, QUICK, Queue, Queued, inbox::hold, now};
use qcell::QCellOwner;
use std::{
    sync::atomic::Ordering,
    task::{Context, Waker},
};

/// What the reader took, and when.
pub(crate) struct Reader<R> {
    /// What it took and has not read, the last one first: reading is a `pop`.
    queue: Vec<Queued<R>>,
    /// When the batch was taken.
    ts: u64,
    /// Opens the inbox; the thread has it while the run is polled.
    token: Option<QCellOwner>,
    blocked: Vec<Waker>,
    /// How many steps waited for the batch.
    waits: usize,
    capacity: Capacity,
    /// Whether nothing was there when it last looked: it may have slept since.
    idle: bool,
}

impl<R> Drop for Reader<R> {
    fn drop(&mut self) {
        give_up(self.token.take());
    }
}

impl<R> Reader<R> {
    pub(crate) fn new(token: Option<QCellOwner>) -> Self {
        Self { queue: vec![], ts: 0, token, blocked: vec![], waits: 0, capacity: Capacity::default(), idle: false }
    }

    /// When the batch was taken, in nanoseconds since the Unix epoch; 0 before the first one.
    #[inline]
    pub(crate) fn ts(&self) -> u64 {
        self.ts
    }

    /// Whether there is an event to be read.
    #[inline]
    pub(crate) fn has_next(&self) -> bool {
        !self.queue.is_empty()
    }

    /// The next event that was taken.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<Queued<R>> {
        self.queue.pop()
    }

    /// An event to be read before any other, and when that was taken.
    pub(crate) fn put(&mut self, ts: u64, event: Queued<R>) {
        self.ts = ts;
        self.queue.push(event);
    }

    /// Takes what waits, after what it took before, and the wakers of those that wait for it.
    fn take(&mut self, pending: &mut Pending<R>) {
        if self.queue.is_empty() {
            std::mem::swap(&mut self.queue, &mut pending.queue);
        } else {
            self.queue.append(&mut pending.queue);
        }
        self.waits += std::mem::take(&mut pending.waits);
        pending.look = CLOCK_INTERVAL;
        if !pending.blocked.is_empty() {
            self.blocked.append(&mut pending.blocked);
        }
    }
}

impl<R> Queue<R> {
    /// Before a poll of the run: takes what waits, or else gets ready to drive.
    pub(crate) fn before_poll(&self, reader: &mut Reader<R>) -> bool {
        if self.take(reader) {
            return true;
        }
        if reader.idle && self.room() > 1 {
            // How long it slept says nothing about its steps.
            self.since.store(now(), Ordering::Relaxed);
            reader.idle = false;
        }
        false
    }

    /// After a poll of the run: takes what waits, or else sleeps.
    pub(crate) fn after_poll(&self, waker: &Waker, reader: &mut Reader<R>) -> bool {
        if self.take(reader) {
            return true;
        }
        let mut state = self.lock();
        if state.pending.queue.is_empty() && state.pending.blocked.is_empty() {
            if state.reader.as_ref().is_none_or(|known| !known.will_wake(waker)) {
                state.reader = Some(waker.clone());
            }
            state.asleep = true;
            reader.idle = true;
            return false;
        }
        drop(state);
        self.take_shared(reader);
        if reader.queue.is_empty() {
            // Whoever was woken sends again, or has gone.
            waker.wake_by_ref();
            return false;
        }
        self.taken(reader);
        true
    }

    /// Takes what waits, if anything does, and lets blocked steps go on.
    fn take(&self, reader: &mut Reader<R>) -> bool {
        let mut shared = self.waiting.load(Ordering::Acquire);
        if let Some(mut token) = reader.token.take() {
            let inbox = self.inbox.rw(&mut token).get_mut();
            shared |= std::mem::take(&mut inbox.fetched);
            if !inbox.pending.queue.is_empty() {
                reader.take(&mut inbox.pending);
                self.waiting_here.store(false, Ordering::Relaxed);
                self.taken_here.store(self.taken_here.load(Ordering::Relaxed) + 1, Ordering::Release);
            }
            reader.token = Some(token);
        }
        if shared {
            self.take_shared(reader);
        }
        if reader.queue.is_empty() {
            return false;
        }
        self.taken(reader);
        true
    }

    /// Takes what waits under the lock.
    #[cold]
    fn take_shared(&self, reader: &mut Reader<R>) {
        let mut state = self.lock();
        self.waiting.store(false, Ordering::Relaxed);
        state.asleep = false;
        reader.take(&mut state.pending);
        self.taken.fetch_add(1, Ordering::Release);
        drop(state);
        if reader.queue.is_empty() {
            reader.blocked.drain(..).for_each(Waker::wake);
        }
    }

    /// What follows whenever something was taken.
    fn taken(&self, reader: &mut Reader<R>) {
        reader.queue.reverse();
        if !reader.blocked.is_empty() {
            reader.blocked.drain(..).for_each(Waker::wake);
        }
        self.stamp(reader, !reader.idle);
        reader.waits = 0;
        reader.idle = false;
    }

    /// Looks at the clock, and says how many events may wait from now on. `awake` tells that the reader did not sleep
    /// since the last time.
    pub(crate) fn stamp(&self, reader: &mut Reader<R>, awake: bool) {
        let now = now().max(reader.ts);
        let quick = now.saturating_sub(self.since.load(Ordering::Relaxed)) < QUICK;
        if quick || awake || self.room() > 1 {
            // Of several that send, each one's event is in the batch: it is large enough.
            let room = reader.capacity.next(quick && reader.waits <= 1);
            self.room.store(room, Ordering::Relaxed);
        }
        self.since.store(now, Ordering::Relaxed);
        reader.ts = now;
    }
}

impl<R> Queue<R> {
    /// Polls the run, with its inbox at hand.
    pub(crate) fn poll_with<T>(
        &self,
        reader: &mut Reader<R>,
        task: &mut Context<'_>,
        poll: impl FnOnce(&mut Context<'_>) -> T,
    ) -> T {
        let Some(mut token) = reader.token.take() else { return poll(task) };
        let inbox = self.inbox.rw(&mut token).get_mut();
        inbox.driver = task.waker().data().addr();
        if inbox.pending.queue.capacity() < reader.queue.capacity() {
            // The inbox is empty: one buffer serves both.
            std::mem::swap(&mut inbox.pending.queue, &mut reader.queue);
        }
        let polled;
        (polled, reader.token) = hold(token, || poll(task));
        polled
    }

    /// What the run itself sends when its steps have gone.
    pub(crate) fn conclude(&self, reader: &mut Reader<R>, event: Queued<R>) {
        match &mut reader.token {
            Some(token) if !self.waiting.load(Ordering::Acquire) => {
                self.inbox.rw(token).get_mut().pending.queue.push(event);
            }
            _ => self.post(event),
        }
    }
}
