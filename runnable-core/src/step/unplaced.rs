//! Without the runner, all items of a `map` run here, and nothing of this has a size.

use crate::{
    context::PlainCx,
    id::{Origin, Place, Result, Scope},
};
use std::{
    marker::PhantomData,
    task::{Context, Poll},
};

/// The places of the items of a `map`.
pub(super) struct Placed<'s>(PhantomData<&'s ()>);

impl<'s> Placed<'s> {
    #[inline]
    pub(super) fn of(_: PlainCx<'s>, _: &'static Place) -> Self {
        Self(PhantomData)
    }

    #[inline]
    #[expect(clippy::unused_self, reason = "as with the runner")]
    pub(super) fn skips(&self, _: usize) -> bool {
        false
    }

    #[inline]
    #[expect(clippy::unused_self, reason = "as with the runner")]
    pub(super) fn is_here(&self) -> bool {
        true
    }

    #[inline]
    #[expect(clippy::unused_self, reason = "as with the runner")]
    pub(super) fn is_partial(&self) -> bool {
        false
    }

    #[inline]
    #[expect(clippy::unused_self, reason = "as with the runner")]
    pub(super) fn begin(&self, _: &Scope<'_>) -> Slot<'s> {
        Slot(PhantomData)
    }

    #[inline]
    #[expect(clippy::unused_self, reason = "as with the runner")]
    pub(super) fn ended<T>(&self, _: impl FnOnce() -> Origin, _: &Result<T>) -> bool {
        false
    }
}

/// The place of an item.
pub(super) struct Slot<'s>(PhantomData<&'s ()>);

impl Slot<'_> {
    #[inline]
    #[expect(clippy::unused_self, reason = "as with the runner")]
    pub(super) fn poll(&mut self, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }
}
