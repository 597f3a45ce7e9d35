//! A connection, from its upgrade to its close.

use super::{
    CLOSE_EXPIRED, Options,
    request::{Answer, Request},
    talk::{Said, Talk},
};
use crate::Wire;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, close_code};
use bytes::{Bytes, BytesMut};
use futures_util::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use serde::Deserialize;
use std::{collections::VecDeque, future::poll_fn, task::Poll, time::Duration};
use tokio::time::{Instant, interval_at, sleep_until, timeout};

/// Events are sent together up to so many bytes.
const BATCH: usize = 8 * 1024;
/// So many answers wait, or are owed, before no more is read.
const ANSWERS: usize = 16;
/// How long the client may take to say goodbye.
const FAREWELL: Duration = Duration::from_secs(5);
/// A client that was asked so often, and sent nothing, has gone.
const SILENCE: u32 = 2;

/// Sends the events, and does what the client asks for.
pub(super) async fn serve<T: Talk>(socket: WebSocket, talk: T, options: Options) {
    let (sender, mut receiver) = socket.split();
    let mut session = Session {
        talk,
        sender,
        credit: options.credit,
        answers: VecDeque::new(),
        written: Vec::new(),
        buffer: BytesMut::new(),
        silent: 0,
        deadline: None,
        stalled: options.stalled,
    };
    let Some(code) = session.run(&mut receiver, options.ping).await else { return };
    let Session { talk, mut sender, .. } = session;
    // A run that nobody reads any more does not wait for the client's goodbye.
    drop(talk);
    close(&mut sender, &mut receiver, code, reason(code)).await;
}

/// Closes a connection at once.
#[cfg(feature = "service")]
pub(super) async fn refuse(socket: WebSocket, code: u16, reason: &'static str) {
    let (mut sender, mut receiver) = socket.split();
    close(&mut sender, &mut receiver, code, reason).await;
}

async fn close(
    sender: &mut SplitSink<WebSocket, Message>,
    receiver: &mut SplitStream<WebSocket>,
    code: u16,
    reason: &'static str,
) {
    let close = Message::Close(Some(CloseFrame { code, reason: reason.into() }));
    let farewell = async {
        if sender.send(close).await.is_ok() {
            while let Some(Ok(_)) = receiver.next().await {}
        }
    };
    // One that does not say goodbye is closed without.
    let _ = timeout(FAREWELL, farewell).await;
}

fn reason(code: u16) -> &'static str {
    match code {
        close_code::NORMAL => "",
        close_code::AGAIN => "slow consumer",
        close_code::RESTART => "the server stops",
        close_code::UNSUPPORTED => "expected text",
        close_code::PROTOCOL => "a message is invalid, or too large",
        CLOSE_EXPIRED => "expired cursor",
        _ => "the events cannot be sent",
    }
}

struct Session<T> {
    talk: T,
    sender: SplitSink<WebSocket, Message>,
    /// How many events may be sent.
    credit: Option<u64>,
    answers: VecDeque<Answer>,
    written: Vec<u8>,
    buffer: BytesMut,
    /// How often the client was asked since it sent something.
    silent: u32,
    /// When what was handed over must have been sent; `None` where all was.
    deadline: Option<Instant>,
    stalled: Duration,
}

impl<T: Talk> Session<T> {
    /// Goes on until the connection is to be closed with a code, or has gone.
    async fn run(&mut self, receiver: &mut SplitStream<WebSocket>, ping: Duration) -> Option<u16> {
        let mut ping = interval_at(Instant::now() + ping, ping);
        loop {
            let (waiting, deadline) = (self.deadline.is_some(), self.deadline.unwrap_or_else(Instant::now));
            let listens = self.answers.len() + self.talk.owed() < ANSWERS;
            tokio::select! {
                message = receiver.next(), if listens => match message? {
                    Ok(Message::Text(text)) => self.request(&text),
                    Ok(Message::Binary(_)) => return Some(close_code::UNSUPPORTED),
                    Ok(Message::Close(_)) => return None,
                    Ok(Message::Ping(_) | Message::Pong(_)) => self.silent = 0,
                    // Where the connection has gone, this cannot be said any more.
                    Err(_) => return Some(close_code::PROTOCOL),
                },
                flushed = self.sender.flush(), if waiting => {
                    flushed.ok()?;
                    self.deadline = None;
                }
                () = sleep_until(deadline), if waiting => return Some(close_code::AGAIN),
                _ = ping.tick(), if !waiting => {
                    if self.silent >= SILENCE {
                        return None;
                    }
                    // Who is not listened to cannot answer.
                    self.silent += u32::from(listens);
                    self.feed(Message::Ping(Bytes::new())).await?;
                }
                said = poll_fn(|task| self.talk.poll_said(task, self.credit != Some(0))), if !waiting => {
                    if let Err(code) = self.say(said).await? {
                        return Some(code);
                    }
                }
            }
            if self.deadline.is_none() {
                while let Some(answer) = self.answers.pop_front() {
                    self.feed(Message::Text(answer.text().into())).await?;
                }
            }
        }
    }

    fn request(&mut self, text: &str) {
        self.silent = 0;
        let answer = match Request::read(text) {
            Ok(request) if request.op == "credit" => Some(self.grant(request)),
            Ok(request) => self.talk.ask(request),
            Err(answer) => Some(answer),
        };
        self.answers.extend(answer);
    }

    /// Lets more events through.
    fn grant(&mut self, mut request: Request) -> Answer {
        #[derive(Deserialize)]
        struct Credit {
            n: u64,
        }
        let granted = request.arguments().map(|Credit { n }| {
            self.credit = Some(self.credit.unwrap_or(0).saturating_add(n));
            true.into()
        });
        Answer::new(request.id, granted)
    }

    /// Hands a message over to be sent.
    async fn feed(&mut self, message: Message) -> Option<()> {
        self.deadline.get_or_insert(Instant::now() + self.stalled);
        self.sender.feed(message).await.ok()
    }

    /// Hands over an event and those that are there already; or tells how to close. `None` where the connection has gone.
    async fn say(&mut self, first: Said<T::Event>) -> Option<Result<(), u16>> {
        let (mut next, mut sent) = (first, 0);
        loop {
            let event = match next {
                Said::Event(event) => event,
                Said::Answer(answer) => {
                    // It goes before what it announces.
                    self.answers.push_back(answer);
                    return Some(Ok(()));
                }
                Said::Close(code) => return Some(Err(code)),
            };
            let Some(text) = self.frame(&event) else { return Some(Err(close_code::ERROR)) };
            sent += text.len();
            self.feed(Message::Text(text)).await?;
            self.credit = self.credit.map(|credit| credit.saturating_sub(1));
            if sent >= BATCH || self.credit == Some(0) {
                return Some(Ok(()));
            }
            match poll_fn(|task| Poll::Ready(self.talk.poll_said(task, true))).await {
                Poll::Ready(said) => next = said,
                Poll::Pending => return Some(Ok(())),
            }
        }
    }

    /// An event as text, in the buffer that all of them use.
    fn frame(&mut self, event: &T::Event) -> Option<Utf8Bytes> {
        self.written.clear();
        if let Err(error) = event.write(&mut self.written) {
            tracing::error!(%error, kind = event.kind(), "an event does not serialise: the connection is closed");
            return None;
        }
        self.buffer.extend_from_slice(&self.written);
        Utf8Bytes::try_from(self.buffer.split().freeze()).ok()
    }
}
