//! A run whose events are observed, and which may be a later part of an earlier run.

use super::run::{Driver, Run, RunResult};
use crate::{
    event::{Event, Lifecycle, LifecycleTag, Outcome, RunData},
    hooks::{Interceptor, Observer, RunHooks},
    id::{Error, ErrorKind, Result, Scope},
    queue::Queued,
};
use serde_json::Value;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker, ready},
};

/// The observer of a run, if any.
pub(super) type Observed<D> = Option<Box<ObservedEvents<D>>>;

/// An observer, and the means to show it the end of a run that is dropped.
pub(super) struct ObservedEvents<D> {
    observer: Box<dyn Observer<D>>,
    lifecycle: fn(Lifecycle) -> D,
    /// True if all events are durable, or never will be.
    ended: bool,
}

/// A waker of a run that notes whether it was woken.
pub(super) struct Watched {
    woken: AtomicBool,
    waker: Waker,
}

impl Wake for Watched {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.woken.store(true, Ordering::Release);
        self.waker.wake_by_ref();
    }
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

    /// Returns a waker that notes whether it is woken, for a poll of a run that recalls its record.
    pub(super) fn watched(&self, task: &Context<'_>) -> Option<Arc<Watched>> {
        let interceptor = self.interceptor()?;
        let waker = || Arc::new(Watched { woken: AtomicBool::new(false), waker: task.waker().clone() });
        (!interceptor.has_recalled()).then(waker)
    }

    /// Returns whether the observer wants the run to be cancelled.
    #[inline]
    pub(super) fn is_cancelled(&self) -> bool {
        self.observed.as_ref().is_some_and(|observed| observed.observer.is_cancelled())
    }

    /// Ready once the observer wants the run to be cancelled.
    pub(super) fn poll_request(&mut self, task: &mut Context<'_>) -> Poll<()> {
        self.observed.as_mut().map_or(Poll::Pending, |observed| observed.observer.poll_cancelled(task))
    }

    /// Called when every event has been read after a poll. Unless the run is to be polled again, its record is recalled then.
    pub(super) fn quiet(&self, watched: Option<&Watched>) -> Result<()> {
        match self.interceptor() {
            Some(interceptor) if watched.is_some_and(|watched| !watched.woken.load(Ordering::Acquire)) => {
                interceptor.end_recall()
            }
            _ => Ok(()),
        }
    }

    /// Returns the output, unless the run has not reached everything that is recorded.
    pub(super) fn complete(&self, output: Result<O>) -> Result<O> {
        match self.interceptor() {
            Some(interceptor) if output.is_ok() => interceptor.end_recall().and(output),
            _ => output,
        }
    }

    fn interceptor(&self) -> Option<&dyn Interceptor> {
        self.state.services()?.interceptor.as_deref()
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
        if matches!(std::mem::replace(&mut self.driver, Driver::Done), Driver::Inline(_) | Driver::Cancelled) {
            let outcome = match self.output.take() {
                Some(Err(error)) if error.kind() != ErrorKind::Cancelled => Outcome::Failed(error),
                _ => Outcome::Cancelled,
            };
            let finished = Lifecycle::RunFinished(outcome);
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
