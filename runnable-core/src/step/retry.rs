//! Attempts: how often a step is tried, and the backoff between attempts.

use crate::{
    context::PlainCx,
    event::Lifecycle,
    hooks::{FailedAttempts, RetryDefaults},
    id::{Error, Result},
    queue::{Receipt, unit},
};
use backon::{BackoffBuilder, ExponentialBuilder};
use std::{
    fmt,
    future::{Future, poll_fn},
    time::Duration,
};

/// The number of attempts if neither the task nor the run sets it.
const ATTEMPTS: u32 = 3;

/// The delay before the second attempt if neither the task nor the run sets it.
const FIRST_DELAY: Duration = Duration::from_millis(100);

/// The policy of a `retry`: the number of attempts, and the delays between them.
pub struct Retry {
    /// The number of attempts in all; `None` leaves it to the run.
    attempts: Option<u32>,
    delays: Delays,
}

/// The delays between attempts. Nothing is allocated for them before the first failure.
enum Delays {
    /// They double from the run's default, or from [`FIRST_DELAY`].
    Default,
    /// They double from this delay, up to a minute.
    Exponential(Duration),
    Built(Box<dyn Iterator<Item = Duration> + Send + Sync>),
}

/// A backoff strategy.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a backoff strategy",
    label = "expected a duration in quotes, or a `backon::BackoffBuilder`",
    note = "write the first delay in quotes, as in `backoff = \"200ms\"`, or a builder of the crate `backon`, such as \
            `ConstantBuilder`"
)]
pub trait Strategy {
    /// Returns the delays.
    fn delays(self) -> Box<dyn Iterator<Item = Duration> + Send + Sync>;
}

#[diagnostic::do_not_recommend]
impl<B: BackoffBuilder<Backoff: Send + Sync + 'static>> Strategy for B {
    fn delays(self) -> Box<dyn Iterator<Item = Duration> + Send + Sync> {
        Box::new(self.build())
    }
}

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Retry({:?})", self.attempts)
    }
}

impl Retry {
    /// Makes `attempts` in all, with the delays of `backoff`. If it has too few, its last delay is used again.
    pub fn new(attempts: impl Into<Option<u32>>, backoff: impl Strategy) -> Self {
        Self { attempts: attempts.into(), delays: Delays::Built(backoff.delays()) }
    }

    /// Makes `attempts` in all, with delays of 100 ms, 200 ms, 400 ms and so on, up to a minute.
    #[must_use]
    pub fn exponential(attempts: impl Into<Option<u32>>) -> Self {
        Self { attempts: attempts.into(), delays: Delays::Default }
    }

    /// Makes `attempts` in all, with delays that double from `first`, up to a minute.
    #[must_use]
    pub fn starting_at(attempts: impl Into<Option<u32>>, first: Duration) -> Self {
        Self { attempts: attempts.into(), delays: Delays::Exponential(first) }
    }

    fn attempts(&self) -> u32 {
        self.attempts.unwrap_or(ATTEMPTS)
    }

    /// Fills in the options that the task omits.
    fn configure(&mut self, defaults: Option<RetryDefaults>) {
        let Some(defaults) = defaults else { return };
        self.attempts.get_or_insert(defaults.attempts);
        if let Delays::Default = &self.delays {
            self.delays = Delays::Exponential(defaults.backoff);
        }
    }

    /// Returns the delay after this number of failed attempts, or zero if that was the last attempt.
    #[cold]
    fn skip(&mut self, failed: u32) -> Duration {
        if failed >= self.attempts() {
            return Duration::ZERO;
        }
        (0..failed).fold(Duration::ZERO, |last, _| self.next_delay().unwrap_or(last))
    }

    /// Returns the delay before the next attempt, or `None` if the last delay is to be used again.
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

/// Waits before the next attempt.
async fn wait(delay: Duration) {
    if delay.is_zero() {
        unit().await;
    } else {
        tokio::task::unconstrained(tokio::time::sleep(delay)).await;
    }
}

impl PlainCx<'_> {
    /// Returns the attempts of this step that failed in a process which has died.
    fn failed_attempts(&self) -> Option<FailedAttempts> {
        if self.at.attempt == 1 {
            return None;
        }
        self.interceptor()?.failed_attempts(&self.at.origin().to_string())
    }

    /// Tries a step until it succeeds, fails with an error that is not retryable, or runs out of attempts. `attempt` takes
    /// the number of the attempt. Returns the result, and the number of the last attempt.
    pub fn retry<T, Fut>(
        self,
        retry: Retry,
        attempt: impl FnMut(u32) -> Fut,
    ) -> impl Future<Output = (Result<T>, Option<u32>)>
    where
        Fut: Future<Output = Result<T>>,
    {
        self.attempts(retry, attempt, || {})
    }

    /// Tries a step as [`retry`](Self::retry) does. `again` is called before the events of the next attempt.
    pub(super) async fn attempts<T, Fut>(
        mut self,
        mut retry: Retry,
        mut attempt: impl FnMut(u32) -> Fut,
        again: impl Fn(),
    ) -> (Result<T>, Option<u32>)
    where
        Fut: Future<Output = Result<T>>,
    {
        // A resumed run continues the count of its earlier parts, but has the full number of attempts again.
        let mut number = self.at.attempt;
        retry.configure(self.services().and_then(|services| services.retry));
        let (mut failed, mut last) = (0, Duration::ZERO);
        if let Some(earlier) = self.failed_attempts() {
            (failed, last) = (earlier.count, retry.skip(earlier.count));
            wait(last.saturating_sub(earlier.since)).await;
        }
        loop {
            failed += 1;
            let error = match attempt(number).await {
                Ok(output) => return (Ok(output), Some(number)),
                Err(error) if failed < retry.attempts() && error.is_retryable() => error,
                Err(error) => return (Err(error.after_own(number)), Some(number)),
            };
            if self.run.owned.any() {
                self.run.owned.end(&self.at.origin());
            }
            self.run.ending().ended(self.at).await;
            let last_number = number.saturating_add(retry.attempts() - failed);
            let error = self.run.state.redacted(error).followed(Some(last_number));
            self.attempt_failed(&error);
            last = retry.next_delay().unwrap_or(last);
            wait(last).await;
            number += 1;
            self.at.attempt = number;
            self.run.owned.tries().into_iter().for_each(|tries| tries.note(&self.at.origin(), number));
            self.attempt_started();
            again();
            self.reset(error.at(&self.at).after(number - 1)).await;
        }
    }

    /// Sends `step.reset`: the events of the failed attempt are void.
    async fn reset(self, error: Error) {
        if !self.run.is_read {
            return;
        }
        let host = &self.run.state;
        let (origin, mut reset, mut receipt) =
            (self.at.origin(), Some(Lifecycle::StepReset(error)), Receipt::default());
        poll_fn(|task| match reset.take() {
            Some(reset) => host.send(task, &mut receipt, &origin, reset),
            None => host.poll_read(task, receipt),
        })
        .await;
    }
}
