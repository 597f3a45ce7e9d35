//! The run log in memory.

use super::{recorded::Recorded, state::State};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{
        ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunCounts, RunFilter, RunLog, RunProgress,
        RunRecord, RunSummary, StepFilter, StepPage, StepRecord, Writes,
    },
};
use std::{
    fmt, future,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, SystemTime},
};

/// A run log in memory, for tests and for programs that follow runs without keeping them.
///
/// # Examples
/// ```
/// use runnable_store::{MemoryLog, RunFilter, RunLog};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), runnable_store::StoreError> {
/// let log = MemoryLog::new();
/// assert!(log.runs(&RunFilter::new()).await?.is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Default)]
pub struct MemoryLog {
    state: Mutex<State>,
}

impl MemoryLog {
    /// Creates an empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns some entries of a run, or none if the run does not exist.
    fn entries<T: Clone>(&self, run: &str, entries: impl Fn(&Recorded) -> &[T]) -> Vec<T> {
        self.state().find(run).map_or_else(Vec::new, |run| entries(run).to_vec())
    }
}

fn ready<'a, T: Send + 'a>(result: Result<T, StoreError>) -> BoxFuture<'a, T> {
    Box::pin(future::ready(result))
}

impl RunLog for MemoryLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        ready(self.state().create(run, owner))
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        ready(self.state().claim(run, owner))
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        self.state().renew_lease(owner, lease);
        ready(Ok(()))
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        ready(Ok(self.state().mark_interrupted()))
    }

    fn request_cancel<'a>(&'a self, run: &'a str) -> BoxFuture<'a, ()> {
        ready(self.state().request_cancel(run))
    }

    fn cancel_requests<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Vec<String>> {
        ready(Ok(self.state().cancel_requests(owner)))
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        let mut state = self.state();
        let valid = writes.iter().try_for_each(|writes| state.validate(writes));
        if valid.is_ok() {
            for Writes { run, writes, .. } in writes {
                if let Some(run) = state.find_mut(run) {
                    writes.iter().for_each(|write| run.append(write));
                }
            }
        }
        ready(valid)
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        ready(Ok(self.state().find(run).map(|run| run.record.clone())))
    }

    fn progress<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunProgress>> {
        ready(Ok(self.state().find(run).map(|run| RunProgress::from(&run.record))))
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        ready(Ok(self.state().select(filter).into_iter().take(filter.limit).map(|run| run.record.clone()).collect()))
    }

    fn list<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunSummary>> {
        ready(Ok(self.state().select(filter).into_iter().take(filter.limit).map(Recorded::summary).collect()))
    }

    fn counts<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, RunCounts> {
        let mut counts = RunCounts::default();
        self.state().select(filter).into_iter().for_each(|run| counts.add(run.record.status, 1));
        ready(Ok(counts))
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        ready(Ok(self.state().definitions.get(hash).map(|(definition, _)| Json::clone(definition))))
    }

    fn graph<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        ready(Ok(self.state().definitions.get(hash).and_then(|(_, graph)| graph.clone())))
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        ready(Ok(self.entries(run, |run| &run.steps)))
    }

    fn step_page<'a>(&'a self, run: &'a str, filter: &'a StepFilter) -> BoxFuture<'a, StepPage> {
        let page = |run: &Recorded| StepPage::of(&run.steps, filter);
        ready(Ok(self.state().find(run).map_or_else(StepPage::default, page)))
    }

    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>> {
        ready(Ok(self.entries(run, |run| &run.arms)))
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        let skip = usize::try_from(after).unwrap_or(usize::MAX);
        let page = |run: &Recorded| run.events.iter().skip(skip).take(limit).cloned().collect();
        ready(Ok(self.state().find(run).map_or_else(Vec::new, page)))
    }

    fn event_page<'a>(
        &'a self,
        run: &'a str,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> BoxFuture<'a, Vec<EventRecord>> {
        let skip = usize::try_from(after).unwrap_or(usize::MAX);
        let page = |run: &Recorded| {
            let mut size = 0;
            let within = |event: &&EventRecord| {
                let fits = size <= bytes;
                size += event.size();
                fits
            };
            run.events.iter().skip(skip).take(limit).take_while(within).cloned().collect()
        };
        ready(Ok(self.state().find(run).map_or_else(Vec::new, page)))
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        ready(Ok(self.entries(run, |run| &run.artifacts)))
    }

    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        let mut state = self.state();
        let old = state.runs.iter_mut().filter(|run| !run.compacted && run.ended_before(before));
        // Memory has no rows to merge: the runs are only counted once.
        ready(Ok(old.map(|run| run.compacted = true).count() as u64))
    }

    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        ready(Ok(self.state().prune(before)))
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        let state = self.state();
        let damaged = state.runs.iter().find(|run| run.events.len() as u64 != run.record.last_seq);
        ready(damaged.map_or(Ok(()), |run| {
            let message = format!("the run `{}` lacks some of its events", run.record.id);
            Err(StoreError::new(StoreErrorKind::Corrupt, message))
        }))
    }
}

impl fmt::Debug for MemoryLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLog").field("runs", &self.state().runs.len()).finish_non_exhaustive()
    }
}
