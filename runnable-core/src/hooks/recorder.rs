//! Recording of steps.

use crate::id::{BoxError, Error};
use std::{
    task::{Context, Poll},
    time::Duration,
};

/// Records the steps of a run.
///
/// Paths are those of steps, as in the `Display` of [`StepPath`](crate::StepPath).
pub trait Recorder: Send + Sync + 'static {
    /// Records that an attempt begins. Only the first attempt in this part of the run has inputs.
    fn started(&self, path: &str, attempt: u32, inputs: Option<RecordedInputs>) -> WriteNumber;

    /// Ready once the step may do its own work: everything that is recorded has been recalled and compared.
    fn poll_recalled(&self, path: &str, task: &mut Context<'_>) -> Poll<()> {
        let _ = (path, task);
        Poll::Ready(())
    }

    /// Records how the attempt that is open ends. Unless it is cancelled, the events that it has sent were observed
    /// before.
    fn ended(&self, path: &str, end: AttemptEnd<'_>) -> WriteNumber;

    /// Records that a part of a pipeline has run for its whole `limit`, and has failed with this error. Nothing was recorded when
    /// it began.
    fn timed_out(&self, path: &str, attempt: u32, limit: Duration, error: &Error) -> WriteNumber;

    /// Records that an attempt at a part of a pipeline has succeeded, all of whose steps were recalled. Nothing was recorded when it
    /// began.
    fn recalled(&self, path: &str, attempt: u32);

    /// Records that a `try` recovers from the failure of the step.
    fn recovered(&self, path: &str);

    /// Ready once the write is durable.
    ///
    /// # Errors
    /// Returns an error if the write failed for good.
    fn poll_durable(&self, write: WriteNumber, task: &mut Context<'_>) -> Poll<Result<(), BoxError>>;
}

/// The inputs of a step, as they are recorded.
#[derive(Debug)]
pub struct RecordedInputs {
    /// The inputs as a JSON object.
    pub json: String,
    /// The names of the inputs that do not serialize.
    pub unchecked: Vec<&'static str>,
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
