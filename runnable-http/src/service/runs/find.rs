//! Runs that a client names.

use super::state::ServiceState;
use crate::service::access::{Caller, Problem};
use runnable_store::{RunRecord, RunStatus};
use serde_json::value::RawValue;
use std::sync::Arc;
use tokio::sync::SemaphorePermit;

/// Returns a run without its input, its output and its error, if it exists and is visible to the caller.
pub(in crate::service) async fn visible(state: &ServiceState, caller: &Caller, id: &str) -> Result<RunRecord, Problem> {
    let _loading = state.large.load().await;
    let run = state.backend.run_state(id).await?;
    Ok(without_values(seen(state, caller, run)?))
}

/// Returns a run as [`visible`] does, with its values, which may be large, and the permit to hold them.
pub(in crate::service) async fn visible_whole<'s>(
    state: &'s ServiceState,
    caller: &Caller,
    id: &str,
) -> Result<(Option<SemaphorePermit<'s>>, RunRecord), Problem> {
    let loading = state.large.load().await;
    let run = state.backend.run(id).await?;
    Ok((loading, seen(state, caller, run)?))
}

fn seen(state: &ServiceState, caller: &Caller, run: Option<RunRecord>) -> Result<RunRecord, Problem> {
    run.filter(|run| state.access.sees(caller, run)).ok_or_else(Problem::no_run)
}

fn without_values(mut run: RunRecord) -> RunRecord {
    (run.input, run.output, run.error) = (Arc::from(RawValue::NULL.to_owned()), None, None);
    run
}

/// Returns `true` if no event follows the one with this number.
pub(in crate::service) fn all_read(run: &RunRecord, after: u64) -> bool {
    !matches!(run.status, RunStatus::Running | RunStatus::Interrupted) && after == run.last_seq
}

/// Cancels a run.
pub(in crate::service) async fn cancel(state: &ServiceState, caller: &Caller, id: &str) -> Result<(), Problem> {
    let run = visible(state, caller, id).await?;
    state.backend.cancel(&run).await
}
