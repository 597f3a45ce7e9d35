//! Starting and resuming runs on the worker threads.

use super::{
    pipeline::{Launch, LaunchOrder},
    state::ServiceState,
};
use crate::service::access::Problem;
use axum::http::StatusCode;
use std::sync::Arc;
use tokio::sync::{OwnedSemaphorePermit, oneshot};

/// The time after which a place may be free, in seconds.
const RETRY_AFTER: u32 = 1;

/// Starts or resumes a run on a worker thread, if the limit of concurrent runs allows it. Returns once the run has started.
pub(in crate::service) async fn launch(
    state: &Arc<ServiceState>,
    pipeline: &str,
    launch: Launch,
) -> Result<(), Problem> {
    state.log()?;
    if state.stopping.is_cancelled() {
        return Err(Problem::stopping());
    }
    let permit = state.active_runs.try_acquire().ok_or_else(|| {
        let detail = "the server is at its limit of concurrent runs";
        Problem::new(StatusCode::TOO_MANY_REQUESTS, "full", "Too many runs", detail).retry_after(RETRY_AFTER)
    })?;
    launch_with(permit, state, pipeline, launch).await
}

/// Starts or resumes a run for which a permit was acquired before.
pub(super) async fn launch_with(
    permit: OwnedSemaphorePermit,
    state: &Arc<ServiceState>,
    pipeline: &str,
    launch: Launch,
) -> Result<(), Problem> {
    let run = state.pipeline(pipeline)?.run;
    let (Launch::Fresh { id, .. } | Launch::Resumed { id, .. }) = &launch;
    let active = Arc::clone(&state.active_runs).add(id, permit);
    let active = active.ok_or_else(|| Problem::conflict("running", "the run is running"))?;
    let (started, result) = oneshot::channel();
    let order = LaunchOrder { runner: state.runner.clone(), launch, active, started, abandon: state.stop.clone() };
    state.workers.spawn(move || run(order)).map_err(|error| Problem::internal(&error))?;
    result.await.unwrap_or_else(|_| Err(Problem::internal(&"a run ended before it started")))
}
