//! Reading rows of the log.

use super::File;
use crate::{
    ArtifactRecord, EventRecord, Json, StepRecord, StepStatus, StoreError, StoreErrorKind,
    log::entries::rows::{damaged, number},
};
use runnable_wire::EventType;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// The parts of an entry.
pub(super) struct Entry<'a>(Vec<&'a RawValue>);

pub(super) fn entries(text: &str) -> Result<Vec<Entry<'_>>, StoreError> {
    let entries: Vec<Vec<&RawValue>> = serde_json::from_str(text).map_err(damaged)?;
    Ok(entries.into_iter().map(Entry).collect())
}

impl<'a> Entry<'a> {
    pub(super) fn part(&self, place: usize) -> Result<&'a RawValue, StoreError> {
        self.0
            .get(place)
            .copied()
            .ok_or_else(|| StoreError::new(StoreErrorKind::Corrupt, "an entry of the log is too short"))
    }

    pub(super) fn get<T: DeserializeOwned>(&self, place: usize) -> Result<T, StoreError> {
        serde_json::from_str(self.part(place)?.get()).map_err(damaged)
    }

    /// Its kind, in its quotes.
    pub(super) fn kind(&self) -> &'a str {
        self.0.first().map_or("", |kind| kind.get())
    }

    pub(super) fn at(&self) -> Result<i64, StoreError> {
        self.get(1)
    }

    pub(super) fn json(&self, place: usize) -> Option<Json> {
        self.0.get(place).map(|json| Arc::from((*json).to_owned()))
    }

    /// The one value of a list that may be empty.
    fn wrapped(&self, place: usize) -> Result<Option<Json>, StoreError> {
        let list: Vec<&RawValue> = serde_json::from_str(self.part(place)?.get()).map_err(damaged)?;
        Ok(list.first().map(|json| Arc::from((*json).to_owned())))
    }

    fn step(&self) -> Result<(String, u32), StoreError> {
        Ok((self.get(2)?, self.get(3)?))
    }

    fn status(&self) -> Option<StepStatus> {
        StepStatus::from_name(self.kind().trim_matches('"'))
    }

    /// Whether it holds events, and how many.
    fn events(&self) -> Result<u64, StoreError> {
        match self.kind() {
            r#""event""# => Ok(1),
            r#""events""# => {
                let events: Vec<&RawValue> = serde_json::from_str(self.part(5)?.get()).map_err(damaged)?;
                Ok(events.len() as u64)
            }
            _ => Ok(0),
        }
    }
}

/// Takes from a row the events after `after`, until `to` holds `limit`.
pub(crate) fn events_of(
    seq: i64,
    n: i64,
    text: &str,
    after: u64,
    limit: usize,
    to: &mut Vec<EventRecord>,
) -> Result<(), StoreError> {
    let mut next: u64 = number(seq - n + 1)?;
    for entry in entries(text)? {
        let count = entry.events()?;
        if next + count > after + 1 && count > 0 && to.len() < limit {
            let (path, attempt, event_type): (Json, u32, EventType) =
                (entry.part(2)?.to_owned().into(), entry.get(3)?, entry.get(4)?);
            if entry.kind() == r#""event""# {
                to.push(EventRecord { seq: next, ts: entry.at()?, path, attempt, event_type, data: entry.json(5) });
            } else {
                let folded = entries(entry.part(5)?.get())?;
                for (seq, one) in (next..).zip(folded).filter(|(seq, _)| *seq > after).take(limit - to.len()) {
                    let (path, event_type) = (path.clone(), event_type.clone());
                    to.push(EventRecord { seq, ts: one.get(0)?, path, attempt, event_type, data: one.json(1) });
                }
            }
        }
        next += count;
    }
    Ok(())
}

/// The attempts that these rows tell of, in the order in which they began.
pub(crate) fn steps_of(rows: &[String]) -> Result<Vec<StepRecord>, StoreError> {
    let mut steps: Vec<StepRecord> = Vec::new();
    let mut places: HashMap<(String, u32), usize> = HashMap::new();
    for row in rows {
        for entry in entries(row)? {
            if entry.kind() == r#""started""# {
                let ((path, attempt), started, inputs) = (entry.step()?, entry.at()?, entry.json(4));
                places.insert((path.clone(), attempt), steps.len());
                steps.push(StepRecord {
                    path,
                    attempt,
                    status: StepStatus::Running,
                    started,
                    ended: None,
                    inputs,
                    output: None,
                    error: None,
                });
            } else if let Some(status) = entry.status() {
                let place = places.get(&entry.step()?).copied();
                let Some(step) = place.and_then(|place| steps.get_mut(place)) else { continue };
                (step.status, step.ended, step.output, step.error) =
                    (status, Some(entry.at()?), entry.wrapped(4)?, entry.wrapped(5)?);
            }
        }
    }
    Ok(steps)
}

/// The files that these rows tell of.
pub(crate) fn artifacts_of(rows: &[String]) -> Result<Vec<ArtifactRecord>, StoreError> {
    let mut files = Vec::new();
    for row in rows {
        for entry in entries(row)?.iter().filter(|entry| matches!(entry.kind(), r#""put""# | r#""get""#)) {
            let (step, attempt) = entry.step()?;
            let File { name, hash, size, media_type } = serde_json::from_str(entry.part(4)?.get()).map_err(damaged)?;
            let (name, hash, media_type) = (name.into_owned(), hash.into_owned(), media_type.into_owned());
            files.push(ArtifactRecord {
                name,
                step,
                attempt,
                put: entry.kind() == r#""put""#,
                hash,
                size,
                media_type,
                at: entry.at()?,
            });
        }
    }
    Ok(files)
}

/// Looks through a store's rows, run after run, for what cannot be.
#[derive(Default)]
pub(crate) struct Examiner {
    run: String,
    position: i64,
    seq: i64,
    begun: HashSet<(String, u32)>,
    ended: HashSet<(String, u32)>,
    wrong: Vec<String>,
}

impl Examiner {
    /// The next row; the rows of a run come together and in order.
    pub(crate) fn row(&mut self, run: &str, position: i64, seq: i64, n: i64, text: &str) {
        if self.run != run {
            *self = Self { run: run.to_owned(), wrong: std::mem::take(&mut self.wrong), ..Self::default() };
        }
        if seq - n != self.seq {
            self.wrong.push(format!("the run `{run}` has a hole in its events after number {}", self.seq));
        }
        match self.entries(text) {
            Ok(counted) if counted == (position - self.position, n) => {}
            Ok(_) => self
                .wrong
                .push(format!("a row of the run `{run}` does not hold what it should, up to entry {position}")),
            Err(error) => {
                self.wrong.push(format!("a row of the run `{run}` cannot be read, up to entry {position}: {error}"));
            }
        }
        (self.position, self.seq) = (position, seq);
    }

    fn entries(&mut self, text: &str) -> Result<(i64, i64), StoreError> {
        let (mut all, mut events) = (0, 0);
        for entry in entries(text)? {
            let count = i64::try_from(entry.events()?).map_err(damaged)?;
            all += count.max(1);
            events += count;
            if entry.kind() == r#""started""# {
                let step = entry.step()?;
                if !self.begun.insert(step.clone()) {
                    self.wrong.push(format!("the run `{}` began attempt {} of `{}` twice", self.run, step.1, step.0));
                }
            } else if let Some(status) = entry.status() {
                let step = entry.step()?;
                // How an attempt ended may be told anew when the run goes on.
                let anew = matches!(status, StepStatus::Interrupted | StepStatus::Recovered);
                if !self.begun.contains(&step) || (!anew && !self.ended.insert(step.clone())) {
                    self.wrong.push(format!(
                        "the run `{}` ended attempt {} of `{}`, which was not open",
                        self.run, step.1, step.0
                    ));
                }
            }
        }
        Ok((all, events))
    }

    /// Something else that is wrong.
    #[cfg(feature = "sqlite")]
    pub(crate) fn note(&mut self, wrong: String) {
        self.wrong.push(wrong);
    }

    /// What is wrong, in words; `None` where all is well.
    pub(crate) fn finish(mut self) -> Option<String> {
        let left = self.wrong.len().saturating_sub(20);
        self.wrong.truncate(20);
        let more = if left > 0 { format!("; and {left} more") } else { String::new() };
        (!self.wrong.is_empty()).then(|| format!("is damaged: {}{more}", self.wrong.join("; ")))
    }
}
