//! The way of a step's events to the queue of its run.
#![allow(private_interfaces, reason = "expansions pass a context along, and call nothing of this trait")]

use super::run_state::RunState;
use crate::{
    access::{Close, OwnedBySteps, Placed, Sink, StepSource, end_step},
    event::{Lift, RunData},
    hooks::EventCheck,
    id::Origin,
    queue::{EmitterGate, Queued, ReaderShare, Receipt},
};
use std::{
    marker::PhantomData,
    sync::Arc,
    task::{Context, Poll},
};

/// A context that events are sent from: in the run's own task, or in a spawned task.
pub trait SendsEvents: Placed {
    /// The data of the run's events.
    type Run: RunData;
    /// The conversion of the step's events to those of the run.
    type Lift;
    /// Returns the state of the run, or `None` if nobody reads its events.
    #[doc(hidden)]
    fn state(&self) -> Option<&Arc<RunState<Self::Run>>>;
}

impl<E, S> StepSource<E> for S
where
    S: SendsEvents,
    S::Lift: Lift<E, S::Run>,
{
    fn sink(&self) -> Option<Arc<dyn Sink<E>>> {
        let sink = StepSink::<S::Run, S::Lift>::new(self.state()?, self.origin(), self.owned());
        Some(self.owned().sink(sink))
    }
}

/// The destination of a step's emitters.
struct StepSink<R, M> {
    state: Arc<RunState<R>>,
    origin: Origin,
    gate: EmitterGate,
    check: Option<EventCheck<R>>,
    share: Option<Arc<ReaderShare>>,
    lift: PhantomData<fn() -> M>,
}

impl<R: 'static, M> StepSink<R, M> {
    fn new(state: &Arc<RunState<R>>, origin: Origin, owned: &OwnedBySteps) -> Self {
        let (check, share) = (EventCheck::of(state.services()), owned.share(&origin));
        Self { state: Arc::clone(state), origin, gate: EmitterGate::default(), check, share, lift: PhantomData }
    }
}

impl<R: RunData, M: Send + Sync + 'static> Close for StepSink<R, M> {
    fn origin(&self) -> &Origin {
        &self.origin
    }

    fn close(&self) {
        self.state.queue.close(&self.gate);
    }
}

impl<R, M, E> Sink<E> for StepSink<R, M>
where
    R: RunData,
    M: Lift<E, R>,
{
    fn poll_emit(&self, task: &mut Context<'_>, receipt: &mut Receipt, event: &mut Option<E>) -> Poll<()> {
        if self.gate.is_closed() {
            self.give_up(receipt);
            return Poll::Ready(());
        }
        let queue = &self.state.queue;
        let sent = match (event.take(), self.check) {
            (Some(event), None) => {
                queue.send(Some(&self.gate), task, receipt, || Queued::task(&self.origin, M::lift(event)))
            }
            (Some(event), Some(check)) => {
                let data = M::lift(event);
                if let Some(error) = check.refused(&data) {
                    end_step(error);
                }
                queue.send(Some(&self.gate), task, receipt, || Queued::task(&self.origin, data))
            }
            (None, _) => queue.poll_read(Some(&self.gate), task, *receipt),
        };
        if let Some(share) = &self.share {
            share.note(receipt, sent.is_pending());
        }
        sent
    }

    fn give_up(&self, receipt: &mut Receipt) {
        if let Some(share) = &self.share {
            share.note(receipt, false);
        }
    }
}
