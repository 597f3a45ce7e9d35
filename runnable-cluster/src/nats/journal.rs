//! The journal of a unit: a subject whose only writer is the worker that has the unit.

use super::{nats::Nats, values};
use crate::{
    jetstream::{JetStream, RequestError},
    unit::{Part, PublishError},
};
use async_nats::jetstream::stream::Stream;
use bytes::Bytes;
use runnable_store::StoreError;

/// The journal of a unit, which this worker has taken over from the worker before.
pub(super) struct Journal {
    jetstream: JetStream,
    stream: Stream,
    subject: String,
    /// The number of the last message of the worker before, or 0.
    before: u64,
    /// The number of the last message.
    last: u64,
}

impl Journal {
    /// Takes a journal over: from then on another worker is refused.
    pub(super) async fn claim(nats: &Nats, token: &str) -> Result<Self, RequestError> {
        let (jetstream, stream) = (nats.events().clone(), nats.journal().clone());
        let subject = nats.journal_subject(token);
        let claim = jetstream.claim_subject(&stream, &subject, &Bytes::new()).await?;
        Ok(Self { jetstream, stream, subject, before: claim.before, last: claim.number })
    }

    /// Reads the parts of the workers before.
    pub(super) async fn parts(&self) -> Result<Vec<Part>, RequestError> {
        let values = values::read(&self.jetstream, &self.stream, &self.subject, self.before).await?;
        // The message of a claim is empty.
        let parts = values.iter().filter(|value| !value.is_empty()).map(|value| Part::decode(value));
        Ok(parts.collect::<Result<_, StoreError>>()?)
    }

    /// Appends a part. Waits for servers that cannot be reached.
    pub(super) async fn append(&mut self, part: &Bytes) -> Result<(), PublishError> {
        self.last = values::append(&self.jetstream, &self.stream, &self.subject, part, self.last).await?;
        Ok(())
    }

    /// Deletes the journal.
    pub(super) async fn delete(self) -> Result<(), RequestError> {
        self.stream.purge().filter(self.subject).await?;
        Ok(())
    }
}
