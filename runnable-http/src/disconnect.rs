//! What becomes of a run whose reader has gone.

use crate::{Cut, Source};
use futures_util::StreamExt;
use std::{
    pin::Pin,
    task::{Context, Poll},
};

/// What becomes of a run whose reader has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OnDisconnect {
    /// It is cancelled: every step is dropped.
    #[default]
    Cancel,
    /// It goes on to its end in a task of its own.
    Continue,
}

/// Events whose reader may go.
pub(crate) struct Attended<S: Source> {
    /// `None` when all were read.
    events: Option<S>,
    cut: Option<Cut>,
    pub(crate) on_disconnect: OnDisconnect,
}

impl<S: Source> Attended<S> {
    pub(crate) fn new(events: S) -> Self {
        Self { events: Some(events), cut: None, on_disconnect: OnDisconnect::default() }
    }

    pub(crate) fn poll_event(&mut self, task: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let Some(events) = &mut self.events else { return Poll::Ready(None) };
        let event = Pin::new(&mut *events).poll_next(task);
        if matches!(event, Poll::Ready(None)) {
            self.cut = events.cut();
            self.events = None;
        }
        event
    }

    /// Why the events have ended, where their run has not.
    pub(crate) fn cut(&self) -> Option<Cut> {
        self.cut
    }

    /// Cancels the run; false where nothing is left of it to cancel.
    pub(crate) fn cancel(&mut self) -> bool {
        self.events.as_mut().is_some_and(S::cancel)
    }
}

impl<S: Source> Drop for Attended<S> {
    fn drop(&mut self) {
        let Some(mut events) = self.events.take().filter(|_| self.on_disconnect == OnDisconnect::Continue) else {
            return;
        };
        // Without a runtime nothing could drive it.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { while events.next().await.is_some() {} });
        }
    }
}
