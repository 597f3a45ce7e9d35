//! Events over a WebSocket.

mod request;
mod session;
mod talk;

#[cfg(feature = "service")]
pub(crate) use request::{Answer, Id, Refusal, Request};
#[cfg(feature = "service")]
pub(crate) use talk::{Said, Talk, close_of};

use crate::{OnDisconnect, Source, disconnect::Attended};
use axum::{extract::ws::WebSocketUpgrade, response::Response};
use std::{fmt, time::Duration};

/// The subprotocol that this crate speaks.
pub const SUBPROTOCOL: &str = "runnable.v1";

/// The close code of a run that is not known.
#[cfg(feature = "service")]
pub(crate) const CLOSE_UNKNOWN: u16 = 4404;
/// The close code where what is to be read next is not kept any more.
pub(crate) const CLOSE_EXPIRED: u16 = 4410;

/// What a client sends of one run is short.
const MESSAGE: usize = 64 * 1024;

/// A run on its way to a WebSocket; see [`websocket`].
#[must_use = "it does nothing until a connection is upgraded to it"]
pub struct WebSocket<S: Source> {
    events: Attended<S>,
    options: Options,
}

#[derive(Debug, Clone, Copy)]
struct Options {
    /// How many events may be sent; `None` without a limit.
    credit: Option<u64>,
    ping: Duration,
    stalled: Duration,
    /// How many bytes a client's message may have.
    message: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { credit: None, ping: Duration::from_secs(20), stalled: Duration::from_secs(30), message: MESSAGE }
    }
}

/// A run over a WebSocket of the subprotocol [`SUBPROTOCOL`]: the native envelope of one event a text frame.
///
/// The client may send `{"id":1,"op":"cancel"}`, which cancels the run, and `{"id":2,"op":"credit","n":10}`: from the first of them on,
/// no more events are sent than were granted. Each is answered with `{"id":1,"ok":true}` or `{"id":1,"error":{"code":..,"message":..}}`.
///
/// The server closes with 1000 after the run's last event, 1013 where the client reads nothing for 30 seconds, 1011 where the
/// events cannot be sent, 1003 after a message that is no text, and 1002 after one that is not valid, or has more than 64 KiB. The connection's end cancels the run, unless [`on_disconnect`](WebSocket::on_disconnect) says otherwise;
/// a reader who is slow slows the run.
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
pub fn websocket<S: Source>(run: S) -> WebSocket<S> {
    WebSocket { events: Attended::new(run), options: Options::default() }
}

impl<S: Source> WebSocket<S> {
    /// Sends no more than `events` before the client grants more with `{"op":"credit","n":..}`.
    pub fn credit(mut self, events: u64) -> Self {
        self.options.credit = Some(events);
        self
    }

    /// How often the client is asked whether it is there; every 20 seconds unless said otherwise. One that does not answer twice
    /// in a row has gone.
    pub fn ping(mut self, every: Duration) -> Self {
        self.options.ping = every;
        self
    }

    /// How long a client may read nothing of what was sent; 30 seconds unless said otherwise.
    pub fn stalled(mut self, limit: Duration) -> Self {
        self.options.stalled = limit;
        self
    }

    /// What becomes of the run where the reader goes.
    pub fn on_disconnect(mut self, what: OnDisconnect) -> Self {
        self.events.on_disconnect = what;
        self
    }

    /// The response that upgrades the connection; the run begins with it.
    pub fn upgrade(self, upgrade: WebSocketUpgrade) -> Response {
        let Self { events, options } = self;
        spoken(upgrade, options.message).on_upgrade(move |socket| session::serve(socket, events, options))
    }
}

/// Upgrades a connection to talk over it, with messages of so many bytes, to a client that may read nothing for so long.
#[cfg(feature = "service")]
pub(crate) fn converse(upgrade: WebSocketUpgrade, talk: impl Talk, message: usize, stalled: Duration) -> Response {
    let options = Options { stalled, message: message.max(MESSAGE), ..Options::default() };
    spoken(upgrade, options.message).on_upgrade(move |socket| session::serve(socket, talk, options))
}

impl<S: Source> fmt::Debug for WebSocket<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebSocket").field("options", &self.options).finish_non_exhaustive()
    }
}

/// The connection as this crate speaks over it.
fn spoken(upgrade: WebSocketUpgrade, message: usize) -> WebSocketUpgrade {
    upgrade.protocols([SUBPROTOCOL]).max_message_size(message).max_frame_size(message)
}

/// Upgrades a connection to close it at once: that is all that a page is told.
#[cfg(feature = "service")]
pub(crate) fn refuse(upgrade: WebSocketUpgrade, code: u16, reason: &'static str) -> Response {
    spoken(upgrade, MESSAGE).on_upgrade(move |socket| session::refuse(socket, code, reason))
}
