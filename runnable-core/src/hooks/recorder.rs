//! Recording of steps.

use crate::id::{BoxError, Error};
use std::task::{Context, Poll};

/// Records the steps of a run.
///
/// Paths are those of steps, as in the `Display` of [`StepPath`](crate::StepPath).
pub trait Recorder: Send + Sync + 'static {
    /// Records that an attempt begins. `inputs` is a JSON object; only the first attempt in this part of the run has it.
    fn started(&self, path: &str, attempt: u32, inputs: Option<String>) -> WriteNumber;

    /// Records how the attempt that is open ends.
    fn ended(&self, path: &str, end: AttemptEnd<'_>) -> WriteNumber;

    /// Records that a `try` recovers from the failure of the step.
    fn recovered(&self, path: &str);

    /// Ready once the write is durable.
    ///
    /// # Errors
    /// Returns an error if the write failed for good.
    fn poll_durable(&self, write: WriteNumber, task: &mut Context<'_>) -> Poll<Result<(), BoxError>>;
}

/// The number of a write of a [`Recorder`]. Later writes have larger numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WriteNumber(pub u64);

/// The end of an attempt of a step.
#[derive(Debug)]
pub enum AttemptEnd<'e> {
    /// With these returns, as a JSON object.
    Succeeded(String),
    /// With this error.
    Failed(&'e Error),
    /// It was dropped.
    Cancelled,
}
