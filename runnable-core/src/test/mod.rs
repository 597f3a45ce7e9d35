#![doc = include_str!("../../docs/test.md")]

mod doubles;
mod report;

pub use report::Report;

use doubles::{Doubles, Mock, ReplacedStep, Stub};

use crate::{
    context::RunContext,
    graph::Graph,
    hooks::{Replacement, RunServices},
    id::Error,
    run::{Node, Run, as_run},
};
use runnable_graph::__private::did_you_mean;
use std::{any::Any, fmt, future::Future, pin::Pin, sync::Arc, time::Duration};

/// Prepares a run of `pipeline` under test. Replace some of its steps, and then await it.
pub fn run<N: Node>(pipeline: N) -> TestRun<N> {
    TestRun { pipeline, doubles: Doubles::default() }
}

/// A run under test, before it begins. Await it for its [`Report`], or call [`paused`](TestRun::paused).
///
/// Name a step by its path without indices (`languages/translate`), or by the end of that path (`translate`).
#[must_use = "nothing runs until it is awaited"]
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
        let double = Replacement::Double(Arc::new(Mock::<T>(Box::new(mock))));
        self.change(step, Some(T::NAME), |replaced| replaced.with = Some(double.clone()))
    }

    /// Replaces a step by a value: a mock that ignores its inputs.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step.
    #[track_caller]
    pub fn stub<O: Clone + Any + Send + Sync>(self, step: &str, output: O) -> Self {
        self.replace(step, &Replacement::Double(Arc::new(Stub(output))))
    }

    /// Replaces a step by a failure with this message.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step.
    #[track_caller]
    pub fn fail(self, step: &str, message: impl Into<String>) -> Self {
        self.replace(step, &Replacement::Failure(Error::failed(message.into().into(), false)))
    }

    /// Delays a step, or its replacement.
    ///
    /// # Panics
    /// Panics if the pipeline has no such step.
    #[track_caller]
    pub fn delay(self, step: &str, delay: Duration) -> Self {
        self.change(step, None, |replaced| replaced.delay = Some(delay))
    }

    #[track_caller]
    fn replace(self, step: &str, with: &Replacement) -> Self {
        self.change(step, None, |replaced| replaced.with = Some(with.clone()))
    }

    #[track_caller]
    fn change(mut self, step: &str, task: Option<&str>, change: impl Fn(&mut ReplacedStep)) -> Self {
        for path in found(&N::graph(), step, task) {
            change(self.doubles.of(path));
        }
        self
    }

    /// Runs it on a runtime of its own whose clock is paused, so that sleeping takes no time.
    ///
    /// # Panics
    /// Panics if called inside of an async runtime. There, mark the test `#[tokio::test(start_paused = true)]`, and await
    /// the run.
    pub fn paused(self) -> Report<N::Data, N::Output> {
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
        Report::new(events, run.output().await)
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

/// Returns the paths of the steps that a name stands for.
#[track_caller]
fn found(graph: &Graph, step: &str, task: Option<&str>) -> Vec<String> {
    let ends = |id: &str| id == step || id.strip_suffix(step).is_some_and(|before| before.ends_with('/'));
    let named = || graph.steps().filter(|node| ends(node.id()));
    assert!(named().next().is_some(), "{}", unknown(graph, step));
    if let (Some(_), Some(other)) = (task, named().find(|node| node.task() != task)) {
        let (id, runs) = (other.id(), other.task().unwrap_or_default());
        panic!("expected a mock of `{runs}` for the step `{id}`, found one of `{}`", task.unwrap_or_default());
    }
    named().map(|node| node.id().to_owned()).collect()
}

fn unknown(graph: &Graph, step: &str) -> String {
    let names = graph.steps().flat_map(|node| [node.id(), node.id().rsplit('/').next().unwrap_or_default()]);
    let help = did_you_mean(step, names).unwrap_or_else(|| {
        let all: Vec<_> = graph.steps().map(|node| format!("`{}`", node.id())).collect();
        format!("the steps are {}", all.join(", "))
    });
    format!("`{}` has no step `{step}`\nhelp: {help}", graph.name())
}
