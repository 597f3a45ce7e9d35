//! What the handlers share.

use super::{access::Access, live::Live, pipelines::Pipeline, problem::Problem, workers::Workers};
use axum::http::StatusCode;
use runnable::{
    runner::Runner,
    store::{OverflowPolicy, RunLog},
};
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use tokio_util::sync::CancellationToken;

pub(super) struct State {
    pub(super) runner: Runner,
    pub(super) pipelines: BTreeMap<&'static str, Pipeline>,
    pub(super) access: Access,
    pub(super) limits: Limits,
    pub(super) live: Arc<Live>,
    pub(super) workers: Workers,
    /// No run is started any more.
    pub(super) stopping: CancellationToken,
    /// Readers are sent away, and runs are left as they are.
    pub(super) stop: CancellationToken,
}

/// How much of anything there may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Bytes of a request's body.
    pub(super) body: usize,
    /// Bytes of an event's data.
    pub(super) event: usize,
    /// Runs at a time.
    pub(super) runs: usize,
    /// Connections at a time.
    pub(super) connections: usize,
    /// How long a reader may read nothing of what was sent.
    pub(super) stalled: Duration,
    pub(super) heartbeat: Duration,
    /// What is done with readers that are slower than their run.
    pub(super) lagging: OverflowPolicy,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body: 1024 * 1024,
            event: 1024 * 1024,
            runs: 64,
            connections: 4096,
            stalled: Duration::from_secs(30),
            heartbeat: Duration::from_secs(15),
            lagging: OverflowPolicy::Block,
        }
    }
}

impl State {
    /// Where the runs are recorded.
    pub(super) fn log(&self) -> Result<&Arc<dyn RunLog>, Problem> {
        self.runner.log().map_err(|error| {
            tracing::error!(%error, "the service's runner records nothing");
            let detail = "runs are not recorded here";
            Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not-recorded", "Runs are not recorded", detail)
        })
    }

    pub(super) fn pipeline(&self, name: &str) -> Result<&Pipeline, Problem> {
        self.pipelines.get(name).ok_or_else(Problem::no_pipeline)
    }

    /// Stops: waits for the runs that go on, at most so long, and leaves the others to be resumed.
    pub(super) async fn shutdown(&self, drain: Duration) {
        self.stopping.cancel();
        if tokio::time::timeout(drain, self.live.drained()).await.is_err() {
            tracing::info!(runs = self.live.count(), "runs are left to be resumed");
        }
        // Before the runs are dropped: what is not recorded any more is interrupted, and not cancelled.
        if let Err(error) = self.runner.shutdown().await {
            tracing::error!(%error, "the end could not be recorded");
        }
        self.stop.cancel();
        self.workers.join().await;
    }
}
