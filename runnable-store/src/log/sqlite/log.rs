//! The run log in a SQLite file.

use super::{file::LogFile, locks::OwnerLocks, schema::Schema, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{api::BoxFuture, clock::undisturbed, entries::Failure},
};
use sqlx::{Connection, SqlitePool};
use std::{
    fmt,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake, Waker},
    thread::{self, Thread},
};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

/// A run log in a SQLite file, for any number of processes on one host.
///
/// A process that owns runs holds a lease, and locks a file in the directory `<file>.owners`. The operating system releases the
/// lock when the process ends, however it ends, so the end of a process is noticed at once. The runs of a process that is
/// suspended for longer than its lease can be claimed; if they were, later writes of that process are refused. This does not
/// depend on the lock files: each transaction checks the [epoch](crate::RunRecord::epoch) of its runs.
///
/// SQLite's write-ahead log needs a local file system: do not put the file on a network share. A file with several hard links is
/// refused, because SQLite would keep a write-ahead log for each name, and damage the file.
///
/// Closing or dropping the log, and ending a lease, move the write-ahead log into the file. A copy of the file alone is complete
/// then, if no other process writes.
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
    pub(super) schema: Schema,
}

impl SqliteLog {
    /// Closes the file, after moving the contents of SQLite's write-ahead log into it. Later calls fail.
    ///
    /// # Errors
    /// Returns an error if the write-ahead log cannot be moved. No data is lost then.
    pub async fn close(&self) -> Result<(), StoreError> {
        let closing: BoxFuture<'_, ()> = self.boxed(async {
            let writer = self.writer.lock().await.take();
            self.readers.close().await;
            self.locks.release_all();
            match writer {
                Some(writer) => Ok(close(writer).await?),
                None => Ok(()),
            }
        });
        closing.await
    }

    pub(super) async fn writer(&self) -> Result<MappedMutexGuard<'_, Writer>, StoreError> {
        let writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(_) => self.writer.lock().await,
        };
        let mut writer = MutexGuard::try_map(writer, Option::as_mut).map_err(|_| {
            if self.read_only {
                self.file.error(StoreErrorKind::ReadOnly, "was opened read-only: open it for writing")
            } else {
                self.file.error(StoreErrorKind::Other, "was closed")
            }
        })?;
        writer.wait_as_usual().await.map_err(|error| self.file.failed(error))?;
        Ok(writer)
    }

    /// Boxes a future, and names the file in its error.
    pub(super) fn boxed<'a, T>(
        &'a self,
        future: impl Future<Output = Result<T, Failure>> + Send + 'a,
    ) -> BoxFuture<'a, T> {
        Box::pin(async move { undisturbed(future).await.map_err(|failure| self.file.failed(failure)) })
    }
}

async fn close(mut writer: Writer) -> Result<(), sqlx::Error> {
    let checkpoint = writer.checkpoint().await;
    writer.connection.close().await?;
    checkpoint
}

/// Checkpoints, as [`close`](SqliteLog::close) does. SQLite has a thread of its own, so this works when the runtime is gone.
impl Drop for SqliteLog {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.get_mut().take() {
            // Nobody is left to see an error. If the checkpoint fails, the write-ahead log stays where it is.
            let _ = block_on(close(writer));
        }
    }
}

/// Waits for a future that needs no runtime.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);

    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }

    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return output;
        }
        thread::park();
    }
}

impl fmt::Debug for SqliteLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteLog").field("path", &self.file.path()).finish_non_exhaustive()
    }
}
