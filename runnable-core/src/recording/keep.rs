//! A step that is recorded: it begins when that is written, and ends when that is durable.

use crate::hooks::{End, Recorder, Ticket};
use crate::{
    id::{BoxError, Error},
    interceptor::Keeps,
    step::Finished,
};
use std::{
    fmt,
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, ready},
};

/// Takes returns to their text.
pub type Coder<T> = fn(T) -> (T, Result<String, BoxError>);

/// What records a step whose work gives `O`, and whose returns are `T`.
pub struct Keep<'a, T, O> {
    recorder: &'a dyn Recorder,
    path: String,
    attempt: u32,
    once: bool,
    inputs: Option<String>,
    coder: Coder<T>,
    stage: Stage<O>,
}

enum Stage<O> {
    /// It has not begun.
    New,
    /// It begins when this is durable.
    Beginning(Ticket),
    Running,
    /// It has ended; its readers are told when this is durable.
    Ended(Ticket, Option<O>),
}

impl<'a, T, O> Keep<'a, T, O> {
    pub(crate) fn new(
        recorder: &'a dyn Recorder,
        path: String,
        attempt: u32,
        once: bool,
        inputs: String,
        coder: Coder<T>,
    ) -> Self {
        Self { recorder, path, attempt, once, inputs: Some(inputs), coder, stage: Stage::New }
    }

    /// Writes down how it ended.
    fn end(&mut self, output: O) -> Stage<O>
    where
        O: Finished<T>,
    {
        let (recorder, coder, path) = (self.recorder, self.coder, &self.path);
        let mut ticket = Ticket(0);
        let output = output.through(|result| match result.map(coder) {
            Ok((returns, Ok(text))) => {
                ticket = recorder.ended(path, End::Succeeded(text));
                Ok(returns)
            }
            Ok((_, Err(defect))) => {
                let error = Error::bad_return(defect);
                ticket = recorder.ended(path, End::Failed(&error));
                Err(error)
            }
            Err(error) => {
                let error = recorder.shown(error);
                ticket = recorder.ended(path, End::Failed(&error));
                Err(error)
            }
        });
        Stage::Ended(ticket, Some(output))
    }
}

impl<T, O: Finished<T>> Keeps<O> for Option<Box<Keep<'_, T, O>>> {
    fn poll<F: Future<Output = O>>(&mut self, mut work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<O> {
        let Some(keep) = self else { return work.poll(task) };
        loop {
            match &mut keep.stage {
                Stage::New => {
                    let ticket = keep.recorder.started(&keep.path, keep.attempt, keep.inputs.take());
                    keep.stage = if keep.once { Stage::Beginning(ticket) } else { Stage::Running };
                }
                Stage::Beginning(ticket) => {
                    let durable = ready!(keep.recorder.poll_durable(*ticket, task));
                    keep.stage = Stage::Running;
                    if let Err(error) = durable {
                        return Poll::Ready(O::failed(Error::not_recorded(error)));
                    }
                }
                Stage::Running => {
                    let output = match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(task))) {
                        Ok(Poll::Pending) => return Poll::Pending,
                        Ok(Poll::Ready(output)) => output,
                        Err(payload) => O::failed(Error::panicked(payload)),
                    };
                    keep.stage = keep.end(output);
                }
                Stage::Ended(ticket, output) => {
                    let durable = ready!(keep.recorder.poll_durable(*ticket, task));
                    let Some(output) = output.take() else { return Poll::Pending };
                    return Poll::Ready(match durable {
                        Ok(()) => output,
                        Err(error) => O::failed(Error::not_recorded(error)),
                    });
                }
            }
        }
    }
}

impl<T, O> Drop for Keep<'_, T, O> {
    fn drop(&mut self) {
        if matches!(self.stage, Stage::Beginning(_) | Stage::Running) {
            self.recorder.ended(&self.path, End::Cancelled);
        }
    }
}

impl<T, O> fmt::Debug for Keep<'_, T, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keep({}#{})", self.path, self.attempt)
    }
}
