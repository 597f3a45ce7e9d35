//! Requests to start runs.

use crate::{
    Runnable, Runner,
    begin::{begin, not_started},
    history::Assumption,
    options::{Options, RunOrigin},
    runnable::Start,
};
use pin_project_lite::pin_project;
use runnable_core::{Node, Result, Run, RunId, hooks::MapStarted};
use serde::Serialize;
use std::{
    collections::HashMap,
    fmt,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};
#[cfg(doc)]
use {runnable_core::ErrorKind, runnable_store::StoreError};

/// Marks a [`RunRequest`] for a new run.
#[derive(Debug)]
#[non_exhaustive]
pub struct Fresh;

/// Marks a [`RunRequest`] that resumes a run.
#[derive(Debug)]
#[non_exhaustive]
pub struct Resumed;

pin_project! {
    /// A request to start a run. Await it for the run's output, or call [`streaming`](RunRequest::streaming) for its events.
    ///
    /// `K` is [`Fresh`] for a new run and [`Resumed`] for a resumed run.
    ///
    /// # Errors
    /// Returns the error of the run. Its kind is [`NotStarted`](ErrorKind::NotStarted) if the run did not start; the source
    /// is then a [`StoreError`] or describes invalid parameters.
    ///
    /// # Cancel safety
    /// Dropping the future drops every step. The run is recorded as cancelled.
    #[must_use = "a run does not start until it is awaited or streamed"]
    pub struct RunRequest<P, F, K> {
        options: Option<Options<P>>,
        start: fn(Options<P>) -> F,
        #[pin]
        work: Option<F>,
        kind: PhantomData<K>,
    }
}

impl Runner {
    /// Runs a pipeline, and records the run if a run log is configured.
    ///
    /// # Examples
    /// ```
    /// use runnable::{prelude::*, runner::Runner};
    ///
    /// #[task(returns = [text])]
    /// async fn shout(text: String) -> String {
    ///     text.to_uppercase()
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let runner = Runner::builder().run_log("memory:").build().await?;
    /// let output = runner.run(Shout { text: "hi".into() }).run_id("greeting").tag("demo").await?;
    /// assert_eq!(output.text, "HI");
    ///
    /// let run = runner.log()?.run("greeting").await?.expect("the run was recorded");
    /// assert_eq!(run.output.expect("the run succeeded").get(), r#"{"text":"HI"}"#);
    /// # Ok(())
    /// # }
    /// ```
    pub fn run<P: Start>(
        &self,
        pipeline: P,
    ) -> RunRequest<P::Pipeline, impl Future<Output = Result<<P::Pipeline as Node>::Output>> + use<P>, Fresh> {
        self.request(RunOrigin::Pipeline(pipeline.pipeline()))
    }

    /// Resumes a run that was interrupted, failed or was cancelled.
    ///
    /// Completed steps do not run again, including individual branches, `map` items and loop iterations. The numbers of
    /// attempts continue.
    ///
    /// # Errors
    /// The run does not start if it is unknown, is still running or has succeeded, or if its pipeline has changed since; the
    /// error then shows the difference.
    ///
    /// The run fails with [`ErrorKind::Changed`], before any step runs, if a completed step gets another input than recorded, if
    /// a `match` or an `if` takes another arm, if a `try` ends in another way, or if a completed step, a recorded arm or an
    /// interrupted step with `effect = "once"` is not reached again. It can be resumed with the earlier values. A step that
    /// failed or was interrupted may get another input, or may not be reached: nothing depends on its record.
    ///
    /// # Changes of the program
    /// Another version of the program can resume a run, unless a change gives its recorded steps another meaning:
    ///
    /// | change | resume |
    /// |---|---|
    /// | the name, type, default or order of a parameter of the pipeline | refused |
    /// | the name or type of a parameter or a return of a task, `effect`, `get`, `put` | refused |
    /// | a step, its name or its task; a binding, condition, pattern or guard; `max`, `until`; an output or its name | refused |
    /// | a field or a variant of a type that is read from the record: its name, its type, its position | refused |
    /// | `limit`, `retry`, `timeout`, `spawn`, `blocking`; the order of a task's parameters, `&T` instead of `T` | allowed |
    /// | documentation, comments, spacing, the body of a task, the error of its `Result` | allowed |
    ///
    /// Types and expressions are compared as they are written, and steps by their paths: `std::string::String` instead of
    /// `String` is refused, `0xff` instead of `255` as well. A constant or a function that an expression names may change. Of a
    /// type, resume compares the parts that its `Deserialize` asks for; skipped fields, custom implementations, and types with
    /// `#[serde(flatten)]`, `#[serde(untagged)]` or a `tag` without `content` are not taken apart. To find the parts, the runner
    /// deserializes each type from made-up values, once for each pipeline and runner.
    ///
    /// # Examples
    /// ```
    /// use runnable::{prelude::*, runner::Runner};
    /// use std::sync::atomic::{AtomicBool, Ordering};
    ///
    /// static BROKEN: AtomicBool = AtomicBool::new(true);
    ///
    /// #[task(returns = [n])]
    /// async fn flaky() -> Result<u32, String> {
    ///     if BROKEN.load(Ordering::Relaxed) { Err("broken".to_owned()) } else { Ok(7) }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let runner = Runner::builder().run_log("memory:").build().await?;
    /// runner.run(Flaky {}).run_id("r").await.expect_err("the step is broken");
    ///
    /// BROKEN.store(false, Ordering::Relaxed);
    /// assert_eq!(runner.resume::<Flaky>("r").await?.n, 7);
    /// # Ok(())
    /// # }
    /// ```
    pub fn resume<P: Start>(
        &self,
        run_id: &str,
    ) -> RunRequest<P::Pipeline, impl Future<Output = Result<<P::Pipeline as Node>::Output>> + use<P>, Resumed> {
        self.request(RunOrigin::Resumed(run_id.to_owned()))
    }

    /// Starts a new run with the input of another run, and with the results of the steps that had completed there before the
    /// step `at` started.
    ///
    /// `at` is the path of a step, such as `translate` or `languages[1]/translate`. If `at` is a branch, a `map` or a loop,
    /// the fork starts at the first step in it. All other steps run, also those with `effect = "once"`: a fork is a run of its
    /// own. Steps that are taken over are compared as in [`resume`](Self::resume).
    ///
    /// # Errors
    /// The run does not start if the other run is unknown or has not started the step `at`, or if its pipeline has changed.
    ///
    /// # Examples
    /// ```
    /// use runnable::{prelude::*, runner::Runner};
    ///
    /// #[task(returns = [draft])]
    /// async fn write(topic: String) -> String {
    ///     format!("about {topic}")
    /// }
    ///
    /// #[task(returns = [title])]
    /// async fn entitle(draft: &str) -> String {
    ///     draft.to_uppercase()
    /// }
    ///
    /// pipeline! {
    ///     fn article(topic: String) -> [draft, title] { write >> entitle }
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let runner = Runner::builder().run_log("memory:").build().await?;
    /// runner.run(article("rust".into())).run_id("first").await?;
    ///
    /// // `write` does not run again.
    /// let output = runner.fork::<Article>("first", "entitle").run_id("second").await?;
    /// assert_eq!(output.title, "ABOUT RUST");
    /// # Ok(())
    /// # }
    /// ```
    pub fn fork<P: Start>(
        &self,
        run_id: &str,
        at: &str,
    ) -> RunRequest<P::Pipeline, impl Future<Output = Result<<P::Pipeline as Node>::Output>> + use<P>, Fresh> {
        self.request(RunOrigin::Forked { run: run_id.to_owned(), at: at.to_owned() })
    }

    fn request<P: Runnable, K>(
        &self,
        origin: RunOrigin<P>,
    ) -> RunRequest<P, impl Future<Output = Result<P::Output>> + use<P, K>, K> {
        let (runner, assumptions) = (self.clone(), HashMap::new());
        let place = runner.shared_place();
        let options = Options {
            runner,
            origin,
            run_id: None,
            tag: None,
            place,
            assumptions,
            invalid: None,
            map_started: None,
            #[cfg(feature = "opentelemetry")]
            parent: None,
        };
        let start = |options: Options<P>| async move { begin(options).await?.output().await };
        RunRequest { options: Some(options), start, work: None, kind: PhantomData }
    }
}

impl<P, F, K> RunRequest<P, F, K> {
    fn with(mut self, change: impl FnOnce(&mut Options<P>)) -> Self {
        if let Some(options) = &mut self.options {
            change(options);
        }
        self
    }

    /// Continues the trace of a request to this program: `traceparent` is the header of W3C Trace Context. It becomes the parent
    /// of the run's span, instead of the current span. A malformed value is ignored, as the specification demands.
    ///
    /// Has an effect only with a subscriber that has a layer of `tracing-opentelemetry`. Without a call of this method, the run
    /// belongs to the trace of the span in which it is first polled.
    ///
    /// The `traceparent` of each part of a recorded run is in the data of its `run.started` and `run.resumed`. The span of a
    /// part that resumes links to the part before.
    #[cfg(feature = "opentelemetry")]
    pub fn traceparent(self, traceparent: &str) -> Self {
        let parent = crate::trace::parse(traceparent);
        if parent.is_none() {
            tracing::debug!(traceparent, "ignoring a malformed `traceparent`");
        }
        self.with(|options| options.parent = parent)
    }

    /// Sets a function that is called when a map of the run begins, with the path of the map and the number of its items. It
    /// must not block.
    #[doc(hidden)]
    pub fn map_started(self, started: MapStarted) -> Self {
        self.with(|options| options.map_started = Some(started))
    }
}

impl<P: Runnable, F, K> RunRequest<P, F, K> {
    /// Starts the run and returns it as a stream of its events, followed by its output.
    ///
    /// # Errors
    /// Returns an error if the run did not start.
    pub async fn streaming(mut self) -> Result<Run<P::Data, P::Output, impl Future<Output = Result<P::Output>>>> {
        match self.options.take() {
            Some(options) => begin(options).await,
            None => Err(not_started("the run has already started")),
        }
    }
}

impl<P, F> RunRequest<P, F, Fresh> {
    /// Sets the id of the run. The default is the value of the variable `RUNNABLE_RUN_ID`, or a new ULID.
    pub fn run_id(self, id: impl Into<RunId>) -> Self {
        self.with(|options| options.run_id = Some(id.into()))
    }

    /// Sets a tag by which the run log can be filtered.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with(|options| options.tag = Some(tag.into()))
    }
}

impl<P, F> RunRequest<P, F, Resumed> {
    /// Assumes that a step with `effect = "once"` that was interrupted, or ended without a result of its own, took effect and
    /// returned `output`: an object with the step's returns by name. A timeout, a panic and a return that cannot be recorded
    /// are not results of a step; an error that its task returns is.
    ///
    /// The run does not start if the step was not interrupted and has a result, or if `output` cannot be serialized or lacks one of the step's
    /// returns.
    pub fn assume_done(self, step: impl Into<String>, output: impl Serialize) -> Self {
        let (step, output) = (step.into(), serde_json::to_string(&output));
        self.with(|options| match output {
            Ok(output) => drop(options.assumptions.insert(step, Assumption::Done(Arc::from(output)))),
            Err(error) => {
                options.invalid = Some(format!("the assumed output of `{step}` cannot be serialised: {error}"));
            }
        })
    }

    /// Assumes that a step with `effect = "once"` that was interrupted, or ended without a result of its own, did not take effect,
    /// so that it runs again.
    ///
    /// The run does not start if the step was not interrupted and has a result.
    pub fn assume_retry(self, step: impl Into<String>) -> Self {
        self.with(|options| drop(options.assumptions.insert(step.into(), Assumption::Retry)))
    }
}

impl<P, F: Future<Output = Result<O>>, O, K> Future for RunRequest<P, F, K> {
    type Output = Result<O>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<O>> {
        let mut this = self.project();
        if let Some(options) = this.options.take() {
            this.work.set(Some((this.start)(options)));
        }
        this.work.as_pin_mut().map_or(Poll::Pending, |work| work.poll(cx))
    }
}

impl<P, F, K> fmt::Debug for RunRequest<P, F, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunRequest").field("started", &self.options.is_none()).finish_non_exhaustive()
    }
}
