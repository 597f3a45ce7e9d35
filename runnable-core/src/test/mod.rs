#![doc = include_str!("../../docs/test.md")]

mod report;

pub use report::Report;

use crate::{
    context::{Shared, StepCx},
    graph::Graph,
    interceptor::{Entry, Instead, Mocked, Stub, Substitutes},
    run::{Node, Run},
};
use std::{any::Any, fmt, future::Future, pin::Pin, sync::Arc, time::Duration};

/// A run of `pipeline` under test: replace steps, then await it.
pub fn run<N: Node>(pipeline: N) -> TestRun<N> {
    TestRun { pipeline, substitutes: Substitutes::default() }
}

/// A run under test, before it begins. Await it for its [`Report`], or call [`paused`](TestRun::paused).
///
/// A step is named by its path without indices (`languages/translate`), or by the end of it (`translate`).
#[must_use = "nothing runs until it is awaited"]
pub struct TestRun<N> {
    pipeline: N,
    substitutes: Substitutes,
}

impl<N: Node> TestRun<N> {
    /// Runs `mock` instead of a step, with its retries and timeouts: a function from the step's node, which holds the
    /// inputs, to its output.
    ///
    /// # Panics
    /// There is no such step, or it is of another task.
    #[track_caller]
    pub fn mock<T: Node>(self, step: &str, mock: impl Fn(T) -> T::Output + Send + Sync + 'static) -> Self {
        let instead = Instead::Give(Arc::new(Mocked::<T>(Box::new(mock))));
        self.change(step, Some(T::NAME), |entry| entry.instead = Some(instead.clone()))
    }

    /// Gives a value instead of running a step: a mock that does not look at its inputs.
    ///
    /// # Panics
    /// There is no such step.
    #[track_caller]
    pub fn stub<O: Clone + Any + Send + Sync>(self, step: &str, output: O) -> Self {
        self.instead(step, &Instead::Give(Arc::new(Stub::<O>(Box::new(move || output.clone())))))
    }

    /// Lets a step fail.
    ///
    /// # Panics
    /// There is no such step.
    #[track_caller]
    pub fn fail(self, step: &str, message: impl Into<String>) -> Self {
        self.instead(step, &Instead::Fail(message.into()))
    }

    /// Delays a step, or what stands in for it.
    ///
    /// # Panics
    /// There is no such step.
    #[track_caller]
    pub fn delay(self, step: &str, delay: Duration) -> Self {
        self.change(step, None, |entry| entry.delay = Some(delay))
    }

    #[track_caller]
    fn instead(self, step: &str, instead: &Instead) -> Self {
        self.change(step, None, |entry| entry.instead = Some(instead.clone()))
    }

    #[track_caller]
    fn change(mut self, step: &str, task: Option<&str>, change: impl Fn(&mut Entry)) -> Self {
        for path in found(&N::graph(), step, task) {
            change(self.substitutes.0.entry(path).or_default());
        }
        self
    }

    /// Runs it on a runtime of its own whose clock is paused: what sleeps takes no time.
    ///
    /// # Panics
    /// Inside an async runtime: mark the test `#[tokio::test(start_paused = true)]` there, and await it.
    pub fn paused(self) -> Report<N::Data, N::Output> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        match runtime {
            Ok(runtime) => runtime.block_on(self.report()),
            Err(error) => panic!("no runtime for the test: {error}"),
        }
    }

    async fn report(self) -> Report<N::Data, N::Output> {
        let Self { pipeline, substitutes } = self;
        let mut run = Run::new(N::NAME, |queue| async move {
            // Set once: the queue is new.
            let _ = queue.substitutes.set(substitutes);
            let shared = Shared::live(queue);
            pipeline.call::<_, N::Root>(StepCx::root(&shared)).await
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
        f.debug_struct("TestRun").field("pipeline", &N::NAME).field("substitutes", &self.substitutes).finish()
    }
}

/// The paths that a name stands for.
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
    let near = names.map(|name| (strsim::damerau_levenshtein(name, step), name)).min();
    let help = match near {
        Some((distance, near)) if distance <= 1 + step.len() / 3 => format!("did you mean `{near}`?"),
        _ => {
            let all: Vec<_> = graph.steps().map(|node| format!("`{}`", node.id())).collect();
            format!("it has {}", all.join(", "))
        }
    };
    format!("`{}` has no step `{step}`\nhelp: {help}", graph.name())
}
