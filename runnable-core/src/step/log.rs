//! The opening and closing events of a step.

use super::spans::{record_failure, step_span};
use crate::{
    context::StepHost,
    event::{Lifecycle, Outcome, Turns},
    hooks::Opening,
    id::{Error, Origin, Scope},
    queue::Receipt,
};
use std::task::{Context, Poll, ready};
use tracing::Span;

/// Sends the opening and closing events of a step. A step that is dropped half-way closes as cancelled.
///
/// It knows no type of the step, so it is compiled once rather than for every step.
pub(super) struct StepLog<'a> {
    host: &'a dyn StepHost,
    origin: Origin,
    /// Boxed, as it is rare: a step that is larger than 128 bytes is moved by calls of `memcpy`.
    extras: Option<Box<Extras>>,
    stage: StepStage,
    receipt: Receipt,
}

#[derive(Default)]
struct Extras {
    /// The span of the step, if spans are enabled.
    span: Option<Span>,
    /// The error of `step.reset`, if the step opens with that.
    reset: Option<Error>,
}

#[derive(Clone, Copy)]
enum StepStage {
    /// Opens with `step.started`.
    New,
    /// Opens with `step.reset`, as an earlier part of the run began it.
    Reset,
    /// Is open without an event, as an earlier part of the run opened it.
    Resumed,
    /// Is open, but waits for the reader.
    Opening,
    Open,
    /// Is closed; the reader may not have seen it yet.
    Closed,
}

impl<'a> StepLog<'a> {
    pub(super) fn new(host: &'a dyn StepHost, at: Scope<'a>, traced: bool) -> Self {
        let origin = at.origin();
        Self {
            host,
            extras: traced.then(|| Box::new(Extras { span: Some(step_span(&origin)), reset: None })),
            origin,
            stage: StepStage::New,
            receipt: Receipt::default(),
        }
    }

    /// Applies what the readers know of the step from an earlier part of the run. Returns `false` if they know its end.
    pub(super) fn resume(&mut self, opening: &Opening) -> bool {
        match opening {
            Opening::Started => {}
            Opening::Reset(error) => {
                self.stage = StepStage::Reset;
                self.extras.get_or_insert_default().reset = Some(error.clone());
            }
            Opening::Open => self.stage = StepStage::Resumed,
            Opening::Closed => return false,
        }
        true
    }

    /// Ready once the step is open; never after it has closed.
    pub(super) fn open(&mut self, task: &mut Context<'_>) -> Poll<()> {
        match self.stage {
            StepStage::Open => return Poll::Ready(()),
            StepStage::Resumed => {}
            StepStage::New => {
                self.stage = StepStage::Opening;
                ready!(self.host.start(task, &mut self.receipt, &self.origin));
            }
            StepStage::Reset => {
                self.stage = StepStage::Opening;
                let error = self.extras.as_mut().and_then(|extras| extras.reset.take());
                if let Some(error) = error {
                    let reset = Lifecycle::StepReset(error);
                    ready!(self.host.send(task, &mut self.receipt, &self.origin, reset));
                }
            }
            StepStage::Opening => ready!(self.host.poll_read(task, self.receipt)),
            StepStage::Closed => return Poll::Pending,
        }
        self.stage = StepStage::Open;
        Poll::Ready(())
    }

    #[inline]
    pub(super) fn span(&self) -> Option<&Span> {
        self.extras.as_ref()?.span.as_ref()
    }

    /// Returns whether the step has begun, and has not ended.
    #[inline]
    fn is_open(&self) -> bool {
        matches!(self.stage, StepStage::Opening | StepStage::Open)
    }

    pub(super) fn close(&mut self, error: Option<&Error>, attempt: u32, turns: Option<Turns>) {
        self.origin.set_attempt(attempt);
        if let Some(error) = error {
            if let Some(span) = self.span() {
                record_failure(span, error);
            }
            let span = self.span().and_then(Span::id);
            tracing::debug!(parent: span, error = format_args!("{error:#}"), "step failed");
        }
        self.stage = StepStage::Closed;
        let end = match (turns, error) {
            (Some(turns), _) => Some(Lifecycle::LoopFinished(turns)),
            (None, Some(error)) => Some(Lifecycle::StepFinished(Outcome::Failed(error.clone()))),
            (None, None) => None,
        };
        // Does not wait for the reader: the next step does when it opens.
        self.host.finish(&self.origin, end);
    }

    /// Returns the error of the step without secrets.
    #[cold]
    pub(super) fn redacted(&self, error: Error) -> Error {
        self.host.redacted(error)
    }

    /// Everything that the step owns has ended before, so no event of the step follows.
    #[cold]
    fn cancelled(&self) {
        self.host.dropped(&self.origin);
    }
}

impl Drop for StepLog<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.is_open() {
            self.cancelled();
        }
    }
}
