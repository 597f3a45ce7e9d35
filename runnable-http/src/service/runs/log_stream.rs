//! The events of a recorded run, on their way to a reader.

use super::{address::RunAddress, sent_event::SentEvent, state::ServiceState};
use crate::{EndReason, RunStream, responses::sealed::Sealed};
use futures_core::Stream;
use futures_util::StreamExt;
use runnable_store::{LogEvent, StoreError, StoreErrorKind};
use std::{
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
};

/// The events of a run: those in the run log, then those to come. The events of a run that was interrupted continue when the
/// run is resumed.
pub(in crate::service) struct LogStream {
    events: Pin<Box<dyn Stream<Item = Result<LogEvent, EndReason>> + Send>>,
    state: Arc<ServiceState>,
    run: String,
    address: RunAddress,
    end_reason: Option<EndReason>,
}

impl LogStream {
    pub(in crate::service) fn new(state: &Arc<ServiceState>, run: String, after: u64, address: RunAddress) -> Self {
        let events = Box::pin(events(Arc::clone(state), run.clone(), after));
        Self { events, state: Arc::clone(state), run, address, end_reason: None }
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
        self.state.active_runs.cancel(&self.run)
    }

    fn end_reason(&self) -> Option<EndReason> {
        self.end_reason
    }
}

fn events(state: Arc<ServiceState>, run: String, after: u64) -> impl Stream<Item = Result<LogEvent, EndReason>> + Send {
    async_stream::stream! {
        let Ok(events) = state.runner.events(&run, after, state.limits.lagging) else {
            yield Err(EndReason::Failed);
            return;
        };
        let mut events = events.wait_for_resume();
        // Polled only while no event is available, which is cheaper than polling for each event.
        let mut stopped = pin!(state.stop.cancelled());
        loop {
            let next = tokio::select! {
                biased;
                next = events.next() => next,
                () = &mut stopped => {
                    yield Err(EndReason::Shutdown);
                    return;
                }
            };
            match next {
                Some(Ok(event)) => yield Ok(event),
                Some(Err(error)) => {
                    yield Err(end_reason(&state, &error));
                    return;
                }
                None => return,
            }
        }
    }
}

fn end_reason(state: &ServiceState, error: &StoreError) -> EndReason {
    match error.kind() {
        // The runner closes before its readers are disconnected, and their errors are a consequence.
        _ if state.stopping.is_cancelled() => EndReason::Shutdown,
        StoreErrorKind::NotFound => EndReason::Expired,
        StoreErrorKind::Lagging => EndReason::Slow,
        _ => {
            tracing::error!(%error, "failed to read the events of a run");
            EndReason::Failed
        }
    }
}
