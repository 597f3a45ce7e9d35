//! JSON lines.

use crate::{
    OnDisconnect, Source, Wire,
    body::{Format, respond},
    disconnect::Attended,
};
use axum::response::{IntoResponse, Response};
use std::{fmt, time::Duration};

/// A response of JSON lines; see [`ndjson`].
#[must_use = "a response does nothing until a handler returns it"]
pub struct Ndjson<S: Source> {
    events: Attended<S>,
    flat: bool,
}

/// A run as JSON lines: the native envelope of one event a line.
///
/// The connection's end cancels the run, unless [`on_disconnect`](Ndjson::on_disconnect) says otherwise.
pub fn ndjson<S>(run: S) -> Ndjson<S>
where
    S: Source,
{
    Ndjson { events: Attended::new(run), flat: false }
}

impl<S: Source> Ndjson<S> {
    /// Sends the tasks' own events alone, as [`Sse::flat`](crate::Sse::flat) does.
    pub fn flat(mut self) -> Self {
        self.flat = true;
        self
    }

    /// What becomes of the run where the reader goes.
    pub fn on_disconnect(mut self, what: OnDisconnect) -> Self {
        self.events.on_disconnect = what;
        self
    }
}

impl<S> IntoResponse for Ndjson<S>
where
    S: Source,
{
    fn into_response(self) -> Response {
        respond(self.events, Lines { flat: self.flat }, "application/x-ndjson")
    }
}

impl<S: Source> fmt::Debug for Ndjson<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ndjson").field("flat", &self.flat).finish_non_exhaustive()
    }
}

struct Lines {
    flat: bool,
}

impl Format for Lines {
    fn event<E: Wire>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()> {
        if !self.flat {
            event.write(to)?;
        } else if event.flat_kind().is_some() {
            event.write_flat(to)?;
        } else {
            return Ok(());
        }
        to.push(b'\n');
        Ok(())
    }

    fn heartbeat(&self) -> Option<(Duration, &'static [u8])> {
        None
    }
}
