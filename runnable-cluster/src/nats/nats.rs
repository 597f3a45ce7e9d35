//! The servers of NATS as an engine.

use super::ends::Readers;
use crate::{
    error::{ClusterError, ClusterErrorKind},
    jetstream::{JetStream, open},
};
use async_nats::jetstream::stream::{RetentionPolicy, Stream};
use runnable_runner::{Config, EventsUrl};
use std::{fmt, num::NonZeroUsize, sync::Arc, time::Duration};

/// NATS servers that place runs, keep their journals and carry their events. Clones share their connection.
#[derive(Clone)]
pub(crate) struct Nats(Arc<Shared>);

struct Shared {
    events: JetStream,
    work: Stream,
    journal: Stream,
    prefix: String,
    lease: Duration,
    max_runs: Option<NonZeroUsize>,
    prune_after: Duration,
    ends: Readers,
}

impl Nats {
    /// Checks the part of a configuration that is for this engine.
    pub(crate) fn check(config: &Config) -> Result<(), ClusterError> {
        let refuse = |text: &str| Err(ClusterError::new(ClusterErrorKind::Config, text));
        if config.events.url.is_some() {
            return refuse(
                "`events.url` is set, and the engine is NATS, which carries the events, too\nhelp: remove `events.url`; \
                 `engine.url` has the servers",
            );
        }
        if config.engine.admin.is_some() || config.engine.advertise.is_some() {
            return refuse(
                "`engine.admin` and `engine.advertise` are for Restate, and the engine is NATS\nhelp: remove them, or \
                 write `restate:` and the addresses of its ingress servers into `engine.url`",
            );
        }
        Ok(())
    }

    /// Connects to the servers, and creates the streams that do not exist.
    pub(crate) async fn connect(url: &EventsUrl, config: &Config) -> Result<Self, ClusterError> {
        Self::check(config)?;
        let (lease, max_runs, settings) = (config.engine.lease, config.executor.max_runs, &config.events);
        let events = JetStream::connect(url, "engine.url", settings).await?;
        let prefix = settings.stream.clone();
        let open = async |name: &str, retention| {
            open(events.context(), settings, &format!("{prefix}-{name}"), retention, Duration::ZERO).await
        };
        let work = open("work", RetentionPolicy::WorkQueue).await?;
        // A run may take longer than its events are kept, so its journal has no age.
        let journal = open("journal", RetentionPolicy::Limits).await?;
        let prune_after = settings.prune_after;
        let ends = Readers::default();
        Ok(Self(Arc::new(Shared { events, work, journal, prefix, lease, max_runs, prune_after, ends })))
    }

    pub(crate) fn events(&self) -> &JetStream {
        &self.0.events
    }

    pub(super) fn work(&self) -> &Stream {
        &self.0.work
    }

    pub(super) fn journal(&self) -> &Stream {
        &self.0.journal
    }

    /// Returns the first part of subjects.
    pub(super) fn prefix(&self) -> &str {
        &self.0.prefix
    }

    pub(super) fn journal_subject(&self, token: &str) -> String {
        format!("{}-journal.{token}", self.prefix())
    }

    /// Returns the time in which a worker must extend its hold on a run.
    pub(super) fn lease(&self) -> Duration {
        self.0.lease
    }

    /// Returns the number of runs that a worker may have at a time.
    pub(super) fn max_runs(&self) -> Option<NonZeroUsize> {
        self.0.max_runs
    }

    pub(super) fn ends(&self) -> &Readers {
        &self.0.ends
    }

    /// Returns the time for which the ends of runs are kept.
    pub(super) fn prune_after(&self) -> Duration {
        self.0.prune_after
    }
}

impl fmt::Debug for Nats {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Nats").field("stream", &self.0.prefix).finish_non_exhaustive()
    }
}
