//! A connection, from its upgrade to its close.

use super::{
    protocol::{CLOSE_EXPIRED, ClientRequest, Reply},
    session::{Message, Session},
};
use crate::responses::{encode::EncodeEvent, masked::Masked};
use axum::extract::ws::{self, CloseFrame, Utf8Bytes, WebSocket, close_code};
use bytes::{Bytes, BytesMut};
use futures_util::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use serde::Deserialize;
use std::{collections::VecDeque, future::poll_fn, task::Poll, time::Duration};
use tokio::time::{Instant, interval_at, sleep_until, timeout};

/// The size up to which events are sent together, in bytes.
const BATCH: usize = 8 * 1024;
/// The number of replies, waiting or still to come, from which nothing more is read from the client.
const REPLIES: usize = 16;
/// The size of a request from which no other request is read before it is answered, in bytes.
const LARGE: usize = 16 * 1024;
/// The time for which a handshake of close frames may take.
const CLOSING: Duration = Duration::from_secs(5);
/// The number of unanswered pings after which the client is considered gone.
const MISSED_PINGS: u32 = 2;

/// The options of a connection.
#[derive(Debug, Clone, Copy)]
pub(super) struct ConnectionOptions {
    /// The number of events that may be sent before the client grants more; `None` for no limit.
    pub(super) credit: Option<u64>,
    /// The time between pings.
    pub(super) ping: Duration,
    /// The time within which the client must read what was sent.
    pub(super) stalled: Duration,
    /// The size of a client's message, in bytes.
    pub(super) message: usize,
}

/// Sends the messages of a session and hands it the client's requests, until the connection closes.
pub(super) async fn serve<S: Session>(socket: WebSocket, session: S, options: ConnectionOptions) {
    let (sender, mut receiver) = socket.split();
    let mut connection = Connection {
        session,
        sender,
        credit: options.credit,
        replies: VecDeque::new(),
        written: Vec::new(),
        buffer: BytesMut::new(),
        missed_pings: 0,
        large: false,
        pong_unsent: false,
        deadline: None,
        stalled: options.stalled,
    };
    let end = connection.run(&mut receiver, options.ping).await;
    let Connection { session, mut sender, .. } = connection;
    // Nobody reads the run any more: it does not wait for the handshake.
    drop(session);
    match end {
        Some(End::Close(code)) => close(&mut sender, &mut receiver, code, reason(code)).await,
        Some(End::Closed) => answer_close(&mut receiver).await,
        None => {}
    }
}

/// The end of a connection that is not broken.
enum End {
    /// The server closes the connection with this code.
    Close(u16),
    /// The client has sent its close frame.
    Closed,
}

/// Closes a connection without serving it.
#[cfg(feature = "service")]
pub(super) async fn refuse(socket: WebSocket, code: u16, reason: &'static str) {
    let (mut sender, mut receiver) = socket.split();
    close(&mut sender, &mut receiver, code, reason).await;
}

async fn close(
    sender: &mut SplitSink<WebSocket, ws::Message>,
    receiver: &mut SplitStream<WebSocket>,
    code: u16,
    reason: &'static str,
) {
    let frame = ws::Message::Close(Some(CloseFrame { code, reason: reason.into() }));
    let handshake = async {
        if sender.send(frame).await.is_ok() {
            while let Some(Ok(_)) = receiver.next().await {}
        }
    };
    // If the client does not answer, the connection is dropped.
    let _ = timeout(CLOSING, handshake).await;
}

/// Sends the answer to the client's close frame, which the protocol has prepared: reading sends it first.
async fn answer_close(receiver: &mut SplitStream<WebSocket>) {
    let _ = timeout(CLOSING, async { while let Some(Ok(_)) = receiver.next().await {} }).await;
}

fn reason(code: u16) -> &'static str {
    match code {
        close_code::NORMAL => "",
        close_code::AGAIN => "slow consumer",
        close_code::RESTART => "the server is shutting down",
        close_code::UNSUPPORTED => "expected text",
        close_code::PROTOCOL => "a message is invalid or too large",
        CLOSE_EXPIRED => "expired cursor",
        _ => "the events cannot be sent",
    }
}

struct Connection<S> {
    session: S,
    sender: SplitSink<WebSocket, ws::Message>,
    /// The number of events that may still be sent.
    credit: Option<u64>,
    replies: VecDeque<Reply>,
    written: Vec<u8>,
    buffer: BytesMut,
    /// The number of pings since the client last sent something.
    missed_pings: u32,
    /// `true` if the last request was large.
    large: bool,
    /// `true` if the answer to a ping waits to be sent. Nothing more is read then: every ping adds an answer to the buffer.
    pong_unsent: bool,
    /// The time by which the frames that were handed over must be sent; `None` if all of them were.
    deadline: Option<Instant>,
    stalled: Duration,
}

impl<S: Session> Connection<S> {
    /// Serves until the connection ends. Returns `None` if the client has gone.
    async fn run(&mut self, receiver: &mut SplitStream<WebSocket>, ping: Duration) -> Option<End> {
        let mut ping = interval_at(Instant::now() + ping, ping);
        loop {
            let (flushing, deadline) = (self.deadline.is_some(), self.deadline.unwrap_or_else(Instant::now));
            let reading = self.reads();
            tokio::select! {
                message = receiver.next(), if reading => match message? {
                    Ok(ws::Message::Text(text)) => self.request(&text),
                    Ok(ws::Message::Binary(_)) => return Some(End::Close(close_code::UNSUPPORTED)),
                    Ok(ws::Message::Close(_)) => return Some(End::Closed),
                    Ok(ws::Message::Ping(_)) => self.ping(),
                    Ok(ws::Message::Pong(_)) => self.missed_pings = 0,
                    // If the connection is broken, the close frame is not sent either.
                    Err(_) => return Some(End::Close(close_code::PROTOCOL)),
                },
                flushed = self.sender.flush(), if flushing => {
                    flushed.ok()?;
                    self.deadline = None;
                    self.pong_unsent = false;
                }
                () = sleep_until(deadline), if flushing => return Some(End::Close(close_code::AGAIN)),
                _ = ping.tick(), if !flushing => {
                    if self.missed_pings >= MISSED_PINGS {
                        return None;
                    }
                    // Answers are not seen while nothing is read.
                    self.missed_pings += u32::from(reading);
                    self.feed(ws::Message::Ping(Bytes::new())).await?;
                }
                message = poll_fn(|task| self.session.poll_message(task, self.credit != Some(0))), if !flushing => {
                    if let Err(code) = self.send(message).await? {
                        return Some(End::Close(code));
                    }
                }
            }
            if self.deadline.is_none() {
                while let Some(reply) = self.replies.pop_front() {
                    let text = reply.text(self.session.redact_errors());
                    self.feed(ws::Message::Text(text.into())).await?;
                }
            }
        }
    }

    /// Returns `true` if more may be read from the client: what it makes the server keep is bounded.
    fn reads(&self) -> bool {
        let unanswered = self.replies.len() + self.session.pending_replies();
        !self.pong_unsent && unanswered < if self.large { 1 } else { REPLIES }
    }

    /// Handles a ping, whose answer the protocol has prepared.
    fn ping(&mut self) {
        self.missed_pings = 0;
        self.pong_unsent = true;
        self.deadline.get_or_insert(Instant::now() + self.stalled);
    }

    fn request(&mut self, text: &str) {
        self.missed_pings = 0;
        self.large = text.len() > LARGE;
        let reply = match ClientRequest::parse(text) {
            Ok(request) if request.op == "credit" => Some(self.grant(request)),
            Ok(request) => self.session.handle(request),
            Err(reply) => Some(reply),
        };
        self.replies.extend(reply);
    }

    /// Adds to the events that may be sent.
    fn grant(&mut self, mut request: ClientRequest) -> Reply {
        #[derive(Deserialize)]
        struct Credit {
            n: u64,
        }
        let granted = request.arguments().map(|Credit { n }| {
            self.credit = Some(self.credit.unwrap_or(0).saturating_add(n));
            true.into()
        });
        Reply::new(request.id, granted)
    }

    /// Hands over a frame to be sent.
    async fn feed(&mut self, frame: ws::Message) -> Option<()> {
        self.deadline.get_or_insert(Instant::now() + self.stalled);
        self.sender.feed(frame).await.ok()
    }

    /// Hands over a message and the events that are available after it. Returns a close code as an error, and `None` if the
    /// client has gone.
    async fn send(&mut self, first: Message<S::Event>) -> Option<Result<(), u16>> {
        let (mut next, mut sent) = (first, 0);
        loop {
            let event = match next {
                Message::Event(event) => event,
                Message::Reply(reply) => {
                    // The reply is sent before the events that it announces.
                    self.replies.push_back(reply);
                    return Some(Ok(()));
                }
                Message::Close(code) => return Some(Err(code)),
            };
            match self.frame(event) {
                Ok(Some(text)) => {
                    sent += text.len();
                    self.feed(ws::Message::Text(text)).await?;
                    self.credit = self.credit.map(|credit| credit.saturating_sub(1));
                }
                Ok(None) => {}
                Err(code) => return Some(Err(code)),
            }
            if sent >= BATCH || self.credit == Some(0) {
                return Some(Ok(()));
            }
            match poll_fn(|task| Poll::Ready(self.session.poll_message(task, true))).await {
                Poll::Ready(message) => next = message,
                Poll::Pending => return Some(Ok(())),
            }
        }
    }

    /// Writes an event into the buffer that all frames share. If the event does not serialize, returns `None` if the events
    /// that close its run follow, or a close code.
    fn frame(&mut self, event: S::Event) -> Result<Option<Utf8Bytes>, u16> {
        self.written.clear();
        let event = Masked::new(event, self.session.redact());
        if let Err(error) = event.write_json(&mut self.written) {
            let event = event.into_inner();
            return if self.session.refuse(&event, &error) { Ok(None) } else { Err(close_code::ERROR) };
        }
        let text = if self.written.len() > BATCH {
            // A large event is not kept twice.
            Bytes::from(std::mem::take(&mut self.written))
        } else {
            self.buffer.extend_from_slice(&self.written);
            self.buffer.split().freeze()
        };
        Utf8Bytes::try_from(text).map(Some).map_err(|_| close_code::ERROR)
    }
}
