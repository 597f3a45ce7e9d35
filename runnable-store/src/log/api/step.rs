//! The record of a step.

use super::{json::Json, status::StepStatus};
use crate::time;
use serde::Serialize;
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
    /// The inputs, an object with the parameters by name, without those that do not serialize.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Json>,
    /// The output, an object with the returns by name, if the attempt succeeded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<Json>,
    /// The error, `{"code":..,"message":..,"retryable":..}`, if the attempt failed.
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
            output: None,
            error: None,
        }
    }
}
