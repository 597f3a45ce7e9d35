//! Errors that a task returns.

use crate::id::{BoxError, Error, Result, Scope};

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

/// Turns the error of a task into the failure of its step. `when` decides whether it is retryable.
///
/// # Errors
/// Returns the error of the task.
pub fn fallible<T, E: Failure>(
    _: Scope<'_>,
    result: std::result::Result<T, E>,
    when: impl FnOnce(&E) -> bool,
) -> Result<T> {
    result.map_err(|error| {
        let retryable = when(&error);
        Error::failed(error.boxed(), retryable)
    })
}
