//! Waits for the servers of a cluster.

use crate::error::{ClusterError, ClusterErrorKind};
use std::{
    future::Future,
    time::{Duration, Instant},
};

/// The longest pause between attempts.
const MAX_PAUSE: Duration = Duration::from_secs(30);

/// Repeats an operation with backoff while a server cannot be reached. Other errors need an operator.
pub(crate) async fn patiently<T, F: Future<Output = Result<T, ClusterError>>>(
    operation: impl Fn() -> F,
) -> Result<T, ClusterError> {
    while_kind(|kind| kind == ClusterErrorKind::Unreachable, operation).await
}

/// Repeats an operation with backoff while it fails with such an error.
pub(crate) async fn while_kind<T, F: Future<Output = Result<T, ClusterError>>>(
    is_temporary: impl Fn(ClusterErrorKind) -> bool,
    operation: impl Fn() -> F,
) -> Result<T, ClusterError> {
    let mut pause = Duration::from_millis(250);
    loop {
        match operation().await {
            Err(error) if is_temporary(error.kind()) => {
                tracing::warn!(?error, "the worker waits for a server and tries again in {pause:?}");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(MAX_PAUSE);
            }
            result => return result,
        }
    }
}

/// The time for which a client repeats a request while no server can be reached.
pub(crate) const PATIENCE: Duration = Duration::from_mins(1);

/// Repeats a request of a client with backoff while no server can be reached, for a minute. The request can be repeated safely.
pub(crate) async fn for_a_minute<T, F: Future<Output = Result<T, ClusterError>>>(
    request: impl Fn() -> F,
) -> Result<T, ClusterError> {
    let (start, mut pause) = (Instant::now(), Duration::from_millis(50));
    loop {
        match request().await {
            Err(error) if error.kind() == ClusterErrorKind::Unreachable && start.elapsed() < PATIENCE => {
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(2));
            }
            result => return result,
        }
    }
}
