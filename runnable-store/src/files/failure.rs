//! Converts the errors of files and of object stores.

use crate::error::{StoreError, StoreErrorKind};
use std::{error::Error as StdError, io, io::ErrorKind as Io};

/// Returns the error for a failed operation on a file.
pub(super) fn of_file(operation: impl Into<String>, error: io::Error) -> StoreError {
    StoreError::new(kind(&error), operation).with_source(error)
}

/// Returns the error for a failed operation on an object store.
pub(super) fn of_store(operation: impl Into<String>, error: object_store::Error) -> StoreError {
    let kind = match (&error, io_cause(&error)) {
        (object_store::Error::NotFound { .. }, _) => StoreErrorKind::NotFound,
        (object_store::Error::PermissionDenied { .. }, _) => StoreErrorKind::ReadOnly,
        (_, Some(cause)) => kind(cause),
        _ => StoreErrorKind::Other,
    };
    StoreError::new(kind, operation).with_source(error)
}

/// Returns the I/O error among the causes.
fn io_cause(error: &object_store::Error) -> Option<&io::Error> {
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
        Io::ConnectionRefused
        | Io::ConnectionReset
        | Io::ConnectionAborted
        | Io::HostUnreachable
        | Io::NetworkUnreachable
        | Io::TimedOut => StoreErrorKind::Unreachable,
        _ => StoreErrorKind::Other,
    }
}

/// Runs `work` on a thread that may block.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) => {
            let message = "a blocking task of the catalog panicked or was aborted";
            Err(StoreError::new(StoreErrorKind::Other, message).with_source(error))
        }
    }
}
