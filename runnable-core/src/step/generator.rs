//! What `stream!` expands to: a future whose yields are the items of a stream.
//!
//! What it yields waits in a cell that the future and its stream share. The stream has its [token](crate::queue::token) while the future is
//! not polled.

use super::ahead;
use crate::queue::token::{self, Held, Holder, Lent};
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

/// What was yielded, and is not an item yet.
struct Yielded<T> {
    items: Items<T>,
    /// How many more may be yielded before the future waits.
    left: usize,
    /// The future has panicked; what it yielded before comes first.
    panic: Option<Box<dyn Any + Send>>,
}

/// One item, nearly always; more take an allocation.
struct Items<T> {
    first: Option<T>,
    more: VecDeque<T>,
}

impl<T> Items<T> {
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

type Shared<T> = Arc<QCell<SyncWrapper<Yielded<T>>>>;

thread_local! {
    /// The token of the stream that this thread polls.
    static POLLED: Holder = const { Holder::new() };
}

/// The yielding half.
pub struct Yielder<T>(Shared<T>);

/// The other half, before the future is known.
pub struct Yields<T> {
    shared: Shared<T>,
    token: QCellOwner,
}

/// The two halves of a stream.
#[must_use]
pub fn yielding<T>() -> (Yielder<T>, Yields<T>) {
    let token = token::make();
    let yielded = Yielded { items: Items { first: None, more: VecDeque::new() }, left: 0, panic: None };
    let shared = Arc::new(token.cell(SyncWrapper::new(yielded)));
    (Yielder(Arc::clone(&shared)), Yields { shared, token })
}

impl<T> Yielder<T> {
    /// Makes `item` the stream's next one.
    #[inline]
    pub fn send(&self, item: T) -> Sent {
        let mut lent = Lent::new(&POLLED);
        let Some(token) = lent.token() else { return Sent { waits: true } };
        let yielded = self.0.rw(token).get_mut();
        yielded.items.push(item);
        yielded.left = yielded.left.saturating_sub(1);
        let waits = yielded.left == 0;
        Sent { waits }
    }
}

/// An item that was sent: ready, at once or when the stream is polled again.
#[must_use = "the stream gives it when this is awaited"]
#[derive(Debug)]
pub struct Sent {
    waits: bool,
}

impl Future for Sent {
    type Output = ();

    #[inline]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if take(&mut self.waits) { Poll::Pending } else { Poll::Ready(()) }
    }
}

impl<T> Yields<T> {
    /// The stream of what `future` yields.
    pub fn stream<F: Future<Output = ()>>(self, future: F) -> Generator<T, F> {
        Generator { shared: self.shared, token: Some(self.token), stage: Stage::Running, trying: false, future }
    }
}

impl<T, E> Yields<Result<T, E>> {
    /// [`stream`](Self::stream), whose last item is the error that `future` ends with.
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
            // It waits with what was yielded last; there is nothing to go on with.
            drop(me.yielder.send(Err(error)));
        }
        Poll::Ready(())
    }
}

pin_project! {
    /// The stream of a `stream!`.
    #[must_use = "streams do nothing unless polled"]
    pub struct Generator<T, F> {
        shared: Shared<T>,
        // None while the future is polled, and after it has panicked.
        token: Option<QCellOwner>,
        stage: Stage,
        // Whether an error is its last item.
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
enum Stage {
    Running,
    /// The future has ended; what it yielded at last may still wait.
    Done,
    /// All was read.
    Ended,
}

impl<T, F: Future<Output = ()>> Generator<T, F> {
    #[inline]
    fn items(self: Pin<&mut Self>) -> Option<&mut Items<T>> {
        let me = self.project();
        let token = me.token.as_mut()?;
        Some(&mut me.shared.rw(token).get_mut().items)
    }

    /// Whether there is another item; then one waits.
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
        if *me.stage != Stage::Running {
            *me.stage = Stage::Ended;
            return Poll::Ready(false);
        }
        if room == 0 {
            return Poll::Pending;
        }
        yielded.left = room;
        let held = Held::new(&POLLED, me.token.take());
        // Where there is room for one, nothing waits that a panic would lose.
        let polled =
            if room == 1 { Ok(me.future.poll(task)) } else { catch_unwind(AssertUnwindSafe(|| me.future.poll(task))) };
        *me.token = held.release();
        let Some(token) = me.token.as_mut() else { return Poll::Ready(false) };
        let yielded = me.shared.rw(token).get_mut();
        let waiting = !yielded.items.is_empty();
        match polled {
            Ok(Poll::Ready(())) => *me.stage = if waiting { Stage::Done } else { Stage::Ended },
            Ok(Poll::Pending) if room > 1 && yielded.left > 0 => ahead::suspended(),
            Ok(Poll::Pending) => {}
            Err(panic) if waiting => yielded.panic = Some(panic),
            Err(panic) => {
                *me.token = None;
                resume_unwind(panic);
            }
        }
        if waiting || *me.stage == Stage::Ended { Poll::Ready(waiting) } else { Poll::Pending }
    }
}

impl<T, F: Future<Output = ()>> Stream for Generator<T, F> {
    type Item = T;

    #[inline]
    fn poll_next(mut self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Option<T>> {
        // One place to take an item, whether it waited or was made now: else each is copied once more.
        if self.as_mut().items().is_none_or(|items| items.is_empty()) && !ready!(self.as_mut().resume(task)) {
            return Poll::Ready(None);
        }
        Poll::Ready(self.items().and_then(Items::pop))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        if self.is_terminated() { (0, Some(0)) } else { (0, None) }
    }
}

impl<T, F: Future<Output = ()>> FusedStream for Generator<T, F> {
    fn is_terminated(&self) -> bool {
        self.stage == Stage::Ended || self.token.is_none()
    }
}

impl<T, F> fmt::Debug for Generator<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Generator").field("stage", &self.stage).finish_non_exhaustive()
    }
}

/// What `for await` waits for.
pub async fn next<S: Stream>(mut stream: Pin<&mut S>) -> Option<S::Item> {
    poll_fn(|task| stream.as_mut().poll_next(task)).await
}
