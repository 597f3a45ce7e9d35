//! The server's side of a connection, apart from the socket.

use super::protocol::{CLOSE_EXPIRED, ClientRequest, Reply, RequestError};
use crate::responses::{
    disconnect::Disconnecting,
    encode::EncodeEvent,
    run_stream::{EndReason, RunStream},
};
use axum::extract::ws::close_code;
use runnable_core::hooks::Redact;
use std::task::{Context, Poll, ready};

/// The server's side of a connection: produces messages, and handles the requests of the client.
pub(crate) trait Session: Send + 'static {
    /// The events that are sent.
    type Event: EncodeEvent;

    /// Returns the next message. Events are returned only if `with_events` is true.
    fn poll_message(&mut self, task: &mut Context<'_>, with_events: bool) -> Poll<Message<Self::Event>>;

    /// Handles a request. Returns its reply, or `None` if the reply is a later [message](Session::poll_message).
    fn handle(&mut self, request: ClientRequest) -> Option<Reply>;

    /// Fails the step that sent an event which does not serialize. Returns `false` if that is not possible.
    fn refuse(&mut self, event: &Self::Event, error: &serde_json::Error) -> bool {
        let _ = (event, error);
        false
    }

    /// Returns the number of replies that are still to come.
    fn pending_replies(&self) -> usize;

    /// Returns the means to remove secrets from the events.
    fn redact(&self) -> Option<&dyn Redact> {
        None
    }

    /// Returns the means to remove secrets from errors, which may repeat what the client sent.
    fn redact_errors(&self) -> Option<&dyn Redact> {
        self.redact()
    }
}

/// A message to the client.
pub(crate) enum Message<E> {
    Event(E),
    /// The reply to a request that took a while.
    #[cfg_attr(not(feature = "service"), expect(dead_code, reason = "requests about a single run are handled at once"))]
    Reply(Reply),
    /// The last message: closes the connection with this code.
    Close(u16),
}

/// Returns the close code of a connection whose events have ended.
pub(crate) fn close_code_of(reason: Option<EndReason>) -> u16 {
    match reason {
        None => close_code::NORMAL,
        Some(EndReason::Slow) => close_code::AGAIN,
        Some(EndReason::Expired) => CLOSE_EXPIRED,
        Some(EndReason::Shutdown) => close_code::RESTART,
        Some(EndReason::Failed) => close_code::ERROR,
    }
}

/// A single run.
impl<S: RunStream> Session for Disconnecting<S> {
    type Event = S::Item;

    fn poll_message(&mut self, task: &mut Context<'_>, with_events: bool) -> Poll<Message<S::Item>> {
        if !with_events {
            return Poll::Pending;
        }
        let event = ready!(self.poll_event(task));
        Poll::Ready(event.map_or_else(|| Message::Close(close_code_of(self.end_reason())), Message::Event))
    }

    fn handle(&mut self, request: ClientRequest) -> Option<Reply> {
        let result = match request.op.as_str() {
            "cancel" if self.cancel() => Ok(true.into()),
            "cancel" => Err(RequestError::new("ended", "the run has ended or is running elsewhere")),
            _ => Err(RequestError::unknown_op("`cancel` or `credit`")),
        };
        Some(Reply::new(request.id, result))
    }

    fn refuse(&mut self, event: &S::Item, error: &serde_json::Error) -> bool {
        Disconnecting::refuse(self, event, error)
    }

    fn pending_replies(&self) -> usize {
        0
    }

    fn redact(&self) -> Option<&dyn Redact> {
        Disconnecting::redact(self)
    }
}
