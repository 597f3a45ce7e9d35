//! Steps with a task or a thread of their own.

use crate::{
    id::{Error, Result, Scope},
    queue::Turn,
};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};
use tokio::task::unconstrained;
use tokio_util::task::AbortOnDropHandle;

/// Runs `work` in a task of its own. It begins at the first poll, and is aborted when the future is dropped.
///
/// The future fails if `work` fails or panics.
pub fn spawn<T: Send + 'static, F: Future<Output = Result<T>> + Send + 'static>(_: Scope<'_>, work: F) -> Spawn<F, T> {
    Spawn { work: Some(work), task: None }
}

/// Runs `work` on a thread for blocking work.
///
/// # Errors
/// Fails with [`ErrorKind::Panicked`](crate::ErrorKind::Panicked) if `work` panics.
pub async fn blocking<T: Send + 'static>(_: Scope<'_>, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    unconstrained(AbortOnDropHandle::new(tokio::task::spawn_blocking(work))).await.map_err(Error::joined)
}

/// The future of [`spawn`]. Written out, to move `work` as seldom as possible.
#[allow(missing_debug_implementations, reason = "expansions await it, and nothing else")]
pub struct Spawn<F, T> {
    work: Option<F>,
    task: Option<AbortOnDropHandle<Result<T>>>,
}

// `work` is not polled here.
impl<F, T> Unpin for Spawn<F, T> {}

impl<F, T> Future for Spawn<F, T>
where
    F: Future<Output = Result<T>> + Send + 'static,
    T: Send + 'static,
{
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = &mut *self;
        if let Some(work) = this.work.take() {
            let work = WakeOnDrop { work, step: Some(task.waker().clone()) };
            this.task = Some(AbortOnDropHandle::new(tokio::spawn(work)));
            return Poll::Pending;
        }
        let Some(handle) = &mut this.task else { return Poll::Pending };
        // Outside of tokio's budget, which a sibling may use up in each poll.
        Pin::new(&mut unconstrained(handle))
            .poll(task)
            .map(|joined| joined.map_err(Error::joined).and_then(|output| output))
    }
}

pin_project! {
    /// Work that wakes its step when it is dropped, whether or not it has finished. The join handle would do so as well,
    /// for three more atomic operations; so it is asked only when the step is polled again.
    struct WakeOnDrop<F> {
        #[pin]
        work: F,
        step: Option<Waker>,
    }

    impl<F> PinnedDrop for WakeOnDrop<F> {
        fn drop(this: Pin<&mut Self>) {
            if let Some(step) = this.project().step.take() {
                step.wake();
            }
        }
    }
}

impl<F: Future> Future for WakeOnDrop<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<F::Output> {
        let _turn = Turn::begin();
        self.project().work.poll(task)
    }
}
