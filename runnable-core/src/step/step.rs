//! A step of a run: its opening and closing, and the guard that turns its panic into its failure.

use super::{log::StepLog, spans::traced, work_output::WorkOutput};
use crate::{
    access::OwnedBySteps,
    context::PlainCx,
    event::Turns,
    hooks::Opening,
    id::{Error, Result, Scope},
};
use pin_project_lite::pin_project;
use std::{
    any::Any,
    future::Future,
    marker::PhantomData,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, ready},
};
use tracing::Span;

impl<'a> PlainCx<'a> {
    /// Returns a step that does `work`, with an opening and a closing event.
    #[inline]
    pub fn step<T, F>(self, work: F) -> Step<'a, F, T>
    where
        F: Future,
        F::Output: WorkOutput<T>,
    {
        let traced = traced();
        let log = (self.run.is_read || traced).then(|| StepLog::new(&self.run.state, self.at, traced));
        Step { work, owned: EndsOwned { owned: &self.run.owned, at: self.at }, log, result: PhantomData }
    }
}

pin_project! {
    /// The future of a step. Written out to keep it small: an `async fn` stores its arguments twice, and the sizes of
    /// nested steps add up.
    pub struct Step<'a, F, T> {
        #[pin]
        work: F,
        owned: EndsOwned<'a>,
        log: Option<StepLog<'a>>,
        result: PhantomData<fn() -> T>,
    }
}

impl<F, T> Step<'_, F, T> {
    /// Applies what the readers know of the step from an earlier part of the run.
    pub(crate) fn opened(mut self, opening: &Opening) -> Self {
        if !self.log.as_mut().is_none_or(|log| log.resume(opening)) {
            self.log = None;
        }
        self
    }
}

impl<T, F> Future for Step<'_, F, T>
where
    F: Future,
    F::Output: WorkOutput<T>,
{
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        match this.log {
            None => guarded(this.owned, this.work, task).map(|end| end.result),
            Some(log) => {
                ready!(log.open(task));
                let mut end = {
                    let _within = log.span().map(Span::enter);
                    ready!(guarded(this.owned, this.work, task))
                };
                if let Err(error) = &mut end.result {
                    *error = log.redacted(error.clone());
                }
                this.owned.end();
                log.close(end.result.as_ref().err(), end.attempt, end.turns);
                Poll::Ready(end.result)
            }
        }
    }
}

/// Ends everything that the step owns when it is dropped, whether or not it has finished.
struct EndsOwned<'a> {
    owned: &'a OwnedBySteps,
    at: Scope<'a>,
}

impl EndsOwned<'_> {
    /// Returns the failure of the step.
    #[cold]
    fn fail(&self, error: Error) -> Error {
        let error = error.at(&self.at);
        self.owned.failure().set(&error);
        error
    }

    /// Returns the failure of the step, whose work has panicked.
    #[cold]
    #[inline(never)]
    fn panicked(&self, payload: Box<dyn Any + Send>) -> Error {
        self.owned.failure().or_panic(&self.at, payload)
    }

    #[inline]
    fn end(&self) {
        if self.owned.any() {
            self.owned.end(&self.at.origin());
        }
    }
}

impl Drop for EndsOwned<'_> {
    #[inline]
    fn drop(&mut self) {
        self.end();
    }
}

/// Polls the work of a step. A panic becomes the failure of the step.
fn guarded<T, F>(step: &EndsOwned<'_>, work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<StepEnd<T>>
where
    F: Future,
    F::Output: WorkOutput<T>,
{
    let (turns, (result, attempt)) = match catch_unwind(AssertUnwindSafe(|| work.poll(task))) {
        Ok(Poll::Pending) => return Poll::Pending,
        Ok(Poll::Ready(output)) => (output.turns(), output.finished()),
        Err(payload) => (None, (Err(step.panicked(payload)), None)),
    };
    let result = match result {
        Ok(output) => Ok(output),
        Err(error) => Err(step.fail(error)),
    };
    Poll::Ready(StepEnd { result, attempt: attempt.unwrap_or(step.at.attempt), turns })
}

/// The end of a step.
struct StepEnd<T> {
    result: Result<T>,
    attempt: u32,
    turns: Option<Turns>,
}
