//! Serving HTTP/1.1 on a connection.

use crate::service::runs::ServiceLimits;
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{pin::pin, time::Duration};
use tokio::{net::TcpStream, sync::OwnedSemaphorePermit};
use tokio_io_timeout::TimeoutWriter;
use tokio_util::{io::InspectWriter, sync::CancellationToken};

/// The size of a connection's buffers for the head of a request and for a response, in bytes.
const BUFFER: usize = 64 * 1024;
/// The amount of unsent data that the kernel buffers, in bytes.
#[cfg(any(target_os = "linux", target_os = "android"))]
const UNSENT: u32 = 128 * 1024;
/// The number of headers of a request.
const HEADERS: usize = 100;
/// The time within which a client must send the head of a request.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);

/// Serves a connection. The connection keeps its permit if it becomes a WebSocket.
pub(in crate::service) async fn serve(
    socket: TcpStream,
    permit: Option<OwnedSemaphorePermit>,
    router: Router,
    limits: ServiceLimits,
    closing: CancellationToken,
) {
    // Events are small, and must not wait for each other.
    let _ = socket.set_nodelay(true);
    limit_unsent(&socket);
    // The socket owns the permit, since it outlives this function if the connection becomes a WebSocket.
    let mut socket = TimeoutWriter::new(InspectWriter::new(socket, move |_: &[u8]| {
        let _owned = &permit;
    }));
    socket.set_timeout(Some(limits.stalled));
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD_TIMEOUT).max_headers(HEADERS).max_buf_size(BUFFER);
    let connection =
        server.serve_connection(TokioIo::new(Box::pin(socket)), TowerToHyperService::new(router)).with_upgrades();
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = closing.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended with an error");
    }
}

/// Keeps the kernel from buffering megabytes for a slow client.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn limit_unsent(socket: &TcpStream) {
    if let Err(error) = socket2::SockRef::from(socket).set_tcp_notsent_lowat(UNSENT) {
        tracing::debug!(%error, "failed to set TCP_NOTSENT_LOWAT; unsent data is not bounded");
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn limit_unsent(_: &TcpStream) {}
