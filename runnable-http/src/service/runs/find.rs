//! Runs that a client names.

use super::state::ServiceState;
use crate::service::access::{Caller, Problem};
use runnable_store::{RunRecord, RunStatus};
use serde_json::value::RawValue;
use std::sync::Arc;
use tokio::sync::SemaphorePermit;

/// Returns a run without its input, its output and its error, if it exists and is visible to the caller.
pub(in crate::service) async fn visible(state: &ServiceState, caller: &Caller, id: &str) -> Result<RunRecord, Problem> {
    let (_loading, run) = visible_whole(state, caller, id).await?;
    Ok(without_values(run))
}

/// Returns a run as [`visible`] does, with its values, which may be large, and the permit to hold them.
pub(in crate::service) async fn visible_whole<'s>(
    state: &'s ServiceState,
    caller: &Caller,
    id: &str,
) -> Result<(Option<SemaphorePermit<'s>>, RunRecord), Problem> {
    let loading = state.large.load().await;
    let run = state.log()?.run(id).await?;
    let run = run.filter(|run| state.access.sees(caller, run)).ok_or_else(Problem::no_run)?;
    Ok((loading, run))
}

fn without_values(mut run: RunRecord) -> RunRecord {
    (run.input, run.output, run.error) = (Arc::from(RawValue::NULL.to_owned()), None, None);
    run
}

/// Returns an error if the events after this number cannot be read.
pub(in crate::service) async fn check_cursor(state: &ServiceState, run: &RunRecord, after: u64) -> Result<(), Problem> {
    if after > run.last_seq {
        return Err(Problem::invalid(format!("the run has no event with the number {after} yet")));
    }
    if after < run.last_seq {
        let next = state.log()?.events(&run.id, after, 1).await?;
        if next.first().is_none_or(|event| event.seq != after + 1) {
            return Err(Problem::expired());
        }
    }
    Ok(())
}

/// Returns `true` if no event follows the one with this number.
pub(in crate::service) fn all_read(run: &RunRecord, after: u64) -> bool {
    !matches!(run.status, RunStatus::Running | RunStatus::Interrupted) && after == run.last_seq
}

/// Cancels a run of this process.
pub(in crate::service) async fn cancel(state: &ServiceState, caller: &Caller, id: &str) -> Result<(), Problem> {
    let run = visible(state, caller, id).await?;
    match run.status {
        RunStatus::Running if state.active_runs.cancel(id) => Ok(()),
        RunStatus::Running => Err(Problem::conflict("elsewhere", "the run is running in another process")),
        RunStatus::Interrupted => Err(Problem::conflict("interrupted", "the run was interrupted and is not running")),
        _ => Err(Problem::conflict("ended", "the run has ended")),
    }
}
