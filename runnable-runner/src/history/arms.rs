//! The arms of `match`, `if`, `try` and maps that collect failures, and the winners of `race`, as earlier parts of a run took them.

use super::path::is_below;
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
pub(super) struct Arms(HashMap<String, Vec<Taken>>);

#[derive(Debug)]
struct Taken {
    choice: u32,
    arm: u32,
    /// True if the run must take it again.
    due: bool,
}

impl Arms {
    /// Returns the arm that was taken.
    pub(super) fn get(&self, path: &str, choice: u32) -> Option<u32> {
        let taken = self.0.get(path)?;
        taken.iter().find(|taken| taken.choice == choice).map(|taken| taken.arm)
    }

    /// Adds an arm that another process took. Returns false if the arm is known.
    pub(super) fn learn(&mut self, path: &str, choice: u32, arm: u32) -> bool {
        let is_new = self.get(path, choice).is_none();
        if is_new {
            self.0.entry(path.to_owned()).or_default().push(Taken { choice, arm, due: false });
        }
        is_new
    }

    /// Forgets the arms that were taken in a `retry`.
    pub(super) fn void(&mut self, retry: &str) {
        self.0.retain(|path, _| path != retry && !is_below(path, retry));
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

    /// Returns the path and the number of each choice that the run must reach again.
    pub(super) fn due(&self) -> impl Iterator<Item = (&str, u32)> {
        let all = self.0.iter().flat_map(|(path, taken)| taken.iter().map(move |taken| (path.as_str(), taken)));
        all.filter(|(_, taken)| taken.due).map(|(path, taken)| (path, taken.choice))
    }

    /// Collects the arms of a log. Those that were taken after more attempts than `complete` need not be taken again.
    pub(super) fn of(records: impl IntoIterator<Item = ArmRecord>, complete: usize) -> Self {
        let mut all: HashMap<String, Vec<Taken>> = HashMap::new();
        for ArmRecord { path, choice, arm, attempts, .. } in records {
            all.entry(path).or_default().push(Taken { choice, arm, due: attempts <= complete });
        }
        Self(all)
    }
}

/// Returns the name of a choice for messages.
pub(super) fn named(path: &str, choice: u32) -> String {
    let place = if path.is_empty() { String::new() } else { format!(" in `{path}`") };
    format!("the `match`, `if`, `race`, `try` or `map` with `on_error` number {}{place}", choice + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arms_are_due_if_they_were_taken_before_any_step_that_is_not_taken_over() {
        let arms =
            Arms::of([ArmRecord::new("a", 0, 1, 2), ArmRecord::new("a", 1, 0, 3), ArmRecord::new("", 0, 1, 0)], 2);
        let mut due: Vec<_> = arms.due().collect();
        due.sort_unstable();
        assert_eq!(due, [("", 0), ("a", 0)]);
        let other = NewArm { path: "a".to_owned(), choice: 1, arm: 1 };
        assert!(arms.compare(&other).is_err(), "it is compared if it is taken");
    }
}
