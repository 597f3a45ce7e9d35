//! Items that run concurrently, in the run's own task.

use crate::{
    context::StepCx,
    event::RunData,
    id::{Place, Result},
    queue::poll_unit,
};
use futures_buffered::FuturesUnorderedBounded;
use futures_core::Stream;
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    iter::Enumerate,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

impl<R: RunData, M> StepCx<'_, R, M> {
    /// Runs `body` once per item, at most `limit` at a time. The results are in the order of the items. The first failure
    /// drops the other items.
    pub fn map<'s, I, F, Fut, T>(
        &'s self,
        place: &'static Place,
        items: I,
        limit: usize,
        body: F,
    ) -> Map<'s, R, M, I::Item, F, Fut, T>
    where
        I: IntoIterator,
        F: Fn(StepCx<'s, R, M>, I::Item) -> Fut,
        Fut: Future<Output = Result<T>>,
    {
        let items: Vec<_> = items.into_iter().collect(); // reuses the allocation of a `Vec`
        let rows = Vec::with_capacity(items.len());
        let recalled = self.recalled_items(place).min(items.len());
        let running = FuturesUnorderedBounded::new(limit.min(items.len()).max(1));
        Map { cx: self, place, items: items.into_iter().enumerate(), body, rows, recalled, early: Vec::new(), running }
    }
}

/// The future of [`StepCx::map`].
pub struct Map<'s, R, M, I, F, Fut, T> {
    cx: &'s StepCx<'s, R, M>,
    place: &'static Place,
    /// The items that have not begun.
    items: Enumerate<vec::IntoIter<I>>,
    body: F,
    /// The outputs of the items that have begun.
    rows: Vec<Option<T>>,
    /// The number of items that begin first, whatever the limit, as earlier parts of the run have recorded steps of them.
    recalled: usize,
    /// Those of them that have not ended.
    early: Vec<Pin<Box<Indexed<Fut>>>>,
    running: FuturesUnorderedBounded<Indexed<Fut>>,
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
        if this.recalled > 0 {
            this.poll_early(task)?;
        }
        loop {
            while this.running.len() + this.early.len() < this.running.capacity() {
                let Some(item) = this.begin() else { break };
                this.running.push(item);
            }
            match ready!(Pin::new(&mut this.running).poll_next(task)) {
                Some((index, row)) => this.rows[index] = Some(row?),
                None if this.early.is_empty() => return Poll::Ready(Ok(this.rows.drain(..).flatten().collect())),
                None => return Poll::Pending,
            }
            ready!(poll_unit(task));
        }
    }
}

impl<'s, R, M, I, F, Fut, T> Map<'s, R, M, I, F, Fut, T>
where
    R: RunData,
    F: Fn(StepCx<'s, R, M>, I) -> Fut,
    Fut: Future<Output = Result<T>>,
{
    /// Begins the next item.
    #[inline]
    fn begin(&mut self) -> Option<Indexed<Fut>> {
        let (index, item) = self.items.next()?;
        self.rows.push(None);
        Some(Indexed { index, row: (self.body)(self.cx.nth(self.place, index), item) })
    }

    /// Polls the items that earlier parts of the run have recorded steps of. Once those steps are recalled, the limit holds.
    #[cold]
    fn poll_early(&mut self, task: &mut Context<'_>) -> Result<()> {
        while self.rows.len() < self.recalled
            && let Some(item) = self.begin()
        {
            self.early.push(Box::pin(item));
        }
        let mut at = 0;
        while at < self.early.len() && (at < self.running.capacity() || !self.cx.has_recalled()) {
            match self.early[at].as_mut().poll(task) {
                Poll::Ready((index, row)) => {
                    drop(self.early.remove(at));
                    self.rows[index] = Some(row?);
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

pin_project! {
    /// The future of an item, and the position of its output.
    struct Indexed<F> { index: usize, #[pin] row: F }
}

impl<F: Future> Future for Indexed<F> {
    type Output = (usize, F::Output);

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.row.poll(task).map(|row| (*this.index, row))
    }
}
