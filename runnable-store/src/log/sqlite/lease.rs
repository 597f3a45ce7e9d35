//! Creating and claiming runs, and the leases of owners.

use super::{log::SqliteLog, read, schema::View, statements::row_id, writer::Writer};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{NewRun, RunPast, RunRecord, RunStatus},
        entries::{Failure, LogEnd, OwnedRun, RunRows as _, first_rows},
    },
    time,
};
use sqlx::{Connection, SqliteConnection};
use std::{sync::Arc, time::Duration};

/// The time for which marking runs as interrupted waits for other writes: a process that froze in a write must not keep others
/// from opening the file.
const PATIENCE: Duration = Duration::from_secs(1);

impl SqliteLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str) -> Result<(), Failure> {
        let code = run.code.as_ref().map(serde_json::to_string).transpose();
        let code = code.map_err(|error| {
            self.file.error(StoreErrorKind::Invalid, "cannot hold the code identity").with_source(error)
        })?;
        let (rows, end) = first_rows(run)?;
        let mut guard = self.writer().await?;
        let writer = &mut *guard;
        let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
        // A definition that an earlier version recorded has no graph yet.
        let definition = sqlx::query(
            "INSERT INTO definitions (hash, body, graph) VALUES (?, ?, ?) ON CONFLICT (hash) \
             DO UPDATE SET graph = excluded.graph WHERE graph IS NULL AND excluded.graph IS NOT NULL",
        );
        let definition = definition.bind(&run.definition_hash).bind(run.definition.get());
        definition.bind(run.graph.as_ref().map(|graph| graph.get())).execute(&mut *transaction).await?;
        let insert = sqlx::query_as(
            "INSERT INTO runs (id, pipeline, definition, status, owner, input, tag, parent, code, started) \
             VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING no, epoch",
        );
        let insert =
            insert.bind(&run.id).bind(&run.pipeline).bind(&run.definition_hash).bind(owner).bind(run.input.get());
        let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(time::to_millis(run.started));
        let inserted: Option<(i64, i64)> = insert.fetch_optional(&mut *transaction).await?;
        let Some((key, epoch)) = inserted else {
            transaction.rollback().await?;
            return Err(StoreError::run_exists(&run.id).into());
        };
        let held = OwnedRun { key, owner: owner.to_owned(), epoch, end };
        for insert in writer.inserts.fill(rows.into_iter().map(|row| (&held, row)).collect())? {
            insert.statement.execute(&mut *transaction).await?;
        }
        transaction.commit().await?;
        own(writer, &run.id, held);
        Ok(())
    }

    pub(super) async fn claim_run(&self, run: &str, owner: &str, past: Option<&RunPast>) -> Result<RunRecord, Failure> {
        // Read before the transaction, in which other processes would wait.
        let counted = self.count_steps(run, past).await?;
        let mut writer = self.writer().await?;
        let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
        let found = sqlx::query_as("SELECT no, owner FROM runs WHERE id = ?").bind(run);
        let found: Option<(i64, Option<String>)> = found.fetch_optional(&mut *transaction).await?;
        let (key, last) = found.ok_or_else(|| StoreError::no_run(run))?;
        if let Some(last) = last
            && last != owner
            && self.is_alive(&mut transaction, &last).await?
        {
            return Err(StoreError::run_is_live(run).into());
        }
        let update = "UPDATE runs SET status = 'running', owner = ?, epoch = epoch + 1, ended = NULL, output = NULL, error = NULL, \
                      steps = NULL, steps_done = NULL, failed_step = NULL, failed_attempt = NULL, packed = 0 WHERE no = ? RETURNING epoch";
        let epoch: i64 = sqlx::query_scalar(update).bind(owner).bind(key).fetch_one(&mut *transaction).await?;
        let end = "SELECT id & 0xffffffff, seq FROM log WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1";
        let end = sqlx::query_as(end).bind(row_id(key, 0)).bind(row_id(key + 1, 0) - 1);
        let end: Option<(i64, i64)> = end.fetch_optional(&mut *transaction).await?;
        let (position, seq) = end.unwrap_or_default();
        // The last owner may have written meanwhile.
        let end = LogEnd { position, seq, tally: counted.tally.filter(|_| counted.position == position) };
        let record = read::find_run(&mut *transaction, self.schema, &View::recorded(), run)
            .await?
            .ok_or_else(|| StoreError::no_run(run))?;
        transaction.commit().await?;
        own(&mut writer, run, OwnedRun { key, owner: owner.to_owned(), epoch, end });
        Ok(record)
    }

    pub(super) async fn set_lease(&self, owner: &str, lease: Duration) -> Result<(), Failure> {
        if lease.is_zero() {
            return self.end_lease(owner).await;
        }
        self.locks.lock(&self.file, owner)?;
        let mut writer = self.writer().await?;
        let until = time::now().saturating_add(i64::try_from(lease.as_millis()).unwrap_or(i64::MAX));
        let upsert =
            "INSERT INTO owners (id, until) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET until = excluded.until";
        sqlx::query(upsert).bind(owner).bind(until).execute(&mut writer.connection).await?;
        Ok(())
    }

    /// Ends a lease, and then checkpoints: this is the last write of a process that stops cleanly.
    async fn end_lease(&self, owner: &str) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        writer.runs.retain(|_, run| run.owner != owner);
        let interrupted = interrupt_owner(&mut writer.connection, owner).await;
        self.locks.release(owner);
        interrupted?;
        // If this fails, nothing is lost, but a copy of the file alone lacks what is in the write-ahead log.
        let _ = writer.checkpoint().await;
        Ok(())
    }

    pub(super) async fn interrupt_expired(&self) -> Result<Vec<String>, Failure> {
        // Usually all owners are alive, which takes no write to find out.
        let owners = "SELECT id FROM owners UNION SELECT owner FROM runs WHERE owner IS NOT NULL";
        let owners: Vec<String> = sqlx::query_scalar(owners).fetch_all(&self.readers).await?;
        let mut dead = Vec::new();
        let mut connection = self.readers.acquire().await?;
        for owner in owners {
            if !self.is_alive(&mut connection, &owner).await? {
                dead.push(owner);
            }
        }
        drop(connection);
        if dead.is_empty() {
            return Ok(Vec::new());
        }
        let mut writer = self.writer().await?;
        writer.wait_at_most(PATIENCE).await?;
        let interrupted = self.interrupt_dead(&mut writer.connection, &dead).await;
        writer.wait_as_usual().await?;
        interrupted
    }

    pub(super) async fn ask_to_cancel(&self, run: &str) -> Result<(), Failure> {
        self.interrupt_expired().await?;
        let ask = sqlx::query("UPDATE runs SET cancel = epoch WHERE id = ? AND status = 'running'").bind(run);
        if ask.execute(&mut self.writer().await?.connection).await?.rows_affected() > 0 {
            return Ok(());
        }
        let progress = self.find_progress(run).await?.ok_or_else(|| StoreError::no_run(run))?;
        Err(StoreError::not_running(run, progress.status == RunStatus::Interrupted).into())
    }

    pub(super) async fn asked_to_cancel(&self, owner: &str) -> Result<Vec<String>, Failure> {
        // The index of these runs is nearly always empty.
        let asked = "SELECT id FROM runs WHERE owner = ? AND cancel IS NOT NULL AND cancel = epoch";
        Ok(sqlx::query_scalar(asked).bind(owner).fetch_all(&self.readers).await?)
    }

    /// Interrupts the runs of these owners, except those that have renewed their lease meanwhile.
    async fn interrupt_dead(&self, connection: &mut SqliteConnection, dead: &[String]) -> Result<Vec<String>, Failure> {
        let (mut interrupted, mut released) = (Vec::new(), Vec::new());
        let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
        for owner in dead {
            if !self.is_alive(&mut transaction, owner).await? {
                interrupted.extend(interrupt(&mut transaction, owner).await?);
                released.push(owner);
            }
        }
        transaction.commit().await?;
        released.into_iter().for_each(|owner| self.locks.release(owner));
        Ok(interrupted)
    }

    /// Returns whether an owner is alive: its lease has not expired, and its lock is not known to be free.
    async fn is_alive(&self, connection: &mut SqliteConnection, owner: &str) -> Result<bool, Failure> {
        if self.locks.is_held(owner) {
            return Ok(true);
        }
        let until = sqlx::query_scalar("SELECT until FROM owners WHERE id = ?").bind(owner);
        let until: Option<i64> = until.fetch_optional(connection).await?;
        Ok(until.is_some_and(|until| until > time::now()) && !self.locks.is_free(owner))
    }
}

async fn interrupt_owner(connection: &mut SqliteConnection, owner: &str) -> Result<(), sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    interrupt(&mut transaction, owner).await?;
    transaction.commit().await
}

/// Marks the running runs of an owner as interrupted, and deletes the owner.
async fn interrupt(connection: &mut SqliteConnection, owner: &str) -> Result<Vec<String>, sqlx::Error> {
    let runs = "UPDATE runs SET status = ?, ended = max(started, ?), owner = NULL, epoch = epoch + 1 WHERE owner = ? RETURNING id";
    let runs = sqlx::query_scalar(runs).bind(RunStatus::Interrupted.name()).bind(time::now()).bind(owner);
    let interrupted = runs.fetch_all(&mut *connection).await?;
    sqlx::query("DELETE FROM owners WHERE id = ?").bind(owner).execute(connection).await?;
    Ok(interrupted)
}

fn own(writer: &mut Writer, run: &str, owned: OwnedRun) {
    writer.runs.insert(Arc::from(run), owned);
}
