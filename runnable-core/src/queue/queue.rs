//! The queue itself: state that its senders and its reader share.

use super::{
    capacity::{QUICK, now},
    inbox::{Inbox, Lent},
    pending::Pending,
    token,
};
use qcell::{QCell, QCellOwner, QCellOwnerID};
use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    task::Waker,
};
use sync_wrapper::SyncWrapper;

/// The batch that a sent event belongs to: its sender resumes once the reader has taken that batch.
#[derive(Clone, Copy, Default)]
pub(crate) struct Receipt {
    pub(super) batch: u64,
    /// True if the event was sent from the run's own task.
    pub(super) local: bool,
    /// True if a [`ReaderShare`](super::ReaderShare) has noted that the event waits for room.
    pub(super) noted: bool,
}

impl Receipt {
    /// Returns whether a [`ReaderShare`](super::ReaderShare) has noted that the event waits for room.
    #[inline]
    pub(crate) fn is_noted(&self) -> bool {
        self.noted
    }
}

/// The queue of one run, shared by its reader and all of its steps, including spawned ones.
///
/// A step that sends an event waits until the event was read if the queue is full. The capacity is one event, and more
/// while the reader is quick ([`Capacity`](super::capacity::Capacity)): reading the clock and polling down through the
/// futures of a run cost more than an event does. The queue may exceed its capacity by one event per running step, by
/// the closing events of steps, and by the events that streams on other threads send at the same moment.
///
/// Steps that run in the run's own task send to its [`Inbox`], which needs no lock. Events from other tasks wait in
/// `remote`, behind a lock. A step that sends to the inbox first moves them there, so that its event never overtakes an
/// event that it may have seen another task send.
pub(crate) struct Queue<R> {
    /// The number of batches that the reader took from `remote`. A sender may resume once this differs from its [`Receipt`].
    /// Written under the lock, but read without it on the fast path.
    pub(super) remote_batches: AtomicU64,
    /// The number of batches that the reader took from the inbox. Written by the reader alone.
    pub(super) local_batches: AtomicU64,
    /// True if `remote` holds events or wakers. Written under the lock. The reader reads it without the lock, so it
    /// looks again under the lock before it sleeps.
    pub(super) remote_waiting: AtomicBool,
    /// True if the inbox holds events.
    pub(super) local_waiting: AtomicBool,
    /// The number of events that may wait before a sender does, at least 1. Written by the reader alone.
    pub(super) capacity: AtomicUsize,
    /// The time at which the reader last took a batch or was woken, in nanoseconds since the Unix epoch.
    pub(super) since: AtomicU64,
    remote: Mutex<Remote<R>>,
    pub(super) inbox: QCell<SyncWrapper<Inbox<R>>>,
    /// The identity of the token that opens the inbox.
    token: QCellOwnerID,
}

/// The events that were sent from other tasks, and the reader to wake for them.
pub(super) struct Remote<R> {
    pub(super) pending: Pending<R>,
    pub(super) reader: Option<Waker>,
    pub(super) asleep: bool,
}

/// Closes the emitters of a step when the step ends: events that are sent later are dropped.
#[derive(Default)]
pub(crate) struct EmitterGate {
    pub(super) closed: AtomicBool,
    /// The number of events that were sent from other tasks since the emitter last waited. A task that only emits would otherwise
    /// never yield to the others, however quick the reader is.
    pub(super) unwaited: AtomicUsize,
}

impl EmitterGate {
    #[inline]
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }
}

impl<R> Queue<R> {
    /// Returns a queue, and the token that opens its inbox.
    #[inline]
    pub(crate) fn new() -> (Self, QCellOwner) {
        let token = token::make();
        let queue = Self {
            remote_batches: AtomicU64::new(1),
            local_batches: AtomicU64::new(1),
            remote_waiting: AtomicBool::new(false),
            local_waiting: AtomicBool::new(false),
            capacity: AtomicUsize::new(1),
            since: AtomicU64::new(0),
            remote: Mutex::new(Remote { pending: Pending::default(), reader: None, asleep: false }),
            inbox: token.cell(SyncWrapper::new(Inbox::default())),
            token: token.id(),
        };
        (queue, token)
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, Remote<R>> {
        self.remote.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the inbox if this thread is polling this run.
    #[inline]
    pub(super) fn inbox<'a>(&'a self, lent: &'a mut Lent) -> Option<&'a mut Inbox<R>> {
        let token = lent.token().filter(|token| token.id() == self.token)?;
        Some(self.inbox.rw(token).get_mut())
    }

    /// Returns how many events may wait before a sender does.
    #[inline]
    pub(crate) fn capacity(&self) -> usize {
        self.capacity.load(Ordering::Relaxed)
    }

    /// Returns whether any event waits for the reader.
    #[inline]
    pub(crate) fn is_waiting(&self) -> bool {
        self.local_waiting.load(Ordering::Relaxed) || self.remote_waiting.load(Ordering::Relaxed)
    }

    /// Returns whether the reader has not taken anything for longer than a quick batch lasts. Reads the clock.
    #[cold]
    pub(crate) fn is_late(&self) -> bool {
        now().saturating_sub(self.since.load(Ordering::Relaxed)) >= QUICK
    }
}

impl<R> Remote<R> {
    pub(super) fn wake_reader(&mut self) {
        if let Some(reader) = self.reader.as_ref().filter(|_| std::mem::take(&mut self.asleep)) {
            reader.wake_by_ref();
        }
    }
}
