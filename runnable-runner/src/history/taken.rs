//! The records of a run that a fork takes over.

use runnable_store::{ArmRecord, StepRecord, Write};
use std::{collections::VecDeque, time::SystemTime};

/// The records of a run that a fork takes over.
#[derive(Debug)]
pub(crate) struct Taken {
    /// Completed attempts, each with the number of attempts that had started before.
    pub(super) steps: Vec<(usize, StepRecord)>,
    /// The arms, in the order in which they were taken.
    pub(super) arms: VecDeque<ArmRecord>,
}

impl Taken {
    /// Returns the entries for the log of the fork, so that the log is complete on its own.
    pub(crate) fn into_entries(mut self) -> Vec<Write> {
        let mut entries = Vec::new();
        for (before, step) in self.steps {
            while let Some(arm) = self.arms.pop_front_if(|arm| arm.attempts <= before) {
                entries.push(taken_arm(arm));
            }
            copy(step, &mut entries);
        }
        entries.extend(self.arms.into_iter().map(taken_arm));
        entries
    }
}

fn taken_arm(arm: ArmRecord) -> Write {
    let ArmRecord { path, choice, arm, .. } = arm;
    Write::Arm { path, choice, arm, at: SystemTime::now() }
}

fn copy(step: StepRecord, to: &mut Vec<Write>) {
    let StepRecord { path, attempt, status, started, ended, inputs, hashed, unchecked, output, error, .. } = step;
    to.push(Write::StepStarted { path: path.clone(), attempt, at: started, inputs });
    if !hashed.is_empty() || !unchecked.is_empty() {
        to.push(Write::StepInputs { path: path.clone(), attempt, at: started, hashed, unchecked });
    }
    to.push(Write::StepEnded { path, attempt, at: ended.unwrap_or(started), status, output, error });
}
