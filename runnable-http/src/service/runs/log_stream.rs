//! The events of a recorded run, on their way to a reader.

use super::{address::RunAddress, backend::Events, sent_event::SentEvent, state::ServiceState};
use crate::{EndReason, RunStream, responses::sealed::Sealed};
use futures_core::Stream;
use futures_util::StreamExt;
use runnable_core::DeclaredMeaning;
use runnable_store::LogEvent;
use std::{
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio_util::sync::CancellationToken;

/// The events of a run: those that are recorded, then those to come. The events of a run that was interrupted continue when the
/// run is resumed.
pub(in crate::service) struct LogStream {
    events: Events,
    state: Arc<ServiceState>,
    run: String,
    address: RunAddress,
    end_reason: Option<EndReason>,
    meanings: Vec<DeclaredMeaning>,
}

impl LogStream {
    pub(in crate::service) fn new(state: &Arc<ServiceState>, run: String, after: u64, address: RunAddress) -> Self {
        let events = Box::pin(until_stopped(state.backend.follow(&run, after), state.stop.clone()));
        Self { events, state: Arc::clone(state), run, address, end_reason: None, meanings: Vec::new() }
    }

    /// Adds the meanings that a pipeline of the service declares for its events.
    pub(in crate::service) fn of_pipeline(mut self, name: &str) -> Self {
        if let Some(pipeline) = self.state.pipelines.get(name) {
            self.meanings = (pipeline.meanings)();
        }
        self
    }
}

impl Stream for LogStream {
    type Item = SentEvent;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<SentEvent>> {
        match ready!(self.events.as_mut().poll_next(task)) {
            Some(Ok(event)) => Poll::Ready(Some(SentEvent::new(event, self.state.limits.event, &self.address))),
            Some(Err(reason)) => {
                self.end_reason = Some(reason);
                Poll::Ready(None)
            }
            None => Poll::Ready(None),
        }
    }
}

impl Sealed for LogStream {}

impl RunStream for LogStream {
    fn cancel(&mut self) -> bool {
        self.state.backend.cancel_now(&self.run)
    }

    fn end_reason(&self) -> Option<EndReason> {
        self.end_reason
    }

    fn meanings(&self) -> Vec<DeclaredMeaning> {
        self.meanings.clone()
    }
}

/// Ends the events when the readers of the service are disconnected.
fn until_stopped(
    mut events: Events,
    stop: CancellationToken,
) -> impl Stream<Item = Result<LogEvent, EndReason>> + Send {
    async_stream::stream! {
        // Polled only while no event is available, which is cheaper than polling for each event.
        let mut stopped = pin!(stop.cancelled());
        loop {
            let next = tokio::select! {
                biased;
                next = events.next() => next,
                () = &mut stopped => Some(Err(EndReason::Shutdown)),
            };
            let Some(next) = next else { return };
            let is_last = next.is_err();
            yield next;
            if is_last {
                return;
            }
        }
    }
}
