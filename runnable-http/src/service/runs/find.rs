//! Runs that a client names.

use super::state::ServiceState;
use crate::service::access::{Caller, Problem};
use axum::http::StatusCode;
use runnable_store::{RunRecord, RunStatus};

/// Returns a run, if it exists and is visible to the caller.
pub(in crate::service) async fn visible(state: &ServiceState, caller: &Caller, id: &str) -> Result<RunRecord, Problem> {
    let run = state.log()?.run(id).await?;
    run.filter(|run| state.access.sees(caller, run)).ok_or_else(Problem::no_run)
}

/// Returns an error if the events after this number cannot be read.
pub(in crate::service) async fn check_cursor(state: &ServiceState, run: &RunRecord, after: u64) -> Result<(), Problem> {
    if after > run.last_seq {
        return Err(Problem::invalid(format!("the run has no event with the number {after} yet")));
    }
    if after < run.last_seq {
        let next = state.log()?.events(&run.id, after, 1).await?;
        if next.first().is_none_or(|event| event.seq != after + 1) {
            let detail = "the next events are no longer in the run log";
            return Err(Problem::new(StatusCode::GONE, "expired", "Events expired", detail));
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
