//! Opening and creating a SQLite file.

use super::{
    file::LogFile,
    locks::{CANNOT_LOCK, OwnerLocks},
    log::SqliteLog,
    options::SqliteOptions,
    schema::Schema,
    writer::Writer,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{entries::Failure, migrations::migrations},
};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Row, SqliteConnection,
    migrate::MigrateError,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteSynchronous},
};
use std::{fs, sync::Arc};
use tokio::sync::Mutex;

/// The application id that marks a SQLite file as a run log: `RNBL`.
const APPLICATION_ID: i64 = 0x524e_424c;

/// The number of statements that a connection keeps prepared: one for each number of rows, and the rest.
const CACHED_STATEMENTS: usize = 160;

const MIGRATIONS: &[(&str, &str)] = &[
    ("run log", include_str!("../../../migrations/sqlite/0001_run_log.sql")),
    ("epoch", include_str!("../../../migrations/sqlite/0002_epoch.sql")),
    ("lists", include_str!("../../../migrations/sqlite/0003_lists.sql")),
];

pub(super) async fn open(options: &SqliteOptions, file: LogFile) -> Result<SqliteLog, StoreError> {
    file.refuse_hard_links()?;
    let (writer, schema) = if options.read_only {
        (None, verify(options, &file).await?)
    } else {
        (Some(prepare(options, &file).await?), Schema::CURRENT)
    };
    let connect = connect_options(options).read_only(options.read_only);
    let readers = SqlitePoolOptions::new().max_connections(options.readers).connect_with(connect).await;
    let readers = readers.map_err(|error| file.failed(error))?;
    let (locks, read_only) = (Arc::new(OwnerLocks::new(&file)), options.read_only);
    let log = SqliteLog { file, readers, writer: Mutex::new(writer), locks, read_only, schema };
    if !read_only {
        match log.interrupt_expired().await.map_err(|failure| log.file.failed(failure)) {
            // Another process may be frozen in a write. A later call marks the runs.
            Err(error) if error.kind() != StoreErrorKind::Busy => return Err(error),
            _ => {}
        }
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

/// Returns the connection that writes, after creating or migrating the database.
async fn prepare(options: &SqliteOptions, file: &LogFile) -> Result<Writer, StoreError> {
    let (log, path) = (file.clone(), options.path.clone());
    let lock = in_thread(file, move || {
        let directory = path.parent().filter(|directory| !directory.as_os_str().is_empty());
        directory.map_or(Ok(()), fs::create_dir_all).map_err(|error| log.io("cannot be created", error))?;
        OwnerLocks::new(&log).schema().map_err(|error| log.io(CANNOT_LOCK, error))
    });
    let lock = lock.await?;
    let failed = |error| file.failed(Failure::Driver(error));
    let connection = connect_options(options).create_if_missing(true).connect().await.map_err(failed)?;
    let mut writer = Writer::new(connection, options.busy_timeout);
    recognise(&mut writer.connection, file, true).await?;
    if !is_current(&mut writer.connection).await.map_err(failed)? {
        // Processes that open a new file at the same time would get in each other's way.
        let log = file.clone();
        let lock =
            in_thread(file, move || OwnerLocks::lock_schema(lock).map_err(|error| log.io(CANNOT_LOCK, error))).await?;
        migrate(&mut writer.connection, file).await?;
        writer.checkpoint().await.map_err(failed)?;
        drop(lock);
    }
    Ok(writer)
}

async fn in_thread<T: Send + 'static>(
    file: &LogFile,
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| file.error(StoreErrorKind::Other, "cannot be opened").with_source(error))?
}

/// Returns whether the database has the schema of this version. Takes no lock, so a process that is frozen in a write does not
/// keep others from opening the file.
async fn is_current(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *connection).await?;
    let table = "SELECT count(*) FROM sqlite_schema WHERE name = '_sqlx_migrations'";
    let table: i64 = sqlx::query_scalar(table).fetch_one(&mut *connection).await?;
    if mode != "wal" || table == 0 {
        return Ok(false);
    }
    let applied = "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version";
    let applied: Vec<(i64, Vec<u8>)> = sqlx::query_as(applied).fetch_all(connection).await?;
    let migrations = migrations(MIGRATIONS);
    let ours = migrations.iter().map(|ours| (ours.version, &*ours.checksum));
    Ok(ours.eq(applied.iter().map(|(version, checksum)| (*version, &**checksum))))
}

/// Creates or migrates the database in one transaction, so that it has the whole schema or none.
async fn migrate(connection: &mut SqliteConnection, file: &LogFile) -> Result<(), StoreError> {
    let failed = |error| file.failed(Failure::Driver(error));
    sqlx::query("PRAGMA journal_mode = WAL").execute(&mut *connection).await.map_err(failed)?;
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    let mark = AssertSqlSafe(format!("PRAGMA application_id = {APPLICATION_ID}"));
    sqlx::query(mark).execute(&mut *transaction).await.map_err(failed)?;
    migrations(MIGRATIONS).run_direct(None, &mut *transaction, false).await.map_err(|error| refused(file, error))?;
    transaction.commit().await.map_err(failed)
}

/// Checks that the file is a run log of this version or an earlier version, without writing.
async fn verify(options: &SqliteOptions, file: &LogFile) -> Result<Schema, StoreError> {
    let failed = |error| file.failed(Failure::Driver(error));
    let mut connection = connect_options(options).read_only(true).connect().await.map_err(failed)?;
    recognise(&mut connection, file, false).await?;
    let version = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations");
    let version: i64 = version.fetch_one(&mut connection).await.map_err(failed)?;
    connection.close().await.map_err(failed)?;
    Schema::of_version(version).ok_or_else(|| refused(file, MigrateError::VersionMissing(version)))
}

/// Refuses the database of another program. A new database is empty, and only accepted if it is going to be written.
async fn recognise(connection: &mut SqliteConnection, file: &LogFile, writes: bool) -> Result<(), StoreError> {
    let failed = |error| file.failed(Failure::Driver(error));
    let row =
        sqlx::query("SELECT (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)");
    let row = row.fetch_one(&mut *connection).await.map_err(failed)?;
    let (application, tables): (i64, i64) = (row.try_get(0).map_err(failed)?, row.try_get(1).map_err(failed)?);
    if application == APPLICATION_ID || (application == 0 && tables == 0 && writes) {
        return Ok(());
    }
    Err(file.error(StoreErrorKind::Corrupt, "is the database of another program: choose another file"))
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
