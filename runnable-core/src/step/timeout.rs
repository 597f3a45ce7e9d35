//! Limits on the time of an attempt.

use crate::id::{Error, ErrorKind, Result, Scope};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    task::unconstrained,
    time::{Sleep, sleep},
};

/// Limits the time of an attempt.
///
/// The future returns the result of `work`, or [`ErrorKind::TimedOut`] if it takes longer than `limit`.
pub fn timeout<T, F: Future<Output = Result<T>>>(_: Scope<'_>, limit: Duration, work: F) -> Timeout<F> {
    Timeout { work, limit, end: sleep(limit) }
}

pin_project! {
    /// The future of [`timeout`].
    pub struct Timeout<F> {
        #[pin]
        work: F,
        limit: Duration,
        #[pin]
        end: Sleep,
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Timeout<F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        if let Poll::Ready(result) = this.work.poll(task) {
            return Poll::Ready(result);
        }
        poll_timer(this.end, task).map(|()| Err(Error::timed_out(ErrorKind::TimedOut, *this.limit)))
    }
}

impl<F> fmt::Debug for Timeout<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeout").field("limit", &self.limit).finish_non_exhaustive()
    }
}

/// Polls a timer outside of tokio's budget: else it would never fire beside work that uses up the budget of each poll.
pub(super) fn poll_timer(timer: Pin<&mut Sleep>, task: &mut Context<'_>) -> Poll<()> {
    Pin::new(&mut unconstrained(timer)).poll(task)
}
