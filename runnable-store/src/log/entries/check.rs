//! Checks the integrity of logs.

use super::{columns::damaged, entry::entries, kind::EntryKind};
use crate::{error::StoreError, log::api::StepStatus};
use std::collections::HashSet;

/// The number of problems that a report lists.
const LISTED: usize = 20;

/// Checks the rows of a store, run by run.
#[derive(Default)]
pub(crate) struct Checker {
    run: String,
    position: i64,
    seq: i64,
    started: HashSet<(String, u32)>,
    ended: HashSet<(String, u32)>,
    problems: Vec<String>,
}

impl Checker {
    /// Checks the next row. The rows of a run must come one after the other, in order.
    ///
    /// `count` is the number of events that the row claims to hold.
    pub(crate) fn row(&mut self, run: &str, position: i64, seq: i64, count: i64, text: &str) {
        if self.run != run {
            *self = Self { run: run.to_owned(), problems: std::mem::take(&mut self.problems), ..Self::default() };
        }
        if seq - count != self.seq {
            self.problems.push(format!("the run `{run}` lacks events after number {}", self.seq));
        }
        match self.entries(text) {
            Ok(counts) if counts == (position - self.position, count) => {}
            Ok(_) => self.problems.push(format!(
                "the row of the run `{run}` that ends at entry {position} has another number of entries than recorded"
            )),
            Err(error) => {
                self.problems.push(format!(
                    "the row of the run `{run}` that ends at entry {position} cannot be read: {error:?}"
                ));
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
        // A resumed run may record another end of an attempt.
        let again = matches!(status, StepStatus::Interrupted | StepStatus::Recovered);
        if !self.started.contains(&step) || (!again && !self.ended.insert(step.clone())) {
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
