//! The place of a service's runs.

use super::{
    pipeline::{Assumptions, ServedPipeline},
    start::RequestedRun,
    state::ServiceState,
};
use crate::{EndReason, service::access::Problem};
use futures_core::Stream;
use runnable_store::{
    ArtifactRecord, EventRecord, LogEvent, RunCounts, RunFilter, RunRecord, RunSummary, StepFilter, StepPage,
};
use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

/// The result of a request to a backend, once it is there.
pub(in crate::service) type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Problem>> + Send + 'a>>;

/// The events of a run, up to its end or the reason for which they end before.
pub(super) type Events = Pin<Box<dyn Stream<Item = Result<LogEvent, EndReason>> + Send>>;

/// The place where a service starts, reads and cancels runs: this process and its run log, or a cluster.
pub(in crate::service) trait Backend: Send + Sync {
    /// Returns an error if no runs can be started.
    fn ready(&self) -> Answer<'_, ()>;

    /// Starts what the backend does by itself.
    fn begin(self: Arc<Self>, state: &Arc<ServiceState>);

    /// Starts a run or a fork. Starting it again is a conflict, or changes nothing.
    fn start<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RequestedRun, tag: Option<String>) -> Answer<'a, ()>;

    /// Returns whether a run that exists was started by the same request before.
    fn has_input<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RequestedRun) -> Answer<'a, bool>;

    /// Resumes a run that was interrupted or failed.
    fn resume<'a>(&'a self, pipeline: &'a ServedPipeline, run: &'a RunRecord, with: Assumptions) -> Answer<'a, ()>;

    /// Cancels a run whose record has just been read.
    fn cancel<'a>(&'a self, run: &'a RunRecord) -> Answer<'a, ()>;

    /// Cancels a run for one of its readers. Returns `false` if the run is not active here.
    fn cancel_now(&self, run: &str) -> bool;

    /// Returns a run with its values.
    fn run<'a>(&'a self, id: &'a str) -> Answer<'a, Option<RunRecord>>;

    /// Returns a run whose values may be missing.
    fn run_state<'a>(&'a self, id: &'a str) -> Answer<'a, Option<RunRecord>> {
        self.run(id)
    }

    /// Returns the runs that the filter selects, the newest first.
    fn list<'a>(&'a self, filter: &'a RunFilter) -> Answer<'a, Vec<RunSummary>>;

    /// Returns the numbers of runs that the filter selects, by status.
    fn counts<'a>(&'a self, filter: &'a RunFilter) -> Answer<'a, RunCounts>;

    /// Returns the attempts of the steps of a run that the filter selects.
    fn steps<'a>(&'a self, run: &'a RunRecord, filter: &'a StepFilter) -> Answer<'a, StepPage>;

    /// Returns the files that the steps of a run put and got.
    fn files<'a>(&'a self, run: &'a RunRecord) -> Answer<'a, Vec<ArtifactRecord>>;

    /// Returns the event of a run with this number, or `None` if it does not exist or has been deleted.
    fn event<'a>(&'a self, run: &'a RunRecord, seq: u64) -> Answer<'a, Option<EventRecord>>;

    /// Returns an error if the events after this number cannot be read.
    fn check_cursor<'a>(&'a self, run: &'a RunRecord, after: u64) -> Answer<'a, ()>;

    /// Returns the events of a run with greater numbers, until its end.
    fn follow(&self, run: &str, after: u64) -> Events;

    /// Waits up to `limit` for the active runs of this process.
    fn drain(&self, limit: Duration) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;

    /// Waits until nothing of this process works on runs any more, after the token for that was cancelled.
    fn join(&self) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}
