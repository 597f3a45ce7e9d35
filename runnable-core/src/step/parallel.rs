//! Branches and items at the same time, in the run's own task.
//!
//! Both futures are written out, not `async fn`s: rustc proves that a deep pipeline is `Send` one wrapper type after the
//! other, within the `recursion_limit` of the user's crate.

use crate::{
    context::StepCx,
    event::RunData,
    id::{Place, Result},
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

/// One future for some branches at the same time, and the function that makes it.
macro_rules! join {
    ($(#[$doc:meta])* $make:ident -> $Join:ident { $($branch:ident: $B:ident gives $T:ident),* }) => {
        pin_project! {
            #[doc = concat!("The future of [`", stringify!($make), "`]. A branch that has ended keeps nothing: it is an `async` block.")]
            pub struct $Join<$($B: Future, $T),*> {
                $(#[pin] $branch: $B,)*
                outputs: ($(Option<$T>,)*),
            }
        }

        $(#[$doc])*
        pub fn $make<$($B, $T),*>($($branch: $B),*) -> $Join<$($B, $T),*>
        where
            $($B: Future<Output = Result<$T>>),*
        {
            $Join { $($branch,)* outputs: Default::default() }
        }

        impl<$($B, $T),*> Future for $Join<$($B, $T),*>
        where
            $($B: Future<Output = Result<$T>>),*
        {
            type Output = Result<($($T,)*)>;

            fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
                let mut this = self.project();
                {
                    let ($($branch,)*) = &mut *this.outputs;
                    $(
                        if $branch.is_none()
                            && let Poll::Ready(output) = this.$branch.as_mut().poll(task)
                        {
                            *$branch = Some(output?);
                        }
                    )*
                }
                match std::mem::take(this.outputs) {
                    ($(Some($branch),)*) => Poll::Ready(Ok(($($branch,)*))),
                    unfinished => {
                        *this.outputs = unfinished;
                        Poll::Pending
                    }
                }
            }
        }

        impl<$($B: Future, $T),*> fmt::Debug for $Join<$($B, $T),*> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($Join))
            }
        }
    };
}

join! {
    /// Two branches at the same time. The first failure drops the other.
    join2 -> Join2 { a: A gives T, b: B gives U }
}
join! {
    /// Three branches at the same time. The first failure drops the others.
    join3 -> Join3 { a: A gives T, b: B gives U, c: C gives V }
}
join! {
    /// Four branches at the same time; nest for more. The first failure drops the others.
    join4 -> Join4 { a: A gives T, b: B gives U, c: C gives V, d: D gives W }
}

/// Puts a composite on the heap, so that the size of a run's future grows linearly with its depth.
pub fn boxed<F: Future>(work: F) -> Pin<Box<F>> {
    Box::pin(work)
}

impl<R: RunData, M> StepCx<'_, R, M> {
    /// Runs `body` once per item, `limit` at a time; the results are in item order. The first failure drops the others.
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
        let items: Vec<_> = items.into_iter().collect(); // in place where it was a `Vec`
        let rows = Vec::with_capacity(items.len());
        let running = FuturesUnorderedBounded::new(limit.min(items.len()).max(1));
        Map { cx: self, place, items: items.into_iter().enumerate(), body, rows, running }
    }
}

/// The future of [`StepCx::map`].
pub struct Map<'s, R, M, I, F, Fut, T> {
    cx: &'s StepCx<'s, R, M>,
    place: &'static Place,
    /// Those that have not begun.
    items: Enumerate<vec::IntoIter<I>>,
    body: F,
    /// One for each item that has begun.
    rows: Vec<Option<T>>,
    running: FuturesUnorderedBounded<Indexed<Fut>>,
}

// Nothing of it is pinned in place: the items' futures are on the heap.
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
        }
    }
}

impl<R, M, I, F, Fut, T> fmt::Debug for Map<'_, R, M, I, F, Fut, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Map").field("waiting", &self.items.len()).field("running", &self.running.len()).finish()
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
