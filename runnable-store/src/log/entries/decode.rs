//! Reads entries as they were written.

use super::{
    encode::{File, Inputs},
    entry::{DATA, Entry, damaged, entries},
    kind::EntryKind,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{ArtifactRecord, EventRecord, Json, Write},
};
use runnable_wire::EventType;
use std::time::SystemTime;

/// Reads the list of a row as the entries that were written. `after` is the number of the event before the first event of the
/// row.
///
/// # Errors
/// Returns an error of the kind `Corrupt` if an entry cannot be read, or has a kind that only a later version knows.
pub fn entries_from_json(text: &str, after: u64) -> Result<Vec<Write>, StoreError> {
    let (mut writes, mut seq) = (Vec::new(), after);
    for entry in entries(text)? {
        let kind = entry.kind().ok_or_else(|| {
            StoreError::new(StoreErrorKind::Corrupt, "an entry of the run log was written by a later version")
        })?;
        match kind {
            EntryKind::Event => {
                seq += 1;
                writes.push(event(&entry, seq, entry.at()?, entry.json(DATA))?);
            }
            EntryKind::Events => {
                for merged in entries(entry.element(DATA)?.get())? {
                    seq += 1;
                    writes.push(event(&entry, seq, merged.time(0)?, merged.json(1))?);
                }
            }
            EntryKind::Put | EntryKind::Get => writes.push(artifact(&entry, kind)?),
            _ => writes.push(of_step(&entry, kind)?),
        }
    }
    Ok(writes)
}

fn event(entry: &Entry<'_>, seq: u64, ts: SystemTime, data: Option<Json>) -> Result<Write, StoreError> {
    let event_type: EventType = entry.get(4)?;
    let mut event = EventRecord::new(seq, ts, entry.element(2)?.to_owned().into(), entry.get(3)?, event_type);
    event.data = data;
    Ok(Write::Event(event))
}

/// Reads an entry about an attempt, or about an arm.
fn of_step(entry: &Entry<'_>, kind: EntryKind) -> Result<Write, StoreError> {
    let ((path, attempt), at) = (entry.step()?, entry.at()?);
    Ok(match kind {
        EntryKind::Started => Write::StepStarted { path, attempt, at, inputs: entry.json(4) },
        EntryKind::Inputs => {
            let inputs: Inputs<'_> = serde_json::from_str(entry.element(4)?.get()).map_err(damaged)?;
            let (hashed, unchecked) = (inputs.hashed.into_owned(), inputs.unchecked.into_owned());
            Write::StepInputs { path, attempt, at, hashed, unchecked }
        }
        EntryKind::Ended(status) => {
            let (output, error) = (entry.wrapped(4)?, entry.wrapped(5)?);
            Write::StepEnded { path, attempt, at, status, output, error }
        }
        _ => Write::Arm { path, choice: attempt, arm: entry.get(4)?, at },
    })
}

fn artifact(entry: &Entry<'_>, kind: EntryKind) -> Result<Write, StoreError> {
    let ((step, attempt), at) = (entry.step()?, entry.at()?);
    let file: File<'_> = serde_json::from_str(entry.element(4)?.get()).map_err(damaged)?;
    Ok(Write::Artifact(ArtifactRecord {
        name: file.name.into_owned(),
        step,
        attempt,
        put: kind == EntryKind::Put,
        hash: file.hash.into_owned(),
        size: file.size,
        media_type: file.media_type.into_owned(),
        at,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::{
        api::{HashedInput, StepStatus, json},
        entries::entries_to_json,
    };
    use std::time::{Duration, UNIX_EPOCH};

    fn every_entry() -> Result<Vec<Write>, StoreError> {
        let at = UNIX_EPOCH + Duration::from_millis(1_764_000_000_123);
        let path = || "docs[2]/\"quoted\"".to_owned();
        let mut event = EventRecord::new(8, at, json(r#"["docs[2]","read"]"#)?, 3, "chunk");
        event.data = Some(json(r#"{"text":"\u00e9\n"}"#)?);
        let mut file = ArtifactRecord::put("a/b.txt", path(), 2, "00ff", 7);
        file.at = at;
        let got = ArtifactRecord { put: false, ..file.clone() };
        Ok(vec![
            Write::StepStarted { path: path(), attempt: 1, at, inputs: Some(json(r#"{"n":1}"#)?) },
            Write::StepStarted { path: path(), attempt: 2, at, inputs: None },
            Write::StepInputs {
                path: path(),
                attempt: 1,
                at,
                hashed: vec![HashedInput::new("text", "ab", 70_000)],
                unchecked: vec!["client".to_owned()],
            },
            Write::Event(event),
            Write::Arm { path: String::new(), choice: 1, arm: 2, at },
            Write::StepEnded {
                path: path(),
                attempt: 1,
                at,
                status: StepStatus::Succeeded,
                output: Some(json(r#"{"x":1.5}"#)?),
                error: None,
            },
            Write::StepEnded {
                path: path(),
                attempt: 2,
                at,
                status: StepStatus::Recovered,
                output: None,
                error: Some(json(r#"{"code":"failed"}"#)?),
            },
            Write::Event(EventRecord::new(9, at, json("[]")?, 1, "run.resumed")),
            Write::Artifact(file),
            Write::Artifact(got),
        ])
    }

    #[test]
    fn every_entry_reads_back_as_it_was_written() -> Result<(), StoreError> {
        let writes = every_entry()?;
        let back = entries_from_json(&entries_to_json(&writes)?, 7)?;
        assert_eq!(format!("{back:#?}"), format!("{writes:#?}"));
        Ok(())
    }

    #[test]
    fn an_entry_of_a_later_version_is_refused() {
        let error = entries_from_json(r#"[["unheard-of",1,"a",1]]"#, 0).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt);
    }
}
