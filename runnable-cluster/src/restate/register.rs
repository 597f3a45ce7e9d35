//! Registers workers at the engine.

use super::admin::Admin;
use crate::error::{ClusterError, ClusterErrorKind};

/// Registers the workers of this build at `url`, where the engine reaches their `services`.
pub(super) async fn register(admin: &Admin, url: &str, services: &[String]) -> Result<(), ClusterError> {
    if let Err(conflict) = admin.register(url).await? {
        tracing::debug!(conflict, url, "the address is registered already");
    }
    let known = admin.services_at(url).await?;
    let missing: Vec<_> = services.iter().filter(|service| !known.contains(service)).map(String::as_str).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!(
        "Restate knows other services at {url}: those of another build, without `{}`\nhelp: give this build an address of its own in \
         `engine.advertise`, and stop the old workers when their runs have ended",
        missing.join("`, `")
    );
    Err(ClusterError::new(ClusterErrorKind::Config, message))
}
