//! Newline-delimited JSON.

use super::{
    body::{Format, respond},
    disconnect::{Disconnecting, OnDisconnect},
    encode::EncodeEvent,
    run_stream::RunStream,
};
use axum::response::{IntoResponse, Response};
use std::{fmt, time::Duration};

/// A response of newline-delimited JSON; see [`ndjson`].
#[must_use = "a response does nothing until a handler returns it"]
pub struct Ndjson<S: RunStream> {
    events: Disconnecting<S>,
    flat: bool,
}

/// Streams a run as newline-delimited JSON: each line is the native envelope of an event.
///
/// If the client disconnects, the run is cancelled, unless [`on_disconnect`](Ndjson::on_disconnect) sets something else. A
/// slow client slows the run.
///
/// # Examples
/// ```
/// use axum::{Router, response::IntoResponse, routing::get};
/// use runnable::prelude::*;
/// use runnable_http::ndjson;
///
/// #[task(returns = [text])]
/// async fn greet() -> String {
///     "hello".to_owned()
/// }
///
/// async fn handler() -> impl IntoResponse {
///     ndjson(Greet {}.execute_streaming())
/// }
///
/// let router: Router = Router::new().route("/greet", get(handler));
/// ```
pub fn ndjson<S>(run: S) -> Ndjson<S>
where
    S: RunStream,
{
    Ndjson { events: Disconnecting::new(run), flat: false }
}

impl<S: RunStream> Ndjson<S> {
    /// Sends the flat form of the tasks' own events, as [`Sse::flat`](crate::Sse::flat) does.
    pub fn flat(mut self) -> Self {
        self.flat = true;
        self
    }

    /// Sets what happens to the run if the client disconnects. The default is [`OnDisconnect::Cancel`].
    pub fn on_disconnect(mut self, action: OnDisconnect) -> Self {
        self.events.on_disconnect = action;
        self
    }
}

impl<S> IntoResponse for Ndjson<S>
where
    S: RunStream,
{
    fn into_response(self) -> Response {
        respond(self.events, Lines { flat: self.flat }, "application/x-ndjson")
    }
}

impl<S: RunStream> fmt::Debug for Ndjson<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ndjson").field("flat", &self.flat).finish_non_exhaustive()
    }
}

struct Lines {
    flat: bool,
}

impl Format for Lines {
    fn event<E: EncodeEvent>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()> {
        if self.flat {
            let Some(flat) = event.flat() else { return Ok(()) };
            flat.write_json(to)?;
        } else {
            event.write_json(to)?;
        }
        to.push(b'\n');
        Ok(())
    }

    fn keep_alive(&self) -> Option<(Duration, &'static [u8])> {
        None
    }
}
