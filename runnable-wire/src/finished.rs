//! The data of the lifecycle events that end something, for their writers and their readers.

use crate::OutcomeName;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;

/// The `data` of `step.finished` and `run.finished`.
///
/// Fields that are unknown are ignored when it is read.
///
/// # Examples
/// ```
/// use runnable_wire::{Finished, OutcomeName};
///
/// let data = r#"{"outcome":"failed","error":{"code":"failed","message":"no","retryable":false}}"#;
/// let finished: Finished = serde_json::from_str(data)?;
/// assert_eq!(finished.outcome, OutcomeName::Failed);
/// assert_eq!(finished.error.map(|error| error.message).as_deref(), Some("no"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finished<'a> {
    /// The name of the outcome.
    pub outcome: OutcomeName,
    /// The error, if the outcome is [`OutcomeName::Failed`].
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorData<'a>>,
    /// The number of iterations, if a loop ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turns: Option<u64>,
    /// `true` if a loop ended because it had run its maximum of turns; only if a loop ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exhausted: Option<bool>,
    /// The output of a run that was asked to send it. Readers skip it: it may be large.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub result: Option<&'a Value>,
}

impl<'a> Finished<'a> {
    /// Returns the data of an end with this outcome and nothing else.
    #[must_use]
    pub fn new(outcome: OutcomeName) -> Self {
        Self { outcome, error: None, turns: None, exhausted: None, result: None }
    }

    /// Returns the data of a failure.
    #[must_use]
    pub fn failed(error: ErrorData<'a>) -> Self {
        Self { error: Some(error), ..Self::new(OutcomeName::Failed) }
    }
}

/// An error, as events and records have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorData<'a> {
    /// The name of the error's kind, such as `timed_out`.
    #[serde(borrow)]
    pub code: Cow<'a, str>,
    /// The error itself, without its place.
    #[serde(borrow)]
    pub message: Cow<'a, str>,
    /// The messages of its causes, outermost first. Not written if there are none.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cow<'a, str>>,
    /// `true` if another attempt may succeed.
    pub retryable: bool,
    /// The number of the last attempt that the step may make. Only the error of an attempt that another attempt follows has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_attempts: Option<u32>,
}
