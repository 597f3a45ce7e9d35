//! One step of a run: its opening and closing, and the guard that turns a panic into its failure.

use super::spans::{step_span, traced};
#[cfg(feature = "runner")]
use crate::hooks::Opening;
use crate::{
    access::Cancellations,
    context::{Host, StepCx},
    event::{Lifecycle, Outcome, RunData, Turns},
    id::{Error, Origin, Result, Scope},
    queue::Receipt,
};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    marker::PhantomData,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, ready},
};
use tracing::Span;

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// A step: what `work` does is one entry in the run's events.
    #[inline]
    pub fn step<T, F>(self, work: F) -> Step<'a, F, T>
    where
        F: Future,
        F::Output: Finished<T>,
    {
        let host: &dyn Host = self.shared;
        let traced = traced();
        let log = (self.shared.queue.is_some() || traced).then(|| Log::new(host, self.at, traced));
        Step { work, ends: Ends { cancellations: &self.shared.cancellations, at: self.at }, log, result: PhantomData }
    }
}

pin_project! {
    /// The future of a step. Written out and kept small: an `async fn` keeps its arguments twice, and sizes add up.
    pub struct Step<'a, F, T> {
        #[pin]
        work: F,
        ends: Ends<'a>,
        log: Option<Log<'a>>,
        result: PhantomData<fn() -> T>,
    }
}

/// What a step's work ends with: its result, and the attempt that gave it.
pub trait Finished<T> {
    /// How often a loop's body ran.
    #[doc(hidden)]
    fn turns(&self) -> Option<Turns> {
        None
    }
    /// The result, and the attempt where there may have been several.
    #[doc(hidden)]
    fn finished(self) -> (Result<T>, Option<u32>);
    /// The same with another result.
    #[cfg(feature = "runner")]
    #[doc(hidden)]
    #[must_use]
    fn through(self, change: impl FnOnce(Result<T>) -> Result<T>) -> Self;
    /// A failure of the step that its work did not give.
    #[cfg(feature = "runner")]
    #[doc(hidden)]
    fn failed(error: Error) -> Self;
}

impl<T> Finished<T> for Result<T> {
    fn finished(self) -> (Result<T>, Option<u32>) {
        (self, None)
    }
    #[cfg(feature = "runner")]
    fn through(self, change: impl FnOnce(Result<T>) -> Result<T>) -> Self {
        change(self)
    }
    #[cfg(feature = "runner")]
    fn failed(error: Error) -> Self {
        Err(error)
    }
}

impl<T> Finished<T> for (Result<T>, Option<u32>) {
    fn finished(self) -> (Result<T>, Option<u32>) {
        self
    }
    #[cfg(feature = "runner")]
    fn through(self, change: impl FnOnce(Result<T>) -> Result<T>) -> Self {
        (change(self.0), self.1)
    }
    #[cfg(feature = "runner")]
    fn failed(error: Error) -> Self {
        (Err(error), None)
    }
}

#[cfg(feature = "runner")]
impl<F, T> Step<'_, F, T> {
    /// Says what its readers know of it from an earlier part of the run.
    pub(crate) fn opened(mut self, opening: &Opening) -> Self {
        match (opening, &mut self.log) {
            (Opening::Reset(error), Some(log)) => log.reset = Some(error.clone()),
            (Opening::Open, Some(log)) => log.stage = Stage::Resumed,
            (Opening::Closed, _) => self.log = None,
            _ => {}
        }
        self
    }
}

impl<T, F> Future for Step<'_, F, T>
where
    F: Future,
    F::Output: Finished<T>,
{
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        match this.log {
            None => guarded(&this.ends.at, this.work, task).map(|end| end.result),
            Some(log) => {
                ready!(log.open(task));
                let end = {
                    let _within = log.span.as_ref().map(|span| span.enter());
                    ready!(guarded(&this.ends.at, this.work, task))
                };
                log.close(end.result.as_ref().err(), end.attempt, end.turns);
                Poll::Ready(end.result)
            }
        }
    }
}

/// Ends what belongs to the step when it goes, however it goes.
struct Ends<'a> {
    cancellations: &'a Cancellations,
    at: Scope<'a>,
}

impl Drop for Ends<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.cancellations.any() {
            self.cancellations.end(&self.at.origin());
        }
    }
}

/// A panic in a step is that step's failure.
fn guarded<T, F>(at: &Scope<'_>, work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<End<T>>
where
    F: Future,
    F::Output: Finished<T>,
{
    let (turns, (result, attempt)) = match catch_unwind(AssertUnwindSafe(|| work.poll(task))) {
        Ok(Poll::Pending) => return Poll::Pending,
        Ok(Poll::Ready(output)) => (output.turns(), output.finished()),
        Err(payload) => (None, (Err(Error::panicked(payload)), None)),
    };
    let result = match result {
        Ok(output) => Ok(output),
        Err(error) => Err(error.at(at)),
    };
    Poll::Ready(End { result, attempt: attempt.unwrap_or(at.attempt), turns })
}

/// How a step ended.
struct End<T> {
    result: Result<T>,
    attempt: u32,
    turns: Option<Turns>,
}

/// Sends a step's opening and closing events; closes it as cancelled where it is dropped half-way.
///
/// Knows no type of the step's: it is compiled once, not for every step.
struct Log<'a> {
    host: &'a dyn Host,
    origin: Origin,
    /// Where spans are wanted.
    span: Option<Box<Span>>,
    /// The error that it was reset by, where an earlier part of the run began it.
    #[cfg(feature = "runner")]
    reset: Option<Error>,
    stage: Stage,
    receipt: Receipt,
}

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Opening,
    /// An earlier part of the run opened it.
    #[cfg(feature = "runner")]
    Resumed,
    /// Opened, but it is the reader's turn.
    Turn,
    Open,
    /// Closed; it may be the reader's turn.
    Closed,
}

impl<'a> Log<'a> {
    fn new(host: &'a dyn Host, at: Scope<'a>, traced: bool) -> Self {
        let origin = at.origin();
        Self {
            host,
            span: traced.then(|| Box::new(step_span(&origin))),
            origin,
            #[cfg(feature = "runner")]
            reset: None,
            stage: Stage::Opening,
            receipt: Receipt::default(),
        }
    }

    /// Ready once the step is open; never again when it has closed.
    fn open(&mut self, task: &mut Context<'_>) -> Poll<()> {
        match self.stage {
            Stage::Opening => {
                self.stage = Stage::Turn;
                #[cfg(feature = "runner")]
                if let Some(error) = self.reset.take() {
                    ready!(self.host.push(task, &mut self.receipt, &self.origin, Lifecycle::StepReset(error)));
                    self.stage = Stage::Open;
                    return Poll::Ready(());
                }
                ready!(self.host.start(task, &mut self.receipt, &self.origin));
            }
            Stage::Turn => ready!(self.host.poll_turn(task, self.receipt)),
            #[cfg(feature = "runner")]
            Stage::Resumed => {}
            Stage::Open => {}
            Stage::Closed => return Poll::Pending,
        }
        self.stage = Stage::Open;
        Poll::Ready(())
    }

    /// Whether it has begun, and has not ended.
    #[inline]
    fn is_open(&self) -> bool {
        matches!(self.stage, Stage::Turn | Stage::Open)
    }

    fn close(&mut self, error: Option<&Error>, attempt: u32, turns: Option<Turns>) {
        self.origin.set_attempt(attempt);
        if let Some(error) = error {
            let span = self.span.as_ref().and_then(|span| span.id());
            tracing::debug!(parent: span, error = %error, "step failed");
        }
        self.stage = Stage::Closed;
        let life = match (turns, error) {
            (Some(turns), _) => Some(Lifecycle::LoopFinished(turns)),
            (None, Some(error)) => Some(Lifecycle::StepFinished(Outcome::Failed(error.clone()))),
            (None, None) => None,
        };
        // The reader need not see it before the next step opens: that one waits for the reader.
        self.host.finish(&self.origin, life);
    }

    /// `Ends` has gone before: nothing is sent after this.
    #[cold]
    fn cancelled(&self) {
        self.host.force(self.origin.clone(), Lifecycle::StepFinished(Outcome::Cancelled));
    }
}

impl Drop for Log<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.is_open() {
            self.cancelled();
        }
    }
}
