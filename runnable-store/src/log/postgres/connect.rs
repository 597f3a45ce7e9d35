//! Connecting to a database, and creating its tables.

use super::{database::Database, log::PostgresLog, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::BoxFuture,
        clock::undisturbed,
        migrations::{APPLIED, are_applied, migrations},
    },
};
use sqlx::{
    ConnectOptions, Connection, Executor, PgConnection,
    migrate::MigrateError,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::str::FromStr;
use tokio::sync::Mutex;

/// The maximum number of concurrent reads.
const READERS: u32 = 4;

const MIGRATIONS: &[(&str, &str)] = &[
    ("run log", include_str!("../../../migrations/postgres/0001_run_log.sql")),
    ("epoch", include_str!("../../../migrations/postgres/0002_epoch.sql")),
];

impl PostgresLog {
    /// Connects to a database, and creates the tables if they are missing. Marks the runs of dead processes as interrupted.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the address is invalid, `Changed` if another version of this crate wrote the
    /// database, and `Other` if the server cannot be reached. No error contains the password.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let invalid = |what: &str| {
            let message = format!(
                "the address of the run log {what}: write `postgres://user@host/database`, and percent-encode the characters \
                 `/`, `@`, `:`, `?`, `#` and `%` in the user name and the password, such as `%40` for `@`"
            );
            StoreError::new(StoreErrorKind::Invalid, message)
        };
        if has_unescaped_user(url) {
            return Err(invalid("is ambiguous"));
        }
        // The parser's error may quote the address, and so the password.
        let options = PgConnectOptions::from_str(url).map_err(|_| invalid("is invalid"))?;
        // A boxed future hides sqlx's lifetimes, which would keep the futures of callers from being `Send`.
        let connecting: BoxFuture<'_, Self> = Box::pin(undisturbed(connect(options)));
        connecting.await
    }
}

/// Returns whether the user name or the password has characters that end them for the parser. It would take the rest for the
/// host or the database, and errors name these.
fn has_unescaped_user(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    // An `@` in an option, such as `?application_name=me@host`, does not end a password.
    let is_option = |options: &str| options.split_once('@').is_none_or(|(option, _)| option.contains('='));
    let address = rest.split_once('?').filter(|(_, options)| is_option(options)).map_or(rest, |(address, _)| address);
    address.rsplit_once('@').is_some_and(|(user, _)| user.contains(['/', '?', '#', '@']))
}

async fn connect(options: PgConnectOptions) -> Result<PostgresLog, StoreError> {
    let database = Database::new(&options);
    let mut writer = Writer::connect(options.clone()).await.map_err(|error| database.failed(error))?;
    migrate(&mut writer.connection, &database).await?;
    let readers =
        PgPoolOptions::new().max_connections(READERS).after_connect(|connection, _| Box::pin(limit(connection)));
    let log = PostgresLog { database, readers: readers.connect_lazy_with(options), writer: Mutex::new(Some(writer)) };
    match log.interrupt_expired().await.map_err(|failure| log.database.failed(failure)) {
        // Another process may be frozen in a transaction. A later call marks the runs.
        Err(error) if error.kind() != StoreErrorKind::Busy => Err(error),
        _ => Ok(log),
    }
}

/// Opens a session.
pub(super) async fn open_session(options: &PgConnectOptions) -> Result<PgConnection, sqlx::Error> {
    let mut connection = options.connect().await?;
    limit(&mut connection).await?;
    Ok(connection)
}

/// Bounds the time for which a frozen process can keep others waiting: the server ends a session that stays in a transaction
/// without a statement, and a statement that waits for a lock gives up, but only after that.
///
/// These are statements, not startup parameters, which connection poolers refuse.
async fn limit(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    connection.execute("SET idle_in_transaction_session_timeout = '5s'; SET lock_timeout = '10s'").await.map(drop)
}

/// Creates or migrates the tables in one transaction, so that the database has all of them or none.
async fn migrate(connection: &mut PgConnection, database: &Database) -> Result<(), StoreError> {
    let failed = |error| database.failed(error);
    if is_current(connection).await.map_err(failed)? {
        return Ok(());
    }
    let mut transaction = connection.begin().await.map_err(failed)?;
    // The lock of sqlx outlives a transaction: a frozen process would keep it.
    let lock = "SELECT pg_advisory_xact_lock(hashtextextended('runnable-store migrations', 0))";
    sqlx::query(lock).execute(&mut *transaction).await.map_err(failed)?;
    let mut migrations = migrations(MIGRATIONS);
    migrations.set_locking(false);
    migrations.run_direct(None, &mut *transaction, false).await.map_err(|error| refused(database, error))?;
    transaction.commit().await.map_err(failed)
}

/// Returns whether the database has the tables of this version. Takes no lock that another process could hold for long.
async fn is_current(connection: &mut PgConnection) -> Result<bool, sqlx::Error> {
    let table = "SELECT to_regclass('_sqlx_migrations') IS NOT NULL";
    if !sqlx::query_scalar::<_, bool>(table).fetch_one(&mut *connection).await? {
        return Ok(false);
    }
    let applied: Vec<(i64, Vec<u8>)> = sqlx::query_as(APPLIED).fetch_all(connection).await?;
    Ok(are_applied(&migrations(MIGRATIONS), &applied))
}

fn refused(database: &Database, error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) => {
            let problem = "was written by another version of `runnable-store`: use that version, or another database";
            database.error(StoreErrorKind::Changed, problem).with_source(error)
        }
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => database.failed(error),
        other => database.error(StoreErrorKind::Other, "cannot be migrated").with_source(other),
    }
}
