//! Polling a run.

use super::run::{Driver, Run};
use crate::{
    event::{Event, Lifecycle, LifecycleTag, RunData},
    hooks::{SpanMade, in_place},
    id::{Result, Scope},
    queue::{Queued, UNITS, in_turn, poll_begin, poll_timers_at, yield_once},
    step::{run_span, traced},
};
use futures_core::Stream;
use std::{
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, Waker, ready},
};

impl<D, O, F: ?Sized> Run<D, O, F> {
    /// Returns the next event that the reader took.
    #[inline]
    pub(super) fn next_taken(&mut self) -> Option<Event<D>> {
        let Queued { origin, tag, data } = self.reader.next()?;
        self.seq += 1;
        let (seq, ts, run) = (self.seq, self.reader.ts(), self.state.id.get().clone());
        Some(Event { seq, ts, run, origin, tag, data })
    }

    /// Makes an event the next one again.
    pub(super) fn unread(&mut self, Event { seq, ts, origin, tag, data, .. }: Event<D>) {
        self.seq = seq - 1;
        self.reader.put(ts, Queued { origin, tag, data });
    }

    /// Makes `run.started` the first event. It gets its time from the first poll of the steps, so that both need the clock
    /// only once.
    #[cold]
    pub(super) fn begin(&mut self, data: fn(Lifecycle) -> D) {
        let first = if self.seq > 0 { Lifecycle::RunResumed } else { Lifecycle::RunStarted };
        let event = Queued { origin: Scope::ROOT.origin(), tag: LifecycleTag::of(&first), data: data(first) };
        self.reader.put(self.reader.ts(), event);
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Run<D, O, F> {
    /// Polls the steps once. Ready if there is an event to read, or the run has ended.
    fn poll_work(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let watched = self.watched(task);
        let waker = watched.as_ref().map(|watched| Waker::from(Arc::clone(watched)));
        let task = &mut Context::from_waker(waker.as_ref().unwrap_or_else(|| task.waker()));
        if self.is_cancelled() {
            self.cancel();
            return self.poll_cancelled(task);
        }
        let (span, reader) = (&self.span, &mut self.reader);
        let work = match &mut self.driver {
            Driver::Inline(work) => work,
            Driver::Cancelled => return self.poll_cancelled(task),
            Driver::Spawned(_) | Driver::Done => return Poll::Ready(()),
        };
        if let Some(time) = self.state.measured_reader_time() {
            time.end();
        }
        let place = self.state.services().and_then(|services| services.place.as_ref());
        let polled = in_turn(|| {
            let poll = |task: &mut Context<'_>| span.in_scope(|| in_place(place, || work.as_mut().poll(task)));
            self.state.queue.poll_with(reader, task, poll)
        });
        match polled {
            Poll::Pending if self.state.queue.after_poll(task.waker(), reader) => {}
            Poll::Pending => match self.quiet(watched.as_deref()) {
                Ok(()) if self.poll_request(task).is_pending() => return Poll::Pending,
                Ok(()) => {
                    self.cancel();
                    return self.poll_cancelled(task);
                }
                Err(error) => {
                    self.abandon(error);
                    return self.poll_cancelled(task);
                }
            },
            Poll::Ready(output) => {
                let output = self.complete(output);
                self.finish(output);
            }
        }
        if let Some(time) = self.state.measured_reader_time() {
            time.begin(self.reader.len());
        }
        Poll::Ready(())
    }

    /// Ready once all steps of a cancelled run have ended.
    #[cold]
    pub(super) fn poll_cancelled(&mut self, task: &mut Context<'_>) -> Poll<()> {
        match &mut self.driver {
            Driver::Cancelled => {
                ready!(self.state.ending.poll_ended(&Scope::ROOT, task));
                let output = self.take_output();
                self.finish(output);
                Poll::Ready(())
            }
            Driver::Spawned(spawned) => spawned.poll_steps_ended(task),
            Driver::Inline(_) | Driver::Done => Poll::Ready(()),
        }
    }

    /// Polls for the next event. Only the path on which the reader has taken events already is inlined.
    #[inline]
    fn poll_event(&mut self, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        if self.ready > 0 {
            self.ready -= 1;
        } else if !ready!(self.poll_more(task)) {
            return Poll::Ready(None);
        }
        Poll::Ready(self.next_taken())
    }

    /// Returns whether there is another event. If so, the reader has taken it, and those that are `ready` after it.
    #[inline(never)]
    fn poll_more(&mut self, task: &mut Context<'_>) -> Poll<bool> {
        // A loop that reads events, each of which is ready, yields now and then: other work may be in the same task.
        if self.left == 0 {
            self.left = UNITS as usize;
            return yield_once(task);
        }
        let more = ready!(self.poll_taken(task));
        if more {
            let events = if self.is_observed() { 1 } else { self.left.min(self.reader.len()) };
            self.left -= events;
            self.ready = events - 1;
        }
        Poll::Ready(more)
    }

    fn poll_taken(&mut self, task: &mut Context<'_>) -> Poll<bool> {
        if let Driver::Spawned(spawned) = &mut self.driver {
            if let Some(event) = ready!(spawned.poll_event(task)) {
                self.unread(event);
                return Poll::Ready(true);
            }
            self.output = Some(ready!(spawned.poll_output(task)));
            self.driver = Driver::Done;
            return Poll::Ready(false);
        }
        if self.reader.ts() == 0 {
            ready!(poll_begin(task));
            self.begin(D::lifecycle);
            if traced() {
                self.span = run_span(self.name, self.state.id.get());
                let made = self.state.services().and_then(|services| services.extensions.get::<SpanMade>());
                if let Some(SpanMade(made)) = made {
                    made(&self.span);
                }
            }
            if !matches!(self.driver, Driver::Inline(_)) {
                // Cancelled before its first poll: no poll of the steps dates the first event.
                self.reader.date();
            }
            ready!(self.poll_work(task));
            self.state.id.begin(self.reader.ts());
        }
        ready!(poll_timers_at(self.reader.ts(), task));
        loop {
            ready!(self.poll_room(task));
            if self.reader.has_next() {
                self.observe_next();
                return Poll::Ready(true);
            }
            if self.state.queue.before_poll(&mut self.reader) {
                // Events of other tasks: the steps are not polled until the reader comes back.
                if let Some(time) = self.state.measured_reader_time() {
                    time.begin(self.reader.len());
                }
                continue;
            }
            if matches!(self.driver, Driver::Done) {
                ready!(self.poll_durable(task));
                return Poll::Ready(false);
            }
            ready!(self.poll_work(task));
        }
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Stream for Run<D, O, F> {
    type Item = Event<D>;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        self.poll_event(task)
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Run<D, O, F> {
    /// Returns the next event, or `None` after the last event.
    ///
    /// A run is also a [`Stream`](futures_core::Stream). This method does the same as `StreamExt::next`, takes precedence
    /// over it, and is inlined. After 127 events it yields once to the executor, even if another event is ready.
    ///
    /// # Cancel safety
    /// This method is cancel safe: dropping the future loses no event.
    #[inline]
    #[allow(clippy::should_implement_trait, reason = "it is the inherent form of `StreamExt::next`")]
    pub fn next(&mut self) -> impl Future<Output = Option<Event<D>>> + Unpin {
        Next(self)
    }
}

/// The future of [`Run::next`].
struct Next<'a, D, O, F: ?Sized>(&'a mut Run<D, O, F>);

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Future for Next<'_, D, O, F> {
    type Output = Option<Event<D>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        self.0.poll_event(task)
    }
}
