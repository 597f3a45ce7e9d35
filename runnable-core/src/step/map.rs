//! Items that run concurrently, in the run's own task.

use super::placed::{Placed, Slot};
use crate::{
    access::{discard, discard_pinned},
    context::StepCx,
    event::RunData,
    id::{Error, Place, Result},
    queue::poll_unit,
};
use futures_buffered::FuturesUnorderedBounded;
use futures_core::Stream;
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    iter::Enumerate,
    mem::take,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

impl<R: RunData, M> StepCx<'_, R, M> {
    /// Runs `body` once per item, at most `limit` at a time. The results are in the order of the items. The first failure
    /// drops the other items, and is returned once they have ended.
    #[inline]
    pub fn map<'s, I, F, Fut, T>(
        &'s self,
        place: &'static Place,
        items: I,
        limit: usize,
        body: F,
    ) -> I::Map<'s, R, M, F, Fut, T>
    where
        I: Items,
        F: Fn(StepCx<'s, R, M>, I::Item) -> Fut,
        Fut: Future<Output = Result<T>>,
    {
        items.run_each(self, place, limit, body)
    }
}

/// The items of a `map`: those of a collection, or of a stream.
pub trait Items: Sized {
    /// An item.
    type Item;
    /// The future of the `map`.
    type Map<'s, R: RunData + 's, M: 's, F, Fut, T>;

    /// Runs `body` once per item.
    fn run_each<'s, R, M, F, Fut, T>(
        self,
        cx: &'s StepCx<'s, R, M>,
        place: &'static Place,
        limit: usize,
        body: F,
    ) -> Self::Map<'s, R, M, F, Fut, T>
    where
        R: RunData,
        F: Fn(StepCx<'s, R, M>, Self::Item) -> Fut,
        Fut: Future<Output = Result<T>>;
}

impl<I: IntoIterator> Items for I {
    type Item = I::Item;
    type Map<'s, R: RunData + 's, M: 's, F, Fut, T> = Map<'s, R, M, I::Item, F, Fut, T>;

    fn run_each<'s, R, M, F, Fut, T>(
        self,
        cx: &'s StepCx<'s, R, M>,
        place: &'static Place,
        limit: usize,
        body: F,
    ) -> Self::Map<'s, R, M, F, Fut, T>
    where
        R: RunData,
        F: Fn(StepCx<'s, R, M>, I::Item) -> Fut,
        Fut: Future<Output = Result<T>>,
    {
        let items: Vec<_> = self.into_iter().collect(); // reuses the allocation of a `Vec`
        cx.plain().map_started(place, items.len());
        let rows = Rows(items.iter().map(|_| None).collect());
        let recalled = cx.plain().recalled_items(place).min(items.len());
        let running = FuturesUnorderedBounded::new(limit.min(items.len()).max(1));
        let (items, placed) = (items.into_iter().enumerate(), Placed::of(cx.plain(), place));
        Map { cx, place, items, body, rows, placed, recalled, early: Vec::new(), running, failed: None }
    }
}

/// The future of [`StepCx::map`].
pub struct Map<'s, R, M, I, F, Fut, T> {
    cx: &'s StepCx<'s, R, M>,
    place: &'static Place,
    /// The items that have not begun.
    items: Enumerate<vec::IntoIter<I>>,
    body: F,
    /// The outputs of the items that have ended.
    rows: Rows<T>,
    placed: Placed<'s>,
    /// The number of items that begin first, whatever the limit, as earlier parts of the run have recorded steps of them.
    recalled: usize,
    /// Those of them that have not ended.
    early: Vec<Pin<Box<Indexed<'s, Fut>>>>,
    running: FuturesUnorderedBounded<Indexed<'s, Fut>>,
    failed: Option<Error>,
}

// Nothing is pinned in place: the futures of the items are on the heap.
impl<R, M, I, F, Fut, T> Unpin for Map<'_, R, M, I, F, Fut, T> {}

impl<'s, R, M, I, F, Fut, T> Future for Map<'s, R, M, I, F, Fut, T>
where
    R: RunData,
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
            this.items = Vec::new().into_iter().enumerate();
            discard(take(&mut this.early));
            discard(std::mem::replace(&mut this.running, FuturesUnorderedBounded::new(1)));
            drop(take(&mut this.rows));
        }
        ready!(this.cx.run.ending().poll_ended(&this.cx.at, task));
        this.failed.take().map_or(Poll::Pending, |error| Poll::Ready(Err(error)))
    }
}

impl<'s, R, M, I, F, Fut, T> Map<'s, R, M, I, F, Fut, T>
where
    R: RunData,
    F: Fn(StepCx<'s, R, M>, I) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    /// Polls the items until all have succeeded or an item has failed.
    #[inline]
    fn poll_items(&mut self, task: &mut Context<'_>) -> Poll<Result<Vec<T>>> {
        if self.recalled > 0 {
            self.poll_early(task)?;
        }
        loop {
            while self.items.len() > 0
                && self.running.len() + self.early.len() < self.running.capacity()
                && let Some(item) = self.begin()
            {
                self.running.push(item);
            }
            match ready!(Pin::new(&mut self.running).poll_next(task)) {
                Some((index, row)) => self.keep(index, row)?,
                None if self.early.is_empty() && !self.placed.is_partial() => {
                    // All have ended. In place: nothing is allocated.
                    let rows: Option<Vec<T>> = take(&mut self.rows.0).into_iter().collect();
                    return Poll::Ready(Ok(rows.unwrap_or_default()));
                }
                None => return Poll::Pending,
            }
            ready!(poll_unit(task));
        }
    }

    /// Begins the next item.
    #[inline]
    fn begin(&mut self) -> Option<Indexed<'s, Fut>> {
        let (index, item) = self.items.find(|(index, _)| !self.placed.skips(*index))?;
        let cx = self.cx.nth(self.place, index);
        let slot = self.placed.begin(&cx.at);
        Some(Indexed { index, slot, row: Some((self.body)(cx, item)) })
    }

    /// Keeps the output of an item.
    #[inline]
    fn keep(&mut self, index: usize, row: Result<T>) -> Result<()> {
        if !self.placed.ended(|| self.cx.nth(self.place, index).at.origin(), &row) {
            self.rows.0[index] = Some(row?);
        }
        Ok(())
    }

    /// Polls the items that earlier parts of the run have recorded steps of. Once those steps are recalled, the limit holds.
    #[cold]
    fn poll_early(&mut self, task: &mut Context<'_>) -> Result<()> {
        while self.rows.0.len() - self.items.len() < self.recalled
            && let Some(item) = self.begin()
        {
            self.early.push(Box::pin(item));
        }
        let mut at = 0;
        while at < self.early.len() && (at < self.running.capacity() || !self.cx.plain().has_recalled()) {
            match self.early[at].as_mut().poll(task) {
                Poll::Ready((index, row)) => {
                    drop(self.early.remove(at));
                    self.keep(index, row)?;
                }
                Poll::Pending => at += 1,
            }
        }
        Ok(())
    }
}

impl<R, M, I, F, Fut, T> fmt::Debug for Map<'_, R, M, I, F, Fut, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Map").field("waiting", &self.items.len()).field("running", &self.running.len()).finish()
    }
}

/// The outputs of the items that have ended.
pub(super) struct Rows<T>(pub(super) Vec<Option<T>>);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Drop for Rows<T> {
    #[inline]
    fn drop(&mut self) {
        // Each on its own: if the drop of an output panics, the others are dropped as usual.
        take(&mut self.0).into_iter().for_each(discard);
    }
}

pin_project! {
    /// The future of an item, and the position of its output.
    pub(super) struct Indexed<'s, F> {
        pub(super) index: usize,
        pub(super) slot: Slot<'s>,
        // `None` once it has ended.
        #[pin]
        pub(super) row: Option<F>,
    }

    impl<F> PinnedDrop for Indexed<'_, F> {
        fn drop(this: Pin<&mut Self>) {
            // Each on its own: if the drop of an item panics, the others are dropped as usual.
            discard_pinned(this.project().row);
        }
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Indexed<'_, F> {
    type Output = (usize, F::Output);

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let Some(row) = this.row.as_mut().as_pin_mut() else { return Poll::Pending };
        let output = match ready!(this.slot.poll(task)) {
            Ok(()) => ready!(row.poll(task)),
            Err(error) => Err(error),
        };
        this.row.set(None);
        Poll::Ready((*this.index, output))
    }
}
