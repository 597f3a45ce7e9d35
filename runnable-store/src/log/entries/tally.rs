//! Counts the steps of a run while it is recorded.

use super::decode::entries_from_json;
use crate::{
    error::StoreError,
    log::api::{Json, RunStatus, StepStatus, Write},
};

/// The number of failures that are kept: most runs fail with the error of their last failed attempt.
const KEPT: usize = 8;

/// The numbers of a run's steps, and its failed attempts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    pub(crate) steps: i64,
    pub(crate) done: i64,
    failed: Vec<FailedAttempt>,
}

#[derive(Debug, Clone)]
struct FailedAttempt {
    path: String,
    attempt: u32,
    error: Json,
}

impl Tally {
    /// Counts the entries of a row.
    pub(super) fn add_row(&mut self, row: &str) -> Result<(), StoreError> {
        entries_from_json(row, 0)?.iter().for_each(|write| self.add(write));
        Ok(())
    }

    /// Counts an entry.
    pub(crate) fn add(&mut self, write: &Write) {
        match write {
            Write::StepStarted { attempt: 1, .. } => self.steps += 1,
            Write::StepEnded { status: StepStatus::Succeeded, .. } => self.done += 1,
            Write::StepEnded { status: StepStatus::Failed, path, attempt, error: Some(error), .. } => {
                if self.failed.len() == KEPT {
                    self.failed.remove(0);
                }
                self.failed.push(FailedAttempt { path: path.clone(), attempt: *attempt, error: Json::clone(error) });
            }
            _ => {}
        }
    }

    /// Returns the path and the attempt of the step whose error the run ends with.
    pub(crate) fn cause(&self, end: &Write) -> Option<(&str, i64)> {
        let Write::RunEnded { status: RunStatus::Failed, error: Some(error), .. } = end else { return None };
        let cause = self.failed.iter().rev().find(|failed| failed.error.get() == error.get())?;
        Some((&cause.path, cause.attempt.into()))
    }
}
