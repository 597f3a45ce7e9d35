//! Test doubles, as an interceptor of a run.

use crate::{
    hooks::{Double, Interceptor, Opening, Replacement, StepPlan},
    id::BoxError,
    run::Node,
};
use std::{any::Any, collections::HashMap, fmt, time::Duration};

/// The replaced steps of a run, by path without indices.
#[derive(Default)]
pub(super) struct Doubles(HashMap<String, ReplacedStep>);

/// The changes to one step.
#[derive(Default)]
pub(super) struct ReplacedStep {
    pub(super) delay: Option<Duration>,
    pub(super) with: Option<Replacement>,
}

impl Doubles {
    /// Returns the changes to a step, to add some.
    pub(super) fn of(&mut self, path: String) -> &mut ReplacedStep {
        self.0.entry(path).or_default()
    }
}

impl Interceptor for Doubles {
    fn before_step(&self, path: &str, _: bool) -> StepPlan {
        let Some(ReplacedStep { delay, with }) = self.0.get(&without_indices(path)) else { return StepPlan::default() };
        let (delay, opening) = (*delay, Opening::Started);
        match with.clone() {
            Some(with) => StepPlan::Replace { delay, with, opening },
            None => StepPlan::Run { delay, earlier_attempts: 0, opening },
        }
    }

    fn before_pipeline(&self, path: &str) -> StepPlan {
        self.before_step(path, false)
    }
}

/// Returns a path without the positions of `map` items and turns: `languages[2]/translate` as `languages/translate`.
fn without_indices(path: &str) -> String {
    let names = path.split('/').map(|segment| segment.split_once('[').map_or(segment, |(name, _)| name));
    names.collect::<Vec<_>>().join("/")
}

impl fmt::Debug for Doubles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// A function of the inputs of a step.
pub(super) struct Mock<N: Node>(pub(super) Box<dyn Fn(N) -> N::Output + Send + Sync>);

impl<N: Node> Double for Mock<N> {
    fn output(
        &self,
        node: &'static str,
        input: &mut dyn FnMut() -> Option<Box<dyn Any>>,
    ) -> Result<Box<dyn Any>, BoxError> {
        let input = input().ok_or_else(|| {
            format!("an input of `{node}` is a reference to a type that is not `Clone`, so a mock cannot take it: use `stub`")
        })?;
        let other = |_| format!("the mock is made for another task than `{node}`");
        Ok(Box::new(self.0(*input.downcast::<N>().map_err(other)?)))
    }
}

/// A value, whatever the inputs.
pub(super) struct Stub<O>(pub(super) O);

impl<O: Clone + Any + Send + Sync> Double for Stub<O> {
    fn output(&self, _: &'static str, _: &mut dyn FnMut() -> Option<Box<dyn Any>>) -> Result<Box<dyn Any>, BoxError> {
        Ok(Box::new(self.0.clone()))
    }
}
