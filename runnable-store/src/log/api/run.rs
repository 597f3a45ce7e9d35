//! The records of runs.

use super::{json::Json, status::RunStatus, write::Write};
use crate::time;
use serde::{Deserialize, Serialize};
use std::time::SystemTime;

/// The code that a run executes.
///
/// # Examples
/// ```
/// use runnable_store::CodeIdentity;
///
/// let code = CodeIdentity::new("digest", "1.2.0");
/// assert_eq!(code.version.as_deref(), Some("1.2.0"));
/// assert_eq!(code.git_sha, None);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CodeIdentity {
    /// The name of the crate.
    pub name: Option<String>,
    /// The version of the crate.
    pub version: Option<String>,
    /// The commit that was checked out.
    pub git_sha: Option<String>,
    /// `true` if files differed from that commit.
    pub dirty: Option<bool>,
}

impl CodeIdentity {
    /// Returns the identity of a crate, without a commit.
    #[must_use]
    pub fn new(name: impl Into<String>, version: impl Into<String>) -> Self {
        Self { name: Some(name.into()), version: Some(version.into()), ..Self::default() }
    }
}

/// A run that is about to be recorded: [`RunLog::create`](crate::RunLog::create).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NewRun {
    /// The id, unique in the log.
    pub id: String,
    /// The name of the pipeline.
    pub pipeline: String,
    /// The hash of the pipeline's definition.
    pub definition_hash: String,
    /// The definition, which the log keeps once per hash.
    pub definition: Json,
    /// The graph of the pipeline, which the log keeps once per hash. It is not part of the definition.
    pub graph: Option<Json>,
    /// The input, an object with the parameters by name.
    pub input: Json,
    /// A label for [`RunFilter`](crate::RunFilter).
    pub tag: Option<String>,
    /// The run from which this run was forked.
    pub parent: Option<String>,
    /// The code that the run executes.
    pub code: Option<CodeIdentity>,
    /// The time at which the run started. Logs keep milliseconds.
    pub started: SystemTime,
    /// The first entries of the run's log, such as the steps that a fork takes over.
    #[doc(hidden)]
    pub entries: Vec<Write>,
}

impl NewRun {
    /// The [epoch](RunRecord::epoch) of a new run.
    pub(crate) const EPOCH: u64 = 1;

    /// Returns a run that starts now, without a graph, a tag, a parent or a code identity.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        pipeline: impl Into<String>,
        definition_hash: impl Into<String>,
        definition: Json,
        input: Json,
    ) -> Self {
        Self {
            id: id.into(),
            pipeline: pipeline.into(),
            definition_hash: definition_hash.into(),
            definition,
            graph: None,
            input,
            tag: None,
            parent: None,
            code: None,
            started: SystemTime::now(),
            entries: Vec::new(),
        }
    }
}

/// A recorded run.
///
/// Serializes to an object in which times are RFC 3339 texts; missing values are left out.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct RunRecord {
    /// The id, unique in the log.
    pub id: String,
    /// The name of the pipeline.
    pub pipeline: String,
    /// The hash of the pipeline's definition; see [`RunLog::definition`](crate::RunLog::definition).
    pub definition_hash: String,
    /// The status.
    pub status: RunStatus,
    /// The input, an object with the parameters by name.
    pub input: Json,
    /// The output, an object with the returns by name, if the run succeeded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<Json>,
    /// The error, `{"code":..,"message":..,"causes":[..],"retryable":..}`, if the run failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Json>,
    /// The label of the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The run from which this run was forked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The code that the run executed when it started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<CodeIdentity>,
    /// The time at which the run started, in whole milliseconds.
    #[serde(serialize_with = "time::serialize")]
    pub started: SystemTime,
    /// The time at which the run ended, in whole milliseconds.
    #[serde(serialize_with = "time::serialize_option", skip_serializing_if = "Option::is_none")]
    pub ended: Option<SystemTime>,
    /// The number of the last recorded event, or 0 if no event is recorded.
    pub last_seq: u64,
    /// The fencing token: 1 for a new run, and greater each time that the run is claimed, is interrupted or ends. An owner can
    /// only write with the epoch under which it created or claimed the run.
    #[serde(skip)]
    pub epoch: u64,
}

/// The record of a run that has just started.
impl From<&NewRun> for RunRecord {
    fn from(run: &NewRun) -> Self {
        Self {
            id: run.id.clone(),
            pipeline: run.pipeline.clone(),
            definition_hash: run.definition_hash.clone(),
            status: RunStatus::Running,
            input: Json::clone(&run.input),
            output: None,
            error: None,
            tag: run.tag.clone(),
            parent: run.parent.clone(),
            code: run.code.clone(),
            started: time::whole_millis(run.started),
            ended: None,
            last_seq: 0,
            epoch: NewRun::EPOCH,
        }
    }
}

/// The progress of a run: the part of its record that changes while the run is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RunProgress {
    /// The status.
    pub status: RunStatus,
    /// The number of the last recorded event, or 0 if no event is recorded.
    pub last_seq: u64,
    /// The fencing token; see [`RunRecord::epoch`].
    pub epoch: u64,
}

impl From<&RunRecord> for RunProgress {
    fn from(run: &RunRecord) -> Self {
        Self { status: run.status, last_seq: run.last_seq, epoch: run.epoch }
    }
}
