//! The tasks of a journal.

use super::shared::Shared;
use crate::error::StoreError;
use std::{future::poll_fn, sync::Arc, time::Duration};
use tokio::task::AbortHandle;

/// Appends the queue to the log until the journal stops, and then ends the lease.
pub(super) async fn run(shared: Arc<Shared>) -> Result<(), StoreError> {
    let lease = tokio::spawn(renew_lease(Arc::clone(&shared))).abort_handle();
    let linger = tokio::spawn(linger(Arc::clone(&shared))).abort_handle();
    let guard = StopGuard { shared: Arc::clone(&shared), tasks: [lease, linger] };
    while next(&shared).await {
        poll_fn(|task| shared.poll_commit(task)).await;
    }
    drop(guard);
    if shared.leased.initialized() { shared.log.renew_lease(&shared.owner, Duration::ZERO).await } else { Ok(()) }
}

/// Fails the waiting writes when the task ends, also if the task is dropped with its runtime.
struct StopGuard {
    shared: Arc<Shared>,
    tasks: [AbortHandle; 2],
}

impl Drop for StopGuard {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
        self.shared.stopped();
    }
}

async fn renew_lease(shared: Arc<Shared>) {
    loop {
        tokio::time::sleep(shared.options.lease / 3).await;
        if shared.leased.initialized() {
            // Two more attempts follow before the lease expires.
            let _ = shared.log.renew_lease(&shared.owner, shared.options.lease).await;
            // The next renewal reads again what this fails to read.
            let asked = shared.log.cancel_requests(&shared.owner).await.unwrap_or_default();
            asked.iter().filter_map(|run| shared.find(run)).for_each(|run| run.request_cancel());
        }
    }
}

/// Waits for a transaction; returns `false` if there will be none any more.
async fn next(shared: &Arc<Shared>) -> bool {
    loop {
        if let Some(next) = shared.take_over() {
            return next;
        }
        shared.urgent.notified().await;
    }
}

/// Makes the queue urgent once its writes have lingered. A task of its own, so that a step needs no timer.
async fn linger(shared: Arc<Shared>) {
    loop {
        shared.queued.notified().await;
        let mut taken = None;
        loop {
            tokio::time::sleep(shared.options.linger).await;
            let mut queue = shared.queue();
            if std::mem::take(&mut queue.driven) {
                // The next step takes the writes along: handing them to the journal's task costs more.
            } else if !queue.runs.is_empty() {
                queue.urgent = true;
                shared.urgent.notify_one();
            } else if taken == Some(queue.taken) {
                match shared.is_committing() {
                    // The step that polled the transaction may have been dropped.
                    Some(true) => shared.urgent.notify_one(),
                    Some(false) => {
                        queue.idle = true;
                        break;
                    }
                    // A poll of the transaction takes its time, and may be the last.
                    None => {}
                }
            }
            taken = Some(queue.taken);
        }
    }
}
