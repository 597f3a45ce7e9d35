//! Restate's admin server.

use super::{
    http::{Servers, unreadable},
    service::{HANDLER, handler},
};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    unit::Unit,
};
use reqwest::{Method, StatusCode};
use runnable_runner::EngineConfig;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;

/// The oldest version of Restate that accepts the settings of the services.
const OLDEST: (u64, u64) = (1, 5);

/// Restate's admin server.
#[derive(Debug, Clone)]
pub(super) struct Admin(Servers);

/// An invocation.
#[derive(Debug, Deserialize)]
pub(super) struct Invocation {
    pub(super) id: String,
    #[serde(rename = "target_service_name")]
    pub(super) service: String,
    #[serde(rename = "idempotency_key")]
    pub(super) key: Option<String>,
}

#[derive(Deserialize)]
struct Rows {
    rows: Vec<Invocation>,
}

impl Admin {
    pub(super) fn new(config: &EngineConfig) -> Result<Self, ClusterError> {
        let Some(url) = &config.admin else {
            let message = "the admin server of Restate is not configured\nhelp: set `admin` in the section `[engine]`, such as \
                           `http://127.0.0.1:9070`";
            return Err(ClusterError::new(ClusterErrorKind::Config, message));
        };
        Servers::new("admin server", vec![url.clone()]).map(Self)
    }

    /// Checks the version of the server.
    pub(super) async fn check_version(&self) -> Result<(), ClusterError> {
        #[derive(Deserialize)]
        struct Version {
            version: String,
        }
        let Version { version } = self.get("/version").await?;
        if is_supported(&version) {
            return Ok(());
        }
        let message = format!("Restate {version} is too old\nhelp: install Restate {}.{} or later", OLDEST.0, OLDEST.1);
        Err(ClusterError::new(ClusterErrorKind::TooOld, message))
    }

    async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, ClusterError> {
        let response = self.0.send(&Method::GET, path, |request| request).await?;
        if !response.status().is_success() {
            return Err(self.0.unexpected("answer", response).await);
        }
        response.json().await.map_err(unreadable)
    }

    /// Returns the invocations that have not ended: of one unit, or of all runs.
    pub(super) async fn active(&self, unit: Option<&Unit>) -> Result<Vec<Invocation>, ClusterError> {
        // Neither a key nor the name of a service has a quote.
        let of_unit = unit.map_or_else(String::new, |unit| {
            format!(" and idempotency_key = '{}' and target_service_name = '{}'", unit.key(), unit.service())
        });
        let handler = unit.map_or(HANDLER, handler);
        self.select(&format!("target_handler_name = '{handler}'{of_unit}")).await
    }

    /// Returns the keys of the invocations of items that have not ended, of the run or the item of this unit.
    pub(super) async fn active_items(&self, unit: &Unit) -> Result<Vec<String>, ClusterError> {
        let (prefix, service) = (unit.items_prefix(), unit.service());
        let condition = format!("target_service_name = '{service}' and idempotency_key like '{prefix}%'");
        let items = self.select(&condition).await?.into_iter().filter_map(|invocation| invocation.key);
        // A `_` in the condition stands for any character.
        Ok(items.filter(|key| key.starts_with(&prefix)).collect())
    }

    async fn select(&self, condition: &str) -> Result<Vec<Invocation>, ClusterError> {
        let query = format!(
            "select id, target_service_name, idempotency_key from sys_invocation where status != 'completed' and {condition} order by \
             created_at desc"
        );
        let body = json!({ "query": query });
        let response = self
            .0
            .send(&Method::POST, "/query", |request| request.header("accept", "application/json").json(&body))
            .await?;
        if !response.status().is_success() {
            return Err(self.0.unexpected("list the invocations", response).await);
        }
        Ok(response.json::<Rows>().await.map_err(unreadable)?.rows)
    }

    /// Asks for the cancellation of an invocation, which may have ended.
    pub(super) async fn cancel(&self, id: &str) -> Result<(), ClusterError> {
        let path = format!("/invocations/{id}/cancel");
        let response = self.0.send(&Method::PATCH, &path, |request| request).await?;
        match response.status() {
            status if status.is_success() => Ok(()),
            StatusCode::NOT_FOUND | StatusCode::CONFLICT | StatusCode::GONE => Ok(()),
            _ => Err(self.0.unexpected("cancel the run", response).await),
        }
    }

    /// Registers the workers at this address. Returns the explanation of the server if it has other services there. With `again`,
    /// the server reads the services of an address anew that it knows already, and calls them there from now on.
    pub(super) async fn register(&self, url: &str, again: bool) -> Result<Result<(), String>, ClusterError> {
        let body = json!({ "uri": url, "force": again });
        let response = self.0.send(&Method::POST, "/deployments", |request| request.json(&body)).await?;
        match response.status() {
            status if status.is_success() => Ok(Ok(())),
            StatusCode::CONFLICT => Ok(Err(response.text().await.unwrap_or_default())),
            _ => Err(self.0.unexpected("register the workers", response).await),
        }
    }

    /// Returns the workers that the server knows at this address.
    pub(super) async fn deployment_at(&self, url: &str) -> Result<Option<Deployment>, ClusterError> {
        #[derive(Deserialize)]
        struct Deployments {
            deployments: Vec<Deployment>,
        }
        let Deployments { deployments } = self.get("/deployments").await?;
        let is_here =
            |deployment: &Deployment| deployment.uri.as_deref().is_some_and(|uri| uri.trim_end_matches('/') == url);
        Ok(deployments.into_iter().find(is_here))
    }

    /// Returns all services.
    pub(super) async fn services(&self) -> Result<Vec<Service>, ClusterError> {
        #[derive(Deserialize)]
        struct Services {
            services: Vec<Service>,
        }
        Ok(self.get::<Services>("/services").await?.services)
    }
}

/// Workers at an address.
#[derive(Debug, Deserialize)]
pub(super) struct Deployment {
    pub(super) id: String,
    uri: Option<String>,
    services: Vec<Named>,
}

#[derive(Debug, Deserialize)]
struct Named {
    name: String,
}

impl Deployment {
    /// Returns the names of the services there.
    pub(super) fn services(&self) -> impl Iterator<Item = &str> {
        self.services.iter().map(|service| &*service.name)
    }
}

/// A service, and the deployment that its new invocations go to.
#[derive(Debug, Deserialize)]
pub(super) struct Service {
    pub(super) name: String,
    pub(super) deployment_id: String,
}

fn is_supported(version: &str) -> bool {
    let mut numbers = version.split('.').map(|number| number.parse::<u64>().ok());
    // An unreadable version is one of the future.
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(major), Some(minor)) => (major, minor) >= OLDEST,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_before_the_oldest_are_too_old() {
        let old = ["0.9.9", "1.0.0", "1.4.12"].map(is_supported);
        let supported = ["1.5.0", "1.7.12", "1.10.0-dev", "2.0.0"].map(is_supported);
        assert_eq!((old, supported), ([false; 3], [true; 4]));
    }
}
