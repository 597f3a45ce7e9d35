//! Appends the writes of several runs in one transaction.

use super::{committed::Committed, options::OnCommit, run_state::RunState, shared::Shared};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::Writes,
};
use std::sync::Arc;
use tokio::time::Instant;

/// Takes the waiting writes of these runs. The writes of a run that failed are dropped, because its log would have a gap.
fn take(runs: Vec<Arc<RunState>>) -> (Vec<Arc<RunState>>, Vec<Writes>) {
    let taken = runs.into_iter().filter_map(|run| {
        let mut state = run.state();
        let writes = std::mem::take(&mut state.waiting);
        let failed = state.failure.is_some();
        drop(state);
        let writes = (!failed).then(|| Writes::new(Arc::clone(&run.id), writes).epoch(run.epoch))?;
        Some((run, writes))
    });
    taken.unzip()
}

/// Appends the waiting writes of these runs to the log.
pub(super) async fn append(shared: Arc<Shared>, runs: Vec<Arc<RunState>>) {
    let (shared, (runs, batch)) = (&*shared, take(runs));
    if batch.is_empty() {
        return;
    }
    match transact(shared, &batch).await {
        Ok(()) => runs.iter().zip(batch).for_each(|(run, writes)| commit(shared, run, writes)),
        // Each run alone would wait again.
        Err(error) if runs.len() == 1 || error.kind() == StoreErrorKind::Unreachable => {
            runs.iter().for_each(|run| fail(shared, run, &error));
        }
        // One of the runs may be the cause: the others get a transaction of their own.
        Err(_) => {
            for (run, writes) in runs.iter().zip(batch) {
                match transact(shared, std::slice::from_ref(&writes)).await {
                    Ok(()) => commit(shared, run, writes),
                    Err(error) => fail(shared, run, &error),
                }
            }
        }
    }
}

async fn transact(shared: &Shared, batch: &[Writes]) -> Result<(), StoreError> {
    let append = || shared.log.append(batch);
    let Some(OnCommit(on_commit)) = &shared.options.on_commit else { return shared.retry_busy(append).await };
    let began = Instant::now();
    let appended = shared.retry_busy(append).await;
    on_commit(began.elapsed(), appended.is_ok());
    appended
}

fn commit(shared: &Shared, run: &Arc<RunState>, Writes { writes, .. }: Writes) {
    let committed = Committed::new(writes, run.is_followed());
    if committed.ended {
        shared.forget(run);
    }
    run.commit(committed, shared.options.recent);
}

fn fail(shared: &Shared, run: &Arc<RunState>, error: &StoreError) {
    run.fail(error);
    shared.forget(run);
}
