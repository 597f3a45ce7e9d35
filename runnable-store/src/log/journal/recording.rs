//! The recording of one run.

use super::{
    Durability, Handle, RunState,
    live::{Stage, State, stopped, weight},
};
use crate::{RunStatus, StoreError, StoreErrorKind, Write, now};
use std::{
    fmt,
    sync::Arc,
    task::{Context, Poll},
};

/// Records one run. A clone is the same recording.
///
/// Where the last is dropped and the run's end was not written, the run is recorded as interrupted.
#[derive(Clone)]
pub struct Recording {
    hold: Arc<Hold>,
}

/// A write of a run, to wait for it: [`Recording::poll_durable`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[must_use = "a write is durable once `poll_durable` says so"]
pub struct Ticket(u64);

impl From<u64> for Ticket {
    fn from(number: u64) -> Self {
        Self(number)
    }
}

impl From<Ticket> for u64 {
    fn from(ticket: Ticket) -> Self {
        ticket.0
    }
}

pub(super) struct Hold {
    handle: Arc<Handle>,
    run: Arc<RunState>,
}

impl Hold {
    pub(super) fn new(handle: Arc<Handle>, run: Arc<RunState>) -> Self {
        Self { handle, run }
    }

    fn write(&self, write: Write) -> Ticket {
        let mut state = self.run.state();
        state.written += 1;
        let ticket = Ticket(state.written);
        if state.failed.is_some() {
            return ticket;
        }
        if state.ended {
            let message = format!("the run `{}` has ended: nothing more of it can be recorded", self.run.id);
            state.failed = Some(StoreError::new(StoreErrorKind::Invalid, message));
            return ticket;
        }
        let over = matches!(write, Write::RunEnded { .. });
        let urgent = over || (self.run.is_followed() && matches!(write, Write::Event(_)));
        state.ended = over;
        state.bytes += weight(&write);
        state.waiting.push(write);
        if urgent || state.waiting.len() == 1 {
            self.enqueue(&mut state, urgent);
        }
        ticket
    }

    /// Under the lock of the run, which has one more write that waits.
    fn enqueue(&self, state: &mut State, urgent: bool) {
        let live = &self.handle.live;
        let mut queue = live.queue();
        if queue.stage == Stage::Stopped {
            state.failed = Some(stopped());
            return;
        }
        if state.waiting.len() == 1 {
            queue.runs.push(Arc::clone(&self.run));
        }
        let wake = urgent && !queue.urgent;
        let doze = std::mem::take(&mut queue.dozing);
        queue.urgent |= urgent;
        drop(queue);
        if wake {
            live.wake.notify_one();
        }
        if doze {
            live.doze.notify_one();
        }
    }

    /// Somebody waits for what is queued.
    fn hurry(&self) {
        let mut queue = self.handle.live.queue();
        let wake = !queue.urgent && !queue.runs.is_empty();
        queue.urgent |= wake;
        drop(queue);
        if wake {
            self.handle.live.wake.notify_one();
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if !self.run.state().ended {
            let _ =
                self.write(Write::RunEnded { at: now(), status: RunStatus::Interrupted, output: None, error: None });
        }
    }
}

impl Recording {
    pub(super) fn new(hold: Hold) -> Self {
        Self { hold: Arc::new(hold) }
    }

    /// The run's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.hold.run.id
    }

    /// Queues a write, and never waits: [`poll_ready`](Self::poll_ready) says whether there is room.
    pub fn write(&self, write: Write) -> Ticket {
        self.hold.write(write)
    }

    /// Waits until a write, and so all before it, is durable as the journal's [`Durability`] has it.
    ///
    /// # Errors
    /// Where a write of this run failed: from then on always.
    pub fn poll_durable(&self, ticket: Ticket, cx: &mut Context<'_>) -> Poll<Result<(), StoreError>> {
        if self.hold.handle.live.options.durability == Durability::Relaxed {
            return Poll::Ready(self.hold.run.failure().map_or(Ok(()), Err));
        }
        self.poll_written(ticket, cx)
    }

    /// Waits until a write, and so all before it, is in the log, whatever the journal's [`Durability`].
    ///
    /// # Errors
    /// Where a write of this run failed: from then on always.
    pub fn poll_written(&self, ticket: Ticket, cx: &mut Context<'_>) -> Poll<Result<(), StoreError>> {
        let (run, Ticket(ticket)) = (&self.hold.run, ticket);
        let mut state = run.state();
        if let Some(outcome) = state.outcome(ticket) {
            return Poll::Ready(outcome);
        }
        // It looks for itself before it waits again.
        state.for_durable.retain(|(other, waker)| *other != ticket || !waker.will_wake(cx.waker()));
        drop(state);
        let driven = self.hold.handle.live.drive(run, cx);
        let mut state = run.state();
        if let Some(outcome) = state.outcome(ticket) {
            return Poll::Ready(outcome);
        }
        state.for_durable.push((ticket, cx.waker().clone()));
        drop(state);
        if !driven {
            self.hold.hurry();
        }
        Poll::Pending
    }

    /// Waits until there is room for more writes of this run.
    ///
    /// # Errors
    /// Where a write of this run failed: from then on always.
    pub fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), StoreError>> {
        let mut state = self.hold.run.state();
        if let Some(error) = &state.failed {
            return Poll::Ready(Err(error.clone()));
        }
        if state.bytes < self.hold.handle.live.options.room {
            return Poll::Ready(Ok(()));
        }
        let waker = cx.waker();
        if !state.for_room.iter().any(|known| known.will_wake(waker)) {
            state.for_room.push(waker.clone());
        }
        drop(state);
        self.hold.hurry();
        Poll::Pending
    }
}

impl fmt::Debug for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recording").field("run", &self.id()).finish_non_exhaustive()
    }
}
