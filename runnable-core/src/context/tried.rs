//! The body of a `try`.

use super::StepCx;
use crate::{
    access::OwnedBySteps,
    event::RunData,
    id::{Error, Result, Scope},
};
use pin_project_lite::pin_project;
use std::{
    any::Any,
    fmt,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::Pin,
    task::{Context, Poll},
};

pin_project! {
    /// The future of [`StepCx::tried`](super::StepCx::tried).
    pub struct Tried<'a, R, M, F> {
        #[pin]
        pub(super) body: F,
        pub(super) cx: &'a StepCx<'a, R, M>,
    }
}

impl<R: RunData, M, T, F: Future<Output = Result<T>>> Future for Tried<'_, R, M, F> {
    type Output = Result<T>;

    #[inline]
    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        match catch_unwind(AssertUnwindSafe(|| this.body.poll(task))) {
            Ok(polled) => polled,
            Err(panic) => Poll::Ready(Err(failure(&this.cx.run.owned, &this.cx.at, panic))),
        }
    }
}

/// Returns the failure of a step that was on its way out when a value panicked. An expression that panics is not the failure of a
/// step: the `try` does not recover from it.
#[cold]
#[inline(never)]
fn failure(owned: &OwnedBySteps, at: &Scope<'_>, panic: Box<dyn Any + Send>) -> Error {
    owned.failure().or(at, panic).unwrap_or_else(|panic| resume_unwind(panic))
}

impl<R, M, F> fmt::Debug for Tried<'_, R, M, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tried")
    }
}
