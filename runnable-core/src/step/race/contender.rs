//! The work of a branch.

use crate::{context::PlainCx, event::Lifecycle, hooks::Opening, id::Result, step::step::Step};
use pin_project_lite::pin_project;
use std::{
    future::Future,
    pin::Pin,
    task::{Context, Poll, ready},
};

impl<'a> PlainCx<'a> {
    /// Returns the work of a branch, whose panics become its failure. A branch of several steps is a step of its own in the
    /// events, which is not recorded: its steps are.
    pub fn contender<T, F>(self, is_step: bool, work: F) -> Step<'a, Contending<'a, F>, T>
    where
        F: Future<Output = Result<T>>,
    {
        let step = self.step(Contending { cx: self, is_step, work });
        match self.interceptor() {
            _ if !is_step => step.opened(&Opening::Closed),
            Some(interceptor) => step.opened(&interceptor.before_loop(&self.at.origin().to_string())),
            None => step,
        }
    }
}

pin_project! {
    /// The work of a branch.
    pub struct Contending<'a, F> {
        cx: PlainCx<'a>,
        is_step: bool,
        #[pin]
        work: F,
    }
}

impl<T, F: Future<Output = Result<T>>> Future for Contending<'_, F> {
    type Output = Result<T>;

    fn poll(self: Pin<&mut Self>, task: &mut Context<'_>) -> Poll<Result<T>> {
        let this = self.project();
        let result = ready!(this.work.poll(task));
        if let Err(error) = &result
            && *this.is_step
            && this.cx.run.is_read
        {
            // All that its steps have sent is void, also if they had succeeded.
            let host = &this.cx.run.state;
            let error = host.redacted(error.clone().at(&this.cx.at));
            host.finish(&this.cx.at.origin(), Some(Lifecycle::StepReset(error)));
        }
        Poll::Ready(result)
    }
}
