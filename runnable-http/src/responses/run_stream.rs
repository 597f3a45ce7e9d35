//! The events of a run, on their way to a reader.

use super::{encode::EncodeEvent, sealed::Sealed};
use futures_core::Stream;
use runnable_core::{DeclaredMeaning, Result, Run, RunData, WireEvent, hooks::Redact};
use std::sync::Arc;

/// The events of a run that can be sent and cancelled.
///
/// Implemented by [`Run`] if its steps are `Send` and the fields of its events implement `serde::Serialize`. The trait is
/// sealed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a response",
    note = "pass a `Run` whose steps are `Send` and whose events' fields implement `serde::Serialize`"
)]
pub trait RunStream: Sealed + Stream<Item: EncodeEvent> + Unpin + Send + 'static {
    /// Cancels the run. The events that close its steps can still be read. Returns `false` if the run cannot be cancelled
    /// from here.
    fn cancel(&mut self) -> bool;

    /// Fails the step that sent an event which does not serialize, and cancels the rest of the run. The events that close both
    /// can still be read. Returns `false` if the run cannot be cancelled from here.
    #[doc(hidden)]
    fn refuse(&mut self, event: &Self::Item, error: &serde_json::Error) -> bool {
        let _ = (event, error);
        false
    }

    /// Returns the reason for which the events ended before their run did, or `None` if the run has ended.
    fn end_reason(&self) -> Option<EndReason> {
        None
    }

    /// Returns the means to remove secrets from the events, if the run belongs to a runner.
    #[doc(hidden)]
    fn redact(&self) -> Option<Arc<dyn Redact>> {
        None
    }

    /// Returns the meanings that are declared for the events.
    #[doc(hidden)]
    fn meanings(&self) -> Vec<DeclaredMeaning> {
        Vec::new()
    }
}

/// The reason for which the events of a run end before the run does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EndReason {
    /// The reader was too slow.
    Slow,
    /// The next event is no longer in the run log.
    Expired,
    /// The server is shutting down.
    Shutdown,
    /// The events cannot be read.
    Failed,
}

impl<D, O, F: ?Sized> Sealed for Run<D, O, F> {}

impl<D, O, F> RunStream for Run<D, O, F>
where
    D: RunData + WireEvent,
    O: Send + 'static,
    F: Future<Output = Result<O>> + Send + ?Sized + 'static,
{
    fn cancel(&mut self) -> bool {
        Run::cancel(self);
        true
    }

    fn refuse(&mut self, event: &Self::Item, error: &serde_json::Error) -> bool {
        Run::refuse(self, event, error);
        true
    }

    fn redact(&self) -> Option<Arc<dyn Redact>> {
        Run::redact(self).cloned()
    }

    fn meanings(&self) -> Vec<DeclaredMeaning> {
        let mut meanings = Vec::new();
        D::meanings(&mut meanings);
        meanings
    }
}
