//! A run log in a PostgreSQL database.

mod failure;
mod keep;
mod lease;
mod read;
mod writer;

use crate::{
    ArtifactRecord, BoxFuture, EventRecord, Json, NewRun, RunFilter, RunLog, RunRecord, StepRecord, StoreError,
    StoreErrorKind, Writes, log::entries::rows,
};
use failure::Place;
use sqlx::{
    Connection, PgPool, SqlSafeStr,
    migrate::{MigrateError, Migration, MigrationType, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{fmt, str::FromStr, time::Duration};
use tokio::sync::{MappedMutexGuard, Mutex, MutexGuard};
use writer::Writer;

/// A run log in a PostgreSQL database, from version 11: for runs on several hosts.
///
/// An owner of runs holds an advisory lock in the session that writes, besides its lease: where its process or its connection ends, it is
/// known as dead at once. What it still writes then is refused, if another took its run meanwhile.
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
    place: Place,
    readers: PgPool,
    writer: Mutex<Option<Writer>>,
}

impl PostgresLog {
    /// Connects to the database, and creates the tables where there are none. Runs of dead processes are marked as interrupted.
    ///
    /// # Errors
    /// Where it cannot be reached; `Invalid` where the address is none; `Changed` where a newer version of this crate wrote it.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(url).map_err(|_| {
            StoreError::new(
                StoreErrorKind::Invalid,
                "the address of the run log is none: write `postgres://user@host/database`",
            )
        })?;
        let connecting: BoxFuture<'_, Self> = Box::pin(Self::connecting(options));
        connecting.await
    }

    async fn connecting(options: PgConnectOptions) -> Result<Self, StoreError> {
        let place = Place::of(&options);
        let mut writer = Writer::connect(options.clone()).await.map_err(|error| place.failed(error))?;
        migrations().run_direct(None, &mut writer.connection, false).await.map_err(|error| refused(&place, error))?;
        let readers = PgPoolOptions::new().max_connections(4).connect_lazy_with(options);
        let log = Self { place, readers, writer: Mutex::new(Some(writer)) };
        log.bury_dead().await.map_err(|error| log.place.failed(error))?;
        Ok(log)
    }

    /// Closes the connections. Calls after it fail.
    ///
    /// # Errors
    /// Where that fails; nothing is lost.
    pub async fn close(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock().await.take();
        self.readers.close().await;
        match writer {
            Some(writer) => writer.connection.close().await.map_err(|error| self.place.failed(error)),
            None => Ok(()),
        }
    }

    /// The session that writes; a new one where the last broke.
    async fn writer(&self) -> Result<MappedMutexGuard<'_, Writer>, StoreError> {
        let guard = self.writer.lock().await;
        let mut writer = MutexGuard::try_map(guard, Option::as_mut)
            .map_err(|_| self.place.error(StoreErrorKind::Other, "was closed"))?;
        writer.renew().await.map_err(|error| self.place.failed(error))?;
        Ok(writer)
    }
}

fn migrations() -> Migrator {
    let run_log = include_str!("../../../migrations/postgres/0001_run_log.sql");
    let run_log = Migration::new(1, "run log".into(), MigrationType::Simple, run_log.into_sql_str(), false);
    Migrator::with_migrations(vec![run_log])
}

fn refused(place: &Place, error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) => place
            .error(
                StoreErrorKind::Changed,
                "was written by another version of `runnable-store`: use that one, or another database",
            )
            .because(error),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => place.failed(error),
        other => place.error(StoreErrorKind::Other, "cannot be prepared").because(other),
    }
}

impl fmt::Debug for PostgresLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresLog").field("place", &self.place).finish_non_exhaustive()
    }
}

/// Gives a failure its words.
macro_rules! at {
    ($log:expr, $future:expr) => {
        Box::pin(async move { $future.await.map_err(|error| $log.place.failed(error)) })
    };
}

impl RunLog for PostgresLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        at!(self, self.create_run(run, owner))
    }

    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        at!(self, self.claim_run(run, owner))
    }

    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        at!(self, self.lease(owner, lease))
    }

    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        at!(self, self.bury_dead())
    }

    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        at!(self, async { self.writer().await?.append(writes).await })
    }

    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        at!(self, read::run(&self.readers, run))
    }

    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        at!(self, self.find_runs(filter))
    }

    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        at!(self, async {
            let body = sqlx::query_scalar("SELECT body FROM definitions WHERE hash = $1").bind(hash);
            Ok::<_, failure::Failure>(rows::optional(body.fetch_optional(&self.readers).await?)?)
        })
    }

    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        at!(self, self.find_steps(run))
    }

    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        at!(self, self.find_events(run, after, limit))
    }

    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<ArtifactRecord>> {
        at!(self, self.find_artifacts(run))
    }

    fn compact(&self, before: i64) -> BoxFuture<'_, u64> {
        at!(self, self.pack(before))
    }

    fn prune(&self, before: i64) -> BoxFuture<'_, Vec<String>> {
        at!(self, self.delete(before))
    }

    fn check(&self) -> BoxFuture<'_, ()> {
        at!(self, self.examine())
    }
}
