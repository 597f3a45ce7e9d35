//! The orders to run a pipeline: the first message of each run.

use super::connect::JetStream;
use crate::{
    error::{ClusterError, ClusterErrorKind},
    patience::{PATIENCE, for_a_minute},
    unit::{PublishError, Unit, token},
};
use async_nats::{HeaderMap, jetstream::message::StreamMessage};
use std::time::{Duration, SystemTime};

/// An order to run a pipeline.
pub(crate) enum Order {
    /// The first with its id.
    New,
    /// The order with this id that came first.
    Known(Unit),
}

impl JetStream {
    /// Returns an error, which names `what`, if the body is larger than a message.
    pub(crate) fn check_size(&self, what: &str, body: &[u8]) -> Result<(), ClusterError> {
        let (bytes, max) = (body.len(), self.max_body());
        if bytes <= max {
            return Ok(());
        }
        let message = format!(
            "{what} has {bytes} bytes, and NATS accepts at most {max}\nhelp: put large values into files, or raise `max_payload` \
             of the NATS servers"
        );
        Err(ClusterError::new(ClusterErrorKind::Invalid, message))
    }

    /// Records an order, unless its run has an order already.
    pub(crate) async fn place(&self, unit: &Unit) -> Result<Order, ClusterError> {
        let other = |kind, message: &str| ClusterError::new(kind, format!("{message} `{}`", unit.run));
        let body = serde_json::to_vec(unit)
            .map_err(|error| other(ClusterErrorKind::Other, "failed to write the run").with_source(error))?;
        self.check_size(&format!("the input of the run `{}`", unit.run), &body)?;
        let subject = self.start_subject(&token(&unit.run));
        let headers = HeaderMap::new();
        let placed = self.append(&self.stream, &subject, &headers, body.into(), 0);
        let placed = tokio::time::timeout(PATIENCE, placed).await;
        match placed.unwrap_or_else(|late| Err(PublishError::Failed(late.into()))) {
            Ok(_) => Ok(Order::New),
            Err(PublishError::Claimed) => {
                // Another client has placed an order, which the servers of a cluster may not all have yet.
                let undecided = || other(ClusterErrorKind::Unreachable, "cannot read the order of the run");
                for_a_minute(|| async { self.order(&unit.run).await?.map(Order::Known).ok_or_else(undecided) }).await
            }
            Err(PublishError::Failed(error)) => {
                let error = match error.downcast::<ClusterError>() {
                    Ok(denied) => return Err(*denied),
                    Err(error) => error,
                };
                let message = format!(
                    "failed to record the order of the run `{}`\nhelp: check that the NATS servers are running; starting it again \
                     is safe",
                    unit.run
                );
                Err(ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(error))
            }
        }
    }

    /// Returns the order of a run, or `None` if there is none.
    pub(crate) async fn order(&self, run: &str) -> Result<Option<Unit>, ClusterError> {
        self.order_at(&token(run)).await
    }

    /// Returns the order of the run with this token, or `None` if there is none.
    pub(crate) async fn order_at(&self, token: &str) -> Result<Option<Unit>, ClusterError> {
        Ok(self.placed_at(token).await?.map(|(unit, _)| unit))
    }

    /// Returns the order of the run with this token and the time at which it was placed, or `None` if there is none.
    pub(crate) async fn placed_at(&self, token: &str) -> Result<Option<(Unit, SystemTime)>, ClusterError> {
        for_a_minute(|| self.placed_once(token)).await
    }

    async fn placed_once(&self, token: &str) -> Result<Option<(Unit, SystemTime)>, ClusterError> {
        let unreadable = |kind| ClusterError::new(kind, format!("cannot read the order of the run `{token}`"));
        match self.last(&self.stream, &self.start_subject(token)).await {
            Ok(Some(message)) => serde_json::from_slice(&message.payload)
                .map(|unit| Some((unit, time_of(&message))))
                .map_err(|error| unreadable(ClusterErrorKind::Invalid).with_source(error)),
            Ok(None) => Ok(None),
            Err(error) => Err(unreadable(ClusterErrorKind::Unreachable).with_source(error)),
        }
    }
}

/// Returns the time at which a server stored a message, in whole milliseconds.
pub(super) fn time_of(message: &StreamMessage) -> SystemTime {
    let millis = message.time.unix_timestamp_nanos() / 1_000_000;
    SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(millis).unwrap_or_default())
}
