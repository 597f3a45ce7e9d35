//! Numbers of steps by their status.

use runnable_store::StepStatus;

/// Numbers of steps, or of the items of a map, by their status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Those that are running.
    pub running: usize,
    /// Those that succeeded.
    pub succeeded: usize,
    /// Those that failed.
    pub failed: usize,
    /// Those that were cancelled.
    pub cancelled: usize,
    /// Those whose process died.
    pub interrupted: usize,
    /// Those that failed and were recovered by a `try`.
    pub recovered: usize,
}

impl Counts {
    /// The statuses in the order in which they are shown.
    pub(crate) const ORDER: [StepStatus; 6] = [
        StepStatus::Succeeded,
        StepStatus::Recovered,
        StepStatus::Failed,
        StepStatus::Cancelled,
        StepStatus::Interrupted,
        StepStatus::Running,
    ];

    /// Returns the number of all steps.
    #[must_use]
    pub fn total(&self) -> usize {
        Self::ORDER.into_iter().map(|status| self.of(status)).sum()
    }

    /// Returns the number of steps that need not run again: those that succeeded or were recovered.
    #[must_use]
    pub fn done(&self) -> usize {
        self.succeeded + self.recovered
    }

    /// Returns the number of steps with this status.
    #[must_use]
    pub fn of(&self, status: StepStatus) -> usize {
        match status {
            StepStatus::Running => self.running,
            StepStatus::Succeeded => self.succeeded,
            StepStatus::Failed => self.failed,
            StepStatus::Cancelled => self.cancelled,
            StepStatus::Interrupted => self.interrupted,
            StepStatus::Recovered => self.recovered,
            _ => 0,
        }
    }

    pub(crate) fn add(&mut self, status: StepStatus, number: usize) {
        match status {
            StepStatus::Running => self.running += number,
            StepStatus::Succeeded => self.succeeded += number,
            StepStatus::Failed => self.failed += number,
            StepStatus::Cancelled => self.cancelled += number,
            StepStatus::Interrupted => self.interrupted += number,
            StepStatus::Recovered => self.recovered += number,
            _ => {}
        }
    }

    pub(crate) fn add_all(&mut self, other: &Self) {
        for status in Self::ORDER {
            self.add(status, other.of(status));
        }
    }

    /// Returns the status of a whole that contains these steps: the status that needs attention most.
    pub(crate) fn status(&self) -> StepStatus {
        let by_attention = [
            StepStatus::Failed,
            StepStatus::Running,
            StepStatus::Interrupted,
            StepStatus::Cancelled,
            StepStatus::Succeeded,
            StepStatus::Recovered,
        ];
        by_attention.into_iter().find(|status| self.of(*status) > 0).unwrap_or(StepStatus::Succeeded)
    }
}
