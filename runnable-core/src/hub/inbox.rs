//! What the steps of a run's own task send: while a thread polls a run, they reach its inbox without a lock.

use super::{Hub, Tray};
use std::{any::Any, cell::Cell, mem::ManuallyDrop, ptr, task::Waker};

/// Where the steps of a run's own task send.
pub(crate) struct Inbox<R> {
    pub(super) tray: Tray<R>,
    /// The address of the data of the waker that the run is polled with.
    pub(super) driver: usize,
    /// Whether events from elsewhere were moved here, whose senders wait.
    pub(super) fetched: bool,
}

impl<R> Default for Inbox<R> {
    fn default() -> Self {
        Self { tray: Tray::default(), driver: 0, fetched: false }
    }
}

impl<R> Inbox<R> {
    /// Polling the run reaches whoever was polled with the run's own waker; only the others must be woken. The data pointers
    /// are compared, not `will_wake`: equal vtables may have two addresses.
    #[inline]
    pub(super) fn park(&mut self, waker: &Waker) {
        if waker.data().addr() != self.driver {
            self.tray.block(waker);
        }
    }
}

/// The run that a thread polls.
struct Polled {
    /// The address of its hub, which nothing else has while it is polled.
    hub: Cell<usize>,
    /// Its inbox. None is here at the thread's end, so that nobody need ask whether that has come.
    inbox: Cell<ManuallyDrop<Held>>,
}

/// An inbox, whatever its run carries.
type Held = Option<Box<dyn Any>>;

thread_local! {
    static POLLED: Polled = const { Polled { hub: Cell::new(0), inbox: Cell::new(ManuallyDrop::new(None)) } };
}

impl Polled {
    #[inline]
    fn hold(&self, inbox: Held) -> Held {
        ManuallyDrop::into_inner(self.inbox.replace(ManuallyDrop::new(inbox)))
    }
}

/// The run that was polled before: a step may poll a run of its own.
struct Outer(usize, Held);

impl Outer {
    /// Back to that run; gives the inbox of the inner one.
    fn restore(&mut self) -> Held {
        POLLED.with(|polled| {
            polled.hub.set(self.0);
            polled.hold(self.1.take())
        })
    }
}

impl Drop for Outer {
    fn drop(&mut self) {
        self.restore();
    }
}

impl<R: 'static> Hub<R> {
    fn address(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// The inbox, where this thread polls this run. It is given back at once.
    #[inline]
    pub(super) fn lend(&self) -> Option<Box<Inbox<R>>> {
        let held = POLLED.with(|polled| if polled.hub.get() == self.address() { polled.hold(None) } else { None });
        held?.downcast().ok()
    }

    #[inline]
    #[allow(clippy::unused_self, reason = "it is this run's")]
    pub(super) fn give_back(&self, inbox: Box<Inbox<R>>) {
        // What was there is the `None` that it left.
        POLLED.with(|polled| std::mem::forget(polled.hold(Some(inbox))));
    }

    /// Polls the run, with its inbox at hand.
    pub(super) fn with_inbox<T>(&self, inbox: Box<Inbox<R>>, poll: impl FnOnce() -> T) -> (T, Box<Inbox<R>>) {
        let mut outer = POLLED.with(|polled| Outer(polled.hub.replace(self.address()), polled.hold(Some(inbox))));
        let polled = poll();
        let inbox = outer.restore().and_then(|inbox| inbox.downcast().ok());
        std::mem::forget(outer);
        (polled, inbox.unwrap_or_default())
    }
}
