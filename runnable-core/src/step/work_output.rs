//! The output of a step's work.

use crate::{
    event::Turns,
    id::{Error, Result},
};

/// The output of a step's work: its result, and the attempt that gave it.
pub trait WorkOutput<T> {
    /// Returns how often the body of a loop ran.
    #[doc(hidden)]
    fn turns(&self) -> Option<Turns> {
        None
    }

    /// Returns the result, and the number of the attempt if there may have been several.
    #[doc(hidden)]
    fn finished(self) -> (Result<T>, Option<u32>);

    /// Changes the result.
    #[doc(hidden)]
    #[must_use]
    fn through(self, change: impl FnOnce(Result<T>) -> Result<T>) -> Self;

    /// Returns the output of a step that failed outside of its work.
    #[doc(hidden)]
    fn failed(error: Error) -> Self;
}

impl<T> WorkOutput<T> for Result<T> {
    fn finished(self) -> (Result<T>, Option<u32>) {
        (self, None)
    }

    fn through(self, change: impl FnOnce(Result<T>) -> Result<T>) -> Self {
        change(self)
    }

    fn failed(error: Error) -> Self {
        Err(error)
    }
}

/// The output of a step with a `retry`.
impl<T> WorkOutput<T> for (Result<T>, Option<u32>) {
    fn finished(self) -> (Result<T>, Option<u32>) {
        self
    }

    fn through(self, change: impl FnOnce(Result<T>) -> Result<T>) -> Self {
        (change(self.0), self.1)
    }

    fn failed(error: Error) -> Self {
        (Err(error), None)
    }
}
