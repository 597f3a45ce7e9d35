//! Opens the configured run log.

use super::BuildError;
use crate::{Config, RunLogConfig, RunLogUrl};
use runnable_store::{MemoryLog, RunLog};
use std::sync::Arc;

/// Opens the configured run log, if any.
pub(super) async fn run_log(config: &RunLogConfig) -> Result<Option<Arc<dyn RunLog>>, BuildError> {
    #[cfg(any(feature = "sqlite", feature = "postgres"))]
    let failed = |error| BuildError::with_source("failed to open the run log", error);
    Ok(match &config.url {
        RunLogUrl::None => None,
        RunLogUrl::Memory => Some(Arc::new(MemoryLog::new())),
        #[cfg(feature = "sqlite")]
        RunLogUrl::Sqlite(path) => {
            let synced = config.synchronous == crate::Synchronous::Full;
            let log = runnable_store::SqliteLog::options(path).synced(synced).open().await;
            Some(Arc::new(log.map_err(failed)?))
        }
        #[cfg(feature = "postgres")]
        RunLogUrl::Postgres(url) => {
            let log = runnable_store::PostgresLog::options(url.as_str()).patience(config.patience);
            Some(Arc::new(log.open().await.map_err(failed)?))
        }
        #[cfg(not(all(feature = "sqlite", feature = "postgres")))]
        url => return Err(BuildError::new(vec![format!("run log: `{url}` cannot be opened by this program")])),
    })
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
