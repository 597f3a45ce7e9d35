//! Starts runs, and waits for their ends.

use super::{
    http::{Servers, unreadable},
    service::handler,
};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    unit::{Outcome, Unit},
};
use reqwest::{Method, StatusCode};
use runnable_runner::HttpUrl;

/// Restate's ingress servers.
#[derive(Debug, Clone)]
pub(super) struct Ingress(Servers);

impl Ingress {
    pub(super) fn new(urls: &[HttpUrl]) -> Result<Self, ClusterError> {
        Servers::new("ingress", urls.to_vec()).map(Self)
    }

    /// Starts a run, once.
    pub(super) async fn submit(&self, unit: &Unit) -> Result<(), ClusterError> {
        let path = format!("/{}/{}/send", unit.service(), handler(unit));
        let key = unit.key();
        let response =
            self.0.send(&Method::POST, &path, |request| request.header("idempotency-key", &key).json(unit)).await?;
        match response.status() {
            status if status.is_success() => Ok(()),
            StatusCode::NOT_FOUND => Err(no_service(unit)),
            _ => Err(self.0.unexpected("start the run", response).await),
        }
    }

    /// Starts a unit, once, and waits for its end.
    pub(super) async fn run(&self, unit: &Unit) -> Result<Outcome, ClusterError> {
        let (path, key) = (format!("/{}/{}", unit.service(), handler(unit)), unit.key());
        loop {
            let response = self
                .0
                .send_until_end(&Method::POST, &path, |request| request.header("idempotency-key", &key).json(unit))
                .await?;
            match response.status() {
                status if status.is_success() => match response.json().await {
                    Ok(outcome) => return Ok(outcome),
                    // The connection was lost before the end of the unit.
                    Err(error) if !error.is_decode() => {}
                    Err(error) => return Err(unreadable(error)),
                },
                StatusCode::NOT_FOUND => return Err(no_service(unit)),
                _ => return Err(self.0.unexpected("run a unit", response).await),
            }
        }
    }

    /// Waits for the end of a run. Returns `None` if the engine does not know the run, or not any more.
    pub(super) async fn outcome(&self, unit: &Unit) -> Result<Option<Outcome>, ClusterError> {
        let path = format!("/restate/invocation/{}/{}/{}/attach", unit.service(), handler(unit), unit.key());
        loop {
            let response = self.0.send_until_end(&Method::GET, &path, |request| request).await?;
            match response.status() {
                status if status.is_success() => match response.json().await {
                    Ok(outcome) => return Ok(Some(outcome)),
                    // The connection was lost before the end of the run.
                    Err(error) if !error.is_decode() => {}
                    Err(error) => return Err(unreadable(error)),
                },
                StatusCode::NOT_FOUND => return Ok(None),
                _ => return Err(self.0.unexpected("return the end of the run", response).await),
            }
        }
    }
}

fn no_service(unit: &Unit) -> ClusterError {
    let message = format!(
        "no worker serves this version of `{}`: Restate has no service `{}`\nhelp: start a worker of this build; it registers itself if \
         `engine.advertise` is set, and otherwise `restate deployments register URL` does",
        unit.pipeline,
        unit.service()
    );
    ClusterError::new(ClusterErrorKind::NotFound, message)
}
