//! Serving and graceful shutdown.

use crate::{Model, app};
use std::{io, time::Duration};
use tokio::{net::TcpListener, sync::oneshot, time::sleep};

/// Serves `model` until `stop` completes, then accepts no more connections and gives in-flight
/// answers `grace_period` to complete. The end of the program cuts off the rest.
///
/// # Errors
/// Fails if the listener fails.
pub async fn serve(
    listener: TcpListener,
    model: Model,
    stop: impl Future<Output = ()> + Send + 'static,
    grace_period: Duration,
) -> io::Result<()> {
    let (stopping, stopped) = oneshot::channel();
    let stop = async {
        stop.await;
        // The receiver is gone if serving has already ended.
        let _ = stopping.send(());
    };
    let serving = axum::serve(listener, app(model)).with_graceful_shutdown(stop).into_future();
    let too_long = async {
        match stopped.await {
            Ok(()) => sleep(grace_period).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = serving => served,
        () = too_long => {
            tracing::warn!("some answers took longer than {grace_period:?} and are cut off");
            Ok(())
        }
    }
}
