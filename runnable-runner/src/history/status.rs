//! The parts of a recorded step's status that matter when its run is resumed.

use runnable_core::ErrorKind;
use runnable_store::{StepRecord, StepStatus};
use runnable_wire::ErrorData;

/// Returns whether the end of a step is kept when its run is resumed.
pub(super) fn is_settled(status: StepStatus) -> bool {
    matches!(status, StepStatus::Succeeded | StepStatus::Recovered)
}

/// Returns whether an attempt has no end of its own.
pub(super) fn is_interrupted(status: StepStatus) -> bool {
    matches!(status, StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted)
}

/// Returns whether the effect of an attempt may have happened although it gave no result: it has no end of its own, or it was not
/// the task that ended it.
pub(super) fn is_undecided(record: &StepRecord) -> bool {
    if is_interrupted(record.status) {
        return true;
    }
    let error = record.error.as_ref().filter(|_| record.status == StepStatus::Failed);
    let Some(error) = error.and_then(|error| serde_json::from_str::<ErrorData<'_>>(error.get()).ok()) else {
        return false;
    };
    match ErrorKind::from_code(&error.code) {
        ErrorKind::TimedOut
        | ErrorKind::Idle
        | ErrorKind::Panicked
        | ErrorKind::NoEndEvent
        | ErrorKind::BadReturn
        | ErrorKind::NotStored => true,
        // An event was refused, or the inputs before the body began.
        ErrorKind::NotRecorded => record.inputs.is_some(),
        _ => false,
    }
}
