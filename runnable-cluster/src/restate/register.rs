//! Registers workers at the engine.

use super::admin::{Admin, Deployment, Service};
use crate::error::{ClusterError, ClusterErrorKind};

/// Registers the workers of this build at `url`, where the engine reaches their `services`.
pub(super) async fn register(admin: &Admin, url: &str, services: &[String]) -> Result<(), ClusterError> {
    if let Err(conflict) = admin.register(url, false).await? {
        tracing::debug!(conflict, url, "the address is registered already");
    }
    let here = admin.deployment_at(url).await?;
    let known: Vec<_> = here.iter().flat_map(Deployment::services).collect();
    let missing: Vec<_> = services.iter().map(String::as_str).filter(|service| !known.contains(service)).collect();
    if missing.is_empty() {
        // The engine calls the address that was registered last, even if nobody has listened there since.
        let is_elsewhere = |other: &Service| {
            services.contains(&other.name) && here.as_ref().is_some_and(|here| here.id != other.deployment_id)
        };
        if known.len() == services.len() && admin.services().await?.iter().any(is_elsewhere) {
            tracing::info!(url, "the services are called at this address again");
            if let Err(conflict) = admin.register(url, true).await? {
                tracing::warn!(conflict, url, "the address cannot be registered again");
            }
        }
        return Ok(());
    }
    let message = format!(
        "Restate knows other services at {url}: those of another build, without `{}`\nhelp: give this build an address of its own in \
         `engine.advertise`, and stop the old workers when their runs have ended",
        missing.join("`, `")
    );
    Err(ClusterError::new(ClusterErrorKind::Config, message))
}
