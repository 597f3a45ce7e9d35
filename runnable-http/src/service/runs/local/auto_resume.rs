//! Resuming interrupted runs without a request.

use super::local_runs::LocalRuns;
use crate::service::runs::{Assumptions, Launch, ServiceState};
use runnable_store::{RunFilter, RunStatus, StoreError};
use std::{collections::HashSet, sync::Weak, time::Duration};

/// The time between searches for interrupted runs.
const SEARCH_INTERVAL: Duration = Duration::from_secs(5);
const PAGE: usize = 100;

/// Resumes interrupted runs of the service's pipelines until the server stops or is dropped.
pub(super) async fn resume_all(service: Weak<ServiceState>, local: Weak<LocalRuns>) {
    let mut refused = HashSet::new();
    loop {
        let (Some(state), Some(local_runs)) = (service.upgrade(), local.upgrade()) else { return };
        let work = async {
            match interrupted(&state).await {
                Ok(runs) => resume(&state, &local_runs, runs, &mut refused).await,
                Err(error) => tracing::warn!(%error, "failed to search for interrupted runs"),
            }
        };
        let stopping = state.stopping.clone();
        tokio::select! {
            () = work => {}
            () = stopping.cancelled() => return,
        }
        // The service may be dropped meanwhile.
        drop((state, local_runs));
        tokio::select! {
            () = tokio::time::sleep(SEARCH_INTERVAL) => {}
            () = stopping.cancelled() => return,
        }
    }
}

/// An interrupted run.
struct Interrupted {
    id: String,
    pipeline: String,
}

/// Returns the interrupted runs of the service's pipelines, the oldest first.
async fn interrupted(state: &ServiceState) -> Result<Vec<Interrupted>, StoreError> {
    let log = state.runner.log()?;
    // A read-only log cannot mark runs.
    let _ = log.mark_interrupted().await;
    let (mut all, mut before) = (vec![], None);
    loop {
        let mut filter = RunFilter::new().status(RunStatus::Interrupted).limit(PAGE);
        filter.before = before;
        let page = log.list(&filter).await?;
        before = page.last().map(|run| run.id.clone());
        let last = page.len() < PAGE;
        let served = page.into_iter().filter(|run| state.pipelines.contains_key(run.pipeline.as_str()));
        all.extend(served.map(|run| Interrupted { id: run.id, pipeline: run.pipeline }));
        if last {
            all.reverse();
            return Ok(all);
        }
    }
}

/// Resumes runs one after the other, as permits become free.
async fn resume(state: &ServiceState, local: &LocalRuns, runs: Vec<Interrupted>, refused: &mut HashSet<String>) {
    for run in runs {
        if refused.contains(&run.id) {
            continue;
        }
        let Ok(pipeline) = state.pipeline(&run.pipeline) else { continue };
        let Some(permit) = local.active_runs.acquire().await else { return };
        let launch = Launch::Resumed { id: run.id.clone(), assumptions: Assumptions::default() };
        match local.launch_with(permit, pipeline, launch).await {
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
