//! The uploads in progress.

use super::blob::Digest;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};

/// The contents that this process is uploading. Each is uploaded once at a time.
#[derive(Default)]
pub(super) struct Uploads {
    locks: Mutex<HashMap<Digest, Arc<AsyncMutex<()>>>>,
}

impl Uploads {
    /// Waits until no other task uploads this content. Dropping the guard lets the next task upload.
    pub(super) async fn lock(&self, digest: Digest) -> OwnedMutexGuard<()> {
        let lock = {
            let mut locks = self.locks.lock().unwrap_or_else(PoisonError::into_inner);
            // Locks that no task holds or waits for have one reference, the map's.
            locks.retain(|_, lock| Arc::strong_count(lock) > 1);
            Arc::clone(locks.entry(digest).or_default())
        };
        lock.lock_owned().await
    }
}
