//! The handle that keeps a journal running.

use super::shared::Shared;
use crate::error::StoreError;
use std::sync::{Arc, Mutex};
use tokio::task::JoinHandle;

/// Stops the journal when its last owner is dropped: the clones of the journal and the writers of its runs.
pub(super) struct Handle {
    pub(super) shared: Arc<Shared>,
    pub(super) task: Mutex<Option<JoinHandle<Result<(), StoreError>>>>,
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.shared.stop();
    }
}
