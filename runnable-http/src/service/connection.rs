//! A connection, whose peer must send its headers and read what it is sent.

use super::state::Limits;
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    service::TowerToHyperService,
};
use std::{
    future::Future,
    io,
    pin::{Pin, pin},
    task::{Context, Poll},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    sync::OwnedSemaphorePermit,
    time::{Sleep, sleep},
};
use tokio_util::sync::CancellationToken;

/// What a connection may hold of a request's head, and of a response that was not read yet.
const BUFFER: usize = 64 * 1024;
/// What the system holds of a response that is not on its way yet.
const UNSENT: u32 = 128 * 1024;
const HEADERS: usize = 100;
/// How long a client may take for the head of a request.
const HEAD: Duration = Duration::from_secs(10);

/// Serves a connection, which keeps its place also where it becomes a WebSocket.
pub(super) async fn serve(
    socket: TcpStream,
    place: Option<OwnedSemaphorePermit>,
    router: Router,
    limits: Limits,
    closing: CancellationToken,
) {
    // Events are small, and are not to wait for each other.
    let _ = socket.set_nodelay(true);
    bound_unsent(&socket);
    let socket = Attentive { socket, limit: limits.stalled, stalled: None, _place: place };
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(HEAD).max_headers(HEADERS).max_buf_size(BUFFER);
    let connection = server.serve_connection(TokioIo::new(socket), TowerToHyperService::new(router)).with_upgrades();
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = closing.cancelled() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection was cut");
    }
}

/// Keeps the system from taking megabytes for a client that is slow, where it can be told so.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn bound_unsent(socket: &TcpStream) {
    if let Err(error) = socket2::SockRef::from(socket).set_tcp_notsent_lowat(UNSENT) {
        tracing::debug!(%error, "the system holds as much for a slow client as it likes");
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn bound_unsent(_: &TcpStream) {}

/// A socket that fails where its peer reads nothing for too long.
struct Attentive {
    socket: TcpStream,
    limit: Duration,
    /// Since something could not be written.
    stalled: Option<Pin<Box<Sleep>>>,
    _place: Option<OwnedSemaphorePermit>,
}

impl Attentive {
    /// What writing gave, or that it has taken too long.
    fn watch<T>(&mut self, written: Poll<io::Result<T>>, task: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let limit = self.limit;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(limit)));
        std::task::ready!(stalled.as_mut().poll(task));
        Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, "the peer reads nothing")))
    }
}

impl AsyncRead for Attentive {
    fn poll_read(mut self: Pin<&mut Self>, task: &mut Context<'_>, to: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_read(task, to)
    }
}

impl AsyncWrite for Attentive {
    fn poll_write(mut self: Pin<&mut Self>, task: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write(task, bytes);
        self.watch(written, task)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        task: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write_vectored(task, slices);
        self.watch(written, task)
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(task)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(task)
    }
}
