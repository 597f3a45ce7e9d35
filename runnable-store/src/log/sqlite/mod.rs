//! A run log in a SQLite file.

mod append;
mod failure;
mod keep;
mod lease;
mod open;
mod owners;
mod read;

pub use open::SqliteOptions;

use crate::{
    ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunFilter, RunLog, RunRecord, StepRecord, StoreError,
    StoreErrorKind, Writes, log::entries::rows,
};
use append::Writer;
use failure::Place;
use owners::Owners;
use sqlx::{Connection, SqlitePool};
use std::{fmt, path::Path, sync::Arc, time::Duration};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

/// A run log in a SQLite file: embedded, for one host, for any number of its processes.
///
/// Beside the file is a directory, `<file>.owners`: every process that runs runs holds the lock of a file there for as long as it
/// lives, and the system lets it go the moment the process ends, however it ends. So a dead process is known at once, and one that was only
/// asleep keeps its runs. Where such a file is missing (the database was copied while in use), the owner's lease decides. SQLite's
/// write-ahead log and these locks need a file system of the host itself: do not share the file over a network.
///
/// # Examples
///
/// ```
/// use runnable_store::{RunLog, RunFilter, SqliteLog};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let directory = tempfile::tempdir()?;
/// # let path = directory.path().join("runs.db");
/// let log = SqliteLog::open(&path).await?;
/// assert!(log.runs(&RunFilter { limit: 10, ..RunFilter::default() }).await?.is_empty());
/// log.check().await?;
/// # Ok(())
/// # }
/// ```
pub struct SqliteLog {
    place: Place,
    readers: SqlitePool,
    writer: Mutex<Option<Writer>>,
    owners: Arc<Owners>,
    writes: bool,
}

impl SqliteLog {
    /// Opens a file with the default options; see [`SqliteOptions::open`].
    ///
    /// # Errors
    /// Those of [`SqliteOptions::open`].
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::options(path).open().await
    }

    /// How to open a file.
    pub fn options(path: impl AsRef<Path>) -> SqliteOptions {
        SqliteOptions::new(path.as_ref())
    }

    /// Closes the file: what was written is moved out of SQLite's write-ahead log. Calls after it fail.
    ///
    /// # Errors
    /// Where that fails; nothing is lost.
    pub async fn close(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock().await.take();
        self.readers.close().await;
        match writer {
            Some(writer) => writer.connection.close().await.map_err(|error| self.place.failed(error)),
            None => Ok(()),
        }
    }

    async fn writer(&self) -> Result<MappedMutexGuard<'_, Writer>, StoreError> {
        let writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(_) => self.writer.lock().await,
        };
        MutexGuard::try_map(writer, Option::as_mut).map_err(|_| {
            if self.writes {
                self.place.error(StoreErrorKind::Other, "was closed")
            } else {
                self.place.error(StoreErrorKind::ReadOnly, "was opened only to look: open it to write")
            }
        })
    }
}

impl fmt::Debug for SqliteLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqliteLog").field("path", &self.place.path()).finish_non_exhaustive()
    }
}

impl RunLog for SqliteLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        Box::pin(self.create_run(run, owner))
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        Box::pin(self.claim_run(run, owner))
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        Box::pin(self.lease(owner, lease))
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        Box::pin(self.bury_dead())
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        Box::pin(async move { self.writer().await?.append(&self.place, writes).await })
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        Box::pin(async move { self.find_run(run).await.map_err(|error| error.at(&self.place)) })
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        Box::pin(async move { self.find_runs(filter).await.map_err(|error| error.at(&self.place)) })
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        Box::pin(async move {
            let body = sqlx::query_scalar("SELECT body FROM definitions WHERE hash = ?").bind(hash);
            rows::optional(body.fetch_optional(&self.readers).await.map_err(|error| self.place.failed(error))?)
        })
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        Box::pin(async move { self.find_steps(run).await.map_err(|error| error.at(&self.place)) })
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        Box::pin(async move { self.find_events(run, after, limit).await.map_err(|error| error.at(&self.place)) })
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        Box::pin(async move { self.find_artifacts(run).await.map_err(|error| error.at(&self.place)) })
    }

    fn compact(&self, before: i64) -> BoxFuture<'_, u64> {
        Box::pin(async move { self.pack(before).await.map_err(|error| error.at(&self.place)) })
    }

    fn prune(&self, before: i64) -> BoxFuture<'_, Vec<String>> {
        Box::pin(async move { self.delete(before).await.map_err(|error| error.at(&self.place)) })
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        Box::pin(async move { self.examine().await.map_err(|error| error.at(&self.place)) })
    }
}
