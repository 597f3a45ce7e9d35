//! The events of a run, page by page.

use super::Source;
#[cfg(feature = "url")]
use super::service::ServiceEvents;
use crate::failure::Result;
use runnable_store::{EventRecord, RunLog, RunRecord, RunStatus};
use std::time::Duration;

/// The number of events that are read at a time, and the number of their bytes.
const PAGE: usize = 1000;
const PAGE_BYTES: usize = 1024 * 1024;
/// The time between two looks for further events.
const FOLLOW: Duration = Duration::from_millis(200);

/// The events of a run, in order.
pub(crate) enum Events<'a> {
    Log(LogEvents<'a>),
    #[cfg(feature = "url")]
    Service(ServiceEvents<'a>),
}

impl<'a> Events<'a> {
    pub(super) fn new(source: &'a Source, run: &'a RunRecord, after: u64, follow: bool) -> Self {
        match source {
            Source::Log(log) => Self::Log(LogEvents { log: &**log, run: &run.id, after, follow }),
            #[cfg(feature = "url")]
            Source::Service(service) => Self::Service(ServiceEvents::new(service, run, after, follow)),
        }
    }

    /// Returns further events, or `None` after the last.
    pub(crate) async fn page(&mut self) -> Result<Option<Vec<EventRecord>>> {
        match self {
            Self::Log(events) => events.page().await,
            #[cfg(feature = "url")]
            Self::Service(events) => events.page().await,
        }
    }
}

/// The events of a run in a log.
pub(crate) struct LogEvents<'a> {
    log: &'a dyn RunLog,
    run: &'a str,
    after: u64,
    follow: bool,
}

impl LogEvents<'_> {
    async fn page(&mut self) -> Result<Option<Vec<EventRecord>>> {
        loop {
            // The status is older than the events, so no event is missed.
            let follow = self.follow && self.is_running().await?;
            let events = self.log.event_page(self.run, self.after, PAGE, PAGE_BYTES).await?;
            if let Some(last) = events.last() {
                self.after = last.seq;
                return Ok(Some(events));
            }
            if !follow {
                return Ok(None);
            }
            tokio::time::sleep(FOLLOW).await;
        }
    }

    async fn is_running(&self) -> Result<bool> {
        let progress = self.log.progress(self.run).await?;
        Ok(progress.is_some_and(|progress| progress.status == RunStatus::Running))
    }
}
