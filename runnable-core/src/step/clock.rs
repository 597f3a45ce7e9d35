//! Limits of time that do not include the time of the run's reader.

use super::timeout::poll_timer;
use crate::queue::{ReaderShare, ReaderTime};
use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker, ready},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep};

/// Measures the time of a step from its first poll, or from a restart, up to a limit.
pub(super) struct Clock {
    limit: Duration,
    began: Option<Instant>,
    /// Made once the step waits for something.
    timer: Option<Pin<Box<Sleep>>>,
    share: Option<Share>,
}

/// The reader's share of the time, if somebody reads the events.
struct Share {
    reader: Arc<ReaderShare>,
    waker: Waker,
    /// The share when the clock began.
    before: Duration,
}

impl Clock {
    pub(super) fn new(limit: Duration, reader: Option<&Arc<ReaderTime>>) -> Self {
        let share = reader.map(|reader| {
            let share = ReaderShare::new(reader);
            Share { waker: Waker::from(Arc::clone(&share)), reader: share, before: Duration::ZERO }
        });
        Self { limit, began: None, timer: None, share }
    }

    pub(super) fn limit(&self) -> Duration {
        self.limit
    }

    /// Returns where the step's events from other tasks note that they wait.
    pub(super) fn share(&self) -> Option<&Arc<ReaderShare>> {
        self.share.as_ref().map(|share| &share.reader)
    }

    pub(super) fn has_begun(&self) -> bool {
        self.began.is_some()
    }

    /// Begins anew.
    pub(super) fn restart(&mut self) {
        self.began = Some(Instant::now());
        if let Some(share) = &mut self.share {
            share.before = share.reader.total();
        }
    }

    /// Begins a poll of the step, in the task of `task`. Returns the waker for the step, if the step needs a waker of its own.
    pub(super) fn begin_poll(&mut self, task: &Waker) -> Option<&Waker> {
        if self.began.is_none() {
            self.restart();
        }
        let share = self.share.as_ref()?;
        share.reader.polled(task);
        Some(&share.waker)
    }

    /// Ready once the step has taken longer than the limit.
    pub(super) fn poll_end(&mut self, task: &mut Context<'_>) -> Poll<()> {
        loop {
            let left = self.limit.saturating_sub(self.elapsed());
            let timer = match &mut self.timer {
                Some(timer) => timer,
                None => self.timer.insert(Box::pin(sleep(left))),
            };
            ready!(poll_timer(timer.as_mut(), task));
            let left = self.limit.saturating_sub(self.elapsed());
            if left.is_zero() {
                return Poll::Ready(());
            }
            if let Some(timer) = &mut self.timer {
                timer.as_mut().reset(Instant::now() + left);
            }
        }
    }

    /// Returns the time of the step.
    fn elapsed(&self) -> Duration {
        let elapsed = self.began.map_or(Duration::ZERO, |began| began.elapsed());
        let share =
            self.share.as_ref().map_or(Duration::ZERO, |share| share.reader.total().saturating_sub(share.before));
        elapsed.saturating_sub(share)
    }
}
