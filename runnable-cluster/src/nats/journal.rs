//! The journal of a unit: a subject whose only writer is the worker that has the unit.

use super::{nats::Nats, values};
use crate::{
    jetstream::RequestError,
    unit::{Part, PublishError},
};
use bytes::Bytes;
use runnable_store::StoreError;

/// The journal of a unit, which this worker has taken over from the worker before.
pub(super) struct Journal {
    nats: Nats,
    subject: String,
    /// The number of the last message of the worker before, or 0.
    before: u64,
    /// The number of the last message.
    last: u64,
}

impl Journal {
    /// Takes a journal over: from then on another worker is refused.
    pub(super) async fn claim(nats: &Nats, token: &str) -> Result<Self, RequestError> {
        let subject = nats.journal_subject(token);
        let claim = nats.events().claim_subject(nats.journal(), &subject, &Bytes::new()).await?;
        Ok(Self { nats: nats.clone(), subject, before: claim.before, last: claim.number })
    }

    /// Reads the parts of the workers before.
    pub(super) async fn parts(&self) -> Result<Vec<Part>, RequestError> {
        let values = values::read(self.nats.events(), self.nats.journal(), &self.subject, self.before).await?;
        // The message of a claim is empty.
        let parts = values.iter().filter(|value| !value.is_empty()).map(|value| Part::decode(value));
        Ok(parts.collect::<Result<_, StoreError>>()?)
    }

    /// Appends a part. Waits for servers that cannot be reached.
    pub(super) async fn append(&mut self, part: &Bytes) -> Result<(), PublishError> {
        self.last = values::append(self.nats.events(), self.nats.journal(), &self.subject, part, self.last).await?;
        Ok(())
    }

    /// Deletes the journal.
    pub(super) async fn delete(self) -> Result<(), RequestError> {
        self.nats.journal().purge().filter(self.subject).await?;
        Ok(())
    }
}
