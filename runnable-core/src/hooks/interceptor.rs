//! The seam through which steps are replaced: by test doubles, or by what an earlier part of the run recorded.

use crate::id::{Error, Result};
use std::{any::Any, fmt, ops::Range, sync::Arc, time::Duration};

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

    /// Compares an input of a step that is recalled with its record.
    ///
    /// # Errors
    /// Returns an error if the input differs.
    fn compare(&self, path: &str, input: &StepInput<'_>) -> Result<()> {
        let _ = (path, input);
        Ok(())
    }

    /// Records the arm that a `match`, an `if` or a `try` takes, or compares it with the recorded arm. `choice` is its number in
    /// its pipeline. The arms of a `try` are its body (0), once that has succeeded, and its `else` (1); those of an item whose
    /// failure is collected are its success (0) and its failure (1).
    ///
    /// # Errors
    /// Returns an error if another arm is recorded.
    fn before_arm(&self, path: &str, choice: u32, arm: u32) -> Result<()> {
        let _ = (path, choice, arm);
        Ok(())
    }

    /// Returns the recorded branch that won a `race`. `choice` is its number in its pipeline.
    fn recorded_arm(&self, path: &str, choice: u32) -> Option<u32> {
        let _ = (path, choice);
        None
    }

    /// Returns the position of the branch of a `race` whose last recorded step ended first. `paths` are those of branches that
    /// are complete in the log.
    fn first_ended(&self, paths: &[String]) -> usize {
        let _ = paths;
        0
    }

    /// Returns the path and the last attempt of each step at `path` or below that the readers of its events take for open, and
    /// with `complete` of the step at `path` also if they take it for complete. Without those that this part of the run has
    /// reached. The innermost come first.
    fn left_open(&self, path: &str, complete: bool) -> Vec<(String, u32)> {
        let _ = (path, complete);
        Vec::new()
    }

    /// Excuses the recorded steps and arms that a `try` does not reach again, as it fails before, or those in the branches that
    /// lost a `race`. `path` is the path around the `try`, `choices` are the numbers of the choices in its body, and `is_within`
    /// returns whether a name below belongs to its body.
    fn excuse(&self, path: &str, choices: Range<u32>, is_within: &dyn Fn(&str) -> bool) {
        let _ = (path, choices, is_within);
    }

    /// Returns the number of items of a `map` up to the last item with recorded steps. They begin first, whatever the limit.
    /// `path` is the path of the `map`.
    fn recalled_items(&self, path: &str) -> usize {
        let _ = path;
        0
    }

    /// Returns whether everything that is recorded has been recalled and compared, so that steps may do their own work.
    fn has_recalled(&self) -> bool {
        true
    }

    /// Holds the recall open while the source of a `map` may yet yield items with recorded steps, or fail as it did: `true` when
    /// it begins, and `false` when it no longer does.
    fn hold_recall(&self, held: bool) {
        let _ = held;
    }

    /// Ends the recall. Called when every step waits and every event has been read, so that nothing more can be recalled unless
    /// the recall is held, and before the run succeeds.
    ///
    /// # Errors
    /// Returns an error if the run has not reached everything that is recorded.
    fn end_recall(&self) -> Result<()> {
        Ok(())
    }

    /// Returns the attempts of a step that failed in a process which has died, if this process continues them.
    fn failed_attempts(&self, path: &str) -> Option<FailedAttempts> {
        let _ = path;
        None
    }

    /// Decides how a part of a pipeline runs whose time is limited. Its steps are asked for separately.
    fn before_limit(&self, path: &str) -> LimitPlan {
        let _ = path;
        LimitPlan::Run { attempt: 1, opening: Opening::Started }
    }

    /// Decides how a part of a pipeline runs that is tried again if it fails. Its steps are asked for separately.
    fn before_retry(&self, path: &str) -> RetryPlan {
        let _ = path;
        RetryPlan::Run { attempt: 1, opening: Opening::Started, resets: false }
    }

    /// Forgets everything that is recorded of the steps below: the attempt that they belong to has failed, and another begins.
    fn void(&self, path: &str) {
        let _ = path;
    }

    /// Forgets the events of the steps below, but not their records: they belong to an attempt of which the readers do not know.
    fn void_events(&self, path: &str) {
        let _ = path;
    }

    /// Returns how the events of a loop begin. Its turns are asked for as steps of their own.
    fn before_loop(&self, path: &str) -> Opening {
        let _ = path;
        Opening::Started
    }
}

/// An input of a step that is recalled.
pub struct StepInput<'a> {
    /// The name of the parameter.
    pub name: &'static str,
    /// The value as JSON; `None` if it does not serialize.
    pub json: Option<&'a str>,
    /// Reads a value from a JSON text, and returns whether it equals the input. `None` if the type allows no comparison.
    pub equals: Option<&'a dyn Fn(&str) -> bool>,
}

impl fmt::Debug for StepInput<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StepInput").field("name", &self.name).finish_non_exhaustive()
    }
}

/// Attempts of a step that failed in a process which has died.
#[derive(Debug, Clone, Copy)]
pub struct FailedAttempts {
    /// Their number.
    pub count: u32,
    /// The time since the last of them ended.
    pub since: Duration,
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

/// The decision how a part of a pipeline runs whose time is limited.
#[derive(Debug, Clone)]
pub enum LimitPlan {
    /// It has the whole time. The events of the step around it have the number of the `attempt`.
    Run {
        /// One more than the number of attempts that ran out of time in earlier parts of the run.
        attempt: u32,
        /// The way the events of the step begin.
        opening: Opening,
    },
    /// It fails: an earlier part of the run has recovered from this error.
    Expired {
        /// The recorded error.
        error: Error,
        /// The way the events of the step begin.
        opening: Opening,
    },
    /// Another process limits its time, and sends the events of the step.
    Elsewhere,
}

/// The decision how a part of a pipeline runs that is tried again if it fails.
#[derive(Debug, Clone)]
pub enum RetryPlan {
    /// It has all its attempts.
    Run {
        /// One more than the number of attempts in earlier parts of the run.
        attempt: u32,
        /// The way the events of the step begin.
        opening: Opening,
        /// True if the readers do not know that the last attempt which has failed is void.
        resets: bool,
    },
    /// Its end is recorded, and follows from what its steps have recorded: it is not tried again.
    Recall {
        /// The number of its last attempt.
        attempt: u32,
        /// The way the events of the step begin.
        opening: Opening,
        /// True if the readers do not know that the last attempt which has failed is void.
        resets: bool,
    },
    /// Another process makes the attempts, and sends the events of the step.
    Elsewhere,
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
    /// Returns the failure of the step, or an error that no `try` recovers from if the double does not fit the step, whose
    /// node is called `node`.
    fn output(&self, node: &'static str, input: &mut dyn FnMut() -> Option<Box<dyn Any>>) -> Result<Box<dyn Any>>;
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
