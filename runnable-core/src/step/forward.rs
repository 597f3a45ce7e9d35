//! Steps that are streams of events.

use super::{ahead::Offered, clock::Clock, streams::Streams};
use crate::{
    context::SendsEvents,
    event::{Lift, refused},
    hooks::EventCheck,
    id::{BoxError, Error, ErrorKind, Origin, Result},
    queue::{CLOCK_INTERVAL, Queue, Queued, ReaderShare, Receipt, poll_unit},
};
use futures_core::Stream;
use std::{
    future::poll_fn,
    mem::take,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker, ready},
    time::Duration,
};

#[allow(private_bounds, reason = "expansions pass a context along, and call nothing of its traits")]
impl Streams {
    /// Forwards the events of a stream. `end` picks the returns out of the end event, which is the last event.
    ///
    /// # Errors
    /// Fails if the stream ends without its end event or yields another event after it, if it sends nothing for `idle`, if it
    /// yields an event of a reserved type, or if `end` cannot read the returns.
    pub async fn drive<S, E, T>(
        cx: S,
        idle: Option<Duration>,
        stream: impl Stream<Item = E>,
        mut end: impl FnMut(&E) -> Option<Result<T, BoxError>>,
    ) -> Result<T>
    where
        S: SendsEvents,
        S::Lift: Lift<E, S::Run>,
        E: 'static,
    {
        forward(cx, idle, stream, false, accepted, &mut end).await
    }

    /// Forwards the events of a stream of results, as [`drive`](Self::drive) does. The first error ends the step.
    ///
    /// # Errors
    /// Fails as [`drive`](Self::drive) does, or with the error of the stream.
    pub async fn try_drive<S, E, T, Err>(
        cx: S,
        idle: Option<Duration>,
        stream: impl Stream<Item = Result<E, Err>>,
        when: impl Fn(&Err) -> bool,
        mut end: impl FnMut(&E) -> Option<Result<T, BoxError>>,
    ) -> Result<T>
    where
        S: SendsEvents,
        S::Lift: Lift<E, S::Run>,
        E: 'static,
        Err: Into<BoxError>,
    {
        let item = |item: Result<E, Err>, failed: &mut Option<Error>| match item {
            Ok(event) => accepted(event, failed),
            Err(error) => {
                let retryable = when(&error);
                *failed = Some(Error::failed(error.into(), retryable));
                None
            }
        };
        forward(cx, idle, stream, true, item, &mut end).await
    }
}

/// Returns the event, or fails the step if the event must not be sent.
#[inline]
fn accepted<E: 'static>(event: E, failed: &mut Option<Error>) -> Option<E> {
    match refused(&event) {
        None => Some(event),
        Some(error) => {
            *failed = Some(error);
            None
        }
    }
}

async fn forward<S, I, E, T>(
    source: S,
    idle: Option<Duration>,
    stream: impl Stream<Item = I>,
    until_error: bool,
    item: impl Fn(I, &mut Option<Error>) -> Option<E>,
    end: &mut impl FnMut(&E) -> Option<Result<T, BoxError>>,
) -> Result<T>
where
    S: SendsEvents,
    S::Lift: Lift<E, S::Run>,
{
    let mut stream = pin!(stream);
    let reader = || source.state().map(|state| state.reader_time());
    let mut silence = idle.map(|limit| Clock::new(limit, reader()));
    let (mut returns, mut ended, mut failed) = (None, None, None);
    // True if an event waits for the reader.
    let mut unread = false;
    let check = EventCheck::of(source.services());
    let mut outlet = source.state().map(|state| {
        let origin = source.origin();
        let share = source.owned().share(&origin);
        Outlet::new(&state.queue, origin, share)
    });
    poll_fn(|task| {
        let mut outlet = outlet.as_mut().map(FlushOnPanic);
        if let Some(outlet) = &mut outlet {
            ready!(outlet.0.poll_read(task));
        }
        // While an event waited for the reader, the stream was not polled: that time is not its silence.
        if take(&mut unread)
            && let Some(silence) = &mut silence
        {
            silence.restart();
        }
        // All events have been read: the step may end.
        if let Some(ended) = ended.take() {
            return Poll::Ready(ended);
        }
        let room = outlet.as_ref().map_or(CLOCK_INTERVAL, |outlet| outlet.0.burst_room());
        let _offered = (room > 1).then(|| Offered::to(stream.as_ref(), room, until_error));
        let waker = silence.as_mut().and_then(|silence| silence.begin_poll(task.waker()).cloned());
        let stream_task = &mut Context::from_waker(waker.as_ref().unwrap_or_else(|| task.waker()));
        loop {
            let last = match stream.as_mut().poll_next(stream_task) {
                Poll::Ready(Some(next)) => match item(next, &mut failed) {
                    Some(_) if returns.is_some() => Err(Error::after_end_event()),
                    Some(event) => {
                        if let Some(silence) = &mut silence {
                            silence.restart();
                        }
                        if let Some(read) = end(&event) {
                            returns = Some(read);
                        }
                        let sent = match &mut outlet {
                            Some(outlet) => outlet.0.send_checked(task, check, || S::Lift::lift(event)),
                            // A queue is full after some events; nothing else ends this loop if nobody reads them.
                            None => Ok(poll_unit(task)),
                        };
                        match sent {
                            Ok(Poll::Ready(())) => continue,
                            Ok(Poll::Pending) => {
                                unread = outlet.is_some();
                                return Poll::Pending;
                            }
                            Err(error) => Err(error),
                        }
                    }
                    None => failed.take().map_or(Ok(()), Err),
                },
                Poll::Ready(None) => Ok(()),
                Poll::Pending => {
                    // If the step has to wait for the reader, the next poll does.
                    unread = outlet.as_mut().is_some_and(|outlet| outlet.0.flush(task).is_pending());
                    return poll_idle(silence.as_mut(), task);
                }
            };
            if outlet.as_mut().is_some_and(|outlet| outlet.0.flush(task).is_pending()) {
                ended = Some(last);
                return Poll::Pending;
            }
            return Poll::Ready(last);
        }
    })
    .await?;
    match returns {
        Some(Ok(returns)) => Ok(returns),
        Some(Err(error)) => Err(Error::bad_return(error)),
        None => Err(Error::no_end_event()),
    }
}

/// Fails once the stream has been silent for too long.
fn poll_idle(silence: Option<&mut Clock>, task: &mut Context<'_>) -> Poll<Result<()>> {
    let Some(silence) = silence else { return Poll::Pending };
    silence.poll_end(task).map(|()| Err(Error::timed_out(ErrorKind::Idle, silence.limit())))
}

/// The way of a stream's events to the queue. While the queue has room for several events, they are sent together.
struct Outlet<'a, R: 'static> {
    queue: &'a Queue<R>,
    origin: Origin,
    receipt: Receipt,
    /// Empty between two polls.
    burst: Vec<Queued<R>>,
    /// Notes that an event waits for room, if the step has a limit of time.
    share: Option<Arc<ReaderShare>>,
}

impl<'a, R: 'static> Outlet<'a, R> {
    fn new(queue: &'a Queue<R>, origin: Origin, share: Option<Arc<ReaderShare>>) -> Self {
        Self { queue, origin, receipt: Receipt::default(), burst: Vec::new(), share }
    }

    #[inline]
    fn poll_read(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let read = self.queue.poll_read(None, task, self.receipt);
        self.note(read.is_pending());
        read
    }

    #[inline]
    fn note(&mut self, waits: bool) {
        if let Some(share) = &self.share {
            share.note(&mut self.receipt, waits);
        }
    }

    /// Returns how many events the stream may yield in one poll.
    fn burst_room(&self) -> usize {
        if self.queue.is_waiting() { 1 } else { self.queue.capacity().min(CLOCK_INTERVAL) }
    }

    /// Sends an event, unless the run is recorded and the event cannot be. Ready if the stream may be polled again.
    #[inline]
    fn send_checked(
        &mut self,
        task: &mut Context<'_>,
        check: Option<EventCheck<R>>,
        data: impl FnOnce() -> R,
    ) -> Result<Poll<()>> {
        let Some(check) = check else { return Ok(self.send(task, data)) };
        let data = data();
        match check.refused(&data) {
            None => Ok(self.send(task, || data)),
            Some(error) => Err(error),
        }
    }

    /// Sends an event. Ready if the stream may be polled again.
    #[inline]
    fn send(&mut self, task: &mut Context<'_>, data: impl FnOnce() -> R) -> Poll<()> {
        let (room, alone) = (self.queue.capacity(), self.burst.is_empty() && self.queue.is_waiting());
        Queued::put(&mut self.burst, || Queued::task(&self.origin, data()));
        let waits = self.burst.len();
        if waits < room && !alone && (!waits.is_multiple_of(CLOCK_INTERVAL) || !self.queue.is_late()) {
            return Poll::Ready(());
        }
        // If events of other steps wait already, this event is sent alone: all steps share the capacity.
        self.send_burst(task, !alone)
    }

    #[inline(never)]
    fn send_burst(&mut self, task: &mut Context<'_>, wait: bool) -> Poll<()> {
        let sent = self.queue.send_all(task, &mut self.receipt, &mut self.burst, wait);
        self.note(sent.is_pending());
        sent
    }

    /// Sends the rest of the burst. Ready if the step need not wait for the reader.
    fn flush(&mut self, task: &mut Context<'_>) -> Poll<()> {
        if self.burst.is_empty() {
            return Poll::Ready(());
        }
        self.send_burst(task, false)
    }

    /// Sends the events that the stream yielded before it panicked, without waiting.
    #[cold]
    fn panicked(&mut self) {
        let _ = self.send_burst(&mut Context::from_waker(Waker::noop()), false);
    }
}

impl<R: 'static> Drop for Outlet<'_, R> {
    fn drop(&mut self) {
        self.note(false);
    }
}

/// Sends the rest of the burst if a poll of the stream panics.
struct FlushOnPanic<'a, 'b, R: 'static>(&'a mut Outlet<'b, R>);

impl<R: 'static> Drop for FlushOnPanic<'_, '_, R> {
    #[inline]
    fn drop(&mut self) {
        if !self.0.burst.is_empty() {
            self.0.panicked();
        }
    }
}
