//! A run in progress: its handle.

use super::{observed::Observed, spawned::Spawned};
use crate::{
    access::discard,
    context::RunState,
    event::{Event, Lifecycle, LifecycleTag, Outcome, RunData, WireEvent},
    hooks::Redact,
    id::{BoxError, Error, ErrorKind, Result, RunId, Scope},
    queue::{QueueReader, Queued, UNITS},
    step::{boxed, record_failure},
};
use qcell::QCellOwner;
use serde::Serialize;
use serde_json::Value;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};
use tracing::Span;

/// A run in progress: a stream of its events, and then its [`output`](Run::output).
///
/// A run advances only while it is polled; [`spawn`](Run::spawn) drives it in a task of its own. Dropping a run drops all
/// of its steps. `F` is the future of its steps; [`boxed`](Run::boxed) hides it if the type has to be written:
/// `Run<D, O>`.
///
/// # Examples
/// ```
/// use runnable::prelude::*;
///
/// #[derive(Debug, Clone, TaskEvent)]
/// enum Tick {
///     At { n: u32 },
///     Done { sum: u32 },
/// }
///
/// #[task(returns = [sum])]
/// fn count(to: u32) -> impl Stream<Item = Tick> {
///     stream! {
///         for n in 1..=to {
///             yield Tick::At { n };
///         }
///         yield Tick::Done { sum: (1..=to).sum() };
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> runnable::Result<()> {
/// let mut run = Count { to: 3 }.execute_streaming();
/// let mut seen = vec![];
/// while let Some(event) = run.next().await {
///     if let Some(Tick::At { n }) = event.data() {
///         seen.push(*n);
///     }
/// }
/// assert_eq!(seen, [1, 2, 3]);
/// assert_eq!(run.output().await?.sum, 6);
/// # Ok(())
/// # }
/// ```
///
/// # Cancel safety
/// [`next`](Run::next) is cancel safe: dropping its future loses no event. Dropping the run aborts all of its steps without
/// waiting; [`cancel`](Run::cancel) and [`output`](Run::output) wait until the steps have ended, including those in tasks and
/// threads of their own.
#[must_use = "a run does nothing until it is read or its output is awaited"]
pub struct Run<D, O, F: ?Sized = dyn Future<Output = Result<O>> + Send> {
    pub(super) state: Arc<RunState<D>>,
    pub(super) driver: Driver<D, O, F>,
    pub(super) output: Option<Result<O>>,
    pub(super) result: RunResult<O>,
    pub(super) reader: QueueReader<D>,
    pub(super) seq: u64,
    pub(super) span: Span,
    pub(super) name: &'static str,
    pub(super) observed: Observed<D>,
    /// The number of events that the reader has taken and that may be returned at once.
    pub(super) ready: usize,
    /// The number of events that may become ready before the reader yields.
    pub(super) left: usize,
}

pub(super) enum Driver<D, O, F: ?Sized> {
    Inline(Pin<Box<F>>),
    Spawned(Spawned<D, O>),
    /// The steps were dropped. Some may still end in tasks and threads of their own.
    Cancelled,
    Done,
}

/// The output in `run.finished`.
pub(super) enum RunResult<O> {
    Omitted,
    Wanted(fn(&O) -> serde_json::Result<Value>),
    Ready(Arc<Value>),
}

impl<D: RunData, O, F: Future<Output = Result<O>>> Run<D, O, F> {
    #[inline]
    pub(crate) fn new(name: &'static str, work: impl FnOnce(Arc<RunState<D>>) -> F) -> Self {
        let (state, token) = RunState::new();
        let state = Arc::new(state);
        let driver = Driver::Inline(boxed(|| work(Arc::clone(&state))));
        Self::driven(state, Some(token), driver, name)
    }

    /// Hides the type of the steps. Does not allocate.
    pub fn boxed(mut self) -> Run<D, O>
    where
        F: Send + 'static,
    {
        let driver: Driver<D, O, dyn Future<Output = Result<O>> + Send> =
            match std::mem::replace(&mut self.driver, Driver::Done) {
                Driver::Inline(work) => Driver::Inline(work),
                Driver::Spawned(task) => Driver::Spawned(task),
                Driver::Cancelled => Driver::Cancelled,
                Driver::Done => Driver::Done,
            };
        Run {
            state: Arc::clone(&self.state),
            driver,
            output: self.output.take(),
            result: std::mem::replace(&mut self.result, RunResult::Omitted),
            reader: std::mem::replace(&mut self.reader, QueueReader::new(None)),
            seq: self.seq,
            span: std::mem::replace(&mut self.span, Span::none()),
            name: self.name,
            observed: std::mem::take(&mut self.observed),
            ready: self.ready,
            left: self.left,
        }
    }
}

impl<D, O, F: ?Sized> Unpin for Run<D, O, F> {}

impl<D, O, F: ?Sized> Run<D, O, F> {
    #[inline]
    fn driven(state: Arc<RunState<D>>, token: Option<QCellOwner>, driver: Driver<D, O, F>, name: &'static str) -> Self {
        let (result, reader, span) = (RunResult::Omitted, QueueReader::new(token), Span::none());
        let observed = Observed::default();
        Self {
            state,
            driver,
            output: None,
            result,
            reader,
            seq: 0,
            span,
            name,
            observed,
            ready: 0,
            left: UNITS as usize,
        }
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Run<D, O, F> {
    /// Names the run. Has no effect once it has begun.
    pub fn run_id(self, id: impl Into<RunId>) -> Self {
        self.state.id.name(id.into());
        self
    }

    /// Returns the id of the run.
    pub fn id(&self) -> &RunId {
        self.state.id.get()
    }

    /// Adds the output to the last event, for readers outside of this program: if the run succeeds, the `data` of
    /// `run.finished` is `{"outcome":"success","result":..}`, and [`Event::result`](crate::Event::result) returns it.
    ///
    /// The output is serialized once, at the end; a run whose output does not serialize fails. Has no effect after
    /// [`spawn`](Run::spawn).
    ///
    /// # Examples
    /// ```
    /// # use runnable_core::{Node, Result};
    /// # async fn show<N: Node>(pipeline: N) -> Result<()> where N::Output: serde::Serialize + Send {
    /// let mut run = pipeline.execute_streaming().with_result();
    /// while let Some(event) = run.next().await {
    ///     if let Some(result) = event.result() {
    ///         println!("{result}");
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn with_result(mut self) -> Self
    where
        O: Serialize,
    {
        self.result = RunResult::Wanted(|output| serde_json::to_value(output));
        self
    }

    /// Drives the run to its end, and returns its output. Drops the events that were not read. When it returns, no step is
    /// running any more, not even elsewhere.
    ///
    /// # Errors
    /// Returns the failure of the run.
    ///
    /// # Cancel safety
    /// This method is not cancel safe: dropping the future drops the run.
    pub async fn output(mut self) -> Result<O> {
        while self.next().await.is_some() {}
        self.take_output()
    }

    /// Cancels the run: drops all of its steps. Those that are open close as cancelled, and then the run does; these events
    /// can still be read.
    ///
    /// The run is cancelled at once, also if the returned future is dropped. The future is ready once all steps have ended,
    /// including those in tasks and threads of their own: a task with `spawn` is aborted, and a task with `blocking`
    /// runs to its end, unless it is detached. A [spawned](Run::spawn) run is cancelled in its own task, once that is
    /// scheduled.
    ///
    /// # Examples
    /// ```
    /// # use runnable_core::{Node, Result};
    /// # async fn stop<N: Node>(pipeline: N) {
    /// let mut run = pipeline.execute_streaming();
    /// run.next().await;
    /// run.cancel().await;
    /// // No step is running any more.
    /// # }
    /// ```
    ///
    /// # Cancel safety
    /// The future is cancel safe: the run ends without it, and another call waits again.
    pub fn cancel(&mut self) -> Cancel<'_, D, O, F> {
        match &mut self.driver {
            Driver::Inline(_) => {
                self.abandon(self.state.refused().map_or_else(Error::cancelled, |(_, error)| error.clone()));
                // Nearly always, nothing is left to wait for: the closing events can be read at once.
                let _ = self.poll_cancelled(&mut Context::from_waker(Waker::noop()));
            }
            Driver::Spawned(task) => task.cancel(),
            Driver::Cancelled | Driver::Done => {}
        }
        Cancel { run: self }
    }

    /// Fails the step that sent `event`, which its reader cannot serialize, and cancels the rest of the run. The events that
    /// close the steps and the run can still be read.
    #[cold]
    #[doc(hidden)]
    pub fn refuse(&mut self, event: &Event<D>, error: &serde_json::Error)
    where
        D: WireEvent,
    {
        let message = format!("the event `{}` is not sent: it does not serialize: {error}", event.event_type());
        let error = Error::failed(message.into(), false).of(event.origin.clone()).after(event.attempt());
        self.state.refuse(event.origin.clone(), error);
        // Nobody has seen its number, unless the run is recorded: the next event gets it, and the numbers have no gap.
        if self.state.services().is_none() {
            match &mut self.driver {
                Driver::Spawned(spawned) => spawned.refuse(),
                _ => self.seq -= u64::from(event.seq == self.seq),
            }
        }
        self.cancel();
    }

    /// Drops the steps, which closes those that are open. The run closes with `error` once all have ended.
    pub(super) fn abandon(&mut self, error: Error) {
        self.output = Some(Err(error));
        discard(std::mem::replace(&mut self.driver, Driver::Cancelled));
    }

    /// Drops the steps, which closes those that are open, and then closes the run.
    pub(super) fn finish(&mut self, output: Result<O>) {
        self.driver = Driver::Done;
        let output = output.and_then(|output| self.with_recorded_result(output));
        let output = output.map_err(|error| match self.redact() {
            Some(redact) => redact.error(error),
            None => error,
        });
        if let Err(error) = &output {
            record_failure(&self.span, error);
        }
        let outcome = match &output {
            Err(error) if error.kind() == ErrorKind::Cancelled => Outcome::Cancelled,
            output => Outcome::of(output),
        };
        self.output = Some(output);
        let finished = Lifecycle::RunFinished(outcome);
        let tag = match &self.result {
            RunResult::Ready(result) if finished.outcome() == Some(&Outcome::Succeeded) => {
                LifecycleTag::full(finished.clone(), Some(Arc::clone(result)))
            }
            _ => LifecycleTag::of(&finished),
        };
        let event = Queued { origin: Scope::ROOT.origin(), tag, data: D::lifecycle(finished) };
        self.state.queue.conclude(&mut self.reader, event);
    }

    /// Serializes the output if the last event contains it.
    fn with_recorded_result(&mut self, output: O) -> Result<O> {
        if let RunResult::Wanted(serialise) = self.result {
            let defect = |error| BoxError::from(format!("the output does not serialize: {error}"));
            self.result = RunResult::Ready(Arc::new(serialise(&output).map_err(|e| Error::bad_return(defect(e)))?));
        }
        Ok(output)
    }

    /// Returns the means to remove secrets from what leaves the process, if a runner attached any.
    #[doc(hidden)]
    pub fn redact(&self) -> Option<&Arc<dyn Redact>> {
        self.state.services()?.redact.as_ref()
    }

    /// Returns the output of a run that has ended.
    pub(crate) fn take_output(&mut self) -> Result<O> {
        self.output.take().unwrap_or_else(|| Err(Error::cancelled()))
    }
}

impl<D: RunData, O: Send + 'static, F: Future<Output = Result<O>> + Send + ?Sized + 'static> Run<D, O, F> {
    /// Drives the run in a task of its own. The task waits while 64 events are unread.
    ///
    /// # Panics
    /// Panics if called outside of a tokio runtime.
    pub fn spawn(self) -> Self {
        let (state, name) = (Arc::clone(&self.state), self.name);
        Self::driven(state, None, Driver::Spawned(Spawned::new(self)), name)
    }
}

impl<D, O, F: ?Sized> fmt::Debug for Run<D, O, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("name", &self.name)
            .field("id", self.state.id.get())
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}

/// The future of [`Run::cancel`]: ready once all steps have ended. The run is cancelled also if it is dropped.
pub struct Cancel<'a, D, O, F: ?Sized> {
    run: &'a mut Run<D, O, F>,
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Future for Cancel<'_, D, O, F> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<()> {
        self.get_mut().run.poll_cancelled(task)
    }
}

impl<D, O, F: ?Sized> fmt::Debug for Cancel<'_, D, O, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Cancel").field(&self.run).finish()
    }
}
