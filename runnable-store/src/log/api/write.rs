//! The entries that a run appends to its log.

use super::{
    artifact::ArtifactRecord,
    event::EventRecord,
    json::Json,
    status::{RunStatus, StepStatus},
    step::HashedInput,
};
use crate::error::{StoreError, StoreErrorKind};
use std::{sync::Arc, time::SystemTime};

/// Entries for the log of one run, in order.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Writes {
    /// The id of the run.
    pub run: Arc<str>,
    /// The epoch under which the writer got the run; `None` stands for the last epoch that this value of the log got.
    pub epoch: Option<u64>,
    /// The entries.
    pub writes: Vec<Write>,
}

impl Writes {
    /// Returns entries for the log of the run with this id.
    #[must_use]
    pub fn new(run: impl Into<Arc<str>>, writes: Vec<Write>) -> Self {
        Self { run: run.into(), epoch: None, writes }
    }

    /// Sets the [epoch](crate::RunRecord::epoch) under which the writer got the run.
    #[must_use]
    pub fn epoch(mut self, epoch: u64) -> Self {
        self.epoch = Some(epoch);
        self
    }
}

/// An entry for the log of a run. Recorded entries never change.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Write {
    /// An attempt of a step starts.
    StepStarted {
        /// The path of the step.
        path: String,
        /// The number of the attempt, from 1.
        attempt: u32,
        /// The time of the start.
        at: SystemTime,
        /// The inputs, an object with the parameters by name.
        inputs: Option<Json>,
    },
    /// The inputs of an attempt that `StepStarted` does not contain. Follows the `StepStarted` of the attempt.
    StepInputs {
        /// The path of the step.
        path: String,
        /// The number of the attempt, from 1.
        attempt: u32,
        /// The time of the start.
        at: SystemTime,
        /// The inputs above 64 KB.
        hashed: Vec<HashedInput>,
        /// The names of the inputs that do not serialize.
        unchecked: Vec<String>,
    },
    /// An attempt of a step that started ends.
    StepEnded {
        /// The path of the step.
        path: String,
        /// The number of the attempt, from 1.
        attempt: u32,
        /// The time of the end.
        at: SystemTime,
        /// The status; not `Running`.
        status: StepStatus,
        /// The output, an object with the returns by name.
        output: Option<Json>,
        /// The error.
        error: Option<Json>,
    },
    /// The run takes an arm of a `match`, an `if` or a `try`.
    Arm {
        /// The path around the choice.
        path: String,
        /// The number of the choice among those of its pipeline, from 0.
        choice: u32,
        /// The number of the arm, from 0.
        arm: u32,
        /// The time at which the arm is taken.
        at: SystemTime,
    },
    /// The next event of the run was sent.
    Event(EventRecord),
    /// A step put or got a file.
    Artifact(ArtifactRecord),
    /// The run ends. Must be the last entry of the run.
    RunEnded {
        /// The time of the end.
        at: SystemTime,
        /// The status; not `Running`.
        status: RunStatus,
        /// The output, an object with the returns by name.
        output: Option<Json>,
        /// The error.
        error: Option<Json>,
    },
}

impl Write {
    /// Refuses an end with the status `running`.
    pub(crate) fn validate(&self) -> Result<(), StoreError> {
        let subject = match self {
            Self::StepEnded { status: StepStatus::Running, .. } => "step",
            Self::RunEnded { status: RunStatus::Running, .. } => "run",
            _ => return Ok(()),
        };
        Err(StoreError::new(StoreErrorKind::Invalid, format!("a {subject} cannot end with the status `running`")))
    }

    /// Returns the approximate size in memory in bytes.
    pub(crate) fn size(&self) -> usize {
        let json = |json: &Option<Json>| json.as_ref().map_or(0, |json| json.get().len());
        size_of::<Self>()
            + match self {
                Self::StepStarted { path, inputs, .. } => path.len() + json(inputs),
                Self::StepInputs { path, hashed, unchecked, .. } => {
                    let hashes = hashed.iter().map(|input| input.name.len() + 2 * input.hash.len());
                    path.len() + hashes.sum::<usize>() + unchecked.iter().map(String::len).sum::<usize>()
                }
                Self::Arm { path, .. } => path.len(),
                Self::StepEnded { path, output, error, .. } => path.len() + json(output) + json(error),
                Self::Event(event) => event.path.get().len() + event.event_type.as_str().len() + json(&event.data),
                Self::Artifact(file) => file.name.len() + file.step.len() + file.hash.len() + file.media_type.len(),
                Self::RunEnded { output, error, .. } => json(output) + json(error),
            }
    }
}
