//! Events that wait for the reader, and senders that do.

use super::capacity::CLOCK_INTERVAL;
use crate::{
    event::{Lifecycle, LifecycleTag, RunData},
    id::Origin,
};
use std::task::Waker;

/// An event that waits for the reader: the parts of its envelope that do not depend on the reader.
pub(crate) struct Queued<R> {
    pub(crate) origin: Origin,
    pub(crate) tag: LifecycleTag,
    pub(crate) data: R,
}

impl<R> Queued<R> {
    /// Appends an event. The closure writes it in place once there is room: reading a value right after storing it in
    /// parts stalls for about 6 ns, as the processor cannot forward several stores to one load.
    #[inline]
    pub(crate) fn put(events: &mut Vec<Self>, event: impl FnOnce() -> Self) {
        events.extend(std::iter::once_with(event));
    }

    /// Returns an event of a task.
    #[inline]
    pub(crate) fn task(origin: &Origin, data: R) -> Self {
        Self { origin: origin.clone(), tag: LifecycleTag::Nothing, data }
    }
}

impl<R: RunData> Queued<R> {
    /// Returns an event of the runtime. Inlined, as nearly every caller knows which event it is.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "saves a third of what the events of a step cost, measured")]
    pub(crate) fn lifecycle(origin: Origin, event: Lifecycle) -> Self {
        Self { origin, tag: LifecycleTag::of(&event), data: R::lifecycle(event) }
    }
}

/// Events that wait for the reader, and senders that do.
pub(super) struct Pending<R> {
    pub(super) events: Vec<Queued<R>>,
    /// The number of waiting events at which a sender next reads the clock.
    pub(super) look: usize,
    /// The number of senders that wait for the reader.
    pub(super) waits: usize,
    /// The wakers of those that a poll of the run would not reach.
    pub(super) blocked: Vec<Waker>,
}

impl<R> Default for Pending<R> {
    fn default() -> Self {
        Self { events: vec![], look: CLOCK_INTERVAL, waits: 0, blocked: vec![] }
    }
}

impl<R> Pending<R> {
    /// Appends `events`, and leaves them empty. If nothing waits, this swaps the two buffers, except that the larger
    /// buffer stays here: else large buffers would circulate among the steps.
    pub(super) fn append(&mut self, events: &mut Vec<Queued<R>>) {
        if self.events.is_empty() && self.events.capacity() <= events.capacity() {
            std::mem::swap(&mut self.events, events);
        } else {
            self.events.append(events);
        }
    }

    /// Returns whether more events may wait. Asks `is_late`, which reads the clock, once per [`CLOCK_INTERVAL`] events.
    #[inline]
    pub(super) fn has_room(&mut self, capacity: usize, is_late: impl FnOnce() -> bool) -> bool {
        let waiting = self.events.len();
        if waiting >= capacity {
            return false;
        }
        if waiting < self.look {
            return true;
        }
        self.look = waiting + CLOCK_INTERVAL;
        !is_late()
    }

    /// Remembers a waiting sender, once if it asks several times in a row.
    pub(super) fn block(&mut self, waker: &Waker) {
        if self.blocked.last().is_none_or(|last| last.data() != waker.data()) {
            self.blocked.push(waker.clone());
        }
    }
}
