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
        let running = FuturesUnorderedBounded::new(limit.min(items.len()).max(1));
        Map { cx: self, place, items: items.into_iter().enumerate(), body, rows, running }
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
        loop {
            while this.running.len() < this.running.capacity() {
                let Some((index, item)) = this.items.next() else { break };
                this.rows.push(None);
                this.running.push(Indexed { index, row: (this.body)(this.cx.nth(this.place, index), item) });
            }
            match ready!(Pin::new(&mut this.running).poll_next(task)) {
                Some((index, row)) => this.rows[index] = Some(row?),
                None => return Poll::Ready(Ok(this.rows.drain(..).flatten().collect())),
            }
            ready!(poll_unit(task));
        }
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
