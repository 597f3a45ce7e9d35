//! The lock-free part of the queue, for the steps that run in the run's own task.

pub(super) use super::token::Lent;
use super::{
    pending::Pending,
    token::{Held, Holder},
};
use qcell::QCellOwner;
use std::task::Waker;

/// The events that the steps of the run's own task sent.
///
/// It needs no lock because only the thread that polls the run can open it: that thread holds the token of the cell.
pub(crate) struct Inbox<R> {
    pub(super) pending: Pending<R>,
    /// The address of the data of the waker that the run is polled with.
    pub(super) driver: usize,
    /// True if events from other tasks were moved here. Their senders wait for the remote part.
    pub(super) fetched: bool,
}

impl<R> Default for Inbox<R> {
    fn default() -> Self {
        Self { pending: Pending::default(), driver: 0, fetched: false }
    }
}

impl<R> Inbox<R> {
    /// Remembers a waiting sender, unless polling the run reaches it anyway: that is the case if it was polled with the
    /// run's own waker. Compares data pointers rather than `will_wake`, as equal vtables may have two addresses.
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

/// Borrows the token of the run that this thread polls.
#[inline]
pub(super) fn lend() -> Lent {
    Lent::new(&POLLED)
}

/// Lends `token` to this thread while `poll` runs.
pub(super) fn hold<T>(token: QCellOwner, poll: impl FnOnce() -> T) -> (T, Option<QCellOwner>) {
    let held = Held::new(&POLLED, Some(token));
    let polled = poll();
    (polled, held.release())
}
