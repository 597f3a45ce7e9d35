//! Steps that are streams of events.

use super::ahead::Offered;
use crate::{
    context::Site,
    event::Lift,
    id::{BoxError, Error, ErrorKind, Origin, Result},
    queue::{CLOCK_INTERVAL, Queue, Queued, Receipt},
};
use futures_core::Stream;
use std::{
    future::{Future, poll_fn},
    mem::take,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, Waker, ready},
    time::Duration,
};
use tokio::time::{Instant, Sleep, sleep};

/// Forwards a stream's events; `end` picks the returns out of the end event, the last one where there are more.
///
/// # Errors
/// The stream ended without its end event, was silent for too long, or `end` could not read the returns.
pub async fn drive<S, E, T>(
    site: S,
    idle: Option<Duration>,
    stream: impl Stream<Item = E>,
    mut end: impl FnMut(&E) -> Option<Result<T, BoxError>>,
) -> Result<T>
where
    S: Site,
    S::Lift: Lift<E, S::Run>,
{
    forward(site, idle, stream, false, |event, _| Some(event), &mut end).await
}

/// [`drive`] for a stream of results: the first error ends the step.
///
/// # Errors
/// Those of [`drive`], and the stream's own.
pub async fn try_drive<S, E, T, Err>(
    site: S,
    idle: Option<Duration>,
    stream: impl Stream<Item = Result<E, Err>>,
    when: impl Fn(&Err) -> bool,
    mut end: impl FnMut(&E) -> Option<Result<T, BoxError>>,
) -> Result<T>
where
    S: Site,
    S::Lift: Lift<E, S::Run>,
    Err: Into<BoxError>,
{
    let item = |item: Result<E, Err>, failed: &mut Option<Error>| match item {
        Ok(event) => Some(event),
        Err(error) => {
            let retryable = when(&error);
            *failed = Some(Error::failed(error.into(), retryable));
            None
        }
    };
    forward(site, idle, stream, true, item, &mut end).await
}

async fn forward<S, I, E, T>(
    site: S,
    idle: Option<Duration>,
    stream: impl Stream<Item = I>,
    until_error: bool,
    item: impl Fn(I, &mut Option<Error>) -> Option<E>,
    end: &mut impl FnMut(&E) -> Option<Result<T, BoxError>>,
) -> Result<T>
where
    S: Site,
    S::Lift: Lift<E, S::Run>,
{
    let mut stream = pin!(stream);
    let mut silence = pin!(idle.map(sleep));
    let (mut returns, mut ended, mut failed) = (None, None, None);
    // Whether an event waits for its reader.
    let mut unread = false;
    let mut outlet = site.queue().map(|queue| Outlet::new(queue, site.origin()));
    poll_fn(|task| {
        let mut outlet = outlet.as_mut().map(Sending);
        if let Some(outlet) = &outlet {
            ready!(outlet.0.poll_turn(task));
        }
        // While its event waited, the stream was not asked for another: that is not its silence.
        if take(&mut unread)
            && let (Some(limit), Some(silence)) = (idle, silence.as_mut().as_pin_mut())
        {
            silence.reset(Instant::now() + limit);
        }
        // What was sent has been read: the step may end.
        if let Some(ended) = ended.take() {
            return Poll::Ready(ended);
        }
        let room = outlet.as_ref().map_or(CLOCK_INTERVAL, |outlet| outlet.0.room());
        let _offered = (room > 1).then(|| Offered::to(stream.as_ref(), room, until_error));
        loop {
            let last = match stream.as_mut().poll_next(task) {
                Poll::Ready(Some(next)) => match item(next, &mut failed) {
                    Some(event) => {
                        if let (Some(limit), Some(silence)) = (idle, silence.as_mut().as_pin_mut()) {
                            silence.reset(Instant::now() + limit);
                        }
                        if let Some(read) = end(&event) {
                            returns = Some(read);
                        }
                        if let Some(outlet) = &mut outlet {
                            unread = outlet.0.send(task, || S::Lift::lift(event)).is_pending();
                            if unread {
                                return Poll::Pending;
                            }
                        }
                        continue;
                    }
                    None => failed.take().map_or(Ok(()), Err),
                },
                Poll::Ready(None) => Ok(()),
                Poll::Pending => {
                    // Where it has to wait, the next poll does so.
                    unread = outlet.as_mut().is_some_and(|outlet| outlet.0.flush(task).is_pending());
                    return poll_idle(idle, silence.as_mut(), task);
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

/// The stream is silent: for too long?
fn poll_idle(idle: Option<Duration>, silence: Pin<&mut Option<Sleep>>, task: &mut Context<'_>) -> Poll<Result<()>> {
    let (Some(limit), Some(silence)) = (idle, silence.as_pin_mut()) else { return Poll::Pending };
    silence.poll(task).map(|()| Err(Error::timed_out(ErrorKind::Idle, limit)))
}

/// A stream's way to the reader. While there is room for more than one event, they go together.
struct Outlet<'a, R: 'static> {
    queue: &'a Arc<Queue<R>>,
    origin: Origin,
    receipt: Receipt,
    /// Empty between two polls.
    burst: Vec<Queued<R>>,
}

impl<'a, R: 'static> Outlet<'a, R> {
    fn new(queue: &'a Arc<Queue<R>>, origin: Origin) -> Self {
        Self { queue, origin, receipt: Receipt::default(), burst: Vec::new() }
    }

    #[inline]
    fn poll_turn(&self, task: &mut Context<'_>) -> Poll<()> {
        self.queue.poll_turn(None, task, self.receipt)
    }

    /// How many events the stream may make before it is asked again.
    fn room(&self) -> usize {
        if self.queue.is_waiting() { 1 } else { self.queue.room().min(CLOCK_INTERVAL) }
    }

    /// Ready where the stream may go on.
    #[inline]
    fn send(&mut self, task: &mut Context<'_>, data: impl FnOnce() -> R) -> Poll<()> {
        let (room, alone) = (self.queue.room(), self.burst.is_empty() && self.queue.is_waiting());
        Queued::put(&mut self.burst, || Queued::own(&self.origin, data()));
        let waits = self.burst.len();
        if waits < room && !alone && (!waits.is_multiple_of(CLOCK_INTERVAL) || !self.queue.is_late()) {
            return Poll::Ready(());
        }
        // Where something waits already, it is sent one by one: so the room is for all steps together.
        self.push_all(task, !alone)
    }

    #[inline(never)]
    fn push_all(&mut self, task: &mut Context<'_>, wait: bool) -> Poll<()> {
        self.queue.push_all(task, &mut self.receipt, &mut self.burst, wait)
    }

    /// Sends what is left; ready where the step need not wait for it.
    fn flush(&mut self, task: &mut Context<'_>) -> Poll<()> {
        if self.burst.is_empty() {
            return Poll::Ready(());
        }
        self.push_all(task, false)
    }

    /// Sends what it made before it panicked, without waiting.
    #[cold]
    fn panicked(&mut self) {
        let _ = self.push_all(&mut Context::from_waker(Waker::noop()), false);
    }
}

/// A poll of the stream. What it made before it panicked is sent, too.
struct Sending<'a, 'b, R: 'static>(&'a mut Outlet<'b, R>);

impl<R: 'static> Drop for Sending<'_, '_, R> {
    #[inline]
    fn drop(&mut self) {
        if !self.0.burst.is_empty() {
            self.0.panicked();
        }
    }
}
