//! From the errors of files and of object stores to ours.

use crate::{StoreError, StoreErrorKind};
use std::{error::Error as StdError, io, io::ErrorKind as Io};

/// A failure of a file, with what was being done.
pub(super) fn of_file(doing: impl Into<String>, error: io::Error) -> StoreError {
    StoreError::new(kind(&error), doing).because(error)
}

/// A failure of an object store, with what was being done.
pub(super) fn of_store(doing: impl Into<String>, error: object_store::Error) -> StoreError {
    let kind = match (&error, cause(&error)) {
        (object_store::Error::NotFound { .. }, _) => StoreErrorKind::NotFound,
        (object_store::Error::PermissionDenied { .. }, _) => StoreErrorKind::ReadOnly,
        (_, Some(cause)) => kind(cause),
        _ => StoreErrorKind::Other,
    };
    StoreError::new(kind, doing).because(error)
}

/// The failure of the file below, if there is one.
fn cause(error: &object_store::Error) -> Option<&io::Error> {
    let mut next = StdError::source(error);
    while let Some(error) = next {
        if let Some(error) = error.downcast_ref() {
            return Some(error);
        }
        next = error.source();
    }
    None
}

fn kind(error: &io::Error) -> StoreErrorKind {
    match error.kind() {
        Io::NotFound => StoreErrorKind::NotFound,
        Io::StorageFull | Io::QuotaExceeded | Io::FileTooLarge => StoreErrorKind::Full,
        Io::ReadOnlyFilesystem | Io::PermissionDenied => StoreErrorKind::ReadOnly,
        Io::NotADirectory | Io::IsADirectory | Io::InvalidFilename => StoreErrorKind::Invalid,
        _ => StoreErrorKind::Other,
    }
}

/// Runs `work` on a thread that may wait.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => Err(StoreError::new(StoreErrorKind::Other, "a thread of the catalog ended early").because(error)),
    }
}
