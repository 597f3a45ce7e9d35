//! The work of a run, up to the end of everything that it cancelled.

use crate::{
    access::discard_pinned,
    context::RunContext,
    event::RunData,
    id::{Result, Scope},
};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, ready},
};

/// Does the work of a run. A panic between its steps fails the run. The future returns once all steps have ended,
/// including those in tasks and threads of their own that were cancelled.
pub(super) fn to_its_end<R: RunData, O, F>(context: &RunContext<R>, work: F) -> RunWork<'_, R, F, O>
where
    F: Future<Output = Result<O>>,
{
    RunWork { work: Some(work), output: None, context }
}

pin_project! {
    /// The future of [`to_its_end`].
    pub(super) struct RunWork<'a, R, F, O> {
        // `None` once it has ended.
        #[pin]
        work: Option<F>,
        output: Option<Result<O>>,
        context: &'a RunContext<R>,
    }
}

impl<R: RunData, O, F: Future<Output = Result<O>>> Future for RunWork<'_, R, F, O> {
    type Output = Result<O>;

    #[inline]
    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<O>> {
        let mut this = self.project();
        if let Some(work) = this.work.as_mut().as_pin_mut() {
            // Steps catch their own panics. The expressions, iterators and clones between them may panic as well.
            let output = match catch_unwind(AssertUnwindSafe(|| work.poll(task))) {
                Ok(polled) => ready!(polled),
                Err(payload) => Err(this.context.owned.failure().or_panic(&Scope::ROOT, payload)),
            };
            discard_pinned(this.work);
            if this.context.ending().poll_ended(&Scope::ROOT, task).is_ready() {
                return Poll::Ready(output);
            }
            *this.output = Some(output);
            return Poll::Pending;
        }
        ready!(this.context.ending().poll_ended(&Scope::ROOT, task));
        this.output.take().map_or(Poll::Pending, Poll::Ready)
    }
}
