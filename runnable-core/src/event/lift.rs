//! The conversion of a step's events to those of the run, composed at compile time so that nesting costs nothing.

use super::event::Lifecycle;
use crate::id::Sealed;
use serde::{Serialize, Serializer};
use std::marker::PhantomData;

/// The data of the events of a run: the event enum of a pipeline, or `Option<E>` for a task that runs alone.
pub trait RunData: Sealed + Send + 'static {
    /// Returns the data of a lifecycle event.
    fn lifecycle(event: Lifecycle) -> Self;
}

impl<E: Send + 'static> RunData for Option<E> {
    fn lifecycle(_: Lifecycle) -> Self {
        None
    }
}

/// The data of the events of a run of a node whose events are `E`.
pub trait Holds<E>: RunData {
    /// Returns the data of an event of the node.
    fn hold(event: E) -> Self;
}

impl<E: Send + 'static> Holds<E> for Option<E> {
    fn hold(event: E) -> Self {
        Some(event)
    }
}

impl<R: RunData> Holds<R> for R {
    fn hold(event: R) -> R {
        event
    }
}

/// Converts an event of a node to an event of the run. All implementors are zero-sized types.
pub trait Lift<E, R>: Send + Sync + 'static {
    /// Converts an event.
    fn lift(event: E) -> R;
}

/// Converts the events of a node that is the run.
#[derive(Debug)]
pub struct Same;

impl<E, R: Holds<E>> Lift<E, R> for Same {
    fn lift(event: E) -> R {
        R::hold(event)
    }
}

/// Variant `I` of a pipeline's event enum.
pub trait Variant<const I: usize>: 'static {
    /// The events of the step.
    type Data;
    /// Wraps an event of the step.
    fn wrap(data: Self::Data) -> Self;
}

/// Converts the events of step `I` of a pipeline. The events of the pipeline are `P`, and `M` converts them.
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

/// The events of a node without events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}

impl Serialize for Never {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}
