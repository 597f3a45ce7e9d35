//! Compacts and prunes finished runs in the background.

use crate::RunLogConfig;
use runnable_store::{RunLog, StoreError};
use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio_util::task::AbortOnDropHandle;

const INTERVAL: Duration = Duration::from_mins(1);

/// The background task of a runner; it ends when the runner is dropped.
pub(crate) type Upkeep = Option<AbortOnDropHandle<()>>;

/// Starts the upkeep of a log, if the configuration asks for any.
pub(crate) fn start(config: &RunLogConfig, log: Option<&Arc<dyn RunLog>>) -> Upkeep {
    let (compact, prune) = (config.compact_after, config.prune_after);
    let log = Arc::clone(log?);
    if compact.is_none() && prune.is_none() {
        return None;
    }
    Some(AbortOnDropHandle::new(tokio::spawn(async move {
        loop {
            if let Err(error) = run(&*log, compact, prune).await {
                tracing::warn!(%error, "failed to compact or prune finished runs");
            }
            tokio::time::sleep(INTERVAL).await;
        }
    })))
}

async fn run(log: &dyn RunLog, compact: Option<Duration>, prune: Option<Duration>) -> Result<(), StoreError> {
    let before = |age: Duration| SystemTime::now().checked_sub(age).unwrap_or(SystemTime::UNIX_EPOCH);
    if let Some(age) = prune {
        log.prune(before(age)).await?;
    }
    if let Some(age) = compact {
        log.compact(before(age)).await?;
    }
    Ok(())
}
