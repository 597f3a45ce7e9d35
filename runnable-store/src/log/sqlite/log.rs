//! The run log in a SQLite file.

use super::{file::LogFile, locks::OwnerLocks, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{api::BoxFuture, entries::Failure},
};
use sqlx::{Connection, SqlitePool};
use std::{fmt, sync::Arc};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

/// A run log in a SQLite file, for any number of processes on one host.
///
/// Every process that owns runs locks a file in the directory `<file>.owners` for as long as it lives. The operating system
/// releases the lock when the process ends, however it ends: the end of a process is noticed at once, and a process that was
/// only suspended keeps its runs. If the lock file is missing, because the database was copied while in use, the owner's lease
/// decides. SQLite's write-ahead log and these locks need a local file system: do not put the file on a network share.
///
/// # Examples
///
/// ```
/// use runnable_store::{RunFilter, RunLog, SqliteLog};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let directory = tempfile::tempdir()?;
/// # let path = directory.path().join("runs.db");
/// let log = SqliteLog::open(&path).await?;
/// assert!(log.runs(&RunFilter::new()).await?.is_empty());
/// log.check().await?;
/// # Ok(())
/// # }
/// ```
pub struct SqliteLog {
    pub(super) file: LogFile,
    pub(super) readers: SqlitePool,
    /// The only connection that writes; `None` if the log is closed or read-only.
    pub(super) writer: Mutex<Option<Writer>>,
    pub(super) locks: Arc<OwnerLocks>,
    pub(super) read_only: bool,
}

impl SqliteLog {
    /// Closes the file, after moving the contents of SQLite's write-ahead log into it. Later calls fail.
    ///
    /// # Errors
    /// Returns an error if the write-ahead log cannot be moved. No data is lost then.
    pub async fn close(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock().await.take();
        self.readers.close().await;
        match writer {
            Some(writer) => writer.connection.close().await.map_err(|error| self.file.failed(error)),
            None => Ok(()),
        }
    }

    pub(super) async fn writer(&self) -> Result<MappedMutexGuard<'_, Writer>, StoreError> {
        let writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(_) => self.writer.lock().await,
        };
        MutexGuard::try_map(writer, Option::as_mut).map_err(|_| {
            if self.read_only {
                self.file.error(StoreErrorKind::ReadOnly, "was opened read-only: open it for writing")
            } else {
                self.file.error(StoreErrorKind::Other, "was closed")
            }
        })
    }

    /// Boxes a future, and names the file in its error.
    pub(super) fn boxed<'a, T>(
        &'a self,
        future: impl Future<Output = Result<T, Failure>> + Send + 'a,
    ) -> BoxFuture<'a, T> {
        Box::pin(async move { future.await.map_err(|failure| self.file.failed(failure)) })
    }
}

impl fmt::Debug for SqliteLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteLog").field("path", &self.file.path()).finish_non_exhaustive()
    }
}
