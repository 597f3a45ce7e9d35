//! How a journal writes.

use std::time::Duration;

/// When a write counts as done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Durability {
    /// Once it is in the log: a step is durable before the next begins.
    #[default]
    Step,
    /// At once: the death of the process may take what was written in the last moments.
    Relaxed,
}

/// How a [`Journal`](crate::Journal) writes.
#[derive(Debug, Clone)]
#[must_use]
pub struct JournalOptions {
    pub(crate) durability: Durability,
    pub(crate) lease: Duration,
    pub(crate) linger: Duration,
    pub(crate) room: usize,
    pub(crate) recent: usize,
    pub(crate) poll: Duration,
    pub(crate) patience: Duration,
}

impl Default for JournalOptions {
    fn default() -> Self {
        Self {
            durability: Durability::Step,
            lease: Duration::from_secs(30),
            linger: Duration::from_millis(3),
            room: 1024 * 1024,
            recent: 1024,
            poll: Duration::from_millis(100),
            patience: Duration::from_mins(1),
        }
    }
}

impl JournalOptions {
    /// When a write counts as done. The default is [`Durability::Step`].
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// For how long the process counts as alive after its last sign of life; it gives three in that time. The default is 30 s.
    pub fn lease(mut self, lease: Duration) -> Self {
        self.lease = lease.max(Duration::from_millis(30));
        self
    }

    /// How long a write that nobody waits for may lie about, so that it is written with others. The default is 3 ms.
    pub fn linger(mut self, linger: Duration) -> Self {
        self.linger = linger;
        self
    }

    /// How many bytes of a run may wait to be written before [`poll_ready`](crate::Recording::poll_ready) asks to wait. The default is 1 MiB.
    pub fn room(mut self, bytes: usize) -> Self {
        self.room = bytes.max(1);
        self
    }

    /// How many events of a run are kept in memory for those who follow it, up to 4 MiB of data; readers further behind read the log. The default is
    /// 1024.
    pub fn recent(mut self, events: usize) -> Self {
        self.recent = events;
        self
    }

    /// How often readers look for events of a run of another process. The default is 100 ms.
    pub fn poll_every(mut self, interval: Duration) -> Self {
        self.poll = interval.max(Duration::from_millis(1));
        self
    }

    /// For how long a write is tried again where others keep the store busy. The default is 60 s.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }
}
