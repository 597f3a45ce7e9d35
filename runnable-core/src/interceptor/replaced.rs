//! The replacement of a step's work.

use super::intercept::Begin;
use crate::{
    context::PlainCx,
    hooks::{Codec, Opening, Replacement},
    id::{BoxError, Error, ErrorKind, Result},
    run::Node,
    step::{Running, Step},
};
use std::{any::Any, future::Future, time::Duration};
use tokio::time::sleep;

/// The replacement of a step's work.
#[derive(Debug)]
pub struct Replaced {
    delay: Option<Duration>,
    pub(crate) with: Replacement,
    opening: Opening,
    /// Reads a recorded output.
    codec: Option<Codec>,
}

impl Replaced {
    pub(super) fn new(delay: Option<Duration>, with: Replacement, opening: Opening, codec: Option<Codec>) -> Self {
        Self { delay, with, opening, codec }
    }

    /// Runs the replacement of the step. `input` makes its node if its inputs can be copied.
    pub fn step<N: Node, F>(
        self,
        cx: PlainCx<'_>,
        input: impl FnOnce() -> Option<N>,
    ) -> Running<F, Step<'_, impl Future<Output = Result<N::Output>>, N::Output>> {
        let begin = Begin::opening(self.opening.clone());
        Running::Replaced { replacement: begin.step(cx, self.output(input)) }
    }

    /// Runs the replacement of a pipeline, as [`step`](Self::step) does.
    pub fn pipeline<N: Node, F>(
        self,
        cx: PlainCx<'_>,
        input: impl FnOnce() -> Option<N>,
    ) -> Running<F, impl Future<Output = Result<N::Output>>> {
        let replacement = async move { self.output(input).await.map_err(|error| error.at(&cx.at)) };
        Running::Replaced { replacement }
    }

    /// Gives the output of the step.
    ///
    /// # Errors
    /// Returns the failure that replaces the step, or an error if the replacement does not fit it.
    async fn output<N: Node>(self, input: impl FnOnce() -> Option<N>) -> Result<N::Output> {
        if let Some(delay) = self.delay {
            tokio::task::unconstrained(sleep(delay)).await;
        }
        match self.with {
            Replacement::Recorded(text) => recall(self.codec, &text).map_err(misfit),
            Replacement::Failure(error) => Err(error),
            Replacement::Double(double) => {
                let mut input = Some(input);
                let mut input = || input.take()?().map(|node| -> Box<dyn Any> { Box::new(node) });
                let output = double.output(N::NAME, &mut input)?.downcast::<N::Output>();
                output
                    .map(|output| *output)
                    .map_err(|_| misfit(format!("the test double is made for another task than `{}`", N::NAME).into()))
            }
        }
    }
}

/// Returns the error of a recording or a test double that does not fit its step. No `try` recovers from it.
pub(crate) fn misfit(error: BoxError) -> Error {
    Error::recorded(ErrorKind::Changed, false, error)
}

/// Reads a recorded output.
fn recall<O: 'static>(codec: Option<Codec>, text: &str) -> Result<O, BoxError> {
    let codec = codec.ok_or("the output of the step has no codec")?;
    let output = (codec.decode)(text)?.downcast().map_err(|_| "the output of the step has another type")?;
    Ok(*output)
}
