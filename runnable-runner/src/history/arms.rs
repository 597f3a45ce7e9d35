//! The arms of `match`, `if` and `try` that earlier parts of a run took.

use runnable_core::{Error, ErrorKind, Result};
use runnable_store::ArmRecord;
use std::collections::HashMap;

/// An arm that is taken for the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NewArm {
    pub(crate) path: String,
    pub(crate) choice: u32,
    pub(crate) arm: u32,
}

/// The arms, by the path around their choice.
#[derive(Debug, Default)]
pub(super) struct Arms(HashMap<String, Vec<(u32, u32)>>);

impl Arms {
    /// Returns the arm that was taken.
    fn get(&self, path: &str, choice: u32) -> Option<u32> {
        let taken = self.0.get(path)?;
        taken.iter().find(|(number, _)| *number == choice).map(|(_, arm)| *arm)
    }

    /// Compares an arm with the recorded arm. Returns false if none is recorded.
    ///
    /// # Errors
    /// Returns an error if another arm is recorded.
    pub(super) fn compare(&self, arm: &NewArm) -> Result<bool> {
        let NewArm { path, choice, arm: now } = arm;
        let Some(then) = self.get(path, *choice) else { return Ok(false) };
        if then == *now {
            return Ok(true);
        }
        let message = format!(
            "{} takes its arm number {}, but arm number {} is recorded\nhelp: its condition, or the end of the body of its `try`, \
             has changed; resume with the earlier values, or start a new run",
            named(path, *choice),
            now + 1,
            then + 1
        );
        Err(Error::recorded(ErrorKind::Changed, false, message.into()))
    }

    /// Returns the path and the number of each choice.
    pub(super) fn choices(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().flat_map(|(path, taken)| taken.iter().map(|(choice, _)| (path.as_str(), *choice)))
    }
}

/// Returns the name of a choice for messages.
pub(super) fn named(path: &str, choice: u32) -> String {
    let place = if path.is_empty() { String::new() } else { format!(" in `{path}`") };
    format!("the `match`, `if` or `try` number {}{place}", choice + 1)
}

impl FromIterator<ArmRecord> for Arms {
    fn from_iter<I: IntoIterator<Item = ArmRecord>>(arms: I) -> Self {
        let mut all: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
        for ArmRecord { path, choice, arm, .. } in arms {
            all.entry(path).or_default().push((choice, arm));
        }
        Self(all)
    }
}
