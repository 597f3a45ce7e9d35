//! Publishes the events of units.

use super::{batch, connect::JetStream};
use crate::unit::{Claimed, Events, PublishError, Published, token};
use async_nats::{
    HeaderMap,
    jetstream::{
        consumer::{DeliverPolicy, pull::OrderedConfig},
        context::PublishErrorKind,
        stream::LastRawMessageErrorKind,
    },
};
use futures_util::StreamExt;
use runnable_store::{BoxFuture, EventRecord, StoreError, StoreErrorKind};
use std::{pin::Pin, time::Duration};

/// The room for the rest of a message with one event.
const OVERHEAD: usize = 1024;

/// The time in which a reader receives the next message that is known to exist.
const PATIENCE: Duration = Duration::from_secs(10);

/// The number of attempts to claim a run while another worker publishes its events.
const CLAIMS: usize = 20;

impl JetStream {
    /// Publishes a message after the message `last` of its subject.
    pub(super) async fn publish_after(&self, subject: String, body: Vec<u8>, last: u64) -> Result<u64, PublishError> {
        let mut headers = HeaderMap::new();
        headers.insert("Nats-Expected-Last-Subject-Sequence", last.to_string());
        let sent = match self.context.publish_with_headers(subject, headers, body.into()).await {
            Ok(sent) => sent.await,
            Err(error) => Err(error),
        };
        match sent {
            Ok(acknowledged) => Ok(acknowledged.sequence),
            Err(error) if error.kind() == PublishErrorKind::WrongLastSequence => Err(PublishError::Claimed),
            Err(error) => Err(PublishError::Failed(error.into())),
        }
    }

    async fn claim_run(&self, run: &str) -> Result<Claimed, StoreError> {
        let subject = self.events_subject(&token(run));
        for _ in 0..CLAIMS {
            let last = match self.stream.get_last_raw_message_by_subject(&subject).await {
                Ok(message) => message.sequence,
                Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => 0,
                Err(error) => return Err(unreadable(run).with_source(error)),
            };
            match self.publish_after(subject.clone(), batch::encode(&[])?, last).await {
                Ok(claim) => return Ok(Claimed { events: self.read_until(&subject, run, last).await?, last: claim }),
                // Another worker has published meanwhile; from now on it cannot.
                Err(PublishError::Claimed) => {}
                Err(PublishError::Failed(error)) => return Err(unreadable(run).with_source(error)),
            }
        }
        Err(unreadable(run))
    }

    /// Reads the events of a subject until the message `last`.
    async fn read_until(&self, subject: &str, run: &str, last: u64) -> Result<Vec<EventRecord>, StoreError> {
        let mut events = Vec::new();
        if last == 0 {
            return Ok(events);
        }
        let config = OrderedConfig {
            filter_subject: subject.to_owned(),
            deliver_policy: DeliverPolicy::All,
            ..OrderedConfig::default()
        };
        let consumer = self.stream.create_consumer(config).await.map_err(|error| unreadable(run).with_source(error))?;
        let mut messages = consumer.messages().await.map_err(|error| unreadable(run).with_source(error))?;
        loop {
            let next = tokio::time::timeout(PATIENCE, messages.next()).await.ok().flatten();
            let message = next.ok_or_else(|| unreadable(run))?.map_err(|error| unreadable(run).with_source(error))?;
            let sequence = message.info().map_err(|error| unreadable(run).with_source(error))?.stream_sequence;
            if sequence <= last {
                events.append(&mut batch::decode(&message.payload)?);
            }
            if sequence >= last {
                return Ok(events);
            }
        }
    }
}

fn unreadable(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Unreachable, format!("the events of the run `{run}` cannot be read or claimed"))
}

impl Events for JetStream {
    fn claim<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Claimed> {
        Box::pin(self.claim_run(run))
    }

    fn publish<'a>(
        &'a self,
        run: &'a str,
        events: &'a [EventRecord],
        last: u64,
    ) -> Pin<Box<dyn Future<Output = Result<Published, PublishError>> + Send + 'a>> {
        Box::pin(async move {
            let body = batch::encode(events).map_err(|error| PublishError::Failed(error.into()))?;
            self.publish_after(self.events_subject(&token(run)), body, last).await.map(Published)
        })
    }

    fn max_event(&self) -> usize {
        self.client.max_payload().saturating_sub(OVERHEAD)
    }
}
