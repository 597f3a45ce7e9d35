//! The queue of runs that have not ended.

use super::nats::Nats;
use crate::{
    error::{ClusterError, ClusterErrorKind},
    jetstream::RequestError,
    patience::for_a_minute,
    unit::{PublishError, Unit, token},
};
use async_nats::{HeaderMap, jetstream::message::StreamMessage};
use futures_util::{StreamExt, TryStreamExt, stream};
use std::cmp::Reverse;

/// The number of requests at a time in a list of runs.
const AT_A_TIME: usize = 32;

/// The character that the keys of items have, and their queues.
const ITEM: char = '~';

/// Returns whether a unit with this key runs an item.
pub(super) fn is_item(key: &str) -> bool {
    key.contains(ITEM)
}

/// Returns the name of the queue of a unit. The items of a service have a queue of their own: the runs that wait for them have all
/// places of the workers perhaps.
fn queue(service: &str, key: &str) -> String {
    if is_item(key) { item_queue(service) } else { token(service) }
}

/// Returns the name of the queue of the items of a service.
pub(super) fn item_queue(service: &str) -> String {
    format!("{}{ITEM}items", token(service))
}

impl Nats {
    fn work_subject(&self, service: &str, token: &str) -> String {
        format!("{}-work.{service}.{token}", self.prefix())
    }

    /// Returns the subjects of a queue.
    pub(super) fn queue_subject(&self, queue: &str) -> String {
        self.work_subject(queue, "*")
    }

    /// Returns the message of a run in the queue.
    pub(super) async fn queued(&self, service: &str, run: &str) -> Result<Option<StreamMessage>, RequestError> {
        self.events().last(self.work(), &self.work_subject(&queue(service, run), run)).await
    }

    pub(crate) async fn submit(&self, unit: &Unit) -> Result<(), ClusterError> {
        for_a_minute(|| self.submit_once(unit)).await
    }

    /// Puts an item into its queue. If it has ended, the worker that takes it finds its end.
    pub(super) async fn submit_item(&self, unit: &Unit) -> Result<(), ClusterError> {
        for_a_minute(|| self.enqueue(unit)).await
    }

    async fn submit_once(&self, unit: &Unit) -> Result<(), ClusterError> {
        let has_ended = self.has_ended(&unit.key()).await;
        if has_ended.map_err(|error| not_started(unit, ClusterErrorKind::Unreachable, error))? {
            return Ok(());
        }
        self.enqueue(unit).await
    }

    async fn enqueue(&self, unit: &Unit) -> Result<(), ClusterError> {
        let (run, failed) = (unit.key(), |kind, error| not_started(unit, kind, error));
        let body = serde_json::to_vec(unit).map_err(|error| failed(ClusterErrorKind::Invalid, error.into()))?;
        self.events().check_size(&format!("the order of `{}`", unit.target().unwrap_or(&unit.run)), &body)?;
        let subject = self.work_subject(&queue(&unit.service(), &run), &run);
        match self.events().publish_after(&subject, HeaderMap::new(), body.into(), 0).await {
            // It is in the queue already.
            Ok(_) | Err(PublishError::Claimed) => Ok(()),
            Err(PublishError::Failed(error)) => Err(failed(ClusterErrorKind::Unreachable, error)),
        }
    }

    /// Returns whether a run with this order has ended. Deletes the messages of an earlier run with the same id, whose order is
    /// not kept any more.
    async fn has_ended(&self, run: &str) -> Result<bool, RequestError> {
        let Some(outcome) = self.whole_outcome(run).await? else { return Ok(false) };
        let stream = self.events().stream();
        let order = self.events().last(stream, &self.events().start_subject(run)).await?;
        let Some(order) = order.filter(|order| order.sequence > outcome.sequence) else { return Ok(true) };
        stream.purge().filter(self.events().subject(run, ">")).sequence(order.sequence).await?;
        Ok(false)
    }

    pub(crate) async fn is_active(&self, unit: &Unit) -> Result<bool, ClusterError> {
        let (service, run) = (unit.service(), unit.key());
        let queued = for_a_minute(|| async { self.queued(&service, &run).await.map_err(unreadable) }).await?;
        Ok(queued.is_some())
    }

    /// Returns the services and the tokens of all runs in the queue.
    pub(super) async fn all(&self) -> Result<Vec<(String, String)>, ClusterError> {
        let subjects = self.work().info_with_subjects(self.work_subject("*", "*")).await;
        let subjects = subjects.map_err(|error| unreadable(error.into()))?;
        let subjects: Vec<_> = subjects.try_collect().await.map_err(|error| unreadable(error.into()))?;
        let run_of = |(subject, _): (String, usize)| {
            let mut tokens = subject.rsplit('.').map(str::to_owned);
            let (run, service) = (tokens.next()?, tokens.next()?);
            // An item belongs to a run.
            (!is_item(&run)).then_some((service, run))
        };
        Ok(subjects.into_iter().filter_map(run_of).collect())
    }

    /// Returns the keys of the units of items in the queue, of the run or the item of a unit.
    pub(crate) async fn active_items(&self, unit: &Unit) -> Result<Vec<String>, ClusterError> {
        let prefix = unit.items_prefix();
        let subjects = self.work().info_with_subjects(self.queue_subject(&item_queue(&unit.service()))).await;
        let subjects = subjects.map_err(|error| unreadable(error.into()))?;
        let subjects: Vec<_> = subjects.try_collect().await.map_err(|error| unreadable(error.into()))?;
        let keys = subjects.into_iter().filter_map(|(subject, _)| Some(subject.rsplit_once('.')?.1.to_owned()));
        Ok(keys.filter(|key| key.starts_with(&prefix)).collect())
    }

    /// Returns the tokens of all runs in the queue, the newest first.
    pub(crate) async fn active(&self) -> Result<Vec<String>, ClusterError> {
        let numbered = |(service, run): (String, String)| async move {
            let message = self.events().last(self.work(), &self.work_subject(&service, &run)).await;
            // It may have ended meanwhile.
            message.map(|message| message.map(|message| (message.sequence, run))).map_err(unreadable)
        };
        let runs = stream::iter(self.all().await?).map(numbered).buffer_unordered(AT_A_TIME);
        let mut runs: Vec<_> = runs.try_collect::<Vec<_>>().await?.into_iter().flatten().collect();
        runs.sort_by_key(|(number, _)| Reverse(*number));
        Ok(runs.into_iter().map(|(_, run)| run).collect())
    }
}

fn not_started(unit: &Unit, kind: ClusterErrorKind, error: RequestError) -> ClusterError {
    let message = format!("the run `{}` cannot be started", unit.run);
    ClusterError::new(kind, message).with_source(error)
}

fn unreadable(error: RequestError) -> ClusterError {
    ClusterError::new(ClusterErrorKind::Unreachable, "the queue of runs cannot be read").with_source(error)
}
