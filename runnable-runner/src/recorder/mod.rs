//! Records the steps and the events of a run.

mod event;
mod step;

pub(crate) use event::EventRecorder;
pub(crate) use step::{StepRecorder, error_json};
