//! A run that something keeps.

use super::run::{Driver, ResultOf, Run};
use crate::{
    event::{Lifecycle, LifecycleTag, Outcome, RunData},
    hooks::{Recording, Tap},
    id::{Error, Result, Scope},
    queue::Queued,
};
use serde_json::Value;
use std::{
    sync::Arc,
    task::{Context, Poll, ready},
};

impl<D: RunData, O, F: Future<Output = Result<O>>> Run<D, O, F> {
    /// Lets something keep it. Without effect once it has begun.
    #[doc(hidden)]
    pub fn recorded(mut self, recording: Recording<D>, result: fn(&O) -> serde_json::Result<Value>) -> Self {
        let _ = self.queue.ambient.set(Arc::new(recording.ambient));
        self.seq = recording.after;
        self.tap = recording.observer.map(|observer| Box::new(Tap::new(observer)));
        self.result = ResultOf::Wanted(result);
        self
    }
}

impl<D, O, F: ?Sized> Run<D, O, F> {
    /// Ready when whoever keeps the run has room for an event.
    pub(super) fn poll_room(&mut self, task: &mut Context<'_>) -> Poll<()> {
        self.tap.as_mut().map_or(Poll::Ready(()), |tap| tap.observer.poll_ready(task))
    }

    /// Shows whoever keeps the run its next event.
    pub(super) fn show_next(&mut self) {
        let Some(mut tap) = self.tap.take() else { return };
        if let Some(event) = self.next_taken() {
            tap.observer.event(&event);
            self.unread(event);
        }
        self.tap = Some(tap);
    }

    /// Ready when all of the run is durable; a run that could not be kept has failed.
    pub(super) fn poll_kept(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let Some(tap) = self.tap.as_mut().filter(|tap| !tap.ended) else { return Poll::Ready(()) };
        let kept = ready!(tap.observer.poll_end(task));
        tap.ended = true;
        if let Err(error) = kept
            && matches!(self.output, Some(Ok(_)))
        {
            self.output = Some(Err(Error::not_recorded(error)));
        }
        Poll::Ready(())
    }
}

/// However a run goes, whoever keeps it sees its end.
impl<D, O, F: ?Sized> Drop for Run<D, O, F> {
    fn drop(&mut self) {
        let Some(mut tap) = self.tap.take().filter(|tap| !tap.ended) else { return };
        if matches!(std::mem::replace(&mut self.driver, Driver::Done), Driver::Inline(_)) {
            let finished = Lifecycle::RunFinished(Outcome::Cancelled);
            let (origin, tag) = (Scope::ROOT.origin(), LifecycleTag::of(&finished));
            self.queue.post(Queued { origin, tag, data: (tap.lifecycle)(finished) });
        }
        if self.reader.ts() == 0 {
            self.begin(tap.lifecycle);
            self.queue.stamp(&mut self.reader, false);
            self.queue.id.begin(self.reader.ts());
        }
        loop {
            while let Some(event) = self.next_taken() {
                tap.observer.event(&event);
            }
            if !self.queue.before_poll(&mut self.reader) {
                break;
            }
        }
    }
}
