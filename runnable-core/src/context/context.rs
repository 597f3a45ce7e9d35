//! Where a piece of a pipeline runs.

use super::detached::Detached;
use crate::{
    access::{Cancellations, StepContext},
    event::{Lifecycle, Lift, NoEvents, Outcome, RunData, Via},
    id::{Error, LazyId, Origin, Place, RunId, Scope},
    queue::{Queue, Queued, Receipt},
};
#[cfg(feature = "runner")]
use crate::{
    hooks::{Ambient, End, Recorder, RetryDefaults},
    id::Result,
};
use std::{
    marker::PhantomData,
    sync::Arc,
    task::{Context, Poll},
};

/// What the steps of a run share.
pub(crate) struct Shared<R> {
    /// `None` where nobody reads.
    pub(crate) queue: Option<Arc<Queue<R>>>,
    /// Its id where nobody reads; else the queue has it.
    id: LazyId,
    pub(crate) cancellations: Cancellations,
}

impl<R> Shared<R> {
    /// Of a run whose events are read.
    pub(crate) fn live(queue: Arc<Queue<R>>) -> Self {
        Self { queue: Some(queue), id: LazyId::default(), cancellations: Cancellations::default() }
    }

    /// Of a run whose events nobody reads.
    pub(crate) fn unread(id: Option<RunId>) -> Self {
        let shared = Self { queue: None, id: LazyId::default(), cancellations: Cancellations::default() };
        if let Some(id) = id {
            shared.id.name(id);
        }
        shared
    }

    pub(crate) fn id(&self) -> &RunId {
        self.queue.as_ref().map_or(&self.id, |queue| &queue.id).get()
    }
}

/// What a step needs of its run for its own opening and closing: nothing of the run's type, so that the code of a step is
/// compiled once, whatever runs it is part of.
pub(crate) trait Host: Send + Sync {
    fn live(&self) -> bool;
    fn push(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin, life: Lifecycle) -> Poll<()>;
    /// [`push`](Self::push) of a `step.started`.
    fn start(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin) -> Poll<()>;
    fn poll_turn(&self, task: &mut Context<'_>, receipt: Receipt) -> Poll<()>;
    /// Ends what belongs to a step, and sends its end without waiting: a success, unless something else is said.
    fn finish(&self, origin: &Origin, life: Option<Lifecycle>);
    /// Sends without waiting.
    fn force(&self, origin: Origin, life: Lifecycle);
}

impl<R: RunData> Host for Shared<R> {
    fn live(&self) -> bool {
        self.queue.is_some()
    }
    fn push(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin, life: Lifecycle) -> Poll<()> {
        self.queue
            .as_ref()
            .map_or(Poll::Ready(()), |queue| queue.push(task, receipt, || Queued::life(origin.clone(), life)))
    }
    fn start(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin) -> Poll<()> {
        let Some(queue) = &self.queue else { return Poll::Ready(()) };
        queue.push(task, receipt, || Queued::life(origin.clone(), Lifecycle::StepStarted))
    }
    fn poll_turn(&self, task: &mut Context<'_>, receipt: Receipt) -> Poll<()> {
        self.queue.as_ref().map_or(Poll::Ready(()), |queue| queue.poll_turn(None, task, receipt))
    }
    fn finish(&self, origin: &Origin, life: Option<Lifecycle>) {
        if self.cancellations.any() {
            self.cancellations.end(origin);
        }
        let Some(queue) = &self.queue else { return };
        match life {
            None => queue.force(|| Queued::life(origin.clone(), Lifecycle::StepFinished(Outcome::Succeeded))),
            Some(life) => queue.force(|| Queued::life(origin.clone(), life)),
        }
    }
    fn force(&self, origin: Origin, life: Lifecycle) {
        if let Some(queue) = &self.queue {
            queue.force(|| Queued::life(origin, life));
        }
    }
}

/// Where a piece of a pipeline runs: its run, its place in it, and (as a type) how its events are lifted.
pub struct StepCx<'a, R, M> {
    pub(crate) shared: &'a Shared<R>,
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
    pub(crate) fn root(shared: &'a Shared<R>) -> Self {
        Self { shared, at: Scope::ROOT, lift: PhantomData }
    }

    fn under<N>(&self, place: &'static Place, index: usize) -> StepCx<'_, R, N> {
        StepCx { shared: self.shared, at: self.at.below(place, index), lift: PhantomData }
    }

    /// A branch below.
    #[must_use]
    pub fn branch(&self, place: &'static Place) -> StepCx<'_, R, M> {
        self.under(place, 0)
    }

    /// A map's item below.
    pub(crate) fn nth(&self, place: &'static Place, index: usize) -> StepCx<'_, R, M> {
        self.under(place, index)
    }

    /// A step below that has no events.
    #[must_use]
    pub fn quiet(&self, place: &'static Place) -> StepCx<'_, R, NoEvents> {
        self.under(place, 0)
    }

    /// A step below whose events are variant `I` of `P`.
    #[must_use]
    pub fn via<P, const I: usize>(&self, place: &'static Place) -> StepCx<'_, R, Via<M, P, I>> {
        self.under(place, 0)
    }

    /// Its place alone.
    #[must_use]
    pub fn scope(&self) -> Scope<'a> {
        self.at
    }

    /// What a `FromRun` parameter is made from.
    #[must_use]
    pub fn context<E>(&self, parameter: &'static str) -> StepContext<'_, E>
    where
        M: Lift<E, R>,
    {
        StepContext::new(self, parameter)
    }

    /// What a spawned step keeps of it.
    #[must_use]
    pub fn detached(&self) -> Detached<R, M> {
        let shared = self.shared;
        Detached::new(shared.queue.clone(), shared.id().clone(), shared.cancellations.clone(), self.at.origin())
    }

    pub(crate) fn set_attempt(&mut self, attempt: u32) {
        self.at.attempt = attempt;
    }
}

/// What a recorded run has beside its steps.
#[cfg(feature = "runner")]
impl<'a, R, M> StepCx<'a, R, M> {
    pub(crate) fn ambient(&self) -> Option<&'a Ambient> {
        self.shared.queue.as_ref()?.ambient.get().map(|ambient| &**ambient)
    }

    /// Work that takes files before it begins, and makes others.
    ///
    /// # Errors
    /// That of the work, or a file that there is none of.
    pub async fn files<T>(
        self,
        get: &'static [&'static str],
        put: &'static [&'static str],
        work: impl Future<Output = Result<T>>,
    ) -> Result<T> {
        let Some(files) = self.ambient().and_then(|ambient| ambient.files.as_deref()) else { return work.await };
        let origin = self.at.origin();
        let (path, attempt) = (origin.to_string(), origin.attempt());
        let missing = |error| Error::failed(error, false);
        if !get.is_empty() {
            files.get(&path, attempt, get).await.map_err(missing)?;
        }
        let output = work.await?;
        if !put.is_empty() {
            files.put(&path, attempt, put).await.map_err(missing)?;
        }
        Ok(output)
    }

    pub(crate) fn recorder(&self) -> Option<&'a dyn Recorder> {
        self.ambient()?.recorder.as_deref()
    }

    pub(crate) fn retry_defaults(&self) -> Option<RetryDefaults> {
        self.ambient()?.retry
    }

    pub(crate) fn attempt_failed(&self, error: &Error) {
        if let Some(recorder) = self.recorder() {
            recorder.ended(&self.at.origin().to_string(), End::Failed(error));
        }
    }

    pub(crate) fn attempt_started(&self) {
        if let Some(recorder) = self.recorder() {
            recorder.started(&self.at.origin().to_string(), self.at.attempt, None);
        }
    }

    /// A `try` goes on without the step that failed.
    pub fn recovered(&self, error: &Error) {
        if let Some(recorder) = self.recorder() {
            recorder.recovered(&error.path().to_string());
        }
    }
}

#[cfg(not(feature = "runner"))]
impl<R, M> StepCx<'_, R, M> {
    /// A `try` goes on without the step that failed.
    pub fn recovered(&self, _: &Error) {}
}
