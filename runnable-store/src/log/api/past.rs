//! The past of a run.

use super::{arm::ArmRecord, event::EventRecord, step::StepRecord};
#[cfg(any(feature = "sqlite", feature = "postgres"))]
use crate::log::entries::Counted;

/// The past of a run, as a process needs it that takes the run over: see [`RunLog::past`](crate::RunLog::past).
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct RunPast {
    /// The attempts of the run's steps, in the order in which they started.
    pub steps: Vec<StepRecord>,
    /// The arms of `match` and `if` that the run took, in the order in which they were taken.
    pub arms: Vec<ArmRecord>,
    /// The lifecycle events.
    pub events: Vec<EventRecord>,
    /// The number of the last event of any type, or 0 if no event is recorded.
    pub last_seq: u64,
    /// The steps as they were counted with this past.
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    pub(crate) counted: Option<Counted>,
}
