//! Opens the configured run log.

use super::BuildError;
use crate::{Config, RunLogConfig, RunLogUrl};
use runnable_store::RunLog;
use std::sync::Arc;

/// Opens the configured run log, if any.
pub(super) async fn run_log(config: &RunLogConfig) -> Result<Option<Arc<dyn RunLog>>, BuildError> {
    if config.url == RunLogUrl::None {
        return Ok(None);
    }
    let synced = config.synchronous == crate::Synchronous::Full;
    let log = config.url.options().synced(synced).patience(config.patience).open().await;
    log.map(Some).map_err(|error| BuildError::with_source("failed to open the run log", error))
}

/// Returns a problem for each configured storage that this program was compiled without.
pub(super) fn not_compiled(config: &Config, has_log: bool) -> Vec<String> {
    let missing = |section: &str, storage: &str, feature: &str| {
        format!(
            "{section}: this program was compiled without {storage}\nhelp: enable the feature `{feature}` of `runnable`"
        )
    };
    let database = match config.run_log.url {
        RunLogUrl::Sqlite(_) if !cfg!(feature = "sqlite") => Some(("SQLite", "sqlite")),
        RunLogUrl::Postgres(_) if !cfg!(feature = "postgres") => Some(("PostgreSQL", "postgres")),
        _ => None,
    };
    let database = database.filter(|_| !has_log);
    let mut problems: Vec<_> =
        database.map(|(storage, feature)| missing("run log", storage, feature)).into_iter().collect();
    let catalog = &config.catalog.url;
    if !cfg!(feature = "files") && *catalog != crate::CatalogConfig::default().url {
        let feature = if catalog.as_str().starts_with("s3:") { "s3" } else { "files" };
        problems.push(missing("catalog", "a catalog of files", feature));
    }
    problems
}
