//! Limits on the time of a part of a pipeline: a step with other steps below it.

use super::{boxed::boxed, step::Step, timeout::Timeout};
use crate::{
    context::PlainCx,
    hooks::{LimitPlan, Opening, WriteNumber},
    id::{Error, ErrorKind, Result},
};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

impl<'a> PlainCx<'a> {
    /// Returns a step that limits the time of the steps below it. It is on the heap, so that the size of a run's future grows
    /// linearly with its depth.
    pub fn limited<T, F>(self, limit: Duration, work: impl FnOnce() -> F) -> Pin<Box<Step<'a, Limited<'a, F>, T>>>
    where
        F: Future<Output = Result<T>>,
    {
        boxed(|| {
            let Some(interceptor) = self.interceptor() else {
                return self.step(Limited::new(self, limit, Stage::Running, work()));
            };
            let (cx, opening, stage) = match interceptor.before_limit(&self.at.origin().to_string()) {
                LimitPlan::Run { attempt, opening } => {
                    (self.attempt(self.first_attempt(attempt)), opening, Stage::Recalling)
                }
                LimitPlan::Expired { error, opening } => (self, opening, Stage::Expired(Some(error))),
                LimitPlan::Elsewhere => (self, Opening::Closed, Stage::Elsewhere),
            };
            cx.step(Limited::new(cx, limit, stage, work())).opened(&opening)
        })
    }
}

pin_project! {
    /// The work of a step that limits the time of the steps below it.
    ///
    /// It is recorded only if they run out of time: otherwise the records of these steps say everything.
    pub struct Limited<'a, F> {
        #[pin]
        work: Timeout<'a, F>,
        cx: PlainCx<'a>,
        limit: Duration,
        stage: Stage,
    }
}

enum Stage {
    /// The recall of a resumed run, whose time does not count.
    Recalling,
    Running,
    /// The time has run out, which is recorded.
    Recording(WriteNumber, Option<Error>),
    /// The time had run out in an earlier part of the run, which has recovered from that.
    Expired(Option<Error>),
    /// Another process limits the time.
    Elsewhere,
}

impl<'a, F> Limited<'a, F> {
    fn new<T>(cx: PlainCx<'a>, limit: Duration, stage: Stage, work: F) -> Self
    where
        F: Future<Output = Result<T>>,
    {
        Self { work: cx.timeout(limit, work), cx, limit, stage }
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Limited<'_, F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let mut this = self.project();
        loop {
            match this.stage {
                Stage::Recalling if this.cx.has_recalled() => *this.stage = Stage::Running,
                Stage::Recalling | Stage::Elsewhere => return this.work.poll_unlimited(task),
                Stage::Running => {
                    let result = ready!(this.work.as_mut().poll(task));
                    let error = match result {
                        Err(error) if this.work.has_expired() => error,
                        result => return Poll::Ready(result),
                    };
                    let Some(recorder) = this.cx.recorder() else { return Poll::Ready(Err(error)) };
                    let origin = this.cx.at.origin();
                    let write = recorder.timed_out(&origin.to_string(), origin.attempt(), *this.limit, &error);
                    *this.stage = Stage::Recording(write, Some(error));
                }
                Stage::Recording(write, error) => {
                    let Some(recorder) = this.cx.recorder() else { return Poll::Pending };
                    let durable = ready!(recorder.poll_durable(*write, task));
                    let Some(error) = error.take() else { return Poll::Pending };
                    let lost = |source| Error::recorded(ErrorKind::NotRecorded, false, source);
                    return Poll::Ready(Err(durable.map_or_else(lost, |()| error)));
                }
                Stage::Expired(error) => return error.take().map_or(Poll::Pending, |error| Poll::Ready(Err(error))),
            }
        }
    }
}

impl<F> fmt::Debug for Limited<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limited").field("limit", &self.limit).finish_non_exhaustive()
    }
}
