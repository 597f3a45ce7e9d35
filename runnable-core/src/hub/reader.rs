//! The reader's side of the hub.

use super::{Hub, LOOK, Pace, QUICK, Queued, State, now};
use std::{
    collections::VecDeque,
    sync::{MutexGuard, atomic::Ordering},
    task::Waker,
};

/// What the reader took, and when.
pub(crate) struct Reader<R> {
    /// The first of a batch. It comes alone most of the time: no buffer is touched then.
    first: Option<Queued<R>>,
    /// Its buffers and the hub's are swapped, so that none is made anew.
    rest: VecDeque<Queued<R>>,
    blocked: Vec<Waker>,
    /// The address of the waker's data that the hub knows the run to be polled with, while the reader is awake.
    driver: Option<usize>,
    /// How many steps waited for the batch.
    waits: usize,
    pace: Pace,
    /// When the batch was taken.
    ts: u64,
    /// Whether nothing was there when it last looked: it may have slept since.
    idle: bool,
}

impl<R> Reader<R> {
    pub(crate) fn new() -> Self {
        let (rest, blocked) = (VecDeque::new(), Vec::new());
        Self { first: None, rest, blocked, driver: None, waits: 0, pace: Pace::default(), ts: 0, idle: false }
    }

    /// When the batch was taken, in nanoseconds since the Unix epoch; 0 before the first one.
    pub(crate) fn ts(&self) -> u64 {
        self.ts
    }

    /// An event of the reader's own, before any that it takes.
    pub(crate) fn put(&mut self, event: Queued<R>) {
        self.first = Some(event);
    }

    /// The next event that was taken.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<Queued<R>> {
        match self.rest.pop_front() {
            None => self.first.take(),
            next => next,
        }
    }
}

impl<R> Hub<R> {
    /// Before a poll of the run: takes what waits, or else gets ready to drive.
    pub(crate) fn before_poll(&self, waker: &Waker, reader: &mut Reader<R>) -> bool {
        let driver = Some(waker.data().addr());
        if reader.driver != driver || self.waiting.load(Ordering::Acquire) {
            let mut state = self.lock();
            state.reader = None;
            if !state.queue.is_empty() {
                reader.driver = None;
                self.take(state, reader);
                self.stamp(reader, !reader.idle);
                reader.idle = false;
                return true;
            }
            reader.driver = driver;
            if state.driver.as_ref().is_none_or(|driver| driver.data() != waker.data()) {
                state.driver = Some(waker.clone());
            }
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
        let mut state = self.lock();
        if state.queue.is_empty() {
            state.reader = Some(waker.clone());
            reader.driver = None;
            reader.idle = true;
            return false;
        }
        self.take(state, reader);
        self.stamp(reader, !reader.idle);
        reader.idle = false;
        true
    }

    /// Hands the queue to the reader and lets blocked steps go on.
    fn take(&self, mut state: MutexGuard<'_, State<R>>, reader: &mut Reader<R>) {
        self.waiting.store(false, Ordering::Relaxed);
        if state.queue.len() == 1 {
            reader.first = state.queue.pop_front();
        } else {
            std::mem::swap(&mut state.queue, &mut reader.rest);
        }
        reader.waits = std::mem::take(&mut state.waits);
        state.look = LOOK;
        self.taken.fetch_add(1, Ordering::Release);
        if state.blocked.is_empty() {
            return;
        }
        std::mem::swap(&mut state.blocked, &mut reader.blocked);
        drop(state);
        reader.blocked.drain(..).for_each(Waker::wake);
    }

    /// Looks at the clock, and says how many events may wait from now on. `awake` tells that the reader did not sleep
    /// since the last time.
    pub(crate) fn stamp(&self, reader: &mut Reader<R>, awake: bool) {
        let now = now().max(reader.ts);
        let quick = now.saturating_sub(self.since.load(Ordering::Relaxed)) < QUICK;
        if quick || awake || self.room() > 1 {
            // Of several that send, each one's event is in the batch: it is large enough.
            let room = reader.pace.next(quick && reader.waits <= 1);
            self.room.store(room, Ordering::Relaxed);
        }
        self.since.store(now, Ordering::Relaxed);
        reader.ts = now;
    }
}
