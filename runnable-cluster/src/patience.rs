//! Waits for the servers of a cluster.

use crate::error::{ClusterError, ClusterErrorKind};
use std::time::Duration;

/// The longest pause between attempts.
const MAX_PAUSE: Duration = Duration::from_secs(30);

/// Repeats an operation with backoff while a server cannot be reached. Other errors need an operator.
pub(crate) async fn patiently<T>(operation: impl AsyncFn() -> Result<T, ClusterError>) -> Result<T, ClusterError> {
    let mut pause = Duration::from_millis(250);
    loop {
        match operation().await {
            Err(error) if error.kind() == ClusterErrorKind::Unreachable => {
                tracing::warn!(?error, "the worker waits for a server and tries again in {pause:?}");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(MAX_PAUSE);
            }
            result => return result,
        }
    }
}
