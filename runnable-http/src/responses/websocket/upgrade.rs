//! The response that upgrades a connection to a WebSocket.

#[cfg(feature = "service")]
use super::session::Session;
use super::{
    connection::{self, ConnectionOptions},
    protocol::SUBPROTOCOL,
};
use crate::responses::{
    disconnect::{Disconnecting, OnDisconnect},
    run_stream::RunStream,
};
use axum::{extract::ws::WebSocketUpgrade, response::Response};
use std::{fmt, time::Duration};

/// The size of a client's message, in bytes: requests about a single run are short.
const MESSAGE: usize = 64 * 1024;

/// The size of a connection's read buffer, in bytes.
const READ_BUFFER: usize = 8 * 1024;

/// A run that is sent over a WebSocket; see [`websocket`].
#[must_use = "it does nothing until a connection is upgraded"]
pub struct WebSocket<S: RunStream> {
    events: Disconnecting<S>,
    options: ConnectionOptions,
}

impl Default for ConnectionOptions {
    fn default() -> Self {
        Self { credit: None, ping: Duration::from_secs(20), stalled: Duration::from_secs(30), message: MESSAGE }
    }
}

/// Streams a run over a WebSocket with the subprotocol [`SUBPROTOCOL`]: each event is a text frame with its native envelope.
///
/// The client may send these requests. Each is answered with `{"id":1,"ok":true}` or
/// `{"id":1,"error":{"code":..,"message":..}}`.
///
/// - `{"id":1,"op":"cancel"}` cancels the run.
/// - `{"id":2,"op":"credit","n":10}` grants 10 more events. From the first grant on, no more events are sent than were granted.
///
/// If the client disconnects, the run is cancelled, unless [`on_disconnect`](WebSocket::on_disconnect) sets something else. A
/// slow client slows the run. The server closes the connection with one of these codes:
///
/// | Code | Reason |
/// | ---- | ------ |
/// | 1000 | The last event was sent. |
/// | 1002 | The client sent a message that is invalid or has more than 64 KiB. |
/// | 1003 | The client sent a message that is not text. |
/// | 1011 | The events cannot be sent. |
/// | 1013 | The client did not read for 30 seconds; see [`stalled`](WebSocket::stalled). |
///
/// # Examples
/// ```
/// use axum::{Router, extract::ws::WebSocketUpgrade, response::Response, routing::any};
/// use runnable::prelude::*;
/// use runnable_http::websocket;
///
/// #[task(returns = [text])]
/// async fn greet() -> String {
///     "hello".to_owned()
/// }
///
/// async fn handler(upgrade: WebSocketUpgrade) -> Response {
///     websocket(Greet {}.execute_streaming()).upgrade(upgrade)
/// }
///
/// let router: Router = Router::new().route("/greet", any(handler));
/// ```
pub fn websocket<S: RunStream>(run: S) -> WebSocket<S> {
    WebSocket { events: Disconnecting::new(run), options: ConnectionOptions::default() }
}

impl<S: RunStream> WebSocket<S> {
    /// Sends no more than `events` events before the client grants more with `{"op":"credit","n":..}`. By default all events
    /// are sent.
    pub fn credit(mut self, events: u64) -> Self {
        self.options.credit = Some(events);
        self
    }

    /// Sets the time between pings. A client that leaves two pings in a row unanswered is considered gone. The default is 20
    /// seconds.
    pub fn ping(mut self, interval: Duration) -> Self {
        self.options.ping = interval;
        self
    }

    /// Sets the time for which the client may read nothing of what was sent, before the connection is closed with 1013. The
    /// default is 30 seconds.
    pub fn stalled(mut self, limit: Duration) -> Self {
        self.options.stalled = limit;
        self
    }

    /// Sets what happens to the run if the client disconnects. The default is [`OnDisconnect::Cancel`].
    pub fn on_disconnect(mut self, action: OnDisconnect) -> Self {
        self.events.on_disconnect = action;
        self
    }

    /// Returns the response that upgrades the connection. The run starts once the connection is upgraded.
    pub fn upgrade(self, upgrade: WebSocketUpgrade) -> Response {
        let Self { events, options } = self;
        configured(upgrade, options.message).on_upgrade(move |socket| connection::serve(socket, events, options))
    }
}

/// Upgrades a connection to a session whose client sends messages of up to `message` bytes.
#[cfg(feature = "service")]
pub(crate) fn upgrade_to(
    upgrade: WebSocketUpgrade,
    session: impl Session,
    message: usize,
    stalled: Duration,
) -> Response {
    let options = ConnectionOptions { stalled, message: message.max(MESSAGE), ..ConnectionOptions::default() };
    configured(upgrade, options.message).on_upgrade(move |socket| connection::serve(socket, session, options))
}

/// Upgrades a connection only to close it: scripts in a browser can read a close code, but not the status of a refused upgrade.
#[cfg(feature = "service")]
pub(crate) fn refuse(upgrade: WebSocketUpgrade, code: u16, reason: &'static str) -> Response {
    configured(upgrade, MESSAGE).on_upgrade(move |socket| connection::refuse(socket, code, reason))
}

fn configured(upgrade: WebSocketUpgrade, message: usize) -> WebSocketUpgrade {
    upgrade.protocols([SUBPROTOCOL]).read_buffer_size(READ_BUFFER).max_message_size(message).max_frame_size(message)
}

impl<S: RunStream> fmt::Debug for WebSocket<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebSocket").field("options", &self.options).finish_non_exhaustive()
    }
}
