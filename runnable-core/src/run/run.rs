//! A run in progress.

use super::poll;
use super::spawned::Spawned;
#[cfg(feature = "runner")]
use crate::hooks::Tap;
use crate::{
    event::{Event, Lifecycle, LifecycleTag, Outcome, RunData},
    id::{BoxError, Error, ErrorKind, Result, RunId, Scope},
    queue::{Queue, Queued, Reader},
};
use qcell::QCellOwner;
use serde::Serialize;
use serde_json::Value;
use std::{fmt, future::Future, pin::Pin, sync::Arc};
use tracing::Span;

/// A run in progress: a stream of its events, and then its [`output`](Run::output).
///
/// It advances only while it is polled; [`spawn`](Run::spawn) drives it in a task of its own. Dropping it drops every step.
/// `F` is the future of its steps; [`boxed`](Run::boxed) hides it where a type must be written: `Run<D, O>`.
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
/// Dropping the future of the next event loses nothing: the run goes on where it is polled again.
#[must_use = "a run does nothing until it is read or its output is awaited"]
pub struct Run<D, O, F: ?Sized = dyn Future<Output = Result<O>> + Send> {
    pub(super) queue: Arc<Queue<D>>,
    pub(super) driver: Driver<D, O, F>,
    pub(super) output: Option<Result<O>>,
    pub(super) result: ResultOf<O>,
    pub(super) reader: Reader<D>,
    pub(super) seq: u64,
    pub(super) span: Span,
    pub(super) name: &'static str,
    #[cfg(feature = "runner")]
    pub(super) tap: Option<Box<Tap<D>>>,
}

pub(super) enum Driver<D, O, F: ?Sized> {
    Inline(Pin<Box<F>>),
    Spawned(Spawned<D, O>),
    Done,
}

/// What `run.finished` tells of the output.
pub(super) enum ResultOf<O> {
    Omitted,
    Wanted(fn(&O) -> serde_json::Result<Value>),
    Ready(Arc<Value>),
}

impl<D: RunData, O, F: Future<Output = Result<O>>> Run<D, O, F> {
    #[inline]
    pub(crate) fn new(name: &'static str, work: impl FnOnce(Arc<Queue<D>>) -> F) -> Self {
        let (queue, token) = Queue::new();
        let queue = Arc::new(queue);
        let driver = Driver::Inline(Box::pin(work(Arc::clone(&queue))));
        Self::driven(queue, Some(token), driver, name)
    }

    /// Hides the type of its steps, without another allocation.
    pub fn boxed(mut self) -> Run<D, O>
    where
        F: Send + 'static,
    {
        let driver: Driver<D, O, dyn Future<Output = Result<O>> + Send> =
            match std::mem::replace(&mut self.driver, Driver::Done) {
                Driver::Inline(work) => Driver::Inline(work),
                Driver::Spawned(task) => Driver::Spawned(task),
                Driver::Done => Driver::Done,
            };
        Run {
            queue: Arc::clone(&self.queue),
            driver,
            output: self.output.take(),
            result: std::mem::replace(&mut self.result, ResultOf::Omitted),
            reader: std::mem::replace(&mut self.reader, Reader::new(None)),
            seq: self.seq,
            span: std::mem::replace(&mut self.span, Span::none()),
            name: self.name,
            #[cfg(feature = "runner")]
            tap: self.tap.take(),
        }
    }
}

impl<D, O, F: ?Sized> Unpin for Run<D, O, F> {}

impl<D, O, F: ?Sized> Run<D, O, F> {
    #[inline]
    fn driven(queue: Arc<Queue<D>>, token: Option<QCellOwner>, driver: Driver<D, O, F>, name: &'static str) -> Self {
        let (result, reader, span) = (ResultOf::Omitted, Reader::new(token), Span::none());
        Self {
            queue,
            driver,
            output: None,
            result,
            reader,
            seq: 0,
            span,
            name,
            #[cfg(feature = "runner")]
            tap: None,
        }
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Run<D, O, F> {
    /// Names the run. Without effect once it has begun.
    pub fn run_id(self, id: impl Into<RunId>) -> Self {
        self.queue.id.name(id.into());
        self
    }

    /// The run's id.
    pub fn id(&self) -> &RunId {
        self.queue.id.get()
    }

    /// Adds the output to the last event, as others than this program's own reader want it: the `data` of a `run.finished`
    /// that tells a success becomes `{"outcome":"success","result":..}`, and [`Event::result`] gives it.
    ///
    /// It is serialised once, at the end; a run whose output does not serialise fails. Without effect after
    /// [`spawn`](Run::spawn), whose task has the run already.
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
        self.result = ResultOf::Wanted(|output| serde_json::to_value(output));
        self
    }

    /// The next event; `None` after the last one.
    ///
    /// A run is a [`Stream`](futures_core::Stream), too: this does what its `StreamExt::next` does, comes before it where both are in
    /// scope, and is inlined.
    ///
    /// # Cancel safety
    /// Dropping the future loses nothing: the run goes on where it is polled again.
    #[inline]
    #[allow(
        clippy::should_implement_trait,
        reason = "it stands in for a method of `StreamExt`, which has the same name"
    )]
    pub fn next(&mut self) -> impl Future<Output = Option<Event<D>>> + Unpin {
        poll::Next(self)
    }

    /// Drives the run to its end and gives its output; events that were not read are dropped.
    ///
    /// # Errors
    /// The failure of the run.
    pub async fn output(mut self) -> Result<O> {
        while self.next().await.is_some() {}
        self.take_output()
    }

    /// Ends the run: every step is dropped and closes as cancelled, then the run does. What is left to read is little.
    ///
    /// A spawned run does so in its own task, as soon as that is scheduled.
    pub fn cancel(&mut self) {
        match &mut self.driver {
            Driver::Inline(_) => self.finish(Err(Error::cancelled())),
            Driver::Spawned(task) => task.cancel(),
            Driver::Done => {}
        }
    }

    /// Drops the steps, so that those that are open close, and then closes the run.
    pub(super) fn finish(&mut self, output: Result<O>) {
        self.driver = Driver::Done;
        let output = output.and_then(|output| self.told(output));
        let outcome = match &output {
            Err(error) if error.kind() == ErrorKind::Cancelled => Outcome::Cancelled,
            output => Outcome::of(output),
        };
        self.output = Some(output);
        let finished = Lifecycle::RunFinished(outcome);
        let tag = match &self.result {
            ResultOf::Ready(result) if finished.outcome() == Some(&Outcome::Succeeded) => {
                LifecycleTag::full(finished.clone(), Some(Arc::clone(result)))
            }
            _ => LifecycleTag::of(&finished),
        };
        let event = Queued { origin: Scope::ROOT.origin(), tag, data: D::lifecycle(finished) };
        self.queue.conclude(&mut self.reader, event);
    }

    /// Serialises the output, where the last event tells it.
    fn told(&mut self, output: O) -> Result<O> {
        if let ResultOf::Wanted(serialise) = self.result {
            let defect = |error| BoxError::from(format!("the output does not serialise: {error}"));
            self.result = ResultOf::Ready(Arc::new(serialise(&output).map_err(|e| Error::bad_return(defect(e)))?));
        }
        Ok(output)
    }

    /// What the run gave, once it has ended.
    pub(crate) fn take_output(&mut self) -> Result<O> {
        self.output.take().unwrap_or_else(|| Err(Error::cancelled()))
    }
}

impl<D: RunData, O: Send + 'static, F: Future<Output = Result<O>> + Send + ?Sized + 'static> Run<D, O, F> {
    /// Drives the run in a task of its own, until the events that nobody reads have filled its channel.
    ///
    /// # Panics
    /// Outside a tokio runtime.
    pub fn spawn(self) -> Self {
        let (queue, name) = (Arc::clone(&self.queue), self.name);
        Self::driven(queue, None, Driver::Spawned(Spawned::new(self)), name)
    }
}

impl<D, O, F: ?Sized> fmt::Debug for Run<D, O, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("name", &self.name)
            .field("id", self.queue.id.get())
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}
