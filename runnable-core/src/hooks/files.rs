//! Storage of the files that steps take and make.

use crate::id::BoxError;
use std::pin::Pin;

/// Stores the files that steps take and make.
pub trait Files: Send + Sync + 'static {
    /// Copies the files that match `patterns` to the place where the step looks for them.
    ///
    /// # Errors
    /// Returns an error if no file matches a pattern, or if a file cannot be read or written.
    fn get<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> FileFuture<'a>;

    /// Stores the files of the step that match `patterns`.
    ///
    /// # Errors
    /// Returns an error if no file matches a pattern, or if a file cannot be read or written.
    fn put<'a>(&'a self, path: &'a str, attempt: u32, patterns: &'static [&'static str]) -> FileFuture<'a>;
}

/// The future of a method of [`Files`].
pub type FileFuture<'a> = Pin<Box<dyn Future<Output = Result<(), BoxError>> + Send + 'a>>;
