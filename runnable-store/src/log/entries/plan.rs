//! From writes to rows.

use super::Page;
use crate::{StoreError, StoreErrorKind, Write, Writes};
use std::{collections::HashMap, sync::Arc};

/// A run that a store runs.
#[derive(Debug, Clone)]
pub(crate) struct Ours {
    pub(crate) no: i64,
    pub(crate) owner: String,
    /// The end of its log: the number of entries, and the last event.
    pub(crate) end: (i64, i64),
}

pub(crate) type Runs = HashMap<Arc<str>, Ours>;

/// Where the logs of runs end; `None` where the run ends.
pub(crate) type Ends = Vec<(Arc<str>, Option<(i64, i64)>)>;

/// What is to be done for some writes.
pub(crate) struct Plan<'a> {
    /// Which runs they are of, and where their logs end then.
    pub(crate) ends: Ends,
    pub(crate) rows: Vec<(i64, Page)>,
    pub(crate) over: Vec<(&'a Ours, &'a Write)>,
}

/// What is being added to a run.
struct Added<'a> {
    run: &'a str,
    ours: &'a Ours,
    page: Page,
}

impl<'a> Plan<'a> {
    /// One row for each run, as long as it is not too large.
    pub(crate) fn of(runs: &'a Runs, writes: &'a [Writes]) -> Result<Self, StoreError> {
        let mut plan = Self { ends: Vec::with_capacity(writes.len()), rows: Vec::new(), over: Vec::new() };
        for Writes { run, writes } in writes {
            let ours = runs.get(run).ok_or_else(|| not_ours(run))?;
            let mut added = Added { run, ours, page: Page::after(ours.end.0, ours.end.1) };
            let mut end = None;
            for write in writes {
                write.examine()?;
                match write {
                    _ if end.is_some() => return Err(not_ours(run)),
                    Write::RunEnded { .. } => end = Some(write),
                    _ => added.add(write, &mut plan.rows)?,
                }
            }
            let page = added.page;
            plan.ends.push((Arc::clone(run), end.is_none().then_some((page.position, page.seq))));
            plan.over.extend(end.map(|end| (ours, end)));
            if !page.entries.is_empty() {
                plan.rows.push((ours.no, page));
            }
        }
        Ok(plan)
    }
}

/// The plan was carried out.
pub(crate) fn done(runs: &mut Runs, ends: Ends) {
    for (run, end) in ends {
        match end {
            Some(end) => {
                if let Some(ours) = runs.get_mut(&run) {
                    ours.end = end;
                }
            }
            None => drop(runs.remove(&run)),
        }
    }
}

impl Added<'_> {
    fn add(&mut self, write: &Write, rows: &mut Vec<(i64, Page)>) -> Result<(), StoreError> {
        let next = self.page.seq + 1;
        if let Write::Event(event) = write
            && u64::try_from(next) != Ok(event.seq)
        {
            let message = format!("event {} of the run `{}` is not the next one, which is {next}", event.seq, self.run);
            return Err(StoreError::new(StoreErrorKind::Invalid, message));
        }
        self.page.add(write)?;
        if self.page.is_full() {
            let next = Page::after(self.page.position, self.page.seq);
            rows.push((self.ours.no, std::mem::replace(&mut self.page, next)));
        }
        Ok(())
    }
}

pub(crate) fn not_ours(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, format!("this store does not run the run `{run}`, or it has ended"))
}
