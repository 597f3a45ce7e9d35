//! Where runs are recorded.

use crate::{ArtifactRecord, EventRecord, Json, NewRun, RunRecord, RunStatus, StepRecord, StoreError, Writes};
use std::{fmt, future::Future, pin::Pin, time::Duration};

/// A future of a store.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + Send + 'a>>;

/// Which runs to list: the newest first.
#[derive(Debug, Clone, Default)]
pub struct RunFilter {
    /// Of this pipeline.
    pub pipeline: Option<String>,
    /// With this status.
    pub status: Option<RunStatus>,
    /// With this tag.
    pub tag: Option<String>,
    /// Only runs that began before this one.
    pub before: Option<String>,
    /// At most so many.
    pub limit: usize,
}

/// A store of runs. Every write is durable, as far as the store is configured to be, once its future gives `Ok`.
pub trait RunLog: fmt::Debug + Send + Sync + 'static {
    /// Records a new run that `owner` runs. Its lease must have begun: see [`renew_lease`](Self::renew_lease).
    ///
    /// # Errors
    /// `Exists` where there is a run of that id.
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()>;

    /// Makes a run that has ended, or whose process is dead, `Running` again, under `owner`. Of several owners that claim a run, one gets it;
    /// an owner may claim again what it has.
    ///
    /// # Errors
    /// `NotFound`; `Live` where its owner is alive.
    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord>;

    /// Says that `owner`, of this process, is alive for so long; called again before that time is over. A lease of zero ends it.
    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()>;

    /// Marks the running runs of dead owners as interrupted, and names them.
    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>>;

    /// Adds to the logs of runs, all or nothing; each run comes once. They are runs that were created or claimed through this value,
    /// and have not ended.
    ///
    /// # Errors
    /// `Invalid` where this value does not run the run (any more), or an event is not the next one.
    ///
    /// # Cancel safety
    /// Where the future is dropped it is unknown whether they were added; claim the runs again.
    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()>;

    /// A run; `None` where there is none.
    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>>;

    /// Runs, the newest first.
    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>>;

    /// The definition with this hash; `None` where no run has it.
    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>>;

    /// The attempts of a run's steps, in the order in which they began.
    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>>;

    /// The events of a run after `after`, in order, at most `limit`.
    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>>;

    /// The files of a run, in the order in which they were recorded.
    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>>;

    /// Packs the events of finished runs that ended before `before` (milliseconds since the Unix epoch), without losing any;
    /// tells how many runs it packed.
    fn compact(&self, before: i64) -> BoxFuture<'_, u64>;

    /// Deletes finished runs that ended before `before` (milliseconds since the Unix epoch), and names them.
    fn prune(&self, before: i64) -> BoxFuture<'_, Vec<String>>;

    /// Checks the store itself.
    ///
    /// # Errors
    /// `Corrupt`, with what is wrong.
    fn check(&self) -> BoxFuture<'_, ()>;
}
