//! Runs in a list.

use super::{json::Json, run::RunRecord, status::RunStatus};
use crate::time;
use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};
use std::{borrow::Cow, time::SystemTime};

/// A run in a list: the record of a run without its input and its output, which may be large.
///
/// Serializes to an object in which times are RFC 3339 texts; missing values are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RunSummary {
    /// The id, unique in the log.
    pub id: String,
    /// The name of the pipeline.
    pub pipeline: String,
    /// The hash of the pipeline's definition; see [`RunLog::definition`](crate::RunLog::definition).
    pub definition_hash: String,
    /// The status.
    pub status: RunStatus,
    /// The time at which the run started, in whole milliseconds.
    #[serde(serialize_with = "time::serialize")]
    pub started: SystemTime,
    /// The time at which the run ended, in whole milliseconds.
    #[serde(serialize_with = "time::serialize_option", skip_serializing_if = "Option::is_none")]
    pub ended: Option<SystemTime>,
    /// The label of the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The run from which this run was forked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The number of the last recorded event, or 0 if no event is recorded.
    pub last_seq: u64,
    /// The numbers of steps at the end of the run. `None` if the run is running, if its process died, or if an earlier version of
    /// this crate recorded the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<StepCounts>,
    /// The failure, if the run failed. It is the `error` in JSON, as it is in the whole run.
    #[serde(rename = "error", skip_serializing_if = "Option::is_none")]
    pub failure: Option<RunFailure>,
}

/// The numbers of a run's steps. The attempts of a step, and the parts of a run that was resumed, count once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct StepCounts {
    /// The number of steps that started.
    pub started: u64,
    /// The number of steps that succeeded.
    pub succeeded: u64,
}

impl StepCounts {
    /// Returns the numbers of steps that started and succeeded.
    #[must_use]
    pub fn new(started: u64, succeeded: u64) -> Self {
        Self { started, succeeded }
    }
}

/// The failure of a run, in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RunFailure {
    /// The code of the error, such as `failed`.
    pub code: String,
    /// The message of the error without its causes. The rest of a message with more than 1 KiB is left out, which `…` shows.
    pub message: String,
    /// The path of the step that failed, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// The attempt of that step that failed last, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attempt: Option<u32>,
}

/// The size in bytes to which a message is cut.
const MESSAGE: usize = 1024;

impl RunFailure {
    /// Returns the failure with the code and the message of an error, whose end may be missing.
    pub(crate) fn of_json(error: &str) -> Self {
        #[derive(Deserialize)]
        struct ErrorText<'a> {
            #[serde(borrow, default)]
            code: Cow<'a, str>,
            #[serde(borrow, default)]
            message: Cow<'a, str>,
        }
        let (code, message) = match serde_json::from_str(error) {
            Ok(ErrorText { code, message }) => (code.into_owned(), message.into_owned()),
            Err(_) => (
                text_after(error, r#""code":""#).unwrap_or_default(),
                text_after(error, r#""message":""#).unwrap_or_else(|| "the error cannot be read".to_owned()),
            ),
        };
        Self { code, message: cut(message), step: None, attempt: None }
    }

    /// Changes the message, as a mask of secrets does.
    #[doc(hidden)]
    pub fn change_message(&mut self, change: impl FnOnce(&str) -> String) {
        self.message = cut(change(&self.message));
    }
}

/// Returns the JSON string after a text, also if its end is missing.
fn text_after(json: &str, before: &str) -> Option<String> {
    let text = &json[json.find(before)? + before.len()..];
    let end = text.char_indices().scan(false, |escaped, (at, char)| {
        let ends = !*escaped && char == '"';
        *escaped = !*escaped && char == '\\';
        Some(ends.then_some(at))
    });
    let text = &text[..end.flatten().next().unwrap_or(text.len())];
    // An escape at the end may be cut, which is 12 bytes long at most.
    let lengths =
        (0..=12).filter_map(|less| text.len().checked_sub(less)).filter(|length| text.is_char_boundary(*length));
    lengths.into_iter().find_map(|length| serde_json::from_str(&format!("\"{}\"", &text[..length])).ok())
}

fn cut(mut message: String) -> String {
    if message.len() > MESSAGE {
        message.truncate(message.floor_char_boundary(MESSAGE));
        message.push('…');
    }
    message
}

/// A run in a list. The steps are not known from the record.
impl From<&RunRecord> for RunSummary {
    fn from(run: &RunRecord) -> Self {
        let failed = run.error.as_ref().filter(|_| run.status == RunStatus::Failed);
        Self {
            id: run.id.clone(),
            pipeline: run.pipeline.clone(),
            definition_hash: run.definition_hash.clone(),
            status: run.status,
            started: run.started,
            ended: run.ended,
            tag: run.tag.clone(),
            parent: run.parent.clone(),
            last_seq: run.last_seq,
            steps: None,
            failure: failed.map(|error: &Json| RunFailure::of_json(error.get())),
        }
    }
}

/// The numbers of runs by status. Serializes to an object.
///
/// # Examples
/// ```
/// use runnable_store::{RunCounts, RunStatus};
///
/// let mut counts = RunCounts::default();
/// counts.add(RunStatus::Failed, 2);
/// assert_eq!((counts.get(RunStatus::Failed), counts.total()), (2, 2));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct RunCounts([u64; RunStatus::ALL.len()]);

impl RunCounts {
    /// Returns the number of runs with a status.
    #[must_use]
    pub fn get(&self, status: RunStatus) -> u64 {
        self.0[status as usize]
    }

    /// Returns the number of runs.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.0.iter().sum()
    }

    /// Adds runs with a status.
    pub fn add(&mut self, status: RunStatus, runs: u64) {
        self.0[status as usize] += runs;
    }
}

impl Serialize for RunCounts {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut counts = to.serialize_map(Some(self.0.len()))?;
        for status in RunStatus::ALL {
            counts.serialize_entry(status.name(), &self.get(status))?;
        }
        counts.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_of_an_error_is_read_even_if_the_end_of_the_error_is_missing() {
        let whole = r#"{"code":"failed","message":"a \"b\" \u00e9 \ud83d\ude00 c","causes":["d"],"retryable":true}"#;
        let message = "a \"b\" é 😀 c";
        for end in (0..=whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            let failure = RunFailure::of_json(&whole[..end]);
            let read = message.starts_with(&failure.message) || failure.message == "the error cannot be read";
            assert!(read && "failed".starts_with(&failure.code), "{end}: {failure:?}");
        }
        assert_eq!(RunFailure::of_json(whole).message, message);
    }

    #[test]
    fn a_long_message_is_cut_between_characters() {
        let failure = RunFailure::of_json(&format!(r#"{{"code":"failed","message":"{}"}}"#, "é".repeat(600)));
        assert_eq!(failure.message, format!("{}…", "é".repeat(512)));
    }
}
