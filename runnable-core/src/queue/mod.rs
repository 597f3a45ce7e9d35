//! One bounded queue per run, between its steps and the reader that drives it.

mod capacity;
mod inbox;
mod pending;
mod reader;
mod sender;
pub(crate) mod token;

pub(crate) use self::{capacity::CLOCK_INTERVAL, pending::Queued, reader::Reader};
use self::{
    capacity::{Capacity, QUICK, now},
    inbox::Inbox,
    pending::Pending,
};
use crate::id::LazyId;
use qcell::{QCell, QCellOwner, QCellOwnerID};
use std::{
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    task::Waker,
};
use sync_wrapper::SyncWrapper;

/// When a step sent an event that it waits for.
#[derive(Clone, Copy, Default)]
pub(crate) struct Receipt {
    taken: u64,
    /// Whether it was sent in the run's own task.
    here: bool,
}

/// Shared by the reader and every step of the run, spawned ones included.
///
/// A step that sent an event waits until it was read where there is no more room: there is room for one event, and for some
/// while all is quick ([`Capacity`]): a clock and the way through the run's futures cost more than an event. So no more wait
/// than that and one for each step that runs, besides the closing events of steps and what streams on other threads send at
/// the same moment.
///
/// Steps of the run's own task send into its [`Inbox`], which needs no lock. What is sent from elsewhere waits under one, and
/// is moved before whatever is sent here after it.
pub(crate) struct Queue<R> {
    pub(crate) id: LazyId,
    /// How often the reader took what waited under the lock: a step goes on when this has moved past its [`Receipt`]. Written
    /// under the lock; read without it where a step may go on at once.
    taken: AtomicU64,
    /// How often it took what waited in the inbox; written by the reader alone.
    taken_here: AtomicU64,
    /// Whether there is something under the lock. Written under it; read without it by the reader, who looks again
    /// under it before it sleeps.
    waiting: AtomicBool,
    /// Whether anything waits in the inbox.
    waiting_here: AtomicBool,
    /// How many events may wait before a step does, from 1; written by the reader alone.
    room: AtomicUsize,
    /// When the reader last took something, or began to drive after it had slept.
    since: AtomicU64,
    state: Mutex<State<R>>,
    /// What steps of the run's own task send.
    inbox: QCell<SyncWrapper<Inbox<R>>>,
    /// Which token opens it.
    token: QCellOwnerID,
    /// What stands in for steps under test.
    #[cfg(feature = "test")]
    pub(crate) substitutes: std::sync::OnceLock<crate::interceptor::Substitutes>,
    /// What the run has beside its steps.
    #[cfg(feature = "runner")]
    pub(crate) ambient: std::sync::OnceLock<std::sync::Arc<crate::hooks::Ambient>>,
}

struct State<R> {
    pending: Pending<R>,
    /// The reader, while it sleeps or since it slept.
    reader: Option<Waker>,
    asleep: bool,
}

/// Where the events of one step may come from any task, and end with the step.
#[derive(Default)]
pub(crate) struct EmitterGate {
    closed: AtomicBool,
    /// How many it sent from elsewhere since it last waited: one in a task of its own lets others have their turn, however
    /// quick the reader is.
    unwaited: AtomicUsize,
}

impl EmitterGate {
    #[inline]
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }
}

impl<R> Queue<R> {
    /// A queue, and the token of its inbox.
    #[inline]
    pub(crate) fn new() -> (Self, QCellOwner) {
        let token = token::make();
        let queue = Self {
            id: LazyId::default(),
            taken: AtomicU64::new(1),
            taken_here: AtomicU64::new(1),
            waiting: AtomicBool::new(false),
            waiting_here: AtomicBool::new(false),
            room: AtomicUsize::new(1),
            since: AtomicU64::new(0),
            state: Mutex::new(State { pending: Pending::default(), reader: None, asleep: false }),
            inbox: token.cell(SyncWrapper::new(Inbox::default())),
            token: token.id(),
            #[cfg(feature = "test")]
            substitutes: std::sync::OnceLock::new(),
            #[cfg(feature = "runner")]
            ambient: std::sync::OnceLock::new(),
        };
        (queue, token)
    }

    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many events may wait before a step does.
    #[inline]
    pub(crate) fn room(&self) -> usize {
        self.room.load(Ordering::Relaxed)
    }

    /// Whether anything waits for the reader.
    #[inline]
    pub(crate) fn is_waiting(&self) -> bool {
        self.waiting_here.load(Ordering::Relaxed) || self.waiting.load(Ordering::Relaxed)
    }

    /// Whether the reader has waited for too long.
    #[cold]
    pub(crate) fn is_late(&self) -> bool {
        now().saturating_sub(self.since.load(Ordering::Relaxed)) >= QUICK
    }
}

impl<R> State<R> {
    fn wake_reader(&mut self) {
        if let Some(reader) = self.reader.as_ref().filter(|_| std::mem::take(&mut self.asleep)) {
            reader.wake_by_ref();
        }
    }
}
