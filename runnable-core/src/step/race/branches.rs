//! The branches of a `race`: a binary tree of futures, whose depth grows with the logarithm of their number.

use crate::{access::discard_pinned, context::PlainCx, id::Result};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    ops::Range,
    pin::Pin,
    task::{Context, Poll},
};

/// Branches of a `race` whose output is `T`, in order. `from` is the number of the first of them.
pub trait Racers<T> {
    /// The number of branches.
    const COUNT: usize;

    /// Polls the branches with these numbers that have not ended. `ended` takes the result of a branch, and returns whether to
    /// stop. Returns whether it did.
    fn poll_some(
        self: Pin<&mut Self>,
        from: usize,
        numbers: &Range<usize>,
        task: &mut Context<'_>,
        ended: &mut dyn FnMut(usize, Result<T>) -> bool,
    ) -> bool;

    /// Drops every branch but the branch with this number.
    fn discard(self: Pin<&mut Self>, from: usize, except: Option<usize>);
}

pin_project! {
    /// A branch of a `race`.
    pub struct Racer<F> {
        // `None` once it has ended.
        #[pin]
        work: Option<F>,
    }

    impl<F> PinnedDrop for Racer<F> {
        fn drop(this: Pin<&mut Self>) {
            // Each on its own: if the drop of a branch panics, the others are dropped as usual.
            discard_pinned(this.project().work);
        }
    }
}

pin_project! {
    /// Branches of a `race`, and those after them.
    pub struct Both<A, B> {
        #[pin]
        a: A,
        #[pin]
        b: B,
    }
}

impl PlainCx<'_> {
    /// Returns a branch of a `race`.
    #[inline]
    pub fn racer<T, F: Future<Output = Result<T>>>(work: F) -> Racer<F> {
        Racer { work: Some(work) }
    }

    /// Returns some branches of a `race` and those after them.
    #[inline]
    pub fn both<T, A: Racers<T>, B: Racers<T>>(a: A, b: B) -> Both<A, B> {
        Both { a, b }
    }
}

impl<T, F: Future<Output = Result<T>>> Racers<T> for Racer<F> {
    const COUNT: usize = 1;

    fn poll_some(
        self: Pin<&mut Self>,
        from: usize,
        numbers: &Range<usize>,
        task: &mut Context<'_>,
        ended: &mut dyn FnMut(usize, Result<T>) -> bool,
    ) -> bool {
        let mut this = self.project();
        if numbers.contains(&from)
            && let Some(work) = this.work.as_mut().as_pin_mut()
            && let Poll::Ready(result) = work.poll(task)
        {
            this.work.set(None);
            return ended(from, result);
        }
        false
    }

    fn discard(self: Pin<&mut Self>, from: usize, except: Option<usize>) {
        if except != Some(from) {
            discard_pinned(self.project().work);
        }
    }
}

impl<T, A: Racers<T>, B: Racers<T>> Racers<T> for Both<A, B> {
    const COUNT: usize = A::COUNT + B::COUNT;

    fn poll_some(
        self: Pin<&mut Self>,
        from: usize,
        numbers: &Range<usize>,
        task: &mut Context<'_>,
        ended: &mut dyn FnMut(usize, Result<T>) -> bool,
    ) -> bool {
        let this = self.project();
        this.a.poll_some(from, numbers, task, ended) || this.b.poll_some(from + A::COUNT, numbers, task, ended)
    }

    fn discard(self: Pin<&mut Self>, from: usize, except: Option<usize>) {
        let this = self.project();
        this.a.discard(from, except);
        this.b.discard(from + A::COUNT, except);
    }
}
