//! Takes runs from the queue.

use super::{
    nats::Nats,
    queue::item_queue,
    unit::{Hold, run},
};
use crate::{
    error::{ClusterError, ClusterErrorKind},
    host::Units,
    patience::patiently,
    unit::token,
};
use async_nats::jetstream::{
    AckKind, Message,
    consumer::{AckPolicy, Consumer, pull},
};
use futures_util::StreamExt;
use std::{future::Future, sync::Arc, time::Duration};
use tokio::sync::Semaphore;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// The time for which a request for a run waits. A request that the servers have forgotten is repeated after it.
const REQUEST: Duration = Duration::from_secs(2);

/// The pause after a request that the servers refuse, and the time for which a run waits for a place here.
const PAUSE: Duration = Duration::from_millis(500);

/// The time for which a worker that stops waits until it has returned its runs.
const SHUTDOWN: Duration = Duration::from_secs(5);

impl Nats {
    pub(crate) async fn serve(&self, units: &Units, shutdown: impl Future<Output = ()>) -> Result<(), ClusterError> {
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        let _stops = stop.clone().drop_guard();
        let places = Arc::new(Semaphore::new(self.max_runs().map_or(Semaphore::MAX_PERMITS, usize::from)));
        let begin = async {
            for service in units.services() {
                let (nats, units, stop) = (self.clone(), units.clone(), stop.clone());
                tasks.spawn(nats.clone().take_cancelled(service.clone(), units.clone(), stop.clone(), tasks.clone()));
                // The items of a run share its place.
                let unlimited = Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
                for (name, places) in [(token(service), Arc::clone(&places)), (item_queue(service), unlimited)] {
                    let consumer = patiently(|| self.consumer(&name)).await?;
                    let (nats, units, stop) = (nats.clone(), units.clone(), stop.clone());
                    tasks.spawn(Queue { nats, name, units, places, stop, tasks: tasks.clone() }.serve(consumer));
                }
            }
            let runs = patiently(|| self.all()).await?;
            let name = |service: &str| units.services().find(|name| token(name) == *service).cloned();
            let services: Vec<_> = runs.into_iter().map(|(service, _)| name(&service).unwrap_or(service)).collect();
            units.log_services(services.iter().map(String::as_str));
            Ok::<_, ClusterError>(())
        };
        let mut shutdown = std::pin::pin!(shutdown);
        tokio::select! {
            started = begin => {
                started?;
                shutdown.await;
            }
            () = &mut shutdown => {}
        }
        stop.cancel();
        tasks.close();
        if tokio::time::timeout(SHUTDOWN, tasks.wait()).await.is_err() {
            tracing::warn!("runs could not be returned to the queue: they continue elsewhere after `engine.lease`");
        }
        drop(tokio::time::timeout(SHUTDOWN, self.events().client().flush()).await);
        Ok(())
    }

    /// Opens the consumer of a queue, or creates it. Workers of all builds that have the definition share it.
    async fn consumer(&self, queue: &str) -> Result<Consumer<pull::Config>, ClusterError> {
        let config = pull::Config {
            durable_name: Some(queue.to_owned()),
            filter_subject: self.queue_subject(queue),
            ack_policy: AckPolicy::Explicit,
            ack_wait: self.lease(),
            max_deliver: -1,
            max_ack_pending: -1,
            // The runs stay in the queue if the consumer of an old build is deleted.
            inactive_threshold: self.prune_after(),
            ..pull::Config::default()
        };
        self.work().create_consumer(config).await.map_err(|error| {
            let message = format!(
                "the consumer of `{queue}` cannot be created\nhelp: check that the NATS servers are running, and that the user \
                 has the right to create consumers of `{}-work`",
                self.prefix()
            );
            ClusterError::new(ClusterErrorKind::Unreachable, message).with_source(error)
        })
    }
}

/// A queue, from the side of a worker.
struct Queue {
    nats: Nats,
    name: String,
    units: Units,
    /// The places for active runs.
    places: Arc<Semaphore>,
    stop: CancellationToken,
    tasks: TaskTracker,
}

impl Queue {
    async fn serve(self, mut consumer: Consumer<pull::Config>) {
        loop {
            let next = tokio::select! {
                next = self.next(&consumer) => next,
                () = self.stop.cancelled() => return,
            };
            match next {
                Ok(Some(message)) => self.begin(message).await,
                Ok(None) => {}
                Err(error) => {
                    tracing::warn!(error, queue = self.name, "the queue is asked again in {PAUSE:?}");
                    tokio::time::sleep(PAUSE).await;
                    // It may have been deleted.
                    if let Ok(opened) = self.nats.consumer(&self.name).await {
                        consumer = opened;
                    }
                }
            }
        }
    }

    /// Waits for a run, once this worker has a place for it.
    async fn next(&self, consumer: &Consumer<pull::Config>) -> Result<Option<Message>, async_nats::Error> {
        // Runs of other services may take the place meanwhile.
        drop(self.places.acquire().await);
        let mut request = consumer.batch().max_messages(1).expires(REQUEST).messages().await?;
        match tokio::time::timeout(REQUEST + PAUSE, request.next()).await {
            Ok(next) => next.transpose(),
            Err(_) => Ok(None),
        }
    }

    /// Begins a run, or returns it to the queue if the worker is full.
    async fn begin(&self, message: Message) {
        let unit = match serde_json::from_slice(&message.payload) {
            Ok(unit) => unit,
            Err(error) => {
                tracing::error!(%error, subject = %message.subject, "a message in the queue is not an order to run a pipeline");
                drop(message.ack_with(AckKind::Term).await);
                return;
            }
        };
        let hold = Hold::delivery(&self.nats, &message);
        let place = tokio::time::timeout(PAUSE, Arc::clone(&self.places).acquire_owned());
        let Some(Ok(Ok(place))) = self.stop.run_until_cancelled(place).await else { return hold.release(false).await };
        let (nats, units, stop) = (self.nats.clone(), self.units.clone(), self.stop.clone());
        self.tasks.spawn(async move {
            let _place = place;
            run(&nats, &units, unit, hold, &stop).await;
        });
    }
}
