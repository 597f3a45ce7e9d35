//! Serving, and an end of it.

use crate::{Model, app};
use std::{io, time::Duration};
use tokio::{net::TcpListener, sync::oneshot, time::sleep};

/// Serves `model` until `stop` is ready. Then nobody new is let in, and answers on their way have `farewell` to end; the program's own
/// end cuts those off that take longer.
///
/// # Errors
/// Those of the listener.
pub async fn serve(
    listener: TcpListener,
    model: Model,
    stop: impl Future<Output = ()> + Send + 'static,
    farewell: Duration,
) -> io::Result<()> {
    let (stopping, stopped) = oneshot::channel();
    let stop = async {
        stop.await;
        // Nobody listens where all has ended already.
        let _ = stopping.send(());
    };
    let serving = axum::serve(listener, app(model)).with_graceful_shutdown(stop).into_future();
    let too_long = async {
        match stopped.await {
            Ok(()) => sleep(farewell).await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        served = serving => served,
        () = too_long => {
            tracing::warn!("some answers take longer than {farewell:?}, and are cut off");
            Ok(())
        }
    }
}
