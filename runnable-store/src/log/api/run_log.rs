//! The interface of a run log.

use super::{
    arm::ArmRecord,
    artifact::ArtifactRecord,
    event::EventRecord,
    filter::RunFilter,
    json::Json,
    past::RunPast,
    run::{NewRun, RunProgress, RunRecord},
    step::StepRecord,
    step_filter::{StepFilter, StepPage},
    summary::{RunCounts, RunSummary},
    write::Writes,
};
use crate::error::{StoreError, StoreErrorKind};
use std::{
    fmt,
    future::Future,
    pin::Pin,
    time::{Duration, SystemTime},
};

/// The number of runs that the default of [`RunLog::counts`] lists at a time.
const COUNTED: usize = 500;

/// The number of events that the default of [`RunLog::past`] reads at a time.
const READ: usize = 1000;

/// The boxed future of a method of [`RunLog`].
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// A store of runs.
///
/// A run belongs to an *owner*, usually a process. An owner holds a *lease*, which it renews until it ends; a run whose owner's
/// lease has expired is interrupted and can be claimed by another owner. Each claim increments the run's
/// [epoch](RunRecord::epoch), and a log refuses all writes of earlier epochs. A write is durable, as far as the store is
/// configured to be, once its future returns `Ok`.
///
/// Every method may fail with the errors of the store itself, of the kinds `Busy`, `Full`, `ReadOnly`, `Corrupt` and `Other`.
pub trait RunLog: fmt::Debug + Send + Sync + 'static {
    /// Records a new run of `owner`, whose lease must have been [renewed](Self::renew_lease) before. The run and its first
    /// entries become visible together.
    ///
    /// # Errors
    /// Returns an error of the kind `Exists` if a run with this id exists.
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()>;

    /// Gives a run that has ended, or whose owner's lease has expired, to `owner`, sets its status to `Running`, and increments
    /// its epoch.
    ///
    /// If several owners claim a run, one succeeds. An owner may claim a run that it owns already.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the run does not exist, and `Live` if another owner holds the run.
    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord>;

    /// Claims a run as [`claim`](Self::claim) does, for a process that has just read its [past](Self::past). A log need not read
    /// the steps again then.
    ///
    /// The default claims the run.
    ///
    /// # Errors
    /// Returns the errors of [`claim`](Self::claim).
    fn claim_after<'a>(&'a self, run: &'a str, owner: &'a str, past: &'a RunPast) -> BoxFuture<'a, RunRecord> {
        let _ = past;
        self.claim(run, owner)
    }

    /// Renews the lease of `owner`, an owner in this process, for a duration from now. A duration of zero ends the lease, and
    /// interrupts the owner's running runs.
    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()>;

    /// Marks runs whose owner's lease expired as interrupted; returns their ids.
    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>>;

    /// Asks the owner of a running run, in any process, to cancel the run. The owner sees the request when it renews its lease.
    /// A request counts until the run ends or is claimed; asking again changes nothing.
    ///
    /// The default refuses the request.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the run does not exist, `Interrupted` if its process died, and `Invalid` if the
    /// run has ended.
    fn request_cancel<'a>(&'a self, run: &'a str) -> BoxFuture<'a, ()> {
        Box::pin(async move {
            let message = format!("the log of the run `{run}` takes no requests to cancel runs");
            Err(StoreError::new(StoreErrorKind::Invalid, message))
        })
    }

    /// Returns the running runs of `owner` that are asked to be cancelled.
    ///
    /// The default returns none.
    fn cancel_requests<'a>(&'a self, owner: &'a str) -> BoxFuture<'a, Vec<String>> {
        let _ = owner;
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    /// Appends entries to the logs of runs in one transaction: all of them or none. Each run occurs once. The runs must have
    /// been created or claimed through this value, and must not have ended.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if a run does not belong to this value (any more), if the epoch of a run has changed,
    /// or if the number of an event is not the next number of its run.
    ///
    /// # Cancel safety
    /// If the future is dropped, the entries may or may not be appended; claim the runs again to find out.
    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()>;

    /// Returns a run, or `None` if the run does not exist.
    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>>;

    /// Returns the progress of a run, or `None` if the run does not exist. Readers that follow a run in another process ask
    /// again and again.
    ///
    /// The default reads the whole record of the run.
    fn progress<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunProgress>> {
        Box::pin(async move { Ok(self.run(run).await?.as_ref().map(RunProgress::from)) })
    }

    /// Returns the runs that the filter selects with their inputs and outputs, in the order in which they started, the newest
    /// first.
    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>>;

    /// Returns the runs that the filter selects as [`runs`](Self::runs) does, without their inputs and outputs.
    ///
    /// The default reads the whole records of the runs.
    fn list<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunSummary>> {
        Box::pin(async move { Ok(self.runs(filter).await?.iter().map(RunSummary::from).collect()) })
    }

    /// Returns the numbers of runs that the filter selects, by status. The limit of the filter has no effect.
    ///
    /// The default lists the runs.
    fn counts<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, RunCounts> {
        Box::pin(async move {
            let (mut counts, mut page) = (RunCounts::default(), RunFilter { limit: COUNTED, ..filter.clone() });
            loop {
                let runs = self.list(&page).await?;
                runs.iter().for_each(|run| counts.add(run.status, 1));
                let Some(last) = runs.last().filter(|_| runs.len() == COUNTED) else { return Ok(counts) };
                page.before = Some(last.id.clone());
            }
        })
    }

    /// Returns the definition with this hash, or `None` if no run has the definition.
    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>>;

    /// Returns the graph of the pipeline with this hash of its definition, as JSON, or `None` if no run was recorded with its graph.
    ///
    /// The default returns `None`.
    fn graph<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        let _ = hash;
        Box::pin(std::future::ready(Ok(None)))
    }

    /// Returns the attempts of a run's steps, in the order in which they started. The list is empty if the run does not exist.
    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>>;

    /// Returns a page of the attempts of a run's steps, in the order in which they started. The page is empty if the run does not
    /// exist.
    ///
    /// The default reads all attempts.
    fn step_page<'a>(&'a self, run: &'a str, filter: &'a StepFilter) -> BoxFuture<'a, StepPage> {
        Box::pin(async move { Ok(StepPage::of(&self.steps(run).await?, filter)) })
    }

    /// Returns the arms of `match` and `if` that a run took, in the order in which they were taken.
    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArmRecord>>;

    /// Returns at most `limit` events of a run with numbers greater than `after`, in order.
    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>>;

    /// Returns a page of events, as [`events`](Self::events) does, which ends early once its events have about `bytes` bytes. If
    /// there is an event, the page has at least one.
    ///
    /// The default ignores `bytes`: a reader then keeps a whole page in memory, however large its events are.
    fn event_page<'a>(
        &'a self,
        run: &'a str,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> BoxFuture<'a, Vec<EventRecord>> {
        let _ = bytes;
        self.events(run, after, limit)
    }

    /// Returns the past of a run, as a process needs it that takes the run over. It is empty if the run does not exist.
    ///
    /// The default reads the steps, the arms and the events one after the other.
    fn past<'a>(&'a self, run: &'a str) -> BoxFuture<'a, RunPast> {
        Box::pin(async move {
            let mut past = RunPast { steps: self.steps(run).await?, ..RunPast::default() };
            past.arms = self.arms(run).await?;
            loop {
                let page = self.events(run, past.last_seq, READ).await?;
                let is_last = page.len() < READ;
                past.last_seq = page.last().map_or(past.last_seq, |event| event.seq);
                past.events.extend(page.into_iter().filter(|event| event.event_type.kind().is_some()));
                if is_last {
                    return Ok(past);
                }
            }
        })
    }

    /// Returns the files that a run put and got, in the order in which they were recorded.
    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>>;

    /// Compacts the logs of runs that ended before `before`, without losing an event; returns the number of compacted runs.
    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64>;

    /// Deletes runs that ended before `before`; returns their ids.
    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>>;

    /// Checks the integrity of the store.
    ///
    /// # Errors
    /// Returns an error of the kind `Corrupt` that lists the damage.
    fn check(&self) -> BoxFuture<'_, ()>;
}
