//! A run without an observer: without the feature `runner`, nothing observes a run.

use super::run::Run;
use crate::id::Result;
use std::{
    marker::PhantomData,
    sync::Arc,
    task::{Context, Poll, Wake},
};

/// A waker that a run without a record does not need.
pub(super) enum Watched {}

impl Wake for Watched {
    fn wake(self: Arc<Self>) {
        match *self {}
    }
}

/// The observer of a run.
pub(super) type Observed<D> = PhantomData<fn() -> D>;

impl<D, O, F: ?Sized> Run<D, O, F> {
    #[inline]
    pub(super) fn is_observed(&self) -> bool {
        false
    }

    #[inline]
    pub(super) fn watched(&self, _: &Context<'_>) -> Option<Arc<Watched>> {
        None
    }

    #[inline]
    pub(super) fn is_cancelled(&self) -> bool {
        false
    }

    #[inline]
    pub(super) fn poll_request(&mut self, _: &mut Context<'_>) -> Poll<()> {
        Poll::Pending
    }

    #[inline]
    pub(super) fn quiet(&self, _: Option<&Watched>) -> Result<()> {
        Ok(())
    }

    #[inline]
    pub(super) fn complete(&self, output: Result<O>) -> Result<O> {
        output
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
