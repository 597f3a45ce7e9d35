//! Records the steps and the events of a run.

mod event;
mod placer;
mod step;

pub(crate) use event::EventRecorder;
pub(crate) use placer::RecordedPlacer;
pub(crate) use step::{StepRecorder, error_json};
