//! Server-sent events.

use super::{
    body::{Format, respond},
    dialect::{AgUi, AgUiEvents, AiSdk, CloudEvents, Dialect},
    disconnect::{Disconnecting, OnDisconnect},
    encode::{EncodeEvent, FlatForm},
    run_stream::RunStream,
};
use axum::{
    http::HeaderValue,
    response::{IntoResponse, Response},
};
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
    let format = Frames { form: Form::Envelopes, named: false, started: false, keep_alive: KEEP_ALIVE };
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
        self.format.form = Form::Flat(FlatForm { paths: false });
        self
    }

    /// Sends the [flat form](Self::flat) with the path of each event's step:
    /// `{"type":"chunk","path":["es","translate"],"text":".."}`.
    ///
    /// An event that has a field `path` of its own is sent without the path of its step.
    pub fn flat_with_paths(mut self) -> Self {
        self.format.form = Form::Flat(FlatForm { paths: true });
        self
    }

    /// Sends the events of [AG-UI](https://docs.ag-ui.com) 1.0, which front ends such as assistant-ui and CopilotKit read.
    ///
    /// Steps, branches (as subagents), texts, reasoning, calls of tools and progress are the events of these names; all other events
    /// are `CUSTOM`. The texts of a failed attempt are void: `CUSTOM` `runnable.reset` names the step, and the next attempt writes
    /// messages of its own. Each message has the number and the path of its event in `metadata`.
    #[cfg_attr(feature = "service", doc = "The [guide](crate::guide::front_ends) lists what each event becomes.")]
    ///
    /// Messages have no ids: a client that reconnects reads the run from its beginning.
    ///
    /// # Examples
    /// ```
    /// use axum::response::IntoResponse;
    /// use runnable::prelude::*;
    /// use runnable_http::{AgUi, sse};
    ///
    /// #[task(returns = [text])]
    /// async fn greet() -> String {
    ///     "hello".to_owned()
    /// }
    ///
    /// async fn handler() -> impl IntoResponse {
    ///     sse(Greet {}.execute_streaming()).ag_ui(AgUi::new().thread_id("thread-1"))
    /// }
    /// ```
    pub fn ag_ui(mut self, options: AgUi) -> Self {
        self.format.form = Form::Dialect(Dialect::new(AgUiEvents::new(options), self.events.meanings()), Blocks::PLAIN);
        self
    }

    /// Sends the UI message stream of Vercel's [AI SDK](https://ai-sdk.dev), which `useChat` reads.
    ///
    /// The run is one message. Each attempt of a step writes texts of its own, so that parallel branches are separate parts; their
    /// `providerMetadata.runnable` has the path and the attempt of the step. `data-reset` names a step whose earlier attempts are
    /// void. The output of the run, if it is sent, is `data-result`.
    #[cfg_attr(feature = "service", doc = "The [guide](crate::guide::front_ends) lists what each event becomes.")]
    ///
    /// Messages have no ids: a client that reconnects reads the run from its beginning.
    pub fn ai_sdk(mut self) -> Self {
        self.format.form = Form::Dialect(Dialect::new(AiSdk::default(), self.events.meanings()), Blocks::AI_SDK);
        self
    }

    /// Sends each event as a [CloudEvent](https://cloudevents.io) 1.0 of the type `dev.runnable.` and the event's type.
    ///
    /// `subject` is the path of the step; `sequence` is the number of the event in its run, padded so that it sorts as text.
    pub fn cloud_events(mut self) -> Self {
        self.format.form = Form::Dialect(Dialect::new(CloudEvents::default(), Vec::new()), Blocks::WITH_IDS);
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
        self.format.form = flat.map_or(Form::Envelopes, Form::Flat);
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
        let ai_sdk = matches!(self.format.form, Form::Dialect(_, Blocks::AI_SDK));
        let mut response = respond(self.events, self.format, "text/event-stream");
        if ai_sdk {
            response.headers_mut().insert("x-vercel-ai-ui-message-stream", HeaderValue::from_static("v1"));
        }
        response
    }
}

impl<S: RunStream> fmt::Debug for Sse<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sse")
            .field("form", &self.format.form)
            .field("named", &self.format.named)
            .finish_non_exhaustive()
    }
}

/// The blocks of an event stream.
struct Frames {
    form: Form,
    /// For envelopes and the flat form.
    named: bool,
    started: bool,
    keep_alive: Duration,
}

enum Form {
    Envelopes,
    Flat(FlatForm),
    Dialect(Dialect, Blocks),
}

/// The blocks of a protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Blocks {
    ids: bool,
    /// The content type does not say that the protocol is the AI SDK's, so a header does.
    ai_sdk: bool,
}

impl Blocks {
    const PLAIN: Self = Self { ids: false, ai_sdk: false };
    const WITH_IDS: Self = Self { ids: true, ..Self::PLAIN };
    const AI_SDK: Self = Self { ai_sdk: true, ..Self::PLAIN };
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Envelopes => f.write_str("Envelopes"),
            Self::Flat(form) => form.fmt(f),
            Self::Dialect(dialect, _) => dialect.fmt(f),
        }
    }
}

impl Format for Frames {
    fn event<E: EncodeEvent>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()> {
        match &mut self.form {
            Form::Flat(form) => {
                let Some(flat) = event.flat() else { return Ok(()) };
                name(self.named, flat.event_type(), to);
                to.extend_from_slice(b"data: ");
                form.write(event, &flat, to)?;
                to.extend_from_slice(b"\n\n");
            }
            Form::Dialect(dialect, blocks) => {
                if blocks.ids {
                    first(&mut self.started, to);
                    id(event, to);
                }
                dialect.event(event, ("data: ", "\n\n"), to)?;
            }
            // In the flat form events have no ids, so that a client that reconnects cannot resume.
            Form::Envelopes => {
                first(&mut self.started, to);
                id(event, to);
                name(self.named, event.event_type(), to);
                to.extend_from_slice(b"data: ");
                event.write_json(to)?;
                to.extend_from_slice(b"\n\n");
            }
        }
        Ok(())
    }

    fn end(&mut self, to: &mut Vec<u8>) {
        if let Form::Dialect(dialect, _) = &mut self.form {
            dialect.end(to);
        }
    }

    fn keep_alive(&self) -> Option<(Duration, &'static [u8])> {
        // One line break: after two, some clients dispatch an empty event.
        Some((self.keep_alive, b": hb\n"))
    }
}

/// Appends the time after which a client reconnects to the first event: a block of its own would dispatch an empty event in some
/// clients.
fn first(started: &mut bool, to: &mut Vec<u8>) {
    if !std::mem::replace(started, true) {
        to.extend_from_slice(RETRY);
    }
}

/// Appends the field `event`, if it is wanted.
fn name(named: bool, event_type: &str, to: &mut Vec<u8>) {
    if named {
        to.extend_from_slice(b"event: ");
        // A task chooses its event types, and a line break would end the field.
        to.extend(event_type.bytes().filter(|byte| !matches!(byte, b'\n' | b'\r')));
        to.push(b'\n');
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
