//! The task that writes.

use super::{
    Live, RunState,
    live::{Settled, Stage},
};
use crate::{StoreError, Write};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::task::AbortHandle;

type Batch = Vec<(Arc<RunState>, Write)>;
type Runs = Vec<Arc<RunState>>;
type Writes = Vec<(Arc<str>, Write)>;

/// Writes what is queued until nobody will queue any more, and then lets go of the runs.
pub(super) async fn run(live: Arc<Live>) -> Result<(), StoreError> {
    let signs = tokio::spawn(signs_of_life(Arc::clone(&live))).abort_handle();
    let linger = tokio::spawn(linger(Arc::clone(&live))).abort_handle();
    let last = Last { live: Arc::clone(&live), tasks: [signs, linger] };
    while let Some(batch) = next(&live).await {
        commit(&live, batch).await;
    }
    drop(last);
    if live.leased.initialized() { live.log.keep_alive(&live.owner, Duration::ZERO).await } else { Ok(()) }
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
            let _ = live.log.keep_alive(&live.owner, live.options.lease).await;
        }
    }
}

/// All that waits, once somebody waits for it.
async fn next(live: &Live) -> Option<Batch> {
    loop {
        {
            let mut queue = live.queue();
            let stopping = queue.stage != Stage::Open;
            if (queue.urgent || stopping) && !queue.writes.is_empty() {
                queue.urgent = false;
                queue.taken += 1;
                return Some(std::mem::take(&mut queue.writes));
            }
            if stopping {
                queue.stage = Stage::Stopped;
                return None;
            }
            queue.urgent = false;
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
            if !queue.writes.is_empty() {
                queue.urgent = true;
                live.wake.notify_one();
            } else if taken == Some(queue.taken) {
                queue.dozing = true;
                break;
            }
            taken = Some(queue.taken);
        }
    }
}

async fn commit(live: &Live, batch: Batch) {
    let (runs, writes): (Runs, Writes) = batch
        .into_iter()
        .filter(|(run, _)| run.failure().is_none())
        .map(|(run, write)| {
            let id = Arc::clone(&run.id);
            (run, (id, write))
        })
        .unzip();
    if writes.is_empty() {
        return;
    }
    match append(live, &writes).await {
        Ok(()) => settle(live, runs, writes),
        Err(error) if runs.iter().all(|run| Arc::ptr_eq(run, &runs[0])) => fail(live, &runs[0], &error),
        // One of them is at fault: the others do not pay for it.
        Err(_) => one_by_one(live, runs, writes).await,
    }
}

async fn append(live: &Live, writes: &[(Arc<str>, Write)]) -> Result<(), StoreError> {
    live.patiently(|| live.log.append(writes)).await
}

async fn one_by_one(live: &Live, runs: Runs, writes: Writes) {
    let mut each: HashMap<Arc<str>, (Runs, Writes)> = HashMap::new();
    for (run, write) in runs.into_iter().zip(writes) {
        let of = each.entry(Arc::clone(&run.id)).or_default();
        of.0.push(run);
        of.1.push(write);
    }
    for (runs, writes) in each.into_values() {
        match append(live, &writes).await {
            Ok(()) => settle(live, runs, writes),
            Err(error) => fail(live, &runs[0], &error),
        }
    }
}

fn settle(live: &Live, runs: Runs, writes: Writes) {
    let mut settled: Vec<(Arc<RunState>, Settled)> = Vec::new();
    let mut places: HashMap<Arc<str>, usize> = HashMap::new();
    for (run, (id, write)) in runs.into_iter().zip(writes) {
        let place = *places.entry(id).or_insert(settled.len());
        if place == settled.len() {
            settled.push((run, Settled::default()));
        }
        settled[place].1.add(write);
    }
    for (run, done) in settled {
        if done.over {
            live.end(&run);
        }
        run.settle(done, live.options.recent);
    }
}

fn fail(live: &Live, run: &Arc<RunState>, error: &StoreError) {
    run.fail(error);
    live.end(run);
}
