//! The run log in a PostgreSQL database.

use super::{database::Database, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{api::BoxFuture, clock::undisturbed, entries::Failure},
};
use sqlx::{Connection, PgPool};
use std::fmt;
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

/// A run log in a PostgreSQL database (version 11 or later), for runs on several hosts.
///
/// Besides its lease, an owner of runs holds an advisory lock in the session that writes: if the process or its connection ends,
/// other processes notice at once. If another process has claimed a run by then, later writes of the former owner are refused:
/// each transaction checks the [epoch](crate::RunRecord::epoch) of its runs.
///
/// No process waits for long for a process that is frozen: the server ends a session that stays in a transaction for 5 seconds
/// without a statement, and a statement waits 10 seconds at most for a lock.
///
/// # Examples
///
/// ```no_run
/// # async fn example() -> Result<(), runnable_store::StoreError> {
/// let log = runnable_store::PostgresLog::connect("postgres://app:secret@db.example/runs").await?;
/// # Ok(())
/// # }
/// ```
pub struct PostgresLog {
    pub(super) database: Database,
    pub(super) readers: PgPool,
    /// The only session that writes; `None` if the log is closed.
    pub(super) writer: Mutex<Option<Writer>>,
}

impl PostgresLog {
    /// Closes the connections. Later calls fail.
    ///
    /// # Errors
    /// Returns an error if the session does not end cleanly. No data is lost then.
    pub async fn close(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock().await.take();
        self.readers.close().await;
        match writer {
            Some(writer) => writer.connection.close().await.map_err(|error| self.database.failed(error)),
            None => Ok(()),
        }
    }

    /// Returns the session that writes, after replacing a broken session.
    pub(super) async fn writer(&self) -> Result<MappedMutexGuard<'_, Writer>, StoreError> {
        let guard = self.writer.lock().await;
        let mut writer = MutexGuard::try_map(guard, Option::as_mut)
            .map_err(|_| self.database.error(StoreErrorKind::Other, "was closed"))?;
        writer.repair().await.map_err(|error| self.database.failed(error))?;
        Ok(writer)
    }

    /// Boxes a future, and names the database in its error.
    pub(super) fn boxed<'a, T>(
        &'a self,
        future: impl Future<Output = Result<T, Failure>> + Send + 'a,
    ) -> BoxFuture<'a, T> {
        Box::pin(async move { undisturbed(future).await.map_err(|failure| self.database.failed(failure)) })
    }
}

impl fmt::Debug for PostgresLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresLog").field("database", &self.database).finish_non_exhaustive()
    }
}
