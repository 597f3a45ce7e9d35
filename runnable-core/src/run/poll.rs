//! A run, polled.

use super::run::{Driver, Run};
use crate::{
    event::{Event, EventOrigin, Lifecycle, LifecycleTag, RunData},
    id::{Error, Result, Scope},
    queue::Queued,
    step::{run_span, traced},
};
use futures_core::Stream;
use std::{
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, ready},
};

impl<D, O, F: ?Sized> Run<D, O, F> {
    /// The next event, of what was taken.
    #[inline]
    pub(super) fn next_taken(&mut self) -> Option<Event<D>> {
        let Queued { origin, tag, data } = self.reader.next()?;
        self.seq += 1;
        let (seq, ts, run) = (self.seq, self.reader.ts(), self.queue.id.get().clone());
        Some(Event { seq, ts, run, origin: EventOrigin(origin), tag, data })
    }

    /// Puts an event back, to be read next.
    pub(super) fn unread(&mut self, Event { seq, ts, origin: EventOrigin(origin), tag, data, .. }: Event<D>) {
        self.seq = seq - 1;
        self.reader.put(ts, Queued { origin, tag, data });
    }

    /// Before the first event: nothing comes before it. It has its time from the first poll of the steps, which one look at the
    /// clock does for.
    #[cold]
    pub(super) fn begin(&mut self, data: fn(Lifecycle) -> D) {
        #[cfg(feature = "runner")]
        let first = if self.seq > 0 { Lifecycle::RunResumed } else { Lifecycle::RunStarted };
        #[cfg(not(feature = "runner"))]
        let first = Lifecycle::RunStarted;
        let event = Queued { origin: Scope::ROOT.origin(), tag: LifecycleTag::of(&first), data: data(first) };
        self.reader.put(self.reader.ts(), event);
    }
}

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Run<D, O, F> {
    /// Polls the steps once; ready where there is something to read now.
    fn poll_work(&mut self, task: &mut Context<'_>) -> Poll<()> {
        let (span, reader) = (&self.span, &mut self.reader);
        let Driver::Inline(work) = &mut self.driver else { return Poll::Ready(()) };
        // Steps catch their own panics; what is left are expressions, iterators and clones between them.
        let polled = self.queue.poll_with(reader, task, |task| {
            span.in_scope(|| catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(task))))
        });
        match polled {
            Ok(Poll::Pending) if self.queue.after_poll(task.waker(), reader) => {}
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(output)) => self.finish(output),
            Err(payload) => self.finish(Err(Error::panicked(payload))),
        }
        Poll::Ready(())
    }

    /// Where events were taken already, the next one is all that this is about: so that is inlined, and nothing else.
    #[inline]
    fn poll_event(&mut self, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        #[cfg(feature = "runner")]
        let taken = self.reader.has_next() && self.tap.is_none();
        #[cfg(not(feature = "runner"))]
        let taken = self.reader.has_next();
        if !taken && !ready!(self.poll_more(task)) {
            return Poll::Ready(None);
        }
        Poll::Ready(self.next_taken())
    }

    /// Whether there is another event; then the reader has it.
    #[inline(never)]
    fn poll_more(&mut self, task: &mut Context<'_>) -> Poll<bool> {
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
            self.begin(D::lifecycle);
            if traced() {
                self.span = run_span(self.name, self.queue.id.get());
            }
            ready!(self.poll_work(task));
            self.queue.id.begin(self.reader.ts());
        }
        loop {
            #[cfg(feature = "runner")]
            ready!(self.poll_room(task));
            if self.reader.has_next() {
                #[cfg(feature = "runner")]
                self.show_next();
                return Poll::Ready(true);
            }
            if self.queue.before_poll(&mut self.reader) {
                continue;
            }
            if matches!(self.driver, Driver::Done) {
                #[cfg(feature = "runner")]
                ready!(self.poll_kept(task));
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

/// The future of [`Run::next`].
pub(super) struct Next<'a, D, O, F: ?Sized>(pub(super) &'a mut Run<D, O, F>);

impl<D: RunData, O, F: Future<Output = Result<O>> + ?Sized> Future for Next<'_, D, O, F> {
    type Output = Option<Event<D>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<Event<D>>> {
        self.0.poll_event(task)
    }
}
