//! Waiting for a server that cannot be reached.

use super::{
    database::{Database, cause},
    session::is_read_only,
};
use crate::log::entries::Failure;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// The first and the longest pause between two attempts.
const PAUSES: (Duration, Duration) = (Duration::from_millis(25), Duration::from_secs(1));

/// The attempts of an operation.
pub(super) struct Waiting<'a> {
    database: &'a Database,
    patience: Duration,
    deadline: Instant,
    /// The pause before the next attempt; `None` before the second attempt, which only replaces a
    /// connection that was lost.
    pause: Option<Duration>,
}

impl<'a> Waiting<'a> {
    pub(super) fn new(database: &'a Database, patience: Duration) -> Self {
        Self { database, patience, deadline: Instant::now() + patience, pause: None }
    }

    /// Waits before the next attempt; returns `false` if the time is up.
    pub(super) async fn next(&mut self, failure: &Failure) -> bool {
        let Some(pause) = self.pause else {
            self.pause = Some(PAUSES.0);
            return true;
        };
        if Instant::now() + pause > self.deadline {
            return false;
        }
        if pause == PAUSES.0 {
            let (error, patience) = (cause(failure), self.patience);
            let problem = if is_read_only(failure) { "is read-only" } else { "cannot be reached" };
            tracing::warn!(error, "{}", self.database.sentence(format!("{problem}; trying again for {patience:?}")));
        }
        sleep(pause).await;
        self.pause = Some((pause * 2).min(PAUSES.1));
        true
    }
}
