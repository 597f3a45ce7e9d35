//! The state of a run that a journal records.

use super::committed::Committed;
use crate::{
    error::StoreError,
    log::api::{EventRecord, Write},
};
use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Waker},
};
use tokio::sync::watch;

/// The maximum size in bytes of the recent events of a run.
const RECENT_BYTES: usize = 4 * 1024 * 1024;

/// A run that is being recorded.
pub(super) struct RunState {
    pub(super) id: Arc<str>,
    /// The epoch under which the journal got the run.
    pub(super) epoch: u64,
    state: Mutex<State>,
    cancel: CancelRequest,
    progress: watch::Sender<Progress>,
}

/// A request to cancel a run, and the task to wake.
#[derive(Default)]
struct CancelRequest {
    requested: AtomicBool,
    waker: Mutex<Option<Waker>>,
}

/// The progress of a run in the log.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Progress {
    /// The number of the last event in the log.
    pub(super) seq: u64,
    /// `true` if the run has ended, or can no longer be recorded.
    pub(super) ended: bool,
}

#[derive(Default)]
pub(super) struct State {
    /// Writes that wait for a transaction. If there are any, the run is in the queue.
    pub(super) waiting: Vec<Write>,
    /// The number of writes that were accepted.
    pub(super) accepted: u64,
    /// The number of writes that are in the log.
    pub(super) committed: u64,
    /// The size in bytes of the writes that were accepted and are not in the log.
    pub(super) bytes: usize,
    pub(super) failure: Option<StoreError>,
    /// `true` if the end of the run was accepted.
    pub(super) ended: bool,
    /// Tasks that wait until a number of writes is in the log.
    pub(super) committed_wakers: Vec<(u64, Waker)>,
    /// Tasks that wait for capacity.
    pub(super) capacity_wakers: Vec<Waker>,
    /// The last events in the log, without gaps, while the run has readers.
    recent: VecDeque<Arc<EventRecord>>,
    /// Their approximate size.
    recent_bytes: usize,
}

impl State {
    /// Returns the result for the write with this number, or `None` if the write still waits.
    pub(super) fn result(&self, number: u64) -> Option<Result<(), StoreError>> {
        match &self.failure {
            Some(error) => Some(Err(error.clone())),
            None => (self.committed >= number).then_some(Ok(())),
        }
    }

    /// Keeps the new events for readers, and drops the oldest beyond the limits.
    fn keep(&mut self, events: Option<Vec<EventRecord>>, limit: usize) {
        let next = events.as_deref().and_then(<[_]>::first).map(|event| event.seq);
        let last = self.recent.back().map(|event| event.seq);
        // Readers came and went in between: the events would have a gap.
        if events.is_none() || next.zip(last).is_some_and(|(next, last)| next != last + 1) {
            self.recent.clear();
            self.recent_bytes = 0;
        }
        for event in events.into_iter().flatten() {
            self.recent_bytes += event.size();
            self.recent.push_back(Arc::new(event));
        }
        while self.recent.len() > limit || self.recent_bytes > RECENT_BYTES {
            let Some(oldest) = self.recent.pop_front() else { break };
            self.recent_bytes -= oldest.size();
        }
    }
}

impl RunState {
    pub(super) fn new(id: Arc<str>, seq: u64, epoch: u64) -> Self {
        let progress = watch::Sender::new(Progress { seq, ended: false });
        Self { id, epoch, state: Mutex::default(), cancel: CancelRequest::default(), progress }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the run to cancel itself.
    pub(super) fn request_cancel(&self) {
        self.cancel.requested.store(true, Ordering::Release);
        let waker = self.cancel.waker.lock().unwrap_or_else(PoisonError::into_inner).take();
        waker.into_iter().for_each(Waker::wake);
    }

    /// Returns whether the run was asked to cancel itself.
    pub(super) fn is_cancel_requested(&self) -> bool {
        self.cancel.requested.load(Ordering::Acquire)
    }

    /// Ready once the run was asked to cancel itself.
    pub(super) fn poll_cancel_requested(&self, task: &Context<'_>) -> Poll<()> {
        let mut waker = self.cancel.waker.lock().unwrap_or_else(PoisonError::into_inner);
        if !waker.as_ref().is_some_and(|known| known.will_wake(task.waker())) {
            *waker = Some(task.waker().clone());
        }
        drop(waker);
        // Read after the waker is set, so that no request is missed.
        if self.is_cancel_requested() { Poll::Ready(()) } else { Poll::Pending }
    }

    pub(super) fn watch(&self) -> watch::Receiver<Progress> {
        self.progress.subscribe()
    }

    /// Returns whether the run has a reader.
    pub(super) fn is_followed(&self) -> bool {
        self.progress.receiver_count() > 0
    }

    pub(super) fn failure(&self) -> Option<StoreError> {
        self.state().failure.clone()
    }

    /// Returns at most `limit` recent events from the number `seq`, or none if that event is not in memory.
    pub(super) fn recent(&self, seq: u64, limit: usize) -> Vec<Arc<EventRecord>> {
        let state = self.state();
        let first = state.recent.front().map_or(u64::MAX, |event| event.seq);
        let Some(skip) = seq.checked_sub(first).and_then(|skip| usize::try_from(skip).ok()) else { return Vec::new() };
        state.recent.iter().skip(skip).take(limit).cloned().collect()
    }

    /// Applies a committed transaction, and wakes the tasks that waited for it.
    pub(super) fn commit(&self, committed: Committed, recent: usize) {
        let Committed { writes, bytes, events, last_seq, ended } = committed;
        let mut state = self.state();
        state.committed += writes;
        state.bytes = state.bytes.saturating_sub(bytes);
        state.keep(events, recent);
        let durable = state.committed;
        let committed = state.committed_wakers.extract_if(.., |(number, _)| *number <= durable).collect();
        let capacity = std::mem::take(&mut state.capacity_wakers);
        drop(state);
        if last_seq.is_some() || ended {
            self.progress.send_if_modified(|progress| {
                progress.seq = last_seq.unwrap_or(progress.seq);
                progress.ended |= ended;
                // A reader that subscribes later looks at the value first, so only existing readers are notified.
                self.is_followed()
            });
        }
        wake(committed, capacity);
    }

    /// Fails all waiting and all later writes.
    pub(super) fn fail(&self, error: &StoreError) {
        let mut state = self.state();
        state.failure.get_or_insert_with(|| error.clone());
        let committed = std::mem::take(&mut state.committed_wakers);
        let capacity = std::mem::take(&mut state.capacity_wakers);
        drop(state);
        self.progress.send_modify(|progress| progress.ended = true);
        wake(committed, capacity);
    }
}

fn wake(committed: Vec<(u64, Waker)>, capacity: Vec<Waker>) {
    committed.into_iter().for_each(|(_, waker)| waker.wake());
    capacity.into_iter().for_each(Waker::wake);
}
