//! A transaction in progress.

use super::run_state::RunState;
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// A transaction in progress. A journal has one at a time, so that the writes of a run stay in order.
pub(super) struct Commit {
    pub(super) future: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// The run whose step polls the transaction, or `None` if the journal's task does.
    pub(super) driver: Option<Arc<RunState>>,
}

/// Polls the transaction in progress, if any, and clears it when it is done.
pub(super) fn poll(commit: &mut Option<Commit>, task: &mut Context<'_>) -> Poll<()> {
    let polled = commit.as_mut().map_or(Poll::Ready(()), |commit| commit.future.as_mut().poll(task));
    if polled.is_ready() {
        *commit = None;
    }
    polled
}
