//! Accepting connections, up to a limit.

use std::{sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
};

/// Accepts the next connection once the limit allows it.
pub(in crate::service) async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> (TcpStream, Option<OwnedSemaphorePermit>) {
    // The semaphore is never closed.
    let permit = Arc::clone(permits).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((socket, _)) => return (socket, permit),
            Err(error) => {
                tracing::warn!(%error, "failed to accept a connection");
                // Usually the process has too many open files: retrying at once would fail again.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}
