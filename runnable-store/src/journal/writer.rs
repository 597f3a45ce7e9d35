//! The task that writes.

use super::{Live, RunState, live::Settled};
use crate::{StoreError, Write};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{
    task::AbortHandle,
    time::{Instant, timeout_at},
};

type Batch = Vec<(Arc<RunState>, Write)>;
type Runs = Vec<Arc<RunState>>;
type Writes = Vec<(Arc<str>, Write)>;

/// Writes what is queued until nobody will queue any more, and then lets go of the runs.
pub(super) async fn run(live: Arc<Live>) -> Result<(), StoreError> {
    let signs = tokio::spawn(signs_of_life(Arc::clone(&live))).abort_handle();
    let last = Last { live: Arc::clone(&live), signs };
    while let Some(batch) = next(&live).await {
        commit(&live, batch).await;
    }
    drop(last);
    if live.leased.initialized() { live.log.keep_alive(&live.owner, Duration::ZERO).await } else { Ok(()) }
}

/// Tells those who wait, also where the task is dropped with its runtime.
struct Last {
    live: Arc<Live>,
    signs: AbortHandle,
}

impl Drop for Last {
    fn drop(&mut self) {
        self.signs.abort();
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

/// All that waits, once somebody waits for it or it has waited long enough.
async fn next(live: &Live) -> Option<Batch> {
    let mut deadline = None;
    loop {
        {
            let mut queue = live.queue();
            if queue.writes.is_empty() {
                queue.urgent = false;
                if queue.stopping {
                    queue.stopped = true;
                    return None;
                }
            } else if queue.urgent || queue.stopping || deadline.is_some_and(|deadline| deadline <= Instant::now()) {
                queue.urgent = false;
                return Some(std::mem::take(&mut queue.writes));
            } else {
                deadline = deadline.or_else(|| Some(Instant::now() + live.options.linger));
            }
        }
        match deadline {
            // What comes first, the time or a wake, is seen above.
            Some(deadline) => drop(timeout_at(deadline, live.wake.notified()).await),
            None => live.wake.notified().await,
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
        run.settle(done);
    }
}

fn fail(live: &Live, run: &Arc<RunState>, error: &StoreError) {
    run.fail(error);
    live.end(run);
}
