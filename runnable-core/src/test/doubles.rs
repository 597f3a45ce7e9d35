//! Test doubles, as an interceptor of a run.

use super::steps::Steps;
use crate::{
    hooks::{Double, Interceptor, Opening, Replacement, StepPlan},
    id::{BoxError, Error, Result},
    interceptor::misfit,
    run::Node,
};
use std::{any::Any, fmt, time::Duration};

/// The replaced steps of a run, in the order in which they are replaced.
#[derive(Default)]
pub(super) struct Doubles(Vec<(Steps, ReplacedStep)>);

/// The changes to some steps.
#[derive(Clone, Default)]
pub(super) struct ReplacedStep {
    pub(super) delay: Option<Duration>,
    pub(super) with: Option<Replacement>,
}

impl Doubles {
    pub(super) fn add(&mut self, steps: Steps, replaced: ReplacedStep) {
        self.0.push((steps, replaced));
    }

    /// Returns the changes to the step at `path`. Later changes override earlier ones, and those of a single item override
    /// those of all items.
    fn of(&self, path: &str) -> ReplacedStep {
        let mut all: Vec<_> = self.0.iter().filter(|(steps, _)| steps.contain(path)).collect();
        all.sort_by_key(|(steps, _)| steps.has_index());
        all.into_iter().fold(ReplacedStep::default(), |earlier, (_, later)| ReplacedStep {
            delay: later.delay.or(earlier.delay),
            with: later.with.clone().or(earlier.with),
        })
    }
}

impl Interceptor for Doubles {
    fn before_step(&self, path: &str, _: bool) -> StepPlan {
        let opening = Opening::Started;
        match self.of(path) {
            ReplacedStep { delay, with: Some(with) } => StepPlan::Replace { delay, with, opening },
            ReplacedStep { delay: None, with: None } => StepPlan::default(),
            ReplacedStep { delay, with: None } => StepPlan::Run { delay, earlier_attempts: 0, opening },
        }
    }

    fn before_pipeline(&self, path: &str) -> StepPlan {
        self.before_step(path, false)
    }
}

impl fmt::Debug for Doubles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().flat_map(|(steps, _)| steps.ids())).finish()
    }
}

/// A function of the inputs of a step.
pub(super) struct Mock<N: Node>(pub(super) MockFn<N>);

type MockFn<N> = Box<dyn Fn(N) -> Result<<N as Node>::Output, BoxError> + Send + Sync>;

impl<N: Node> Double for Mock<N> {
    fn output(&self, node: &'static str, input: &mut dyn FnMut() -> Option<Box<dyn Any>>) -> Result<Box<dyn Any>> {
        let input = input().ok_or_else(|| {
            let message = "is a reference to a type that is not `Clone`, so a mock cannot take it: use `stub`";
            misfit(format!("an input of `{node}` {message}").into())
        })?;
        let input = input
            .downcast::<N>()
            .map_err(|_| misfit(format!("the mock is made for another task than `{node}`").into()))?;
        let output = self.0(*input).map_err(|error| Error::failed(error, false))?;
        Ok(Box::new(output))
    }
}

/// A value, whatever the inputs.
pub(super) struct Stub<O>(pub(super) O);

impl<O: Clone + Any + Send + Sync> Double for Stub<O> {
    fn output(&self, _: &'static str, _: &mut dyn FnMut() -> Option<Box<dyn Any>>) -> Result<Box<dyn Any>> {
        Ok(Box::new(self.0.clone()))
    }
}
