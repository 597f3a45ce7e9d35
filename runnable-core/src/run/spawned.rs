//! A run in a task of its own, and the channel to its reader.

use super::run::Run;
use crate::{
    event::{Event, RunData},
    id::{Error, Result},
};
use futures_core::Stream;
use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::{Context, Poll, ready},
};
use tokio::sync::mpsc;
use tokio_util::{
    sync::{CancellationToken, DropGuard, WaitForCancellationFuture, WaitForCancellationFutureOwned},
    task::AbortOnDropHandle,
};

/// The number of events of a spawned run that may wait for its reader.
const CHANNEL_CAPACITY: usize = 64;

/// The reader's end of a run in a task of its own. Dropping it aborts the task.
pub(crate) struct Spawned<D, O> {
    events: mpsc::Receiver<Event<D>>,
    cancel: CancellationToken,
    /// Cancelled once all steps of the run have ended.
    ended: CancellationToken,
    /// Waits for that, if somebody does.
    ending: Option<Pin<Box<WaitForCancellationFutureOwned>>>,
    task: AbortOnDropHandle<Result<O>>,
    /// The number of events that the reader has refused, whose numbers the next events get.
    refused: u64,
}

impl<D: RunData, O: Send + 'static> Spawned<D, O> {
    pub(crate) fn new<F>(run: Run<D, O, F>) -> Self
    where
        F: Future<Output = Result<O>> + Send + ?Sized + 'static,
    {
        let (sender, events) = mpsc::channel(CHANNEL_CAPACITY);
        let (cancel, ended) = (CancellationToken::new(), CancellationToken::new());
        let task = AbortOnDropHandle::new(tokio::spawn(drive(run, sender, cancel.clone(), ended.clone().drop_guard())));
        Self { events, cancel, ended, ending: None, task, refused: 0 }
    }
}

impl<D, O> Spawned<D, O> {
    /// Asks the task to cancel the run. The closing events can still be read.
    pub(crate) fn cancel(&self) {
        self.cancel.cancel();
    }

    pub(crate) fn poll_event(&mut self, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        let renumbered = |event: Event<D>| Event { seq: event.seq - self.refused, ..event };
        self.events.poll_recv(task).map(|event| event.map(renumbered))
    }

    /// Gives the number of an event that was read to the next event.
    pub(crate) fn refuse(&mut self) {
        self.refused += 1;
    }

    /// Ready once all steps of the run have ended.
    pub(crate) fn poll_steps_ended(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let ended = &self.ended;
        self.ending.get_or_insert_with(|| Box::pin(ended.clone().cancelled_owned())).as_mut().poll(task)
    }

    /// Returns the output of the run, after its last event.
    pub(crate) fn poll_output(&mut self, task: &mut Context<'_>) -> Poll<Result<O>> {
        let joined = ready!(Pin::new(&mut self.task).poll(task));
        Poll::Ready(joined.unwrap_or_else(|error| Err(Error::joined(error))))
    }
}

/// Forwards the events of the run to its reader, and cancels the run on request.
async fn drive<D, O, F>(
    mut run: Run<D, O, F>,
    sender: mpsc::Sender<Event<D>>,
    cancel: CancellationToken,
    ended: DropGuard,
) -> Result<O>
where
    D: RunData,
    F: Future<Output = Result<O>> + ?Sized,
{
    let mut cancelled = pin!(Some(cancel.cancelled()));
    let mut ended = Some(ended);
    while let Some(event) = poll_fn(|task| {
        poll_cancel(cancelled.as_mut(), &mut run, &mut ended, task);
        Pin::new(&mut run).poll_next(task)
    })
    .await
    {
        let mut sent = pin!(sender.send(event));
        // It fails if the reader is gone: then this task is about to be aborted.
        let _ = poll_fn(|task| {
            poll_cancel(cancelled.as_mut(), &mut run, &mut ended, task);
            sent.as_mut().poll(task)
        })
        .await;
    }
    run.take_output()
}

/// Cancels the run if that was requested, once, and then waits for its steps, also while its events are not read.
fn poll_cancel<D, O, F>(
    mut cancelled: Pin<&mut Option<WaitForCancellationFuture<'_>>>,
    run: &mut Run<D, O, F>,
    ended: &mut Option<DropGuard>,
    task: &mut Context<'_>,
) where
    D: RunData,
    F: Future<Output = Result<O>> + ?Sized,
{
    if cancelled.as_mut().as_pin_mut().is_some_and(|cancelled| cancelled.poll(task).is_ready()) {
        cancelled.set(None);
        run.cancel();
    }
    if cancelled.is_none() && ended.is_some() && run.poll_cancelled(task).is_ready() {
        *ended = None;
    }
}
