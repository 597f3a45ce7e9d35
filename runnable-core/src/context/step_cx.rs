//! The context of a piece of a pipeline in the run's own task.
#![allow(private_interfaces, reason = "expansions pass a context along, and call nothing of these traits")]

use super::{detached::Detached, run_context::RunContext, run_state::RunState, sink::SendsEvents};
use crate::{
    access::{OwnedBySteps, Placed, StepContext},
    event::{Lift, NoEvents, RunData, Via},
    hooks::{AttemptEnd, Interceptor, Recorder, RunServices},
    id::{Error, Origin, Place, Result, RunId, Scope},
};
use std::{marker::PhantomData, ops::Range, sync::Arc};

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

    fn under<N>(&self, place: &'static Place, index: usize) -> StepCx<'_, R, N> {
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

    /// Returns the context of a step below that has no events.
    #[must_use]
    pub fn quiet(&self, place: &'static Place) -> StepCx<'_, R, NoEvents> {
        self.under(place, 0)
    }

    /// Returns the context of a step below whose events are variant `I` of `P`.
    #[must_use]
    pub fn via<P, const I: usize>(&self, place: &'static Place) -> StepCx<'_, R, Via<M, P, I>> {
        self.under(place, 0)
    }

    /// Returns its place in the run.
    #[must_use]
    pub fn scope(&self) -> Scope<'a> {
        self.at
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

    pub(crate) fn set_attempt(&mut self, attempt: u32) {
        self.at.attempt = attempt;
    }
}

/// The services of the run.
impl<'a, R, M> StepCx<'a, R, M> {
    #[inline]
    pub(crate) fn services(&self) -> Option<&'a RunServices> {
        self.run.services()
    }

    /// Returns the number of items of a `map` that begin first, as they are recorded.
    #[inline]
    pub(crate) fn recalled_items(&self, place: &'static Place) -> usize {
        let Some(interceptor) = self.services().and_then(|services| services.interceptor.as_deref()) else { return 0 };
        let path = self.at.origin().to_string();
        let separator = if path.is_empty() { "" } else { "/" };
        interceptor.recalled_items(&format!("{path}{separator}{}", place.name()))
    }

    /// Returns whether all recorded steps have been recalled.
    pub(crate) fn has_recalled(&self) -> bool {
        self.services().and_then(|services| services.interceptor.as_deref()).is_none_or(Interceptor::has_recalled)
    }

    /// Returns the recorder of the run.
    #[inline]
    pub(crate) fn recorder(&self) -> Option<&'a dyn Recorder> {
        self.services()?.recorder.as_deref()
    }

    /// Runs `work` between getting the files that it takes and storing those that it makes. Without a file store, the
    /// files are where the step expects them.
    ///
    /// # Errors
    /// Returns the error of the work, or an error if a file is missing or cannot be stored.
    pub async fn files<T>(
        self,
        get: &'static [&'static str],
        put: &'static [&'static str],
        work: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let Some(files) = self.services().and_then(|services| services.files.as_deref()) else { return work.await };
        let origin = self.at.origin();
        let (path, attempt) = (origin.to_string(), origin.attempt());
        let failed = |error| Error::failed(error, false);
        if !get.is_empty() {
            files.get(&path, attempt, get).await.map_err(failed)?;
        }
        let output = work.await?;
        if !put.is_empty() {
            files.put(&path, attempt, put).await.map_err(failed)?;
        }
        Ok(output)
    }

    /// Records that an attempt failed, and that another attempt follows.
    pub(crate) fn attempt_failed(&self, error: &Error) {
        if let Some(recorder) = self.recorder() {
            recorder.ended(&self.at.origin().to_string(), AttemptEnd::Failed(error));
        }
    }

    /// Records that a further attempt begins.
    pub(crate) fn attempt_started(&self) {
        if let Some(recorder) = self.recorder() {
            recorder.started(&self.at.origin().to_string(), self.at.attempt, None);
        }
    }

    /// Records the arm that a `match`, an `if` or a `try` takes. `choice` is its number in its pipeline.
    ///
    /// # Errors
    /// Returns an error if an earlier part of the run took another arm.
    #[inline]
    pub fn arm(&self, choice: u32, arm: u32) -> Result<()> {
        match self.services().and_then(|services| services.interceptor.as_deref()) {
            Some(interceptor) => interceptor.before_arm(&self.at.origin().to_string(), choice, arm),
            None => Ok(()),
        }
    }

    /// Records that a `try` recovers from the failure of a step, and returns the failure once everything that it cancelled has
    /// ended. `choices` has the number of the `try` and those of the choices in its body, and `body` the places in it.
    ///
    /// # Errors
    /// Returns a failure that the `try` must not recover from, such as a cancellation, or an error if the body had succeeded in
    /// an earlier part of the run.
    pub async fn recovered(self, error: Error, choices: Range<u32>, body: &'static [Place]) -> Result<Error> {
        self.run.ending().ended(self.at).await;
        if error.kind().ends_run() {
            return Err(error);
        }
        // Before the arm: a recorded arm without a recorded failure could not be resumed.
        if let Some(recorder) = self.recorder() {
            recorder.recovered(&error.path().to_string());
        }
        if let Some(interceptor) = self.services().and_then(|services| services.interceptor.as_deref()) {
            let path = self.at.origin().to_string();
            let Range { start: number, end } = choices;
            interceptor.before_arm(&path, number, 1)?;
            interceptor.excuse(&path, number + 1..end, &|name| body.iter().any(|place| place.name() == name));
        }
        Ok(error)
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
