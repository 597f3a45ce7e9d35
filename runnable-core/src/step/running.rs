//! The future of a step that may be delayed, recorded or replaced.

use super::timeout::poll_timer;
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::time::{Sleep, sleep};

/// Wraps the work of a step.
pub trait AroundWork<O> {
    /// Polls the work, and everything around it.
    fn poll_around<F: Future<Output = O>>(&mut self, work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<O>;
}

/// Adds nothing to the work of a step.
#[derive(Debug)]
pub struct NothingAround;

impl<O> AroundWork<O> for NothingAround {
    fn poll_around<F: Future<Output = O>>(&mut self, work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<O> {
        work.poll(task)
    }
}

pin_project! {
    /// A step, perhaps after a delay, or its replacement. Written out, and one type for all cases: an `async` block would
    /// store the step twice, and each wrapper type counts towards the `recursion_limit` at every level of nesting.
    #[project = RunningProjection]
    pub enum Running<F, M, A = NothingAround> {
        Itself { delay: Option<Pin<Box<Sleep>>>, around: A, #[pin] work: F },
        Replaced { #[pin] replacement: M },
    }
}

impl<F, M, A> Running<F, M, A> {
    /// Does `work`, with what is around it, after `delay`.
    pub(crate) fn itself(delay: Option<Duration>, around: A, work: F) -> Self {
        Self::Itself { delay: delay.map(|delay| Box::pin(sleep(delay))), around, work }
    }
}

impl<F: Future, M: Future<Output = F::Output>, A: AroundWork<F::Output>> Future for Running<F, M, A> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<F::Output> {
        match self.project() {
            RunningProjection::Itself { delay, around, work } => {
                if let Some(sleep) = delay {
                    ready!(poll_timer(sleep.as_mut(), task));
                    *delay = None;
                }
                around.poll_around(work, task)
            }
            RunningProjection::Replaced { replacement } => replacement.poll(task),
        }
    }
}
