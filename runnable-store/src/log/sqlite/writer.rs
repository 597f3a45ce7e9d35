//! The connection that writes.

use super::statements::{Fenced, Inserts, end};
use crate::{
    error::StoreError,
    log::{
        api::Writes,
        entries::{Failure, OwnedRun, OwnedRuns, Plan, apply},
    },
};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use std::time::Duration;

#[derive(Debug)]
pub(super) struct Writer {
    pub(super) connection: SqliteConnection,
    /// The running runs of this process.
    pub(super) runs: OwnedRuns,
    pub(super) inserts: Inserts,
    /// The time for which statements wait for the writes of other processes.
    busy_timeout: Duration,
    /// `true` while statements wait for a shorter time.
    limited: bool,
}

/// The time for which a checkpoint waits for readers. The next checkpoint moves what they keep.
const CHECKPOINT_PATIENCE: Duration = Duration::from_millis(500);

impl Writer {
    pub(super) fn new(connection: SqliteConnection, busy_timeout: Duration) -> Self {
        Self { connection, runs: OwnedRuns::new(), inserts: Inserts::new(), busy_timeout, limited: false }
    }

    /// Appends entries to the logs of runs: all of them or none.
    pub(super) async fn append(&mut self, writes: &[Writes]) -> Result<(), Failure> {
        let Plan { ends, rows, ended } = Plan::new(&self.runs, writes)?;
        let mut statements = self.inserts.fill(rows)?;
        statements.extend(ended.iter().map(end));
        if !execute(&mut self.connection, statements).await? {
            return Err(self.lost(writes).await?.into());
        }
        apply(&mut self.runs, ends);
        Ok(())
    }

    /// Returns the error for the first of these runs that has another epoch by now.
    async fn lost(&mut self, writes: &[Writes]) -> Result<StoreError, sqlx::Error> {
        for Writes { run, .. } in writes {
            let Some(OwnedRun { key, epoch, .. }) = self.runs.get(run) else { continue };
            let held = sqlx::query("SELECT 1 FROM runs WHERE no = ? AND epoch = ?").bind(*key).bind(*epoch);
            if held.fetch_optional(&mut self.connection).await?.is_none() {
                return Ok(StoreError::lost(run));
            }
        }
        // Cannot happen: a lost run stays lost.
        Ok(StoreError::lost(writes.first().map_or("", |writes| &writes.run)))
    }

    /// Moves the contents of the write-ahead log into the file, so that a copy of the file alone is complete.
    pub(super) async fn checkpoint(&mut self) -> Result<(), sqlx::Error> {
        self.wait_at_most(CHECKPOINT_PATIENCE).await?;
        let done = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut self.connection).await;
        self.wait_as_usual().await?;
        done.map(drop)
    }

    /// Limits the time for which statements wait for the writes of other processes, until [`wait_as_usual`](Self::wait_as_usual).
    pub(super) async fn wait_at_most(&mut self, patience: Duration) -> Result<(), sqlx::Error> {
        self.limited = true;
        self.set_busy_timeout(patience.min(self.busy_timeout)).await
    }

    /// Restores the usual limit, also if the future that changed it was dropped.
    pub(super) async fn wait_as_usual(&mut self) -> Result<(), sqlx::Error> {
        if self.limited {
            self.set_busy_timeout(self.busy_timeout).await?;
            self.limited = false;
        }
        Ok(())
    }

    async fn set_busy_timeout(&mut self, timeout: Duration) -> Result<(), sqlx::Error> {
        let pragma = AssertSqlSafe(format!("PRAGMA busy_timeout = {}", timeout.as_millis()));
        sqlx::query(pragma).execute(&mut self.connection).await.map(drop)
    }
}

/// Executes statements in a transaction; returns `false`, and changes nothing, if one of their runs is lost.
async fn execute(connection: &mut SqliteConnection, mut statements: Vec<Fenced>) -> Result<bool, sqlx::Error> {
    if statements.len() == 1
        && let Some(Fenced { statement, rows }) = statements.pop()
    {
        // A statement is a transaction by itself: a single step needs neither `BEGIN` nor `COMMIT`.
        return Ok(statement.execute(connection).await?.rows_affected() == rows);
    }
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    for Fenced { statement, rows } in statements {
        if statement.execute(&mut *transaction).await?.rows_affected() != rows {
            transaction.rollback().await?;
            return Ok(false);
        }
    }
    transaction.commit().await?;
    Ok(true)
}
