//! The HTTP server of a worker, which the engine calls.

use hyper::server::conn::http2;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use restate_sdk::{endpoint::Endpoint, hyper::HyperEndpoint};
use std::{future::Future, time::Duration};
use tokio::net::{TcpListener, TcpStream};

/// The pause after a connection that could not be accepted, such as without free file descriptors.
const PAUSE: Duration = Duration::from_millis(100);

/// The time after which a quiet connection is asked for a sign of life, and the time for the answer.
const PING: Duration = Duration::from_secs(10);
const ANSWER: Duration = Duration::from_secs(5);

/// The time in which the runs of a worker that stops may end.
const SHUTDOWN: Duration = Duration::from_secs(10);

/// Serves an endpoint until `shutdown`.
pub(super) async fn serve(endpoint: Endpoint, listener: TcpListener, shutdown: impl Future<Output = ()>) {
    let (endpoint, graceful) = (HyperEndpoint::new(endpoint), GracefulShutdown::new());
    let mut shutdown = std::pin::pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut shutdown => break,
        };
        match accepted {
            Ok((stream, _)) => drop(tokio::spawn(graceful.watch(connection(stream, endpoint.clone())))),
            Err(error) => {
                tracing::warn!(%error, "a connection of the engine cannot be accepted");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    if tokio::time::timeout(SHUTDOWN, graceful.shutdown()).await.is_err() {
        tracing::info!("the runs that have not ended continue on other workers");
    }
}

fn connection(
    stream: TcpStream,
    endpoint: HyperEndpoint,
) -> http2::Connection<TokioIo<TcpStream>, HyperEndpoint, TokioExecutor> {
    // A part is several small packets, which would wait for each other's acknowledgements.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection of the engine may be slow");
    }
    http2::Builder::new(TokioExecutor::new())
        .timer(TokioTimer::new())
        .keep_alive_interval(PING)
        .keep_alive_timeout(ANSWER)
        // A run has a stream until it ends, and waits for its items, which have streams as well.
        .max_concurrent_streams(None)
        .serve_connection(TokioIo::new(stream), endpoint)
}
