//! The options of a journal and of its readers.

use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc, time::Duration};

/// The guarantee that a step waits for before the run continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Durability {
    /// A step is in the run log before the next step starts.
    #[default]
    Step,
    /// Steps are written to the run log soon after they end. A crash may lose the last steps, which run again after a resume.
    Relaxed,
}

/// The treatment of a reader that falls behind its run.
///
/// Every reader receives all events that were in the log when it started, and all events of a burst that arrived while it was
/// waiting for the next event. The policy applies to later events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum OverflowPolicy {
    /// The reader receives every event, at its own pace. The run does not wait for the reader.
    #[default]
    Block,
    /// The reader skips the oldest events, and receives a [`LogEvent::Gap`](crate::LogEvent::Gap) in their place.
    DropOldest {
        /// The number of events that the reader may be behind.
        behind: u64,
    },
    /// The stream ends with an error of the kind [`Lagging`](crate::StoreErrorKind::Lagging).
    Disconnect {
        /// The number of events that the reader may be behind.
        behind: u64,
    },
}

/// The options of a [`Journal`](crate::Journal).
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct JournalOptions {
    pub(super) durability: Durability,
    pub(super) lease: Duration,
    pub(super) linger: Duration,
    pub(super) capacity: usize,
    pub(super) recent: usize,
    pub(super) poll: Duration,
    pub(super) patience: Duration,
    pub(super) on_commit: Option<OnCommit>,
}

/// A function that is called after each transaction.
#[derive(Clone)]
pub(super) struct OnCommit(pub(super) Arc<dyn Fn(Duration, bool) + Send + Sync>);

impl PartialEq for OnCommit {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for OnCommit {}

impl fmt::Debug for OnCommit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OnCommit")
    }
}

impl Default for JournalOptions {
    fn default() -> Self {
        Self {
            durability: Durability::Step,
            lease: Duration::from_secs(30),
            linger: Duration::from_millis(3),
            capacity: 1024 * 1024,
            recent: 1024,
            poll: Duration::from_millis(100),
            patience: Duration::from_mins(1),
            on_commit: None,
        }
    }
}

impl JournalOptions {
    /// Sets the guarantee that [`poll_durable`](crate::RunWriter::poll_durable) waits for. The default is [`Durability::Step`].
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Sets the duration of the lease, at least 30 ms. The journal renews the lease after a third of this time. The
    /// default is 30 seconds.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease.max(Duration::from_millis(30));
        self
    }

    /// Sets the time for which a write without a waiting step may wait for other writes, to be appended together. The default is
    /// 3 ms.
    pub fn linger(mut self, linger: Duration) -> Self {
        self.linger = linger;
        self
    }

    /// Sets the number of bytes of a run that may wait in the queue before [`poll_ready`](crate::RunWriter::poll_ready) waits,
    /// at least 1. The default is 1 MiB.
    pub fn capacity(mut self, bytes: usize) -> Self {
        self.capacity = bytes.max(1);
        self
    }

    /// Sets the number of events of a run that stay in memory for its readers, up to 4 MiB. Readers further behind read the log.
    /// The default is 1024.
    pub fn recent(mut self, events: usize) -> Self {
        self.recent = events;
        self
    }

    /// Sets the interval at which readers query the log for events of a run in another process, at least 1 ms. The default is
    /// 100 ms.
    pub fn poll_interval(mut self, interval: Duration) -> Self {
        self.poll = interval.max(Duration::from_millis(1));
        self
    }

    /// Sets the time for which the journal retries a write while the store is busy. The default is one minute.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Sets a function that is called after each transaction that appends to the log, with the time that it took, including the
    /// time for which the store was busy, and whether it succeeded. It must not block.
    pub fn on_commit(mut self, on_commit: impl Fn(Duration, bool) + Send + Sync + 'static) -> Self {
        self.on_commit = Some(OnCommit(Arc::new(on_commit)));
        self
    }
}
