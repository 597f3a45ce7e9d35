//! Steps that ran in another process while this part of the run was active.

use super::{history::History, status::is_settled};
use runnable_store::{Json, StepRecord, StepStatus, StoreError, Write, secrets::Restorer};

impl History {
    /// Adds the records of steps that ran in another process, which has sent their events. Removes the entries that are known.
    ///
    /// # Errors
    /// Returns an error if a secret in the records has changed.
    pub(crate) fn learn(&mut self, entries: &mut Vec<Write>, restorer: &mut Restorer<'_>) -> Result<(), StoreError> {
        let mut result = Ok(());
        entries.retain(|entry| match self.learn_entry(entry, restorer) {
            Ok(is_new) => is_new,
            Err(error) => {
                result = Err(error);
                false
            }
        });
        result
    }

    /// Adds an entry. Returns false if it is known.
    fn learn_entry(&mut self, entry: &Write, restorer: &mut Restorer<'_>) -> Result<bool, StoreError> {
        let mut with_secrets = |json: &Option<Json>| json.as_ref().map(|json| restorer.json(json)).transpose();
        Ok(match entry {
            Write::StepStarted { path, attempt, at, inputs } => {
                let is_new = self.steps.get(path).is_none_or(|step| step.recorded < *attempt);
                if is_new {
                    let failed = self.last(path).is_some_and(|last| last.status == StepStatus::Failed);
                    if failed && self.retries.as_ref().is_some_and(|retries| retries.contain(path)) {
                        self.void(path);
                    }
                    self.add_attempt(StepRecord::running(path, *attempt, *at, with_secrets(inputs)?));
                }
                is_new
            }
            Write::StepInputs { path, attempt, hashed, unchecked, .. } => match self.last_mut(path, *attempt) {
                Some(last) if last.hashed.is_empty() && last.unchecked.is_empty() => {
                    (last.hashed, last.unchecked) = (hashed.clone(), unchecked.clone());
                    true
                }
                _ => false,
            },
            Write::StepEnded { path, attempt, at, status, output, error } => {
                let (output, error) = (with_secrets(output)?, with_secrets(error)?);
                match self.last_mut(path, *attempt) {
                    Some(last) if !is_settled(last.status) => {
                        (last.status, last.ended) = (*status, Some(*at));
                        (last.output, last.error) = (output, error);
                        if let Some(step) = self.steps.get_mut(path) {
                            step.see_end();
                        }
                        true
                    }
                    _ => false,
                }
            }
            Write::Arm { path, choice, arm, .. } => self.arms.learn(path, *choice, *arm),
            Write::Artifact(_) => true,
            _ => false,
        })
    }

    fn last_mut(&mut self, path: &str, attempt: u32) -> Option<&mut StepRecord> {
        self.steps.get_mut(path)?.last.as_mut().filter(|last| last.attempt == attempt)
    }
}
