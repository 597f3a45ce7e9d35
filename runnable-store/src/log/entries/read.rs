//! Reads records from the rows of a run.

use super::{
    columns::number,
    encode::{File, Inputs},
    entry::{DATA, Entry, damaged, entries},
    kind::EntryKind,
};
use crate::{
    error::StoreError,
    log::api::{ArmRecord, ArtifactRecord, EventRecord, Json, StepRecord},
};
use runnable_wire::EventType;
use std::collections::HashMap;

/// Reads the events of a row with numbers greater than `after`, until `to` has `limit` events or `left` bytes were read.
///
/// `seq` is the number of the last event of the row, and `count` the number of events in the row.
pub(crate) fn events(
    (seq, count): (i64, i64),
    text: &str,
    after: u64,
    limit: usize,
    left: &mut usize,
    to: &mut Vec<EventRecord>,
) -> Result<(), StoreError> {
    let mut push = |event: EventRecord| {
        *left = left.saturating_sub(event.size());
        to.push(event);
        to.len() < limit && *left > 0
    };
    let mut next: u64 = number(seq.saturating_sub(count).saturating_add(1))?;
    for entry in entries(text)? {
        let count = entry.event_count()?;
        if next.saturating_add(count) > after.saturating_add(1) && count > 0 {
            let (path, attempt, event_type): (Json, u32, EventType) =
                (entry.element(2)?.to_owned().into(), entry.get(3)?, entry.get(4)?);
            let event = |seq, ts, data| {
                let mut event = EventRecord::new(seq, ts, Json::clone(&path), attempt, event_type.clone());
                event.data = data;
                event
            };
            if entry.kind() == Some(EntryKind::Event) {
                if !push(event(next, entry.at()?, entry.json(DATA))) {
                    return Ok(());
                }
            } else {
                let merged = (next..).zip(entries(entry.element(DATA)?.get())?);
                for (seq, one) in merged.filter(|(seq, _)| *seq > after) {
                    if !push(event(seq, one.time(0)?, one.json(1))) {
                        return Ok(());
                    }
                }
            }
        }
        next = next.saturating_add(count);
    }
    Ok(())
}

/// Reads the attempts of steps in these rows, in the order in which they started.
pub(crate) fn steps(rows: &[String]) -> Result<Vec<StepRecord>, StoreError> {
    let mut steps: Vec<StepRecord> = Vec::new();
    let mut indices: HashMap<(String, u32), usize> = HashMap::new();
    for row in rows {
        for entry in entries(row)? {
            match entry.kind() {
                Some(EntryKind::Started) => {
                    let (path, attempt) = entry.step()?;
                    indices.insert((path.clone(), attempt), steps.len());
                    steps.push(StepRecord::running(path, attempt, entry.at()?, entry.json(4)));
                }
                Some(EntryKind::Inputs) => {
                    let Some(index) = indices.get(&entry.step()?) else { continue };
                    let inputs: Inputs<'_> = serde_json::from_str(entry.element(4)?.get()).map_err(damaged)?;
                    let step = &mut steps[*index];
                    (step.hashed, step.unchecked) = (inputs.hashed.into_owned(), inputs.unchecked.into_owned());
                }
                Some(EntryKind::Ended(status)) => {
                    let Some(index) = indices.get(&entry.step()?) else { continue };
                    let step = &mut steps[*index];
                    (step.status, step.ended) = (status, Some(entry.at()?));
                    (step.output, step.error) = (entry.wrapped(4)?, entry.wrapped(5)?);
                }
                _ => {}
            }
        }
    }
    Ok(steps)
}

/// Reads the arms in these rows, in the order in which they were taken.
pub(crate) fn arms(rows: &[String]) -> Result<Vec<ArmRecord>, StoreError> {
    let (mut arms, mut attempts) = (Vec::new(), 0);
    for row in rows {
        for entry in entries(row)? {
            match entry.kind() {
                Some(EntryKind::Started) => attempts += 1,
                Some(EntryKind::Arm) => {
                    let (path, choice) = entry.step()?;
                    arms.push(ArmRecord::new(path, choice, entry.get(4)?, attempts));
                }
                _ => {}
            }
        }
    }
    Ok(arms)
}

/// Reads the files in these rows.
pub(crate) fn artifacts(rows: &[String]) -> Result<Vec<ArtifactRecord>, StoreError> {
    let mut files = Vec::new();
    for row in rows {
        for entry in entries(row)? {
            match entry.kind() {
                Some(EntryKind::Put) => files.push(artifact(&entry, true)?),
                Some(EntryKind::Get) => files.push(artifact(&entry, false)?),
                _ => {}
            }
        }
    }
    Ok(files)
}

fn artifact(entry: &Entry<'_>, put: bool) -> Result<ArtifactRecord, StoreError> {
    let (step, attempt) = entry.step()?;
    let File { name, hash, size, media_type } = serde_json::from_str(entry.element(4)?.get()).map_err(damaged)?;
    let mut record = ArtifactRecord::put(name, step, attempt, hash, size);
    (record.put, record.media_type, record.at) = (put, media_type.into_owned(), entry.at()?);
    Ok(record)
}
