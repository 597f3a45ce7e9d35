//! A run whose events are observed, and which may be a later part of an earlier run.

use super::run::{Driver, Run, RunResult};
use crate::{
    event::{Event, Lifecycle, LifecycleTag, Outcome, RunData},
    hooks::{Observer, RunHooks},
    id::{Error, ErrorKind, Result, Scope},
    queue::Queued,
};
use serde_json::Value;
use std::task::{Context, Poll, ready};

/// The observer of a run, if any.
pub(super) type Observed<D> = Option<Box<ObservedEvents<D>>>;

/// An observer, and the means to show it the end of a run that is dropped.
pub(super) struct ObservedEvents<D> {
    observer: Box<dyn Observer<D>>,
    lifecycle: fn(Lifecycle) -> D,
    /// True if all events are durable, or never will be.
    ended: bool,
}

impl<D> ObservedEvents<D> {
    fn see(&mut self, event: &Event<D>) {
        self.observer.event(event);
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>>> Run<D, O, F> {
    /// Attaches hooks. Has no effect once the run has begun.
    #[doc(hidden)]
    pub fn with_hooks(mut self, hooks: RunHooks<D>, result: fn(&O) -> serde_json::Result<Value>) -> Self {
        self.state.attach(hooks.services);
        self.seq = hooks.last_seq;
        let observed = |observer| Box::new(ObservedEvents { observer, lifecycle: D::lifecycle, ended: false });
        self.observed = hooks.observer.map(observed);
        self.result = RunResult::Wanted(result);
        self
    }
}

impl<D, O, F: ?Sized> Run<D, O, F> {
    #[inline]
    pub(super) fn is_observed(&self) -> bool {
        self.observed.is_some()
    }

    /// Ready when the observer has room for an event.
    pub(super) fn poll_room(&mut self, task: &mut Context<'_>) -> Poll<()> {
        self.observed.as_mut().map_or(Poll::Ready(()), |observed| observed.observer.poll_ready(task))
    }

    /// Shows the observer the next event.
    pub(super) fn observe_next(&mut self) {
        let Some(mut observed) = self.observed.take() else { return };
        if let Some(event) = self.next_taken() {
            observed.see(&event);
            self.unread(event);
        }
        self.observed = Some(observed);
    }

    /// Ready once all observed events are durable. If they never will be, the run fails.
    pub(super) fn poll_durable(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let Some(observed) = self.observed.as_mut().filter(|observed| !observed.ended) else { return Poll::Ready(()) };
        let durable = ready!(observed.observer.poll_end(task));
        observed.ended = true;
        if let Err(error) = durable
            && matches!(self.output, Some(Ok(_)))
        {
            self.output = Some(Err(Error::recorded(ErrorKind::NotRecorded, false, error)));
        }
        Poll::Ready(())
    }
}

/// The observer sees the end of the run, even if the run is dropped.
impl<D, O, F: ?Sized> Drop for Run<D, O, F> {
    fn drop(&mut self) {
        let Some(mut observed) = self.observed.take().filter(|observed| !observed.ended) else { return };
        if matches!(std::mem::replace(&mut self.driver, Driver::Done), Driver::Inline(_)) {
            let finished = Lifecycle::RunFinished(Outcome::Cancelled);
            let (origin, tag) = (Scope::ROOT.origin(), LifecycleTag::of(&finished));
            let data = (observed.lifecycle)(finished);
            self.state.queue.force(|| Queued { origin, tag, data });
        }
        if self.reader.ts() == 0 {
            self.begin(observed.lifecycle);
            self.state.queue.stamp(&mut self.reader, false);
            self.state.id.begin(self.reader.ts());
        }
        loop {
            while let Some(event) = self.next_taken() {
                observed.see(&event);
            }
            if !self.state.queue.before_poll(&mut self.reader) {
                break;
            }
        }
    }
}
