//! Steps that are streams of events.

use crate::{
    BoxError, Error, ErrorKind, Result,
    hub::{Body, Queued, Ticket},
    lift::Lift,
    site::Site,
};
use futures_core::Stream;
use std::{
    future::{Future, poll_fn},
    pin::{Pin, pin},
    task::{Context, Poll, ready},
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
    forward(site, idle, stream, Ok, &mut end).await
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
    let item = |item: Result<E, Err>| {
        item.map_err(|error| {
            let retryable = when(&error);
            Error::failed(error.into(), retryable)
        })
    };
    forward(site, idle, stream, item, &mut end).await
}

async fn forward<S, I, E, T>(
    site: S,
    idle: Option<Duration>,
    stream: impl Stream<Item = I>,
    item: impl Fn(I) -> Result<E>,
    end: &mut impl FnMut(&E) -> Option<Result<T, BoxError>>,
) -> Result<T>
where
    S: Site,
    S::Lift: Lift<E, S::Run>,
{
    let mut stream = pin!(stream);
    let mut silence = pin!(idle.map(sleep));
    let mut returns = None;
    let channel = site.hub().map(|hub| (hub, site.origin()));
    let (mut ticket, mut burst, mut ended) = (Ticket::default(), Vec::new(), None);
    poll_fn(|task| {
        if let Some((hub, _)) = &channel {
            ready!(hub.poll_turn(task, ticket));
        }
        // What was sent has been read: the step may end.
        if let Some(ended) = ended.take() {
            return Poll::Ready(ended);
        }
        loop {
            let next = match stream.as_mut().poll_next(task) {
                Poll::Ready(next) => next.map(&item).transpose(),
                Poll::Pending if burst.is_empty() => return poll_idle(idle, silence.as_mut(), task),
                Poll::Pending => break,
            };
            let event = match next {
                Ok(Some(event)) => event,
                last if burst.is_empty() => return Poll::Ready(last.map(drop)),
                last => {
                    ended = Some(last.map(drop));
                    break;
                }
            };
            if let (Some(limit), Some(silence)) = (idle, silence.as_mut().as_pin_mut()) {
                silence.reset(Instant::now() + limit);
            }
            returns = end(&event).or(returns.take());
            if let Some((hub, origin)) = &channel {
                let body = Body::Data(S::Lift::lift(event));
                let more = hub.burst();
                if more == 1 {
                    return hub.push(task, &mut ticket, origin, body).map(Ok);
                }
                burst.push(Queued { origin: origin.clone(), body });
                if burst.len() >= more {
                    break;
                }
            }
        }
        match &channel {
            Some((hub, _)) => hub.push_all(task, &mut ticket, &mut burst).map(Ok),
            None => Poll::Pending,
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
