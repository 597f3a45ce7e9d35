//! A run in progress.

use crate::{
    Error, Event, Result, RunId,
    event::{Lifecycle, OriginOf, Outcome},
    hub::{Body, Hub, Queued},
    lift::RunData,
};
use futures_core::Stream;
use futures_util::StreamExt;
use std::{
    collections::VecDeque,
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::SystemTime,
};
use tokio::{sync::mpsc, task::JoinHandle};
use tracing::Span;

/// How many events of a spawned run wait for its reader.
const SPAWNED_CAPACITY: usize = 64;

/// A run in progress: a stream of its events, and then its [`output`](Run::output).
///
/// It advances only while it is polled; [`spawn`](Run::spawn) drives it in a task of its own. Dropping it drops every step.
/// `F` is the future of its steps; [`boxed`](Run::boxed) hides it where a type must be written: `Run<D, O>`.
#[must_use = "a run does nothing until it is read or its output is awaited"]
pub struct Run<D, O, F: ?Sized = dyn Future<Output = Result<O>> + Send> {
    hub: Arc<Hub<D>>,
    driver: Driver<D, O, F>,
    output: Option<Result<O>>,
    batch: VecDeque<Queued<D>>,
    seq: u64,
    ts: u64,
    span: Span,
    name: &'static str,
}

enum Driver<D, O, F: ?Sized> {
    Inline(Pin<Box<F>>),
    Spawned(mpsc::Receiver<Event<D>>, Handle<O>),
    Done,
}

/// Aborts the run's task when the run is dropped.
struct Handle<O>(JoinHandle<Result<O>>);

impl<O> Drop for Handle<O> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>>> Run<D, O, F> {
    pub(crate) fn new(name: &'static str, work: impl FnOnce(Arc<Hub<D>>) -> F) -> Self {
        let hub = Arc::new(Hub::new());
        hub.force_run(Lifecycle::RunStarted);
        let driver = Driver::Inline(Box::pin(work(Arc::clone(&hub))));
        Self { hub, driver, output: None, batch: VecDeque::new(), seq: 0, ts: 0, span: Span::none(), name }
    }

    /// Hides the type of its steps, without another allocation.
    pub fn boxed(self) -> Run<D, O>
    where
        F: Send + 'static,
    {
        let driver: Driver<D, O, dyn Future<Output = Result<O>> + Send> = match self.driver {
            Driver::Inline(work) => Driver::Inline(work),
            Driver::Spawned(events, handle) => Driver::Spawned(events, handle),
            Driver::Done => Driver::Done,
        };
        let Self { hub, output, batch, seq, ts, span, name, .. } = self;
        Run { hub, driver, output, batch, seq, ts, span, name }
    }
}

impl<D, O, F: ?Sized> Unpin for Run<D, O, F> {}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Run<D, O, F> {
    /// Names the run. Without effect once it has begun.
    pub fn run_id(self, id: impl Into<RunId>) -> Self {
        self.hub.name(id.into());
        self
    }

    /// The run's id.
    pub fn id(&self) -> &RunId {
        self.hub.id()
    }

    /// Drives the run to its end and gives its output; events that were not read are dropped.
    ///
    /// # Errors
    /// The failure of the run.
    pub async fn output(mut self) -> Result<O> {
        while self.next().await.is_some() {}
        self.output.unwrap_or_else(|| Err(Error::cancelled()))
    }

    /// Ends the run: every step is dropped and closes as cancelled, then the run does. What is left to read is little.
    pub fn cancel(&mut self) {
        match std::mem::replace(&mut self.driver, Driver::Done) {
            Driver::Inline(work) => {
                drop(work);
                self.finish(Err(Error::cancelled()));
            }
            Driver::Spawned(events, handle) => {
                drop((events, handle));
                self.output = Some(Err(Error::cancelled()));
                self.hub.force_run(Lifecycle::RunFinished(Outcome::Cancelled));
            }
            Driver::Done => {}
        }
    }

    fn finish(&mut self, output: Result<O>) {
        let outcome = match &output {
            Err(error) if error.kind() == crate::ErrorKind::Cancelled => Outcome::Cancelled,
            output => Outcome::of(output),
        };
        self.output = Some(output);
        self.hub.force_run(Lifecycle::RunFinished(outcome));
    }

    fn event(&mut self, queued: Queued<D>) -> Event<D> {
        self.seq += 1;
        let (lifecycle, data) = match queued.body {
            Body::Life(life) => (Some(life.clone()), D::lifecycle(life)),
            Body::Data(data) => (None, data),
        };
        Event {
            seq: self.seq,
            ts: self.ts,
            run: self.hub.id().clone(),
            origin: OriginOf(queued.origin),
            lifecycle,
            data,
        }
    }

    /// Polls the steps once; whether there may be events now.
    fn poll_work(&mut self, task: &mut Context<'_>) -> Poll<bool> {
        let Driver::Inline(work) = &mut self.driver else { return Poll::Ready(false) };
        let span = self.span.clone();
        match span.in_scope(|| work.as_mut().poll(task)) {
            Poll::Ready(output) => {
                self.driver = Driver::Done;
                self.finish(output);
                Poll::Ready(true)
            }
            Poll::Pending if self.hub.after_poll(task.waker(), &mut self.batch) => Poll::Ready(true),
            Poll::Pending => Poll::Pending,
        }
    }

    fn stamp(&mut self) {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        self.ts = u64::try_from(now.as_nanos()).unwrap_or(u64::MAX).max(self.ts);
    }

    fn trace(&mut self) {
        if self.seq == 0
            && self.span.is_none()
            && tracing::level_filters::LevelFilter::current() >= tracing::Level::INFO
        {
            self.span = tracing::info_span!("run", pipeline = self.name, run_id = %self.hub.id());
        }
    }
}

impl<D: RunData, O: Send + 'static, F: Future<Output = Result<O>> + Send + ?Sized + 'static> Run<D, O, F> {
    /// Drives the run in a task of its own, until the events that nobody reads have filled its channel.
    ///
    /// # Panics
    /// Outside a tokio runtime.
    pub fn spawn(self) -> Self {
        let (hub, name) = (Arc::clone(&self.hub), self.name);
        let (sender, events) = mpsc::channel(SPAWNED_CAPACITY);
        let mut inner = self;
        let task = tokio::spawn(async move {
            while let Some(event) = inner.next().await {
                // Nobody reads: the run was dropped, and this task is about to be.
                let _ = sender.send(event).await;
            }
            inner.output.take().unwrap_or_else(|| Err(Error::cancelled()))
        });
        let driver = Driver::Spawned(events, Handle(task));
        Self { hub, driver, output: None, batch: VecDeque::new(), seq: 0, ts: 0, span: Span::none(), name }
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Stream for Run<D, O, F> {
    type Item = Event<D>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        let this = &mut *self;
        if let Driver::Spawned(events, handle) = &mut this.driver {
            if let Some(event) = std::task::ready!(events.poll_recv(task)) {
                this.seq = event.seq;
                this.ts = event.ts;
                return Poll::Ready(Some(event));
            }
            let output = std::task::ready!(Pin::new(&mut handle.0).poll(task));
            this.output = Some(output.unwrap_or_else(|_| Err(Error::cancelled())));
            this.driver = Driver::Done;
            return Poll::Ready(None);
        }
        loop {
            if let Some(queued) = this.batch.pop_front() {
                return Poll::Ready(Some(this.event(queued)));
            }
            this.trace();
            if this.hub.before_poll(task.waker(), &mut this.batch) {
                this.stamp();
                continue;
            }
            if matches!(this.driver, Driver::Done) {
                return Poll::Ready(None);
            }
            std::task::ready!(this.poll_work(task));
            this.stamp();
        }
    }
}

impl<D, O, F: ?Sized> fmt::Debug for Run<D, O, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run")
            .field("name", &self.name)
            .field("id", self.hub.id())
            .field("seq", &self.seq)
            .finish_non_exhaustive()
    }
}
