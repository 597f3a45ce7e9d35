//! Values that pass between steps: functions whose bounds explain a mismatch.

use crate::id::{BoxError, Error, Result};

/// A written expression, as the reader of a value in messages.
#[derive(Debug)]
pub struct Expression;

/// The output of a pipeline, as the reader of a value in messages.
#[derive(Debug)]
pub struct Output;

/// The functions through which values pass.
#[derive(Debug)]
pub struct Values;

impl Values {
    /// Returns a copy for the first of two steps.
    #[inline]
    pub fn duplicate<T: NeededTwice<First, Second>, First, Second>(value: &T) -> T {
        value.copy()
    }

    /// Returns a copy for an attempt.
    #[inline]
    pub fn retried<T: Retried>(value: &T) -> T {
        value.copy()
    }

    /// Copies a return out of the end event.
    #[inline]
    pub fn sent<T: Sent>(value: &T) -> T {
        value.copy()
    }

    /// Turns the error of a task into the failure of its step. `when` decides whether it is retryable.
    ///
    /// # Errors
    /// Returns the error of the task.
    pub fn fallible<T, E: Failure>(result: std::result::Result<T, E>, when: impl FnOnce(&E) -> bool) -> Result<T> {
        result.map_err(|error| {
            let retryable = when(&error);
            Error::failed(error.boxed(), retryable)
        })
    }

    /// Turns the error of a [`FromRun`](crate::FromRun) parameter into the failure of its step.
    ///
    /// # Errors
    /// Returns the error of the parameter.
    pub fn extracted<T>(parameter: std::result::Result<T, BoxError>) -> Result<T> {
        parameter.map_err(|error| Error::failed(error, false))
    }

    /// Checks the type of a value that several arms give.
    #[inline]
    pub fn same_type<First, This: Agrees<First>>(value: This) -> First {
        value.agreed()
    }

    /// Checks the type of a value that a turn passes to the next turn.
    #[inline]
    pub fn carried<Before, After: Carries<Before>>(value: After) -> Before {
        value.carried()
    }

    /// Wraps a condition.
    #[inline]
    pub fn tested<Found>(found: Found) -> Tested<Found> {
        Tested(found)
    }
}

/// A condition. The compiler knows its type before it looks for the method, or infers that it is a `bool`.
pub struct Tested<Found>(Found);

impl<Found> Tested<Found> {
    /// Returns the condition.
    #[inline]
    #[must_use]
    pub fn holds(self) -> bool
    where
        bool: Condition<Found>,
    {
        bool::holds(self.0)
    }
}

/// The type of a condition, which is `bool`.
#[diagnostic::on_unimplemented(
    message = "expected a condition, found `{Found}`",
    label = "expected `bool`",
    note = "if it is a task, run it as a step before, and write the name that it returns: `check >> if ok {{ .. }}`"
)]
pub trait Condition<Found> {
    /// Returns the condition.
    fn holds(found: Found) -> bool;
}
impl Condition<Self> for bool {
    #[inline]
    fn holds(found: Self) -> bool {
        found
    }
}

/// A value that two steps take.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is needed by `{First}` and again by `{Second}`, but it is not `Clone`",
    label = "taken by value here, and needed again later",
    note = "take it by reference (`&T`) in one of the two, share it as `Arc<T>`, or make `{Self}` `Clone`"
)]
pub trait NeededTwice<First, Second>: Sized {
    /// Returns a copy for the first step.
    #[must_use]
    fn copy(&self) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Clone, First, Second> NeededTwice<First, Second> for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// An argument of a task with a `retry`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is passed to every attempt, but it is not `Clone`",
    label = "taken by value in each attempt",
    note = "take it by reference (`&T`), share it as `Arc<T>`, make `{Self}` `Clone`, or remove `retry`"
)]
pub trait Retried: Sized {
    /// Returns a copy for an attempt.
    #[must_use]
    fn copy(&self) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Clone> Retried for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A return of a stream task. The reader of the end event gets it as well.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is both sent in the end event and returned, but it is not `Clone`",
    label = "copied out of the end event",
    note = "make `{Self}` `Clone`, or share it as `Arc<T>`"
)]
pub trait Sent: Sized {
    /// Returns a copy for the later steps.
    #[must_use]
    fn copy(&self) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Clone> Sent for T {
    fn copy(&self) -> Self {
        self.clone()
    }
}

/// A type that must be the same in every arm.
#[diagnostic::on_unimplemented(
    message = "a name has different types: `{First}` in one arm, and `{Self}` in another",
    label = "expected `{First}`, found `{Self}`",
    note = "return the same type in all arms, or rename one of the two: `-> [name as another_name]`"
)]
pub trait Agrees<First> {
    /// Returns the value.
    fn agreed(self) -> First;
}
impl<T> Agrees<T> for T {
    fn agreed(self) -> T {
        self
    }
}

/// The type of a value that a turn of a `repeat` passes to the next turn.
#[diagnostic::on_unimplemented(
    message = "a value of this `repeat` changes its type: it is `{Before}` before an iteration, and `{Self}` after it",
    label = "expected `{Before}`, found `{Self}`",
    note = "a value that is passed to the next iteration keeps its type; rename the output: `-> [name as another_name]`"
)]
pub trait Carries<Before> {
    /// Returns the value.
    fn carried(self) -> Before;
}
impl<T> Carries<T> for T {
    fn carried(self) -> T {
        self
    }
}

/// An error that a task may return.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error",
    label = "expected a type that is `Into<Box<dyn Error + Send + Sync>>`",
    note = "implement `std::error::Error` for it, or return a `String` or a `Box<dyn Error + Send + Sync>`"
)]
pub trait Failure {
    /// Boxes the error.
    fn boxed(self) -> BoxError;
}

#[diagnostic::do_not_recommend]
impl<E: Into<BoxError>> Failure for E {
    fn boxed(self) -> BoxError {
        self.into()
    }
}
