//! The stream of a `stream!`: a future whose yields are the items of the stream.
//!
//! Yielded items wait in a cell that the future and its stream share. The stream holds the [token](crate::queue::token) of
//! the cell, and lends it to the thread while it polls the future.

use super::{ahead, streams::Streams};
use crate::queue::{
    poll_unit,
    token::{self, Held, Holder, Lent},
    unit,
};
use futures_core::{FusedStream, Stream};
use pin_project_lite::pin_project;
use qcell::{QCell, QCellOwner};
use std::{
    any::Any,
    collections::VecDeque,
    fmt,
    future::{Future, poll_fn},
    mem::take,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};
use sync_wrapper::SyncWrapper;

/// Items that were yielded, and that the stream has not returned yet.
struct Yielded<T> {
    items: YieldedItems<T>,
    /// The number of items that may be yielded before the future waits.
    left: usize,
    /// The panic of the future. It is resumed after the items that were yielded before it.
    panic: Option<Box<dyn Any + Send>>,
}

/// Nearly always one item; only further ones need an allocation.
struct YieldedItems<T> {
    first: Option<T>,
    more: VecDeque<T>,
}

impl<T> YieldedItems<T> {
    #[inline]
    fn is_empty(&self) -> bool {
        self.first.is_none() && self.more.is_empty()
    }

    #[inline]
    fn push(&mut self, item: T) {
        if self.is_empty() {
            self.first = Some(item);
        } else {
            self.more.push_back(item);
        }
    }

    #[inline]
    fn pop(&mut self) -> Option<T> {
        self.first.take().or_else(|| self.more.pop_front())
    }
}

type SharedItems<T> = Arc<QCell<SyncWrapper<Yielded<T>>>>;

thread_local! {
    /// The token of the stream that this thread polls.
    static POLLED: Holder = const { Holder::new() };
}

/// The yielding half of a stream.
pub struct Yielder<T>(SharedItems<T>);

/// The reading half of a stream, before it has its future.
pub struct Yields<T> {
    shared: SharedItems<T>,
    token: QCellOwner,
}

/// The stream of a `stream!`.
impl Streams {
    /// Returns the two halves of a stream.
    #[must_use]
    pub fn yielding<T>() -> (Yielder<T>, Yields<T>) {
        let token = token::make();
        let yielded = Yielded { items: YieldedItems { first: None, more: VecDeque::new() }, left: 0, panic: None };
        let shared = Arc::new(token.cell(SyncWrapper::new(yielded)));
        (Yielder(Arc::clone(&shared)), Yields { shared, token })
    }

    /// Yields `item`.
    #[inline]
    pub fn send<T>(to: &Yielder<T>, item: T) -> YieldOne {
        to.send(item)
    }

    /// Returns the next item. `for await` expands to this.
    pub async fn next<S: Stream>(mut stream: Pin<&mut S>) -> Option<S::Item> {
        unit().await;
        poll_fn(|task| stream.as_mut().poll_next(task)).await
    }
}

impl<T> Yielder<T> {
    #[inline]
    fn send(&self, item: T) -> YieldOne {
        let mut lent = Lent::new(&POLLED);
        let Some(token) = lent.token() else { return YieldOne { waits: true } };
        let yielded = self.0.rw(token).get_mut();
        yielded.items.push(item);
        yielded.left = yielded.left.saturating_sub(1);
        let waits = yielded.left == 0;
        YieldOne { waits }
    }
}

/// A yield: ready at once, or when the stream is polled again.
#[must_use = "the stream returns the item when this is awaited"]
#[derive(Debug)]
pub struct YieldOne {
    waits: bool,
}

impl Future for YieldOne {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if take(&mut self.waits) { Poll::Pending } else { Poll::Ready(()) }
    }
}

impl<T> Yields<T> {
    /// Returns the stream of the items that `future` yields.
    pub fn stream<F: Future<Output = ()>>(self, future: F) -> Generator<T, F> {
        Generator {
            shared: self.shared,
            token: Some(self.token),
            stage: GeneratorStage::Running,
            trying: false,
            future,
        }
    }
}

impl<T, E> Yields<Result<T, E>> {
    /// Returns the stream of the items that `future` yields. If it ends with an error, that is the last item.
    pub fn try_stream<F: Future<Output = Result<(), E>>>(self, future: F) -> Generator<Result<T, E>, Trying<T, E, F>> {
        let yielder = Yielder(Arc::clone(&self.shared));
        let mut stream = self.stream(Trying { yielder, future });
        stream.trying = true;
        stream
    }
}

pin_project! {
    /// The future of a `try_stream!`.
    pub struct Trying<T, E, F> {
        yielder: Yielder<Result<T, E>>,
        #[pin]
        future: F,
    }
}

impl<T, E, F: Future<Output = Result<(), E>>> Future for Trying<T, E, F> {
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<()> {
        let me = self.project();
        if let Err(error) = ready!(me.future.poll(task)) {
            // Nothing runs after the error, so this need not wait.
            drop(me.yielder.send(Err(error)));
        }
        Poll::Ready(())
    }
}

pin_project! {
    /// The stream of a `stream!`.
    #[must_use = "streams do nothing unless polled"]
    pub struct Generator<T, F> {
        shared: SharedItems<T>,
        // `None` while the future is polled, and after it has panicked.
        token: Option<QCellOwner>,
        stage: GeneratorStage,
        // True if nothing follows an item that is an error.
        trying: bool,
        #[pin]
        future: F,
    }

    impl<T, F> PinnedDrop for Generator<T, F> {
        fn drop(this: Pin<&mut Self>) {
            token::give_up(this.project().token.take());
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum GeneratorStage {
    Running,
    /// The future has ended, but the last items have not been returned yet.
    Done,
    /// All items were returned.
    Ended,
}

impl<T, F: Future<Output = ()>> Generator<T, F> {
    #[inline]
    fn items(self: Pin<&mut Self>) -> Option<&mut YieldedItems<T>> {
        let me = self.project();
        let token = me.token.as_mut()?;
        Some(&mut me.shared.rw(token).get_mut().items)
    }

    /// Polls the future. Returns whether an item waits.
    #[inline(never)]
    fn resume(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<bool> {
        let room = ahead::room(&*self, self.trying);
        let me = self.project();
        let Some(token) = me.token.as_mut() else { return Poll::Ready(false) };
        let yielded = me.shared.rw(token).get_mut();
        if let Some(panic) = yielded.panic.take() {
            *me.token = None;
            resume_unwind(panic);
        }
        if *me.stage != GeneratorStage::Running {
            *me.stage = GeneratorStage::Ended;
            return Poll::Ready(false);
        }
        if room == 0 {
            return Poll::Pending;
        }
        if room == 1 && poll_unit(task).is_pending() {
            return Poll::Pending;
        }
        yielded.left = room;
        let held = Held::new(&POLLED, me.token.take());
        // With room for one item, none waits that a panic could lose.
        let polled =
            if room == 1 { Ok(me.future.poll(task)) } else { catch_unwind(AssertUnwindSafe(|| me.future.poll(task))) };
        *me.token = held.release();
        let Some(token) = me.token.as_mut() else { return Poll::Ready(false) };
        let yielded = me.shared.rw(token).get_mut();
        let waiting = !yielded.items.is_empty();
        match polled {
            Ok(Poll::Ready(())) => *me.stage = if waiting { GeneratorStage::Done } else { GeneratorStage::Ended },
            Ok(Poll::Pending) if room > 1 && yielded.left > 0 => ahead::suspended(),
            Ok(Poll::Pending) => {}
            Err(panic) if waiting => yielded.panic = Some(panic),
            Err(panic) => {
                *me.token = None;
                resume_unwind(panic);
            }
        }
        if waiting || *me.stage == GeneratorStage::Ended { Poll::Ready(waiting) } else { Poll::Pending }
    }
}

impl<T, F: Future<Output = ()>> Stream for Generator<T, F> {
    type Item = T;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<T>> {
        // A single place that takes an item, whether it waited or was yielded now; two would copy each item once more.
        if self.as_mut().items().is_none_or(|items| items.is_empty()) && !ready!(self.as_mut().resume(task)) {
            return Poll::Ready(None);
        }
        Poll::Ready(self.items().and_then(YieldedItems::pop))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.is_terminated() { (0, Some(0)) } else { (0, None) }
    }
}

impl<T, F: Future<Output = ()>> FusedStream for Generator<T, F> {
    fn is_terminated(&self) -> bool {
        self.stage == GeneratorStage::Ended || self.token.is_none()
    }
}

impl<T, F> fmt::Debug for Generator<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Generator").field("stage", &self.stage).finish_non_exhaustive()
    }
}
