//! A run that is about to start: a new one, one that goes on, or one that begins where another one was.

use crate::{
    Runner,
    begin::{begin, not_started},
    history::Assumed,
};
use pin_project_lite::pin_project;
use runnable_core::{
    Result, Run, RunId, WireEvent,
    input::FromParameters,
    recording::{IntoParameters, Recorded},
};
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

/// What a [`Runner`] can run: a pipeline or a task whose parameters and returns are data.
///
/// Every pipeline and task is one whose parameters (but for `#[resource]`s) and returns, also those of its steps, are
/// `Serialize` and `DeserializeOwned`, and whose events serialise.
pub trait Runnable: FromParameters + IntoParameters + Recorded<Data: WireEvent> {}

impl<P: FromParameters + IntoParameters + Recorded<Data: WireEvent>> Runnable for P {}

/// What [`RunRequest`] is told.
pub(crate) struct Options<P> {
    pub(crate) runner: Runner,
    pub(crate) from: From<P>,
    pub(crate) run_id: Option<RunId>,
    pub(crate) tag: Option<String>,
    pub(crate) assumed: HashMap<String, Assumed>,
}

/// Where a run comes from.
pub(crate) enum From<P> {
    /// It is new.
    Pipeline(P),
    /// It goes on.
    Resumed(String),
    /// It begins with what another run had done before this step.
    Forked { run: String, at: String },
}

/// Of a new run.
#[derive(Debug)]
pub struct Fresh;

/// Of a run that goes on.
#[derive(Debug)]
pub struct Resumed;

pin_project! {
    /// A run that is about to start: await it for its output, or let it [`stream`](RunRequest::streaming) its events.
    ///
    /// `K` is [`Fresh`] or [`Resumed`].
    ///
    /// # Errors
    /// The failure of the run; of the kind [`NotStarted`](ErrorKind::NotStarted) where it did not begin: its source is then
    /// a [`StoreError`] or what is wrong with its parameters.
    ///
    /// # Cancel safety
    /// Dropping it drops every step; the run's log ends as cancelled.
    #[must_use = "a run does nothing until it is awaited or streamed"]
    pub struct RunRequest<P, F, K> {
        options: Option<Options<P>>,
        make: fn(Options<P>) -> F,
        #[pin]
        work: Option<F>,
        kind: PhantomData<K>,
    }
}

impl Runner {
    /// Runs a pipeline, and records it where a run log is configured.
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
    /// let run = runner.log()?.run("greeting").await?.expect("it was recorded");
    /// assert_eq!(run.output.expect("it succeeded").get(), r#"{"text":"HI"}"#);
    /// # Ok(())
    /// # }
    /// ```
    pub fn run<P: Runnable>(
        &self,
        pipeline: P,
    ) -> RunRequest<P, impl Future<Output = Result<P::Output>> + use<P>, Fresh> {
        self.start(From::Pipeline(pipeline))
    }

    /// Goes on with a run that was interrupted, has failed or was cancelled: what has finished does not run again, also single
    /// branches, items and turns; attempts count on.
    ///
    /// Refused where the pipeline has changed since (the error shows how), where the run is unknown, has succeeded, or runs.
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
    /// runner.run(Flaky {}).run_id("r").await.expect_err("it is broken");
    ///
    /// BROKEN.store(false, Ordering::Relaxed);
    /// assert_eq!(runner.resume::<Flaky>("r").await?.n, 7);
    /// # Ok(())
    /// # }
    /// ```
    pub fn resume<P: Runnable>(
        &self,
        run_id: &str,
    ) -> RunRequest<P, impl Future<Output = Result<P::Output>> + use<P>, Resumed> {
        self.start(From::Resumed(run_id.to_owned()))
    }

    /// Starts a new run with the input of another one, and with the results of what had finished there before the step `at`
    /// (or the first step in it, where it is a branch, a map or a loop) began.
    pub fn fork<P: Runnable>(
        &self,
        run_id: &str,
        at: &str,
    ) -> RunRequest<P, impl Future<Output = Result<P::Output>> + use<P>, Fresh> {
        self.start(From::Forked { run: run_id.to_owned(), at: at.to_owned() })
    }

    fn start<P: Runnable, K>(
        &self,
        from: From<P>,
    ) -> RunRequest<P, impl Future<Output = Result<P::Output>> + use<P, K>, K> {
        let options = Options { runner: self.clone(), from, run_id: None, tag: None, assumed: HashMap::new() };
        let make = |options: Options<P>| async move { begin(options).await?.output().await };
        RunRequest { options: Some(options), make, work: None, kind: PhantomData }
    }
}

impl<P: Runnable, F, K> RunRequest<P, F, K> {
    fn with(mut self, change: impl FnOnce(&mut Options<P>)) -> Self {
        if let Some(options) = &mut self.options {
            change(options);
        }
        self
    }

    /// Starts it with its events: a stream of them, and then the output.
    ///
    /// # Errors
    /// The run did not begin.
    pub async fn streaming(mut self) -> Result<Run<P::Data, P::Output, impl Future<Output = Result<P::Output>>>> {
        match self.options.take() {
            Some(options) => begin(options).await,
            None => Err(not_started("it has started already")),
        }
    }
}

impl<P: Runnable, F> RunRequest<P, F, Fresh> {
    /// Names the run. Else it has the name in `RUNNABLE_RUN_ID`, or a new ULID.
    pub fn run_id(self, id: impl Into<RunId>) -> Self {
        self.with(|options| options.run_id = Some(id.into()))
    }

    /// A word by which its run is found again.
    pub fn tag(self, tag: impl Into<String>) -> Self {
        self.with(|options| options.tag = Some(tag.into()))
    }
}

impl<P: Runnable, F> RunRequest<P, F, Resumed> {
    /// Says that a step which is declared `effect = "once"`, and was interrupted, had its effect and returned this (an object
    /// of its returns by name).
    pub fn assume_done(self, step: impl Into<String>, output: impl Serialize) -> Self {
        // What does not serialise, or has not the step's returns, fails the step.
        let output = serde_json::to_string(&output).unwrap_or_default();
        self.with(|options| drop(options.assumed.insert(step.into(), Assumed::Done(Arc::from(output)))))
    }

    /// Says that a step which is declared `effect = "once"`, and was interrupted, may run again.
    pub fn assume_retry(self, step: impl Into<String>) -> Self {
        self.with(|options| drop(options.assumed.insert(step.into(), Assumed::Retry)))
    }
}

impl<P, F: Future<Output = Result<O>>, O, K> Future for RunRequest<P, F, K> {
    type Output = Result<O>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<O>> {
        let mut this = self.project();
        if let Some(options) = this.options.take() {
            this.work.set(Some((this.make)(options)));
        }
        this.work.as_pin_mut().map_or(Poll::Pending, |work| work.poll(task))
    }
}

impl<P, F, K> fmt::Debug for RunRequest<P, F, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RunRequest").field("started", &self.options.is_none()).finish_non_exhaustive()
    }
}
