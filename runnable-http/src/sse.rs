//! Server-sent events.

use crate::{
    OnDisconnect, Source, Wire,
    body::{Format, respond},
    disconnect::Attended,
};
use axum::response::{IntoResponse, Response};
use std::{fmt, time::Duration};

/// How long nothing is sent before a comment says that the connection is alive.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// When a client is to connect again, in milliseconds.
const RETRY: &[u8] = b"retry: 2000\n";

/// A response of server-sent events; see [`sse`].
#[must_use = "a response does nothing until a handler returns it"]
pub struct Sse<S: Source> {
    events: Attended<S>,
    format: Frames,
}

/// A run as server-sent events: one block an event, with its `id` and the native envelope as `data`.
///
/// A comment is sent where nothing else was for 15 seconds. The connection's end cancels the run, unless
/// [`on_disconnect`](Sse::on_disconnect) says otherwise; a reader who is slow slows the run.
pub fn sse<S>(run: S) -> Sse<S>
where
    S: Source,
{
    let format = Frames { flat: false, named: false, begun: false, heartbeat: HEARTBEAT };
    Sse { events: Attended::new(run), format }
}

impl<S: Source> Sse<S> {
    /// Sends the tasks' own events alone, as `data: {"type":"chunk","text":".."}`, without an id.
    ///
    /// Where a step is tried again, `{"type":"reset"}` comes first, and a run that fails ends with
    /// `{"type":"error","error":".."}`.
    pub fn flat(mut self) -> Self {
        self.format.flat = true;
        self
    }

    /// Adds the event's type as `event:`, for clients that listen to some types only.
    pub fn named(mut self) -> Self {
        self.format.named = true;
        self
    }

    /// How long nothing is sent before a comment says that the connection is alive; 15 seconds unless said otherwise.
    pub fn heartbeat(mut self, every: Duration) -> Self {
        self.format.heartbeat = every;
        self
    }

    /// What becomes of the run where the reader goes.
    pub fn on_disconnect(mut self, what: OnDisconnect) -> Self {
        self.events.on_disconnect = what;
        self
    }
}

impl<S> IntoResponse for Sse<S>
where
    S: Source,
{
    fn into_response(self) -> Response {
        respond(self.events, self.format, "text/event-stream")
    }
}

impl<S: Source> fmt::Debug for Sse<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sse")
            .field("flat", &self.format.flat)
            .field("named", &self.format.named)
            .finish_non_exhaustive()
    }
}

/// How blocks are written.
struct Frames {
    flat: bool,
    named: bool,
    begun: bool,
    heartbeat: Duration,
}

impl Format for Frames {
    fn event<E: Wire>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()> {
        let kind = if self.flat { event.flat_kind() } else { Some(event.kind()) };
        let Some(kind) = kind else { return Ok(()) };
        // Never alone in a block: it goes with the first one. Who cannot resume is not told when to.
        if !self.begun && !self.flat {
            to.extend_from_slice(RETRY);
        }
        self.begun = true;
        if !self.flat {
            id(event, to);
        }
        if self.named {
            to.extend_from_slice(b"event: ");
            // The task's own word: a line break in it would end the field.
            to.extend(kind.bytes().filter(|byte| !matches!(byte, b'\n' | b'\r')));
            to.push(b'\n');
        }
        to.extend_from_slice(b"data: ");
        if self.flat {
            event.write_flat(to)?;
        } else {
            event.write(to)?;
        }
        to.extend_from_slice(b"\n\n");
        Ok(())
    }

    fn heartbeat(&self) -> Option<(Duration, &'static [u8])> {
        // One line break: with two, some clients dispatch an empty event.
        Some((self.heartbeat, b": hb\n"))
    }
}

/// Writes the event's id, where it has one. A user's own word that a client would not take as a whole is none.
fn id<E: Wire>(event: &E, to: &mut Vec<u8>) {
    let before = to.len();
    to.extend_from_slice(b"id: ");
    if event.write_id(to) && !to[before..].iter().any(|byte| matches!(byte, b'\n' | b'\r' | 0)) {
        to.push(b'\n');
    } else {
        to.truncate(before);
    }
}
