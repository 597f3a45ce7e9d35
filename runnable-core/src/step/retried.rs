//! Attempts at a part of a pipeline: a step with other steps below it, which are tried again together.

use super::{boxed::boxed, retry::Retry, step::Step};
use crate::{
    context::PlainCx,
    hooks::{AttemptEnd, Opening, RetryPlan},
    id::{Error, ErrorKind, Result},
};
use pin_project_lite::pin_project;
use std::{
    future::{Future, poll_fn},
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::atomic::{AtomicBool, Ordering},
    task::{Context, Poll},
};

impl<'a> PlainCx<'a> {
    /// Returns a step that tries the steps below it until all succeed, one fails with an error that `when` does not select, or it
    /// runs out of attempts. `work` makes an attempt. It is on the heap, so that the size of a run's future grows linearly with its
    /// depth.
    #[expect(clippy::type_complexity, reason = "an alias cannot name an opaque type")]
    pub fn retried<T, F, W>(
        self,
        retry: Retry,
        when: impl Fn(&Error) -> bool,
        work: W,
    ) -> Pin<Box<Step<'a, impl Future<Output = (Result<T>, Option<u32>)>, T>>>
    where
        F: Future<Output = Result<T>>,
        W: FnMut() -> F,
    {
        boxed(|| {
            let path = self.interceptor().map(|_| self.at.origin().to_string()).unwrap_or_default();
            let plan = self.interceptor().map(|interceptor| interceptor.before_retry(&path));
            let (attempt, opening, resets, mode) = match plan {
                None => (self.at.attempt, Opening::Started, false, Mode::Tries),
                Some(RetryPlan::Run { attempt, opening, resets }) => {
                    (self.first_attempt(attempt), opening, resets, Mode::Tries)
                }
                Some(RetryPlan::Recall { attempt, opening, resets }) => (attempt, opening, resets, Mode::Recalls),
                Some(RetryPlan::Elsewhere) => (1, Opening::Closed, false, Mode::Recalls),
            };
            if let Some(interceptor) = self.interceptor().filter(|_| resets) {
                self.close_left_open(&path, false);
                interceptor.void_events(&path);
            }
            let cx = self.attempt(attempt);
            let tried = Tried { cx, path, mode, has_begun: false.into(), counts: false };
            cx.step(tried.run(retry, when, work)).opened(&opening)
        })
    }

    /// Voids the steps below, whose attempt has failed: another begins.
    fn void_below(&self, path: &str) {
        self.run.owned.clear_failure();
        if let Some(interceptor) = self.interceptor() {
            self.close_left_open(path, false);
            interceptor.void(path);
        }
    }
}

/// The part of a pipeline that is tried again, and its record.
struct Tried<'a> {
    cx: PlainCx<'a>,
    path: String,
    mode: Mode,
    /// True once an attempt is recorded.
    has_begun: AtomicBool,
    /// True while it counts the attempts of the steps below.
    counts: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// It makes attempts, and records them.
    Tries,
    /// Its steps are recalled, and their failure is its failure.
    Recalls,
}

impl Tried<'_> {
    async fn run<T, F, W>(
        mut self,
        retry: Retry,
        when: impl Fn(&Error) -> bool,
        mut work: W,
    ) -> (Result<T>, Option<u32>)
    where
        F: Future<Output = Result<T>>,
        W: FnMut() -> F,
    {
        let cx = self.cx;
        if self.mode == Mode::Recalls {
            return (work().await, Some(cx.at.attempt));
        }
        self.counts = cx.run.owned.begin_tries(cx.at.origin());
        let attempt = |_| {
            let attempt = Attempt { tried: &self, work: work() };
            async {
                attempt.await.map_err(|error| {
                    let again = !error.kind().ends_run() && when(&error);
                    error.retryable(again)
                })
            }
        };
        let (mut result, number) = cx.attempts(retry, attempt, || cx.void_below(&self.path)).await;
        if let Err(error) = self.end(&result, number.unwrap_or(1)).await {
            result = Err(error);
        }
        (result, number)
    }

    fn has_begun(&self) -> bool {
        self.has_begun.load(Ordering::Relaxed)
    }

    /// Records that the first attempt of this part of the run begins, once everything that is recorded has been recalled.
    fn begin(&self) {
        if self.has_begun() || !self.cx.has_recalled() {
            return;
        }
        self.has_begun.store(true, Ordering::Relaxed);
        if let Some(recorder) = self.cx.recorder() {
            recorder.started(&self.path, self.cx.at.attempt, None);
        }
    }

    /// Records how the last attempt has ended. Ready once that is durable.
    async fn end<T>(&self, result: &Result<T>, number: u32) -> Result<()> {
        let Some(recorder) = self.cx.recorder() else { return Ok(()) };
        let write = match result {
            Ok(_) if self.has_begun() => recorder.ended(&self.path, AttemptEnd::Succeeded("{}".to_owned())),
            Ok(_) => {
                recorder.recalled(&self.path, number);
                return Ok(());
            }
            Err(error) => recorder.ended(&self.path, AttemptEnd::Failed(error)),
        };
        let durable = poll_fn(|task| recorder.poll_durable(write, task)).await;
        durable.map_err(|error| Error::recorded(ErrorKind::NotRecorded, false, error))
    }
}

impl Drop for Tried<'_> {
    fn drop(&mut self) {
        if self.counts {
            self.cx.run.owned.tries().into_iter().for_each(|tries| tries.end(&self.cx.at.origin()));
        }
        if self.has_begun()
            && let Some(recorder) = self.cx.recorder()
        {
            // Has no effect between two attempts, or after the last.
            recorder.ended(&self.path, AttemptEnd::Cancelled);
        }
    }
}

pin_project! {
    /// An attempt.
    struct Attempt<'t, 'a, F> {
        tried: &'t Tried<'a>,
        #[pin]
        work: F,
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Attempt<'_, '_, F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        // Before the steps below, whose records follow.
        this.tried.begin();
        let (cx, work) = (&this.tried.cx, this.work);
        let polled = catch_unwind(AssertUnwindSafe(|| work.poll(task)));
        polled.unwrap_or_else(|panic| Poll::Ready(Err(cx.run.owned.failure().or_panic(&cx.at, panic))))
    }
}
