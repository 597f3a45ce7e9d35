//! The engines that a configuration can choose.

use crate::{
    error::{ClusterError, ClusterErrorKind},
    host::Units,
    jetstream::JetStream,
    nats::Nats,
    restate::Restate,
    unit::{Outcome, Unit},
};
use runnable_runner::{Config, EngineUrl};
use std::future::Future;
use tokio::net::TcpListener;

/// The engine of a cluster, with the servers that carry events. Clones share their connections.
#[derive(Debug, Clone)]
pub(crate) enum Engine {
    Restate(Box<Restate>),
    Nats(Nats),
}

impl Engine {
    /// Connects to the configured servers.
    pub(crate) async fn connect(config: &Config) -> Result<Self, ClusterError> {
        match &config.engine.url {
            Some(EngineUrl::Restate(ingress)) => {
                Restate::connect(ingress, &config.engine, &config.events).await.map(Box::new).map(Self::Restate)
            }
            Some(EngineUrl::Nats(url)) => Nats::connect(url, config).await.map(Self::Nats),
            Some(_) | None => Err(no_engine()),
        }
    }

    /// Takes the port on which the engine calls this worker, if it calls workers, before any server is waited for.
    pub(crate) async fn listen(config: &Config) -> Result<Option<TcpListener>, ClusterError> {
        match &config.engine.url {
            Some(EngineUrl::Restate(_)) => Restate::listen(&config.engine).await.map(Some),
            Some(EngineUrl::Nats(_)) => Nats::check(config).map(|()| None),
            Some(_) | None => Err(no_engine()),
        }
    }

    /// Returns the servers that carry the events and the orders of runs.
    pub(crate) fn events(&self) -> &JetStream {
        match self {
            Self::Restate(restate) => restate.events(),
            Self::Nats(nats) => nats.events(),
        }
    }

    /// Returns an error if the servers cannot start runs.
    pub(crate) async fn check(&self) -> Result<(), ClusterError> {
        self.events().check().await?;
        match self {
            Self::Restate(restate) => restate.check().await,
            // The servers of the events are the engine.
            Self::Nats(_) => Ok(()),
        }
    }

    /// Starts a run, once.
    pub(crate) async fn submit(&self, unit: &Unit) -> Result<(), ClusterError> {
        match self {
            Self::Restate(restate) => restate.submit(unit).await,
            Self::Nats(nats) => nats.submit(unit).await,
        }
    }

    /// Starts a unit, once, and waits for its end.
    pub(crate) async fn run(&self, unit: &Unit) -> Result<Outcome, ClusterError> {
        match self {
            Self::Restate(restate) => restate.run(unit).await,
            Self::Nats(nats) => nats.run(unit).await,
        }
    }

    /// Waits for the end of a run. Returns `None` if the engine does not know the run, or not any more.
    pub(crate) async fn outcome(&self, unit: &Unit) -> Result<Option<Outcome>, ClusterError> {
        match self {
            Self::Restate(restate) => restate.outcome(unit).await,
            Self::Nats(nats) => nats.outcome(unit).await,
        }
    }

    /// Returns whether a run was submitted and has not ended.
    pub(crate) async fn is_active(&self, unit: &Unit) -> Result<bool, ClusterError> {
        match self {
            Self::Restate(restate) => restate.is_active(unit).await,
            Self::Nats(nats) => nats.is_active(unit).await,
        }
    }

    /// Returns the keys of the units of items that have not ended, of the run or the item of this unit.
    pub(crate) async fn active_items(&self, unit: &Unit) -> Result<Vec<String>, ClusterError> {
        match self {
            Self::Restate(restate) => restate.active_items(unit).await,
            Self::Nats(nats) => nats.active_items(unit).await,
        }
    }

    /// Cancels a run that no worker has at the moment.
    pub(crate) async fn cancel(&self, unit: &Unit) -> Result<(), ClusterError> {
        match self {
            Self::Restate(restate) => restate.cancel(unit).await,
            Self::Nats(nats) => nats.cancel(unit).await,
        }
    }

    /// Returns the tokens of all runs that have not ended, the newest first.
    pub(crate) async fn active(&self) -> Result<Vec<String>, ClusterError> {
        match self {
            Self::Restate(restate) => restate.active().await,
            Self::Nats(nats) => nats.active().await,
        }
    }

    /// Runs units on this worker until `shutdown`.
    pub(crate) async fn serve(
        &self,
        units: &Units,
        listener: Option<TcpListener>,
        shutdown: impl Future<Output = ()>,
    ) -> Result<(), ClusterError> {
        match self {
            Self::Restate(restate) => restate.serve(units, listener, shutdown).await,
            Self::Nats(nats) => nats.serve(units, shutdown).await,
        }
    }
}

fn no_engine() -> ClusterError {
    let message = "no engine is configured\nhelp: set `url` in the section `[engine]`, such as `restate:http://127.0.0.1:8080` \
                   or `nats:nats://127.0.0.1:4222`";
    ClusterError::new(ClusterErrorKind::Config, message)
}
