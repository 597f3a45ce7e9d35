//! Decides who polls a transaction.
//!
//! If the process has one run, the step that waits polls the transaction itself: handing it to another task and back would take a
//! quarter of the time of the commit. If there are several runs, or the step is dropped, the journal's task polls the
//! transaction, and appends what many steps wait for together.

use super::{
    batch,
    commit::{self, Commit},
    queue::{Queue, Stage},
    run_state::RunState,
    shared::Shared,
};
use std::{
    sync::{Arc, MutexGuard, TryLockError},
    task::{Context, Poll},
};

impl Shared {
    /// Starts a transaction with the contents of the queue. The caller holds the lock of the commit, so no other transaction starts.
    fn begin(self: &Arc<Self>, mut queue: MutexGuard<'_, Queue>, driver: Option<Arc<RunState>>) -> Commit {
        queue.urgent = false;
        queue.taken += 1;
        queue.driven |= driver.is_some();
        let runs = std::mem::take(&mut queue.runs);
        drop(queue);
        Commit { future: Box::pin(batch::append(Arc::clone(self), runs)), driver }
    }

    /// Lets a step of this run poll the transaction, if it is the only run; returns `false` if the journal's task must.
    pub(super) fn drive(self: &Arc<Self>, run: &Arc<RunState>, task: &mut Context<'_>) -> bool {
        // Waiting for a busy store takes a timer, and so a runtime.
        if tokio::runtime::Handle::try_current().is_err() {
            return false;
        }
        // If the lock is taken, somebody else is polling.
        let Ok(mut commit) = self.commit.try_lock() else { return false };
        if commit.is_none() {
            if !self.has_one_run() {
                return false;
            }
            let queue = self.queue();
            if queue.urgent || queue.stage != Stage::Open || queue.runs.is_empty() {
                return false;
            }
            *commit = Some(self.begin(queue, Some(Arc::clone(run))));
        }
        let Some(Commit { driver, .. }) = &mut *commit else { return false };
        if !driver.as_ref().is_some_and(|driver| Arc::ptr_eq(driver, run)) {
            if driver.take().is_some() {
                self.urgent.notify_one();
            }
            return false;
        }
        let _ = commit::poll(&mut commit, task);
        true
    }

    /// Gives a transaction that a step polls to the journal's task.
    pub(super) fn hand_over(&self) {
        // If the lock is taken, the step is being polled in another task.
        let Ok(mut commit) = self.commit.try_lock() else { return };
        if commit.as_mut().is_some_and(|commit| commit.driver.take().is_some()) {
            self.urgent.notify_one();
        }
    }

    /// Prepares a transaction for the journal's task: takes over a step's transaction, or starts a new transaction if the
    /// queue is urgent.
    ///
    /// Returns `Some(true)` if there is a transaction, `Some(false)` if there will be none any more, and `None` if the task must
    /// wait.
    pub(super) fn take_over(self: &Arc<Self>) -> Option<bool> {
        let mut commit = self.commit();
        if let Some(commit) = &mut *commit {
            commit.driver = None;
            return Some(true);
        }
        let mut queue = self.queue();
        let stopping = queue.stage != Stage::Open;
        if (queue.urgent || stopping) && !queue.runs.is_empty() {
            *commit = Some(self.begin(queue, None));
            return Some(true);
        }
        queue.urgent = false;
        if stopping {
            queue.stage = Stage::Stopped;
            return Some(false);
        }
        None
    }

    /// Polls the transaction that the journal's task has taken over.
    pub(super) fn poll_commit(&self, task: &mut Context<'_>) -> Poll<()> {
        commit::poll(&mut self.commit(), task)
    }

    /// Returns whether there is a transaction; `None` if somebody is polling it at the moment.
    pub(super) fn is_committing(&self) -> Option<bool> {
        match self.commit.try_lock() {
            Ok(commit) => Some(commit.is_some()),
            Err(TryLockError::Poisoned(commit)) => Some(commit.into_inner().is_some()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}
