//! The part of a run that its steps borrow.

use super::run_state::RunState;
use crate::{
    access::{EndingTasks, OwnedBySteps},
    event::{Lifecycle, Outcome, RunData},
    hooks::RunServices,
    id::{Error, LazyId, Origin, RunId},
    queue::{Queued, Receipt},
};
use std::{
    sync::Arc,
    task::{Context, Poll},
};

/// The part of a run that its steps borrow.
pub(crate) struct RunContext<R> {
    /// `None` if nobody reads the events.
    pub(crate) state: Option<Arc<RunState<R>>>,
    /// The id of the run if nobody reads its events; else the state has it.
    id: LazyId,
    pub(crate) owned: OwnedBySteps,
    /// The tasks of cancelled steps if nobody reads the events; else the state has them.
    ending: EndingTasks,
}

impl<R> RunContext<R> {
    /// Returns the context of a run whose events are read.
    pub(crate) fn read(state: Arc<RunState<R>>) -> Self {
        Self { state: Some(state), ..Self::new() }
    }

    /// Returns the context of a run whose events nobody reads.
    pub(crate) fn unread(id: Option<RunId>) -> Self {
        let context = Self::new();
        if let Some(id) = id {
            context.id.name(id);
        }
        context
    }

    fn new() -> Self {
        let (id, owned, ending) = (LazyId::default(), OwnedBySteps::default(), EndingTasks::default());
        Self { state: None, id, owned, ending }
    }

    /// Returns the tasks of cancelled steps that have not ended yet.
    #[inline]
    pub(crate) fn ending(&self) -> &EndingTasks {
        self.state.as_ref().map_or(&self.ending, |state| &state.ending)
    }

    pub(crate) fn id(&self) -> &RunId {
        self.state.as_ref().map_or(&self.id, |state| &state.id).get()
    }

    #[inline]
    pub(crate) fn services(&self) -> Option<&RunServices> {
        self.state.as_ref()?.services()
    }
}

/// The part of a run that opens and closes a step. It hides the type of the run's events, so that this code is compiled
/// once rather than for every run.
pub(crate) trait StepHost: Send + Sync {
    /// Returns whether somebody reads the events.
    fn is_read(&self) -> bool;

    /// Sends an event. Ready if the step need not wait for its reader.
    fn send(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin, event: Lifecycle) -> Poll<()>;

    /// Sends `step.started`, as [`send`](Self::send) does.
    fn start(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin) -> Poll<()>;

    /// Ready once the event of this receipt was read.
    fn poll_read(&self, task: &mut Context<'_>, receipt: Receipt) -> Poll<()>;

    /// Ends everything that the step owns, and sends `end` without waiting; without an `end`, a success.
    fn finish(&self, origin: &Origin, end: Option<Lifecycle>);

    /// Sends the end of a step that was dropped, without waiting.
    fn dropped(&self, origin: Origin);

    /// Returns an error without secrets.
    fn redacted(&self, error: Error) -> Error;
}

impl<R: RunData> StepHost for RunContext<R> {
    fn is_read(&self) -> bool {
        self.state.is_some()
    }

    fn send(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin, event: Lifecycle) -> Poll<()> {
        let Some(state) = &self.state else { return Poll::Ready(()) };
        state.queue.send(None, task, receipt, || Queued::lifecycle(origin.clone(), event))
    }

    fn start(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin) -> Poll<()> {
        let Some(state) = &self.state else { return Poll::Ready(()) };
        state.queue.send(None, task, receipt, || Queued::lifecycle(origin.clone(), Lifecycle::StepStarted))
    }

    fn poll_read(&self, task: &mut Context<'_>, receipt: Receipt) -> Poll<()> {
        self.state.as_ref().map_or(Poll::Ready(()), |state| state.queue.poll_read(None, task, receipt))
    }

    fn finish(&self, origin: &Origin, end: Option<Lifecycle>) {
        if self.owned.any() {
            self.owned.end(origin);
        }
        let Some(state) = &self.state else { return };
        match end {
            None => {
                // A constant event is written in place: see `Queued::put`.
                state.queue.force(|| Queued::lifecycle(origin.clone(), Lifecycle::StepFinished(Outcome::Succeeded)));
            }
            Some(end) => state.queue.force(|| Queued::lifecycle(origin.clone(), end)),
        }
    }

    #[cold]
    fn redacted(&self, error: Error) -> Error {
        match self.services().and_then(|services| services.redact.as_deref()) {
            Some(redact) => redact.error(error),
            None => error,
        }
    }

    #[cold]
    fn dropped(&self, origin: Origin) {
        let Some(state) = &self.state else { return };
        let outcome = match state.refused() {
            Some((refused, error)) if *refused == origin => Outcome::Failed(self.redacted(error.clone())),
            _ => Outcome::Cancelled,
        };
        state.queue.force(|| Queued::lifecycle(origin, Lifecycle::StepFinished(outcome)));
    }
}
