//! Subjects with one writer at a time: each message expects the number of the last.

use super::connect::{JetStream, denied, unless_refused};
use crate::{error::ClusterError, unit::PublishError};
use async_nats::{
    HeaderMap,
    error::Error as NatsError,
    jetstream::{
        self, ErrorCode,
        consumer::{
            DeliverPolicy,
            pull::{Ordered, OrderedConfig},
        },
        context::PublishErrorKind,
        message::StreamMessage,
        stream::{LastRawMessageErrorKind, Stream},
    },
};
use bytes::Bytes;
use futures_util::StreamExt;
use std::{error::Error as StdError, future::Future, time::Duration};

/// The error of a request to the servers.
pub(crate) type RequestError = Box<dyn StdError + Send + Sync>;

/// The number of messages that a slow reader keeps in memory, each of which may have some hundred kilobytes.
const MAX_BATCH: i64 = 8;

/// The header with the number of the message that a message follows.
const EXPECTED: &str = "Nats-Expected-Last-Subject-Sequence";

/// The time in which a reader receives the next message that is known to exist.
const PATIENCE: Duration = Duration::from_secs(10);

/// The number of attempts to take a subject over while its writer publishes.
const CLAIMS: usize = 20;

/// The pauses between attempts to publish a message.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const MAX_PAUSE: Duration = Duration::from_secs(2);

/// The numbers of a message that took a subject over from its writer, and of the message before, or 0.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Claim {
    pub(crate) before: u64,
    pub(crate) number: u64,
}

impl JetStream {
    /// Returns the last message of a subject.
    pub(crate) async fn last(&self, stream: &Stream, subject: &str) -> Result<Option<StreamMessage>, RequestError> {
        loop {
            match self.unless_reconnected(stream.get_last_raw_message_by_subject(subject)).await {
                Some(Ok(message)) => return Ok(Some(message)),
                Some(Err(error)) if error.kind() == LastRawMessageErrorKind::NoMessageFound => return Ok(None),
                Some(Err(error)) => return Err(error.into()),
                None => {}
            }
        }
    }

    /// Waits for an answer. Returns `None` if the connection is opened again before: the request or its answer may be lost.
    async fn unless_reconnected<T>(&self, answer: impl Future<Output = T>) -> Option<T> {
        let mut reconnected = self.reconnected.clone();
        reconnected.mark_unchanged();
        tokio::select! {
            answer = answer => Some(answer),
            Ok(()) = reconnected.changed() => None,
        }
    }

    /// Publishes a message after the message `last` of its subject. If no server answers, the message may be published or not.
    pub(crate) async fn publish_after(
        &self,
        subject: &str,
        mut headers: HeaderMap,
        body: Bytes,
        last: u64,
    ) -> Result<u64, PublishError> {
        headers.insert(EXPECTED, last.to_string());
        let published = async { self.context.publish_with_headers(subject.to_owned(), headers, body).await?.await };
        let published = unless_refused(&self.refused, subject, self.unless_reconnected(published)).await;
        match published.map_err(|refusal| PublishError::Failed(Box::new(denied(&refusal))))? {
            Some(Ok(acknowledged)) => Ok(acknowledged.sequence),
            Some(Err(error)) if is_conflict(&error) => Err(PublishError::Claimed),
            Some(Err(error)) => Err(PublishError::Failed(error.into())),
            None => Err(PublishError::Failed("the connection was lost".into())),
        }
    }

    /// Publishes a message after the message `last` of its subject, and repeats that until a server answers.
    pub(crate) async fn append(
        &self,
        stream: &Stream,
        subject: &str,
        headers: &HeaderMap,
        body: Bytes,
        last: u64,
    ) -> Result<u64, PublishError> {
        let (mut pause, mut is_repeated) = (FIRST_PAUSE, false);
        loop {
            match self.publish_after(subject, headers.clone(), body.clone(), last).await {
                // An earlier attempt, whose answer was lost, may have published the message.
                Err(PublishError::Claimed) if is_repeated => match self.last(stream, subject).await {
                    Ok(Some(message)) if message.sequence > last => {
                        return if is_same(&message, &body, last) {
                            Ok(message.sequence)
                        } else {
                            Err(PublishError::Claimed)
                        };
                    }
                    // The earlier attempt is not decided yet.
                    Ok(Some(message)) if message.sequence == last => {}
                    Ok(_) => return Err(PublishError::Claimed),
                    Err(error) => tracing::warn!(error, subject, "the last message cannot be read"),
                },
                Err(PublishError::Failed(error)) if !is_final(&error) => {
                    tracing::warn!(error, subject, "a message is not acknowledged and is sent again in {pause:?}");
                }
                result => return result,
            }
            is_repeated = true;
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(MAX_PAUSE);
        }
    }

    /// Takes a subject over: from then on its writer is refused. Returns `None` if `headers` makes none from those of the last
    /// message, and otherwise also these.
    pub(crate) async fn claim_subject(
        &self,
        stream: &Stream,
        subject: &str,
        body: &Bytes,
        headers: impl Fn(Option<&HeaderMap>) -> Option<HeaderMap>,
    ) -> Result<Option<(Claim, HeaderMap)>, RequestError> {
        for attempt in 0..CLAIMS {
            // Nearly always, nothing is there.
            let last = if attempt == 0 { None } else { self.last(stream, subject).await? };
            let Some(headers) = headers(last.as_ref().map(|message| &message.headers)) else { return Ok(None) };
            let before = last.map_or(0, |message| message.sequence);
            match self.publish_after(subject, headers.clone(), body.clone(), before).await {
                Ok(number) => return Ok(Some((Claim { before, number }, headers))),
                // The writer has published meanwhile; from now on it cannot.
                Err(PublishError::Claimed) => {}
                Err(PublishError::Failed(error)) => return Err(error),
            }
        }
        Err("other workers publish at the same time".into())
    }

    /// Reads the messages of a subject until the message `last`.
    pub(crate) async fn read_until(
        &self,
        stream: &Stream,
        subject: &str,
        last: u64,
        mut each: impl FnMut(&jetstream::Message) -> Result<(), RequestError>,
    ) -> Result<(), RequestError> {
        if last == 0 {
            return Ok(());
        }
        let mut messages = Self::messages(stream, subject, 0).await?;
        loop {
            let next = tokio::time::timeout(PATIENCE, messages.next()).await.ok().flatten();
            let message = next.ok_or("the servers do not send a message that they have")??;
            let sequence = message.info()?.stream_sequence;
            if sequence <= last {
                each(&message)?;
            }
            if sequence >= last {
                return Ok(());
            }
        }
    }

    /// Opens a reader of a subject that begins with the message `from`.
    pub(crate) async fn messages(stream: &Stream, subject: &str, from: u64) -> Result<Ordered, RequestError> {
        let deliver_policy = match from {
            0 => DeliverPolicy::All,
            start_sequence => DeliverPolicy::ByStartSequence { start_sequence },
        };
        let config = OrderedConfig {
            filter_subject: subject.to_owned(),
            deliver_policy,
            max_batch: MAX_BATCH,
            ..OrderedConfig::default()
        };
        Ok(stream.create_consumer(config).await?.messages().await?)
    }
}

fn is_same(message: &StreamMessage, body: &Bytes, last: u64) -> bool {
    let expected = message.headers.get(EXPECTED).and_then(|number| number.as_str().parse().ok());
    message.payload == *body && expected == Some(last)
}

/// Returns whether the subject has another last message. A cluster has a second code for that, while a message is not decided.
fn is_conflict(error: &NatsError<PublishErrorKind>) -> bool {
    error.kind() == PublishErrorKind::WrongLastSequence
        || StdError::source(error)
            .and_then(|source| source.downcast_ref::<jetstream::Error>())
            .is_some_and(|error| error.error_code() == ErrorCode::STREAM_WRONG_LAST_SEQUENCE_CONSTANT)
}

/// Returns whether the servers will never accept the message.
fn is_final(error: &RequestError) -> bool {
    let error_of = error.downcast_ref::<NatsError<PublishErrorKind>>();
    error_of.is_some_and(|error| error.kind() == PublishErrorKind::MaxPayloadExceeded) || error.is::<ClusterError>()
}
