//! The state that all requests share.

use super::{
    active_runs::ActiveRuns, auto_resume::resume_all, large::LargeValues, pipeline::ServedPipeline, workers::Workers,
};
use crate::service::access::{AccessPolicy, Problem};
use axum::http::StatusCode;
use runnable_runner::Runner;
use runnable_store::{OverflowPolicy, RunLog};
use std::{
    collections::BTreeMap,
    sync::{Arc, Once},
    time::Duration,
};
use tokio_util::sync::CancellationToken;

/// The state that all requests share.
pub(in crate::service) struct ServiceState {
    pub(in crate::service) runner: Runner,
    pub(in crate::service) pipelines: BTreeMap<&'static str, ServedPipeline>,
    pub(in crate::service) access: AccessPolicy,
    pub(in crate::service) limits: ServiceLimits,
    pub(in crate::service) active_runs: Arc<ActiveRuns>,
    pub(in crate::service) workers: Workers,
    /// Starts to resume interrupted runs once, if the service does so.
    pub(in crate::service) resuming: Once,
    pub(in crate::service) large: LargeValues,
    /// Cancelled when the service stops: no more runs start.
    pub(in crate::service) stopping: CancellationToken,
    /// Cancelled when active runs have had their time: readers are disconnected, and runs are left to be resumed.
    pub(in crate::service) stop: CancellationToken,
}

/// The limits of a service.
#[derive(Debug, Clone, Copy)]
pub(in crate::service) struct ServiceLimits {
    /// The size of a request's body, in bytes.
    pub(in crate::service) body: usize,
    /// The size of an event's data, and of a value in the record of a run, in bytes.
    pub(in crate::service) event: usize,
    /// The number of concurrent runs.
    pub(in crate::service) runs: usize,
    /// The number of concurrent connections.
    pub(in crate::service) connections: usize,
    /// The time for which a reader may read nothing of what was sent.
    pub(in crate::service) stalled: Duration,
    /// The time without events after which a comment is sent.
    pub(in crate::service) keep_alive: Duration,
    /// The treatment of readers that are slower than their run.
    pub(in crate::service) lagging: OverflowPolicy,
}

impl Default for ServiceLimits {
    fn default() -> Self {
        Self {
            body: 1024 * 1024,
            event: 256 * 1024,
            runs: 64,
            connections: 4096,
            stalled: Duration::from_secs(30),
            keep_alive: Duration::from_secs(15),
            lagging: OverflowPolicy::Block,
        }
    }
}

impl ServiceState {
    /// Returns the run log.
    pub(in crate::service) fn log(&self) -> Result<&Arc<dyn RunLog>, Problem> {
        self.runner.log().map_err(|error| {
            tracing::error!(%error, "the runner of the service has no run log");
            let detail = "this server does not record runs";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not-recorded", "Runs are not recorded", detail)
        })
    }

    pub(in crate::service) fn pipeline(&self, name: &str) -> Result<&ServedPipeline, Problem> {
        self.pipelines.get(name).ok_or_else(Problem::no_pipeline)
    }

    /// Starts to resume interrupted runs, if the service does so and has not started yet.
    pub(in crate::service) fn resume_interrupted(self: &Arc<Self>) {
        self.resuming.call_once(|| drop(tokio::spawn(resume_all(Arc::downgrade(self)))));
    }

    /// Stops: waits up to `drain` for active runs and leaves the others to be resumed.
    pub(in crate::service) async fn shutdown(&self, drain: Duration) {
        self.stopping.cancel();
        if tokio::time::timeout(drain, self.active_runs.drained()).await.is_err() {
            tracing::info!(runs = self.active_runs.count(), "leaving active runs to be resumed");
        }
        // Before the runs are dropped: a run whose end is not recorded counts as interrupted, not as cancelled.
        if let Err(error) = self.runner.shutdown().await {
            tracing::error!(%error, "failed to record the last events of runs");
        }
        self.stop.cancel();
        self.workers.join().await;
    }
}
