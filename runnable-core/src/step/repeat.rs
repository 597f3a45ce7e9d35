//! Loops: a step that runs its body again and again, and reports how often it did.

use super::{boxed::boxed, step::Step, work_output::WorkOutput};
use crate::{
    context::{PlainCx, StepCx},
    event::{RunData, Turns},
    id::{Error, Place, Result},
    queue::poll_unit,
};
use pin_project_lite::pin_project;
use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::{Context, Poll},
};

/// The output of a loop: the values that it gives, the number of times that the body ran, and whether it ended because it
/// reached its `max`.
type Repeated<T> = (T, usize, bool);

impl<'a> PlainCx<'a> {
    /// Returns a loop: a step whose turns are below it. It is on the heap, so that the size of a run's future grows linearly
    /// with its depth.
    pub fn repeat<T, F>(self, work: impl FnOnce() -> F) -> Pin<Box<Step<'a, Turning<F>, T>>>
    where
        F: Future<Output = Result<Repeated<T>>>,
    {
        boxed(|| {
            let step = self.step(Turning { work: work() });
            match self.interceptor() {
                Some(interceptor) => step.opened(&interceptor.before_loop(&self.at.origin().to_string())),
                None => step,
            }
        })
    }
}

impl<R: RunData, M> StepCx<'_, R, M> {
    /// Returns the context of a turn below. Each turn is a unit of work: a loop that never suspends yields now and then.
    pub fn turn(&self, place: &'static Place, turn: usize) -> impl Future<Output = StepCx<'_, R, M>> {
        poll_fn(move |task| poll_unit(task).map(|()| self.nth(place, turn)))
    }
}

pin_project! {
    /// The work of a loop. Its output has a type of its own, as the returns of a step may be such a tuple, too.
    pub struct Turning<F> { #[pin] work: F }
}

impl<T, F: Future<Output = Result<Repeated<T>>>> Future for Turning<F> {
    type Output = LoopEnd<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<LoopEnd<T>> {
        self.project().work.poll(task).map(LoopEnd)
    }
}

/// The end of a loop.
pub struct LoopEnd<T>(Result<Repeated<T>>);

impl<T> WorkOutput<T> for LoopEnd<T> {
    fn turns(&self) -> Option<Turns> {
        let (_, turns, exhausted) = self.0.as_ref().ok()?;
        Some(Turns { count: u64::try_from(*turns).unwrap_or(u64::MAX), exhausted: *exhausted })
    }

    fn finished(self) -> (Result<T>, Option<u32>) {
        (self.0.map(|(given, ..)| given), None)
    }

    // Never called: the turns of a loop are recorded, and not the loop itself.
    fn through(self, _: impl FnOnce(Result<T>) -> Result<T>) -> Self {
        self
    }

    fn failed(error: Error) -> Self {
        Self(Err(error))
    }
}
