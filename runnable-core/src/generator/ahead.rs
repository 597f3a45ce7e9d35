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
    /// `stream` may yield `room` items in each poll, and is polled until it suspends.
    pub(crate) fn to<S>(stream: Pin<&S>, room: usize) -> Self {
        Self(OFFER.replace(Some(Offer { to: identity(stream.get_ref()), room })))
    }
}

impl Drop for Offered {
    fn drop(&mut self) {
        OFFER.set(self.0);
    }
}

/// How many items this stream may yield now: one, where nobody said anything; none where it has suspended since the offer.
pub(super) fn room<S>(stream: &S) -> usize {
    OFFER.get().filter(|offer| offer.to == identity(stream)).map_or(1, |offer| offer.room)
}

/// The stream that took the offer waits for something.
pub(super) fn suspended() {
    OFFER.set(OFFER.get().map(|offer| Offer { room: 0, ..offer }));
}
