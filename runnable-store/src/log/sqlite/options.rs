//! The options of a SQLite file.

use super::{file::LogFile, log::SqliteLog, open};
use crate::{
    error::StoreError,
    log::{api::BoxFuture, clock::undisturbed},
};
use std::{
    path::{Path, PathBuf},
    time::Duration,
};

/// The options of a SQLite file: [`SqliteLog::options`].
///
/// # Examples
/// ```no_run
/// use runnable_store::SqliteLog;
/// use std::time::Duration;
///
/// # async fn example() -> Result<(), runnable_store::StoreError> {
/// let log = SqliteLog::options("runs.db").synced(true).busy_timeout(Duration::from_secs(5)).open().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct SqliteOptions {
    pub(super) path: PathBuf,
    pub(super) synced: bool,
    pub(super) read_only: bool,
    pub(super) busy_timeout: Duration,
    pub(super) readers: u32,
    pub(super) max_pages: Option<u32>,
    /// True if the file has no write-ahead log before it is read.
    pub(super) at_rest: bool,
    /// True if nothing changes the file while it is read.
    pub(super) immutable: bool,
}

impl SqliteLog {
    /// Opens a file with the default options.
    ///
    /// # Errors
    /// Returns the errors of [`SqliteOptions::open`].
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::options(path).open().await
    }

    /// Returns the default options for a file.
    pub fn options(path: impl AsRef<Path>) -> SqliteOptions {
        SqliteOptions {
            path: path.as_ref().to_owned(),
            synced: false,
            read_only: false,
            busy_timeout: Duration::from_secs(30),
            readers: 4,
            max_pages: None,
            at_rest: false,
            immutable: false,
        }
    }
}

impl SqliteOptions {
    /// Sets whether each write waits until the disk holds the data (SQLite's `synchronous = FULL`).
    ///
    /// The default is `false` (`NORMAL`): data survives the death of the process, but a crash of the operating system or a
    /// power failure may lose the last writes. Neither damages the file.
    pub fn synced(mut self, synced: bool) -> Self {
        self.synced = synced;
        self
    }

    /// Sets whether the file is only read. Nothing is created then, and a running run whose owner's lease has expired is read as
    /// interrupted. The default is `false`.
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Sets the time for which a write waits for writes of other processes, before it fails with the kind
    /// [`Busy`](crate::StoreErrorKind::Busy). The default is 30 seconds.
    pub fn busy_timeout(mut self, timeout: Duration) -> Self {
        self.busy_timeout = timeout;
        self
    }

    /// Sets the maximum number of concurrent reads, at least 1. The default is 4.
    pub fn readers(mut self, readers: u32) -> Self {
        self.readers = readers.max(1);
        self
    }

    /// Sets the maximum size of the file in pages of 4096 bytes, beyond which writes fail with the kind
    /// [`Full`](crate::StoreErrorKind::Full). The size is not limited by default.
    pub fn max_pages(mut self, pages: u32) -> Self {
        self.max_pages = Some(pages);
        self
    }

    /// Opens the file, and creates the file and its directories if they are missing. Marks the runs of dead processes as
    /// interrupted.
    ///
    /// # Errors
    /// Returns an error of the kind `Corrupt` if the file is not a run log, `Changed` if another version of this crate wrote the
    /// file, `Invalid` if the file has several hard links, `ReadOnly` or `Full` if the file cannot be written, and `NotFound` if the
    /// file is only read and does not exist.
    pub async fn open(mut self) -> Result<SqliteLog, StoreError> {
        let file = LogFile(self.path.clone());
        // A boxed future hides sqlx's lifetimes, which would keep the futures of callers from being `Send`.
        let opening: BoxFuture<'_, SqliteLog> = Box::pin(undisturbed(open::open(&mut self, file)));
        opening.await
    }
}
