//! The context of a piece of a pipeline in the run's own task.
#![allow(private_interfaces, reason = "expansions pass a context along, and call nothing of these traits")]

use super::{
    detached::Detached, plain_cx::PlainCx, run_context::RunContext, run_state::RunState, sink::SendsEvents,
    tried::Tried,
};
use crate::{
    access::{OwnedBySteps, Placed, StepContext},
    event::{Lift, RunData, Via},
    hooks::RunServices,
    id::{Error, Origin, Place, Result, RunId, Scope},
};
use std::{future::poll_fn, marker::PhantomData, ops::Range, sync::Arc};

/// The context of a piece of a pipeline: its run, its place in it, and, as the type `M`, how its events become those of
/// the run.
pub struct StepCx<'a, R, M> {
    pub(crate) run: &'a RunContext<R>,
    pub(crate) at: Scope<'a>,
    lift: PhantomData<fn() -> M>,
}

impl<R, M> Clone for StepCx<'_, R, M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R, M> Copy for StepCx<'_, R, M> {}

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    pub(crate) fn root(run: &'a RunContext<R>) -> Self {
        Self { run, at: Scope::ROOT, lift: PhantomData }
    }

    fn under(&self, place: &'static Place, index: usize) -> StepCx<'_, R, M> {
        StepCx { run: self.run, at: self.at.below(place, index), lift: PhantomData }
    }

    /// Returns the context of a branch below.
    #[must_use]
    pub fn branch(&self, place: &'static Place) -> StepCx<'_, R, M> {
        self.under(place, 0)
    }

    /// Returns the context of an item or a turn below.
    pub(crate) fn nth(&self, place: &'static Place, index: usize) -> StepCx<'_, R, M> {
        self.under(place, index)
    }

    /// Returns the index of the item or the turn that this is the context of.
    #[must_use]
    #[inline]
    pub fn index(&self) -> usize {
        self.at.index()
    }

    /// Returns the context without the types of the run.
    #[must_use]
    #[inline]
    pub fn plain(self) -> PlainCx<'a> {
        PlainCx { run: self.run, at: self.at }
    }

    /// Returns the context of a step below that has no events.
    #[must_use]
    #[inline]
    pub fn quiet(&self, place: &'static Place) -> PlainCx<'_> {
        PlainCx { run: self.run, at: self.run.owned.begin_step(&self.at, place) }
    }

    /// Returns the context of a step below whose events are variant `I` of `P`.
    #[must_use]
    pub fn via<P, const I: usize>(&self, place: &'static Place) -> StepCx<'_, R, Via<M, P, I>> {
        StepCx { run: self.run, at: self.run.owned.begin_step(&self.at, place), lift: PhantomData }
    }

    /// Returns the source of the [`FromRun`](crate::FromRun) parameter of this name.
    #[must_use]
    pub fn context<E>(&self, parameter: &'static str) -> StepContext<'_, E>
    where
        M: Lift<E, R>,
    {
        StepContext::new(self, parameter)
    }

    /// Returns the context that a spawned step takes along.
    #[must_use]
    pub fn detached(&self) -> Detached<R, M> {
        let run = self.run;
        Detached::new(run.state.clone(), run.id().clone(), run.owned.clone(), self.at.origin())
    }

    /// Returns the context of an attempt of this step.
    #[must_use]
    pub fn attempt(mut self, number: u32) -> Self {
        self.at.attempt = number;
        self
    }

    /// Records the arm that a `match`, an `if` or a `try` takes. `choice` is its number in its pipeline.
    ///
    /// # Errors
    /// Returns an error if an earlier part of the run took another arm.
    #[inline]
    pub fn arm(&self, choice: u32, arm: u32) -> Result<()> {
        match self.plain().interceptor() {
            Some(interceptor) => interceptor.before_arm(&self.at.origin().to_string(), choice, arm),
            None => Ok(()),
        }
    }

    /// Does the body of a `try`. If a step fails, and a value panics when it is dropped for that, the step's failure stays.
    #[inline]
    pub fn tried<F>(&self, body: F) -> Tried<'_, R, M, F> {
        Tried { body, cx: self }
    }

    /// Records that a `try` recovers from the failure of a step, and returns the failure once everything that it cancelled has
    /// ended. `choices` has the number of the `try` and those of the choices in its body, and `body` the places in it.
    ///
    /// # Errors
    /// Returns a failure that the `try` must not recover from, such as a cancellation, or an error if the body had succeeded in
    /// an earlier part of the run.
    pub async fn recovered(self, error: Error, choices: Range<u32>, body: &'static [Place]) -> Result<Error> {
        self.run.owned.clear_failure();
        self.run.ending().ended(self.at).await;
        if error.kind().ends_run() {
            return Err(error);
        }
        let unread = self.plain().before_recovery();
        poll_fn(|task| self.plain().poll_read(unread, task)).await;
        // Before the arm: a recorded arm without a recorded failure could not be resumed.
        self.plain().record_recovery(&error);
        if let Some(interceptor) = self.plain().interceptor() {
            let path = self.at.origin().to_string();
            let Range { start: number, end } = choices;
            interceptor.before_arm(&path, number, 1)?;
            interceptor.excuse(&path, number + 1..end, &|name| body.iter().any(|place| place.name() == name));
            body.iter().for_each(|place| self.plain().close_left_open(&self.plain().path_below(place), false));
        }
        Ok(error)
    }

    /// Returns the result of an item whose failure is collected, and records that the item succeeded or failed, as a `try` does.
    ///
    /// # Errors
    /// Returns a failure that ends the run, as [`recovered`](Self::recovered) does.
    pub async fn collected<T>(self, row: Result<T>, choices: Range<u32>, body: &'static [Place]) -> Result<Result<T>> {
        match row {
            Ok(row) => {
                self.arm(choices.start, 0)?;
                Ok(Ok(row))
            }
            Err(error) => Ok(Err(self.recovered(error, choices, body).await?.collected())),
        }
    }
}

impl<R: RunData, M> Placed for StepCx<'_, R, M> {
    fn run_id(&self) -> RunId {
        self.run.id().clone()
    }

    fn origin(&self) -> Origin {
        self.at.origin()
    }

    fn attempt(&self) -> u32 {
        self.at.attempt
    }

    fn owned(&self) -> &OwnedBySteps {
        &self.run.owned
    }

    fn services(&self) -> Option<&RunServices> {
        self.run.services()
    }
}

impl<R: RunData, M> SendsEvents for StepCx<'_, R, M> {
    type Run = R;
    type Lift = M;

    fn state(&self) -> Option<&Arc<RunState<R>>> {
        self.run.state.as_ref()
    }
}
