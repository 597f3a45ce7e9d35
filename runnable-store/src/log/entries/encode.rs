//! Writes an entry as JSON.

use super::kind::EntryKind;
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{ArtifactRecord, HashedInput, Json, Write},
    time,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, time::SystemTime};

/// The file of a `put` or `get` entry.
#[derive(Serialize, Deserialize)]
pub(super) struct File<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) hash: Cow<'a, str>,
    pub(super) size: u64,
    pub(super) media_type: Cow<'a, str>,
}

/// The inputs of an `inputs` entry.
#[derive(Serialize, Deserialize)]
pub(super) struct Inputs<'a> {
    pub(super) hashed: Cow<'a, [HashedInput]>,
    pub(super) unchecked: Cow<'a, [String]>,
}

impl<'a> From<&'a ArtifactRecord> for File<'a> {
    fn from(file: &'a ArtifactRecord) -> Self {
        Self {
            name: Cow::Borrowed(&file.name),
            hash: Cow::Borrowed(&file.hash),
            size: file.size,
            media_type: Cow::Borrowed(&file.media_type),
        }
    }
}

pub(super) fn invalid(source: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, "an entry of the run log cannot be encoded").with_source(source)
}

/// Writes entries as the list of a row.
///
/// # Errors
/// Returns an error of the kind `Invalid` for an entry that is not part of a row: the end of a run.
pub fn entries_to_json<'w>(writes: impl IntoIterator<Item = &'w Write>) -> Result<String, StoreError> {
    let mut text = vec![b'['];
    for write in writes {
        if text.len() > 1 {
            text.push(b',');
        }
        encode(write, &mut text)?;
    }
    text.push(b']');
    String::from_utf8(text).map_err(invalid)
}

/// Appends an entry. Values that are JSON already are copied: most of an entry never passes through serde.
pub(super) fn encode(write: &Write, to: &mut Vec<u8>) -> Result<(), StoreError> {
    match write {
        Write::StepStarted { path, attempt, at, inputs } => {
            step(EntryKind::Started, *at, path, *attempt, to)?;
            optional(inputs.as_ref(), to);
        }
        Write::StepInputs { path, attempt, at, hashed, unchecked } => {
            step(EntryKind::Inputs, *at, path, *attempt, to)?;
            to.push(b',');
            let inputs = Inputs { hashed: Cow::Borrowed(hashed), unchecked: Cow::Borrowed(unchecked) };
            serde_json::to_writer(&mut *to, &inputs).map_err(invalid)?;
        }
        Write::Arm { path, choice, arm, at } => {
            step(EntryKind::Arm, *at, path, *choice, to)?;
            number(*arm, to);
        }
        Write::StepEnded { path, attempt, at, status, output, error } => {
            step(EntryKind::Ended(*status), *at, path, *attempt, to)?;
            for value in [output, error] {
                to.extend_from_slice(b",[");
                to.extend_from_slice(value.as_ref().map_or("", |json| json.get()).as_bytes());
                to.push(b']');
            }
        }
        Write::Event(event) => {
            start(EntryKind::Event, event.ts, to);
            to.extend_from_slice(event.path.get().as_bytes());
            number(event.attempt, to);
            to.push(b',');
            serde_json::to_writer(&mut *to, &event.event_type).map_err(invalid)?;
            optional(event.data.as_ref(), to);
        }
        Write::Artifact(file) => {
            let kind = if file.put { EntryKind::Put } else { EntryKind::Get };
            step(kind, file.at, &file.step, file.attempt, to)?;
            to.push(b',');
            serde_json::to_writer(&mut *to, &File::from(file)).map_err(invalid)?;
        }
        Write::RunEnded { .. } => {
            return Err(StoreError::new(StoreErrorKind::Invalid, "the end of a run is not an entry of the run log"));
        }
    }
    to.push(b']');
    Ok(())
}

/// Appends `["kind",at,"path",attempt`.
fn step(kind: EntryKind, at: SystemTime, path: &str, attempt: u32, to: &mut Vec<u8>) -> Result<(), StoreError> {
    start(kind, at, to);
    serde_json::to_writer(&mut *to, path).map_err(invalid)?;
    number(attempt, to);
    Ok(())
}

/// Appends `["kind",at,`.
fn start(kind: EntryKind, at: SystemTime, to: &mut Vec<u8>) {
    to.extend_from_slice(br#"[""#);
    to.extend_from_slice(kind.name().as_bytes());
    to.push(b'"');
    number(time::to_millis(at), to);
    to.push(b',');
}

/// Appends a comma and a number.
fn number(number: impl itoa::Integer, to: &mut Vec<u8>) {
    to.push(b',');
    to.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// Appends a comma and a value, or nothing.
fn optional(json: Option<&Json>, to: &mut Vec<u8>) {
    if let Some(json) = json {
        to.push(b',');
        to.extend_from_slice(json.get().as_bytes());
    }
}
