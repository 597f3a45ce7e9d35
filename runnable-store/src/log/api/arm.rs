//! The record of an arm.

/// A record of the arm of a `match`, an `if` or a `try` that a run took. The arms of a `try` are its body, once that has
/// succeeded, and its `else`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ArmRecord {
    /// The path around the choice, which is empty at the top of the pipeline.
    pub path: String,
    /// The number of the choice among those of its pipeline, from 0.
    pub choice: u32,
    /// The number of the arm, from 0.
    pub arm: u32,
    /// The number of attempts of steps that had started before.
    pub attempts: usize,
}

impl ArmRecord {
    /// Returns the record of an arm that is taken after this number of attempts have started.
    #[must_use]
    pub fn new(path: impl Into<String>, choice: u32, arm: u32, attempts: usize) -> Self {
        Self { path: path.into(), choice, arm, attempts }
    }
}
