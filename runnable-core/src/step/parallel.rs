//! Branches that run concurrently, in the run's own task.
//!
//! The futures are written out rather than `async fn`s: rustc proves that a deep pipeline is `Send` one wrapper type
//! after the other, and each counts towards the `recursion_limit` of the user's crate.

use crate::id::Result;
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};
use tokio::task::coop::has_budget_remaining;

/// Defines the future of some concurrent branches, and the function that makes it.
macro_rules! join {
    ($(#[$doc:meta])* $make:ident -> $Join:ident { $($index:literal $branch:ident: $B:ident gives $T:ident),* }) => {
        pin_project! {
            #[doc = concat!("The future of [`", stringify!($make), "`]. A branch that has ended holds nothing: it is an `async` block.")]
            pub struct $Join<$($B: Future, $T),*> {
                $(#[pin] $branch: $B,)*
                outputs: ($(Option<$T>,)*),
                // The branch that is polled first.
                first: u8,
            }
        }

        $(#[$doc])*
        pub fn $make<$($B, $T),*>($($branch: $B),*) -> $Join<$($B, $T),*>
        where
            $($B: Future<Output = Result<$T>>),*
        {
            $Join { $($branch,)* outputs: Default::default(), first: 0 }
        }

        impl<$($B, $T),*> Future for $Join<$($B, $T),*>
        where
            $($B: Future<Output = Result<$T>>),*
        {
            type Output = Result<($($T,)*)>;

            fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
                const BRANCHES: u8 = [$($index),*].len() as u8;
                let mut this = self.project();
                {
                    let ($($branch,)*) = &mut *this.outputs;
                    let mut next = *this.first;
                    for _ in 0..BRANCHES {
                        match next {
                            $($index => {
                                if $branch.is_none()
                                    && let Poll::Ready(output) = this.$branch.as_mut().poll(task)
                                {
                                    *$branch = Some(output?);
                                }
                            })*
                            _ => {}
                        }
                        next = (next + 1) % BRANCHES;
                    }
                }
                match std::mem::take(this.outputs) {
                    ($(Some($branch),)*) => Poll::Ready(Ok(($($branch,)*))),
                    unfinished => {
                        *this.outputs = unfinished;
                        // A branch that uses up tokio's budget in each poll would starve those after it.
                        if !has_budget_remaining() {
                            *this.first = (*this.first + 1) % BRANCHES;
                        }
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
    /// Runs two branches concurrently. The first failure drops the other.
    join2 -> Join2 { 0 a: A gives T, 1 b: B gives U }
}
join! {
    /// Runs three branches concurrently. The first failure drops the others.
    join3 -> Join3 { 0 a: A gives T, 1 b: B gives U, 2 c: C gives V }
}
join! {
    /// Runs four branches concurrently; nest for more. The first failure drops the others.
    join4 -> Join4 { 0 a: A gives T, 1 b: B gives U, 2 c: C gives V, 3 d: D gives W }
}

/// Moves a composite to the heap, so that the size of a run's future grows linearly with its depth.
pub fn boxed<F: Future>(work: F) -> Pin<Box<F>> {
    Box::pin(work)
}
