//! How a step's event becomes the run's: composed at compile time, so that nesting costs nothing.

use super::event::Lifecycle;
use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// What the events of a run carry. Implemented by the event enum of a pipeline, and by `Option<E>` for a task alone.
pub trait RunData: Send + 'static {
    /// The data of an event of the runtime's own.
    fn lifecycle(event: Lifecycle) -> Self;
}

impl<E: Send + 'static> RunData for Option<E> {
    fn lifecycle(_: Lifecycle) -> Self {
        None
    }
}

/// Wraps a node's event into the run's. Every implementor is a zero-sized type.
pub trait Lift<E, R>: Send + Sync + 'static {
    /// The wrapped event.
    fn lift(event: E) -> R;
}

/// The run's own node, where it is a pipeline.
#[derive(Debug)]
pub struct Same;

impl<R> Lift<R, R> for Same {
    fn lift(event: R) -> R {
        event
    }
}

/// The run's own node, where it is a task.
#[derive(Debug)]
pub struct ToOption;

impl<E> Lift<E, Option<E>> for ToOption {
    fn lift(event: E) -> Option<E> {
        Some(event)
    }
}

/// Variant `I` of a pipeline's event enum.
pub trait Variant<const I: usize>: 'static {
    /// The events of the step.
    type Data;
    /// The variant.
    fn wrap(data: Self::Data) -> Self;
}

/// Step `I` of a pipeline whose events are `P`, which itself lifts by `M`.
#[derive(Debug)]
pub struct Via<M, P, const I: usize>(PhantomData<fn() -> (M, P)>);

impl<M, P, R, const I: usize> Lift<P::Data, R> for Via<M, P, I>
where
    M: Lift<P, R>,
    P: Variant<I>,
{
    fn lift(event: P::Data) -> R {
        M::lift(P::wrap(event))
    }
}

/// The events of a node that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}

/// A step that has no events.
#[derive(Debug)]
pub struct NoEvents;

impl<R> Lift<Never, R> for NoEvents {
    fn lift(event: Never) -> R {
        match event {}
    }
}
