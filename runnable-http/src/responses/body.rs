//! The body of a response that is written event by event.

use super::{disconnect::Disconnecting, encode::EncodeEvent, masked::Masked, run_stream::RunStream};
use axum::{
    body::Body,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use bytes::{Bytes, BytesMut};
use http_body::{Body as HttpBody, Frame, SizeHint};
use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep};

/// The size from which a chunk is sent, in bytes. A larger event is a chunk of its own.
const CHUNK: usize = 8 * 1024;

/// The text of events in a response.
pub(crate) trait Format: Send + Unpin + 'static {
    /// Appends an event, or nothing if the format leaves the event out.
    fn event<E: EncodeEvent>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()>;

    /// Appends the text that ends a stream of which every event was appended.
    fn end(&mut self, to: &mut Vec<u8>) {
        let _ = to;
    }

    /// Returns the text that is sent after a time without events, and that time.
    fn keep_alive(&self) -> Option<(Duration, &'static [u8])>;
}

/// The events that are available at a time, in one buffer that is reused.
struct EventBody<S: RunStream, F> {
    events: Disconnecting<S>,
    format: F,
    /// The event that is being written: it is sent whole or not at all.
    written: Vec<u8>,
    /// The next chunk.
    buffer: BytesMut,
    idle: Option<Pin<Box<Sleep>>>,
    state: BodyState,
}

enum BodyState {
    Open,
    /// All events were read.
    Ended,
    /// The response must fail, so that its reader does not take it for complete. The next chunk is sent first.
    Failing(&'static str),
    /// The response must fail, and the connection has every chunk.
    Flushed(&'static str),
    Closed,
}

type PolledFrame = Poll<Option<Result<Frame<Bytes>, io::Error>>>;

/// Returns the response of a format, which proxies must neither store nor buffer.
pub(crate) fn respond<S: RunStream>(
    events: Disconnecting<S>,
    format: impl Format,
    content_type: &'static str,
) -> Response {
    let headers = [
        (CONTENT_TYPE.as_str(), content_type),
        (CACHE_CONTROL.as_str(), "no-cache, no-transform"),
        ("x-accel-buffering", "no"),
    ];
    (headers, Body::new(EventBody::new(events, format))).into_response()
}

impl<S: RunStream, F: Format> EventBody<S, F> {
    fn new(events: Disconnecting<S>, format: F) -> Self {
        let (written, buffer) = (Vec::new(), BytesMut::new());
        Self { events, format, written, buffer, idle: None, state: BodyState::Open }
    }

    /// Appends an event to the next chunk.
    fn write(&mut self, event: Option<S::Item>) {
        let Some(event) = event else {
            self.state = match self.events.end_reason() {
                Some(_) => BodyState::Failing("the events ended before their run did"),
                None => {
                    self.written.clear();
                    self.format.end(&mut self.written);
                    self.buffer.extend_from_slice(&self.written);
                    BodyState::Ended
                }
            };
            return;
        };
        self.written.clear();
        let event = Masked::new(event, self.events.redact());
        match self.format.event(&event, &mut self.written) {
            // A large event is not kept twice.
            Ok(()) if self.written.len() > CHUNK && self.buffer.is_empty() => {
                self.buffer = Bytes::from(std::mem::take(&mut self.written)).into();
            }
            Ok(()) => {
                self.buffer.extend_from_slice(&self.written);
                self.written.shrink_to(CHUNK);
            }
            Err(error) => {
                let event = event.into_inner();
                // The events that close the run follow.
                if !self.events.refuse(&event, &error) {
                    self.state = BodyState::Failing("an event does not serialise");
                }
            }
        }
    }

    fn send(&mut self) -> PolledFrame {
        if let (Some(idle), Some((after, _))) = (&mut self.idle, self.format.keep_alive()) {
            idle.as_mut().reset(Instant::now() + after);
        }
        Poll::Ready(Some(Ok(Frame::data(self.buffer.split().freeze()))))
    }

    fn poll_keep_alive(&mut self, task: &mut Context<'_>) -> PolledFrame {
        let Some((after, text)) = self.format.keep_alive() else { return Poll::Pending };
        let idle = self.idle.get_or_insert_with(|| Box::pin(sleep(after)));
        std::task::ready!(idle.as_mut().poll(task));
        self.buffer.extend_from_slice(text);
        self.send()
    }

    fn end(&mut self, task: &mut Context<'_>) -> PolledFrame {
        match std::mem::replace(&mut self.state, BodyState::Closed) {
            // An error discards what the connection has buffered. It writes its buffer when the body is pending, so the
            // error waits for one more poll.
            BodyState::Failing(why) => {
                self.state = BodyState::Flushed(why);
                task.waker().wake_by_ref();
                Poll::Pending
            }
            // The connection is closed without the chunk that ends a body.
            BodyState::Flushed(why) => Poll::Ready(Some(Err(io::Error::other(why)))),
            _ => Poll::Ready(None),
        }
    }
}

impl<S: RunStream, F: Format> HttpBody for EventBody<S, F> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, task: &mut Context<'_>) -> PolledFrame {
        let this = self.get_mut();
        while matches!(this.state, BodyState::Open) && this.buffer.len() < CHUNK {
            match this.events.poll_event(task) {
                Poll::Ready(event) => this.write(event),
                Poll::Pending if this.buffer.is_empty() => return this.poll_keep_alive(task),
                Poll::Pending => break,
            }
        }
        if this.buffer.is_empty() { this.end(task) } else { this.send() }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.state, BodyState::Closed)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}
