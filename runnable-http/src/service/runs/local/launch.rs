//! Starting and resuming runs on the worker threads.

use super::local_runs::LocalRuns;
use crate::service::{
    access::Problem,
    runs::pipeline::{Launch, LaunchOrder, ServedPipeline},
};
use axum::http::StatusCode;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

/// The time after which a place may be free, in seconds.
const RETRY_AFTER: u32 = 1;

impl LocalRuns {
    /// Starts or resumes a run on a worker thread, if the limit of concurrent runs allows it. Returns once the run has started.
    pub(super) async fn launch(&self, pipeline: &ServedPipeline, launch: Launch) -> Result<(), Problem> {
        self.log()?;
        if self.stopping.is_cancelled() {
            return Err(Problem::stopping());
        }
        let permit = self.active_runs.try_acquire().ok_or_else(|| {
            let detail = "the server is at its limit of concurrent runs";
            Problem::new(StatusCode::TOO_MANY_REQUESTS, "full", "Too many runs", detail).retry_after(RETRY_AFTER)
        })?;
        self.launch_with(permit, pipeline, launch).await
    }

    /// Starts or resumes a run for which a permit was acquired before.
    pub(super) async fn launch_with(
        &self,
        permit: OwnedSemaphorePermit,
        pipeline: &ServedPipeline,
        launch: Launch,
    ) -> Result<(), Problem> {
        let run = pipeline.run;
        let (Launch::Fresh { id, .. } | Launch::Forked { id, .. } | Launch::Resumed { id, .. }) = &launch;
        let active = Arc::clone(&self.active_runs).add(id, permit);
        let active = active.ok_or_else(|| Problem::conflict("running", "the run is running"))?;
        let (started, result) = oneshot::channel();
        let order = LaunchOrder { runner: self.runner.clone(), launch, active, started, abandon: self.stop.clone() };
        self.workers.spawn(move || run(order)).map_err(|error| Problem::internal(&error))?;
        result.await.unwrap_or_else(|_| Err(Problem::internal(&"a run ended before it started")))
    }
}
