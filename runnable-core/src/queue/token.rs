//! What a thread reaches without a lock while it polls something: a cell opens to its own token alone, which the thread holds meanwhile.

use qcell::QCellOwner;
use std::{
    cell::Cell,
    mem::{ManuallyDrop, forget},
    thread::LocalKey,
};

thread_local! {
    /// A token that is not used any more: the next one that this thread makes.
    static SPARE: Cell<Option<QCellOwner>> = const { Cell::new(None) };
}

/// A new token.
#[inline]
pub(crate) fn make() -> QCellOwner {
    SPARE.try_with(Cell::take).ok().flatten().unwrap_or_default()
}

/// What it opened is about to go.
#[inline]
pub(crate) fn give_up(token: Option<QCellOwner>) {
    if let Some(token) = token {
        let _ = SPARE.try_with(|spare| spare.set(Some(token)));
    }
}

/// The token that a thread holds. None is left at the thread's end, so that nobody need ask whether that has come.
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

/// The token is held while this lives; then it is again the one that was held before: what is polled may poll others.
pub(crate) struct Held {
    holder: &'static LocalKey<Holder>,
    outer: Option<QCellOwner>,
}

impl Held {
    #[inline]
    pub(crate) fn new(holder: &'static LocalKey<Holder>, token: Option<QCellOwner>) -> Self {
        Self { holder, outer: holder.with(|holder| holder.replace(token)) }
    }

    /// Gives the token back.
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

/// The token that the thread holds, taken out for a moment.
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
        // What was there is the `None` that it left.
        self.holder.with(|holder| forget(holder.replace(self.token.take())));
    }
}
