//! The writer of a run.

use super::{
    handle::Handle,
    options::Durability,
    queue::Stage,
    receipt::Receipt,
    run_state::{RunState, State},
    shared::closed,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::{RunStatus, Write},
};
use std::{
    fmt,
    sync::Arc,
    task::{Context, Poll},
    time::SystemTime,
};

/// Records a run. A clone writes to the same run.
///
/// If the last clone is dropped before the end of the run was written, the run is recorded as interrupted.
#[derive(Clone)]
pub struct RunWriter {
    inner: Arc<Inner>,
}

struct Inner {
    handle: Arc<Handle>,
    run: Arc<RunState>,
}

impl Inner {
    fn write(&self, write: Write) -> Receipt {
        let mut state = self.run.state();
        state.accepted += 1;
        let receipt = Receipt::from(state.accepted);
        if state.failure.is_some() {
            return receipt;
        }
        if state.ended {
            let message = format!("the run `{}` has ended: nothing more can be recorded", self.run.id);
            state.failure = Some(StoreError::new(StoreErrorKind::Invalid, message));
            return receipt;
        }
        let ended = matches!(write, Write::RunEnded { .. });
        let urgent = ended || (self.run.is_followed() && matches!(write, Write::Event(_)));
        state.ended = ended;
        state.bytes += write.size();
        state.waiting.push(write);
        if urgent || state.waiting.len() == 1 {
            self.enqueue(&mut state, urgent);
        }
        receipt
    }

    /// Puts the run into the queue after another write was accepted. The caller holds the lock of the run's state.
    fn enqueue(&self, state: &mut State, urgent: bool) {
        let shared = &self.handle.shared;
        let mut queue = shared.queue();
        if queue.stage == Stage::Stopped {
            state.failure = Some(closed());
            return;
        }
        // With several waiting writes, the run is in the queue already.
        if state.waiting.len() == 1 {
            queue.runs.push(Arc::clone(&self.run));
        }
        let wake = urgent && !queue.urgent;
        let was_idle = std::mem::take(&mut queue.idle);
        queue.urgent |= urgent;
        drop(queue);
        if wake {
            shared.urgent.notify_one();
        }
        if was_idle {
            shared.queued.notify_one();
        }
    }

    /// Makes the queue urgent.
    fn hurry(&self) {
        let mut queue = self.handle.shared.queue();
        let wake = !queue.urgent && !queue.runs.is_empty();
        queue.urgent |= wake;
        drop(queue);
        if wake {
            self.handle.shared.urgent.notify_one();
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        if !self.run.state().ended {
            let (at, status) = (SystemTime::now(), RunStatus::Interrupted);
            let _ = self.write(Write::RunEnded { at, status, output: None, error: None });
        }
    }
}

impl RunWriter {
    pub(super) fn new(handle: Arc<Handle>, run: Arc<RunState>) -> Self {
        Self { inner: Arc::new(Inner { handle, run }) }
    }

    /// Returns the id of the run.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.inner.run.id
    }

    /// Queues a write without waiting. [`poll_ready`](Self::poll_ready) waits for capacity.
    pub fn write(&self, write: Write) -> Receipt {
        self.inner.write(write)
    }

    /// Waits until a write and all earlier writes are durable, as the journal's [`Durability`] defines it.
    ///
    /// # Errors
    /// Returns the error of the first write of this run that failed.
    pub fn poll_durable(&self, receipt: Receipt, cx: &mut Context<'_>) -> Poll<Result<(), StoreError>> {
        if self.inner.handle.shared.options.durability == Durability::Relaxed {
            return Poll::Ready(self.inner.run.failure().map_or(Ok(()), Err));
        }
        self.poll_committed(receipt, cx)
    }

    /// Waits until a write and all earlier writes are in the log, with any [`Durability`].
    ///
    /// # Errors
    /// Returns the error of the first write of this run that failed.
    pub fn poll_committed(&self, receipt: Receipt, cx: &mut Context<'_>) -> Poll<Result<(), StoreError>> {
        let (run, number) = (&self.inner.run, u64::from(receipt));
        let mut state = run.state();
        if let Some(result) = state.result(number) {
            return Poll::Ready(result);
        }
        // The waker is registered again below, if it is still needed.
        state.committed_wakers.retain(|(other, waker)| *other != number || !waker.will_wake(cx.waker()));
        drop(state);
        let driven = self.inner.handle.shared.drive(run, cx);
        let mut state = run.state();
        if let Some(result) = state.result(number) {
            return Poll::Ready(result);
        }
        state.committed_wakers.push((number, cx.waker().clone()));
        drop(state);
        if !driven {
            self.inner.hurry();
        }
        Poll::Pending
    }

    /// Returns whether the run was asked to be cancelled: [`Journal::cancel`](crate::Journal::cancel).
    #[must_use]
    pub fn is_cancel_requested(&self) -> bool {
        self.inner.run.is_cancel_requested()
    }

    /// Ready once the run is asked to be cancelled. The last task that waits is woken.
    pub fn poll_cancel_requested(&self, cx: &mut Context<'_>) -> Poll<()> {
        self.inner.run.poll_cancel_requested(cx)
    }

    /// Waits until the queue has capacity for more writes of this run.
    ///
    /// # Errors
    /// Returns the error of the first write of this run that failed.
    pub fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), StoreError>> {
        let mut state = self.inner.run.state();
        if let Some(error) = &state.failure {
            return Poll::Ready(Err(error.clone()));
        }
        if state.bytes < self.inner.handle.shared.options.capacity {
            return Poll::Ready(Ok(()));
        }
        let waker = cx.waker();
        if !state.capacity_wakers.iter().any(|known| known.will_wake(waker)) {
            state.capacity_wakers.push(waker.clone());
        }
        drop(state);
        // A reader that waits for capacity does not poll the step that polls a transaction.
        self.inner.handle.shared.hand_over();
        self.inner.hurry();
        Poll::Pending
    }
}

impl fmt::Debug for RunWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunWriter").field("run", &self.id()).finish_non_exhaustive()
    }
}
