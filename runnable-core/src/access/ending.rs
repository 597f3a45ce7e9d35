//! Tasks and threads of cancelled steps, which end before the run continues.

use crate::id::{Origin, Scope, panic_text};
use std::{
    any::Any,
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};
use tokio::task::{JoinError, unconstrained};

/// The tasks and threads of a run's cancelled steps that have not ended yet. Nearly all runs leave it empty, and then it
/// costs nothing.
#[derive(Default)]
pub(crate) struct EndingTasks {
    /// True if there are tasks. Written under the lock.
    any: AtomicBool,
    tasks: Mutex<Vec<EndingTask>>,
    waiters: OnceLock<Arc<Waiters>>,
}

/// The payload of a panic.
pub(super) type Panic = Box<dyn Any + Send>;

/// The task of a step that was cancelled. Its output is its panic, if it panicked.
struct EndingTask {
    origin: Origin,
    end: Pin<Box<dyn Future<Output = Option<Panic>> + Send>>,
}

impl EndingTasks {
    /// Adds the task of a step that was cancelled.
    #[cold]
    pub(crate) fn add<T: Send + 'static>(
        &self,
        origin: Origin,
        task: impl Future<Output = Result<T, JoinError>> + Send + 'static,
    ) {
        let end = Box::pin(async {
            match task.await {
                Ok(output) => {
                    discard(output);
                    None
                }
                Err(error) => error.try_into_panic().ok(),
            }
        });
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.push(EndingTask { origin, end });
        self.any.store(true, Ordering::Release);
    }

    /// Ready once all cancelled tasks at or below `scope` have ended.
    #[inline]
    pub(crate) fn poll_ended(&self, scope: &Scope<'_>, task: &mut Context<'_>) -> Poll<()> {
        if self.any.load(Ordering::Acquire) { self.poll_tasks(&scope.origin(), task) } else { Poll::Ready(()) }
    }

    /// Waits until all cancelled tasks at or below `scope` have ended.
    pub(crate) async fn ended(&self, scope: Scope<'_>) {
        poll_fn(|task| self.poll_ended(&scope, task)).await;
    }

    #[cold]
    fn poll_tasks(&self, at: &Origin, task: &mut Context<'_>) -> Poll<()> {
        let waiters = self.waiters.get_or_init(Arc::default);
        // Several parts of a run may wait for the same task, so its waker wakes them all.
        waiters.add(task.waker());
        let waker = Waker::from(Arc::clone(waiters));
        let mut task = Context::from_waker(&waker);
        let (mut left, mut panics) = (false, vec![]);
        let mut tasks = self.tasks.lock().unwrap_or_else(PoisonError::into_inner);
        tasks.retain_mut(|ending| {
            if !ending.origin.is_within(at) {
                return true;
            }
            match Pin::new(&mut unconstrained(ending.end.as_mut())).poll(&mut task) {
                Poll::Pending => {
                    left = true;
                    true
                }
                Poll::Ready(panic) => {
                    panics.extend(panic.map(|panic| (ending.origin.clone(), panic)));
                    false
                }
            }
        });
        self.any.store(!tasks.is_empty(), Ordering::Release);
        drop(tasks);
        for (origin, panic) in panics {
            report(Some(&origin), &*panic);
        }
        if left { Poll::Pending } else { Poll::Ready(()) }
    }
}

/// The parts of a run that wait for tasks.
#[derive(Default)]
struct Waiters(Mutex<Vec<Waker>>);

impl Waiters {
    fn add(&self, waker: &Waker) {
        let mut waiters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !waiters.iter().any(|known| known.will_wake(waker)) {
            waiters.push(waker.clone());
        }
    }
}

impl Wake for Waiters {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        let waiters = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        waiters.into_iter().for_each(Waker::wake);
    }
}

/// Drops work that was cancelled, or its output. If that panics, the panic is reported, and the reason for the cancellation stays the failure
/// of the run.
pub(crate) fn discard<T>(work: T) {
    if let Err(panic) = catch_unwind(AssertUnwindSafe(|| drop(work))) {
        report(None, &*panic);
    }
}

/// Drops an output, as [`discard`] does.
#[inline]
pub(crate) fn discard_output<T>(output: &mut Option<T>) {
    if let Some(output) = output.take() {
        discard(output);
    }
}

/// Drops work in place, as [`discard`] does.
#[inline]
pub(crate) fn discard_pinned<F>(mut work: Pin<&mut Option<F>>) {
    if work.is_some()
        && let Err(panic) = catch_unwind(AssertUnwindSafe(|| work.set(None)))
    {
        report(None, &*panic);
    }
}

#[cold]
pub(super) fn report(origin: Option<&Origin>, panic: &(dyn Any + Send)) {
    let text = panic_text(panic);
    match origin {
        Some(origin) => tracing::error!(path = %origin, panic = text, "a cancelled step panicked"),
        None => tracing::error!(panic = text, "a cancelled step, or a value of a step, panicked while it was dropped"),
    }
}
