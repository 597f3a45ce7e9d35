//! The records that a service sends.

use super::unreadable;
use crate::failure::Result;
use runnable_store::{
    CodeIdentity, EventRecord, HashedInput, Json, NewRun, RunRecord, RunStatus, RunSummary, StepCounts, StepRecord,
    StepStatus, json,
};
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::value::RawValue;
use std::{borrow::Cow, time::SystemTime};

/// A time in RFC 3339.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time(SystemTime);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        humantime::parse_rfc3339(&text).map(Self).map_err(D::Error::custom)
    }
}

/// A run. In a list it has neither input nor output.
#[derive(Deserialize)]
pub(super) struct SentRun {
    pub(super) id: String,
    pipeline: String,
    status: RunStatus,
    started: Time,
    ended: Option<Time>,
    last_seq: u64,
    parent: Option<String>,
    tag: Option<String>,
    #[serde(default)]
    definition_hash: String,
    code: Option<CodeIdentity>,
    input: Option<Box<RawValue>>,
    output: Option<Box<RawValue>>,
    error: Option<Box<RawValue>>,
    steps: Option<StepCounts>,
}

/// The place of a failure, which the errors in a list have.
#[derive(Deserialize)]
struct FailedStep {
    step: Option<String>,
    attempt: Option<u32>,
}

impl SentRun {
    pub(super) fn record(self) -> Result<RunRecord> {
        let null = || json("null").map_err(|error| unreadable(&error.to_string()));
        let input = self.input.map_or_else(null, |input| Ok(input.into()))?;
        let run = NewRun::new(self.id, self.pipeline, self.definition_hash, null()?, input);
        let mut record = RunRecord::from(&run);
        (record.status, record.started, record.ended) = (self.status, self.started.0, self.ended.map(|time| time.0));
        (record.output, record.error) = (self.output.map(Json::from), self.error.map(Json::from));
        (record.tag, record.parent, record.code) = (self.tag, self.parent, self.code);
        record.last_seq = self.last_seq;
        Ok(record)
    }

    /// Returns the number of the last event, unless the run is running.
    pub(super) fn end(&self) -> Option<u64> {
        (self.status != RunStatus::Running).then_some(self.last_seq)
    }

    pub(super) fn summary(self) -> Result<RunSummary> {
        let steps = self.steps;
        let place = self.error.as_ref().and_then(|error| serde_json::from_str::<FailedStep>(error.get()).ok());
        let mut summary = RunSummary::from(&self.record()?);
        summary.steps = steps;
        if let (Some(failure), Some(place)) = (&mut summary.failure, place) {
            (failure.step, failure.attempt) = (place.step, place.attempt);
        }
        Ok(summary)
    }
}

/// A page of steps.
#[derive(Deserialize)]
pub(super) struct Page<S> {
    pub(super) steps: Vec<S>,
    pub(super) next: Option<u64>,
}

/// An attempt of a step.
#[derive(Deserialize)]
pub(super) struct SentStep {
    path: String,
    attempt: u32,
    status: StepStatus,
    started: Time,
    ended: Option<Time>,
    inputs: Option<Box<RawValue>>,
    #[serde(default)]
    hashed: Vec<HashedInput>,
    #[serde(default)]
    unchecked: Vec<String>,
    output: Option<Box<RawValue>>,
    error: Option<Box<RawValue>>,
}

impl SentStep {
    pub(super) fn record(self) -> StepRecord {
        let mut record = StepRecord::running(self.path, self.attempt, self.started.0, self.inputs.map(Json::from));
        (record.status, record.ended) = (self.status, self.ended.map(|time| time.0));
        (record.hashed, record.unchecked) = (self.hashed, self.unchecked);
        (record.output, record.error) = (self.output.map(Json::from), self.error.map(Json::from));
        record
    }
}

/// Reads a line of a stream of events; `None` if it is not an event of the run, such as the mark of events that were missed.
pub(super) fn event(line: &[u8]) -> Result<Option<EventRecord>> {
    #[derive(Deserialize)]
    struct Sent<'a> {
        seq: Option<u64>,
        #[serde(borrow, rename = "type")]
        event_type: Cow<'a, str>,
        ts: Option<Time>,
        path: Option<Box<RawValue>>,
        attempt: Option<u32>,
        data: Option<Box<RawValue>>,
    }
    let sent: Sent<'_> = serde_json::from_slice(line).map_err(|error| unreadable(&error.to_string()))?;
    let (Some(seq), Some(ts), Some(path)) = (sent.seq, sent.ts, sent.path) else { return Ok(None) };
    let mut record = EventRecord::new(seq, ts.0, path.into(), sent.attempt.unwrap_or(1), &*sent.event_type);
    record.data = sent.data.map(Json::from);
    Ok(Some(record))
}
