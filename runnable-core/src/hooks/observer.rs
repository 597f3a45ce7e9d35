//! Observation of a run's events, whether or not somebody reads them.

use super::services::RunServices;
use crate::{
    event::Event,
    id::{BoxError, Error, ErrorKind},
};
use std::{
    fmt,
    task::{Context, Poll},
};

/// Observes the events of a run, in order, before its reader does.
pub trait Observer<D>: Send {
    /// Observes an event. The last event is `run.finished`, even if the run is dropped.
    fn event(&mut self, event: &Event<D>);

    /// Ready when the observer has room for another event.
    fn poll_ready(&mut self, task: &mut Context<'_>) -> Poll<()>;

    /// Returns whether the run is to be cancelled. Never by default.
    fn is_cancelled(&self) -> bool {
        false
    }

    /// Ready once the run is to be cancelled. Never by default.
    fn poll_cancelled(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let _ = task;
        Poll::Pending
    }

    /// Ready once all observed events are durable.
    ///
    /// # Errors
    /// Returns an error if one of them failed to become durable for good.
    fn poll_end(&mut self, task: &mut Context<'_>) -> Poll<Result<(), BoxError>>;
}

/// Checks the data of an event before a step sends it, among the [`Extensions`](super::Extensions) of a run that is recorded.
///
/// # Errors
/// Returns an error if the event cannot be recorded.
pub struct EventCheck<D>(pub fn(&D) -> Result<(), BoxError>);

impl<D> Clone for EventCheck<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D> Copy for EventCheck<D> {}

impl<D: 'static> EventCheck<D> {
    /// Returns the check of a run, if it is recorded.
    #[inline]
    pub(crate) fn of(services: Option<&RunServices>) -> Option<Self> {
        services.and_then(|services| services.extensions.get::<Self>().copied())
    }

    /// Returns the error of a step that sends this event, if the event cannot be recorded.
    #[inline]
    pub(crate) fn refused(self, event: &D) -> Option<Error> {
        (self.0)(event).err().map(|error| Error::recorded(ErrorKind::NotRecorded, false, error))
    }
}

impl<D> fmt::Debug for EventCheck<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventCheck")
    }
}

/// Everything that takes part in a run, attached before it begins.
pub struct RunHooks<D> {
    /// Serves its steps.
    pub services: RunServices,
    /// Observes its events.
    pub observer: Option<Box<dyn Observer<D>>>,
    /// The number of the last event of the earlier parts of the run; 0 if there are none.
    pub last_seq: u64,
}

impl<D> fmt::Debug for RunHooks<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunHooks").field("last_seq", &self.last_seq).finish_non_exhaustive()
    }
}
