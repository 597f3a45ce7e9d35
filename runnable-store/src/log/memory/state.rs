//! The runs and the leases of the log in memory.

use super::recorded::Recorded;
use crate::{
    error::StoreError,
    log::api::{Json, NewRun, RunFilter, RunRecord, RunStatus, Write, Writes},
};
use std::{
    collections::HashMap,
    time::{Duration, Instant, SystemTime},
};

#[derive(Default)]
pub(super) struct State {
    /// In the order in which they were created.
    pub(super) runs: Vec<Recorded>,
    /// The definitions with their graphs, by hash.
    pub(super) definitions: HashMap<String, (Json, Option<Json>)>,
    /// The expiry of each owner's lease.
    leases: HashMap<String, Instant>,
}

impl State {
    // Recent runs are used the most, so searches start at the end.
    pub(super) fn find(&self, run: &str) -> Option<&Recorded> {
        self.runs.iter().rev().find(|recorded| recorded.record.id == run)
    }

    pub(super) fn find_mut(&mut self, run: &str) -> Option<&mut Recorded> {
        self.runs.iter_mut().rev().find(|recorded| recorded.record.id == run)
    }

    pub(super) fn create(&mut self, run: &NewRun, owner: &str) -> Result<(), StoreError> {
        if self.find(&run.id).is_some() {
            return Err(StoreError::run_exists(&run.id));
        }
        let mut recorded = Recorded::new(RunRecord::from(run), owner);
        for write in &run.entries {
            write.validate()?;
            if let Write::RunEnded { .. } = write {
                return Err(StoreError::not_owned(&run.id));
            }
            recorded.append(write);
        }
        let definition = self.definitions.entry(run.definition_hash.clone());
        let (_, graph) = definition.or_insert_with(|| (Json::clone(&run.definition), None));
        if graph.is_none() {
            graph.clone_from(&run.graph);
        }
        self.runs.push(recorded);
        Ok(())
    }

    fn is_alive(&self, owner: &str) -> bool {
        self.leases.get(owner).is_some_and(|expiry| *expiry > Instant::now())
    }

    pub(super) fn claim(&mut self, id: &str, owner: &str) -> Result<RunRecord, StoreError> {
        let missing = || StoreError::no_run(id);
        let last = self.find(id).ok_or_else(missing)?.owner.as_deref();
        if last.is_some_and(|last| last != owner && self.is_alive(last)) {
            return Err(StoreError::run_is_live(id));
        }
        let run = self.find_mut(id).ok_or_else(missing)?;
        let record = &mut run.record;
        (record.status, record.ended, record.output, record.error) = (RunStatus::Running, None, None, None);
        record.epoch += 1;
        (run.owner, run.compacted, run.counts) = (Some(owner.to_owned()), false, None);
        Ok(run.record.clone())
    }

    pub(super) fn renew_lease(&mut self, owner: &str, lease: Duration) {
        self.leases.insert(owner.to_owned(), Instant::now() + lease);
        if lease.is_zero() {
            self.mark_interrupted();
        }
    }

    pub(super) fn request_cancel(&mut self, id: &str) -> Result<(), StoreError> {
        self.mark_interrupted();
        let run = self.find_mut(id).ok_or_else(|| StoreError::no_run(id))?;
        if run.record.status != RunStatus::Running {
            return Err(StoreError::not_running(id, run.record.status == RunStatus::Interrupted));
        }
        run.cancel = Some(run.record.epoch);
        Ok(())
    }

    pub(super) fn cancel_requests(&self, owner: &str) -> Vec<String> {
        let is_asked = |run: &&Recorded| run.owner.as_deref() == Some(owner) && run.cancel == Some(run.record.epoch);
        self.runs.iter().filter(is_asked).map(|run| run.record.id.clone()).collect()
    }

    pub(super) fn mark_interrupted(&mut self) -> Vec<String> {
        let now = Instant::now();
        self.leases.retain(|_, expiry| *expiry > now);
        let leases = &self.leases;
        let is_dead = |owner: &String| !leases.contains_key(owner);
        let mut interrupted = Vec::new();
        for run in self.runs.iter_mut().filter(|run| run.owner.as_ref().is_some_and(is_dead)) {
            let at = SystemTime::now().max(run.record.started);
            run.end(RunStatus::Interrupted, at, None, None);
            interrupted.push(run.record.id.clone());
        }
        interrupted
    }

    /// Checks entries before any of them is appended.
    pub(super) fn validate(&self, Writes { run: id, epoch, writes }: &Writes) -> Result<(), StoreError> {
        if epoch.zip(self.find(id)).is_some_and(|(epoch, run)| epoch != run.record.epoch) {
            return Err(StoreError::lost(id));
        }
        let run = self.find(id).filter(|run| run.owner.is_some());
        let (mut next, mut ended) = run.map_or((0, true), |run| (run.record.last_seq.saturating_add(1), false));
        for write in writes {
            if ended {
                return Err(StoreError::not_owned(id));
            }
            write.validate()?;
            match write {
                Write::Event(event) if event.seq != next => return Err(StoreError::not_next(id, event.seq, next)),
                Write::Event(_) => next += 1,
                Write::RunEnded { .. } => ended = true,
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn prune(&mut self, before: SystemTime) -> Vec<String> {
        let mut pruned = Vec::new();
        self.runs.retain(|run| {
            let old = run.ended_before(before);
            if old {
                pruned.push(run.record.id.clone());
            }
            !old
        });
        let runs = &self.runs;
        self.definitions.retain(|hash, _| runs.iter().any(|run| run.record.definition_hash == *hash));
        pruned
    }

    /// Returns the runs that a filter selects, without its limit, the newest first.
    pub(super) fn select(&self, filter: &RunFilter) -> Vec<&Recorded> {
        let order = |index: usize| (self.runs[index].record.started, index);
        let before = match &filter.before {
            Some(id) => match self.runs.iter().position(|run| run.record.id == *id) {
                Some(before) => Some(order(before)),
                None => return Vec::new(),
            },
            None => None,
        };
        let selects = |index: &usize| {
            filter.matches(&self.runs[*index].record) && before.is_none_or(|before| order(*index) < before)
        };
        let mut selected: Vec<usize> = (0..self.runs.len()).filter(selects).collect();
        selected.sort_by_key(|index| std::cmp::Reverse(order(*index)));
        selected.into_iter().map(|index| &self.runs[index]).collect()
    }
}
