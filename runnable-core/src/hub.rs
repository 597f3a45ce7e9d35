//! One bounded queue per run, between its steps and the reader that drives it.

use crate::{
    RunId,
    event::Lifecycle,
    path::{Origin, Scope},
};
use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, OnceLock, PoisonError},
    task::{Context, Poll, Waker},
};

/// What waits for the reader.
pub(crate) struct Queued<R> {
    pub(crate) origin: Origin,
    pub(crate) body: Body<R>,
}

/// When a step sent its last event.
#[derive(Clone, Copy, Default)]
pub(crate) struct Ticket(u64);

pub(crate) enum Body<R> {
    Life(Lifecycle),
    Data(R),
}

/// Shared by the reader and every step of the run, spawned ones included.
///
/// An event is read before the step that sent it goes on, so that no more than one event waits for each step that runs,
/// besides the closing events of steps.
pub(crate) struct Hub<R> {
    id: OnceLock<RunId>,
    state: Mutex<State<R>>,
}

struct State<R> {
    queue: VecDeque<Queued<R>>,
    /// How often the reader took what waited: a step goes on when this has moved past its [`Ticket`].
    taken: u64,
    /// Steps that wait for the reader and that a poll of the run would not reach.
    blocked: Vec<Waker>,
    /// The reader, while it sleeps.
    reader: Option<Waker>,
    /// What the run is being polled with.
    driver: Option<Waker>,
}

impl<R> Hub<R> {
    pub(crate) fn new() -> Self {
        let state = State { queue: VecDeque::new(), taken: 1, blocked: vec![], reader: None, driver: None };
        Self { id: OnceLock::new(), state: Mutex::new(state) }
    }

    pub(crate) fn id(&self) -> &RunId {
        self.id.get_or_init(RunId::generate)
    }

    /// Names the run; `false` where it has a name already.
    pub(crate) fn name(&self, id: RunId) -> bool {
        self.id.set(id).is_ok()
    }

    fn lock(&self) -> MutexGuard<'_, State<R>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends at once. Pending, though it was sent, until it was read: go on after [`poll_turn`](Self::poll_turn).
    pub(crate) fn push(&self, task: &mut Context<'_>, ticket: &mut Ticket, origin: &Origin, body: Body<R>) -> Poll<()> {
        let mut state = self.lock();
        *ticket = Ticket(state.taken);
        state.queue.push_back(Queued { origin: origin.clone(), body });
        state.wake_reader();
        state.poll_turn(task, *ticket)
    }

    /// Ready when what was sent with this ticket has been read.
    pub(crate) fn poll_turn(&self, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        self.lock().poll_turn(task, ticket)
    }

    /// Sends without waiting: what closes a step.
    pub(crate) fn force(&self, origin: Origin, life: Lifecycle) {
        let mut state = self.lock();
        state.queue.push_back(Queued { origin, body: Body::Life(life) });
        state.wake_reader();
    }

    pub(crate) fn force_run(&self, life: Lifecycle) {
        self.force(Scope::ROOT.origin(), life);
    }

    /// Before a poll of the run: takes what waits, or else gets ready to drive.
    pub(crate) fn before_poll(&self, waker: &Waker, batch: &mut VecDeque<Queued<R>>) -> bool {
        let mut state = self.lock();
        state.reader = None;
        if !state.queue.is_empty() {
            take(state, batch);
            return true;
        }
        if state.driver.as_ref().is_none_or(|driver| driver.data() != waker.data()) {
            state.driver = Some(waker.clone());
        }
        false
    }

    /// After a poll of the run: takes what waits, or else sleeps.
    pub(crate) fn after_poll(&self, waker: &Waker, batch: &mut VecDeque<Queued<R>>) -> bool {
        let mut state = self.lock();
        if state.queue.is_empty() {
            state.reader = Some(waker.clone());
            return false;
        }
        take(state, batch);
        true
    }
}

/// Hands the queue to the reader and lets blocked steps go on.
fn take<R>(mut state: MutexGuard<'_, State<R>>, batch: &mut VecDeque<Queued<R>>) {
    std::mem::swap(&mut state.queue, batch);
    state.taken += 1;
    let blocked = std::mem::take(&mut state.blocked);
    drop(state);
    blocked.into_iter().for_each(Waker::wake);
}

impl<R> State<R> {
    fn poll_turn(&mut self, task: &mut Context<'_>, ticket: Ticket) -> Poll<()> {
        if ticket.0 != self.taken {
            return Poll::Ready(());
        }
        self.park(task.waker());
        Poll::Pending
    }

    fn park(&mut self, waker: &Waker) {
        // Polling the run reaches whoever was polled with the run's own waker; only the others must be woken. The data
        // pointers are compared, not `will_wake`: equal vtables may have two addresses.
        let reached = self.driver.as_ref().is_some_and(|driver| driver.data() == waker.data());
        if !reached && self.blocked.last().is_none_or(|last| last.data() != waker.data()) {
            self.blocked.push(waker.clone());
        }
    }

    fn wake_reader(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
    }
}
