//! Serving, until the process is asked to stop.

use super::{
    builder::Service,
    connection::{self, accept},
    routes,
};
use std::{future::Future, io, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::Semaphore};
use tokio_util::sync::CancellationToken;

/// The time that connections have to close once the service has stopped.
const CLOSING: Duration = Duration::from_secs(5);
/// The largest number of connections: the semaphore on 32-bit platforms has 29 bits.
const MAX_CONNECTIONS: u32 = u32::MAX >> 3;

impl Service {
    /// Serves at the [`address`](Self::address) until the process is asked to stop (Ctrl-C or `SIGTERM`), and then shuts down
    /// gracefully: active runs have the time of [`drain`](Self::drain) to end.
    ///
    /// # Errors
    /// Returns an error if the address cannot be bound, or is beyond loopback while the service has no token.
    pub async fn serve(self) -> io::Result<()> {
        let listener = TcpListener::bind(self.address).await?;
        self.serve_on(listener, stop_signal()).await
    }

    /// Serves until `stop` is ready, and then shuts down gracefully: active runs have the time of [`drain`](Self::drain) to
    /// end.
    ///
    /// # Errors
    /// Returns an error if the listener's address is beyond loopback while the service has no token.
    pub async fn serve_on(mut self, listener: TcpListener, stop: impl Future<Output = ()>) -> io::Result<()> {
        self.access.local = listener.local_addr()?.ip().is_loopback();
        if self.access.is_open() && !self.public && !self.access.local {
            let message = "the service has no token, and its address is beyond this machine\n\
                           help: add a token with `.token(name, token)`, or allow access without one with `.public()`";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let drain = self.drain;
        let state = self.into_state();
        state.begin();
        let router = routes::whole_router(&state);
        let limit = u32::try_from(state.limits.connections).unwrap_or(MAX_CONNECTIONS).min(MAX_CONNECTIONS);
        let permits = Arc::new(Semaphore::new(limit as usize));
        let closing = CancellationToken::new();
        let mut connections = tokio::task::JoinSet::new();
        let mut stopped = std::pin::pin!(async {
            stop.await;
            state.shutdown(drain).await;
        });
        loop {
            tokio::select! {
                (socket, permit) = accept(&listener, &permits) => {
                    let (limits, closing) = (state.limits, closing.clone());
                    connections.spawn(connection::serve(socket, permit, router.clone(), limits, closing));
                }
                () = &mut stopped => break,
                Some(_) = connections.join_next() => {}
            }
        }
        closing.cancel();
        // A WebSocket is served by a task of its own, and keeps the permit of its connection.
        if tokio::time::timeout(CLOSING, permits.acquire_many(limit)).await.is_err() {
            connections.shutdown().await;
        }
        Ok(())
    }
}

async fn stop_signal() {
    let interrupt = async { tokio::signal::ctrl_c().await.is_ok() };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => signal.recv().await.is_some(),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<bool>();
    tokio::select! {
        _ = interrupt => {}
        _ = terminate => {}
    }
}
