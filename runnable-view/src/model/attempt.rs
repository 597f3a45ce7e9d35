//! Attempts of steps.

use runnable_store::{StepRecord, StepStatus};
use runnable_wire::ErrorData;
use std::time::Duration;

/// An attempt of a step.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The record of the attempt.
    pub record: &'a StepRecord,
    /// The position of the record in the log, from 0.
    pub position: usize,
    /// The status. An attempt without an end is interrupted if its run is not running.
    pub status: StepStatus,
    /// The start, in milliseconds since the Unix epoch.
    pub start: i64,
    /// The end, in milliseconds since the Unix epoch: never before the start. If the process died, it is the last moment from
    /// which the log has an entry; for a running attempt, it is now.
    pub end: i64,
    /// The number of the part of the run in which the attempt ran, from 0.
    pub part: usize,
    /// `true` if a fork has taken the attempt over from another run.
    pub taken: bool,
}

impl<'a> Attempt<'a> {
    /// Returns the time from the start to the end, in whole milliseconds.
    #[must_use]
    pub fn duration(&self) -> Duration {
        millis_between(self.start, self.end)
    }

    /// Returns the error, if the attempt failed.
    #[must_use]
    pub fn error(&self) -> Option<ErrorData<'a>> {
        serde_json::from_str(self.record.error.as_ref()?.get()).ok()
    }
}

/// Returns the time between two moments in milliseconds, which is not negative.
pub(crate) fn millis_between(start: i64, end: i64) -> Duration {
    Duration::from_millis(u64::try_from(end.saturating_sub(start)).unwrap_or(0))
}
