//! The ends of runs.

use super::{ends::unreadable, nats::Nats, queue::is_item, values};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    jetstream::RequestError,
    patience::for_a_minute,
    unit::{Outcome, PublishError, Unit},
};
use async_nats::{HeaderMap, jetstream::message::StreamMessage};
use futures_util::StreamExt;
use std::time::Duration;

/// The time after which a client that waits for the end of a run asks again by itself.
const WATCHDOG: Duration = Duration::from_secs(2);

impl Nats {
    fn outcome_subject(&self, token: &str) -> String {
        self.events().subject(token, "outcome")
    }

    /// Returns the subject on which clients hear that a run has ended.
    fn ended_subject(&self, token: &str) -> String {
        format!("{}-ended.{token}", self.prefix())
    }

    /// Returns the last message of an outcome, if the outcome is whole.
    pub(super) async fn whole_outcome(&self, token: &str) -> Result<Option<StreamMessage>, RequestError> {
        let last = self.events().last(self.events().stream(), &self.outcome_subject(token)).await?;
        Ok(last.filter(|message| values::is_end(&message.headers)))
    }

    /// Returns whether the end of a run is recorded.
    pub(super) async fn has_outcome(&self, token: &str) -> Result<bool, RequestError> {
        Ok(self.whole_outcome(token).await?.is_some())
    }

    /// Records the end of a run, unless it is recorded.
    pub(super) async fn record_outcome(&self, token: &str, outcome: &Outcome) -> Result<(), PublishError> {
        let failed = |error: RequestError| PublishError::Failed(error);
        let (subject, stream) = (self.outcome_subject(token), self.events().stream());
        let body = serde_json::to_vec(outcome).map_err(|error| failed(error.into()))?;
        let body = body.into();
        // Nearly always, nothing is there.
        match values::append(self.events(), stream, &subject, &HeaderMap::new(), &body, 0).await {
            Err(PublishError::Claimed) => {
                let last = self.events().last(stream, &subject).await.map_err(failed)?;
                if last.as_ref().is_none_or(|message| !values::is_end(&message.headers)) {
                    let last = last.map_or(0, |message| message.sequence);
                    values::append(self.events(), stream, &subject, &HeaderMap::new(), &body, last).await?;
                }
            }
            result => drop(result?),
        }
        if !is_item(token) {
            // A client that misses this asks again.
            drop(self.events().client().publish(self.ended_subject(token), "".into()).await);
        }
        Ok(())
    }

    pub(super) async fn read_outcome(&self, unit: &Unit) -> Result<Option<Outcome>, ClusterError> {
        let token = unit.key();
        let unreachable = |source: RequestError| {
            let message = format!("the end of `{}` cannot be read", unit.target().unwrap_or(&unit.run));
            ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(source)
        };
        let Some(last) = self.whole_outcome(&token).await.map_err(unreachable)? else { return Ok(None) };
        let subject = self.outcome_subject(&token);
        let value = values::last(self.events(), self.events().stream(), &subject, last).await.map_err(unreachable)?;
        let outcome = value.map(|value| serde_json::from_slice(&value)).transpose();
        outcome.map_err(|source| unreadable(unit, source.into()))
    }

    /// Waits for the end of a run. Returns `None` if the run was not submitted, or its end is not kept any more.
    pub(crate) async fn outcome(&self, unit: &Unit) -> Result<Option<Outcome>, ClusterError> {
        let ended = self.events().client().subscribe(self.ended_subject(&unit.key())).await;
        let mut ended = ended.map_err(|error| {
            ClusterError::new(ClusterErrorKind::Other, "the connection to NATS is closed").with_source(error)
        })?;
        loop {
            // A run leaves the queue after its end is recorded.
            let is_active = self.is_active(unit).await?;
            let outcome = for_a_minute(|| self.read_outcome(unit)).await?;
            if outcome.is_some() || !is_active {
                return Ok(outcome);
            }
            drop(tokio::time::timeout(WATCHDOG, ended.next()).await);
        }
    }
}
