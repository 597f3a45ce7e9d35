//! Turns the entries of an append into rows.

use super::{row::LogRow, tally::Tally};
use crate::{
    error::StoreError,
    log::api::{NewRun, Write, Writes},
};
use std::{collections::HashMap, sync::Arc};

/// The end of a run's log.
#[derive(Debug, Clone, Default)]
pub(crate) struct LogEnd {
    /// The number of entries.
    pub(crate) position: i64,
    /// The number of the last event.
    pub(crate) seq: i64,
    /// The steps so far; `None` if they are not known.
    pub(crate) tally: Option<Tally>,
}

/// A running run that this process created or claimed.
#[derive(Debug, Clone)]
pub(crate) struct OwnedRun {
    /// The key of the run in the database.
    pub(crate) key: i64,
    pub(crate) owner: String,
    /// The epoch under which this process got the run.
    pub(crate) epoch: i64,
    pub(crate) end: LogEnd,
}

pub(crate) type OwnedRuns = HashMap<Arc<str>, OwnedRun>;

/// The changes that an append makes to the database.
pub(crate) struct Plan<'a> {
    /// The runs, with the ends of their logs after the append, or `None` for a run that ends.
    pub(crate) ends: Vec<(Arc<str>, Option<LogEnd>)>,
    /// The rows to insert, with their run.
    pub(crate) rows: Vec<(&'a OwnedRun, LogRow)>,
    /// The runs that end, with their steps.
    pub(crate) ended: Vec<Ended<'a>>,
}

/// A run that ends.
pub(crate) struct Ended<'a> {
    pub(crate) run: &'a OwnedRun,
    pub(crate) end: &'a Write,
    pub(crate) tally: Option<Tally>,
}

impl<'a> Plan<'a> {
    /// Validates the entries, and plans one row per run, or more if the entries do not fit.
    pub(crate) fn new(runs: &'a OwnedRuns, writes: &'a [Writes]) -> Result<Self, StoreError> {
        let mut plan = Self { ends: Vec::with_capacity(writes.len()), rows: Vec::new(), ended: Vec::new() };
        for Writes { run, epoch, writes } in writes {
            let owned = runs.get(run).ok_or_else(|| StoreError::not_owned(run))?;
            if epoch.is_some_and(|epoch| i64::try_from(epoch) != Ok(owned.epoch)) {
                return Err(StoreError::lost(run));
            }
            let mut rows = Rows::after(run, owned.end.clone());
            let mut end = None;
            for write in writes {
                write.validate()?;
                match write {
                    _ if end.is_some() => return Err(StoreError::not_owned(run)),
                    Write::RunEnded { .. } => end = Some(write),
                    _ => rows.append(write)?,
                }
            }
            let (rows, log_end) = rows.finish();
            match end {
                Some(end) => {
                    plan.ends.push((Arc::clone(run), None));
                    plan.ended.push(Ended { run: owned, end, tally: log_end.tally });
                }
                None => plan.ends.push((Arc::clone(run), Some(log_end))),
            }
            plan.rows.extend(rows.into_iter().map(|row| (owned, row)));
        }
        Ok(plan)
    }
}

/// Returns the rows for the first entries of a new run, and the end of its log.
pub(crate) fn first_rows(run: &NewRun) -> Result<(Vec<LogRow>, LogEnd), StoreError> {
    let mut rows = Rows::after(&run.id, LogEnd { tally: Some(Tally::default()), ..LogEnd::default() });
    for write in &run.entries {
        write.validate()?;
        rows.append(write)?;
    }
    Ok(rows.finish())
}

/// Updates the owned runs after the transaction of a plan was committed.
pub(crate) fn apply(runs: &mut OwnedRuns, ends: Vec<(Arc<str>, Option<LogEnd>)>) {
    for (run, end) in ends {
        match end {
            Some(end) => {
                if let Some(owned) = runs.get_mut(&run) {
                    owned.end = end;
                }
            }
            None => drop(runs.remove(&run)),
        }
    }
}

/// The rows for new entries of a run.
struct Rows<'a> {
    run: &'a str,
    full: Vec<LogRow>,
    row: LogRow,
    tally: Option<Tally>,
}

impl<'a> Rows<'a> {
    fn after(run: &'a str, end: LogEnd) -> Self {
        Self { run, full: Vec::new(), row: LogRow::after(end.position, end.seq), tally: end.tally }
    }

    fn append(&mut self, write: &Write) -> Result<(), StoreError> {
        let next = self.row.seq + 1;
        if let Write::Event(event) = write
            && u64::try_from(next) != Ok(event.seq)
        {
            return Err(StoreError::not_next(self.run, event.seq, next.unsigned_abs()));
        }
        self.row.append(write)?;
        if let Some(tally) = &mut self.tally {
            tally.add(write);
        }
        if self.row.is_full() {
            let next = LogRow::after(self.row.position, self.row.seq);
            self.full.push(std::mem::replace(&mut self.row, next));
        }
        Ok(())
    }

    fn finish(self) -> (Vec<LogRow>, LogEnd) {
        let Self { mut full, row, tally, .. } = self;
        let end = LogEnd { position: row.position, seq: row.seq, tally };
        if !row.is_empty() {
            full.push(row);
        }
        (full, end)
    }
}
