//! What is talked about over a connection.

use super::{
    CLOSE_EXPIRED,
    request::{Answer, Refusal, Request},
};
use crate::{Cut, Source, Wire, disconnect::Attended};
use axum::extract::ws::close_code;
use std::task::{Context, Poll, ready};

/// What is talked about over a connection.
pub(crate) trait Talk: Send + 'static {
    /// What is sent.
    type Event: Wire;

    /// What there is to say next; without `events`, no event.
    fn poll_said(&mut self, task: &mut Context<'_>, events: bool) -> Poll<Said<Self::Event>>;

    /// Does what a client asks for. `None` where that takes a while: the answer is then [said](Talk::poll_said).
    fn ask(&mut self, request: Request) -> Option<Answer>;

    /// How many answers are owed.
    fn owed(&self) -> usize;
}

/// What there is to say.
pub(crate) enum Said<E> {
    Event(E),
    /// To what has taken a while.
    #[cfg_attr(not(feature = "service"), expect(dead_code, reason = "one run is asked for nothing that takes a while"))]
    Answer(Answer),
    /// Nothing more, and why.
    Close(u16),
}

/// How a connection is closed whose events have ended.
pub(crate) fn close_of(cut: Option<Cut>) -> u16 {
    match cut {
        None => close_code::NORMAL,
        Some(Cut::Slow) => close_code::AGAIN,
        Some(Cut::Expired) => CLOSE_EXPIRED,
        Some(Cut::Shutdown) => close_code::RESTART,
        Some(Cut::Failed) => close_code::ERROR,
    }
}

/// One run, and nothing else.
impl<S: Source> Talk for Attended<S> {
    type Event = S::Item;

    fn poll_said(&mut self, task: &mut Context<'_>, events: bool) -> Poll<Said<S::Item>> {
        if !events {
            return Poll::Pending;
        }
        let event = ready!(self.poll_event(task));
        Poll::Ready(event.map_or_else(|| Said::Close(close_of(self.cut())), Said::Event))
    }

    fn ask(&mut self, request: Request) -> Option<Answer> {
        let result = match request.op.as_str() {
            "cancel" if self.cancel() => Ok(true.into()),
            "cancel" => Err(Refusal::new("ended", "the run does not go on here")),
            _ => Err(Refusal::unknown_op("`cancel` or `credit`")),
        };
        Some(Answer::new(request.id, result))
    }

    fn owed(&self) -> usize {
        0
    }
}
