//! The handle that a plain task sends events through.

use crate::{
    event::{Lift, RunData},
    id::Origin,
    queue::{EmitterGate, Queue, Receipt},
};
use std::{
    fmt,
    future::Future,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

/// A task's event channel: take one as a parameter, and [`emit`](Emitter::emit) on it.
///
/// In a run by `execute()`, whose events nobody can read, sending is free. Events sent after the step ended are dropped.
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

/// Object-safe: the one virtual call of an emit, whatever the depth.
pub(crate) trait Sink<E>: Send + Sync {
    /// `Some` is an event to send; `None` is one that was sent and waits for the reader.
    fn poll_emit(&self, task: &mut Context<'_>, receipt: &mut Receipt, event: &mut Option<E>) -> Poll<()>;
}

/// What a step that ends does to its emitters.
pub(crate) trait Close: Send + Sync {
    fn origin(&self) -> &Origin;
    fn close(&self);
}

impl<E> Emitter<E> {
    pub(crate) fn new(sink: Option<Arc<dyn Sink<E>>>) -> Self {
        Self(sink)
    }

    /// Sends `event`; waits until it was read. While the step and its reader are quick, a few events may wait for the
    /// reader before the step does.
    ///
    /// # Cancel safety
    /// The event is sent at the first poll, once.
    pub fn emit(&self, event: E) -> Emit<'_, E> {
        Emit { sink: self.0.as_deref(), event: Some(event), receipt: Receipt::default() }
    }

    /// Sends `event` from a `blocking` task; blocks the thread as [`emit`](Self::emit) waits.
    pub fn emit_blocking(&self, event: E) {
        futures_executor::block_on(self.emit(event));
    }
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

impl<E> Future for Emit<'_, E> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        this.sink.map_or(Poll::Ready(()), |sink| sink.poll_emit(task, &mut this.receipt, &mut this.event))
    }
}

/// A step's sink: its run, its origin, and how to lift.
pub(crate) struct StepSink<R, M> {
    queue: Arc<Queue<R>>,
    origin: Origin,
    gate: EmitterGate,
    lift: PhantomData<fn() -> M>,
}

impl<R, M> StepSink<R, M> {
    pub(crate) fn new(queue: &Arc<Queue<R>>, origin: Origin) -> Self {
        Self { queue: Arc::clone(queue), origin, gate: EmitterGate::default(), lift: PhantomData }
    }
}

impl<R: RunData, M: Send + Sync + 'static> Close for StepSink<R, M> {
    fn origin(&self) -> &Origin {
        &self.origin
    }
    fn close(&self) {
        self.queue.close(&self.gate);
    }
}

impl<R, M, E> Sink<E> for StepSink<R, M>
where
    R: RunData,
    M: Lift<E, R>,
{
    fn poll_emit(&self, task: &mut Context<'_>, receipt: &mut Receipt, event: &mut Option<E>) -> Poll<()> {
        if self.gate.is_closed() {
            return Poll::Ready(());
        }
        match event.take() {
            Some(event) => self.queue.push_through(&self.gate, task, receipt, &self.origin, || M::lift(event)),
            None => self.queue.poll_turn(Some(&self.gate), task, *receipt),
        }
    }
}
