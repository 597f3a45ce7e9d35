//! The journal of a unit: a subject whose only writer is the worker that has the unit.

use super::{nats::Nats, values};
use crate::{
    jetstream::RequestError,
    unit::{Part, PublishError},
};
use async_nats::HeaderMap;
use bytes::Bytes;
use runnable_store::StoreError;

/// The number of the delivery by which the writer of a message has its run.
const DELIVERY: &str = "Runnable-Delivery";

/// The journal of a unit, which this worker has taken over from the worker before.
pub(super) struct Journal {
    nats: Nats,
    subject: String,
    /// The headers of each message.
    headers: HeaderMap,
    /// The number of the last message of the worker before, or 0.
    before: u64,
    /// The number of the last message.
    last: u64,
}

impl Journal {
    /// Takes a journal over: from then on another worker is refused. Returns `None` if another worker has a later delivery: this
    /// worker was frozen while it received its own. Without a delivery, a journal is taken over from any worker.
    pub(super) async fn claim(nats: &Nats, token: &str, delivery: Option<u64>) -> Result<Option<Self>, RequestError> {
        let subject = nats.journal_subject(token);
        let headers = |last: Option<&HeaderMap>| {
            let last = last.map_or(0, delivery_of);
            let delivery = delivery.unwrap_or(last);
            let mut headers = HeaderMap::new();
            headers.insert(DELIVERY, delivery.to_string());
            (last <= delivery).then_some(headers)
        };
        let claim = nats.events().claim_subject(nats.journal(), &subject, &Bytes::new(), headers).await?;
        Ok(claim.map(|(claim, headers)| Self {
            nats: nats.clone(),
            subject,
            headers,
            before: claim.before,
            last: claim.number,
        }))
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
        self.last =
            values::append(self.nats.events(), self.nats.journal(), &self.subject, &self.headers, part, self.last)
                .await?;
        Ok(())
    }

    /// Deletes the journal.
    pub(super) async fn delete(self) -> Result<(), RequestError> {
        self.nats.journal().purge().filter(self.subject).await?;
        Ok(())
    }
}

fn delivery_of(headers: &HeaderMap) -> u64 {
    headers.get(DELIVERY).and_then(|number| number.as_str().parse().ok()).unwrap_or(0)
}
