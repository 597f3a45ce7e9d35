//! The runs of this process.

use std::{
    collections::{HashMap, hash_map},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

/// The runs of this process, up to a limit.
#[derive(Debug)]
pub(super) struct ActiveRuns {
    runs: Mutex<HashMap<String, CancellationToken>>,
    permits: Arc<Semaphore>,
    ended: Notify,
}

/// A run of this process, until it is dropped.
#[derive(Debug)]
pub(in crate::service::runs) struct ActiveRun {
    active_runs: Arc<ActiveRuns>,
    run: String,
    /// Cancelled if the run is to be cancelled.
    pub(in crate::service::runs) cancel: CancellationToken,
    _permit: OwnedSemaphorePermit,
}

impl ActiveRuns {
    pub(super) fn new(limit: usize) -> Self {
        let permits = Arc::new(Semaphore::new(limit.min(Semaphore::MAX_PERMITS)));
        Self { runs: Mutex::default(), permits, ended: Notify::new() }
    }

    fn runs(&self) -> MutexGuard<'_, HashMap<String, CancellationToken>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns a permit for another run, or `None` at the limit.
    pub(super) fn try_acquire(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.permits).try_acquire_owned().ok()
    }

    /// Waits for a permit for another run.
    pub(super) async fn acquire(&self) -> Option<OwnedSemaphorePermit> {
        // The semaphore is never closed.
        Arc::clone(&self.permits).acquire_owned().await.ok()
    }

    /// Adds a run; returns `None` if the run is active already.
    pub(super) fn add(self: Arc<Self>, run: &str, permit: OwnedSemaphorePermit) -> Option<ActiveRun> {
        let cancel = CancellationToken::new();
        match self.runs().entry(run.to_owned()) {
            hash_map::Entry::Occupied(_) => return None,
            hash_map::Entry::Vacant(free) => drop(free.insert(cancel.clone())),
        }
        Some(ActiveRun { active_runs: self, run: run.to_owned(), cancel, _permit: permit })
    }

    /// Cancels a run; returns `false` if the run is not active.
    pub(super) fn cancel(&self, run: &str) -> bool {
        self.runs().get(run).map(CancellationToken::cancel).is_some()
    }

    pub(super) fn count(&self) -> usize {
        self.runs().len()
    }

    /// Waits until no run is active.
    pub(super) async fn drained(&self) {
        self.until(HashMap::is_empty).await;
    }

    /// Waits until the run is not active. That is a little later than its end is recorded.
    pub(super) async fn removed(&self, run: &str) {
        self.until(|runs| !runs.contains_key(run)).await;
    }

    async fn until(&self, done: impl Fn(&HashMap<String, CancellationToken>) -> bool) {
        loop {
            // Registered before the check, so that no end is missed between the two.
            let ended = self.ended.notified();
            if done(&self.runs()) {
                return;
            }
            ended.await;
        }
    }
}

impl Drop for ActiveRun {
    fn drop(&mut self) {
        self.active_runs.runs().remove(&self.run);
        self.active_runs.ended.notify_waiters();
    }
}
