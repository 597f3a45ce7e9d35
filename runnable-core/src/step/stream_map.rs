//! Items that come from a stream, and run concurrently in the run's own task.

use super::{
    map::{Indexed, Items, Rows},
    placed::Placed,
};
use crate::{
    access::discard,
    context::{PlainCx, StepCx},
    event::RunData,
    hooks::Interceptor,
    id::{Error, Place, Result},
    queue::poll_unit,
};
use futures_buffered::FuturesUnordered;
use futures_core::Stream;
use std::{
    fmt,
    future::Future,
    mem::take,
    pin::Pin,
    task::{Context, Poll, ready},
};

/// The number of items at the same time of a `map` without a limit.
const AT_A_TIME: usize = 64;

/// A stream of items. `item` takes the item out of what the stream yields.
pub struct Streamed<S: Stream, I> {
    stream: S,
    item: fn(S::Item) -> Result<I>,
}

impl<S: Stream, I> Streamed<S, I> {
    pub(crate) fn new(stream: S, item: fn(S::Item) -> Result<I>) -> Self {
        Self { stream, item }
    }
}

impl<S: Stream, I> Items for Streamed<S, I> {
    type Item = I;
    type Map<'s, R: RunData + 's, M: 's, F, Fut, T> = StreamMap<'s, R, M, S, I, F, Fut, T>;

    fn run_each<'s, R, M, F, Fut, T>(
        self,
        cx: &'s StepCx<'s, R, M>,
        place: &'static Place,
        limit: usize,
        body: F,
    ) -> Self::Map<'s, R, M, F, Fut, T>
    where
        R: RunData,
        F: Fn(StepCx<'s, R, M>, I) -> Fut,
        Fut: Future<Output = Result<T>>,
    {
        let plain = cx.plain();
        let placed = Placed::of(plain, place);
        let failed = (!placed.is_here()).then(|| spread(plain, place));
        let limit = if limit == usize::MAX { AT_A_TIME } else { limit.max(1) };
        let recalled = plain.recalled_items(place);
        StreamMap {
            cx,
            place,
            source: Some(Box::pin(self.stream)),
            item: self.item,
            body,
            begun: 0,
            limit,
            rows: StreamRows { ended: Rows::default(), sizeless: Vec::new() },
            placed,
            recalled,
            held: Held::of(plain),
            early: Vec::new(),
            running: FuturesUnordered::with_capacity(limit.min(AT_A_TIME)),
            failed,
        }
    }
}

impl<S: Stream, I> fmt::Debug for Streamed<S, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Streamed")
    }
}

/// The future of a `map` over a stream.
pub struct StreamMap<'s, R, M, S: Stream, I, F, Fut, T> {
    cx: &'s StepCx<'s, R, M>,
    place: &'static Place,
    /// `None` once it has ended.
    source: Option<Pin<Box<S>>>,
    item: fn(S::Item) -> Result<I>,
    body: F,
    /// The number of items that have begun.
    begun: usize,
    limit: usize,
    rows: StreamRows<T>,
    placed: Placed<'s>,
    /// The number of items that begin whatever the limit, as earlier parts of the run have recorded steps of them.
    recalled: usize,
    /// `None` once the source has yielded more than them, or has ended.
    held: Option<Held<'s>>,
    /// Those of them that have not ended.
    early: Vec<Pin<Box<Indexed<'s, Fut>>>>,
    running: FuturesUnordered<Indexed<'s, Fut>>,
    failed: Option<Error>,
}

// Nothing is pinned in place: the source and the futures of the items are on the heap.
impl<R, M, S: Stream, I, F, Fut, T> Unpin for StreamMap<'_, R, M, S, I, F, Fut, T> {}

impl<'s, R, M, S, I, F, Fut, T> Future for StreamMap<'s, R, M, S, I, F, Fut, T>
where
    R: RunData,
    S: Stream,
    F: Fn(StepCx<'s, R, M>, I) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    type Output = Result<Vec<T>>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        if this.failed.is_none() {
            match ready!(this.poll_items(task)) {
                Ok(rows) => return Poll::Ready(Ok(rows)),
                Err(error) => this.failed = Some(error),
            }
            discard(this.source.take());
            this.held = None;
            discard(take(&mut this.early));
            discard(take(&mut this.running));
            drop(this.rows.take());
        }
        ready!(this.cx.run.ending().poll_ended(&this.cx.at, task));
        this.failed.take().map_or(Poll::Pending, |error| Poll::Ready(Err(error)))
    }
}

impl<'s, R, M, S, I, F, Fut, T> StreamMap<'s, R, M, S, I, F, Fut, T>
where
    R: RunData,
    S: Stream,
    F: Fn(StepCx<'s, R, M>, I) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    /// Polls the source and the items until the source has ended and all items have succeeded, or one of them has failed.
    fn poll_items(&mut self, task: &mut Context<'_>) -> Poll<Result<Vec<T>>> {
        loop {
            ready!(self.poll_source(task))?;
            self.poll_early(task)?;
            match Pin::new(&mut self.running).poll_next(task) {
                Poll::Ready(Some((index, row))) => self.rows.keep(index, row?),
                Poll::Ready(None) if self.source.is_none() && self.early.is_empty() => {
                    return Poll::Ready(Ok(self.rows.take()));
                }
                // The source wakes the task, or an item.
                Poll::Ready(None) | Poll::Pending => return Poll::Pending,
            }
            ready!(poll_unit(task));
        }
    }

    /// Begins items while the source yields them at once, up to the limit. Pending if the task has to yield first.
    fn poll_source(&mut self, task: &mut Context<'_>) -> Poll<Result<()>> {
        while (self.begun < self.recalled || self.running.len() + self.early.len() < self.limit)
            && let Some(source) = &mut self.source
        {
            match source.as_mut().poll_next(task) {
                Poll::Ready(Some(item)) => {
                    let item = (self.item)(item).map_err(|error| at(self.cx.plain(), self.place, error))?;
                    self.begin(item, task)?;
                }
                Poll::Ready(None) => {
                    self.source = None;
                    self.held = None;
                }
                Poll::Pending => break,
            }
            ready!(poll_unit(task));
        }
        Poll::Ready(Ok(()))
    }

    /// Begins an item.
    fn begin(&mut self, item: I, task: &mut Context<'_>) -> Result<()> {
        let index = self.begun;
        if u32::try_from(index).is_err() {
            let message = "the stream yields more items than a path can number: 4,294,967,296";
            return Err(at(self.cx.plain(), self.place, Error::failed(message.into(), false)));
        }
        self.begun += 1;
        let cx = self.cx.nth(self.place, index);
        let slot = self.placed.begin(&cx.at);
        let item = Indexed { index, slot, row: Some((self.body)(cx, item)) };
        self.rows.begin();
        if index >= self.recalled {
            self.held = None;
            self.running.push(item);
            return Ok(());
        }
        // An item that is recalled completely ends at once, so that a long record needs no room.
        let mut item = Box::pin(item);
        match item.as_mut().poll(task) {
            Poll::Ready((index, row)) => self.rows.keep(index, row?),
            Poll::Pending => self.early.push(item),
        }
        Ok(())
    }

    /// Polls the items that earlier parts of the run have recorded steps of. Once those steps are recalled, the limit holds.
    fn poll_early(&mut self, task: &mut Context<'_>) -> Result<()> {
        let mut at = 0;
        while at < self.early.len() && (at < self.limit || !self.cx.plain().has_recalled()) {
            match self.early[at].as_mut().poll(task) {
                Poll::Ready((index, row)) => {
                    drop(self.early.remove(at));
                    self.rows.keep(index, row?);
                }
                Poll::Pending => at += 1,
            }
        }
        Ok(())
    }
}

/// The source may panic when it is dropped; the items are dropped as usual.
impl<R, M, S: Stream, I, F, Fut, T> Drop for StreamMap<'_, R, M, S, I, F, Fut, T> {
    fn drop(&mut self) {
        discard(self.source.take());
    }
}

impl<R, M, S: Stream, I, F, Fut, T> fmt::Debug for StreamMap<'_, R, M, S, I, F, Fut, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamMap").field("begun", &self.begun).field("running", &self.running.len()).finish()
    }
}

/// The outputs of the items that have ended. Outputs without a size, as those of a body without returns, only count: a stream may
/// have any number of items.
struct StreamRows<T> {
    ended: Rows<T>,
    sizeless: Vec<T>,
}

impl<T> StreamRows<T> {
    const ARE_SIZELESS: bool = size_of::<T>() == 0;

    fn begin(&mut self) {
        if !Self::ARE_SIZELESS {
            self.ended.0.push(None);
        }
    }

    fn keep(&mut self, index: usize, row: T) {
        if Self::ARE_SIZELESS {
            self.sizeless.push(row);
        } else {
            self.ended.0[index] = Some(row);
        }
    }

    fn take(&mut self) -> Vec<T> {
        if Self::ARE_SIZELESS {
            return take(&mut self.sizeless);
        }
        // In place: nothing is allocated.
        let rows: Option<Vec<T>> = take(&mut self.ended.0).into_iter().collect();
        rows.unwrap_or_default()
    }
}

/// Keeps the recall of a resumed run open until the source has yielded the items that are recorded and another, or has ended. The
/// other shows that it does not fail after them, from which a `try` may have recovered.
struct Held<'s>(&'s dyn Interceptor);

impl<'s> Held<'s> {
    fn of(cx: PlainCx<'s>) -> Option<Self> {
        let interceptor = cx.interceptor().filter(|interceptor| !interceptor.has_recalled())?;
        interceptor.hold_recall(true);
        Some(Self(interceptor))
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.0.hold_recall(false);
    }
}

/// Returns the failure of a `map` with its path.
#[cold]
fn at(cx: PlainCx<'_>, place: &'static Place, error: Error) -> Error {
    match cx.path_below(place).parse() {
        Ok(path) => error.at_path(path),
        Err(_) => error,
    }
}

/// Returns the error of a `map` over a stream whose items are to run in other processes.
#[cold]
fn spread(cx: PlainCx<'_>, place: &'static Place) -> Error {
    let message = format!(
        "the items of `{}` come from a stream, so they cannot run on other workers\nhelp: remove the map, and those in it, from \
         `engine.spread`, or return the items as a `Vec` from a task",
        place.name()
    );
    at(cx, place, Error::failed(message.into(), false))
}
