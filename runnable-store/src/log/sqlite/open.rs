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
use std::{fs, io, sync::Arc};
use tokio::sync::Mutex;

/// The application id that marks a SQLite file as a run log: `RNBL`.
const APPLICATION_ID: i64 = 0x524e_424c;

/// The number of statements that a connection keeps prepared: one for each number of rows, and the rest.
const CACHED_STATEMENTS: usize = 160;

const MIGRATIONS: &[(&str, &str)] = &[
    ("run log", include_str!("../../../migrations/sqlite/0001_run_log.sql")),
    ("epoch", include_str!("../../../migrations/sqlite/0002_epoch.sql")),
    ("lists", include_str!("../../../migrations/sqlite/0003_lists.sql")),
    ("graphs", include_str!("../../../migrations/sqlite/0004_graphs.sql")),
];

pub(super) async fn open(options: &mut SqliteOptions, file: LogFile) -> Result<SqliteLog, StoreError> {
    file.refuse_hard_links()?;
    let (writer, schema) = if options.read_only {
        (None, verify(options, &file).await?)
    } else {
        (Some(prepare(options, &file).await?), Schema::CURRENT)
    };
    let connect = if options.read_only { read_options(options) } else { connect_options(options) };
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

/// Returns the options of a connection of a log that is only read.
///
/// A reader needs files beside the file, and only a connection that may write removes them. It does not change the file, because
/// there is nothing in the write-ahead log.
fn read_options(options: &SqliteOptions) -> SqliteConnectOptions {
    let connect = connect_options(options).pragma("query_only", "ON");
    if options.immutable { connect.read_only(true).immutable(true) } else { connect.read_only(!options.at_rest) }
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
async fn verify(options: &mut SqliteOptions, file: &LogFile) -> Result<Schema, StoreError> {
    let failed = |error| file.failed(Failure::Driver(error));
    let found = fs::metadata(&options.path);
    if found.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        let problem = "does not exist\nhelp: check the path; a program creates the file when it records its first run";
        return Err(file.error(StoreErrorKind::NotFound, problem));
    }
    if found.is_ok_and(|found| !found.is_file()) {
        return Err(file.error(StoreErrorKind::Invalid, "is not a file: write the path of the file of a run log"));
    }
    options.at_rest = has_no_wal(options);
    let mut connection = match recognised(options, file).await {
        // SQLite needs files beside the file to read it while others write. A directory that does not allow them has no writers.
        Err(error)
            if matches!(error.kind(), StoreErrorKind::Other | StoreErrorKind::ReadOnly) && has_no_wal(options) =>
        {
            options.immutable = true;
            recognised(options, file).await?
        }
        recognised => recognised?,
    };
    let version = sqlx::query_scalar("SELECT max(version) FROM _sqlx_migrations");
    let version: i64 = version.fetch_one(&mut connection).await.map_err(failed)?;
    connection.close().await.map_err(failed)?;
    Schema::of_version(version).ok_or_else(|| refused(file, MigrateError::VersionMissing(version)))
}

/// Connects to a run log that is only read.
async fn recognised(options: &SqliteOptions, file: &LogFile) -> Result<SqliteConnection, StoreError> {
    let mut connection = read_options(options).connect().await.map_err(|error| file.failed(Failure::Driver(error)))?;
    recognise(&mut connection, file, false).await?;
    Ok(connection)
}

/// Returns whether a file is complete without its write-ahead log.
fn has_no_wal(options: &SqliteOptions) -> bool {
    let mut wal = options.path.clone().into_os_string();
    wal.push("-wal");
    fs::metadata(wal).map_or(true, |wal| wal.len() == 0)
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
