//! The work of a step that is recorded: it begins once that is written, and ends once its end is durable.

use crate::{
    context::PlainCx,
    hooks::{AttemptEnd, Codec, RecordedInputs, Recorder, WriteNumber},
    id::{BoxError, Error, ErrorKind},
    interceptor::{Begin, RecordedStep},
    queue::Receipt,
    step::{AroundWork, WorkOutput},
};
use std::{
    fmt,
    future::Future,
    marker::PhantomData,
    mem::take,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    task::{Context, Poll, ready},
};

impl<'a> Begin<'a> {
    /// Returns what records the step, if it is to be recorded.
    pub fn keep<T, O>(&mut self) -> Option<Box<RecordedWork<'a, T, O>>> {
        let attempt = self.attempt();
        let RecordedStep { cx, recorder, path, once, codec, inputs } = self.recorded.as_mut()?;
        Some(Box::new(RecordedWork {
            cx: *cx,
            recorder: *recorder,
            path: take(path),
            attempt,
            once: *once,
            inputs: inputs.take(),
            codec: *codec,
            output: PhantomData,
            stage: RecordStage::New,
        }))
    }
}

/// Records a step whose work gives `O`, and whose output is `T`.
pub struct RecordedWork<'a, T, O> {
    cx: PlainCx<'a>,
    recorder: &'a dyn Recorder,
    path: String,
    attempt: u32,
    once: bool,
    inputs: Option<Result<RecordedInputs, BoxError>>,
    codec: Option<Codec>,
    output: PhantomData<fn(&T)>,
    stage: RecordStage<O>,
}

enum RecordStage<O> {
    New,
    /// Begins once this write is durable.
    Beginning(WriteNumber),
    Running,
    /// Has ended. That is recorded once its events are: a resumed run does not repeat the events of a step that is
    /// complete, so it would lack those that were not recorded when the process died.
    Unread(Receipt, Option<O>),
    /// Has ended. Its readers see that once this write is durable.
    Ended(WriteNumber, Option<O>),
}

impl<T: 'static, O: WorkOutput<T>> RecordedWork<'_, T, O> {
    /// Records how the work ended.
    fn end(&mut self, output: O) -> RecordStage<O> {
        let (recorder, codec, path) = (self.recorder, self.codec, &self.path);
        let encode = |output: T| match codec {
            Some(codec) => (codec.encode)(&output, codec.verify).map(|text| (output, text)),
            None => Err("the output of the step has no codec".into()),
        };
        let mut write = WriteNumber(0);
        let output = output.through(|result| match result.map(encode) {
            Ok(Ok((output, text))) => {
                write = recorder.ended(path, AttemptEnd::Succeeded(text));
                Ok(output)
            }
            Ok(Err(defect)) => {
                let error = Error::bad_return(defect);
                write = recorder.ended(path, AttemptEnd::Failed(&error));
                Err(error)
            }
            Err(error) => {
                write = recorder.ended(path, AttemptEnd::Failed(&error));
                Err(error)
            }
        });
        RecordStage::Ended(write, Some(output))
    }
}

impl<T: 'static, O: WorkOutput<T>> AroundWork<O> for Option<Box<RecordedWork<'_, T, O>>> {
    fn poll_around<F: Future<Output = O>>(&mut self, mut work: Pin<&mut F>, task: &mut Context<'_>) -> Poll<O> {
        let Some(recorded) = self else { return work.poll(task) };
        loop {
            match &mut recorded.stage {
                RecordStage::New => {
                    ready!(recorded.recorder.poll_recalled(&recorded.path, task));
                    let (inputs, refused) = match recorded.inputs.take() {
                        Some(Err(refused)) => (None, Some(refused)),
                        Some(Ok(inputs)) => (Some(inputs), None),
                        None => (None, None),
                    };
                    let write = recorded.recorder.started(&recorded.path, recorded.attempt, inputs);
                    if let Some(refused) = refused {
                        // The step fails in place of its work.
                        let error = Error::recorded(ErrorKind::NotRecorded, false, refused);
                        recorded.stage = recorded.end(O::failed(error));
                        continue;
                    }
                    // Only a step that must not run twice waits: any other step may run again after a crash.
                    recorded.stage = if recorded.once { RecordStage::Beginning(write) } else { RecordStage::Running };
                }
                RecordStage::Beginning(write) => {
                    let durable = ready!(recorded.recorder.poll_durable(*write, task));
                    recorded.stage = RecordStage::Running;
                    if let Err(error) = durable {
                        return Poll::Ready(O::failed(Error::recorded(ErrorKind::NotRecorded, false, error)));
                    }
                }
                RecordStage::Running => {
                    let output = match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(task))) {
                        Ok(Poll::Pending) => return Poll::Pending,
                        Ok(Poll::Ready(output)) => output,
                        Err(payload) => O::failed(Error::panicked(payload)),
                    };
                    recorded.stage = match end_events(&recorded.cx) {
                        Some(unread) => RecordStage::Unread(unread, Some(output)),
                        None => recorded.end(output),
                    };
                }
                RecordStage::Unread(unread, output) => {
                    ready!(recorded.cx.run.state.poll_read(task, *unread));
                    let Some(output) = output.take() else { return Poll::Pending };
                    recorded.stage = recorded.end(output);
                }
                RecordStage::Ended(write, output) => {
                    let durable = ready!(recorded.recorder.poll_durable(*write, task));
                    let Some(output) = output.take() else { return Poll::Pending };
                    return Poll::Ready(match durable {
                        Ok(()) => output,
                        Err(error) => O::failed(Error::recorded(ErrorKind::NotRecorded, false, error)),
                    });
                }
            }
        }
    }
}

/// Ends everything that the step owns, so that it sends no more events. Returns a receipt for those that were not read.
fn end_events(cx: &PlainCx<'_>) -> Option<Receipt> {
    let (run, origin) = (cx.run, cx.at.origin());
    if run.owned.any() {
        run.owned.end(&origin);
    }
    run.state.unread(Some(&origin))
}

impl<T, O> Drop for RecordedWork<'_, T, O> {
    fn drop(&mut self) {
        if matches!(self.stage, RecordStage::Beginning(_) | RecordStage::Running | RecordStage::Unread(..)) {
            self.recorder.ended(&self.path, AttemptEnd::Cancelled);
        }
    }
}

impl<T, O> fmt::Debug for RecordedWork<'_, T, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RecordedWork({}#{})", self.path, self.attempt)
    }
}
