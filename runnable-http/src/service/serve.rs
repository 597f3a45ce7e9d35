//! Serving, until it is told to stop.

use super::{Service, connection, resumed, routes, state::State};
use std::{future::Future, io, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_util::sync::CancellationToken;

/// How long connections may take to end once nothing is to be sent any more.
const FAREWELL: Duration = Duration::from_secs(5);
/// Connections are counted in 29 bits.
const MOST: u32 = u32::MAX >> 3;

/// What stops the runs of a [`Service`] whose routes another server serves.
#[derive(Clone)]
pub struct ServiceHandle {
    state: Arc<State>,
    drain: Duration,
}

impl ServiceHandle {
    pub(super) fn new(state: Arc<State>, drain: Duration) -> Self {
        Self { state, drain }
    }

    /// Starts no run any more, waits for those that go on, as long as [`Service::drain`] says, and leaves the others to be resumed. The
    /// readers are then sent away. The runner records nothing any more.
    pub async fn shutdown(&self) {
        self.state.shutdown(self.drain).await;
    }
}

impl std::fmt::Debug for ServiceHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ServiceHandle").field("drain", &self.drain).finish_non_exhaustive()
    }
}

impl Service {
    /// Serves at its [`address`](Self::address) until the process is told to stop (Ctrl-C, `SIGTERM`), and then stops gracefully.
    ///
    /// # Errors
    /// The address cannot be listened at, or is beyond the machine where no token is asked for.
    pub async fn serve(self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        self.serve_on(listener, told_to_stop()).await
    }

    /// Serves until `stop` is ready, and then stops gracefully.
    ///
    /// # Errors
    /// The listener's address is beyond the machine where no token is asked for.
    pub async fn serve_on(mut self, listener: TcpListener, stop: impl Future<Output = ()>) -> io::Result<()> {
        self.access.local = listener.local_addr()?.ip().is_loopback();
        if self.access.is_open() && !self.public && !self.access.local {
            let message = "expected a token, since the address is beyond this machine\nhelp: `.token(name, token)`, or `.public()`";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let (drain, resumes) = (self.drain, self.resumes);
        let state = self.state();
        if resumes {
            tokio::spawn(resumed::resume_all(Arc::clone(&state)));
        }
        let router = routes::router(&state).fallback(routes::nothing);
        let most = u32::try_from(state.limits.connections).unwrap_or(MOST).min(MOST);
        let places = Arc::new(Semaphore::new(most as usize));
        let closing = CancellationToken::new();
        let mut connections = tokio::task::JoinSet::new();
        let mut stopped = std::pin::pin!(async {
            stop.await;
            state.shutdown(drain).await;
        });
        loop {
            tokio::select! {
                (socket, place) = accept(&listener, &places) => {
                    let (limits, closing) = (state.limits, closing.clone());
                    connections.spawn(connection::serve(socket, place, router.clone(), limits, closing));
                }
                () = &mut stopped => break,
                Some(_) = connections.join_next() => {}
            }
        }
        closing.cancel();
        // A WebSocket has a task of its own, and keeps the place of its connection.
        if tokio::time::timeout(FAREWELL, places.acquire_many(most)).await.is_err() {
            connections.shutdown().await;
        }
        Ok(())
    }
}

/// The next connection, when there is a place for it.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> (tokio::net::TcpStream, Option<tokio::sync::OwnedSemaphorePermit>) {
    // It is never closed.
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((socket, _)) => return (socket, place),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                // Mostly there are too many files open: it is no use to ask at once.
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

async fn told_to_stop() {
    let interrupted = async { tokio::signal::ctrl_c().await.is_ok() };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await.is_some(),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<bool>();
    tokio::select! {
        _ = interrupted => {}
        _ = terminated => {}
    }
}
