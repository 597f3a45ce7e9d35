//! Server-sent events.

use super::{
    body::{Format, respond},
    disconnect::{Disconnecting, OnDisconnect},
    encode::{EncodeEvent, FlatForm},
    run_stream::RunStream,
};
use axum::response::{IntoResponse, Response};
use std::{fmt, time::Duration};

/// The default of [`Sse::keep_alive`].
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// The time after which a client reconnects, in milliseconds.
const RETRY: &[u8] = b"retry: 2000\n";

/// A response of server-sent events; see [`sse`].
#[must_use = "a response does nothing until a handler returns it"]
pub struct Sse<S: RunStream> {
    events: Disconnecting<S>,
    format: Frames,
}

/// Streams a run as server-sent events: each event is a block with its `id` and, as `data`, its native envelope.
///
/// A comment is sent after 15 seconds without events. If the client disconnects, the run is cancelled, unless
/// [`on_disconnect`](Sse::on_disconnect) sets something else. A slow client slows the run.
///
/// # Examples
/// ```
/// use axum::{Router, response::IntoResponse, routing::get};
/// use runnable::prelude::*;
/// use runnable_http::sse;
///
/// #[task(returns = [text])]
/// async fn greet() -> String {
///     "hello".to_owned()
/// }
///
/// async fn handler() -> impl IntoResponse {
///     sse(Greet {}.execute_streaming())
/// }
///
/// let router: Router = Router::new().route("/greet", get(handler));
/// ```
pub fn sse<S>(run: S) -> Sse<S>
where
    S: RunStream,
{
    let format = Frames { flat: None, named: false, started: false, keep_alive: KEEP_ALIVE };
    Sse { events: Disconnecting::new(run), format }
}

impl<S: RunStream> Sse<S> {
    /// Sends the flat form of the tasks' own events, `data: {"type":"chunk","text":".."}`, without ids.
    ///
    /// Lifecycle events are left out, with two exceptions: before a step is retried `{"type":"reset"}` is sent, and a run that
    /// fails or is cancelled ends with `{"type":"error","error":".."}`. The output of the run is not sent.
    ///
    /// The form suits runs in which one step at a time sends events. If several do, use
    /// [`flat_with_paths`](Self::flat_with_paths), or full envelopes.
    pub fn flat(mut self) -> Self {
        self.format.flat = Some(FlatForm { paths: false });
        self
    }

    /// Sends the [flat form](Self::flat) with the path of each event's step:
    /// `{"type":"chunk","path":["es","translate"],"text":".."}`.
    ///
    /// An event that has a field `path` of its own is sent without the path of its step.
    pub fn flat_with_paths(mut self) -> Self {
        self.format.flat = Some(FlatForm { paths: true });
        self
    }

    /// Adds the event's type as `event:`, for clients that listen to certain types only.
    pub fn named(mut self) -> Self {
        self.format.named = true;
        self
    }

    /// Sends the flat form with these options, or envelopes.
    #[cfg(feature = "service")]
    pub(crate) fn form(mut self, flat: Option<FlatForm>) -> Self {
        self.format.flat = flat;
        self
    }

    /// Sets the time without events after which a comment is sent, so that clients and proxies do not take the connection for
    /// dead. The default is 15 seconds.
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

impl<S> IntoResponse for Sse<S>
where
    S: RunStream,
{
    fn into_response(self) -> Response {
        respond(self.events, self.format, "text/event-stream")
    }
}

impl<S: RunStream> fmt::Debug for Sse<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sse")
            .field("flat", &self.format.flat.is_some())
            .field("named", &self.format.named)
            .finish_non_exhaustive()
    }
}

/// The blocks of an event stream.
struct Frames {
    flat: Option<FlatForm>,
    named: bool,
    started: bool,
    keep_alive: Duration,
}

impl Format for Frames {
    fn event<E: EncodeEvent>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()> {
        if let Some(form) = self.flat {
            let Some(flat) = event.flat() else { return Ok(()) };
            self.name(flat.event_type(), to);
            to.extend_from_slice(b"data: ");
            form.write(event, &flat, to)?;
        } else {
            // A block of its own would dispatch an empty event in some clients. In the flat form events have no ids, so
            // that a client that reconnects cannot resume.
            if !self.started {
                to.extend_from_slice(RETRY);
                self.started = true;
            }
            id(event, to);
            self.name(event.event_type(), to);
            to.extend_from_slice(b"data: ");
            event.write_json(to)?;
        }
        to.extend_from_slice(b"\n\n");
        Ok(())
    }

    fn keep_alive(&self) -> Option<(Duration, &'static [u8])> {
        // One line break: after two, some clients dispatch an empty event.
        Some((self.keep_alive, b": hb\n"))
    }
}

impl Frames {
    /// Appends the field `event`, if it is wanted.
    fn name(&self, event_type: &str, to: &mut Vec<u8>) {
        if self.named {
            to.extend_from_slice(b"event: ");
            // A task chooses its event types, and a line break would end the field.
            to.extend(event_type.bytes().filter(|byte| !matches!(byte, b'\n' | b'\r')));
            to.push(b'\n');
        }
    }
}

/// Appends the field `id`, if the event has an id. The caller of a run may choose its id: an id that a client would cut is left
/// out.
fn id<E: EncodeEvent>(event: &E, to: &mut Vec<u8>) {
    let before = to.len();
    to.extend_from_slice(b"id: ");
    if event.write_id(to) && !to[before..].iter().any(|byte| matches!(byte, b'\n' | b'\r' | 0)) {
        to.push(b'\n');
    } else {
        to.truncate(before);
    }
}
