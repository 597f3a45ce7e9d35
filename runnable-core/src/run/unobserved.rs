//! A run without an observer: without the feature `runner`, nothing observes a run.

use super::run::Run;
use std::{
    marker::PhantomData,
    task::{Context, Poll},
};

/// The observer of a run.
pub(super) type Observed<D> = PhantomData<fn() -> D>;

impl<D, O, F: ?Sized> Run<D, O, F> {
    #[inline]
    pub(super) fn is_observed(&self) -> bool {
        false
    }

    #[inline]
    pub(super) fn poll_room(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }

    #[inline]
    pub(super) fn observe_next(&mut self) {}

    #[inline]
    pub(super) fn poll_durable(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}
