//! What waits for the reader, and who does.

use super::{CLOCK_INTERVAL, Queue};
use crate::{
    event::{Lifecycle, LifecycleTag, RunData},
    id::Origin,
};
use std::task::Waker;

/// An event that waits for the reader: all of its envelope that does not depend on the reader.
pub(crate) struct Queued<R> {
    pub(crate) origin: Origin,
    pub(crate) tag: LifecycleTag,
    pub(crate) data: R,
}

impl<R> Queued<R> {
    /// Adds an event. It is made where it is to be, after there is room: made before, it would be moved in pieces, and the
    /// processor would wait for each.
    #[inline]
    pub(crate) fn put(queue: &mut Vec<Self>, event: impl FnOnce() -> Self) {
        queue.extend(std::iter::once_with(event));
    }

    /// An event of a task's own.
    #[inline]
    pub(crate) fn own(origin: &Origin, data: R) -> Self {
        Self { origin: origin.clone(), tag: LifecycleTag::Nothing, data }
    }
}

impl<R: RunData> Queued<R> {
    /// An event of the runtime's own. Inlined: nearly always it is known which one.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a third of what a step's events cost, measured")]
    pub(crate) fn life(origin: Origin, life: Lifecycle) -> Self {
        Self { origin, tag: LifecycleTag::of(&life), data: R::lifecycle(life) }
    }
}

/// What waits for the reader, and who does.
pub(super) struct Pending<R> {
    pub(super) queue: Vec<Queued<R>>,
    /// At how many events in the queue a step looks at the clock.
    pub(super) look: usize,
    /// How many steps wait for the reader.
    pub(super) waits: usize,
    /// Those of them that a poll of the run would not reach.
    pub(super) blocked: Vec<Waker>,
}

impl<R> Default for Pending<R> {
    fn default() -> Self {
        Self { queue: vec![], look: CLOCK_INTERVAL, waits: 0, blocked: vec![] }
    }
}

impl<R> Pending<R> {
    /// Into an empty queue only the buffers are exchanged, but a large one does not go round the steps.
    pub(super) fn append(&mut self, events: &mut Vec<Queued<R>>) {
        if self.queue.is_empty() && self.queue.capacity() <= events.capacity() {
            std::mem::swap(&mut self.queue, events);
        } else {
            self.queue.append(events);
        }
    }

    /// Whether more may wait. Looks at the clock, once in a while.
    #[inline]
    pub(super) fn has_room(&mut self, queue: &Queue<R>) -> bool {
        let waits = self.queue.len();
        if waits >= queue.room() {
            return false;
        }
        if waits < self.look {
            return true;
        }
        self.look = waits + CLOCK_INTERVAL;
        !queue.is_late()
    }

    pub(super) fn block(&mut self, waker: &Waker) {
        if self.blocked.last().is_none_or(|last| last.data() != waker.data()) {
            self.blocked.push(waker.clone());
        }
    }
}
