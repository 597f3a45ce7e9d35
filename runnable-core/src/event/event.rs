//! The events of a run, as its reader receives them.

use crate::id::{Error, Origin, RunId, StepPath};
use runnable_wire::{Kind, OutcomeName};
use serde_json::Value;
use std::{
    fmt,
    sync::Arc,
    time::{Duration, SystemTime},
};

/// An event of a run: an envelope around typed data.
///
/// `D` is the event enum of the pipeline, so that a reader can match exhaustively. For a task that runs alone it is
/// `Option<E>`, which is `None` for a lifecycle event.
///
/// An event serializes to the native envelope:
/// `{"v":1,"id":"01J..:7","seq":7,"run":"01J..","type":"chunk","ts":"..","path":["generate"],"attempt":1,"data":{"text":"Hola"}}`.
#[derive(Clone)]
pub struct Event<D> {
    pub(crate) seq: u64,
    /// Nanoseconds since the Unix epoch.
    pub(crate) ts: u64,
    pub(crate) run: RunId,
    pub(crate) origin: Origin,
    pub(crate) tag: LifecycleTag,
    pub(crate) data: D,
}

/// The lifecycle part of an event. It is small, and has nothing to drop for nearly all events, as events are moved often.
#[derive(Clone)]
pub(crate) enum LifecycleTag {
    /// The event is one of a task.
    Nothing,
    Plain(&'static Lifecycle),
    /// An event with an error, the turns of a loop, or the output of the run.
    Full(Arc<(Lifecycle, Option<Arc<Value>>)>),
}

impl LifecycleTag {
    #[inline]
    pub(crate) fn of(event: &Lifecycle) -> Self {
        let plain: &'static Lifecycle = match event {
            Lifecycle::StepStarted => &Lifecycle::StepStarted,
            Lifecycle::StepFinished(Outcome::Succeeded) => &Lifecycle::StepFinished(Outcome::Succeeded),
            Lifecycle::StepFinished(Outcome::Cancelled) => &Lifecycle::StepFinished(Outcome::Cancelled),
            Lifecycle::RunStarted => &Lifecycle::RunStarted,
            Lifecycle::RunResumed => &Lifecycle::RunResumed,
            Lifecycle::RunFinished(Outcome::Succeeded) => &Lifecycle::RunFinished(Outcome::Succeeded),
            Lifecycle::RunFinished(Outcome::Cancelled) => &Lifecycle::RunFinished(Outcome::Cancelled),
            full => return Self::full(full.clone(), None),
        };
        Self::Plain(plain)
    }

    #[cold]
    pub(crate) fn full(event: Lifecycle, result: Option<Arc<Value>>) -> Self {
        Self::Full(Arc::new((event, result)))
    }

    fn lifecycle(&self) -> Option<&Lifecycle> {
        match self {
            Self::Nothing => None,
            Self::Plain(event) => Some(event),
            Self::Full(full) => Some(&full.0),
        }
    }
}

impl<D: fmt::Debug> fmt::Debug for Event<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut event = f.debug_struct("Event");
        event.field("run", &format_args!("{}", self.run)).field("seq", &self.seq);
        event.field("path", &format_args!("{}", self.origin)).field("attempt", &self.attempt());
        match self.lifecycle() {
            Some(lifecycle) => {
                event.field("type", &format_args!("{}", lifecycle.event_type())).field("data", lifecycle)
            }
            None => event.field("data", &self.data),
        };
        event.finish_non_exhaustive()
    }
}

impl<D> Event<D> {
    /// Returns the number of the event in its run, from 1. No number is skipped.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// Returns the id of the run.
    pub fn run_id(&self) -> &RunId {
        &self.run
    }

    /// Returns the path of the step that sent the event. It is empty for an event of the run itself.
    pub fn path(&self) -> StepPath {
        StepPath::new(self.origin.clone())
    }

    /// Returns the number of the step's attempt, from 1.
    pub fn attempt(&self) -> u32 {
        self.origin.attempt()
    }

    /// Returns the time at which the runtime took the event from its step.
    pub fn ts(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_nanos(self.ts)
    }

    /// Returns the data of the event.
    pub fn data(&self) -> &D {
        &self.data
    }

    /// Consumes the event, and returns its data.
    pub fn into_data(self) -> D {
        self.data
    }

    /// Returns the lifecycle event, or `None` if it is an event of a task.
    pub fn lifecycle(&self) -> Option<&Lifecycle> {
        self.tag.lifecycle()
    }

    /// Returns the kind of a lifecycle event, or `None` for a task's own event.
    pub fn kind(&self) -> Option<Kind> {
        self.lifecycle().map(Lifecycle::kind)
    }

    /// Returns the output of the run. Only the last event of a run that succeeded has it, and only if the run was started
    /// [`with_result`](crate::Run::with_result).
    pub fn result(&self) -> Option<&Value> {
        match &self.tag {
            LifecycleTag::Full(full) => full.1.as_deref(),
            _ => None,
        }
    }
}

/// A lifecycle event: an event of the runtime, rather than of a task.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Lifecycle {
    /// The run started. This is its first event.
    RunStarted,
    /// The run was resumed after it was interrupted, failed or was cancelled. This is the first event
    /// of the resumed part.
    RunResumed,
    /// A step started.
    StepStarted,
    /// An attempt of a step failed with this error, and another one follows. The events of the failed attempt are void.
    StepReset(Error),
    /// A step finished.
    StepFinished(Outcome),
    /// A `repeat` succeeded. On the wire this is a `step.finished` with the number of iterations.
    LoopFinished(Turns),
    /// The run finished. This is its last event, unless the run is resumed.
    RunFinished(Outcome),
}

impl Lifecycle {
    /// Returns the event's kind, which has no data.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::RunStarted => Kind::RunStarted,
            Self::RunResumed => Kind::RunResumed,
            Self::StepStarted => Kind::StepStarted,
            Self::StepReset(_) => Kind::StepReset,
            Self::StepFinished(_) | Self::LoopFinished(_) => Kind::StepFinished,
            Self::RunFinished(_) => Kind::RunFinished,
        }
    }

    /// Returns the event's `type` on the wire, such as `step.started`.
    #[must_use]
    pub fn event_type(&self) -> &'static str {
        self.kind().as_str()
    }

    /// Returns the outcome of a step or of the run, if this is the event of its end.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        match self {
            Self::StepFinished(outcome) | Self::RunFinished(outcome) => Some(outcome),
            Self::LoopFinished(_) => Some(&Outcome::Succeeded),
            _ => None,
        }
    }
}

impl PartialEq for Lifecycle {
    /// Compares errors by their texts, which include the path and the causes.
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind()
            && match (self, other) {
                (Self::StepReset(a), Self::StepReset(b)) => format!("{a:#}") == format!("{b:#}"),
                (Self::LoopFinished(a), Self::LoopFinished(b)) => a == b,
                _ => self.outcome() == other.outcome(),
            }
    }
}

/// The number of iterations of a `repeat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turns {
    /// The number of times that the body ran, at least 1.
    pub count: u64,
    /// True if the loop ended because it reached its `max`, although its `until` did not hold.
    pub exhausted: bool,
}

/// The outcome of a step or a run.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Outcome {
    /// The step or run succeeded.
    Succeeded,
    /// The step or run failed with this error.
    Failed(Error),
    /// The step or run was dropped, since a sibling failed or the run was cancelled.
    Cancelled,
}

impl Outcome {
    /// Returns the outcome's name on the wire: `success`, `failed` or `cancelled`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.wire_name().as_str()
    }

    pub(super) fn wire_name(&self) -> OutcomeName {
        match self {
            Self::Succeeded => OutcomeName::Success,
            Self::Failed(_) => OutcomeName::Failed,
            Self::Cancelled => OutcomeName::Cancelled,
        }
    }

    pub(crate) fn of<T>(result: &Result<T, Error>) -> Self {
        match result {
            Ok(_) => Self::Succeeded,
            Err(error) => Self::Failed(error.clone()),
        }
    }
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Failed(a), Self::Failed(b)) => format!("{a:#}") == format!("{b:#}"),
            _ => self.wire_name() == other.wire_name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{Place, Scope};

    #[test]
    fn debug_shows_the_path_and_the_type() {
        static PLACE: Place = Place::indexed("days");
        let scope = Scope::ROOT.below(&PLACE, 2);
        let event = |tag, data| Event { seq: 7, ts: 0, run: RunId::from("run"), origin: scope.origin(), tag, data };
        let started = event(LifecycleTag::of(&Lifecycle::StepStarted), None);
        let own = event(LifecycleTag::Nothing, Some("chunk"));
        assert_eq!(
            [format!("{started:?}"), format!("{own:?}")],
            [
                "Event { run: run, seq: 7, path: days[2], attempt: 1, type: step.started, data: StepStarted, .. }",
                "Event { run: run, seq: 7, path: days[2], attempt: 1, data: Some(\"chunk\"), .. }",
            ]
        );
    }

    #[test]
    fn outcomes_with_errors_are_equal_if_their_causes_are() {
        let failed = |text: &str| Outcome::Failed(Error::failed(text.into(), false));
        assert_eq!(failed("a"), failed("a"));
        assert_ne!(failed("a"), failed("b"));
    }
}
