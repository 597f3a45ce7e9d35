//! Runs that were interrupted, and go on by themselves.

use super::{
    commands::launch_at,
    pipelines::{Assumed, What},
    state::State,
};
use runnable::store::{RunFilter, RunRecord, RunStatus, StoreError};
use std::{collections::HashSet, sync::Arc, time::Duration};

/// How often it is looked for runs whose process has died.
const LOOK: Duration = Duration::from_secs(5);
const PAGE: usize = 100;

/// Goes on with all runs of the service's pipelines that were interrupted, until the server stops.
pub(super) async fn resume_all(state: Arc<State>) {
    let mut refused = HashSet::new();
    let work = async {
        loop {
            match interrupted(&state).await {
                Ok(runs) => resume(&state, runs, &mut refused).await,
                Err(error) => tracing::warn!(%error, "runs that were interrupted cannot be found"),
            }
            tokio::time::sleep(LOOK).await;
        }
    };
    tokio::select! {
        () = work => {}
        () = state.stopping.cancelled() => {}
    }
}

/// The runs that were interrupted and are served, the oldest first.
async fn interrupted(state: &State) -> Result<Vec<RunRecord>, StoreError> {
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

/// Goes on with runs one after the other, as places become free.
async fn resume(state: &Arc<State>, runs: Vec<RunRecord>, refused: &mut HashSet<String>) {
    for run in runs {
        if refused.contains(&run.id) {
            continue;
        }
        let Some(place) = state.live.next_place().await else { return };
        let what = What::Resumed { id: run.id.clone(), assumed: Assumed::default() };
        match launch_at(place, state, &run.pipeline, what).await {
            Ok(()) => tracing::info!(run = run.id, "a run that was interrupted goes on"),
            // Another process was quicker, or may be asked again.
            Err(problem) if problem.is_passing() => tracing::debug!(run = run.id, ?problem, "a run does not go on yet"),
            Err(problem) => {
                tracing::warn!(run = run.id, ?problem, "a run that was interrupted cannot go on");
                refused.insert(run.id);
            }
        }
    }
}
