//! Parameters of a task that come from its run.
#![allow(private_interfaces, reason = "expansions pass a `Placed` along without calling its methods")]

use super::{
    emitter::{Emitter, Sink},
    owned::OwnedBySteps,
};
use crate::{
    event::TaskEvent,
    hooks::RunServices,
    id::{BoxError, Origin, RunId, StepPath},
};
use std::{fmt, sync::Arc};
use tokio_util::sync::CancellationToken;

/// A parameter of a task that comes from the run, not from an earlier step.
///
/// `E` is the type of the task's events. The macros recognize [`Emitter`], [`RunId`], [`Attempt`],
/// [`Cancellation`], `Catalog` and `Secret` by name. Mark a parameter of your own type with
/// `#[from_run]`.
///
/// # Examples
/// ```
/// use runnable::{BoxError, FromRun, StepContext, prelude::*};
///
/// /// A prefix for the log lines of a step.
/// struct LogPrefix(String);
///
/// impl<E> FromRun<E> for LogPrefix {
///     fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
///         Ok(Self(format!("{} #{}", step.path(), step.attempt())))
///     }
/// }
///
/// #[task(returns = [line])]
/// async fn greet(#[from_run] prefix: LogPrefix) -> String {
///     format!("{}: hello", prefix.0)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be extracted from the run",
    label = "expected a type that implements `FromRun`",
    note = "implement `FromRun` for `{Self}`, or mark the parameter with `#[input]` if it is an input of the task"
)]
pub trait FromRun<E>: Sized {
    /// Extracts the parameter. Called once per attempt.
    ///
    /// # Errors
    /// Returns an error if the run cannot provide it. The attempt fails with that error, and is not retried.
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError>;

    /// Returns the names of the secrets that [`from_run`](Self::from_run) looks up for the parameter of this name.
    ///
    /// A runner looks them up when a run starts, so that it can mask them before it records anything. A type that looks up a
    /// secret itself must name it here.
    #[must_use]
    fn secrets(parameter: &'static str) -> Vec<&'static str> {
        let _ = parameter;
        Vec::new()
    }
}

/// The place of a step in its run.
pub trait Placed: Send + Sync {
    #[doc(hidden)]
    fn run_id(&self) -> RunId;
    #[doc(hidden)]
    fn origin(&self) -> Origin;
    #[doc(hidden)]
    fn attempt(&self) -> u32;
    #[doc(hidden)]
    fn owned(&self) -> &OwnedBySteps;
    #[doc(hidden)]
    fn services(&self) -> Option<&RunServices>;
}

/// The source of a [`StepContext`], whatever the type of its run.
pub(crate) trait StepSource<E>: Placed {
    /// Returns the destination of the step's events, or `None` if nobody reads them.
    fn sink(&self) -> Option<Arc<dyn Sink<E>>>;
}

/// The source of a [`FromRun`] parameter: the step's place in its run.
pub struct StepContext<'a, E> {
    source: &'a dyn StepSource<E>,
    parameter: &'static str,
}

impl<'a, E> StepContext<'a, E> {
    pub(crate) fn new(source: &'a dyn StepSource<E>, parameter: &'static str) -> Self {
        Self { source, parameter }
    }

    /// Returns the name of the parameter, as the task's signature has it.
    #[must_use]
    pub fn parameter(&self) -> &'static str {
        self.parameter
    }

    /// Returns the id of the run.
    #[must_use]
    pub fn run_id(&self) -> RunId {
        self.source.run_id()
    }

    /// Returns the path of the step.
    #[must_use]
    pub fn path(&self) -> StepPath {
        StepPath::new(self.source.origin())
    }

    /// Returns the number of the attempt, from 1.
    #[must_use]
    pub fn attempt(&self) -> u32 {
        self.source.attempt()
    }

    /// Returns the value of type `T` that the runner attached to the run, or `None` if there is none.
    #[cfg(feature = "runner")]
    #[must_use]
    pub fn extension<T: std::any::Any + Send + Sync>(&self) -> Option<&T> {
        self.source.services()?.extensions.get()
    }

    /// Returns an emitter of the step's events.
    #[must_use]
    pub fn emitter(&self) -> Emitter<E> {
        Emitter::new(self.source.sink())
    }

    /// Returns a handle that is cancelled when the step is dropped or has ended.
    #[must_use]
    pub fn cancellation(&self) -> Cancellation {
        Cancellation(self.source.owned().token(self.source.origin()))
    }
}

impl<E> fmt::Debug for StepContext<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StepContext({}#{})", self.path(), self.attempt())
    }
}

/// The number of an attempt, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Attempt(u32);

impl Attempt {
    /// Returns the number, from 1.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

/// Notifies a step that it was cancelled.
///
/// An async step is dropped when it is cancelled, so it needs this only for work that it started elsewhere. A `blocking`
/// step keeps running until it checks.
#[derive(Debug, Clone)]
pub struct Cancellation(CancellationToken);

impl Cancellation {
    /// Returns whether the step was dropped or has ended.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }

    /// Waits until the step is dropped or has ended.
    ///
    /// # Cancel safety
    /// This method is cancel safe.
    pub async fn cancelled(&self) {
        self.0.cancelled().await;
    }
}

impl<E: TaskEvent> FromRun<E> for Emitter<E> {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        Ok(step.emitter())
    }
}

impl<E> FromRun<E> for RunId {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        Ok(step.run_id())
    }
}

impl<E> FromRun<E> for Attempt {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        Ok(Self(step.attempt()))
    }
}

impl<E> FromRun<E> for Cancellation {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        Ok(step.cancellation())
    }
}
