//! The call of an `async fn`, and what becomes of its value.

use crate::{context::PlainCx, id::Result};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

impl PlainCx<'_> {
    /// Awaits the call of a task, and makes the output of the step from its value.
    ///
    /// An `async` block would do the same, but the compiler needs longer for a coroutine than for all else in a task.
    #[inline]
    pub fn finish<F, M, T>(call: F, make: M) -> Finish<F, M>
    where
        F: Future,
        M: FnOnce(F::Output) -> Result<T>,
    {
        Finish { call, make: Some(make) }
    }
}

pin_project! {
    /// The future of [`PlainCx::finish`].
    #[derive(Debug)]
    pub struct Finish<F, M> {
        #[pin]
        call: F,
        make: Option<M>,
    }
}

impl<F, M, T> Future for Finish<F, M>
where
    F: Future,
    M: FnOnce(F::Output) -> Result<T>,
{
    type Output = Result<T>;

    #[inline]
    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        let value = ready!(this.call.poll(task));
        // The call panics itself if it is polled after its end.
        this.make.take().map_or(Poll::Pending, |make| Poll::Ready(make(value)))
    }
}
