//! A run log in memory.

use crate::{
    ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunFilter, RunLog, RunRecord, RunStatus, StepRecord,
    StepStatus, StoreError, StoreErrorKind, Write, Writes, now,
};
use std::{
    collections::HashMap,
    fmt, future,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// A run log in memory: for tests, and for programs that want to follow runs and keep none of them.
#[derive(Default)]
pub struct MemoryLog {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// In the order in which they were created.
    runs: Vec<Run>,
    definitions: HashMap<String, Json>,
    owners: HashMap<String, Instant>,
}

struct Run {
    record: RunRecord,
    owner: Option<String>,
    packed: bool,
    steps: Vec<StepRecord>,
    events: Vec<EventRecord>,
    artifacts: Vec<ArtifactRecord>,
}

impl MemoryLog {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something of a run; nothing where there is no such run.
    fn of<T: Clone>(&self, run: &str, part: impl Fn(&Run) -> &[T]) -> Vec<T> {
        self.state().find(run).map_or_else(Vec::new, |run| part(run).to_vec())
    }
}

impl State {
    fn find(&self, run: &str) -> Option<&Run> {
        self.runs.iter().rev().find(|known| known.record.id == run)
    }

    fn find_mut(&mut self, run: &str) -> Option<&mut Run> {
        self.runs.iter_mut().rev().find(|known| known.record.id == run)
    }

    fn create(&mut self, run: &NewRun, owner: &str) -> Result<(), StoreError> {
        if self.find(&run.id).is_some() {
            return Err(StoreError::new(
                StoreErrorKind::Exists,
                format!("there is a run `{}` already: choose another id, or resume it", run.id),
            ));
        }
        self.definitions.entry(run.definition_hash.clone()).or_insert_with(|| run.definition.clone());
        let record = RunRecord {
            id: run.id.clone(),
            pipeline: run.pipeline.clone(),
            definition_hash: run.definition_hash.clone(),
            status: RunStatus::Running,
            input: run.input.clone(),
            output: None,
            error: None,
            tag: run.tag.clone(),
            parent: run.parent.clone(),
            code: run.code.clone(),
            started: run.started,
            ended: None,
            last_seq: 0,
        };
        let (steps, events, artifacts) = (Vec::new(), Vec::new(), Vec::new());
        self.runs.push(Run { record, owner: Some(owner.to_owned()), packed: false, steps, events, artifacts });
        Ok(())
    }

    fn is_alive(&self, owner: &str) -> bool {
        self.owners.get(owner).is_some_and(|until| *until > Instant::now())
    }

    fn claim(&mut self, id: &str, owner: &str) -> Result<RunRecord, StoreError> {
        let missing = || StoreError::new(StoreErrorKind::NotFound, format!("there is no run `{id}`"));
        let last = self.find(id).ok_or_else(missing)?.owner.as_deref();
        if last.is_some_and(|last| last != owner && self.is_alive(last)) {
            return Err(StoreError::new(
                StoreErrorKind::Live,
                format!("the run `{id}` is running: wait for its end, or stop its process"),
            ));
        }
        let run = self.find_mut(id).ok_or_else(missing)?;
        let record =
            RunRecord { status: RunStatus::Running, ended: None, output: None, error: None, ..run.record.clone() };
        (run.record, run.owner, run.packed) = (record.clone(), Some(owner.to_owned()), false);
        Ok(record)
    }

    fn mark_interrupted(&mut self) -> Vec<String> {
        let owners = &self.owners;
        let dead = |owner: &String| owners.get(owner).is_none_or(|until| *until <= Instant::now());
        let mut interrupted = Vec::new();
        for run in self.runs.iter_mut().filter(|run| run.owner.as_ref().is_some_and(dead)) {
            run.end(RunStatus::Interrupted, now().max(run.record.started), None, None);
            interrupted.push(run.record.id.clone());
        }
        self.owners.retain(|_, until| *until > Instant::now());
        interrupted
    }

    /// Finds what is wrong before anything is added.
    fn examine(&self, Writes { run: id, writes }: &Writes) -> Result<(), StoreError> {
        let invalid = |message| Err(StoreError::new(StoreErrorKind::Invalid, message));
        let run = self.find(id);
        let (mut next, mut over) =
            run.map_or((0, true), |run| (run.record.last_seq.saturating_add(1), run.owner.is_none()));
        for write in writes {
            if over {
                return invalid(format!("this store does not run the run `{id}`, or it has ended"));
            }
            write.examine()?;
            match write {
                Write::Event(event) if event.seq != next => {
                    let seq = event.seq;
                    return invalid(format!("event {seq} of the run `{id}` is not the next one, which is {next}"));
                }
                Write::Event(_) => next += 1,
                Write::RunEnded { .. } => over = true,
                _ => {}
            }
        }
        Ok(())
    }

    fn prune(&mut self, before: i64) -> Vec<String> {
        let old = |run: &Run| run.record.ended.is_some_and(|ended| ended < before);
        let pruned = self.runs.iter().filter(|run| old(run)).map(|run| run.record.id.clone()).collect();
        self.runs.retain(|run| !old(run));
        let runs = &self.runs;
        self.definitions.retain(|hash, _| runs.iter().any(|run| run.record.definition_hash == *hash));
        pruned
    }

    fn list(&self, filter: &RunFilter) -> Vec<RunRecord> {
        let before =
            filter.before.as_ref().map(|id| self.runs.iter().position(|run| run.record.id == *id).unwrap_or(0));
        let known = &self.runs[..before.unwrap_or(self.runs.len())];
        let matches = |run: &&Run| {
            filter.pipeline.as_ref().is_none_or(|pipeline| run.record.pipeline == *pipeline)
                && filter.status.is_none_or(|status| run.record.status == status)
                && filter.tag.as_ref().is_none_or(|tag| run.record.tag.as_ref() == Some(tag))
        };
        known.iter().rev().filter(matches).take(filter.limit).map(|run| run.record.clone()).collect()
    }
}

impl Run {
    fn end(&mut self, status: RunStatus, at: i64, output: Option<Json>, error: Option<Json>) {
        let record = &mut self.record;
        (record.status, record.ended, record.output, record.error) = (status, Some(at), output, error);
        self.owner = None;
    }

    fn add(&mut self, write: &Write) {
        match write.clone() {
            Write::StepStarted { path, attempt, at: started, inputs } => {
                let status = StepStatus::Running;
                self.steps.push(StepRecord {
                    path,
                    attempt,
                    status,
                    started,
                    ended: None,
                    inputs,
                    output: None,
                    error: None,
                });
            }
            Write::StepEnded { path, attempt, at, status, output, error } => {
                let step = self.steps.iter_mut().rev().find(|step| step.path == path && step.attempt == attempt);
                if let Some(step) = step {
                    (step.status, step.ended, step.output, step.error) = (status, Some(at), output, error);
                }
            }
            Write::Event(event) => {
                self.record.last_seq = event.seq;
                self.events.push(event);
            }
            Write::Artifact(file) => self.artifacts.push(file),
            Write::RunEnded { at, status, output, error } => self.end(status, at, output, error),
        }
    }
}

fn done<'a, T: Send + 'a>(result: Result<T, StoreError>) -> BoxFuture<'a, T> {
    Box::pin(future::ready(result))
}

impl RunLog for MemoryLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        done(self.state().create(run, owner))
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        done(self.state().claim(run, owner))
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        let mut state = self.state();
        state.owners.insert(owner.to_owned(), Instant::now() + lease);
        if lease.is_zero() {
            state.mark_interrupted();
        }
        done(Ok(()))
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        done(Ok(self.state().mark_interrupted()))
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        let mut state = self.state();
        let examined = writes.iter().try_for_each(|writes| state.examine(writes));
        if examined.is_ok() {
            for Writes { run, writes } in writes {
                if let Some(run) = state.find_mut(run) {
                    writes.iter().for_each(|write| run.add(write));
                }
            }
        }
        done(examined)
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        done(Ok(self.state().find(run).map(|run| run.record.clone())))
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        done(Ok(self.state().list(filter)))
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        done(Ok(self.state().definitions.get(hash).cloned()))
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        done(Ok(self.of(run, |run| &run.steps)))
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        let skip = usize::try_from(after).unwrap_or(usize::MAX);
        let page = |run: &Run| run.events.iter().skip(skip).take(limit).cloned().collect();
        done(Ok(self.state().find(run).map_or_else(Vec::new, page)))
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        done(Ok(self.of(run, |run| &run.artifacts)))
    }

    fn compact(&self, before: i64) -> BoxFuture<'_, u64> {
        let mut state = self.state();
        let old =
            state.runs.iter_mut().filter(|run| !run.packed && run.record.ended.is_some_and(|ended| ended < before));
        // There are no rows to save.
        done(Ok(old.map(|run| run.packed = true).count() as u64))
    }

    fn prune(&self, before: i64) -> BoxFuture<'_, Vec<String>> {
        done(Ok(self.state().prune(before)))
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        let state = self.state();
        let hole = state.runs.iter().find(|run| run.events.len() as u64 != run.record.last_seq);
        done(hole.map_or(Ok(()), |run| {
            Err(StoreError::new(
                StoreErrorKind::Corrupt,
                format!("the run `{}` has a hole in its events", run.record.id),
            ))
        }))
    }
}

impl fmt::Debug for MemoryLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLog").field("runs", &self.state().runs.len()).finish_non_exhaustive()
    }
}
