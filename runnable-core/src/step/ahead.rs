//! Running ahead: how many items a `stream!` may yield in one poll.
//!
//! By itself it yields a single item. If the queue of the run has room for several, the runtime offers the stream of a step
//! to yield them in one poll, which saves polling down to the stream for each item. The offer is a thread-local that names
//! the stream: a stream that another stream polls does not take it, as its reader may drop it after any item.

use std::{any::TypeId, cell::Cell, pin::Pin, ptr};

#[derive(Clone, Copy)]
struct Offer {
    /// The address and the type of the stream. No two live streams share both.
    to: (usize, TypeId),
    room: usize,
    /// True if nothing may run after an item that is an error.
    until_error: bool,
}

thread_local! {
    static OFFER: Cell<Option<Offer>> = const { Cell::new(None) };
}

fn identity<S>(stream: &S) -> (usize, TypeId) {
    (ptr::from_ref(stream).addr(), typeid::of::<S>())
}

/// Makes an offer until it is dropped.
pub(crate) struct Offered(Option<Offer>);

impl Offered {
    /// Offers `stream` to yield `room` items per poll. It must be polled until it suspends, or, with `until_error`, until an
    /// item is an error.
    pub(crate) fn to<S>(stream: Pin<&S>, room: usize, until_error: bool) -> Self {
        Self(OFFER.replace(Some(Offer { to: identity(stream.get_ref()), room, until_error })))
    }
}

impl Drop for Offered {
    fn drop(&mut self) {
        OFFER.set(self.0);
    }
}

/// Returns how many items this stream may yield now: one without an offer, and none if it has suspended since the offer.
/// `ends_by_error` says that nothing runs after an item that is an error.
pub(super) fn room<S>(stream: &S, ends_by_error: bool) -> usize {
    let offer = OFFER.get().filter(|offer| offer.to == identity(stream));
    offer.filter(|offer| !offer.until_error || ends_by_error).map_or(1, |offer| offer.room)
}

/// Withdraws the offer: the stream that took it waits for something.
pub(super) fn suspended() {
    OFFER.set(OFFER.get().map(|offer| Offer { room: 0, ..offer }));
}
