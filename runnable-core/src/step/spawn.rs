//! Steps with a task or a thread of their own.

use crate::{
    access::EndingTasks,
    context::PlainCx,
    hooks::{RunPlace, current_place, in_place},
    id::{Error, Result, Scope},
    queue::{in_turn, poll_timers},
};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker, ready},
};
use tokio::task::{JoinHandle, unconstrained};

impl<'a> PlainCx<'a> {
    /// Runs `work` in a task of its own. It begins at the first poll. When the future is dropped, the task is aborted, and the
    /// run waits for its end.
    ///
    /// The future fails if `work` fails or panics.
    pub fn spawn<T, F>(self, work: F) -> Spawn<'a, F, T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T>> + Send + 'static,
    {
        Spawn { work: Some(work), task: None, ending: self.run.ending(), at: self.at }
    }

    /// Runs `work` on a thread for blocking work. When the future is dropped, `work` runs to its end, and the run waits for
    /// it, unless it is to `detach`.
    ///
    /// # Errors
    /// The future fails with [`ErrorKind::Panicked`](crate::ErrorKind::Panicked) if `work` panics.
    pub fn blocking<T, W>(self, detach: bool, work: W) -> Blocking<'a, T>
    where
        T: Send + 'static,
        W: FnOnce() -> T + Send + 'static,
    {
        let place = current_place();
        let work = move || in_place(place.as_ref(), work);
        let thread = Some(tokio::task::spawn_blocking(work));
        Blocking { thread, detach, ending: self.run.ending(), at: self.at }
    }
}

/// The future of [`PlainCx::spawn`]. Written out, to move `work` as seldom as possible.
#[allow(missing_debug_implementations, reason = "expansions await it, and nothing else")]
pub struct Spawn<'a, F, T: Send + 'static> {
    work: Option<F>,
    task: Option<JoinHandle<Result<T>>>,
    ending: &'a EndingTasks,
    at: Scope<'a>,
}

// `work` is not polled here.
impl<F, T: Send + 'static> Unpin for Spawn<'_, F, T> {}

impl<F, T> Future for Spawn<'_, F, T>
where
    F: Future<Output = Result<T>> + Send + 'static,
    T: Send + 'static,
{
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = &mut *self;
        if let Some(work) = this.work.take() {
            let work = WakeOnDrop { work, step: Some(task.waker().clone()), place: current_place(), begun: false };
            this.task = Some(tokio::spawn(work));
            return Poll::Pending;
        }
        let Some(handle) = &mut this.task else { return Poll::Pending };
        // Outside of tokio's budget, which a sibling may use up in each poll.
        let joined = ready!(Pin::new(&mut unconstrained(handle)).poll(task));
        this.task = None;
        Poll::Ready(joined.map_err(Error::joined).and_then(|output| output))
    }
}

impl<F, T: Send + 'static> Drop for Spawn<'_, F, T> {
    #[inline]
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
            self.ending.add(self.at.origin(), task);
        }
    }
}

/// The future of [`PlainCx::blocking`].
#[allow(missing_debug_implementations, reason = "expansions await it, and nothing else")]
pub struct Blocking<'a, T: Send + 'static> {
    thread: Option<JoinHandle<T>>,
    detach: bool,
    ending: &'a EndingTasks,
    at: Scope<'a>,
}

impl<T: Send + 'static> Future for Blocking<'_, T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let Some(thread) = &mut self.thread else { return Poll::Pending };
        let joined = ready!(Pin::new(&mut unconstrained(thread)).poll(task));
        self.thread = None;
        Poll::Ready(joined.map_err(Error::joined))
    }
}

impl<T: Send + 'static> Drop for Blocking<'_, T> {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            // Has an effect only before `work` has begun.
            thread.abort();
            if !self.detach {
                self.ending.add(self.at.origin(), thread);
            }
        }
    }
}

pin_project! {
    /// Work that wakes its step when it is dropped, whether or not it has finished. The join handle would do so as well,
    /// for three more atomic operations; so it is asked only when the step is polled again.
    struct WakeOnDrop<F> {
        #[pin]
        work: F,
        step: Option<Waker>,
        place: Option<RunPlace>,
        begun: bool,
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
        let this = self.project();
        if std::mem::replace(this.begun, true) {
            ready!(poll_timers(task));
        }
        in_turn(|| in_place(this.place.as_ref(), || this.work.poll(task)))
    }
}
