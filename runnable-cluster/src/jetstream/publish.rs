//! Publishes the events of units.

use super::{batch, connect::JetStream, subject::RequestError};
use crate::unit::{Claimed, Events, PublishError, Published, token};
use async_nats::HeaderMap;
use runnable_store::{BoxFuture, EventRecord, StoreError, StoreErrorKind};
use std::pin::Pin;

/// The room for the rest of a message.
const OVERHEAD: usize = 1024;

impl JetStream {
    async fn claim_run(&self, run: &str) -> Result<Claimed, RequestError> {
        let subject = self.events_subject(&token(run));
        let claim = self.claim_subject(&self.stream, &subject, &batch::encode(&[])?.into()).await?;
        let mut events = Vec::new();
        self.read_until(&self.stream, &subject, claim.before, |message| {
            events.append(&mut batch::decode(&message.payload)?);
            Ok(())
        })
        .await?;
        Ok(Claimed { events, last: claim.number })
    }

    /// Returns the size that the body of a message may have, in bytes.
    pub(crate) fn max_body(&self) -> usize {
        self.client.max_payload().saturating_sub(OVERHEAD)
    }
}

impl Events for JetStream {
    fn claim<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Claimed> {
        Box::pin(async move {
            self.claim_run(run).await.map_err(|error| {
                let message = format!("the events of the run `{run}` cannot be read or claimed");
                StoreError::new(StoreErrorKind::Unreachable, message).with_source(error)
            })
        })
    }

    fn publish<'a>(
        &'a self,
        run: &'a str,
        events: &'a [EventRecord],
        last: u64,
    ) -> Pin<Box<dyn Future<Output = Result<Published, PublishError>> + Send + 'a>> {
        Box::pin(async move {
            let body = batch::encode(events).map_err(|error| PublishError::Failed(error.into()))?;
            let subject = self.events_subject(&token(run));
            self.append(&self.stream, &subject, &HeaderMap::new(), body.into(), last).await.map(Published)
        })
    }

    fn max_event(&self) -> usize {
        self.max_body()
    }
}
