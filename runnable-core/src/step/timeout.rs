//! Limits on the time of an attempt.

use super::clock::Clock;
use crate::{
    access::{EndingTasks, OwnedBySteps, discard_pinned},
    context::PlainCx,
    id::{Error, ErrorKind, Result, Scope},
};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{task::unconstrained, time::Sleep};

impl<'a> PlainCx<'a> {
    /// Limits the time of an attempt. Time in which the attempt cannot continue because of the run's reader does not count.
    ///
    /// The future returns the result of `work`, or [`ErrorKind::TimedOut`] if it takes longer than `limit`: then `work` is
    /// cancelled, and has ended when the future returns.
    pub fn timeout<T, F>(self, limit: Duration, work: F) -> Timeout<'a, F>
    where
        F: Future<Output = Result<T>>,
    {
        let (owned, ending, at) = (&self.run.owned, self.run.ending(), self.at);
        Timeout { work: Some(work), clock: Clock::new(limit, self.run.state.reader_time()), owned, ending, at }
    }
}

pin_project! {
    /// The future of [`PlainCx::timeout`].
    pub struct Timeout<'a, F> {
        // `None` after the limit.
        #[pin]
        work: Option<F>,
        clock: Clock,
        owned: &'a OwnedBySteps,
        ending: &'a EndingTasks,
        at: Scope<'a>,
    }
}

impl<F> Timeout<'_, F> {
    /// Returns whether the limit has ended the work.
    pub(super) fn has_expired(&self) -> bool {
        self.work.is_none()
    }
}

impl<T, F: Future<Output = Result<T>>> Timeout<'_, F> {
    /// Polls the work, whose time does not count.
    pub(super) fn poll_unlimited(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        self.project().work.as_pin_mut().map_or(Poll::Pending, |work| work.poll(task))
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Timeout<'_, F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let mut this = self.project();
        if !this.clock.has_begun()
            && let Some(share) = this.clock.share()
        {
            this.owned.add_share(this.at.origin(), share);
        }
        if let Some(work) = this.work.as_mut().as_pin_mut() {
            let waker = this.clock.begin_poll(task.waker()).unwrap_or_else(|| task.waker());
            if let Poll::Ready(result) = work.poll(&mut Context::from_waker(waker)) {
                return Poll::Ready(result);
            }
            ready!(this.clock.poll_end(task));
            discard_pinned(this.work);
            // Cancels what the attempt has started elsewhere.
            this.owned.end(&this.at.origin());
        }
        ready!(this.ending.poll_ended(this.at, task));
        Poll::Ready(Err(Error::timed_out(ErrorKind::TimedOut, this.clock.limit())))
    }
}

impl<F> fmt::Debug for Timeout<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeout").field("limit", &self.clock.limit()).finish_non_exhaustive()
    }
}

/// Polls a timer outside of tokio's budget: else it would never fire beside work that uses up the budget of each poll.
pub(super) fn poll_timer(timer: Pin<&mut Sleep>, task: &mut Context<'_>) -> Poll<()> {
    Pin::new(&mut unconstrained(timer)).poll(task)
}
