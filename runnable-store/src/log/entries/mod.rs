//! A row of the log: what a run added in one transaction, as a JSON list.
//!
//! ```json
//! ["event", at, ["path"], attempt, "type", data?]
//! ["events", at, ["path"], attempt, "type", [[at, data?]]]    consecutive ones, folded
//! ["started", at, "path", attempt, inputs?]
//! ["succeeded" | "failed" | "cancelled" | "interrupted" | "recovered", at, "path", attempt, [output?], [error?]]
//! ["put" | "get", at, "path", attempt, {"name", "hash", "size", "media_type"}]
//! ```

mod fold;
pub(crate) mod plan;
mod read;
pub(crate) mod rows;

pub(crate) use fold::fold;
pub(crate) use read::{Examiner, artifacts_of, events_of, steps_of};

use crate::{ArtifactRecord, Json, StoreError, StoreErrorKind, Write};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A row ends after so many bytes: what a reader from its middle reads for nothing.
const BYTES: usize = 128 * 1024;

/// A row of a run's log.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// The number of the run's entries up to its end.
    pub(crate) position: i64,
    /// The run's last event up to its end.
    pub(crate) seq: i64,
    /// How many of its entries are events.
    pub(crate) n: i64,
    pub(crate) entries: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct File<'a> {
    name: Cow<'a, str>,
    hash: Cow<'a, str>,
    size: u64,
    media_type: Cow<'a, str>,
}

impl Page {
    /// The row after one that ended there.
    pub(crate) fn after(position: i64, seq: i64) -> Self {
        Self { position, seq, n: 0, entries: Vec::with_capacity(512) }
    }

    pub(crate) fn is_full(&self) -> bool {
        self.entries.len() >= BYTES
    }

    /// Adds an entry; a run's end is none.
    pub(crate) fn add(&mut self, write: &Write) -> Result<(), StoreError> {
        self.entries.push(if self.entries.is_empty() { b'[' } else { b',' });
        encode(write, &mut self.entries)?;
        self.position += 1;
        if let Write::Event(_) = write {
            self.n += 1;
            self.seq += 1;
        }
        Ok(())
    }

    /// The list as it is stored.
    pub(crate) fn text(mut self) -> Result<String, StoreError> {
        self.entries.push(b']');
        String::from_utf8(self.entries).map_err(unwritten)
    }
}

fn unwritten(source: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, "this cannot be recorded").because(source)
}

fn encode(write: &Write, to: &mut Vec<u8>) -> Result<(), StoreError> {
    match write {
        Write::StepStarted { path, attempt, at, inputs } => {
            head("started", *at, path, *attempt, to)?;
            trailing(inputs.as_ref(), to);
        }
        Write::StepEnded { path, attempt, at, status, output, error } => {
            head(status.name(), *at, path, *attempt, to)?;
            for part in [output, error] {
                to.extend_from_slice(b",[");
                to.extend_from_slice(part.as_ref().map_or("", |json| json.get()).as_bytes());
                to.push(b']');
            }
        }
        Write::Event(event) => {
            // A path is a list of names: it goes in as it is.
            opening("event", event.ts, to);
            to.extend_from_slice(event.path.get().as_bytes());
            number(event.attempt, to);
            to.push(b',');
            serde_json::to_writer(&mut *to, &event.event_type).map_err(unwritten)?;
            trailing(event.data.as_ref(), to);
        }
        Write::Artifact(file) => {
            head(if file.put { "put" } else { "get" }, file.at, &file.step, file.attempt, to)?;
            to.push(b',');
            serde_json::to_writer(&mut *to, &File::from(file)).map_err(unwritten)?;
        }
        Write::RunEnded { .. } => {
            return Err(StoreError::new(StoreErrorKind::Invalid, "a run's end is no entry of its log"));
        }
    }
    to.push(b']');
    Ok(())
}

fn head(kind: &str, at: i64, path: &str, attempt: u32, to: &mut Vec<u8>) -> Result<(), StoreError> {
    opening(kind, at, to);
    serde_json::to_writer(&mut *to, path).map_err(unwritten)?;
    number(attempt, to);
    Ok(())
}

/// `["kind",at,`
fn opening(kind: &str, at: i64, to: &mut Vec<u8>) {
    to.extend_from_slice(br#"[""#);
    to.extend_from_slice(kind.as_bytes());
    to.push(b'"');
    number(at, to);
    to.push(b',');
}

/// A comma and a number.
fn number(number: impl itoa::Integer, to: &mut Vec<u8>) {
    to.push(b',');
    to.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

fn trailing(json: Option<&Json>, to: &mut Vec<u8>) {
    if let Some(json) = json {
        to.push(b',');
        to.extend_from_slice(json.get().as_bytes());
    }
}

impl<'a> From<&'a ArtifactRecord> for File<'a> {
    fn from(file: &'a ArtifactRecord) -> Self {
        let (name, hash, media_type) =
            (Cow::Borrowed(&*file.name), Cow::Borrowed(&*file.hash), Cow::Borrowed(&*file.media_type));
        Self { name, hash, size: file.size, media_type }
    }
}
