//! Failures of a database.

use crate::error::StoreError;

/// A failure of the database driver, or of the data in a row.
#[derive(Debug)]
pub(crate) enum Failure {
    Driver(sqlx::Error),
    Store(StoreError),
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Driver(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
