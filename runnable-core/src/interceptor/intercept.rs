//! The decision how a step runs.
#![cfg_attr(not(feature = "runner"), expect(dead_code, reason = "nothing is recorded without the runner"))]

use super::replaced::Replaced;
use crate::{
    context::PlainCx,
    hooks::{Codec, Interceptor, Opening, RecordedInputs, Recorder, StepPlan},
    id::{BoxError, Result},
    run::Node,
    step::{AroundWork, NothingAround, Running, Step, WorkOutput},
};
use std::{
    fmt,
    future::{Future, Pending},
    time::Duration,
};

/// The decision how a step runs.
#[derive(Debug)]
pub enum Intercepted<'a> {
    /// It does its own work.
    Itself(Begin<'a>),
    /// Something else gives its output.
    Replaced(Replaced),
}

/// The beginning of a step that does its own work.
#[derive(Default)]
pub struct Begin<'a> {
    delay: Option<Duration>,
    opening: Opening,
    /// The number of the first attempt.
    attempt: u32,
    pub(crate) recorded: Option<RecordedStep<'a>>,
}

/// A step that is recorded.
pub(crate) struct RecordedStep<'a> {
    pub(crate) cx: PlainCx<'a>,
    pub(crate) recorder: &'a dyn Recorder,
    pub(crate) path: String,
    pub(crate) once: bool,
    pub(crate) codec: Option<Codec>,
    /// The inputs once they are written, or the error of an input that would not read back the same.
    pub(crate) inputs: Option<Result<RecordedInputs, BoxError>>,
}

impl<'a> PlainCx<'a> {
    /// Decides how this step runs. A step that is `once` must not begin again unless the user has opted in.
    #[must_use]
    pub fn intercept<N: Node>(&self, once: bool) -> Intercepted<'a> {
        let codec = self.services().and_then(|services| services.codecs.get::<N>());
        self.ask(
            codec,
            |interceptor, path| interceptor.before_step(path, once),
            |recorder, path| Some(RecordedStep { cx: *self, recorder, path, once, codec, inputs: None }),
        )
    }

    /// Decides how this pipeline runs, which is a step. It is not recorded itself: its steps are.
    #[must_use]
    pub fn intercept_pipeline(&self) -> Intercepted<'a> {
        self.ask(None, Interceptor::before_pipeline, |_, _| None)
    }

    fn ask(
        &self,
        codec: Option<Codec>,
        plan: impl FnOnce(&dyn Interceptor, &str) -> StepPlan,
        recorded: impl FnOnce(&'a dyn Recorder, String) -> Option<RecordedStep<'a>>,
    ) -> Intercepted<'a> {
        let Some(interceptor) = self.interceptor() else {
            return Intercepted::Itself(Begin { attempt: self.at.attempt, ..Begin::default() });
        };
        let path = self.at.origin().to_string();
        match plan(interceptor, &path) {
            StepPlan::Run { delay, earlier_attempts, opening } => {
                let attempt = self.first_attempt(earlier_attempts + 1);
                let recorded = self.recorder().and_then(|recorder| recorded(recorder, path));
                Intercepted::Itself(Begin { delay, opening, attempt, recorded })
            }
            StepPlan::Replace { delay, with, opening } => {
                Intercepted::Replaced(Replaced::new(delay, with, opening, codec))
            }
        }
    }
}

impl Begin<'_> {
    /// Returns how the events of a replaced step begin.
    pub(super) fn opening(opening: Opening) -> Begin<'static> {
        Begin { opening, ..Begin::default() }
    }

    /// Returns the number of the step's first attempt: attempts are counted on from earlier parts of the run, and from earlier
    /// attempts of a `retry` around it.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.attempt
    }

    /// Returns what is around the work of the step: nothing, as nothing is recorded without the runner.
    #[cfg(not(feature = "runner"))]
    #[must_use]
    pub fn keep(&mut self) -> NothingAround {
        NothingAround
    }

    /// Runs the step itself. `around` is around its work.
    #[allow(clippy::type_complexity, reason = "an alias would hide the same types behind a name")]
    pub fn itself<'c, T, F, M, A>(
        &self,
        cx: PlainCx<'c>,
        around: A,
        work: F,
    ) -> Running<Step<'c, Running<F, Pending<F::Output>, A>, T>, M>
    where
        F: Future,
        F::Output: WorkOutput<T>,
        A: AroundWork<F::Output>,
    {
        let work = Running::itself(self.delay, around, work);
        Running::itself(None, NothingAround, self.step(cx, work))
    }

    /// Runs a pipeline itself.
    pub fn pipeline<F, M>(&self, work: F) -> Running<F, M> {
        Running::itself(self.delay, NothingAround, work)
    }

    /// Returns the step.
    pub(super) fn step<'c, T, F>(&self, cx: PlainCx<'c>, work: F) -> Step<'c, F, T>
    where
        F: Future,
        F::Output: WorkOutput<T>,
    {
        cx.step(work).opened(&self.opening)
    }
}

impl fmt::Debug for Begin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Begin").field("delay", &self.delay).finish_non_exhaustive()
    }
}
