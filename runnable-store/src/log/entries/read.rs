//! Reads records from the rows of a run.

use super::{
    columns::number,
    encode::{File, Inputs},
    entry::{DATA, Entry, damaged, entries},
    kind::EntryKind,
};
use crate::{
    error::StoreError,
    log::api::{ArmRecord, ArtifactRecord, EventRecord, Json, StepFilter, StepPage, StepRecord},
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

/// Reads the attempts of steps that a filter selects, from the rows of a run, one after the other.
pub(crate) struct StepReader<'f> {
    filter: &'f StepFilter,
    page: StepPage,
    /// The positions of the attempts in the page.
    indices: HashMap<(String, u32), usize>,
    /// The size of the values in the page, and `true` if the page has ended early.
    size: usize,
    is_full: bool,
}

impl<'f> StepReader<'f> {
    pub(crate) fn new(filter: &'f StepFilter) -> Self {
        Self { filter, page: StepPage::default(), indices: HashMap::new(), size: 0, is_full: false }
    }

    /// Returns a text that each row with the selected step contains.
    pub(crate) fn needle(filter: &StepFilter) -> Option<String> {
        filter.path.as_ref().and_then(|path| serde_json::to_string(path).ok())
    }

    pub(crate) fn read(&mut self, row: &str) -> Result<(), StoreError> {
        let values = self.filter.values;
        for entry in entries(row)? {
            match entry.kind() {
                Some(EntryKind::Started) => self.start(&entry)?,
                Some(EntryKind::Inputs) if values => {
                    let inputs: Inputs<'_> = serde_json::from_str(entry.element(4)?.get()).map_err(damaged)?;
                    self.change(&entry, |step| {
                        (step.hashed, step.unchecked) = (inputs.hashed.into_owned(), inputs.unchecked.into_owned());
                    })?;
                }
                Some(EntryKind::Ended(status)) => {
                    let (at, error) = (entry.at()?, entry.wrapped(5)?);
                    let output = if values { entry.wrapped(4)? } else { None };
                    self.change(&entry, |step| {
                        (step.status, step.ended) = (status, Some(at));
                        (step.output, step.error) = (output, error);
                    })?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn start(&mut self, entry: &Entry<'_>) -> Result<(), StoreError> {
        let (path, attempt) = entry.step()?;
        if !self.filter.selects(&path) {
            return Ok(());
        }
        self.page.total += 1;
        let is_before = self.page.total <= self.filter.after;
        if is_before || self.is_full || self.page.steps.len() >= self.filter.limit {
            return Ok(());
        }
        let inputs = if self.filter.values { entry.json(4) } else { None };
        self.indices.insert((path.clone(), attempt), self.page.steps.len());
        self.page.steps.push(StepRecord::running(path, attempt, entry.at()?, inputs));
        self.grow(self.page.steps.last().map_or(0, StepRecord::size));
        Ok(())
    }

    /// Changes the attempt of an entry, if the page has it.
    fn change(&mut self, entry: &Entry<'_>, change: impl FnOnce(&mut StepRecord)) -> Result<(), StoreError> {
        let index = self.indices.get(&entry.step()?).copied();
        let Some(step) = index.and_then(|index| self.page.steps.get_mut(index)) else { return Ok(()) };
        self.size -= step.size();
        change(step);
        let size = step.size();
        self.grow(size);
        Ok(())
    }

    /// Adds to the size of the page. An attempt may end long after those that follow it in the page have started.
    fn grow(&mut self, size: usize) {
        self.size = self.size.saturating_add(size);
        while self.size > self.filter.bytes && self.page.steps.len() > 1 {
            self.is_full = true;
            self.size -= self.page.steps.pop().map_or(0, |step| step.size());
        }
    }

    pub(crate) fn finish(self) -> StepPage {
        self.page
    }
}

/// Reads the arms in these rows, in the order in which they were taken.
pub(crate) fn arms(rows: &[String]) -> Result<Vec<ArmRecord>, StoreError> {
    let (mut arms, mut attempts) = (Vec::new(), 0);
    rows.iter().try_for_each(|row| arms_of_row(row, &mut attempts, &mut arms))?;
    Ok(arms)
}

/// Reads the arms in a row; `attempts` is the number of attempts that started before.
pub(super) fn arms_of_row(row: &str, attempts: &mut usize, to: &mut Vec<ArmRecord>) -> Result<(), StoreError> {
    for entry in entries(row)? {
        match entry.kind() {
            Some(EntryKind::Started) => *attempts += 1,
            Some(EntryKind::Arm) => {
                let (path, choice) = entry.step()?;
                to.push(ArmRecord::new(path, choice, entry.get(4)?, *attempts));
            }
            _ => {}
        }
    }
    Ok(())
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
