//! The seam through which steps are replaced: by test doubles, or by what an earlier part of the run recorded.

use crate::id::{BoxError, Error};
use std::{any::Any, fmt, sync::Arc, time::Duration};

/// Decides how each step of a run gets its output: from its own work, or from a replacement.
///
/// Paths are those of steps, as in the `Display` of [`StepPath`](crate::StepPath).
pub trait Interceptor: Send + Sync + 'static {
    /// Decides how a step runs. A step that is `once` must not run again if it was interrupted, unless the user has
    /// opted in.
    fn before_step(&self, path: &str, once: bool) -> StepPlan;

    /// Decides how a pipeline that is used as a step runs. Its own steps are asked for separately.
    fn before_pipeline(&self, path: &str) -> StepPlan {
        let _ = path;
        StepPlan::default()
    }

    /// Returns how the events of a loop begin. Its turns are asked for as steps of their own.
    fn before_loop(&self, path: &str) -> Opening {
        let _ = path;
        Opening::Started
    }
}

/// The decision how a step runs.
#[derive(Debug)]
pub enum StepPlan {
    /// The step does its own work.
    Run {
        /// A delay before it begins.
        delay: Option<Duration>,
        /// The number of attempts in earlier parts of the run.
        earlier_attempts: u32,
        /// The way its events begin.
        opening: Opening,
    },
    /// Something else gives the output of the step.
    Replace {
        /// A delay before the output is given.
        delay: Option<Duration>,
        /// The source of the output.
        with: Replacement,
        /// The way the events of the step begin.
        opening: Opening,
    },
}

impl StepPlan {
    /// Runs the step, after attempts that were made in earlier parts of the run.
    #[must_use]
    pub fn run(earlier_attempts: u32, opening: Opening) -> Self {
        Self::Run { delay: None, earlier_attempts, opening }
    }

    /// Replaces the step.
    #[must_use]
    pub fn replace(with: Replacement, opening: Opening) -> Self {
        Self::Replace { delay: None, with, opening }
    }
}

impl Default for StepPlan {
    fn default() -> Self {
        Self::run(0, Opening::Started)
    }
}

/// The source of a step's output, in place of its work.
#[derive(Clone)]
pub enum Replacement {
    /// The returns that an earlier part of the run recorded, as a JSON object.
    Recorded(Arc<str>),
    /// A failure.
    Failure(Error),
    /// A test double.
    Double(Arc<dyn Double>),
}

impl fmt::Debug for Replacement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Recorded(_) => "Recorded",
            Self::Failure(_) => "Failure",
            Self::Double(_) => "Double",
        })
    }
}

/// A function that stands in for a step under test.
pub trait Double: Send + Sync {
    /// Returns the output of the step. `input` makes the step's node, or returns `None` if an input cannot be copied.
    ///
    /// # Errors
    /// Returns an error if the double does not fit the step, whose node is called `node`.
    fn output(
        &self,
        node: &'static str,
        input: &mut dyn FnMut() -> Option<Box<dyn Any>>,
    ) -> Result<Box<dyn Any>, BoxError>;
}

/// The way the events of a step begin, given those that an earlier part of the run has sent.
#[derive(Debug, Clone, Default)]
pub enum Opening {
    /// With `step.started`: its readers do not know the step.
    #[default]
    Started,
    /// With `step.reset`: its earlier events are void.
    Reset(Error),
    /// Without an event: the step is open.
    Open,
    /// Without an event, as the step is closed. It ends without an event, too.
    Closed,
}
