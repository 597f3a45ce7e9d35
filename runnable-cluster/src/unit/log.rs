//! The log of a unit.

use super::{
    Unit,
    closing::close_steps,
    part::{Part, Past, Pending},
    publisher::{Claimed, Events, Publisher},
    state::{Batch, ItemEnd, ItemFailure, State},
    writes::split,
};
use bytes::Bytes;
use runnable_store::{
    ArmRecord, ArtifactRecord, BoxFuture, EventRecord, Json, Kind, MemoryLog, NewRun, RunFilter, RunLog, RunRecord,
    RunStatus, StepRecord, StepStatus, StoreError, StoreErrorKind, Write, Writes, json,
};
use runnable_wire::{Finished, OutcomeName};
use std::{
    collections::HashSet,
    fmt,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
    time::{Duration, SystemTime},
};
use tokio::sync::{mpsc, oneshot};
use tokio_util::sync::CancellationToken;

/// The owner of a run that an earlier part of the unit has recorded.
const EARLIER: &str = "earlier";

/// The owner of a run that cannot record its own end.
const ENDING: &str = "ending";

/// The log of a unit: in memory, and before that at the engine (steps) and on its way to the readers (events).
///
/// A batch of writes is visible once its part is durable. A part has the events that are not published yet, so a worker that
/// begins the unit again publishes what is missing: events are published behind the journal, without a wait in between.
///
/// The start of a step waits for the next part: a step without a record runs again in any case. Steps with `effect = "once"` are
/// the exception.
pub(crate) struct UnitLog {
    memory: MemoryLog,
    pub(super) run: String,
    /// The item that the unit runs. Only the events of its steps are the unit's own.
    pub(super) target: Option<String>,
    /// The maps whose items other units run.
    pub(super) spread: Vec<String>,
    /// The items whose records were complete when the unit began.
    complete: HashSet<String>,
    pub(super) parts: mpsc::Sender<Pending>,
    pub(super) publisher: Publisher,
    pub(super) max_event: usize,
    pub(super) is_once: Box<dyn Fn(&str) -> bool + Send + Sync>,
    before_failure: OnceLock<BeforeFailure>,
    /// Cancelled if the unit must begin again.
    lost: CancellationToken,
    state: Mutex<State>,
}

/// Work before the end of a unit that fails or is cancelled.
pub(super) type BeforeFailure = Box<dyn Fn() -> BoxFuture<'static, ()> + Send + Sync>;

impl UnitLog {
    /// Opens the log of a unit with its past. `spread` has the maps whose items other units run, if the unit begins now.
    pub(super) async fn open(
        unit: &Unit,
        past: Past,
        spread: &[String],
        claimed: Claimed,
        parts: mpsc::Sender<Pending>,
        events: Arc<dyn Events>,
        is_once: Box<dyn Fn(&str) -> bool + Send + Sync>,
    ) -> Result<Self, StoreError> {
        let max_event = events.max_event();
        let publisher = Publisher::start(events, unit.key(), claimed.last, parts.clone());
        let spread = past.spread.unwrap_or_else(|| spread.to_vec());
        let memory = MemoryLog::new();
        // Nobody else publishes for the unit, so what is published is the beginning of what the journal has.
        let known = claimed.events.last().map_or(0, |event| event.seq);
        let failed_step = past.step;
        let missing: Vec<_> = past.events.into_iter().filter(|event| event.seq > known).collect();
        let journaled = missing.last().map_or(known, |event| event.seq);
        if let Some(created) = &past.created {
            let all = claimed.events.into_iter().chain(missing.iter().cloned()).map(Write::Event);
            let mut writes = past.entries;
            writes.extend(all);
            writes.extend(past.ended);
            restore(&memory, created, writes).await?;
        }
        publisher.push(missing);
        publisher.allow();
        let state = Mutex::new(State { journaled, last_event: journaled, failed_step, ..State::default() });
        let (run, target, complete) =
            (unit.run.clone(), unit.target().map(ToOwned::to_owned), past.items.into_iter().collect());
        let lost = CancellationToken::new();
        Ok(Self {
            memory,
            run,
            target,
            spread,
            complete,
            parts,
            publisher,
            max_event,
            is_once,
            before_failure: OnceLock::new(),
            lost,
            state,
        })
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn spread(&self) -> &[String] {
        &self.spread
    }

    pub(super) fn complete_items(&self) -> HashSet<String> {
        self.complete.clone()
    }

    /// Expects the entries of an item that another unit has run.
    pub(super) fn expect(&self, item: &str, entries: usize) {
        let mut state = self.state();
        if entries == 0 {
            state.items.push(item.to_owned());
        } else {
            state.expected.insert(item.to_owned(), entries);
        }
    }

    /// Sets the end of the item of this unit. The next end of the run is that end.
    pub(super) fn end_item(&self, failure: Option<ItemFailure>) {
        self.state().item_end = Some(failure.map_or(ItemEnd::Succeeded, ItemEnd::Failed));
    }

    /// Notes the failure of an item that another unit has run.
    pub(super) fn note_failure(&self, ItemFailure { error, step }: ItemFailure) {
        self.state().failures.insert(error.get().to_owned(), step);
    }

    /// Returns the path of the step whose failure ended the run or the item of this unit, if that is known.
    pub(super) fn failed_step(&self) -> Option<String> {
        self.state().failed_step.clone()
    }

    /// Sets the work before the end of a unit that fails or is cancelled.
    pub(super) fn before_failure(&self, work: BeforeFailure) {
        // It is set once.
        let _ = self.before_failure.set(work);
    }

    /// Returns whether the unit must begin again, here or on another worker.
    pub(super) fn is_lost(&self) -> bool {
        self.lost.is_cancelled() || self.parts.is_closed()
    }

    /// Waits until the unit must begin again. If the engine has taken it away, that is noticed at the next write.
    pub(super) async fn lost(&self) {
        self.lost.cancelled().await;
    }

    /// Returns the reason why the run cannot continue on any worker, or `None` if it can.
    pub(super) fn refused(&self) -> Option<StoreError> {
        self.state().refused.clone()
    }

    /// Waits until all events are published.
    pub(super) async fn published(&self) -> Result<(), StoreError> {
        self.publisher.drained().await
    }

    /// Records the end of a run that cannot record its own end.
    pub(super) async fn fail(&self, created: NewRun, status: RunStatus, error: Json) -> Result<(), StoreError> {
        self.memory.renew_lease(ENDING, Duration::from_hours(1)).await?;
        if self.memory.run(&self.run).await?.is_none() {
            self.create(&created, ENDING).await?;
        }
        let record = self.memory.claim(&self.run, ENDING).await?;
        let steps = self.memory.steps(&self.run).await?;
        self.state().refused = None;
        let (at, is_cancelled) = (SystemTime::now(), status == RunStatus::Cancelled);
        let data = match serde_json::from_str(error.get()) {
            Ok(error) if !is_cancelled => Finished::failed(error),
            _ => Finished::new(if is_cancelled { OutcomeName::Cancelled } else { OutcomeName::Failed }),
        };
        let mut finished = EventRecord::new(record.last_seq + 1, at, json("[]")?, 1, Kind::RunFinished);
        finished.data = serde_json::to_string(&data).ok().map(json).transpose()?;
        let mut writes: Vec<_> = steps.into_iter().filter_map(cancelled).collect();
        writes.push(Write::Event(finished));
        let error = (!is_cancelled).then_some(error);
        writes.push(Write::RunEnded { at, status, output: None, error });
        self.record(Writes::new(self.run.as_str(), writes).epoch(record.epoch)).await
    }

    async fn record(&self, mut batch: Writes) -> Result<(), StoreError> {
        if let Some(held) = self.state().held.take() {
            batch.writes.insert(0, held);
        }
        if let Some(Write::RunEnded { status: RunStatus::Failed | RunStatus::Cancelled, .. }) = batch.writes.last() {
            let has_succeeded = matches!(self.state().item_end, Some(ItemEnd::Succeeded));
            if let Some(work) = self.before_failure.get()
                && !has_succeeded
                && !self.is_lost()
            {
                work().await?;
            }
            let earlier = self.memory.events(&self.run, 0, usize::MAX).await?;
            close_steps(&earlier, &mut batch.writes)?;
        }
        let Batch { part, visible } = self.sort(std::mem::take(&mut batch.writes))?;
        self.publisher.ready().await?;
        let is_last = part.as_ref().is_some_and(|(_, is_last)| *is_last);
        if let Some((part, is_last)) = part {
            self.make_durable(part, is_last).await?;
        }
        self.publisher.allow();
        if is_last {
            self.publisher.drained().await?;
        }
        batch.writes = visible;
        self.memory.append(&[batch]).await
    }

    /// Waits until the engine confirms that this worker has the unit, by an empty part. Never ready if another worker has it.
    pub(super) async fn confirm(&self) -> Result<(), StoreError> {
        let empty = Part::new(None, &[], &[], None, None)?.encode()?;
        if self.journal(empty, false).await.is_err() {
            self.lost.cancel();
            std::future::pending::<()>().await;
        }
        Ok(())
    }

    async fn make_durable(&self, part: Bytes, is_last: bool) -> Result<(), StoreError> {
        self.journal(part, is_last).await?;
        let mut state = self.state();
        (state.created, state.is_confirmed) = (None, true);
        Ok(())
    }

    /// Waits until a part is in the journal.
    async fn journal(&self, part: Bytes, is_last: bool) -> Result<(), StoreError> {
        let (ack, acknowledged) = oneshot::channel();
        self.parts.send(Pending { part, is_last, ack }).await.map_err(|_| taken_away(&self.run))?;
        acknowledged.await.map_err(|_| taken_away(&self.run))
    }
}

/// Records the past of a run under an owner that has died.
async fn restore(memory: &MemoryLog, created: &NewRun, writes: Vec<Write>) -> Result<(), StoreError> {
    memory.renew_lease(EARLIER, Duration::from_hours(1)).await?;
    memory.create(created, EARLIER).await?;
    memory.append(&[Writes::new(created.id.as_str(), writes)]).await?;
    memory.renew_lease(EARLIER, Duration::ZERO).await
}

/// Returns the end of a step that the end of its run has cut off.
fn cancelled(step: StepRecord) -> Option<Write> {
    let status = StepStatus::Cancelled;
    let StepRecord { path, attempt, .. } = step;
    let (at, is_open) = (SystemTime::now(), step.status == StepStatus::Running);
    is_open.then_some(Write::StepEnded { path, attempt, at, status, output: None, error: None })
}

pub(super) fn taken_away(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Other, format!("the engine has taken the run `{run}` away from this worker"))
}

impl fmt::Debug for UnitLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnitLog").field("run", &self.run).finish_non_exhaustive()
    }
}

impl RunLog for UnitLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        // The first part has the record, before any event is published.
        self.state().created = Some(run.clone());
        self.memory.create(run, owner)
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        self.memory.claim(run, owner)
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        self.memory.renew_lease(owner, lease)
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.memory.mark_interrupted()
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            for batch in writes.iter().flat_map(split) {
                let recorded = self.record(batch).await;
                if recorded.is_err() && self.refused().is_none() {
                    self.lost.cancel();
                }
                recorded?;
            }
            Ok(())
        })
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        self.memory.run(run)
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        self.memory.runs(filter)
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.memory.definition(hash)
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        self.memory.steps(run)
    }

    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>> {
        self.memory.arms(run)
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.memory.events(run, after, limit)
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        self.memory.artifacts(run)
    }

    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        self.memory.compact(before)
    }

    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        self.memory.prune(before)
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        self.memory.check()
    }
}
