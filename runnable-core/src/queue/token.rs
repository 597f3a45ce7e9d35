//! Tokens that open cells without a lock.
//!
//! A cell opens to its own token alone. A thread that polls a run or a stream holds the token of its cell meanwhile, so
//! that whatever runs in that poll can open the cell, and nothing else can.

use qcell::QCellOwner;
use std::{
    cell::Cell,
    mem::{ManuallyDrop, forget},
    thread::LocalKey,
};

thread_local! {
    /// A token that is no longer used, for the next cell of this thread: making one takes a lock.
    static SPARE: Cell<Option<QCellOwner>> = const { Cell::new(None) };
}

/// Returns a token that no other cell uses.
#[inline]
pub(crate) fn make() -> QCellOwner {
    SPARE.try_with(Cell::take).ok().flatten().unwrap_or_default()
}

/// Takes back a token whose cell is about to be dropped.
#[inline]
pub(crate) fn give_up(token: Option<QCellOwner>) {
    if let Some(token) = token {
        let _ = SPARE.try_with(|spare| spare.set(Some(token)));
    }
}

/// The token that a thread holds.
///
/// Nothing is left in it when a thread ends, so it needs no destructor, and access is not checked.
pub(crate) struct Holder(Cell<ManuallyDrop<Option<QCellOwner>>>);

impl Holder {
    pub(crate) const fn new() -> Self {
        Self(Cell::new(ManuallyDrop::new(None)))
    }

    #[inline]
    fn replace(&self, token: Option<QCellOwner>) -> Option<QCellOwner> {
        ManuallyDrop::into_inner(self.0.replace(ManuallyDrop::new(token)))
    }
}

/// Holds a token until it is dropped, and then restores the previous token: polls may nest.
pub(crate) struct Held {
    holder: &'static LocalKey<Holder>,
    outer: Option<QCellOwner>,
}

impl Held {
    #[inline]
    pub(crate) fn new(holder: &'static LocalKey<Holder>, token: Option<QCellOwner>) -> Self {
        Self { holder, outer: holder.with(|holder| holder.replace(token)) }
    }

    /// Returns the token.
    #[inline]
    pub(crate) fn release(mut self) -> Option<QCellOwner> {
        let token = self.holder.with(|holder| holder.replace(self.outer.take()));
        forget(self);
        token
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.holder.with(|holder| holder.replace(self.outer.take()));
    }
}

/// The token that the thread holds, taken out for a moment to get mutable access.
pub(crate) struct Lent {
    holder: &'static LocalKey<Holder>,
    token: Option<QCellOwner>,
}

impl Lent {
    #[inline]
    pub(crate) fn new(holder: &'static LocalKey<Holder>) -> Self {
        Self { holder, token: holder.with(|holder| holder.replace(None)) }
    }

    #[inline]
    pub(crate) fn token(&mut self) -> Option<&mut QCellOwner> {
        self.token.as_mut()
    }
}

impl Drop for Lent {
    #[inline]
    fn drop(&mut self) {
        // The replaced value is the `None` that was left here: it needs no drop.
        self.holder.with(|holder| forget(holder.replace(self.token.take())));
    }
}
