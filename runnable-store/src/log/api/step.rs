//! The record of a step.

use super::{json::Json, status::StepStatus};
use crate::time;
use serde::{Deserialize, Serialize};
use std::time::SystemTime;

/// A recorded attempt of a step.
///
/// Serializes to an object in which times are RFC 3339 texts; missing values are left out.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct StepRecord {
    /// The path, such as `translate/es` or `languages[2]/translate`.
    pub path: String,
    /// The number of the attempt, from 1. A resumed run continues the numbers.
    pub attempt: u32,
    /// The status.
    pub status: StepStatus,
    /// The time at which the attempt started, in whole milliseconds.
    #[serde(serialize_with = "time::serialize")]
    pub started: SystemTime,
    /// The time at which the attempt ended, in whole milliseconds.
    #[serde(serialize_with = "time::serialize_option", skip_serializing_if = "Option::is_none")]
    pub ended: Option<SystemTime>,
    /// The inputs, an object with the parameters by name, without those in `hashed` and `unchecked`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Json>,
    /// The inputs above 64 KB, which are recorded as hashes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hashed: Vec<HashedInput>,
    /// The names of the inputs that do not serialize. They are not compared when the run is resumed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unchecked: Vec<String>,
    /// The output, an object with the returns by name, if the attempt succeeded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<Json>,
    /// The error, `{"code":..,"message":..,"causes":[..],"retryable":..}`, if the attempt failed. If another
    /// attempt follows, it also has `max_attempts`, the number of the last attempt that the step may make.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Json>,
}

impl StepRecord {
    /// Returns the record of an attempt that is running.
    #[must_use]
    pub fn running(path: impl Into<String>, attempt: u32, started: SystemTime, inputs: Option<Json>) -> Self {
        Self {
            path: path.into(),
            attempt,
            status: StepStatus::Running,
            started,
            ended: None,
            inputs,
            hashed: Vec::new(),
            unchecked: Vec::new(),
            output: None,
            error: None,
        }
    }

    /// Returns the record without its inputs and its output.
    pub(crate) fn without_values(&self) -> Self {
        let step = Self::running(&self.path, self.attempt, self.started, None);
        Self { status: self.status, ended: self.ended, error: self.error.clone(), ..step }
    }

    /// Returns the size of its values and its error in bytes.
    pub(crate) fn size(&self) -> usize {
        [&self.inputs, &self.output, &self.error].into_iter().flatten().map(|json| json.get().len()).sum()
    }
}

/// A large input of a step, as it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct HashedInput {
    /// The name of the parameter.
    pub name: String,
    /// The BLAKE3 hash of the JSON text, with sorted keys, as 64 hexadecimal digits.
    pub hash: String,
    /// The same hash with sorted lists, for sets, whose items have no order. `None` if the order of the items counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unordered: Option<String>,
    /// The size of the JSON text in bytes.
    pub size: u64,
}

impl HashedInput {
    /// Returns the record of an input whose items have an order.
    #[must_use]
    pub fn new(name: impl Into<String>, hash: impl Into<String>, size: u64) -> Self {
        Self { name: name.into(), hash: hash.into(), unordered: None, size }
    }
}
