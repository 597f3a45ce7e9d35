//! Branches that run concurrently, in the run's own task.
//!
//! The futures are written out rather than `async fn`s: rustc proves that a deep pipeline is `Send` one wrapper type
//! after the other, and each counts towards the `recursion_limit` of the user's crate.

use super::boxed::boxed;
use crate::{
    access::{EndingTasks, discard_output, discard_pinned},
    context::{PlainCx, StepCx},
    event::RunData,
    id::{Error, Result, Scope},
};
use pin_project_lite::pin_project;
use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};
use tokio::task::coop::has_budget_remaining;

/// Defines the future of some concurrent branches, and the function that makes it.
macro_rules! join {
    ($(#[$doc:meta])* $make:ident -> $Join:ident { $($index:literal $branch:ident: $B:ident gives $T:ident),* }) => {
        pin_project! {
            #[doc = concat!("The future of [`PlainCx::", stringify!($make), "`].")]
            pub struct $Join<'a, $($B: Future, $T),*> {
                // `None` once they have ended.
                $(#[pin] $branch: Option<$B>,)*
                outputs: ($(Option<$T>,)*),
                // The branch that is polled first.
                first: usize,
                failed: Option<Error>,
                // The tasks that must have ended before a failure is returned.
                ending: Option<Ending<'a>>,
            }

            impl<'a, $($B: Future, $T),*> PinnedDrop for $Join<'a, $($B, $T),*> {
                fn drop(this: Pin<&mut Self>) {
                    // Each on its own: if the drop of a branch panics, the others are dropped as usual.
                    let this = this.project();
                    $(discard_pinned(this.$branch);)*
                    let ($($branch,)*) = this.outputs;
                    $(discard_output($branch);)*
                }
            }
        }

        impl PlainCx<'_> {
            $(#[$doc])*
            #[inline]
            pub fn $make<'a, $($B, $T),*>($($branch: $B),*) -> $Join<'a, $($B, $T),*>
            where
                $($B: Future<Output = Result<$T>>),*
            {
                let outputs = Default::default();
                $Join { $($branch: Some($branch),)* outputs, first: 0, failed: None, ending: None }
            }
        }

        impl<'a, $($B, $T),*> Branches<'a> for $Join<'a, $($B, $T),*>
        where
            $($B: Future<Output = Result<$T>>),*
        {
            fn wait_for(self: Pin<&mut Self>, ending: Ending<'a>) {
                *self.project().ending = Some(ending);
            }
        }

        impl<$($B, $T),*> Future for $Join<'_, $($B, $T),*>
        where
            $($B: Future<Output = Result<$T>>),*
        {
            type Output = Result<($($T,)*)>;

            fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Self::Output> {
                const BRANCHES: usize = [$($index),*].len();
                let mut this = self.project();
                if this.failed.is_none() {
                    let ($($branch,)*) = &mut *this.outputs;
                    // Those from the first on, and then those before.
                    'all: for wrapped in [false, true] {
                        $(
                            if ($index < *this.first) == wrapped
                                && let Some(work) = this.$branch.as_mut().as_pin_mut()
                                && let Poll::Ready(output) = work.poll(task)
                            {
                                this.$branch.set(None);
                                match output {
                                    Ok(output) => *$branch = Some(output),
                                    Err(error) => {
                                        *this.failed = Some(error);
                                        break 'all;
                                    }
                                }
                            }
                        )*
                        if *this.first == 0 {
                            break;
                        }
                    }
                }
                if this.failed.is_some() {
                    $(discard_pinned(this.$branch.as_mut());)*
                    let ($($branch,)*) = &mut *this.outputs;
                    $(discard_output($branch);)*
                    if let Some(Ending { tasks, at }) = this.ending {
                        ready!(tasks.poll_ended(at, task));
                    }
                    return this.failed.take().map_or(Poll::Pending, |error| Poll::Ready(Err(error)));
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

        impl<$($B: Future, $T),*> fmt::Debug for $Join<'_, $($B, $T),*> {
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

/// The branches of a `parallel`.
pub trait Branches<'a>: Future {
    /// Returns a failure only once these tasks have ended.
    fn wait_for(self: Pin<&mut Self>, ending: Ending<'a>);
}

/// The cancelled tasks at or below a place.
pub struct Ending<'a> {
    tasks: &'a EndingTasks,
    at: Scope<'a>,
}

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// Runs the branches of a `parallel`. If a branch fails, the failure is returned once all others have ended.
    ///
    /// The branches are made in their box: many branches are large, and would be copied there otherwise.
    #[inline]
    pub fn parallel<F: Branches<'a>>(self, branches: impl FnOnce() -> F) -> Pin<Box<F>> {
        let mut branches = boxed(branches);
        branches.as_mut().wait_for(Ending { tasks: self.run.ending(), at: self.at });
        branches
    }
}
