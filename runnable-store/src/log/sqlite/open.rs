//! Opening and creating a SQLite file.

use super::{file::LogFile, locks::OwnerLocks, log::SqliteLog, options::SqliteOptions, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::entries::Failure,
};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Row, SqlSafeStr, SqliteConnection,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous},
};
use std::{cmp::Ordering, fs, sync::Arc};
use tokio::sync::Mutex;

/// The application id that marks a SQLite file as a run log: `RNBL`.
const APPLICATION_ID: i64 = 0x524e_424c;

/// The number of statements that a connection keeps prepared: one for each number of rows, and the rest.
const CACHED_STATEMENTS: usize = 160;

pub(super) async fn open(options: &SqliteOptions, file: LogFile) -> Result<SqliteLog, StoreError> {
    let writer = if options.read_only {
        verify(options, &file).await?;
        None
    } else {
        Some(prepare(options, &file).await?)
    };
    let connect = connect_options(options).read_only(options.read_only);
    let readers = SqlitePoolOptions::new().max_connections(options.readers).connect_with(connect).await;
    let readers = readers.map_err(|error| file.failed(error))?;
    let (locks, read_only) = (Arc::new(OwnerLocks::new(&file)), options.read_only);
    let log = SqliteLog { file, readers, writer: Mutex::new(writer), locks, read_only };
    if !read_only {
        log.interrupt_expired().await.map_err(|failure| log.file.failed(failure))?;
    }
    Ok(log)
}

fn connect_options(options: &SqliteOptions) -> SqliteConnectOptions {
    let synchronous = if options.synced { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
    let connect = SqliteConnectOptions::new()
        .filename(&options.path)
        .foreign_keys(true)
        .synchronous(synchronous)
        .busy_timeout(options.busy_timeout)
        .statement_cache_capacity(CACHED_STATEMENTS)
        .disable_statement_logging();
    match options.max_pages {
        Some(pages) => connect.pragma("max_page_count", pages.to_string()),
        None => connect,
    }
}

/// Returns the connection that writes, after creating or migrating the database. One process at a time does this.
async fn prepare(options: &SqliteOptions, file: &LogFile) -> Result<Writer, StoreError> {
    let (log, path) = (file.clone(), options.path.clone());
    let lock = tokio::task::spawn_blocking(move || {
        if let Some(directory) = path.parent().filter(|directory| !directory.as_os_str().is_empty()) {
            fs::create_dir_all(directory).map_err(|error| log.io("cannot be created", error))?;
        }
        OwnerLocks::new(&log).lock_schema().map_err(|error| log.io("cannot lock a file beside it", error))
    });
    let lock =
        lock.await.map_err(|error| file.error(StoreErrorKind::Other, "cannot be opened").with_source(error))??;
    let failed = |error| file.failed(Failure::Driver(error));
    let mut connection = connect_options(options).create_if_missing(true).connect().await.map_err(failed)?;
    recognise(&mut connection, file, true).await?;
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut connection).await.map_err(failed)?;
    migrations().run_direct(None, &mut connection, false).await.map_err(|error| refused(file, error))?;
    drop(lock);
    Ok(Writer::new(connection))
}

/// Checks that the file is a run log of this version, without writing.
async fn verify(options: &SqliteOptions, file: &LogFile) -> Result<(), StoreError> {
    let failed = |error| file.failed(Failure::Driver(error));
    let mut connection = connect_options(options).read_only(true).connect().await.map_err(failed)?;
    recognise(&mut connection, file, false).await?;
    let version = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations");
    let version: i64 = version.fetch_one(&mut connection).await.map_err(failed)?;
    let current = migrations().iter().map(|migration| migration.version).max().unwrap_or(0);
    match version.cmp(&current) {
        Ordering::Greater => Err(refused(file, MigrateError::VersionMissing(version))),
        Ordering::Less => {
            let problem = "has the schema of an older version: open it once for writing, which migrates it";
            Err(file.error(StoreErrorKind::ReadOnly, problem))
        }
        Ordering::Equal => connection.close().await.map_err(failed),
    }
}

/// Refuses the database of another program, and marks a new database.
async fn recognise(connection: &mut SqliteConnection, file: &LogFile, mark: bool) -> Result<(), StoreError> {
    let failed = |error| file.failed(Failure::Driver(error));
    let row =
        sqlx::query("SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)");
    let row = row.fetch_one(&mut *connection).await.map_err(failed)?;
    let (application, tables): (i64, i64) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
    if application == APPLICATION_ID {
        return Ok(());
    }
    if application != 0 || tables != 0 || !mark {
        return Err(file.error(StoreErrorKind::Corrupt, "is the database of another program: choose another file"));
    }
    let mark = AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}"));
    sqlx::query(mark).execute(connection).await.map_err(failed)?;
    Ok(())
}

fn migrations() -> Migrator {
    let run_log = include_str!("../../../migrations/sqlite/0001_run_log.sql");
    let run_log = Migration::new(1, "run log".into(), MigrationType::Simple, run_log.into_sql_str(), false);
    Migrator::with_migrations(vec![run_log])
}

fn refused(file: &LogFile, error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) => {
            let problem = "was written by another version of `runnable-store`: use that version, or another file";
            file.error(StoreErrorKind::Changed, problem).with_source(error)
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => file.failed(error),
        other => file.error(StoreErrorKind::Other, "cannot be migrated").with_source(other),
    }
}
