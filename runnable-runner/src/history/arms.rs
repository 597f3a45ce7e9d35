//! The arms of `match` and `if` that earlier parts of a run took.

use runnable_store::ArmRecord;
use std::collections::HashMap;

/// The arms, by the path around their `match` or `if`.
#[derive(Debug, Default)]
pub(super) struct Arms(HashMap<String, Vec<(u32, u32)>>);

impl Arms {
    /// Returns the arm that was taken.
    pub(super) fn get(&self, path: &str, choice: u32) -> Option<u32> {
        let taken = self.0.get(path)?;
        taken.iter().find(|(number, _)| *number == choice).map(|(_, arm)| *arm)
    }

    /// Returns the paths.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
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
