//! The parts of a recorded step's status that matter when its run is resumed.

use runnable_store::StepStatus;

/// Returns whether the end of a step is kept when its run is resumed.
pub(super) fn is_settled(status: StepStatus) -> bool {
    matches!(status, StepStatus::Succeeded | StepStatus::Recovered)
}

/// Returns whether an attempt has no end of its own.
pub(super) fn is_interrupted(status: StepStatus) -> bool {
    matches!(status, StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted)
}
