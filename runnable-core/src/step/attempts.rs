//! What surrounds a step's own work: attempts, limits of time, tasks and threads of its own.

use crate::{
    context::{Host, StepCx},
    event::{Lifecycle, RunData},
    id::{BoxError, Error, ErrorKind, Result, Scope},
    queue::Receipt,
};
use backon::{BackoffBuilder, ExponentialBuilder};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll, Waker, ready},
    time::Duration,
};
use tokio::task::JoinHandle;

/// How often, and after what delays, a step is tried.
pub struct Retry {
    /// How often in all; where it is not said, as often as the run says.
    attempts: Option<u32>,
    delays: Delays,
}

/// How often a step is tried, unless something else is said.
const ATTEMPTS: u32 = 3;

/// The delay before the second attempt, unless something else is said.
const FIRST_DELAY: Duration = Duration::from_millis(100);

/// The delays between attempts; nothing is made for them before the first failure.
enum Delays {
    /// They double from [`FIRST_DELAY`], or from what the run says.
    Default,
    /// They double from this one up to a minute.
    Exponential(Duration),
    Built(Box<dyn Iterator<Item = Duration> + Send + Sync>),
}

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Retry({:?})", self.attempts)
    }
}

impl Retry {
    /// `attempts` in all, with the delays of `backoff`; its last delay serves where it has too few.
    pub fn new<B>(attempts: impl Into<Option<u32>>, backoff: B) -> Self
    where
        B: BackoffBuilder,
        B::Backoff: Send + Sync + 'static,
    {
        Self { attempts: attempts.into(), delays: Delays::Built(Box::new(backoff.build())) }
    }

    /// `attempts` in all, with delays of 100 ms, 200 ms, 400 ms and so on up to a minute.
    #[must_use]
    pub fn exponential(attempts: impl Into<Option<u32>>) -> Self {
        Self { attempts: attempts.into(), delays: Delays::Default }
    }

    /// `attempts` in all, with delays that double from `first` up to a minute.
    #[must_use]
    pub fn starting_at(attempts: impl Into<Option<u32>>, first: Duration) -> Self {
        Self { attempts: attempts.into(), delays: Delays::Exponential(first) }
    }

    fn attempts(&self) -> u32 {
        self.attempts.unwrap_or(ATTEMPTS)
    }

    /// What the run says, where the task does not say it.
    #[cfg(feature = "runner")]
    fn configure(&mut self, configured: Option<crate::hooks::RetryDefaults>) {
        let Some(configured) = configured else { return };
        self.attempts.get_or_insert(configured.attempts);
        if let Delays::Default = &self.delays {
            self.delays = Delays::Exponential(configured.backoff);
        }
    }

    /// The delay before the next attempt; `None` where the last one serves again.
    #[cold]
    fn next_delay(&mut self) -> Option<Duration> {
        let first = match self.delays {
            Delays::Default => Some(FIRST_DELAY),
            Delays::Exponential(first) => Some(first),
            Delays::Built(_) => None,
        };
        if let Some(first) = first {
            let backoff = ExponentialBuilder::new().with_min_delay(first).with_max_delay(Duration::from_mins(1));
            let times = usize::try_from(self.attempts()).unwrap_or(usize::MAX);
            self.delays = Delays::Built(Box::new(backoff.with_max_times(times).build()));
        }
        match &mut self.delays {
            Delays::Built(delays) => delays.next(),
            Delays::Default | Delays::Exponential(_) => first,
        }
    }
}

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// Tries a step until it succeeds, fails for good, or runs out of attempts; tells the number of the last one.
    pub async fn retry<T, Fut>(
        mut self,
        mut retry: Retry,
        mut attempt: impl FnMut(StepCx<'a, R, M>) -> Fut,
    ) -> (Result<T>, Option<u32>)
    where
        Fut: Future<Output = Result<T>>,
    {
        // A run that is resumed counts on.
        let before = self.at.attempt - 1;
        let mut number = before + 1;
        #[cfg(feature = "runner")]
        retry.configure(self.retry_defaults());
        let mut last = Duration::ZERO;
        loop {
            let error = match attempt(self).await {
                Ok(output) => return (Ok(output), Some(number)),
                Err(error) if number - before < retry.attempts() && error.is_retryable() => error,
                Err(error) => return (Err(error.after(number)), Some(number)),
            };
            if self.shared.cancellations.any() {
                self.shared.cancellations.end(&self.at.origin());
            }
            #[cfg(feature = "runner")]
            self.attempt_failed(&error);
            last = retry.next_delay().unwrap_or(last);
            if !last.is_zero() {
                tokio::time::sleep(last).await;
            }
            number += 1;
            self.set_attempt(number);
            #[cfg(feature = "runner")]
            self.attempt_started();
            self.reset(error.at(&self.at).after(number - 1)).await;
        }
    }

    /// What the failed attempt sent is void: its readers start over.
    async fn reset(self, error: Error) {
        let host: &dyn Host = self.shared;
        if !host.live() {
            return;
        }
        let (origin, mut life, mut receipt) = (self.at.origin(), Some(Lifecycle::StepReset(error)), Receipt::default());
        poll_fn(|task| match life.take() {
            Some(life) => host.push(task, &mut receipt, &origin, life),
            None => host.poll_turn(task, receipt),
        })
        .await;
    }
}

/// Bounds the time of an attempt.
///
/// # Errors
/// Those of `work`, and that it took longer than `limit`.
pub async fn timeout<T>(_: Scope<'_>, limit: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::time::timeout(limit, work).await.unwrap_or_else(|_| Err(Error::timed_out(ErrorKind::TimedOut, limit)))
}

/// What a task may fail with.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error",
    label = "expected a type that is `Into<Box<dyn Error + Send + Sync>>`",
    note = "implement `std::error::Error` for it, or return a `String` or a `Box<dyn Error + Send + Sync>`"
)]
pub trait Failure {
    /// The error, boxed.
    fn boxed(self) -> BoxError;
}
#[diagnostic::do_not_recommend]
impl<E: Into<BoxError>> Failure for E {
    fn boxed(self) -> BoxError {
        self.into()
    }
}

/// A step's own error; `when` says whether trying again may help.
///
/// # Errors
/// The step's own.
pub fn fallible<T, E: Failure>(
    _: Scope<'_>,
    result: std::result::Result<T, E>,
    when: impl FnOnce(&E) -> bool,
) -> Result<T> {
    result.map_err(|error| {
        let retryable = when(&error);
        Error::failed(error.boxed(), retryable)
    })
}

/// A task of a step's own, which is aborted when the run that owns it goes.
struct Owned<T> {
    task: JoinHandle<T>,
    ended: bool,
}

impl<T> From<JoinHandle<T>> for Owned<T> {
    fn from(task: JoinHandle<T>) -> Self {
        Self { task, ended: false }
    }
}

impl<T> Drop for Owned<T> {
    fn drop(&mut self) {
        if !self.ended {
            self.task.abort();
        }
    }
}

impl<T> Future for Owned<T> {
    type Output = Result<T>;

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let joined = ready!(Pin::new(&mut self.task).poll(task));
        self.ended = true;
        Poll::Ready(joined.map_err(Error::joined))
    }
}

/// The future of [`spawn`]: its task begins at the first poll. Written out, so that `work` is moved as seldom as possible.
#[allow(missing_debug_implementations, reason = "expansions await it, and nothing else")]
pub struct Spawn<F, T> {
    work: Option<F>,
    task: Option<Owned<Result<T>>>,
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
            let told = Told { work, step: Some(task.waker().clone()) };
            this.task = Some(tokio::spawn(told).into());
            return Poll::Pending;
        }
        let Some(owned) = &mut this.task else { return Poll::Pending };
        Pin::new(owned).poll(task).map(|joined| joined.and_then(|output| output))
    }
}

pin_project! {
    /// Work that tells its step when it goes, however it goes. The handle of its task would do so, too, for three more atomic operations; it
    /// is asked when the step is polled again.
    struct Told<F> {
        #[pin]
        work: F,
        step: Option<Waker>,
    }

    impl<F> PinnedDrop for Told<F> {
        fn drop(this: Pin<&mut Self>) {
            if let Some(step) = this.project().step.take() {
                step.wake();
            }
        }
    }
}

impl<F: Future> Future for Told<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<F::Output> {
        self.project().work.poll(task)
    }
}

/// Runs `work` on a task of its own. It must own what it uses. The future fails as `work` does, and where it panics.
pub fn spawn<T: Send + 'static, F: Future<Output = Result<T>> + Send + 'static>(_: Scope<'_>, work: F) -> Spawn<F, T> {
    Spawn { work: Some(work), task: None }
}

/// Runs `work` on a thread for blocking work.
///
/// # Errors
/// Its panic.
pub async fn blocking<T: Send + 'static>(_: Scope<'_>, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    Owned::from(tokio::task::spawn_blocking(work)).await
}
