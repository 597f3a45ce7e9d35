//! The runs that go on here.

use std::{
    collections::{HashMap, hash_map},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

/// The runs that go on here, as many as there may be.
#[derive(Debug)]
pub(super) struct Live {
    runs: Mutex<HashMap<String, CancellationToken>>,
    places: Arc<Semaphore>,
    ended: Notify,
}

/// A run among those that go on, until it is dropped.
#[derive(Debug)]
pub(super) struct Entry {
    live: Arc<Live>,
    run: String,
    /// Tells that the run is to be cancelled.
    pub(super) cancel: CancellationToken,
    _place: OwnedSemaphorePermit,
}

impl Live {
    pub(super) fn new(places: usize) -> Self {
        let places = Arc::new(Semaphore::new(places.min(Semaphore::MAX_PERMITS)));
        Self { runs: Mutex::default(), places, ended: Notify::new() }
    }

    fn runs(&self) -> MutexGuard<'_, HashMap<String, CancellationToken>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for one more; `None` where there is none.
    pub(super) fn place(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.places).try_acquire_owned().ok()
    }

    /// Waits for a place.
    pub(super) async fn next_place(&self) -> Option<OwnedSemaphorePermit> {
        // It is never closed.
        Arc::clone(&self.places).acquire_owned().await.ok()
    }

    /// Adds a run; `None` where it goes on already.
    pub(super) fn enter(self: Arc<Self>, run: &str, place: OwnedSemaphorePermit) -> Option<Entry> {
        let cancel = CancellationToken::new();
        match self.runs().entry(run.to_owned()) {
            hash_map::Entry::Occupied(_) => return None,
            hash_map::Entry::Vacant(free) => drop(free.insert(cancel.clone())),
        }
        Some(Entry { live: self, run: run.to_owned(), cancel, _place: place })
    }

    /// Whether the run goes on here; it is then cancelled.
    pub(super) fn cancel(&self, run: &str) -> bool {
        self.runs().get(run).map(CancellationToken::cancel).is_some()
    }

    pub(super) fn count(&self) -> usize {
        self.runs().len()
    }

    /// Waits until none goes on.
    pub(super) async fn drained(&self) {
        self.until(HashMap::is_empty).await;
    }

    /// Waits until the run does not go on: a little longer than its end is recorded.
    pub(super) async fn left(&self, run: &str) {
        self.until(|runs| !runs.contains_key(run)).await;
    }

    async fn until(&self, done: impl Fn(&HashMap<String, CancellationToken>) -> bool) {
        loop {
            let ended = self.ended.notified();
            if done(&self.runs()) {
                return;
            }
            ended.await;
        }
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.live.runs().remove(&self.run);
        self.live.ended.notify_waiters();
    }
}
