//! A response's body that is written event by event.

use crate::{Source, Wire, disconnect::Attended};
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

/// How much is written before it is sent; a larger event is sent alone.
const CHUNK: usize = 8 * 1024;

/// How events become bytes.
pub(crate) trait Format: Send + Unpin + 'static {
    /// Appends an event, or nothing.
    fn event<E: Wire>(&mut self, event: &E, to: &mut Vec<u8>) -> serde_json::Result<()>;

    /// What is sent where nothing else was, for so long.
    fn heartbeat(&self) -> Option<(Duration, &'static [u8])>;
}

/// Events as bytes: as many as there are at a time, in one buffer that is used again.
struct EventBody<S: Source, F> {
    events: Attended<S>,
    format: F,
    /// One event: it is sent whole, or not at all.
    written: Vec<u8>,
    /// What is to be sent.
    buffer: BytesMut,
    idle: Option<Pin<Box<Sleep>>>,
    state: State,
}

enum State {
    Open,
    /// All was read.
    Ended,
    /// The reader must not take what it has for the whole: what was sent before goes to it first.
    Breaking(&'static str),
    Broken(&'static str),
    Closed,
}

type Polled = Poll<Option<Result<Frame<Bytes>, io::Error>>>;

/// The response of events that are written as `kind` says, which no proxy is to hold back.
pub(crate) fn respond<S: Source>(events: Attended<S>, format: impl Format, kind: &'static str) -> Response {
    let headers = [
        (CONTENT_TYPE.as_str(), kind),
        (CACHE_CONTROL.as_str(), "no-cache, no-transform"),
        ("x-accel-buffering", "no"),
    ];
    (headers, Body::new(EventBody::new(events, format))).into_response()
}

impl<S: Source, F: Format> EventBody<S, F> {
    fn new(events: Attended<S>, format: F) -> Self {
        let (written, buffer) = (Vec::new(), BytesMut::new());
        Self { events, format, written, buffer, idle: None, state: State::Open }
    }

    /// Writes an event behind those that wait to be sent.
    fn write(&mut self, event: Option<&S::Item>) {
        let Some(event) = event else {
            self.state =
                if self.events.cut().is_some() { State::Breaking("the events were cut") } else { State::Ended };
            return;
        };
        self.written.clear();
        match self.format.event(event, &mut self.written) {
            Ok(()) => self.buffer.extend_from_slice(&self.written),
            Err(error) => {
                tracing::error!(%error, kind = event.kind(), "an event does not serialise: the response ends");
                self.state = State::Breaking("an event does not serialise");
            }
        }
    }

    fn send(&mut self) -> Polled {
        if let (Some(idle), Some((after, _))) = (&mut self.idle, self.format.heartbeat()) {
            idle.as_mut().reset(Instant::now() + after);
        }
        Poll::Ready(Some(Ok(Frame::data(self.buffer.split().freeze()))))
    }

    fn poll_heartbeat(&mut self, task: &mut Context<'_>) -> Polled {
        let Some((after, text)) = self.format.heartbeat() else { return Poll::Pending };
        let idle = self.idle.get_or_insert_with(|| Box::pin(sleep(after)));
        std::task::ready!(idle.as_mut().poll(task));
        self.buffer.extend_from_slice(text);
        self.send()
    }

    fn end(&mut self, task: &mut Context<'_>) -> Polled {
        match std::mem::replace(&mut self.state, State::Closed) {
            // An error throws away what the connection holds, which it writes where nothing more is there.
            State::Breaking(why) => {
                self.state = State::Broken(why);
                task.waker().wake_by_ref();
                Poll::Pending
            }
            // What is left of the connection is closed without the chunk that ends a body.
            State::Broken(why) => Poll::Ready(Some(Err(io::Error::other(why)))),
            _ => Poll::Ready(None),
        }
    }
}

impl<S: Source, F: Format> HttpBody for EventBody<S, F> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(self: Pin<&mut Self>, task: &mut Context<'_>) -> Polled {
        let this = self.get_mut();
        while matches!(this.state, State::Open) && this.buffer.len() < CHUNK {
            match this.events.poll_event(task) {
                Poll::Ready(event) => this.write(event.as_ref()),
                Poll::Pending if this.buffer.is_empty() => return this.poll_heartbeat(task),
                Poll::Pending => break,
            }
        }
        if this.buffer.is_empty() { this.end(task) } else { this.send() }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.state, State::Closed)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}
