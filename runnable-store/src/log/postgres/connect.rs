//! Connecting to a database, and creating its tables.

use super::{database::Database, log::PostgresLog, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::api::BoxFuture,
};
use sqlx::{
    SqlSafeStr,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::str::FromStr;
use tokio::sync::Mutex;

/// The maximum number of concurrent reads.
const READERS: u32 = 4;

impl PostgresLog {
    /// Connects to a database, and creates the tables if they are missing. Marks the runs of dead processes as interrupted.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the address is invalid, `Changed` if another version of this crate wrote the
    /// database, and `Other` if the server cannot be reached. No error contains the password.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        // The parser's error may quote the address, and so the password.
        let options = PgConnectOptions::from_str(url).map_err(|_| {
            let message = "the address of the run log is invalid: write `postgres://user@host/database`";
            StoreError::new(StoreErrorKind::Invalid, message)
        })?;
        // A boxed future hides sqlx's lifetimes, which would keep the futures of callers from being `Send`.
        let connecting: BoxFuture<'_, Self> = Box::pin(connect(options));
        connecting.await
    }
}

async fn connect(options: PgConnectOptions) -> Result<PostgresLog, StoreError> {
    let database = Database::new(&options);
    let mut writer = Writer::connect(options.clone()).await.map_err(|error| database.failed(error))?;
    migrations().run_direct(None, &mut writer.connection, false).await.map_err(|error| refused(&database, error))?;
    let readers = PgPoolOptions::new().max_connections(READERS).connect_lazy_with(options);
    let log = PostgresLog { database, readers, writer: Mutex::new(Some(writer)) };
    log.interrupt_expired().await.map_err(|failure| log.database.failed(failure))?;
    Ok(log)
}

fn migrations() -> Migrator {
    let run_log = include_str!("../../../migrations/postgres/0001_run_log.sql");
    let run_log = Migration::new(1, "run log".into(), MigrationType::Simple, run_log.into_sql_str(), false);
    Migrator::with_migrations(vec![run_log])
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
