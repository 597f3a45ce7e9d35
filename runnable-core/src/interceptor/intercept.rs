//! The decision how a step runs.

use super::replaced::Replaced;
use crate::{
    context::StepCx,
    event::RunData,
    hooks::{Codec, Interceptor, Opening, RecordedInputs, Recorder, StepPlan},
    id::{BoxError, Result},
    run::Node,
    step::{Step, WorkOutput},
};
use std::{fmt, future::Future, time::Duration};

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
    pub(crate) recorded: Option<RecordedStep<'a>>,
}

/// A step that is recorded.
#[cfg_attr(not(feature = "runner"), expect(dead_code, reason = "nothing is recorded without the runner"))]
pub(crate) struct RecordedStep<'a> {
    pub(crate) recorder: &'a dyn Recorder,
    pub(crate) path: String,
    pub(crate) once: bool,
    pub(crate) codec: Option<Codec>,
    pub(crate) attempt: u32,
    /// The inputs once they are written, or the error of an input that would not read back the same.
    pub(crate) inputs: Option<Result<RecordedInputs, BoxError>>,
}

impl<'a, R: RunData, M> StepCx<'a, R, M> {
    /// Decides how this step runs. A step that is `once` must not begin again unless the user has opted in.
    #[must_use]
    pub fn intercept<N: Node>(&self, once: bool) -> Intercepted<'a> {
        let codec = self.services().and_then(|services| services.codecs.get::<N>());
        self.ask(
            codec,
            |interceptor, path| interceptor.before_step(path, once),
            |recorder, path, attempt| Some(RecordedStep { recorder, path, once, codec, attempt, inputs: None }),
        )
    }

    /// Decides how this pipeline runs, which is a step. It is not recorded itself: its steps are.
    #[must_use]
    pub fn intercept_pipeline(&self) -> Intercepted<'a> {
        self.ask(None, Interceptor::before_pipeline, |_, _, _| None)
    }

    fn ask(
        &self,
        codec: Option<Codec>,
        plan: impl FnOnce(&dyn Interceptor, &str) -> StepPlan,
        recorded: impl FnOnce(&'a dyn Recorder, String, u32) -> Option<RecordedStep<'a>>,
    ) -> Intercepted<'a> {
        let Some(interceptor) = self.services().and_then(|services| services.interceptor.as_deref()) else {
            return Intercepted::Itself(Begin::default());
        };
        let path = self.at.origin().to_string();
        match plan(interceptor, &path) {
            StepPlan::Run { delay, earlier_attempts, opening } => {
                let recorded = self.recorder().and_then(|recorder| recorded(recorder, path, earlier_attempts + 1));
                Intercepted::Itself(Begin { delay, opening, recorded })
            }
            StepPlan::Replace { delay, with, opening } => {
                Intercepted::Replaced(Replaced::new(delay, with, opening, codec))
            }
        }
    }

    /// Adds the path of this step to an error that has none.
    ///
    /// # Errors
    /// Returns the error of `result`.
    pub fn placed<T>(&self, result: Result<T>) -> Result<T> {
        result.map_err(|error| error.at(&self.at))
    }
}

impl Begin<'_> {
    /// Returns how the events of a replaced step begin.
    pub(super) fn opening(opening: Opening) -> Begin<'static> {
        Begin { opening, ..Begin::default() }
    }

    /// Returns the delay before the step.
    #[must_use]
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }

    /// Returns the context of the step, whose attempts are counted on from earlier parts of the run.
    #[must_use]
    pub fn cx<'c, R: RunData, M>(&self, mut cx: StepCx<'c, R, M>) -> StepCx<'c, R, M> {
        if let Some(recorded) = &self.recorded {
            cx.set_attempt(recorded.attempt);
        }
        cx
    }

    /// Returns the step.
    pub fn step<'c, R: RunData, M, T, F>(&self, cx: StepCx<'c, R, M>, work: F) -> Step<'c, F, T>
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
