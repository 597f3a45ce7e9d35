//! The status of runs and of steps.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The status of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum RunStatus {
    /// The run is running, or its process died and no process has noticed yet.
    Running,
    /// The run returned its output.
    Succeeded,
    /// The run failed.
    Failed,
    /// The run was cancelled or dropped.
    Cancelled,
    /// The process of the run died. The run can be resumed.
    Interrupted,
}

impl RunStatus {
    /// Every status, in the order of declaration.
    pub const ALL: [Self; 5] = [Self::Running, Self::Succeeded, Self::Failed, Self::Cancelled, Self::Interrupted];

    /// Returns the name: `running`, `succeeded`, `failed`, `cancelled` or `interrupted`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
        }
    }

    /// Returns the status with this name, or `None` if no status has the name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

impl fmt::Display for RunStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The status of an attempt of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum StepStatus {
    /// The attempt started and has no recorded end.
    Running,
    /// The attempt returned its output.
    Succeeded,
    /// The attempt failed.
    Failed,
    /// The attempt was dropped, because a sibling failed or the run was cancelled.
    Cancelled,
    /// The process died during the attempt. Recorded when the run is resumed.
    Interrupted,
    /// The attempt failed, and a `try` recovered from the failure.
    Recovered,
}

impl StepStatus {
    const ALL: [Self; 6] =
        [Self::Running, Self::Succeeded, Self::Failed, Self::Cancelled, Self::Interrupted, Self::Recovered];

    /// Returns the name: `running`, `succeeded`, `failed`, `cancelled`, `interrupted` or `recovered`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
            Self::Recovered => "recovered",
        }
    }

    /// Returns the status with this name, or `None` if no status has the name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

impl fmt::Display for StepStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
