#![doc = include_str!("../../docs/test.md")]

mod doubles;
mod report;
mod steps;

pub use report::Report;

use doubles::{Doubles, Mock, ReplacedStep, Stub};
use steps::Steps;

use crate::{
    context::RunContext,
    graph::Graph,
    hooks::{Replacement, RunServices},
    id::{BoxError, Error, ErrorKind},
    run::{Node, Run, as_run},
};
use std::{any::Any, fmt, future::Future, pin::Pin, sync::Arc, time::Duration};

/// Prepares a run of `pipeline` under test. Replace some of its steps, and then await it.
pub fn run<N: Node>(pipeline: N) -> TestRun<N> {
    TestRun { pipeline, doubles: Doubles::default() }
}

/// A run under test, before it begins. Await it for its [`Report`], or call [`paused`](TestRun::paused).
///
/// Name a step by its path (`languages/translate`), or by the end of its path (`translate`). If no step has the name as its
/// whole path, it stands for every step whose path ends with it. With an index (`languages[1]/translate`) it stands for a
/// single item of a `map` or iteration of a `repeat`, and what is said about an item overrides what is said about all items.
#[must_use = "nothing runs until it is awaited, or ended in `.paused()`"]
pub struct TestRun<N> {
    pipeline: N,
    doubles: Doubles,
}

impl<N: Node> TestRun<N> {
    /// Replaces a step by `mock`, a function from its node, which holds the inputs, to its output. The retries and
    /// timeouts of the step do not apply.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step, or if it is a step of another task.
    #[track_caller]
    pub fn mock<T: Node>(self, step: &str, mock: impl Fn(T) -> T::Output + Send + Sync + 'static) -> Self {
        self.double::<T>(step, move |input| Ok(mock(input)))
    }

    /// Replaces a step by `mock`, a function from its node to its output or to an error, for example of the error type of the
    /// task. The step fails with that error; its retries and timeouts do not apply.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step, or if it is a step of another task.
    #[track_caller]
    pub fn try_mock<T: Node, E: Into<BoxError>>(
        self,
        step: &str,
        mock: impl Fn(T) -> Result<T::Output, E> + Send + Sync + 'static,
    ) -> Self {
        self.double::<T>(step, move |input| mock(input).map_err(Into::into))
    }

    /// Replaces a step by a value: a mock that ignores its inputs.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step.
    #[track_caller]
    pub fn stub<O: Clone + Any + Send + Sync>(self, step: &str, output: O) -> Self {
        self.replace(step, Replacement::Double(Arc::new(Stub(output))))
    }

    /// Replaces a step by a failure with this message.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step.
    #[track_caller]
    pub fn fail(self, step: &str, message: impl Into<String>) -> Self {
        self.replace(step, Replacement::Failure(Error::failed(message.into().into(), false)))
    }

    /// Delays a step, or its replacement.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step.
    #[track_caller]
    pub fn delay(self, step: &str, delay: Duration) -> Self {
        self.change(step, None, ReplacedStep { delay: Some(delay), with: None })
    }

    #[track_caller]
    fn double<T: Node>(
        self,
        step: &str,
        double: impl Fn(T) -> Result<T::Output, BoxError> + Send + Sync + 'static,
    ) -> Self {
        let with = Replacement::Double(Arc::new(Mock::<T>(Box::new(double))));
        self.change(step, Some(T::NAME), ReplacedStep { delay: None, with: Some(with) })
    }

    #[track_caller]
    fn replace(self, step: &str, with: Replacement) -> Self {
        self.change(step, None, ReplacedStep { delay: None, with: Some(with) })
    }

    #[track_caller]
    fn change(mut self, step: &str, task: Option<&str>, change: ReplacedStep) -> Self {
        match found(&N::graph(), step, task) {
            Ok(steps) => self.doubles.add(steps, change),
            Err(message) => panic!("{message}"),
        }
        self
    }

    /// Runs it on a runtime of its own whose clock is paused, so that sleeping takes no time.
    ///
    /// # Panics
    /// Panics if a mock or a stub does not fit its step, or if called inside of an async runtime. There, mark the test
    /// `#[tokio::test(start_paused = true)]`, and await the run.
    #[track_caller]
    pub fn paused(self) -> Report<N::Data, N::Output> {
        assert!(
            tokio::runtime::Handle::try_current().is_err(),
            "`paused` makes a runtime of its own, but the test has one already\n\
             help: mark the test `#[tokio::test(start_paused = true)]`, and write `.await` in place of `.paused()`"
        );
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        match runtime {
            Ok(runtime) => runtime.block_on(self.report()),
            Err(error) => panic!("the runtime of the test cannot be built: {error}"),
        }
    }

    async fn report(self) -> Report<N::Data, N::Output> {
        let Self { pipeline, doubles } = self;
        let services = RunServices { interceptor: Some(Arc::new(doubles)), ..RunServices::default() };
        let mut run = Run::new(N::NAME, |state| async move {
            state.attach(services);
            let context = RunContext::read(state);
            as_run(pipeline, &context).await
        });
        let mut events = Vec::new();
        while let Some(event) = run.next().await {
            events.push(event);
        }
        let output = run.output().await;
        // Without a record, only a double that does not fit its step has this kind.
        if let Err(error) = &output
            && error.kind() == ErrorKind::Changed
        {
            panic!("{error:#}");
        }
        Report::new(N::graph(), events, output)
    }
}

impl<N: Node> IntoFuture for TestRun<N> {
    type Output = Report<N::Data, N::Output>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.report())
    }
}

impl<N: Node> fmt::Debug for TestRun<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestRun").field("pipeline", &N::NAME).field("doubles", &self.doubles).finish()
    }
}

/// Finds the steps that a name stands for, all of which run `task` if it is given.
fn found(graph: &Graph, name: &str, task: Option<&str>) -> Result<Steps, String> {
    let steps = Steps::find(graph, name)?;
    if name.is_empty() {
        return Err("expected the name of a step, found an empty name".to_owned());
    }
    for node in steps.ids().iter().filter_map(|id| graph.node(id)) {
        if let (Some(wanted), Some(runs)) = (task, node.task().filter(|runs| Some(*runs) != task)) {
            return Err(format!("expected a mock of `{runs}` for the step `{}`, found one of `{wanted}`", node.id()));
        }
    }
    Ok(steps)
}
