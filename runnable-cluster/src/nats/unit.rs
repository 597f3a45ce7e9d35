//! A unit on this worker.

use super::{journal::Journal, nats::Nats};
use crate::{
    host::Units,
    jetstream::RequestError,
    unit::{Interrupted, Part, PublishError, Unit},
};
use async_nats::jetstream::{
    AckKind,
    message::{Acker, StreamMessage},
};
use std::{sync::Arc, time::Duration};
use tokio_util::{sync::CancellationToken, task::AbortOnDropHandle};

/// The pauses before a unit begins again.
const FIRST_PAUSE: Duration = Duration::from_millis(50);
const MAX_PAUSE: Duration = Duration::from_secs(5);

/// The hold of a worker on a run in the queue.
pub(super) enum Hold {
    /// A delivery by the queue, whose lease is renewed.
    Delivery(Box<Delivery>),
    /// A message that the worker took by itself, because its run is to be cancelled.
    Taken(Box<StreamMessage>),
}

/// A delivery by the queue.
pub(super) struct Delivery {
    acker: Acker,
    /// The number of this delivery, from 1.
    number: u64,
    /// Renews the lease.
    lease: AbortOnDropHandle<()>,
}

impl Hold {
    /// Holds a delivery until it is dropped.
    pub(super) fn delivery(nats: &Nats, message: &async_nats::jetstream::Message) -> Self {
        let acker = || Acker::new(message.context.clone(), message.reply.clone());
        let number = message.info().map_or(1, |info| info.delivered.unsigned_abs());
        let (renewing, pause) = (acker(), nats.lease() / 3);
        let lease = tokio::spawn(async move {
            loop {
                tokio::time::sleep(pause).await;
                // A lost connection is opened again, within the lease or too late.
                drop(renewing.ack_with(AckKind::Progress).await);
            }
        });
        Self::Delivery(Box::new(Delivery { acker: acker(), number, lease: AbortOnDropHandle::new(lease) }))
    }

    fn delivery_number(&self) -> Option<u64> {
        match self {
            Self::Delivery(delivery) => Some(delivery.number),
            Self::Taken(_) => None,
        }
    }

    /// Removes the run from the queue. If that fails, the queue delivers it again, and the end that is recorded removes it.
    async fn end(self, nats: &Nats) {
        let removed = match self {
            Self::Delivery(delivery) => delivery.acker.double_ack().await,
            Self::Taken(message) => {
                // Deleting it by its number would also overwrite it on disk, which takes the servers milliseconds.
                let message = nats.work().purge().filter(message.subject.as_str()).sequence(message.sequence + 1);
                message.await.map(drop).map_err(Into::into)
            }
        };
        if let Err(error) = removed {
            tracing::debug!(error, "a run that has ended stays in the queue for the moment");
        }
    }

    /// Returns the run to the queue, which delivers it again after a pause that grows.
    pub(super) async fn release(self, is_failure: bool) {
        let Self::Delivery(delivery) = self else { return };
        let Delivery { acker, number, lease } = *delivery;
        drop(lease);
        let pause = is_failure.then(|| FIRST_PAUSE.saturating_mul(1 << number.min(10)).min(MAX_PAUSE));
        // If that fails, the lease ends.
        drop(acker.ack_with(AckKind::Nak(pause)).await);
    }
}

/// The reason why a unit stops here without its end.
enum Stop {
    /// Another worker has the unit.
    Claimed,
    /// The unit begins again.
    Again(RequestError),
}

impl From<RequestError> for Stop {
    fn from(error: RequestError) -> Self {
        Self::Again(error)
    }
}

impl From<Interrupted> for Stop {
    fn from(interrupted: Interrupted) -> Self {
        Self::Again(interrupted.into())
    }
}

impl From<PublishError> for Stop {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Claimed => Self::Claimed,
            PublishError::Failed(error) => Self::Again(error),
        }
    }
}

/// Runs a unit until its end, or until this worker loses or returns it. Returns whether the unit is not to begin again here.
pub(super) async fn run(nats: &Nats, units: &Units, unit: Unit, hold: Hold, stop: &CancellationToken) -> bool {
    let run = unit.run.clone();
    let ended = tokio::select! {
        ended = drive(nats, units, unit, hold.delivery_number()) => ended,
        () = stop.cancelled() => {
            hold.release(false).await;
            return true;
        }
    };
    match ended {
        Ok(()) => hold.end(nats).await,
        // The other worker holds the run.
        Err(Stop::Claimed) => tracing::info!(run, "another worker has the run"),
        Err(Stop::Again(error)) => {
            tracing::warn!(error, run, "the run begins again");
            hold.release(true).await;
            return false;
        }
    }
    true
}

async fn drive(nats: &Nats, units: &Units, unit: Unit, delivery: Option<u64>) -> Result<(), Stop> {
    let token = unit.key();
    let mut journal = Journal::claim(nats, &token, delivery).await?.ok_or(Stop::Claimed)?;
    // In this order: a worker that has recorded the end deletes the journal afterwards.
    if !nats.has_outcome(&token).await? {
        let (parts, is_cancelled) = tokio::try_join!(journal.parts(), nats.is_cancelled(&token))?;
        let mut is_over = parts.last().is_some_and(Part::is_last);
        let service = unit.service();
        let mut live = units
            .begin(Arc::new(unit), parts, is_cancelled)
            .ok_or_else(|| Interrupted(format!("this worker does not serve `{service}`")))?;
        while !is_over {
            journal.append(&live.next().await?).await?;
            is_over = live.durable();
        }
        nats.record_outcome(&token, &live.outcome().await?).await?;
    }
    Ok(journal.delete().await?)
}
