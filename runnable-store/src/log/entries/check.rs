//! Checks the integrity of logs.

use super::{
    encode::{File, Inputs},
    entry::{DATA, Entry, damaged, entries},
    failure::Failure,
    kind::EntryKind,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{RunRecord, RunStatus, StepStatus},
};
use std::collections::{HashMap, HashSet};

/// The number of problems that a report lists.
const LISTED: usize = 20;

/// Checks the rows of a store, run by run.
#[derive(Default)]
pub(crate) struct Checker {
    run: String,
    position: i64,
    seq: i64,
    started: HashSet<(String, u32)>,
    ended: HashMap<(String, u32), StepStatus>,
    problems: Vec<String>,
}

impl Checker {
    /// Checks the record of a run.
    pub(crate) fn run(&mut self, id: &str, record: Result<RunRecord, Failure>) {
        match record {
            Err(failure) => self.unreadable(&format!("the record of the run `{id}`"), &failure),
            Ok(record) if (record.status == RunStatus::Running) != record.ended.is_none() => {
                let end = if record.ended.is_some() { "an" } else { "no" };
                self.problems.push(format!("the run `{id}` has the status `{}` and {end} end", record.status));
            }
            Ok(_) => {}
        }
    }

    /// Checks a definition.
    pub(crate) fn definition(&mut self, hash: &str, body: Result<String, sqlx::Error>) {
        let json = body.map_err(Failure::from).and_then(|body| {
            let valid: serde_json::Result<serde::de::IgnoredAny> = serde_json::from_str(&body);
            valid.map_err(|error| Failure::from(damaged(error)))
        });
        if let Err(failure) = json {
            self.unreadable(&format!("the definition `{hash}`"), &failure);
        }
    }

    /// Adds the problem that something cannot be read.
    pub(crate) fn unreadable(&mut self, what: &str, failure: &Failure) {
        self.problems.push(match failure {
            Failure::Driver(error) => format!("{what} cannot be read: {error}"),
            Failure::Store(error) => format!("{what} cannot be read: {error:?}"),
        });
    }

    /// Checks the next row. The rows of a run must come one after the other, in order.
    ///
    /// `columns` are the position, the number of the last event, the number of events that the row claims to hold, and the
    /// entries.
    pub(crate) fn row(&mut self, run: &str, columns: Result<(i64, i64, i64, String), sqlx::Error>) {
        if self.run != run {
            *self = Self { run: run.to_owned(), problems: std::mem::take(&mut self.problems), ..Self::default() };
        }
        let (position, seq, count, text) = match columns {
            Ok(columns) => columns,
            Err(error) => return self.unreadable(&format!("a row of the run `{run}`"), &error.into()),
        };
        if seq.checked_sub(count) != Some(self.seq) {
            self.problems.push(format!("the run `{run}` lacks events after number {}", self.seq));
        }
        match self.entries(&text) {
            Ok((all, events)) if self.position.checked_add(all) == Some(position) && events == count => {}
            Ok(_) => self.problems.push(format!(
                "the row of the run `{run}` that ends at entry {position} has another number of entries than recorded"
            )),
            Err(error) => {
                let row = format!("the row of the run `{run}` that ends at entry {position}");
                self.unreadable(&row, &error.into());
            }
        }
        (self.position, self.seq) = (position, seq);
    }

    /// Checks the entries of a row; returns the number of entries as they were before compaction, and of events.
    fn entries(&mut self, text: &str) -> Result<(i64, i64), StoreError> {
        let (mut all, mut events) = (0, 0);
        for entry in entries(text)? {
            let count = i64::try_from(entry.event_count()?).map_err(damaged)?;
            all += count.max(1);
            events += count;
            validate(&entry)?;
            match entry.kind() {
                Some(EntryKind::Started) => {
                    let step = entry.step()?;
                    if !self.started.insert(step.clone()) {
                        let (path, attempt) = step;
                        self.problems
                            .push(format!("the run `{}` started attempt {attempt} of `{path}` twice", self.run));
                    }
                }
                Some(EntryKind::Ended(status)) => self.ended(entry.step()?, status),
                _ => {}
            }
        }
        Ok((all, events))
    }

    fn ended(&mut self, step: (String, u32), status: StepStatus) {
        use StepStatus::{Cancelled, Failed, Interrupted, Recovered, Succeeded};
        let before = self.ended.insert(step.clone(), status);
        // A `try` recovers from a failure. The user may say of an attempt that did not end that it is done.
        let follows = match before {
            None => true,
            Some(Failed) => matches!(status, Recovered | Interrupted),
            Some(Cancelled | Interrupted) => matches!(status, Succeeded | Interrupted),
            Some(_) => status == Interrupted,
        };
        if !follows || !self.started.contains(&step) {
            let (path, attempt) = step;
            self.problems
                .push(format!("the run `{}` ended attempt {attempt} of `{path}`, which was not open", self.run));
        }
    }

    /// Adds a problem that the database found.
    #[cfg(feature = "sqlite")]
    pub(crate) fn report(&mut self, problem: String) {
        self.problems.push(problem);
    }

    /// Returns the problems as one text, or `None` if no problem was found.
    pub(crate) fn finish(mut self) -> Option<String> {
        let left = self.problems.len().saturating_sub(LISTED);
        self.problems.truncate(LISTED);
        let more = if left > 0 { format!("; and {left} more") } else { String::new() };
        (!self.problems.is_empty()).then(|| format!("is damaged: {}{more}", self.problems.join("; ")))
    }
}

/// Reads every element of an entry, as readers do.
fn validate(entry: &Entry<'_>) -> Result<(), StoreError> {
    let event = || {
        entry.get::<Vec<String>>(2)?;
        entry.get::<u32>(3)?;
        entry.get::<String>(4).map(drop)
    };
    match entry.kind() {
        Some(EntryKind::Event) => event().and_then(|()| entry.at()).map(drop),
        Some(EntryKind::Events) => {
            event()?;
            entries(entry.element(DATA)?.get())?.iter().try_for_each(|event| event.time(0).map(drop))
        }
        Some(EntryKind::Started) => entry.step().and_then(|_| entry.at()).map(drop),
        Some(EntryKind::Inputs) => {
            entry.step().and_then(|_| entry.at())?;
            serde_json::from_str::<Inputs<'_>>(entry.element(4)?.get()).map(drop).map_err(damaged)
        }
        Some(EntryKind::Arm) => {
            entry.step().and_then(|_| entry.at())?;
            entry.get::<u32>(4).map(drop)
        }
        Some(EntryKind::Ended(_)) => {
            entry.step().and_then(|_| entry.at())?;
            entry.wrapped(4)?;
            entry.wrapped(5).map(drop)
        }
        Some(EntryKind::Put | EntryKind::Get) => {
            entry.step().and_then(|_| entry.at())?;
            let file = entry.element(4)?.get();
            serde_json::from_str::<File<'_>>(file).map(drop).map_err(damaged)
        }
        None => {
            let kind = entry.elements().next().unwrap_or("");
            Err(StoreError::new(StoreErrorKind::Corrupt, format!("an entry has the unknown kind {kind}")))
        }
    }
}
