//! Connecting to a database.

use super::{
    address::Address,
    contact::Contact,
    database::Database,
    log::PostgresLog,
    migrate::{migrate, version},
    readers::Readers,
    session::answered,
    writer::Writer,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{api::BoxFuture, entries::Failure},
};
use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::Duration,
};
use tokio::sync::Mutex;

/// The options of a connection: [`PostgresLog::options`].
///
/// # Examples
/// ```no_run
/// use runnable_store::PostgresLog;
/// use std::time::Duration;
///
/// # async fn example() -> Result<(), runnable_store::StoreError> {
/// let options = PostgresLog::options("postgres://app:secret@db.example/runs");
/// let log = options.patience(Duration::from_secs(10)).open().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use]
pub struct PostgresOptions {
    url: String,
    patience: Duration,
    read_only: bool,
}

/// Hides the address, which may contain a password.
impl std::fmt::Debug for PostgresOptions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PostgresOptions").field("patience", &self.patience).finish_non_exhaustive()
    }
}

impl PostgresLog {
    /// Connects to a database with the default options.
    ///
    /// # Errors
    /// Returns the errors of [`PostgresOptions::open`].
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        Self::options(url).open().await
    }

    /// Returns the default options for a database.
    pub fn options(url: impl Into<String>) -> PostgresOptions {
        PostgresOptions { url: url.into(), patience: Duration::from_mins(1), read_only: false }
    }
}

impl PostgresOptions {
    /// Sets the time for which operations wait for a server that cannot be reached, such as during
    /// its restart. The default is one minute.
    pub fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Sets whether the log is only read. Nothing is created, migrated or changed then, and a running run
    /// whose owner's lease has expired is read as interrupted. The default is `false`.
    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = read_only;
        self
    }

    /// Connects to the database, and creates the tables if they are missing. Marks the runs of dead
    /// processes as interrupted.
    ///
    /// # Errors
    /// Returns an error of the kind `Invalid` if the address is invalid or the server refuses it,
    /// `Changed` if another version of this crate wrote the tables, `NotFound` if the tables are only
    /// read and do not exist, and `Unreachable` if the server cannot be reached. No error contains the
    /// password.
    pub async fn open(self) -> Result<PostgresLog, StoreError> {
        let address = Address::parse(&self.url)?;
        // A boxed future hides sqlx's lifetimes, which would keep the futures of callers from being
        // `Send`.
        let opening: BoxFuture<'_, PostgresLog> = Box::pin(open(address, self.patience, self.read_only));
        opening.await
    }
}

async fn open(address: Address, patience: Duration, read_only: bool) -> Result<PostgresLog, StoreError> {
    let Address { options, schema, name } = address;
    let log = PostgresLog {
        database: Database::new(&options),
        readers: Readers::new(options.clone()),
        writer: Mutex::new(Some(Writer::default())),
        options,
        schema,
        name,
        patience,
        writable: AtomicBool::new(false),
        contact: Contact::default(),
        read_only,
        version: AtomicUsize::new(usize::MAX),
    };
    if read_only {
        log.boxed(|_| log.find_tables()).await?;
        return Ok(log);
    }
    log.boxed(|_| log.create_tables()).await?;
    match log.boxed(|again| log.interrupt_expired(again)).await {
        // Another process may be frozen in a transaction. A later call marks the runs.
        Err(error) if error.kind() != StoreErrorKind::Busy => Err(error),
        _ => Ok(log),
    }
}

impl PostgresLog {
    /// Checks that the tables exist, and are those of this version or an earlier version.
    async fn find_tables(&self) -> Result<(), Failure> {
        let mut reader = self.reader().await?;
        let version = answered(version(&mut reader.connection, &self.database, &self.schema)).await?;
        reader.done();
        self.version.store(version, Ordering::Relaxed);
        Ok(())
    }

    async fn create_tables(&self) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        let mut connection = writer.connection(&self.options).await?;
        migrate(&mut connection, &self.database, &self.schema).await?;
        let writable = self.schema.sql("SELECT current_setting('transaction_read_only') = 'off'");
        self.writable.store(writable.first(&mut connection).await? == Some((true,)), Ordering::Relaxed);
        writer.keep(connection);
        Ok(())
    }
}
