//! Opening the run log at a location.

use super::{run_log_url::RunLogUrl, view::ViewLog};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{api::RunLog, memory::MemoryLog},
    secrets::Redactor,
};
use std::{sync::Arc, time::Duration};

/// The options of a run log at a location: [`RunLogUrl::options`].
///
/// # Examples
/// ```
/// use runnable_store::{RunFilter, RunLog, RunLogUrl};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let url: RunLogUrl = "memory:".parse()?;
/// let log = url.options().open().await?;
/// assert!(log.list(&RunFilter::new()).await?.is_empty());
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct RunLogOptions {
    url: RunLogUrl,
    synced: bool,
    patience: Duration,
}

impl RunLogUrl {
    /// Returns the default options for the run log at this location.
    pub fn options(&self) -> RunLogOptions {
        RunLogOptions { url: self.clone(), synced: false, patience: Duration::from_mins(1) }
    }
}

impl RunLogOptions {
    /// Sets whether each write to a SQLite file waits until the disk holds the data. The default is `false`.
    pub fn synced(mut self, synced: bool) -> Self {
        self.synced = synced;
        self
    }

    /// Sets the time for which operations wait for a server that cannot be reached and, if the log is only read, for a file that
    /// another process has locked. The default is one minute.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Opens the run log for writing. The file or the tables are created if they are missing, and migrated if an earlier version
    /// of this crate wrote them. The runs of dead processes are marked as interrupted.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the location is `none`, or this program was compiled without the kind of the
    /// log, and the errors of the log, such as [`Unreachable`](StoreErrorKind::Unreachable).
    pub async fn open(self) -> Result<Arc<dyn RunLog>, StoreError> {
        match &self.url {
            RunLogUrl::None => Err(nothing()),
            RunLogUrl::Memory => Ok(Arc::new(MemoryLog::new())),
            #[cfg(feature = "sqlite")]
            RunLogUrl::Sqlite(path) => Ok(Arc::new(crate::SqliteLog::options(path).synced(self.synced).open().await?)),
            #[cfg(feature = "postgres")]
            RunLogUrl::Postgres(url) => {
                Ok(Arc::new(crate::PostgresLog::options(url.as_str()).patience(self.patience).open().await?))
            }
            #[cfg(not(all(feature = "sqlite", feature = "postgres")))]
            url => Err(not_compiled(url)),
        }
    }

    /// Opens the run log to read it alone, as a tool does that looks at the runs of other programs. In its records `***` stands
    /// for the values of secrets. Nothing is created, migrated or changed; a log that an earlier version of this crate wrote is
    /// read as it is.
    ///
    /// # Errors
    /// Returns an error of the kind `NotFound` if the log does not exist, `Changed` if a later version of this crate wrote it,
    /// `Busy` if another process has locked the file, `Corrupt` if it is not a run log, and `Invalid` if the location has no log
    /// that another process could read.
    pub async fn open_read_only(self) -> Result<Arc<dyn RunLog>, StoreError> {
        let log = self.reader().await?;
        Ok(Arc::new(ViewLog::new(log, Redactor::new())))
    }

    async fn reader(self) -> Result<Arc<dyn RunLog>, StoreError> {
        match &self.url {
            RunLogUrl::None => Err(nothing()),
            RunLogUrl::Memory => Err(in_memory()),
            #[cfg(feature = "sqlite")]
            RunLogUrl::Sqlite(path) => {
                let options = crate::SqliteLog::options(path).read_only(true).busy_timeout(self.patience);
                Ok(Arc::new(options.open().await?))
            }
            #[cfg(feature = "postgres")]
            RunLogUrl::Postgres(url) => {
                let options = crate::PostgresLog::options(url.as_str()).read_only(true).patience(self.patience);
                Ok(Arc::new(options.open().await?))
            }
            #[cfg(not(all(feature = "sqlite", feature = "postgres")))]
            url => Err(not_compiled(url)),
        }
    }
}

fn nothing() -> StoreError {
    let message = "the location `none` has no runs\nhelp: write the location of a run log, such as `sqlite:runs.db` or \
                   `postgres://user@host/database`";
    StoreError::new(StoreErrorKind::Invalid, message)
}

fn in_memory() -> StoreError {
    let message = "the location `memory:` is the memory of a single process, which no other process reads\nhelp: record runs in \
                   `sqlite:runs.db`, or ask the service of that process";
    StoreError::new(StoreErrorKind::Invalid, message)
}

#[cfg(not(all(feature = "sqlite", feature = "postgres")))]
fn not_compiled(url: &RunLogUrl) -> StoreError {
    let feature = if matches!(url, RunLogUrl::Sqlite(_)) { "sqlite" } else { "postgres" };
    let message = format!(
        "this program was compiled without run logs as at `{url}`\nhelp: enable the feature `{feature}` of `runnable-store` or \
         `runnable`"
    );
    StoreError::new(StoreErrorKind::Invalid, message)
}
