//! Cancels runs that no worker has at the moment.

use super::{
    nats::Nats,
    unit::{Hold, run},
};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    host::Units,
    jetstream::RequestError,
    patience::for_a_minute,
    unit::{PublishError, Unit, token},
};
use async_nats::HeaderMap;
use futures_util::StreamExt;
use std::time::Duration;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// The number of times that a worker begins a run that is to be cancelled, and the pause in between.
const ATTEMPTS: u32 = 5;
const PAUSE: Duration = Duration::from_millis(200);

impl Nats {
    /// Returns the subject of the mark that a run is to be cancelled.
    fn mark_subject(&self, token: &str) -> String {
        self.events().subject(token, "cancel")
    }

    /// Returns the subject on which a worker of a service is asked to take a run that is to be cancelled.
    fn take_subject(&self, service: &str) -> String {
        format!("{}-take.{}", self.prefix(), token(service))
    }

    /// Returns whether a run is to be cancelled.
    pub(super) async fn is_cancelled(&self, token: &str) -> Result<bool, RequestError> {
        Ok(self.events().last(self.events().stream(), &self.mark_subject(token)).await?.is_some())
    }

    /// Marks a run as cancelled, and asks a worker to take it, who ends it at once: the run may be in the queue behind others, or
    /// its worker may have died.
    pub(crate) async fn cancel(&self, unit: &Unit) -> Result<(), ClusterError> {
        let (run, service) = (unit.key(), unit.service());
        let subject = self.mark_subject(&run);
        for_a_minute(|| async {
            match self.events().publish_after(&subject, HeaderMap::new(), "{}".into(), 0).await {
                Ok(_) | Err(PublishError::Claimed) => Ok(()),
                Err(PublishError::Failed(error)) => {
                    let message = format!("the run `{}` cannot be cancelled", unit.run);
                    Err(ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(error))
                }
            }
        })
        .await?;
        // If no worker hears it, the mark cancels the run when a worker begins it.
        drop(self.events().client().publish(self.take_subject(&service), run.into()).await);
        Ok(())
    }

    /// Takes runs of a service that are to be cancelled.
    pub(super) async fn take_cancelled(
        self,
        service: String,
        units: Units,
        stop: CancellationToken,
        tasks: TaskTracker,
    ) {
        let client = self.events().client();
        // Each request reaches one worker of the service.
        let requests = client.queue_subscribe(self.take_subject(&service), self.prefix().to_owned()).await;
        let mut requests = match requests {
            Ok(requests) => Box::pin(requests.take_until(stop.clone().cancelled_owned())),
            Err(error) => {
                tracing::warn!(?error, service, "runs in the queue cannot be cancelled by this worker");
                return;
            }
        };
        while let Some(request) = requests.next().await {
            let token = String::from_utf8_lossy(&request.payload).into_owned();
            let (nats, service, units, stop) = (self.clone(), service.clone(), units.clone(), stop.clone());
            tasks.spawn(async move { nats.take(&service, &token, &units, &stop).await });
        }
    }

    async fn take(&self, service: &str, token: &str, units: &Units, stop: &CancellationToken) {
        if units.cancel(token) {
            return;
        }
        for _ in 0..ATTEMPTS {
            let Ok(Some(message)) = self.queued(service, token).await else { return };
            let Ok(unit) = serde_json::from_slice(&message.payload) else { return };
            if run(self, units, unit, Hold::Taken(Box::new(message)), stop).await {
                return;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}
