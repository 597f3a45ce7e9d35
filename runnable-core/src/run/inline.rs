//! Pipelines that are written as expressions.

use super::{awaited::Executed, run::Run, work::to_its_end};
use crate::{
    context::{RunContext, StepCx},
    event::{RunData, Same},
    id::{Result, RunId},
};
use runnable_graph::{__private::Shape, Graph};
use std::{
    future::Future,
    marker::PhantomData,
    pin::Pin,
    task::{Context, Poll},
};

/// The name of its runs.
const NAME: &str = "pipeline";

/// A pipeline that is written as an expression. It may borrow from the surrounding scope.
#[must_use = "a pipeline does nothing until it is executed"]
pub struct Inline<D, O, F> {
    shape: Shape<'static>,
    body: F,
    types: PhantomData<fn() -> (D, O)>,
}

impl<D, O, F> Inline<D, O, F>
where
    D: RunData,
    F: AsyncFnOnce(StepCx<'_, D, Same>) -> Result<O>,
{
    /// Returns a pipeline of this shape, whose steps `body` runs.
    #[doc(hidden)]
    pub fn new(shape: Shape<'static>, body: F) -> Self {
        Self { shape, body, types: PhantomData }
    }

    /// Returns the steps of the pipeline, and the values that pass between them, without running it. Values of the
    /// surrounding scope have no edges.
    #[must_use]
    pub fn graph(&self) -> Graph {
        Graph::new(self.shape)
    }

    /// Runs the pipeline without events. See [`Node::execute`](crate::Node::execute).
    pub fn execute(self) -> super::node::Execute<F, impl Future<Output = Result<O>>> {
        crate::Execute::new(NAME, self.body, |body, id: Option<RunId>| async move {
            let context = RunContext::<D>::unread(id);
            to_its_end(&context, body(StepCx::root(&context))).await
        })
    }

    /// Runs the pipeline with its events. See [`Node::execute_streaming`](crate::Node::execute_streaming).
    pub fn execute_streaming(self) -> Run<D, O, impl Future<Output = Result<O>>> {
        Run::new(NAME, |state| async move {
            let context = RunContext::read(state);
            to_its_end(&context, (self.body)(StepCx::root(&context))).await
        })
    }
}

impl<D, O, F> std::fmt::Debug for Inline<D, O, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Inline")
    }
}

/// Never holds: see [`Executed`].
#[doc(hidden)]
impl<D, O, F> Future for Inline<D, O, F>
where
    for<'r> (Self,): Executed<'r, Self>,
{
    type Output = Result<O>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<O>> {
        Poll::Pending
    }
}
