//! The parts of a unit's journal at its engine.

use bytes::Bytes;
use runnable_store::{
    CodeIdentity, EventRecord, Json, NewRun, RunStatus, StoreError, StoreErrorKind, Write, entries_from_json,
    entries_to_json,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::oneshot;

/// A part of the journal. Parts are durable in their order, and a later version of this crate must read them: members are added,
/// never changed.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Part {
    /// The record of the run, in the first part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created: Option<Created>,
    /// The items whose records are complete with this part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) items: Vec<String>,
    /// Entries of steps, in the format of run logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entries: Option<Box<RawValue>>,
    /// The number of the event before `events`.
    #[serde(default, skip_serializing_if = "is_zero")]
    after: u64,
    /// Events that were not yet published when the part was made, in the format of run logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    events: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ended: Option<Ended>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde asks for")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[derive(Debug, Serialize, Deserialize)]
struct Created {
    definition_hash: String,
    definition: Box<RawValue>,
    input: Box<RawValue>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<CodeIdentity>,
    started: u64,
    /// The maps whose items run on other workers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    spread: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Ended {
    at: u64,
    status: RunStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    output: Option<Box<RawValue>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    error: Option<Box<RawValue>>,
    /// The path of the step that failed, in the unit of an item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    step: Option<String>,
}

fn to_millis(time: SystemTime) -> u64 {
    let millis = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    u64::try_from(millis).unwrap_or(u64::MAX)
}

fn from_millis(millis: u64) -> SystemTime {
    UNIX_EPOCH.checked_add(Duration::from_millis(millis)).unwrap_or(UNIX_EPOCH)
}

fn raw(json: Option<&Json>) -> Option<Box<RawValue>> {
    json.map(|json| (**json).to_owned())
}

fn list(text: String) -> Result<Box<RawValue>, StoreError> {
    RawValue::from_string(text).map_err(unreadable)
}

fn unreadable(error: serde_json::Error) -> StoreError {
    StoreError::new(StoreErrorKind::Corrupt, "a part of a run's journal cannot be read").with_source(error)
}

impl Part {
    /// Makes a part of entries of steps, of events that follow the event `after`, and perhaps of the end of the run.
    pub(crate) fn new(
        created: Option<(&NewRun, &[String])>,
        entries: &[Write],
        events: &[EventRecord],
        end: Option<&Write>,
        step: Option<String>,
    ) -> Result<Self, StoreError> {
        let created = created.map(|(run, spread)| Created {
            definition_hash: run.definition_hash.clone(),
            definition: (*run.definition).to_owned(),
            input: (*run.input).to_owned(),
            tag: run.tag.clone(),
            code: run.code.clone(),
            started: to_millis(run.started),
            spread: spread.to_vec(),
        });
        let ended = match end {
            Some(Write::RunEnded { at, status, output, error }) => Some(Ended {
                at: to_millis(*at),
                status: *status,
                output: raw(output.as_ref()),
                error: raw(error.as_ref()),
                step,
            }),
            _ => None,
        };
        let all: Vec<_> = events.iter().cloned().map(Write::Event).collect();
        Ok(Self {
            created,
            items: Vec::new(),
            entries: if entries.is_empty() { None } else { Some(list(entries_to_json(entries)?)?) },
            after: events.first().map_or(0, |first| first.seq - 1),
            events: if all.is_empty() { None } else { Some(list(entries_to_json(&all)?)?) },
            ended,
        })
    }

    pub(crate) fn encode(&self) -> Result<Bytes, StoreError> {
        serde_json::to_vec(self).map(Bytes::from).map_err(unreadable)
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, StoreError> {
        serde_json::from_slice(bytes).map_err(unreadable)
    }

    /// Returns whether it has the end of the run.
    pub(crate) fn is_last(&self) -> bool {
        self.ended.is_some()
    }
}

/// A part that is to become durable.
#[derive(Debug)]
pub(crate) struct Pending {
    pub(crate) part: Bytes,
    /// True if the part has the end of the run.
    pub(crate) is_last: bool,
    /// Sent once the part is durable.
    pub(crate) ack: oneshot::Sender<()>,
}

/// The journal of a unit so far.
#[derive(Debug, Default)]
pub(super) struct Past {
    pub(super) created: Option<NewRun>,
    /// The maps whose items run on other workers, if the run has begun.
    pub(super) spread: Option<Vec<String>>,
    /// The items whose records are complete.
    pub(super) items: Vec<String>,
    pub(super) entries: Vec<Write>,
    /// Events that were not yet published when they were written, some of which may have been since.
    pub(super) events: Vec<EventRecord>,
    pub(super) ended: Option<Write>,
    /// The path of the step whose failure ended an item.
    pub(super) step: Option<String>,
}

impl Past {
    pub(super) fn read(run: &str, pipeline: &str, parts: Vec<Part>) -> Result<Self, StoreError> {
        let mut past = Self::default();
        for part in parts {
            if let Some(created) = part.created {
                let (definition, input) = (created.definition.into(), created.input.into());
                let mut new = NewRun::new(run, pipeline, created.definition_hash, definition, input);
                (new.tag, new.code, new.started) = (created.tag, created.code, from_millis(created.started));
                (past.created, past.spread) = (Some(new), Some(created.spread));
            }
            past.items.extend(part.items);
            if let Some(entries) = part.entries {
                past.entries.append(&mut entries_from_json(entries.get(), 0)?);
            }
            if let Some(events) = part.events {
                let events = entries_from_json(events.get(), part.after)?.into_iter();
                past.events.extend(events.filter_map(|write| match write {
                    Write::Event(event) => Some(event),
                    _ => None,
                }));
            }
            if let Some(Ended { at, status, output, error, step }) = part.ended {
                past.step = step;
                let (output, error) = (output.map(Json::from), error.map(Json::from));
                past.ended = Some(Write::RunEnded { at: from_millis(at), status, output, error });
            }
        }
        Ok(past)
    }
}
