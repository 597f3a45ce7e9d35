//! What is recorded.

use crate::{StoreError, StoreErrorKind};
use runnable_wire::EventType;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::sync::Arc;

/// A JSON text, known to be one.
pub type Json = Arc<RawValue>;

/// A text as JSON; `null` where it is none.
#[must_use]
pub fn json(text: impl Into<String>) -> Json {
    let text = RawValue::from_string(text.into()).ok().map(Arc::from);
    text.unwrap_or_else(|| Arc::from(RawValue::NULL.to_owned()))
}

/// How a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum RunStatus {
    /// It runs, or its process died and nobody has looked yet.
    Running,
    /// It gave its output.
    Succeeded,
    /// It failed.
    Failed,
    /// It was cancelled or dropped.
    Cancelled,
    /// Its process died.
    Interrupted,
}

impl RunStatus {
    /// Its name: `running`, `succeeded`, `failed`, `cancelled` or `interrupted`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
        }
    }

    /// The status of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Running, Self::Succeeded, Self::Failed, Self::Cancelled, Self::Interrupted]
            .into_iter()
            .find(|status| status.name() == name)
    }
}

/// How an attempt of a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum StepStatus {
    /// It began, and its end is not known.
    Running,
    /// It gave its returns.
    Succeeded,
    /// It failed.
    Failed,
    /// It was dropped: a sibling failed, or the run was cancelled.
    Cancelled,
    /// Its process died. Said of it when the run goes on.
    Interrupted,
    /// It failed, and a `try` went on without it.
    Recovered,
}

impl StepStatus {
    /// Its name: `running`, `succeeded`, `failed`, `cancelled`, `interrupted` or `recovered`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
            Self::Recovered => "recovered",
        }
    }

    /// The status of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Running, Self::Succeeded, Self::Failed, Self::Cancelled, Self::Interrupted, Self::Recovered]
            .into_iter()
            .find(|status| status.name() == name)
    }
}

/// What code a run runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeIdentity {
    /// The crate's name.
    pub name: Option<String>,
    /// The crate's version.
    pub version: Option<String>,
    /// The commit that was checked out.
    pub git_sha: Option<String>,
    /// Whether files differed from that commit.
    pub dirty: Option<bool>,
}

/// A run that begins.
#[derive(Debug, Clone)]
pub struct NewRun {
    /// Its id.
    pub id: String,
    /// The pipeline's name.
    pub pipeline: String,
    /// The hash of the pipeline's definition.
    pub definition_hash: String,
    /// The definition itself, kept once for each hash.
    pub definition: Json,
    /// Its input, by name.
    pub input: Json,
    /// What it is called beside its id.
    pub tag: Option<String>,
    /// The run that it was forked from.
    pub parent: Option<String>,
    /// What code it runs.
    pub code: Option<CodeIdentity>,
    /// When it began, in milliseconds since the Unix epoch.
    pub started: i64,
}

impl NewRun {
    /// A run that begins now, of no code, without a tag or a parent.
    #[must_use]
    pub fn new(
        id: impl Into<String>,
        pipeline: impl Into<String>,
        definition_hash: impl Into<String>,
        definition: Json,
        input: Json,
    ) -> Self {
        let (id, pipeline, definition_hash) = (id.into(), pipeline.into(), definition_hash.into());
        Self {
            id,
            pipeline,
            definition_hash,
            definition,
            input,
            tag: None,
            parent: None,
            code: None,
            started: crate::now(),
        }
    }
}

/// A run, as recorded.
#[derive(Debug, Clone, Serialize)]
pub struct RunRecord {
    /// Its id.
    pub id: String,
    /// The pipeline's name.
    pub pipeline: String,
    /// The hash of the pipeline's definition.
    pub definition_hash: String,
    /// How it stands.
    pub status: RunStatus,
    /// Its input, by name.
    pub input: Json,
    /// Its output, by name, where it succeeded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<Json>,
    /// Its error, where it failed: `{"code":..,"message":..,"retryable":..}`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Json>,
    /// What it is called beside its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The run that it was forked from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// What code it ran when it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<CodeIdentity>,
    /// When it began, in milliseconds since the Unix epoch.
    pub started: i64,
    /// When it ended, in milliseconds since the Unix epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<i64>,
    /// The number of its last recorded event; 0 where it has none.
    pub last_seq: u64,
}

/// An attempt of a step, as recorded.
#[derive(Debug, Clone, Serialize)]
pub struct StepRecord {
    /// Its path: `translate/es`, `languages[2]/translate`.
    pub path: String,
    /// The attempt, from 1; it counts on when a run is resumed.
    pub attempt: u32,
    /// How it stands.
    pub status: StepStatus,
    /// When it began, in milliseconds since the Unix epoch.
    pub started: i64,
    /// When it ended, in milliseconds since the Unix epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<i64>,
    /// Its inputs, by name; what cannot be serialised is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inputs: Option<Json>,
    /// Its returns, by name, where it succeeded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<Json>,
    /// Its error, where it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Json>,
}

/// An event, as recorded.
#[derive(Debug, Clone)]
pub struct EventRecord {
    /// The position in the run, from 1, without holes.
    pub seq: u64,
    /// When it was sent, in milliseconds since the Unix epoch.
    pub ts: i64,
    /// The step's path, as a list of names: `["languages[2]","translate"]`.
    pub path: Json,
    /// The step's attempt, from 1.
    pub attempt: u32,
    /// The event's `type`.
    pub event_type: EventType,
    /// Its `data`; `None` where it has none.
    pub data: Option<Json>,
}

impl EventRecord {
    /// About how many bytes it takes.
    pub(crate) fn size(&self) -> usize {
        let data = self.data.as_ref().map_or(0, |data| data.get().len());
        size_of::<Self>() + self.path.get().len() + self.event_type.as_str().len() + data
    }
}

/// A file that a step took or made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ArtifactRecord {
    /// Its name: a relative path with `/`.
    pub name: String,
    /// The path of the step.
    pub step: String,
    /// The step's attempt, from 1.
    pub attempt: u32,
    /// Whether the step made it (`put`), or took it (`get`).
    pub put: bool,
    /// The BLAKE3 hash of its content, in hexadecimal digits.
    pub hash: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its media type.
    pub media_type: String,
    /// When, in milliseconds since the Unix epoch.
    pub at: i64,
}

/// What is added to the log of one run, in this order.
#[derive(Debug, Clone)]
pub struct Writes {
    /// The run.
    pub run: Arc<str>,
    /// What is added.
    pub writes: Vec<Write>,
}

/// One thing that is added to the log of a run. What is there is never changed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Write {
    /// An attempt of a step begins.
    StepStarted {
        /// Its path.
        path: String,
        /// The attempt.
        attempt: u32,
        /// When, in milliseconds since the Unix epoch.
        at: i64,
        /// Its inputs, by name.
        inputs: Option<Json>,
    },
    /// An attempt of a step ends: one that began.
    StepEnded {
        /// Its path.
        path: String,
        /// The attempt.
        attempt: u32,
        /// When, in milliseconds since the Unix epoch.
        at: i64,
        /// How.
        status: StepStatus,
        /// Its returns, by name.
        output: Option<Json>,
        /// Its error.
        error: Option<Json>,
    },
    /// An event was sent: the one after the last.
    Event(EventRecord),
    /// A step took or made a file.
    Artifact(ArtifactRecord),
    /// The run ends; its lease does, too.
    RunEnded {
        /// When, in milliseconds since the Unix epoch.
        at: i64,
        /// How.
        status: RunStatus,
        /// Its output, by name.
        output: Option<Json>,
        /// Its error.
        error: Option<Json>,
    },
}

impl Write {
    /// Refuses what cannot be an end.
    pub(crate) fn examine(&self) -> Result<(), StoreError> {
        let refuse = |what| Err(StoreError::new(StoreErrorKind::Invalid, what));
        match self {
            Self::StepEnded { status: StepStatus::Running, .. } => refuse("a step cannot end as `running`"),
            Self::RunEnded { status: RunStatus::Running, .. } => refuse("a run cannot end as `running`"),
            _ => Ok(()),
        }
    }
}
