//! The body of a `try`.

use crate::{
    access::PendingFailure,
    id::{Result, Scope},
};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::Pin,
    task::{Context, Poll},
};

pin_project! {
    /// The future of [`StepCx::tried`](super::StepCx::tried).
    pub struct Tried<'a, F> {
        #[pin]
        pub(super) body: F,
        pub(super) failure: &'a PendingFailure,
        pub(super) at: Scope<'a>,
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Tried<'_, F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        match catch_unwind(AssertUnwindSafe(|| this.body.poll(task))) {
            Ok(polled) => polled,
            // An expression that panics is not the failure of a step: the `try` does not recover from it.
            Err(panic) => {
                Poll::Ready(Err(this.failure.or(this.at, panic).unwrap_or_else(|panic| resume_unwind(panic))))
            }
        }
    }
}

impl<F> fmt::Debug for Tried<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tried")
    }
}
