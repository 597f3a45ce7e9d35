//! The task that writes.

use super::{Live, RunState, live::Settled};
use crate::{StoreError, Writes};
use std::{future::poll_fn, sync::Arc, time::Duration};
use tokio::task::AbortHandle;

/// Runs, and what is written of each of them.
type Batch = (Vec<Arc<RunState>>, Vec<Writes>);

/// Writes what is queued until nobody will queue any more, and then lets go of the runs.
pub(super) async fn run(live: Arc<Live>) -> Result<(), StoreError> {
    let signs = tokio::spawn(signs_of_life(Arc::clone(&live))).abort_handle();
    let linger = tokio::spawn(linger(Arc::clone(&live))).abort_handle();
    let last = Last { live: Arc::clone(&live), tasks: [signs, linger] };
    while next(&live).await {
        poll_fn(|task| live.poll_flight(task)).await;
    }
    drop(last);
    if live.leased.initialized() { live.log.renew_lease(&live.owner, Duration::ZERO).await } else { Ok(()) }
}

/// Tells those who wait, also where the task is dropped with its runtime.
struct Last {
    live: Arc<Live>,
    tasks: [AbortHandle; 2],
}

impl Drop for Last {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
        self.live.stopped();
    }
}

async fn signs_of_life(live: Arc<Live>) {
    loop {
        tokio::time::sleep(live.options.lease / 3).await;
        if live.leased.initialized() {
            // Where it fails, the next one may not; meanwhile the lease goes on.
            let _ = live.log.renew_lease(&live.owner, live.options.lease).await;
        }
    }
}

/// Waits for a flight; false where there will be none any more.
async fn next(live: &Arc<Live>) -> bool {
    loop {
        if let Some(next) = live.take_over() {
            return next;
        }
        live.wake.notified().await;
    }
}

/// Waits for what nobody waits for, until it has lain about long enough. A task of its own, so that a step costs no timer.
async fn linger(live: Arc<Live>) {
    loop {
        live.doze.notified().await;
        let mut taken = None;
        loop {
            tokio::time::sleep(live.options.linger).await;
            let mut queue = live.queue();
            if !queue.runs.is_empty() {
                queue.urgent = true;
                live.wake.notify_one();
            } else if taken == Some(queue.taken) && live.is_in_flight() {
                // Who drove it may have been dropped.
                live.wake.notify_one();
            } else if taken == Some(queue.taken) {
                queue.dozing = true;
                break;
            }
            taken = Some(queue.taken);
        }
    }
}

/// What waits of these runs. Nothing of a run that has failed: it would have a hole.
fn taken(runs: Vec<Arc<RunState>>) -> Batch {
    let taken = runs.into_iter().filter_map(|run| {
        let mut state = run.state();
        let writes = std::mem::take(&mut state.waiting);
        let sound = state.failed.is_none();
        drop(state);
        sound.then(|| (Arc::clone(&run), Writes { run: Arc::clone(&run.id), writes }))
    });
    taken.unzip()
}

/// Writes what waits of these runs.
pub(super) async fn commit(live: Arc<Live>, runs: Vec<Arc<RunState>>) {
    let (live, (runs, writes)) = (&*live, taken(runs));
    if writes.is_empty() {
        return;
    }
    match append(live, &writes).await {
        Ok(()) => runs.iter().zip(writes).for_each(|(run, writes)| settle(live, run, writes)),
        Err(error) if runs.len() == 1 => fail(live, &runs[0], &error),
        // One of them is at fault: the others do not pay for it.
        Err(_) => {
            for (run, writes) in runs.iter().zip(writes) {
                match append(live, std::slice::from_ref(&writes)).await {
                    Ok(()) => settle(live, run, writes),
                    Err(error) => fail(live, run, &error),
                }
            }
        }
    }
}

async fn append(live: &Live, writes: &[Writes]) -> Result<(), StoreError> {
    live.patiently(|| live.log.append(writes)).await
}

fn settle(live: &Live, run: &Arc<RunState>, Writes { writes, .. }: Writes) {
    let done = Settled::of(writes, run.is_followed());
    if done.over {
        live.end(run);
    }
    run.settle(done, live.options.recent);
}

fn fail(live: &Live, run: &Arc<RunState>, error: &StoreError) {
    run.fail(error);
    live.end(run);
}
