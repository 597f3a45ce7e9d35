//! What the reader of a run gets.

use crate::id::{Error, Origin, RunId, StepPath};
use runnable_wire::{Kind, OutcomeName};
use serde_json::Value;
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

/// An event of a run: an envelope around typed data.
///
/// `D` is the pipeline's own enum, so that a reader can match exhaustively; for a task that runs alone it is
/// `Option<E>`, `None` where the event is one of the runtime's own.
///
/// It serialises to the native envelope:
/// `{"v":1,"id":"01J..:7","seq":7,"run":"01J..","type":"chunk","ts":"..","path":["generate"],"attempt":1,"data":{"text":"Hola"}}`.
#[derive(Debug, Clone)]
pub struct Event<D> {
    pub(crate) seq: u64,
    /// Nanoseconds since the Unix epoch.
    pub(crate) ts: u64,
    pub(crate) run: RunId,
    pub(crate) origin: EventOrigin,
    pub(crate) tag: LifecycleTag,
    pub(crate) data: D,
}

/// What the runtime says in an event of its own. Small, and without anything to drop for nearly all events: they are moved
/// often.
#[derive(Clone)]
pub(crate) enum LifecycleTag {
    /// The event is a task's own.
    Nothing,
    Plain(&'static Lifecycle),
    /// With an error, a loop's turns or the run's output.
    Full(Arc<(Lifecycle, Option<Arc<Value>>)>),
}

impl LifecycleTag {
    #[inline]
    pub(crate) fn of(life: &Lifecycle) -> Self {
        let plain: &'static Lifecycle = match life {
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
    pub(crate) fn full(life: Lifecycle, result: Option<Arc<Value>>) -> Self {
        Self::Full(Arc::new((life, result)))
    }

    fn lifecycle(&self) -> Option<&Lifecycle> {
        match self {
            Self::Nothing => None,
            Self::Plain(life) => Some(life),
            Self::Full(full) => Some(&full.0),
        }
    }
}

impl std::fmt::Debug for LifecycleTag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.lifecycle().fmt(f)
    }
}

/// Keeps [`Origin`] out of the public `Debug`.
#[derive(Clone)]
pub(crate) struct EventOrigin(pub(crate) Origin);

impl std::fmt::Debug for EventOrigin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.0, self.0.attempt())
    }
}

impl<D> Event<D> {
    /// The position in the run, from 1, without holes.
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The run that it belongs to.
    pub fn run_id(&self) -> &RunId {
        &self.run
    }

    /// The step that sent it; empty for the run itself.
    pub fn path(&self) -> StepPath {
        StepPath::new(self.origin.0.clone())
    }

    /// The attempt of the step, from 1.
    pub fn attempt(&self) -> u32 {
        self.origin.0.attempt()
    }

    /// When the run was polled that sent it.
    pub fn ts(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_nanos(self.ts)
    }

    /// What it carries.
    pub fn data(&self) -> &D {
        &self.data
    }

    /// What it carries, owned.
    pub fn into_data(self) -> D {
        self.data
    }

    /// What the runtime says, where it is an event of the runtime's own.
    pub fn lifecycle(&self) -> Option<&Lifecycle> {
        self.tag.lifecycle()
    }

    /// Returns the kind of a lifecycle event, or `None` for a task's own event.
    pub fn kind(&self) -> Option<Kind> {
        self.lifecycle().map(Lifecycle::kind)
    }

    /// The run's output, in the last event of a run that succeeded [`with_result`](crate::Run::with_result).
    pub fn result(&self) -> Option<&Value> {
        match &self.tag {
            LifecycleTag::Full(full) => full.1.as_deref(),
            _ => None,
        }
    }
}

/// An event of the runtime's own.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Lifecycle {
    /// The first event of a run.
    RunStarted,
    /// A run goes on that was interrupted, had failed or was cancelled.
    RunResumed,
    /// A step begins.
    StepStarted,
    /// A step failed with this error and begins anew: what it sent before is void.
    StepReset(Error),
    /// A step ended.
    StepFinished(Outcome),
    /// A `repeat` ended well: a step that ended, with how often its body ran.
    LoopFinished(Turns),
    /// The last event of a run.
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

    /// How a step or the run ended.
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
    /// Errors are equal where their kinds, places and messages are.
    fn eq(&self, other: &Self) -> bool {
        self.kind() == other.kind()
            && match (self, other) {
                (Self::StepReset(a), Self::StepReset(b)) => a.to_string() == b.to_string(),
                (Self::LoopFinished(a), Self::LoopFinished(b)) => a == b,
                _ => self.outcome() == other.outcome(),
            }
    }
}

/// How often the body of a `repeat` ran.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Turns {
    /// How often it ran, at least once.
    pub count: u64,
    /// Whether it ended because it had run `max` times, though its `until` did not hold.
    pub exhausted: bool,
}

/// How a step or a run ended.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Outcome {
    /// It gave its returns.
    Succeeded,
    /// It failed.
    Failed(Error),
    /// It was dropped: a sibling failed, or the run was cancelled.
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
            (Self::Failed(a), Self::Failed(b)) => a.to_string() == b.to_string(),
            _ => self.wire_name() == other.wire_name(),
        }
    }
}
