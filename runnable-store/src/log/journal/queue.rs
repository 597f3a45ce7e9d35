//! The queue of writes.

use super::run_state::RunState;
use std::sync::Arc;

/// The runs with writes that wait for a transaction.
#[derive(Default)]
pub(super) struct Queue {
    pub(super) runs: Vec<Arc<RunState>>,
    /// `true` if a step or a reader waits for a write in the queue.
    pub(super) urgent: bool,
    /// The number of times that the queue was emptied.
    pub(super) taken: u64,
    /// `true` if a step has emptied the queue since the linger task looked.
    pub(super) driven: bool,
    /// `true` if the linger task sleeps; the next write wakes it.
    pub(super) idle: bool,
    pub(super) stage: Stage,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Stage {
    #[default]
    Open,
    /// No new runs: the journal is closed or dropped. The queue is still written.
    Stopping,
    /// Nothing is written any more.
    Stopped,
}
