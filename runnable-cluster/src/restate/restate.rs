//! The engine Restate, with events on NATS.

use super::{admin::Admin, ingress::Ingress, register::register, server, service::endpoint};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    host::Units,
    jetstream::JetStream,
    patience::patiently,
    unit::{Outcome, Unit},
};
use runnable_runner::{EngineConfig, EventsConfig, HttpUrl};
use std::future::Future;
use tokio::net::TcpListener;

/// The servers of Restate, and the NATS servers that carry events.
#[derive(Debug, Clone)]
pub(crate) struct Restate {
    ingress: Ingress,
    admin: Admin,
    events: JetStream,
    config: EngineConfig,
}

impl Restate {
    pub(crate) async fn connect(
        ingress: &[HttpUrl],
        config: &EngineConfig,
        events: &EventsConfig,
    ) -> Result<Self, ClusterError> {
        let (ingress, admin) = (Ingress::new(ingress)?, Admin::new(config)?);
        let Some(url) = &events.url else {
            let message = "no servers for the events are configured\nhelp: set `url` in the section `[events]`, such as \
                           `nats://127.0.0.1:4222`";
            return Err(ClusterError::new(ClusterErrorKind::Config, message));
        };
        let events = JetStream::connect(url, "events.url", events).await?;
        admin.check_version().await?;
        Ok(Self { ingress, admin, events, config: config.clone() })
    }

    /// Takes the port of this worker, if the configuration is complete.
    pub(crate) async fn listen(config: &EngineConfig) -> Result<TcpListener, ClusterError> {
        Admin::new(config)?;
        TcpListener::bind(config.listen).await.map_err(|error| {
            let message = format!("cannot listen on {}\nhelp: set another `engine.listen`", config.listen);
            ClusterError::new(ClusterErrorKind::Config, message).with_source(error)
        })
    }

    pub(crate) fn events(&self) -> &JetStream {
        &self.events
    }

    pub(crate) async fn check(&self) -> Result<(), ClusterError> {
        self.admin.check_version().await
    }

    pub(crate) async fn submit(&self, unit: &Unit) -> Result<(), ClusterError> {
        self.ingress.submit(unit).await
    }

    /// Starts a unit, once, and waits for its end.
    pub(crate) async fn run(&self, unit: &Unit) -> Result<Outcome, ClusterError> {
        self.ingress.run(unit).await
    }

    pub(crate) async fn outcome(&self, unit: &Unit) -> Result<Option<Outcome>, ClusterError> {
        self.ingress.outcome(unit).await
    }

    pub(crate) async fn is_active(&self, unit: &Unit) -> Result<bool, ClusterError> {
        Ok(!self.admin.active(Some(unit)).await?.is_empty())
    }

    pub(crate) async fn active_items(&self, unit: &Unit) -> Result<Vec<String>, ClusterError> {
        self.admin.active_items(unit).await
    }

    /// Asks the engine to cancel a run, which it does when a worker begins it.
    pub(crate) async fn cancel(&self, unit: &Unit) -> Result<(), ClusterError> {
        for invocation in self.admin.active(Some(unit)).await? {
            self.admin.cancel(&invocation.id).await?;
        }
        Ok(())
    }

    pub(crate) async fn active(&self) -> Result<Vec<String>, ClusterError> {
        let all = self.admin.active(None).await?.into_iter();
        Ok(all.filter_map(|invocation| invocation.key).collect())
    }

    pub(crate) async fn serve(
        &self,
        units: &Units,
        listener: Option<TcpListener>,
        shutdown: impl Future<Output = ()>,
    ) -> Result<(), ClusterError> {
        let listener = match listener {
            Some(listener) => listener,
            None => Self::listen(&self.config).await?,
        };
        let serving = server::serve(endpoint(units)?, listener, shutdown);
        let names: Vec<_> = units.services().cloned().collect();
        let registered = patiently(|| self.announce(units, &names));
        let (mut serving, mut registered) = (std::pin::pin!(serving), std::pin::pin!(registered));
        tokio::select! {
            () = &mut serving => {}
            result = &mut registered => {
                result?;
                serving.await;
            }
        }
        Ok(())
    }

    /// Registers the worker, if that is configured, and logs what it serves.
    async fn announce(&self, units: &Units, services: &[String]) -> Result<(), ClusterError> {
        if let Some(url) = &self.config.advertise {
            register(&self.admin, url.as_str(), services).await?;
        }
        let listen = self.config.listen;
        tracing::info!(%listen, "the worker listens");
        let active = self.admin.active(None).await?;
        units.log_services(active.iter().map(|invocation| &*invocation.service));
        Ok(())
    }
}
