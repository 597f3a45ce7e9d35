//! One upload of a content at a time.

use super::blob::Digest;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::sync::{Mutex as Turn, OwnedMutexGuard};

/// The contents that are being uploaded by this process.
#[derive(Default)]
pub(super) struct Once {
    turns: Mutex<HashMap<Digest, Arc<Turn<()>>>>,
}

impl Once {
    /// Waits until nobody else uploads this content.
    pub(super) async fn turn(&self, digest: Digest) -> OwnedMutexGuard<()> {
        let turn = {
            let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
            // What nobody holds or waits for is only held by the map.
            turns.retain(|_, turn| Arc::strong_count(turn) > 1);
            Arc::clone(turns.entry(digest).or_default())
        };
        turn.lock_owned().await
    }
}
