//! The handle through which a plain task sends events.

use crate::{
    event::refused,
    id::Error,
    queue::{Receipt, poll_unit},
};
use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

/// Sends a task's events. Take one as a parameter, and call [`emit`](Emitter::emit).
///
/// If nobody reads the events, as in a run by `execute()`, sending does nothing. Events that are sent after the step has
/// ended are dropped.
///
/// # Examples
/// ```
/// use runnable::prelude::*;
///
/// #[derive(Debug, Clone, PartialEq, TaskEvent)]
/// enum Progress {
///     Part { number: u32 },
/// }
///
/// #[task(returns = [sum])]
/// async fn add_up(parts: u32, events: Emitter<Progress>) -> u32 {
///     for number in 1..=parts {
///         events.emit(Progress::Part { number }).await;
///     }
///     (1..=parts).sum()
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let mut run = AddUp { parts: 2 }.execute_streaming();
/// let mut numbers = vec![];
/// while let Some(event) = run.next().await {
///     if let Some(Progress::Part { number }) = event.data() {
///         numbers.push(*number);
///     }
/// }
/// assert_eq!(numbers, [1, 2]);
/// # }
/// ```
pub struct Emitter<E>(Option<Arc<dyn Sink<E>>>);

/// The destination of an emitter's events. Object safe: an emit makes one virtual call, however deep the step is.
pub(crate) trait Sink<E>: Send + Sync {
    /// Sends the event if it is `Some`. Ready once it was read, or the sender need not wait for that.
    fn poll_emit(&self, task: &mut Context<'_>, receipt: &mut Receipt, event: &mut Option<E>) -> Poll<()>;

    /// The sender no longer waits.
    fn give_up(&self, receipt: &mut Receipt);
}

impl<E> Emitter<E> {
    pub(crate) fn new(sink: Option<Arc<dyn Sink<E>>>) -> Self {
        Self(sink)
    }
}

impl<E: 'static> Emitter<E> {
    /// Sends `event`, and waits until the reader took it. While the step and its reader are quick, up to 32 events may
    /// wait for the reader before the step does. A step that only emits lets others run after each 127 events, also if
    /// nobody reads them.
    ///
    /// # Panics
    /// Ends the step if `event` is a [`DynEvent`](crate::DynEvent) whose type is [reserved](crate::DynEvent::new), also in a
    /// run whose events nobody reads. The step does not report a panic, but fails with an error that names the type.
    ///
    /// # Cancel safety
    /// The event is sent at the first poll, once. Dropping the future later does not take it back.
    pub fn emit(&self, event: E) -> Emit<'_, E> {
        if let Some(error) = refused(&event) {
            end_step(error);
        }
        Emit { sink: self.0.as_deref(), event: Some(event), receipt: Receipt::default() }
    }

    /// Sends `event` from a `blocking` task. Blocks the thread for as long as [`emit`](Self::emit) waits.
    ///
    /// # Panics
    /// Panics if called from an async task that `futures::executor::block_on` is running.
    pub fn emit_blocking(&self, event: E) {
        futures_executor::block_on(self.emit(event));
    }
}

/// Unwinds with the error of the step, to which [`Error::panicked`] turns it back. Nothing else ends a step from within a call
/// that it makes, whatever task or thread the call is on.
#[cold]
pub(crate) fn end_step(error: Error) -> ! {
    if cfg!(panic = "unwind") {
        // Without the panic hook, which would print a message.
        std::panic::resume_unwind(Box::new(error))
    }
    panic!("{error:#}")
}

impl<E> Clone for Emitter<E> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<E> fmt::Debug for Emitter<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Emitter(live)" } else { "Emitter(unread)" })
    }
}

/// The future of [`Emitter::emit`].
#[must_use = "an event is sent when it is awaited"]
pub struct Emit<'a, E> {
    sink: Option<&'a dyn Sink<E>>,
    event: Option<E>,
    receipt: Receipt,
}

impl<E> fmt::Debug for Emit<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.event.is_some() { "Emit(unsent)" } else { "Emit(sent)" })
    }
}

impl<E> Unpin for Emit<'_, E> {}

impl<E> Drop for Emit<'_, E> {
    #[inline]
    fn drop(&mut self) {
        if let Some(sink) = self.sink
            && self.receipt.is_noted()
        {
            sink.give_up(&mut self.receipt);
        }
    }
}

impl<E> Future for Emit<'_, E> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        if let Some(sink) = this.sink {
            ready!(sink.poll_emit(task, &mut this.receipt, &mut this.event));
        }
        poll_unit(task)
    }
}
