//! Newline-delimited JSON.

use super::{
    body::{Format, respond},
    dialect::{CloudEvents, Dialect},
    disconnect::{Disconnecting, OnDisconnect},
    encode::{EncodeEvent, FlatForm},
    run_stream::RunStream,
};
use axum::response::{IntoResponse, Response};
use std::{fmt, time::Duration};

/// The default of [`Ndjson::keep_alive`].
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// A response of newline-delimited JSON; see [`ndjson`].
#[must_use = "a response does nothing until a handler returns it"]
pub struct Ndjson<S: RunStream> {
    events: Disconnecting<S>,
    format: Lines,
}

/// Streams a run as newline-delimited JSON: each line is the native envelope of an event.
///
/// An empty line, which readers must skip, is sent after 15 seconds without events. If the client disconnects, the run is
/// cancelled, unless [`on_disconnect`](Ndjson::on_disconnect) sets something else. A slow client slows the run.
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
    Ndjson { events: Disconnecting::new(run), format: Lines { form: Form::Envelopes, keep_alive: KEEP_ALIVE } }
}

impl<S: RunStream> Ndjson<S> {
    /// Sends the flat form of the tasks' own events, as [`Sse::flat`](crate::Sse::flat) does.
    pub fn flat(mut self) -> Self {
        self.format.form = Form::Flat(FlatForm { paths: false });
        self
    }

    /// Sends the flat form with the path of each event's step, as [`Sse::flat_with_paths`](crate::Sse::flat_with_paths) does.
    pub fn flat_with_paths(mut self) -> Self {
        self.format.form = Form::Flat(FlatForm { paths: true });
        self
    }

    /// Sends each event as a `CloudEvent`, as [`Sse::cloud_events`](crate::Sse::cloud_events) does.
    pub fn cloud_events(mut self) -> Self {
        self.format.form = Form::Dialect(Dialect::new(CloudEvents::default(), Vec::new()));
        self
    }

    /// Sends the flat form with these options, or envelopes.
    #[cfg(feature = "service")]
    pub(crate) fn form(mut self, flat: Option<FlatForm>) -> Self {
        self.format.form = flat.map_or(Form::Envelopes, Form::Flat);
        self
    }

    /// Sets the time without events after which an empty line is sent, so that clients and proxies do not take the connection
    /// for dead. The default is 15 seconds.
    pub fn keep_alive(mut self, interval: Duration) -> Self {
        self.format.keep_alive = interval;
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
        respond(self.events, self.format, "application/x-ndjson")
    }
}

impl<S: RunStream> fmt::Debug for Ndjson<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ndjson").field("form", &self.format.form).finish_non_exhaustive()
    }
}

struct Lines {
    form: Form,
    keep_alive: Duration,
}

#[derive(Debug)]
enum Form {
    Envelopes,
    Flat(FlatForm),
    Dialect(Dialect),
}

impl Format for Lines {
    fn event<E: EncodeEvent>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()> {
        match &mut self.form {
            Form::Flat(form) => {
                let Some(flat) = event.flat() else { return Ok(()) };
                form.write(event, &flat, to)?;
            }
            Form::Dialect(dialect) => return dialect.event(event, ("", "\n"), to),
            Form::Envelopes => event.write_json(to)?,
        }
        to.push(b'\n');
        Ok(())
    }

    fn keep_alive(&self) -> Option<(Duration, &'static [u8])> {
        Some((self.keep_alive, b"\n"))
    }
}
