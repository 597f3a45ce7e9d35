//! A pipeline that was written as an expression.

use super::run::Run;
use crate::{
    __private::Shape,
    context::{RunContext, StepCx},
    event::{RunData, Same},
    graph::Graph,
    id::{Result, RunId},
};
use std::{future::Future, marker::PhantomData};

/// What its runs are called.
const NAME: &str = "pipeline";

/// A pipeline that was written as an expression, and may borrow from its surroundings.
#[must_use = "a pipeline does nothing until it is executed"]
pub struct Inline<D, O, F> {
    shape: Shape<'static>,
    body: F,
    types: PhantomData<fn() -> (D, O)>,
}

/// Makes one.
pub fn inline<D, O, F>(shape: Shape<'static>, body: F) -> Inline<D, O, F>
where
    D: RunData,
    F: AsyncFnOnce(StepCx<'_, D, Same>) -> Result<O>,
{
    Inline { shape, body, types: PhantomData }
}

impl<D, O, F> Inline<D, O, F>
where
    D: RunData,
    F: AsyncFnOnce(StepCx<'_, D, Same>) -> Result<O>,
{
    /// Its steps and what passes between them, known without running it. What comes from the surrounding scope is no edge.
    #[must_use]
    pub fn graph(&self) -> Graph {
        Graph::new(self.shape)
    }

    /// Runs it without events.
    pub fn execute(self) -> super::node::Execute<F, impl Future<Output = Result<O>>> {
        crate::Execute::new(NAME, self.body, |body, id: Option<RunId>| async move {
            let context = RunContext::<D>::unread(id);
            body(StepCx::root(&context)).await
        })
    }

    /// Runs it with its events.
    pub fn execute_streaming(self) -> Run<D, O, impl Future<Output = Result<O>>> {
        Run::new(NAME, |state| async move {
            let context = RunContext::read(state);
            (self.body)(StepCx::root(&context)).await
        })
    }
}

impl<D, O, F> std::fmt::Debug for Inline<D, O, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Inline")
    }
}
