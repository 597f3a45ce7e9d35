//! A step that runs its body again and again, and tells how often it did.

use super::step::{Finished, Step};
use crate::{
    context::StepCx,
    event::{RunData, Turns},
    id::{Place, Result},
};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

/// What a loop ends with.
#[derive(Debug)]
pub struct Repeated<T> {
    /// The values.
    pub given: T,
    /// How often the body ran.
    pub turns: usize,
    /// Whether it ended because of `max`.
    pub exhausted: bool,
}

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// A loop: one entry in the run's events, with those of its turns below.
    pub fn repeat<T, F>(self, work: F) -> Step<'a, Turning<F>, T>
    where
        F: Future<Output = Result<Repeated<T>>>,
    {
        #[cfg(feature = "runner")]
        if let Some(recorder) = self.recorder() {
            let opening = recorder.before_loop(&self.at.origin().to_string());
            return self.step(Turning { work }).opened(&opening);
        }
        self.step(Turning { work })
    }

    /// A turn below.
    #[must_use]
    pub fn turn(&self, place: &'static Place, turn: usize) -> StepCx<'_, R, M> {
        self.nth(place, turn)
    }
}

pin_project! {
    /// A loop's work. Its output is told apart from that of a step whose returns are a [`Repeated`].
    pub struct Turning<F> { #[pin] work: F }
}

impl<T, F: Future<Output = Result<Repeated<T>>>> Future for Turning<F> {
    type Output = Ended<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Ended<T>> {
        self.project().work.poll(task).map(Ended)
    }
}

/// The end of a loop.
pub struct Ended<T>(Result<Repeated<T>>);

impl<T> Finished<T> for Ended<T> {
    fn turns(&self) -> Option<Turns> {
        let Repeated { turns, exhausted, .. } = self.0.as_ref().ok()?;
        Some(Turns { count: u64::try_from(*turns).unwrap_or(u64::MAX), exhausted: *exhausted })
    }

    fn finished(self) -> (Result<T>, Option<u32>) {
        (self.0.map(|repeated| repeated.given), None)
    }

    // A loop is not recorded: its turns are.
    #[cfg(feature = "runner")]
    fn through(self, _: impl FnOnce(Result<T>) -> Result<T>) -> Self {
        self
    }
    #[cfg(feature = "runner")]
    fn failed(error: crate::id::Error) -> Self {
        Self(Err(error))
    }
}
