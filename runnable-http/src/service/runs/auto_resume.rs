//! Resuming interrupted runs without a request.

use super::{
    launch::launch_with,
    pipeline::{Assumptions, Launch},
    state::ServiceState,
};
use runnable_store::{RunFilter, RunRecord, RunStatus, StoreError};
use std::{collections::HashSet, sync::Arc, time::Duration};

/// The time between searches for interrupted runs.
const SEARCH_INTERVAL: Duration = Duration::from_secs(5);
const PAGE: usize = 100;

/// Resumes interrupted runs of the service's pipelines until the server stops.
pub(in crate::service) async fn resume_all(state: Arc<ServiceState>) {
    let mut refused = HashSet::new();
    let work = async {
        loop {
            match interrupted(&state).await {
                Ok(runs) => resume(&state, runs, &mut refused).await,
                Err(error) => tracing::warn!(%error, "failed to search for interrupted runs"),
            }
            tokio::time::sleep(SEARCH_INTERVAL).await;
        }
    };
    tokio::select! {
        () = work => {}
        () = state.stopping.cancelled() => {}
    }
}

/// Returns the interrupted runs of the service's pipelines, the oldest first.
async fn interrupted(state: &ServiceState) -> Result<Vec<RunRecord>, StoreError> {
    let log = state.runner.log()?;
    // A read-only log cannot mark runs.
    let _ = log.mark_interrupted().await;
    let (mut all, mut before) = (vec![], None);
    loop {
        let mut filter = RunFilter::new().status(RunStatus::Interrupted).limit(PAGE);
        filter.before = before;
        let page = log.runs(&filter).await?;
        before = page.last().map(|run| run.id.clone());
        let last = page.len() < PAGE;
        all.extend(page.into_iter().filter(|run| state.pipelines.contains_key(run.pipeline.as_str())));
        if last {
            all.reverse();
            return Ok(all);
        }
    }
}

/// Resumes runs one after the other, as permits become free.
async fn resume(state: &Arc<ServiceState>, runs: Vec<RunRecord>, refused: &mut HashSet<String>) {
    for run in runs {
        if refused.contains(&run.id) {
            continue;
        }
        let Some(permit) = state.active_runs.acquire().await else { return };
        let launch = Launch::Resumed { id: run.id.clone(), assumptions: Assumptions::default() };
        match launch_with(permit, state, &run.pipeline, launch).await {
            Ok(()) => tracing::info!(run = run.id, "resumed an interrupted run"),
            // Another process resumed the run, or the next search tries again.
            Err(problem) if problem.is_temporary() => {
                tracing::debug!(run = run.id, ?problem, "an interrupted run is not resumed yet");
            }
            Err(problem) => {
                tracing::warn!(run = run.id, ?problem, "failed to resume an interrupted run");
                refused.insert(run.id);
            }
        }
    }
}
