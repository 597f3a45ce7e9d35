//! A run of the log in memory.

use crate::{
    log::api::{
        ArmRecord, ArtifactRecord, EventRecord, Json, RunRecord, RunStatus, RunSummary, StepCounts, StepRecord,
        StepStatus, Write,
    },
    time::whole_millis,
};
use std::time::SystemTime;

/// A run with its entries.
pub(super) struct Recorded {
    pub(super) record: RunRecord,
    /// The owner, while the run is running.
    pub(super) owner: Option<String>,
    pub(super) compacted: bool,
    pub(super) steps: Vec<StepRecord>,
    pub(super) arms: Vec<ArmRecord>,
    pub(super) events: Vec<EventRecord>,
    pub(super) artifacts: Vec<ArtifactRecord>,
    /// The epoch in which the run was asked to be cancelled.
    pub(super) cancel: Option<u64>,
    /// The numbers of steps at the end of the run.
    pub(super) counts: Option<StepCounts>,
}

impl Recorded {
    pub(super) fn new(record: RunRecord, owner: &str) -> Self {
        Self {
            record,
            owner: Some(owner.to_owned()),
            compacted: false,
            steps: Vec::new(),
            arms: Vec::new(),
            events: Vec::new(),
            artifacts: Vec::new(),
            cancel: None,
            counts: None,
        }
    }

    pub(super) fn ended_before(&self, time: SystemTime) -> bool {
        self.record.ended.is_some_and(|ended| ended < time)
    }

    pub(super) fn end(&mut self, status: RunStatus, at: SystemTime, output: Option<Json>, error: Option<Json>) {
        let record = &mut self.record;
        (record.status, record.ended) = (status, Some(whole_millis(at)));
        (record.output, record.error) = (output, error);
        record.epoch += 1;
        self.owner = None;
    }

    /// Returns the run as a list has it.
    pub(super) fn summary(&self) -> RunSummary {
        let mut summary = RunSummary::from(&self.record);
        summary.steps = self.counts;
        if let Some(failure) = &mut summary.failure {
            let error = self.record.error.as_ref().map(|error| error.get());
            let failed = |step: &&StepRecord| {
                step.status == StepStatus::Failed && step.error.as_ref().map(|error| error.get()) == error
            };
            let cause = self.steps.iter().rev().find(failed).map(|step| (step.path.clone(), step.attempt));
            (failure.step, failure.attempt) = cause.unzip();
        }
        summary
    }

    /// Returns the numbers of steps that have started and succeeded.
    fn count(&self) -> StepCounts {
        let started = self.steps.iter().filter(|step| step.attempt == 1).count();
        let succeeded = self.steps.iter().filter(|step| step.status == StepStatus::Succeeded).count();
        StepCounts::new(started as u64, succeeded as u64)
    }

    fn attempt(&mut self, path: &str, attempt: u32) -> Option<&mut StepRecord> {
        self.steps.iter_mut().rev().find(|step| step.path == path && step.attempt == attempt)
    }

    /// Appends a validated entry. Times are truncated to milliseconds, as in a database.
    pub(super) fn append(&mut self, write: &Write) {
        match write.clone() {
            Write::StepStarted { path, attempt, at, inputs } => {
                self.steps.push(StepRecord::running(path, attempt, whole_millis(at), inputs));
            }
            Write::StepInputs { path, attempt, hashed, unchecked, .. } => {
                if let Some(step) = self.attempt(&path, attempt) {
                    (step.hashed, step.unchecked) = (hashed, unchecked);
                }
            }
            Write::Arm { path, choice, arm, .. } => {
                self.arms.push(ArmRecord::new(path, choice, arm, self.steps.len()));
            }
            Write::StepEnded { path, attempt, at, status, output, error } => {
                if let Some(step) = self.attempt(&path, attempt) {
                    (step.status, step.ended) = (status, Some(whole_millis(at)));
                    (step.output, step.error) = (output, error);
                }
            }
            Write::Event(mut event) => {
                event.ts = whole_millis(event.ts);
                self.record.last_seq = event.seq;
                self.events.push(event);
            }
            Write::Artifact(mut file) => {
                file.at = whole_millis(file.at);
                self.artifacts.push(file);
            }
            Write::RunEnded { at, status, output, error } => {
                self.end(status, at, output, error);
                self.counts = Some(self.count());
            }
        }
    }
}
