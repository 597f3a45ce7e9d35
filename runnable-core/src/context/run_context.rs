//! The part of a run that its steps borrow.

use super::run_state::{RunState, SharedServices};
use crate::{
    access::{EndingTasks, OwnedBySteps},
    event::{Lifecycle, LifecycleTag, Outcome, RunData},
    hooks::RunServices,
    id::{Error, LazyId, Origin, RunId},
    queue::{Queued, ReaderTime, Receipt},
};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

/// The part of a run that its steps borrow. `S` is the state that they share with the reader.
///
/// A reference to a [`RunContext`] coerces to one to an [`AnyRun`], which hides the type of the run's events: the code of
/// steps is then compiled once rather than for every run.
pub(crate) struct RunParts<S: ?Sized> {
    /// True if somebody reads the events.
    pub(crate) is_read: bool,
    /// The id of the run if nobody reads its events; else the state has it.
    id: LazyId,
    pub(crate) owned: OwnedBySteps,
    /// The tasks of cancelled steps if nobody reads the events; else the state has them.
    ending: EndingTasks,
    pub(crate) state: S,
}

/// The context of a run whose events have the data `R`. The state is `None` if nobody reads them.
pub(crate) type RunContext<R> = RunParts<Option<Arc<RunState<R>>>>;

/// The context of any run.
pub(crate) type AnyRun = RunParts<dyn StepHost>;

impl<R> RunContext<R> {
    /// Returns the context of a run whose events are read.
    pub(crate) fn read(state: Arc<RunState<R>>) -> Self {
        Self { is_read: true, state: Some(state), ..Self::new() }
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
        Self { is_read: false, id, owned, ending, state: None }
    }
}

impl<S: StepHost + ?Sized> RunParts<S> {
    /// Returns the tasks of cancelled steps that have not ended yet.
    #[inline]
    pub(crate) fn ending(&self) -> &EndingTasks {
        self.state.ending().unwrap_or(&self.ending)
    }

    pub(crate) fn id(&self) -> &RunId {
        self.state.id().unwrap_or(&self.id).get()
    }

    /// Returns the services of the run. Without the features `test` and `runner` there are none, and all code that asks for
    /// them compiles to nothing.
    #[inline]
    pub(crate) fn services(&self) -> Option<&RunServices> {
        if cfg!(any(feature = "test", feature = "runner")) { self.state.services() } else { None }
    }
}

/// The state of a run, as its steps use it.
pub(crate) trait StepHost: Send + Sync {
    /// Sends an event. Ready if the step need not wait for its reader.
    fn send(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin, event: Lifecycle) -> Poll<()>;

    /// Sends `step.started`, as [`send`](Self::send) does.
    fn start(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin) -> Poll<()>;

    /// Ready once the event of this receipt was read.
    fn poll_read(&self, task: &mut Context<'_>, receipt: Receipt) -> Poll<()>;

    /// Returns a receipt for the events that wait for the reader now, or `None` if there are none. Of a step, its
    /// `step.started` does not count: a resumed run sends it again.
    fn unread(&self, step: Option<&Origin>) -> Option<Receipt>;

    /// Sends `end` without waiting; without an `end`, a success.
    fn finish(&self, origin: &Origin, end: Option<Lifecycle>);

    /// Returns the mark that what dropped steps have sent is void, if the events are read.
    fn voids(&self) -> Option<&AtomicBool>;

    /// Returns the failure of the step whose event was refused, and the step.
    fn refused(&self) -> Option<&(Origin, Error)>;

    /// Returns the id of a run whose events are read.
    fn id(&self) -> Option<&LazyId>;

    /// Returns the tasks of cancelled steps if the events are read.
    fn ending(&self) -> Option<&EndingTasks>;

    /// Returns the time of the reader, which is measured from now on.
    fn reader_time(&self) -> Option<&Arc<ReaderTime>>;

    /// Returns the services of the run.
    fn services(&self) -> Option<&RunServices>;

    /// Returns the services of the run for a task of its own.
    fn shared_services(&self) -> Option<Arc<dyn SharedServices>>;
}

impl dyn StepHost + '_ {
    /// Sends the end of a step that was dropped, without waiting.
    #[cold]
    pub(crate) fn dropped(&self, origin: &Origin) {
        let outcome = match self.refused() {
            Some((refused, error)) if refused == origin => Outcome::Failed(self.redacted(error.clone())),
            _ => Outcome::Cancelled,
        };
        if self.voids().is_some_and(|voids| voids.load(Ordering::Relaxed)) {
            self.void(origin);
        }
        self.finish(origin, Some(Lifecycle::StepFinished(outcome)));
    }

    /// Sends the `step.reset` of a step that lost a `race`, without waiting.
    #[cold]
    pub(crate) fn void(&self, origin: &Origin) {
        self.finish(origin, Some(Lifecycle::StepReset(Error::lost().of(origin.clone()))));
    }

    /// Returns an error without secrets.
    #[cold]
    pub(crate) fn redacted(&self, error: Error) -> Error {
        match self.services().and_then(|services| services.redact.as_deref()) {
            Some(redact) => redact.error(error),
            None => error,
        }
    }
}

impl<R: RunData> StepHost for Option<Arc<RunState<R>>> {
    fn send(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin, event: Lifecycle) -> Poll<()> {
        let Some(state) = self else { return Poll::Ready(()) };
        state.queue.send(None, task, receipt, || Queued::lifecycle(origin.clone(), event))
    }

    fn start(&self, task: &mut Context<'_>, receipt: &mut Receipt, origin: &Origin) -> Poll<()> {
        let Some(state) = self else { return Poll::Ready(()) };
        state.queue.send(None, task, receipt, || Queued::lifecycle(origin.clone(), Lifecycle::StepStarted))
    }

    fn poll_read(&self, task: &mut Context<'_>, receipt: Receipt) -> Poll<()> {
        self.as_ref().map_or(Poll::Ready(()), |state| state.queue.poll_read(None, task, receipt))
    }

    fn unread(&self, step: Option<&Origin>) -> Option<Receipt> {
        let is_started = |tag: &LifecycleTag| matches!(tag, LifecycleTag::Plain(Lifecycle::StepStarted));
        self.as_ref()?.queue.unread(|event| step.is_none_or(|step| event.origin == *step && !is_started(&event.tag)))
    }

    fn finish(&self, origin: &Origin, end: Option<Lifecycle>) {
        let Some(state) = self else { return };
        match end {
            None => {
                // A constant event is written in place: see `Queued::put`.
                state.queue.force(|| Queued::lifecycle(origin.clone(), Lifecycle::StepFinished(Outcome::Succeeded)));
            }
            Some(end) => state.queue.force(|| Queued::lifecycle(origin.clone(), end)),
        }
    }

    fn voids(&self) -> Option<&AtomicBool> {
        self.as_ref().map(|state| &state.voids)
    }

    fn refused(&self) -> Option<&(Origin, Error)> {
        self.as_ref()?.refused()
    }

    #[inline]
    fn id(&self) -> Option<&LazyId> {
        self.as_ref().map(|state| &state.id)
    }

    #[inline]
    fn ending(&self) -> Option<&EndingTasks> {
        self.as_ref().map(|state| &state.ending)
    }

    fn reader_time(&self) -> Option<&Arc<ReaderTime>> {
        self.as_ref().map(|state| state.reader_time())
    }

    #[inline]
    fn services(&self) -> Option<&RunServices> {
        self.as_ref()?.services()
    }

    fn shared_services(&self) -> Option<Arc<dyn SharedServices>> {
        let state: Arc<dyn SharedServices> = self.clone()?;
        Some(state)
    }
}
