//! The events of a run on a cluster.

use crate::error::ClusterError;
use futures_core::Stream;
use runnable_store::RunEvent;
use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// An event of a run on a cluster.
#[derive(Debug, Clone)]
pub struct ClusterEvent {
    pub(super) id: u64,
    pub(super) event: RunEvent,
    pub(super) item: Arc<str>,
}

impl ClusterEvent {
    /// Returns the id, after which [`Cluster::events`](crate::Cluster::events) continues. Ids grow within a run, with gaps. The
    /// numbers of events, [`RunEvent::seq`], have none within each [`item`](Self::item).
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Returns the path of the item that sent the event, if the items of its `map` run on other workers (`spread` in the section
    /// `[engine]`), and otherwise an empty text. The events of each such item are numbered from 1, and those of the run as well.
    #[must_use]
    pub fn item(&self) -> &str {
        &self.item
    }

    /// Returns the event.
    #[must_use]
    pub fn event(&self) -> &RunEvent {
        &self.event
    }
}

/// The events of a run, until its end.
pub struct ClusterEvents(pub(super) Pin<Box<dyn Stream<Item = Result<ClusterEvent, ClusterError>> + Send>>);

impl ClusterEvents {
    /// Returns the next event, or `None` after the last.
    pub async fn next(&mut self) -> Option<Result<ClusterEvent, ClusterError>> {
        std::future::poll_fn(|task| self.0.as_mut().poll_next(task)).await
    }
}

impl Stream for ClusterEvents {
    type Item = Result<ClusterEvent, ClusterError>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(task)
    }
}

impl fmt::Debug for ClusterEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClusterEvents").finish_non_exhaustive()
    }
}
