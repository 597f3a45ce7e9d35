//! Nodes: tasks and pipelines with their inputs, ready to run.

use super::{run::Run, work::to_its_end};
use crate::{
    context::{RunContext, StepCx},
    event::{Holds, Same},
    id::{Place, Result, RunId, Sealed},
    queue::{in_turn, poll_begin, poll_timers},
    step::{record_failure, run_span, traced},
};
use pin_project_lite::pin_project;
use runnable_graph::{__private::Shape, Graph};
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};
use tracing::Span;

/// A task or a pipeline with its inputs. The macros implement it for the structs that they generate.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a task or a pipeline",
    note = "write `#[task]` above the function"
)]
pub trait Node: Sealed + Sized + 'static {
    /// The name of the node: the name of its function, or the value of its `name` option.
    const NAME: &'static str;
    /// The events of the node.
    type Event: Send + 'static;
    /// The data of an [`Event`](crate::Event) if this node is the run.
    type Data: Holds<Self::Event>;
    /// The returns of the node, by name.
    type Output: 'static;
    #[doc(hidden)]
    const SHAPE: Shape<'static> = Shape::Task(Self::NAME);

    #[doc(hidden)]
    fn call(self, cx: StepCx<'_, Self::Data, Same>) -> impl Future<Output = Result<Self::Output>>;

    /// Returns the steps of the node, and the values that pass between them, without running it. A task is one step.
    ///
    /// # Examples
    /// ```
    /// use runnable::prelude::*;
    ///
    /// #[task(returns = [text])]
    /// async fn load(path: String) -> String {
    ///     path
    /// }
    ///
    /// #[task(returns = [words])]
    /// async fn count(text: &str) -> usize {
    ///     text.split(' ').count()
    /// }
    ///
    /// pipeline! {
    ///     fn count_file(path: String) -> [words] { load >> count }
    /// }
    ///
    /// let graph = CountFile::graph();
    /// assert_eq!(graph.steps().map(|step| step.id()).collect::<Vec<_>>(), ["load", "count"]);
    /// assert!(graph.to_mermaid().contains(r#"-->|"text"|"#));
    /// ```
    #[must_use]
    fn graph() -> Graph {
        Graph::new(Self::SHAPE)
    }

    /// Runs the node without events. The future is `Send` if all steps are.
    ///
    /// # Examples
    /// ```
    /// use runnable::prelude::*;
    ///
    /// #[task(returns = [text])]
    /// async fn shout(text: String) -> String {
    ///     text.to_uppercase()
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> runnable::Result<()> {
    /// let output = Shout { text: "hi".into() }.execute().run_id("greeting-1").await?;
    /// assert_eq!(output.text, "HI");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// The future returns the failure of the first step that failed and that no `try` recovered from.
    ///
    /// # Cancel safety
    /// The future ends when all steps have ended, including those that were cancelled and run elsewhere: a task with `spawn` is
    /// aborted and awaited, and a task with `blocking` runs to its end. Dropping the future drops all steps without waiting for
    /// those elsewhere.
    fn execute(self) -> Execute<Self, impl Future<Output = Result<Self::Output>>> {
        Execute::new(Self::NAME, self, |node, id| async move {
            let context = RunContext::<Self::Data>::unread(id);
            to_its_end(&context, as_run(node, &context)).await
        })
    }

    /// Runs the node with its events: a stream of events, and then the output. The run is `Send` if all steps are.
    ///
    /// See [`Run`] for an example.
    ///
    /// # Cancel safety
    /// Dropping the run drops all steps without waiting for those that run elsewhere; [`Run::cancel`] and [`Run::output`] wait.
    /// Dropping the future of the next event loses no event.
    #[inline]
    fn execute_streaming(self) -> Run<Self::Data, Self::Output, impl Future<Output = Result<Self::Output>>> {
        Run::new(Self::NAME, |state| async move {
            let context = RunContext::read(state);
            to_its_end(&context, as_run(self, &context)).await
        })
    }
}

/// Runs the node as the whole run: a task as its only step, a pipeline as the run itself.
pub(crate) async fn as_run<N: Node>(node: N, context: &RunContext<N::Data>) -> Result<N::Output> {
    let root = StepCx::root(context);
    let cx = if let Shape::Task(name) | Shape::Once(name) = N::SHAPE { root.branch(Place::alone(name)) } else { root };
    node.call(cx).await
}

pin_project! {
    /// The future of [`Node::execute`].
    #[must_use = "a run does nothing until it is awaited"]
    pub struct Execute<N, F> {
        begin: Option<(N, Option<RunId>)>,
        make: fn(N, Option<RunId>) -> F,
        #[pin]
        work: Option<F>,
        name: &'static str,
        span: Span,
    }
}

impl<N, F> Execute<N, F> {
    pub(crate) fn new(name: &'static str, node: N, make: fn(N, Option<RunId>) -> F) -> Self {
        Self { begin: Some((node, None)), make, work: None, name, span: Span::none() }
    }

    /// Sets the id of the run.
    pub fn run_id(mut self, id: impl Into<RunId>) -> Self {
        if let Some((_, named)) = &mut self.begin {
            *named = Some(id.into());
        }
        self
    }
}

impl<N, F> std::fmt::Debug for Execute<N, F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.begin.is_some() { "Execute(new)" } else { "Execute(running)" })
    }
}

impl<N, F, O> Future for Execute<N, F>
where
    F: Future<Output = Result<O>>,
{
    type Output = Result<O>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<O>> {
        let mut this = self.project();
        if this.begin.is_some() {
            ready!(poll_begin(task));
        }
        if let Some((node, mut id)) = this.begin.take() {
            if traced() {
                *this.span = run_span(this.name, id.get_or_insert_with(RunId::generate));
            }
            this.work.set(Some((this.make)(node, id)));
        } else {
            ready!(poll_timers(task));
        }
        // Polled after completion, it never ends: the work is kept, and panics as any `async` block does.
        let Some(work) = this.work.as_pin_mut() else { return Poll::Pending };
        let polled = in_turn(|| this.span.in_scope(|| work.poll(task)));
        if let Poll::Ready(Err(error)) = &polled {
            record_failure(this.span, error);
        }
        polled
    }
}
