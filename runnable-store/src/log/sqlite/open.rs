//! Opening a SQLite file.

use super::{SqliteLog, append::Writer, failure::Place, owners::Owners};
use crate::{BoxFuture, StoreError, StoreErrorKind};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Row, SqlSafeStr, SqliteConnection,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};
use tokio::sync::Mutex;

/// What marks a SQLite file as a run log: `RNBL`.
const APPLICATION: i64 = 0x524e_424c;

/// How a SQLite file is opened: [`SqliteLog::options`].
#[derive(Debug, Clone)]
#[must_use]
pub struct SqliteOptions {
    path: PathBuf,
    synced: bool,
    read_only: bool,
    busy: Duration,
    readers: u32,
    max_pages: Option<u32>,
}

impl SqliteOptions {
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            synced: false,
            read_only: false,
            busy: Duration::from_secs(30),
            readers: 4,
            max_pages: None,
        }
    }

    /// Whether each write waits until the disk holds it (`synchronous = FULL`). Without it (the default, `NORMAL`) what was written
    /// survives the death of the process; a crash of the system or a cut of its power may take the last writes, and damages nothing.
    pub fn synced(mut self, synced: bool) -> Self {
        self.synced = synced;
        self
    }

    /// Opens it only to look; nothing is created.
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// How long a write waits for those of other processes before it fails as [`Busy`](StoreErrorKind::Busy). The default is 30 s.
    pub fn busy_timeout(mut self, timeout: Duration) -> Self {
        self.busy = timeout;
        self
    }

    /// How many reads go on at once, from 1. The default is 4.
    pub fn readers(mut self, readers: u32) -> Self {
        self.readers = readers.max(1);
        self
    }

    /// How many pages of 4096 bytes the file may have; then writes fail as [`Full`](StoreErrorKind::Full). The default is no limit.
    pub fn max_pages(mut self, pages: u32) -> Self {
        self.max_pages = Some(pages);
        self
    }

    /// Opens the file; it and its directories are created where there are none. Runs of dead processes are marked as interrupted.
    ///
    /// # Errors
    /// `Corrupt` where it is not a run log, `ReadOnly`, `Full`; `Changed` where a newer version of this crate wrote it.
    pub async fn open(self) -> Result<SqliteLog, StoreError> {
        // As a box it is `Send` wherever it is awaited.
        let opening: BoxFuture<'_, SqliteLog> = Box::pin(self.opening());
        opening.await
    }

    async fn opening(&self) -> Result<SqliteLog, StoreError> {
        let place = Place(self.path.clone());
        let owners = Owners::of(&place);
        let writer = if self.read_only {
            self.look(&place).await?;
            None
        } else {
            Some(self.prepare(&place).await?)
        };
        let options = self.connect().read_only(self.read_only);
        let readers = SqlitePoolOptions::new()
            .max_connections(self.readers)
            .connect_with(options)
            .await
            .map_err(|error| place.failed(error))?;
        let log =
            SqliteLog { place, readers, writer: Mutex::new(writer), owners: Arc::new(owners), writes: !self.read_only };
        if log.writes {
            log.bury_dead().await?;
        }
        Ok(log)
    }

    fn connect(&self) -> SqliteConnectOptions {
        let synchronous = if self.synced { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
        let options = SqliteConnectOptions::new()
            .filename(&self.path)
            .foreign_keys(true)
            .synchronous(synchronous)
            .busy_timeout(self.busy)
            .statement_cache_capacity(160)
            .disable_statement_logging();
        self.max_pages.map_or(options.clone(), |pages| options.pragma("max_page_count", pages.to_string()))
    }

    /// The connection that writes, of a file that is a run log of this version. One process at a time does this.
    async fn prepare(&self, place: &Place) -> Result<Writer, StoreError> {
        let (of, path) = (place.clone(), self.path.clone());
        let alone = tokio::task::spawn_blocking(move || {
            if let Some(directory) = path.parent().filter(|directory| !directory.as_os_str().is_empty()) {
                fs::create_dir_all(directory).map_err(|error| of.io("cannot be created", error))?;
            }
            Owners::of(&of).alone().map_err(|error| of.io("cannot lock a file beside it", error))
        });
        let alone =
            alone.await.map_err(|error| place.error(StoreErrorKind::Other, "cannot be opened").because(error))??;
        let failed = |error| place.failed(error);
        let mut connection = self.connect().create_if_missing(true).connect().await.map_err(failed)?;
        recognise(&mut connection, place, true).await?;
        sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await.map_err(failed)?;
        migrations().run_direct(None, &mut connection, false).await.map_err(|error| refused(place, error))?;
        drop(alone);
        Ok(Writer::new(connection))
    }

    /// Looks whether the file can be read as a run log of this version.
    async fn look(&self, place: &Place) -> Result<(), StoreError> {
        let failed = |error| place.failed(error);
        let mut connection = self.connect().read_only(true).connect().await.map_err(failed)?;
        recognise(&mut connection, place, false).await?;
        let version = sqlx::query("SELECT max(version) FROM _sqlx_migrations")
            .fetch_one(&mut connection)
            .await
            .map_err(failed)?;
        let version: i64 = version.try_get(0).map_err(failed)?;
        let known = migrations().iter().map(|migration| migration.version).max().unwrap_or(0);
        match version.cmp(&known) {
            std::cmp::Ordering::Greater => Err(refused(place, MigrateError::VersionMissing(version))),
            std::cmp::Ordering::Less => {
                Err(place
                    .error(StoreErrorKind::ReadOnly, "is of an older version: open it once to write, which renews it"))
            }
            std::cmp::Ordering::Equal => connection.close().await.map_err(failed),
        }
    }
}

/// Refuses a database that is another program's; a new one is marked.
async fn recognise(connection: &mut SqliteConnection, place: &Place, mark: bool) -> Result<(), StoreError> {
    let failed = |error| place.failed(error);
    let row =
        sqlx::query("SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)");
    let row = row.fetch_one(&mut *connection).await.map_err(failed)?;
    let (application, tables): (i64, i64) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
    if application == APPLICATION {
        return Ok(());
    }
    if application != 0 || tables != 0 || !mark {
        return Err(place.error(StoreErrorKind::Corrupt, "is a database of another program: choose another file"));
    }
    let mark = AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION}"));
    sqlx::query(mark).execute(connection).await.map_err(failed)?;
    Ok(())
}

fn migrations() -> Migrator {
    let run_log = include_str!("../../../migrations/sqlite/0001_run_log.sql");
    let run_log = Migration::new(1, "run log".into(), MigrationType::Simple, run_log.into_sql_str(), false);
    Migrator::with_migrations(vec![run_log])
}

fn refused(place: &Place, error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) => place
            .error(
                StoreErrorKind::Changed,
                "was written by another version of `runnable-store`: use that one, or another file",
            )
            .because(error),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => place.failed(error),
        other => place.error(StoreErrorKind::Other, "cannot be prepared").because(other),
    }
}
