//! The stream of a run's events.

use super::{log_event::LogEvent, options::OverflowPolicy, shared::Shared, tail::Tail};
use crate::error::StoreError;
use futures_core::Stream;
use std::{
    fmt,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

/// The events of a run, from its log and then live.
///
/// The stream ends after the last event of a run that has ended, or after its first error. If the process of the run dies, the
/// error is of the kind [`Interrupted`](crate::StoreErrorKind::Interrupted), unless the stream
/// [waits](Self::wait_for_resume).
///
/// # Cancel safety
/// No event is lost if the stream, or a future that waits for its next item, is dropped: a new stream that starts after the last
/// received number continues there.
pub struct EventStream {
    inner: Pin<Box<dyn Stream<Item = Result<LogEvent, StoreError>> + Send>>,
    waits: Arc<AtomicBool>,
}

impl EventStream {
    pub(super) fn new(shared: Arc<Shared>, run: &str, after: u64, overflow: OverflowPolicy) -> Self {
        let mut tail = Tail::new(shared, run, after, overflow);
        let waits = tail.waits();
        let inner = async_stream::stream! {
            while let Some(item) = tail.next().await {
                yield item;
            }
        };
        Self { inner: Box::pin(inner), waits }
    }

    /// Waits while the run is interrupted, and continues when any process resumes it.
    #[must_use]
    pub fn wait_for_resume(self) -> Self {
        self.waits.store(true, Ordering::Relaxed);
        self
    }
}

impl Stream for EventStream {
    type Item = Result<LogEvent, StoreError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.inner.as_mut().poll_next(cx)
    }
}

impl fmt::Debug for EventStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream").finish_non_exhaustive()
    }
}
