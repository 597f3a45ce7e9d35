//! The state of a journal.

use super::{
    commit::Commit,
    options::JournalOptions,
    queue::{Queue, Stage},
    run_state::RunState,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{BoxFuture, RunLog},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Notify, OnceCell},
    time::Instant,
};

/// The state that a journal, its tasks, its writers and its readers share.
pub(super) struct Shared {
    pub(super) log: Arc<dyn RunLog>,
    /// The owner of the journal's runs: a new ULID.
    pub(super) owner: String,
    pub(super) options: JournalOptions,
    queue: Mutex<Queue>,
    /// The transaction in progress. Locked before the queue and before a run's state.
    pub(super) commit: Mutex<Option<Commit>>,
    /// Notified when the queue becomes urgent, or the journal stops.
    pub(super) urgent: Notify,
    /// Notified when a write enters the queue while the linger task sleeps.
    pub(super) queued: Notify,
    /// Set once the owner has a lease.
    pub(super) leased: OnceCell<()>,
    /// Held while a run is reopened, so that a journal records a run once.
    pub(super) reopening: tokio::sync::Mutex<()>,
    runs: Mutex<HashMap<Arc<str>, Arc<RunState>>>,
}

impl Shared {
    pub(super) fn new(log: Arc<dyn RunLog>, options: JournalOptions) -> Self {
        Self {
            log,
            owner: ulid::Ulid::new().to_string(),
            options,
            queue: Mutex::new(Queue { idle: true, ..Queue::default() }),
            commit: Mutex::default(),
            urgent: Notify::new(),
            queued: Notify::new(),
            leased: OnceCell::new(),
            reopening: tokio::sync::Mutex::default(),
            runs: Mutex::default(),
        }
    }

    pub(super) fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn commit(&self) -> MutexGuard<'_, Option<Commit>> {
        self.commit.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn runs(&self) -> MutexGuard<'_, HashMap<Arc<str>, Arc<RunState>>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the lease before the first run is recorded.
    pub(super) async fn take_lease(&self) -> Result<(), StoreError> {
        let take = || self.retry_busy(|| self.log.renew_lease(&self.owner, self.options.lease));
        self.leased.get_or_try_init(take).await.copied()
    }

    /// Retries an operation while the store is busy, with exponential backoff.
    pub(super) async fn retry_busy<'a, T>(&self, operation: impl Fn() -> BoxFuture<'a, T>) -> Result<T, StoreError> {
        let (mut pause, deadline) = (Duration::from_millis(5), Instant::now() + self.options.patience);
        loop {
            let result = operation().await;
            if !matches!(&result, Err(error) if error.kind() == StoreErrorKind::Busy) {
                return result;
            }
            if Instant::now() >= deadline {
                return result;
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(1));
        }
    }

    /// Starts to record a run that the journal got under `epoch`, and whose last event has the number `seq`.
    pub(super) fn start(&self, run: &str, seq: u64, epoch: u64) -> Arc<RunState> {
        let id: Arc<str> = run.into();
        let run = Arc::new(RunState::new(Arc::clone(&id), seq, epoch));
        self.runs().insert(id, Arc::clone(&run));
        run
    }

    pub(super) fn has_one_run(&self) -> bool {
        self.runs().len() == 1
    }

    /// Returns the run, if this journal is recording it.
    pub(super) fn find(&self, run: &str) -> Option<Arc<RunState>> {
        self.runs().get(run).cloned()
    }

    /// Waits until the end of a run is in the log; returns `false` if the run has not ended.
    pub(super) async fn ended(&self, run: &str) -> bool {
        let Some(run) = self.find(run) else { return true };
        if !run.state().ended {
            return false;
        }
        // The subscription makes the write of the end urgent.
        let mut progress = run.watch();
        progress.wait_for(|progress| progress.ended).await.is_ok()
    }

    /// Forgets a run that has ended or failed, unless it was reopened in the meantime.
    pub(super) fn forget(&self, run: &Arc<RunState>) {
        let mut runs = self.runs();
        if runs.get(&run.id).is_some_and(|known| Arc::ptr_eq(known, run)) {
            runs.remove(&run.id);
        }
    }

    /// Stops the journal's task once the queue is empty.
    pub(super) fn stop(&self) {
        let mut queue = self.queue();
        if queue.stage == Stage::Open {
            queue.stage = Stage::Stopping;
        }
        drop(queue);
        self.urgent.notify_one();
    }

    /// Fails all writes that still wait.
    pub(super) fn stopped(&self) {
        self.queue().stage = Stage::Stopped;
        *self.commit() = None;
        let runs = std::mem::take(&mut *self.runs());
        runs.values().for_each(|run| run.fail(&closed()));
    }
}

pub(super) fn closed() -> StoreError {
    StoreError::new(StoreErrorKind::Other, "the journal was closed: nothing is recorded any more")
}
