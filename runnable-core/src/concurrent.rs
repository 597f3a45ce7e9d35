//! Branches and items at the same time, in the run's own task.

use crate::{Result, context::Cx, lift::RunData, path::Place};
use futures_buffered::FuturesUnorderedBounded;
use futures_util::{
    StreamExt,
    future::{TryJoin, try_join},
};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

/// Two branches at the same time; nest for more. The first failure drops the other.
pub fn join<A, B, T, U>(a: A, b: B) -> TryJoin<A, B>
where
    A: Future<Output = Result<T>>,
    B: Future<Output = Result<U>>,
{
    try_join(a, b)
}

/// Puts a composite on the heap, so that the size of a run's future grows linearly with its depth.
pub fn boxed<F: Future>(work: F) -> Pin<Box<F>> {
    Box::pin(work)
}

impl<R: RunData, M> Cx<'_, R, M> {
    /// Runs `body` once per item, `limit` at a time; the results are in item order. The first failure drops the others.
    ///
    /// # Errors
    /// The first failure of an item.
    pub async fn map<'s, I, F, Fut, T>(
        &'s self,
        place: &'static Place,
        items: I,
        limit: usize,
        body: F,
    ) -> Result<Vec<T>>
    where
        I: IntoIterator,
        F: Fn(Cx<'s, R, M>, I::Item) -> Fut,
        Fut: Future<Output = Result<T>>,
    {
        let items: Vec<_> = items.into_iter().collect(); // in place where it was a `Vec`
        let mut rows: Vec<Option<T>> = Vec::with_capacity(items.len());
        let mut running = FuturesUnorderedBounded::new(limit.min(items.len()).max(1));
        let mut items = items.into_iter().enumerate();
        loop {
            while running.len() < running.capacity() {
                let Some((index, item)) = items.next() else { break };
                rows.push(None);
                running.push(Indexed { index, row: body(self.nth(place, index), item) });
            }
            match running.next().await {
                Some((index, row)) => rows[index] = Some(row?),
                None => return Ok(rows.into_iter().flatten().collect()),
            }
        }
    }
}

pin_project! {
    /// An item's future, which remembers where its result belongs.
    struct Indexed<F> { index: usize, #[pin] row: F }
}

impl<F: Future> Future for Indexed<F> {
    type Output = (usize, F::Output);

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        this.row.poll(task).map(|row| (*this.index, row))
    }
}
