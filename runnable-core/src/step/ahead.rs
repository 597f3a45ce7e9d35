//! How far a `stream!` may run ahead of whoever polls it.
//!
//! By itself it never does. A step's runtime lets it yield several items in one poll where there is room for them, which saves the
//! way in and out. It says so in a thread-local, and to the very stream that it polls: not to one that is polled by others on the way, whose
//! items they may not want.

use std::{any::TypeId, cell::Cell, pin::Pin, ptr};

#[derive(Clone, Copy)]
struct Offer {
    /// The stream's address and type: no two streams have both.
    to: (usize, TypeId),
    room: usize,
    /// Whether nothing is to run after an item that is an error.
    until_error: bool,
}

thread_local! {
    static OFFER: Cell<Option<Offer>> = const { Cell::new(None) };
}

fn identity<S>(stream: &S) -> (usize, TypeId) {
    (ptr::from_ref(stream).addr(), typeid::of::<S>())
}

/// An offer, while this lives.
pub(crate) struct Offered(Option<Offer>);

impl Offered {
    /// `stream` may yield `room` items in each poll, and is polled until it suspends, or with `until_error` until an item is an
    /// error.
    pub(crate) fn to<S>(stream: Pin<&S>, room: usize, until_error: bool) -> Self {
        Self(OFFER.replace(Some(Offer { to: identity(stream.get_ref()), room, until_error })))
    }
}

impl Drop for Offered {
    fn drop(&mut self) {
        OFFER.set(self.0);
    }
}

/// How many items this stream may yield now: one, where nobody said anything; none where it has suspended since the offer.
/// `ends_by_error` tells that nothing runs after an item that is an error.
pub(super) fn room<S>(stream: &S, ends_by_error: bool) -> usize {
    let offer = OFFER.get().filter(|offer| offer.to == identity(stream));
    offer.filter(|offer| !offer.until_error || ends_by_error).map_or(1, |offer| offer.room)
}

/// The stream that took the offer waits for something.
pub(super) fn suspended() {
    OFFER.set(OFFER.get().map(|offer| Offer { room: 0, ..offer }));
}
