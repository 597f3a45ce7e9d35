//! The sections `[engine]` and `[events]`, which `runnable-cluster` reads.

use super::{EngineUrl, EventsUrl, HttpUrl, fields};
use serde::Deserialize;
use std::{
    net::{Ipv4Addr, SocketAddr},
    num::NonZeroUsize,
    time::Duration,
};

/// `[engine]`: the durable engine that places runs on many machines, for `runnable-cluster`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct EngineConfig {
    /// Location of the engine. By default there is none, and a [`Runner`](crate::Runner) never uses it.
    pub url: Option<EngineUrl>,
    /// Address of Restate's admin server. Not for NATS.
    pub admin: Option<HttpUrl>,
    /// Address and port on which a worker serves Restate. The default is `0.0.0.0:9080`.
    #[serde(deserialize_with = "fields::socket")]
    pub listen: SocketAddr,
    /// Address at which Restate reaches the workers of this build: their balancer, or the only worker. A worker registers
    /// it when it starts. By default an operator registers it.
    pub advertise: Option<HttpUrl>,
    /// Time after which a worker shows the engine that a quiet run is alive. The default is 20 s.
    #[serde(deserialize_with = "fields::positive_duration")]
    pub keep_alive: Duration,
    /// Time after which NATS gives the runs of a worker that is silent to another worker. The default is 10 s.
    #[serde(deserialize_with = "fields::positive_duration")]
    pub lease: Duration,
    /// Names of the maps whose items run on other workers, in all pipelines. By default the items of a run are on the run's worker:
    /// sending an item elsewhere costs some milliseconds.
    #[serde(deserialize_with = "fields::names")]
    pub spread: Vec<String>,
}

impl Default for EngineConfig {
    fn default() -> Self {
        Self {
            url: None,
            admin: None,
            listen: SocketAddr::from((Ipv4Addr::UNSPECIFIED, 9080)),
            advertise: None,
            keep_alive: Duration::from_secs(20),
            lease: Duration::from_secs(10),
            spread: Vec::new(),
        }
    }
}

/// `[events]`: the servers that carry the events of runs between machines, for `runnable-cluster`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case", expecting = "a section with keys and their values")]
#[non_exhaustive]
pub struct EventsConfig {
    /// Location of the NATS servers. If NATS is also the engine, `engine.url` has it.
    pub url: Option<EventsUrl>,
    /// Name of the stream, and first part of its subjects. The default is `runnable`.
    #[serde(deserialize_with = "fields::stream_name")]
    pub stream: String,
    /// Number of servers that keep a copy of the events. The default is 1.
    #[serde(deserialize_with = "fields::count")]
    pub replicas: NonZeroUsize,
    /// Time after which an event is deleted. The default is 7 days.
    #[serde(deserialize_with = "fields::positive_duration")]
    pub prune_after: Duration,
}

impl Default for EventsConfig {
    fn default() -> Self {
        Self {
            url: None,
            stream: "runnable".to_owned(),
            replicas: NonZeroUsize::MIN,
            prune_after: Duration::from_hours(7 * 24),
        }
    }
}
