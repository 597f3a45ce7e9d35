//! The run log in a PostgreSQL database.

use super::{
    contact::Contact,
    database::Database,
    readers::{Reader, Readers},
    session::{is_busy, is_lost, is_read_only},
    sql::Schema,
    waiting::Waiting,
    writer::Writer,
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{api::BoxFuture, clock::undisturbed, entries::Failure},
};
use sqlx::{Connection, postgres::PgConnectOptions};
use std::{
    fmt,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    time::Duration,
};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};

/// A run log in a PostgreSQL database (version 11 or later), for runs on several hosts.
///
/// The tables are in a schema of their own, `runnable` unless the address ends in `?schema=name`,
/// and so beside those of an application. Views there, such as `run_list` and `steps`, are for
/// people.
///
/// A lost connection, such as during a restart of the server, is replaced: operations wait for the
/// server for as long as [`patience`](super::PostgresOptions::patience) allows, and are repeated so
/// that nothing is written twice. So is a server that has become read-only, such as the former
/// primary server during a failover.
///
/// An owner of runs is alive until its lease expires. If another process has claimed a run by then,
/// later writes of the former owner are refused: each transaction checks the
/// [epoch](crate::RunRecord::epoch) of its runs. After a start of the server, every lease is valid
/// for its whole length again, and after an outage, for as long as the outage took, so that owners
/// have the time to reconnect.
///
/// No process waits for long for a process that is frozen: the server ends a session that stays in
/// a transaction for 5 seconds without a statement, and a statement waits 10 seconds at most for a
/// lock.
///
/// Nothing depends on the state of a session, so the log works through a connection pooler such as
/// `PgBouncer`, also in transaction mode.
///
/// # Examples
///
/// ```no_run
/// # async fn example() -> Result<(), runnable_store::StoreError> {
/// let log = runnable_store::PostgresLog::connect("postgres://app:secret@db.example/runs").await?;
/// # Ok(())
/// # }
/// ```
pub struct PostgresLog {
    pub(super) database: Database,
    pub(super) options: PgConnectOptions,
    pub(super) schema: Schema,
    /// The name of the connections.
    pub(super) name: String,
    pub(super) patience: Duration,
    pub(super) readers: Readers,
    /// The only connection that appends; `None` if the log is closed.
    pub(super) writer: Mutex<Option<Writer>>,
    /// `true` if the server accepted writes when the log was opened.
    pub(super) writable: AtomicBool,
    pub(super) contact: Contact,
    pub(super) read_only: bool,
    /// The number of migrations that the tables have. Tables that are only read may lack the last.
    pub(super) version: AtomicUsize,
}

/// The longest patience of a process that stops: if the end of its lease cannot be written, the
/// lease expires.
pub(super) const FAREWELL: Duration = Duration::from_secs(5);

impl PostgresLog {
    /// Ends the leases of the owners in this process, and closes the connections. Later calls fail.
    ///
    /// # Errors
    /// Returns an error if the leases cannot be ended. They expire then, and no data is lost.
    pub async fn close(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock().await.take();
        let idle = self.readers.close();
        let Some(mut writer) = writer else { return Ok(()) };
        let owners: Vec<String> = writer.owners.iter().cloned().collect();
        let closing: BoxFuture<'_, ()> =
            self.boxed_for(FAREWELL.min(self.patience), move |_| self.end(owners.clone(), writer.take()));
        let closed = closing.await;
        for connection in idle {
            let _ = connection.close().await;
        }
        closed
    }

    /// Returns the only writer.
    pub(super) async fn writer(&self) -> Result<MappedMutexGuard<'_, Writer>, Failure> {
        self.check_writable()?;
        let guard = self.writer.lock().await;
        MutexGuard::try_map(guard, Option::as_mut).map_err(|_| self.closed())
    }

    /// Returns an error if the log was opened to be read alone.
    pub(super) fn check_writable(&self) -> Result<(), Failure> {
        if self.read_only {
            let problem = "was opened read-only: open it for writing";
            return Err(self.database.error(StoreErrorKind::ReadOnly, problem).into());
        }
        Ok(())
    }

    /// Waits for a connection to read.
    pub(super) async fn reader(&self) -> Result<Reader<'_>, Failure> {
        self.readers.get().await?.ok_or_else(|| self.closed())
    }

    /// Returns `true` if an operation failed because the server became a replica while the log was open. Another server
    /// may take over its address.
    fn is_demoted(&self, failure: &Failure) -> bool {
        self.writable.load(Ordering::Relaxed) && is_read_only(failure)
    }

    fn closed(&self) -> Failure {
        self.database.error(StoreErrorKind::Other, "was closed").into()
    }

    /// Runs an operation, and repeats it while its connection is lost. The operation receives
    /// `true` if an earlier attempt may have succeeded without an answer. Names the database in the
    /// error.
    pub(super) fn boxed<'a, T, F>(&'a self, operation: impl FnMut(bool) -> F + Send + 'a) -> BoxFuture<'a, T>
    where
        F: Future<Output = Result<T, Failure>> + Send + 'a,
        T: Send + 'a,
    {
        self.boxed_for(self.patience, operation)
    }

    /// Runs an operation as [`boxed`](Self::boxed) does, with another patience.
    pub(super) fn boxed_for<'a, T, F>(
        &'a self,
        patience: Duration,
        mut operation: impl FnMut(bool) -> F + Send + 'a,
    ) -> BoxFuture<'a, T>
    where
        F: Future<Output = Result<T, Failure>> + Send + 'a,
        T: Send + 'a,
    {
        Box::pin(async move {
            let mut waiting = Waiting::new(&self.database, patience);
            let mut again = false;
            loop {
                // A paused clock must not stand still while this waits, but only while the database
                // works.
                let failure = match undisturbed(operation(again)).await {
                    Ok(value) => {
                        self.contact.answered(again);
                        return Ok(value);
                    }
                    Err(failure) => failure,
                };
                // An attempt without an answer may still be busy on the server, in the way of the
                // next attempt.
                if !(is_lost(&failure) || again && is_busy(&failure) || self.is_demoted(&failure)) {
                    return Err(self.database.failed(failure));
                }
                self.readers.forget_idle();
                again = true;
                if !waiting.next(&failure).await {
                    return Err(self.database.failed(failure));
                }
            }
        })
    }
}

impl fmt::Debug for PostgresLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresLog").field("database", &self.database).finish_non_exhaustive()
    }
}
