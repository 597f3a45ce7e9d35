//! The units that are active on a worker.

use super::pipelines::Served;
use crate::unit::{Events, Interrupted, Outcome, Part, Pending, Spreading, Unit, UnitTask};
use bytes::Bytes;
use runnable_runner::Runner;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{sync::mpsc, task::JoinHandle};
use tokio_util::{sync::CancellationToken, task::LocalPoolHandle};

/// A part without contents: it shows the engine that a quiet unit is alive.
const KEEP_ALIVE: &[u8] = b"{}";

/// The units that are active on a worker, and what they share.
#[derive(Clone)]
pub(crate) struct Units(Arc<Inner>);

struct Inner {
    /// By the name of its service.
    pipelines: HashMap<String, Arc<dyn Served>>,
    runner: Runner,
    events: Arc<dyn Events>,
    spreading: Spreading,
    keep_alive: Duration,
    /// The threads of units, whose futures may not be `Send`.
    threads: LocalPoolHandle,
    /// The cancellations of active units, by their keys.
    active: Mutex<HashMap<String, HashMap<u64, CancellationToken>>>,
    next: AtomicU64,
}

impl Units {
    pub(crate) fn new(
        pipelines: HashMap<String, Arc<dyn Served>>,
        runner: Runner,
        events: Arc<dyn Events>,
        spreading: Spreading,
        keep_alive: Duration,
    ) -> Self {
        let threads = LocalPoolHandle::new(std::thread::available_parallelism().map_or(1, usize::from));
        let (active, next) = (Mutex::default(), AtomicU64::new(0));
        Self(Arc::new(Inner { pipelines, runner, events, spreading, keep_alive, threads, active, next }))
    }

    pub(crate) fn services(&self) -> impl Iterator<Item = &String> {
        self.0.pipelines.keys()
    }

    /// Logs the definitions that this worker serves, with their active runs, by the services of all active runs.
    pub(crate) fn log_services<'a>(&self, active: impl Iterator<Item = &'a str>) {
        let mut runs: HashMap<&str, usize> = HashMap::new();
        active.for_each(|service| *runs.entry(service).or_default() += 1);
        for service in self.services() {
            let runs = runs.remove(&**service).unwrap_or_default();
            tracing::info!(service, runs, "the worker serves a definition, with its active runs");
        }
        for (service, runs) in runs {
            tracing::info!(
                service,
                runs,
                "another build has active runs: keep a worker of that build until they have ended"
            );
        }
    }

    pub(crate) fn keep_alive(&self) -> Duration {
        self.0.keep_alive
    }

    fn active(&self) -> MutexGuard<'_, HashMap<String, HashMap<u64, CancellationToken>>> {
        self.0.active.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cancels the unit with this key, if it is active here.
    pub(crate) fn cancel(&self, key: &str) -> bool {
        let active = self.active();
        let Some(units) = active.get(key) else { return false };
        units.values().for_each(CancellationToken::cancel);
        true
    }

    /// Begins a unit, or returns `None` if no pipeline of this worker has this service.
    pub(crate) fn begin(&self, unit: Arc<Unit>, parts: Vec<Part>, is_cancelled: bool) -> Option<Live> {
        let pipeline = Arc::clone(self.0.pipelines.get(&unit.service())?);
        let cancel = CancellationToken::new();
        if is_cancelled {
            cancel.cancel();
        }
        let (id, key) = (self.0.next.fetch_add(1, Ordering::Relaxed), unit.key());
        self.active().entry(key.clone()).or_default().insert(id, cancel.clone());
        tracing::debug!(run = unit.run, item = unit.target(), parts = parts.len(), "a unit begins");
        let (journal, receiver) = mpsc::channel(1);
        let (events, runner) = (Arc::clone(&self.0.events), self.0.runner.clone());
        let spreading = self.0.spreading.clone();
        let task = UnitTask { unit, parts, journal, events, runner, spreading, cancel: cancel.clone() };
        let work = self.0.threads.spawn_pinned(move || pipeline.run(task));
        Some(Live { parts: receiver, taken: None, work, cancel, units: self.clone(), id, key })
    }
}

/// A unit that is active on this worker. Dropping it drops the unit, which then records and publishes nothing more.
pub(crate) struct Live {
    parts: mpsc::Receiver<Pending>,
    /// The part that is becoming durable.
    taken: Option<Pending>,
    work: JoinHandle<Result<Outcome, Interrupted>>,
    cancel: CancellationToken,
    units: Units,
    id: u64,
    key: String,
}

impl Live {
    /// Waits for the part that is to become durable next.
    ///
    /// # Errors
    /// Returns the reason if the unit must begin again.
    pub(crate) async fn next(&mut self) -> Result<Bytes, Interrupted> {
        if self.taken.is_none() {
            let next = tokio::time::timeout(self.units.keep_alive(), self.parts.recv());
            match next.await {
                Err(_) => return Ok(Bytes::from_static(KEEP_ALIVE)),
                Ok(Some(pending)) => self.taken = Some(pending),
                Ok(None) => {
                    let reason = self.outcome().await.err();
                    return Err(reason.unwrap_or_else(|| Interrupted("the run has no recorded end".to_owned())));
                }
            }
        }
        Ok(self.taken.as_ref().map_or(Bytes::from_static(KEEP_ALIVE), |taken| taken.part.clone()))
    }

    /// Lets the unit continue after a part has become durable. Returns whether it was the last.
    pub(crate) fn durable(&mut self) -> bool {
        let Some(Pending { is_last, ack, .. }) = self.taken.take() else { return false };
        // The unit may have ended meanwhile.
        let _ = ack.send(());
        is_last
    }

    pub(crate) fn cancel(&self) {
        self.cancel.cancel();
    }

    /// Waits for the end of the unit.
    pub(crate) async fn outcome(&mut self) -> Result<Outcome, Interrupted> {
        (&mut self.work).await.unwrap_or_else(|error| Err(Interrupted(format!("the unit has failed: {error}"))))
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        // First, so that the end of the work is neither recorded nor published.
        self.parts.close();
        self.work.abort();
        let mut active = self.units.active();
        if let Some(units) = active.get_mut(&self.key) {
            units.remove(&self.id);
            if units.is_empty() {
                active.remove(&self.key);
            }
        }
    }
}
