//! What the steps of a run's own task send: while a thread polls a run, they reach its inbox without a lock.

use super::token::{Held, Holder, Lent};
use super::{Pending, Queue};
use qcell::QCellOwner;
use std::task::Waker;

/// Where the steps of a run's own task send.
pub(crate) struct Inbox<R> {
    pub(super) pending: Pending<R>,
    /// The address of the data of the waker that the run is polled with.
    pub(super) driver: usize,
    /// Whether events from elsewhere were moved here, whose senders wait.
    pub(super) fetched: bool,
}

impl<R> Default for Inbox<R> {
    fn default() -> Self {
        Self { pending: Pending::default(), driver: 0, fetched: false }
    }
}

impl<R> Inbox<R> {
    /// Polling the run reaches whoever was polled with the run's own waker; only the others must be woken. The data pointers
    /// are compared, not `will_wake`: equal vtables may have two addresses.
    #[inline]
    pub(super) fn park(&mut self, waker: &Waker) {
        if waker.data().addr() != self.driver {
            self.pending.block(waker);
        }
    }
}

thread_local! {
    /// The token of the run that this thread polls.
    static POLLED: Holder = const { Holder::new() };
}

/// The token of the run that this thread polls, for a moment.
#[inline]
pub(super) fn lend() -> Lent {
    Lent::new(&POLLED)
}

impl<R> Queue<R> {
    /// The inbox, where this thread polls this run.
    #[inline]
    pub(super) fn open<'a>(&'a self, lent: &'a mut Lent) -> Option<&'a mut Inbox<R>> {
        let token = lent.token().filter(|token| token.id() == self.token)?;
        Some(self.inbox.rw(token).get_mut())
    }
}

/// Polls a run, with its inbox at hand.
pub(super) fn hold<T>(token: QCellOwner, poll: impl FnOnce() -> T) -> (T, Option<QCellOwner>) {
    let held = Held::new(&POLLED, Some(token));
    let polled = poll();
    (polled, held.release())
}
