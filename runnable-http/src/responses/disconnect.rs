//! Readers that disconnect.

use super::{
    encode::EncodeEvent as _,
    run_stream::{EndReason, RunStream},
};
use futures_util::StreamExt;
use runnable_core::{DeclaredMeaning, hooks::Redact};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// The fate of a run whose reader disconnects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OnDisconnect {
    /// The run is cancelled: every step is dropped.
    #[default]
    Cancel,
    /// The run continues to its end, in a tokio task of its own.
    Continue,
}

/// The events of a run whose reader may disconnect.
pub(crate) struct Disconnecting<S: RunStream> {
    /// `None` once all events were read.
    events: Option<S>,
    end_reason: Option<EndReason>,
    redact: Option<Arc<dyn Redact>>,
    pub(crate) on_disconnect: OnDisconnect,
}

impl<S: RunStream> Disconnecting<S> {
    pub(crate) fn new(events: S) -> Self {
        let redact = events.redact();
        Self { events: Some(events), end_reason: None, redact, on_disconnect: OnDisconnect::default() }
    }

    /// Returns the means to remove secrets from the events.
    pub(crate) fn redact(&self) -> Option<&dyn Redact> {
        self.redact.as_deref()
    }

    /// Returns the meanings that are declared for the events.
    pub(crate) fn meanings(&self) -> Vec<DeclaredMeaning> {
        self.events.as_ref().map(S::meanings).unwrap_or_default()
    }

    pub(crate) fn poll_event(&mut self, task: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let Some(events) = &mut self.events else { return Poll::Ready(None) };
        let event = Pin::new(&mut *events).poll_next(task);
        if matches!(event, Poll::Ready(None)) {
            self.end_reason = events.end_reason();
            self.events = None;
        }
        event
    }

    /// Returns the reason for which the events ended before their run did.
    pub(crate) fn end_reason(&self) -> Option<EndReason> {
        self.end_reason
    }

    /// Fails the step that sent an event which does not serialize. Returns `false` if that is not possible.
    pub(crate) fn refuse(&mut self, event: &S::Item, error: &serde_json::Error) -> bool {
        tracing::error!(%error, event_type = event.event_type(), "an event does not serialize");
        self.events.as_mut().is_some_and(|events| events.refuse(event, error))
    }

    /// Cancels the run; returns `false` if it has ended.
    pub(crate) fn cancel(&mut self) -> bool {
        self.events.as_mut().is_some_and(S::cancel)
    }
}

impl<S: RunStream> Drop for Disconnecting<S> {
    fn drop(&mut self) {
        let Some(mut events) = self.events.take().filter(|_| self.on_disconnect == OnDisconnect::Continue) else {
            return;
        };
        // Outside a runtime nothing can drive the run.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { while events.next().await.is_some() {} });
        }
    }
}
