//! Publishes the events of units.

use super::{batch, connect::JetStream, subject::RequestError};
use crate::unit::{Claimed, Events, PublishError, Published};
use async_nats::HeaderMap;
use runnable_store::{BoxFuture, EventRecord, StoreError, StoreErrorKind};
use std::pin::Pin;

/// The room for the rest of a message.
const OVERHEAD: usize = 1024;

impl JetStream {
    async fn claim_unit(&self, key: &str) -> Result<Claimed, RequestError> {
        let subject = self.events_subject(key);
        let body = batch::encode(&[])?.into();
        let claim = self.claim_subject(&self.stream, &subject, &body, |_| Some(HeaderMap::new())).await?;
        let (claim, _) = claim.unwrap_or_default();
        let mut events = Vec::new();
        self.read_until(&self.stream, &subject, claim.before, |message| {
            events.append(&mut batch::decode(&message.payload)?);
            Ok(())
        })
        .await?;
        Ok(Claimed { events, last: claim.number })
    }

    /// Reads the events of all units of a run that has ended.
    async fn read_run(&self, run: &str) -> Result<Vec<EventRecord>, RequestError> {
        // The unit of the run ends last.
        let last = self.last(&self.stream, &self.events_subject(run)).await?.map_or(0, |message| message.sequence);
        let mut events = Vec::new();
        self.read_until(&self.stream, &self.run_subjects(run), last, |message| {
            if has_events(&message.subject) {
                events.append(&mut batch::decode(&message.payload)?);
            }
            Ok(())
        })
        .await?;
        Ok(events)
    }

    async fn keep_text(&self, run: &str, text: &[u8]) -> Result<Vec<u64>, RequestError> {
        let mut messages = Vec::new();
        for chunk in text.chunks(self.max_body().max(1)) {
            let sent = self.context.publish(self.kept_subject(run), chunk.to_vec().into()).await?;
            messages.push(sent.await?.sequence);
        }
        Ok(messages)
    }

    async fn read_kept(&self, messages: &[u64]) -> Result<Vec<u8>, RequestError> {
        let mut text = Vec::new();
        for number in messages {
            text.extend_from_slice(&self.stream.get_raw_message(*number).await?.payload);
        }
        Ok(text)
    }

    /// Returns the size that the body of a message may have, in bytes.
    pub(crate) fn max_body(&self) -> usize {
        self.client.max_payload().saturating_sub(OVERHEAD)
    }
}

/// Returns whether a subject has events, and not the order of a run, or something of its engine.
pub(super) fn has_events(subject: &str) -> bool {
    subject.ends_with(".events") || subject.contains(".items.")
}

fn unreachable(message: String, source: RequestError) -> StoreError {
    StoreError::new(StoreErrorKind::Unreachable, message).with_source(source)
}

impl Events for JetStream {
    fn claim<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Claimed> {
        let message = format!("the events of the unit `{key}` cannot be read or claimed");
        Box::pin(async move { self.claim_unit(key).await.map_err(|error| unreachable(message, error)) })
    }

    fn all<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<EventRecord>> {
        let message = format!("the events of the run `{run}` cannot be read");
        Box::pin(async move { self.read_run(run).await.map_err(|error| unreachable(message, error)) })
    }

    fn keep<'a>(&'a self, run: &'a str, text: &'a [u8]) -> BoxFuture<'a, Vec<u64>> {
        let message = format!("the records of the run `{run}` cannot be sent to its items");
        Box::pin(async move { self.keep_text(run, text).await.map_err(|error| unreachable(message, error)) })
    }

    fn kept<'a>(&'a self, messages: &'a [u64]) -> BoxFuture<'a, Vec<u8>> {
        let message = "the records before an item cannot be read".to_owned();
        Box::pin(async move { self.read_kept(messages).await.map_err(|error| unreachable(message, error)) })
    }

    fn publish<'a>(
        &'a self,
        key: &'a str,
        events: &'a [EventRecord],
        last: u64,
    ) -> Pin<Box<dyn Future<Output = Result<Published, PublishError>> + Send + 'a>> {
        Box::pin(async move {
            let body = batch::encode(events).map_err(|error| PublishError::Failed(error.into()))?;
            let subject = self.events_subject(key);
            self.append(&self.stream, &subject, &HeaderMap::new(), body.into(), last).await.map(Published)
        })
    }

    fn max_event(&self) -> usize {
        self.max_body()
    }
}
