//! Turns the entries of an append into rows.

use super::row::LogRow;
use crate::{
    error::StoreError,
    log::api::{Write, Writes},
};
use std::{collections::HashMap, sync::Arc};

/// The end of a run's log.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LogEnd {
    /// The number of entries.
    pub(crate) position: i64,
    /// The number of the last event.
    pub(crate) seq: i64,
}

/// A running run that this process created or claimed.
#[derive(Debug, Clone)]
pub(crate) struct OwnedRun {
    /// The key of the run in the database.
    pub(crate) key: i64,
    pub(crate) owner: String,
    pub(crate) end: LogEnd,
}

pub(crate) type OwnedRuns = HashMap<Arc<str>, OwnedRun>;

/// The changes that an append makes to the database.
pub(crate) struct Plan<'a> {
    /// The runs, with the ends of their logs after the append, or `None` for a run that ends.
    pub(crate) ends: Vec<(Arc<str>, Option<LogEnd>)>,
    /// The rows to insert, with the key of their run.
    pub(crate) rows: Vec<(i64, LogRow)>,
    /// The runs that end.
    pub(crate) ended: Vec<(&'a OwnedRun, &'a Write)>,
}

impl<'a> Plan<'a> {
    /// Validates the entries, and plans one row per run, or more if the entries do not fit.
    pub(crate) fn new(runs: &'a OwnedRuns, writes: &'a [Writes]) -> Result<Self, StoreError> {
        let mut plan = Self { ends: Vec::with_capacity(writes.len()), rows: Vec::new(), ended: Vec::new() };
        for Writes { run, writes } in writes {
            let owned = runs.get(run).ok_or_else(|| StoreError::not_owned(run))?;
            let mut appended = Appended { run, owned, row: LogRow::after(owned.end.position, owned.end.seq) };
            let mut end = None;
            for write in writes {
                write.validate()?;
                match write {
                    _ if end.is_some() => return Err(StoreError::not_owned(run)),
                    Write::RunEnded { .. } => end = Some(write),
                    _ => appended.append(write, &mut plan.rows)?,
                }
            }
            let row = appended.row;
            let log_end = LogEnd { position: row.position, seq: row.seq };
            plan.ends.push((Arc::clone(run), end.is_none().then_some(log_end)));
            plan.ended.extend(end.map(|end| (owned, end)));
            if !row.is_empty() {
                plan.rows.push((owned.key, row));
            }
        }
        Ok(plan)
    }
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

/// The row that collects the entries of a run.
struct Appended<'a> {
    run: &'a str,
    owned: &'a OwnedRun,
    row: LogRow,
}

impl Appended<'_> {
    fn append(&mut self, write: &Write, rows: &mut Vec<(i64, LogRow)>) -> Result<(), StoreError> {
        let next = self.row.seq + 1;
        if let Write::Event(event) = write
            && u64::try_from(next) != Ok(event.seq)
        {
            return Err(StoreError::not_next(self.run, event.seq, next.unsigned_abs()));
        }
        self.row.append(write)?;
        if self.row.is_full() {
            let next = LogRow::after(self.row.position, self.row.seq);
            rows.push((self.owned.key, std::mem::replace(&mut self.row, next)));
        }
        Ok(())
    }
}
