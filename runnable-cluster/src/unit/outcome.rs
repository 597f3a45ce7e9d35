//! The end of a run.

use runnable_runner::Runner;
use runnable_store::{Json, RunStatus, StepRecord, StepStatus};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The end of a run: the response of its invocation.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Outcome {
    pub(crate) status: RunStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) output: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<Box<RawValue>>,
    /// The path of the step that failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) step: Option<String>,
    /// The records of the steps, if the unit ran an item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) entries: Option<Box<RawValue>>,
}

impl Outcome {
    pub(crate) fn new(status: RunStatus, output: Option<&Json>, error: Option<&Json>, steps: &[StepRecord]) -> Self {
        let raw = |json: Option<&Json>| json.map(|json| (**json).to_owned());
        let step = error.and_then(|error| failed(steps, error));
        Self { status, output: raw(output), error: raw(error), step, entries: None }
    }

    /// Returns the error of the run.
    pub(crate) fn error(&self, runner: &Runner) -> runnable_core::Error {
        let error = runner.read_error(self.error.clone().map(Json::from).as_ref());
        match self.step.as_ref().and_then(|path| path.parse().ok()) {
            Some(path) => error.at_path(path),
            None => error,
        }
    }
}

/// Returns the path of the step whose error ended the run: the last that failed with it.
fn failed(steps: &[StepRecord], error: &Json) -> Option<String> {
    let is_cause = |step: &&StepRecord| {
        step.status == StepStatus::Failed && step.error.as_ref().is_some_and(|other| other.get() == error.get())
    };
    steps.iter().rev().find(is_cause).map(|step| step.path.clone())
}
