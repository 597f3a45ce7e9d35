//! A batch on its way into the log.
//!
//! A step of the only run drives it itself: to hand it to another task and back takes a quarter of the commit's time. Where there are
//! more runs, or the one who drives it is not heard of, the journal's task does: it writes what many of them wait for together.

use super::{
    Live, RunState,
    live::{Queue, Stage},
    writer,
};
use std::{
    pin::Pin,
    sync::{Arc, MutexGuard, PoisonError},
    task::{Context, Poll},
};

/// There is one at a time: the writes of a run go into the log in their order.
pub(super) struct Flight {
    commit: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// The run whose step drives it; else the journal's task does.
    driver: Option<Arc<RunState>>,
}

impl Live {
    pub(super) fn flight(&self) -> MutexGuard<'_, Option<Flight>> {
        self.flight.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes off with what waits. Under the lock of the flight, so that there is no second one.
    fn take_off(self: &Arc<Self>, mut queue: MutexGuard<'_, Queue>, driver: Option<Arc<RunState>>) -> Flight {
        queue.urgent = false;
        queue.taken += 1;
        let runs = std::mem::take(&mut queue.runs);
        drop(queue);
        Flight { commit: Box::pin(writer::commit(Arc::clone(self), runs)), driver }
    }

    /// Lets a step of this run drive what waits, where it is the only one; false where the journal's task must.
    pub(super) fn drive(self: &Arc<Self>, run: &Arc<RunState>, task: &mut Context<'_>) -> bool {
        // A commit that finds the store busy sleeps, which takes a runtime.
        if tokio::runtime::Handle::try_current().is_err() {
            return false;
        }
        // Where it is locked, somebody drives it.
        let Ok(mut flight) = self.flight.try_lock() else { return false };
        if flight.is_none() {
            if !self.is_only_one() {
                return false;
            }
            let queue = self.queue();
            if queue.urgent || queue.stage != Stage::Open || queue.runs.is_empty() {
                return false;
            }
            *flight = Some(self.take_off(queue, Some(Arc::clone(run))));
        }
        let Some(Flight { driver, .. }) = &mut *flight else { return false };
        if !driver.as_ref().is_some_and(|driver| Arc::ptr_eq(driver, run)) {
            if driver.take().is_some() {
                self.wake.notify_one();
            }
            return false;
        }
        let _ = fly(&mut flight, task);
        true
    }

    /// Whether there is something for the journal's task to drive: what others drove, or what waits and is urgent.
    pub(super) fn take_over(self: &Arc<Self>) -> Option<bool> {
        let mut flight = self.flight();
        if let Some(flight) = &mut *flight {
            flight.driver = None;
            return Some(true);
        }
        let mut queue = self.queue();
        let stopping = queue.stage != Stage::Open;
        if (queue.urgent || stopping) && !queue.runs.is_empty() {
            *flight = Some(self.take_off(queue, None));
            return Some(true);
        }
        queue.urgent = false;
        if stopping {
            queue.stage = Stage::Stopped;
            return Some(false);
        }
        None
    }

    /// Goes on with a flight that was taken over.
    pub(super) fn poll_flight(&self, task: &mut Context<'_>) -> Poll<()> {
        fly(&mut self.flight(), task)
    }

    /// Whether a flight is on its way that nobody polls just now.
    pub(super) fn is_in_flight(&self) -> bool {
        self.flight.try_lock().is_ok_and(|flight| flight.is_some())
    }
}

/// Goes on with a flight, where there is one, and ends it.
fn fly(flight: &mut Option<Flight>, task: &mut Context<'_>) -> Poll<()> {
    let done = flight.as_mut().map_or(Poll::Ready(()), |flight| flight.commit.as_mut().poll(task));
    if done.is_ready() {
        *flight = None;
    }
    done
}
