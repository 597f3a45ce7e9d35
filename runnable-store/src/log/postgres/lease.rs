//! Creating and claiming runs, and the leases of owners.

use super::{
    log::PostgresLog,
    read,
    writer::{Columns, Writer, lock},
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{NewRun, RunRecord},
        entries::{Failure, LogEnd, OwnedRun, first_rows},
    },
    time,
};
use sqlx::{Connection, PgConnection};
use std::{collections::HashSet, sync::Arc, time::Duration};

impl PostgresLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        let created = create(&mut writer.connection, run, owner).await;
        let held = writer.note(created)?.ok_or_else(|| StoreError::run_exists(&run.id))?;
        own(&mut writer, &run.id, held);
        Ok(())
    }

    pub(super) async fn claim_run(&self, run: &str, owner: &str) -> Result<RunRecord, Failure> {
        let mut writer = self.writer().await?;
        let owners = writer.owners.clone();
        let claimed = claim(&mut writer.connection, &owners, run, owner).await;
        let (held, record) = writer.note(claimed)?;
        own(&mut writer, run, held);
        Ok(record)
    }

    pub(super) async fn set_lease(&self, owner: &str, lease: Duration) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        if lease.is_zero() {
            writer.runs.retain(|_, run| run.owner != owner);
            let interrupted = interrupt(&mut writer.connection, &[owner.to_owned()]).await;
            writer.note(interrupted)?;
            if writer.owners.remove(owner) {
                let unlock = sqlx::query("SELECT pg_advisory_unlock(hashtextextended($1, 0))").bind(owner);
                unlock.execute(&mut writer.connection).await?;
            }
            return Ok(());
        }
        if !writer.owners.contains(owner) {
            lock(&mut writer.connection, owner).await?;
            writer.owners.insert(owner.to_owned());
        }
        let sql = "INSERT INTO owners (id, until) VALUES ($1, now() + make_interval(secs => $2)) \
                   ON CONFLICT (id) DO UPDATE SET until = excluded.until";
        let renewed = sqlx::query(sql).bind(owner).bind(lease.as_secs_f64()).execute(&mut writer.connection).await;
        writer.note(renewed.map(drop).map_err(Failure::from))
    }

    pub(super) async fn interrupt_expired(&self) -> Result<Vec<String>, Failure> {
        let owners = "SELECT id FROM owners UNION SELECT owner FROM runs WHERE owner IS NOT NULL";
        let owners: Vec<String> = sqlx::query_scalar(owners).fetch_all(&self.readers).await?;
        if owners.is_empty() {
            return Ok(Vec::new());
        }
        let mut writer = self.writer().await?;
        let mut dead = Vec::new();
        for owner in owners {
            if !writer.owners.contains(&owner) && !is_alive(&mut writer.connection, &owner).await? {
                dead.push(owner);
            }
        }
        let interrupted = interrupt(&mut writer.connection, &dead).await;
        writer.note(interrupted)
    }
}

/// Inserts a run with its first entries; returns `None` if its id is taken.
async fn create(connection: &mut PgConnection, run: &NewRun, owner: &str) -> Result<Option<OwnedRun>, Failure> {
    let code = run.code.as_ref().map(serde_json::to_string).transpose();
    let code = code.map_err(|error| {
        StoreError::new(StoreErrorKind::Invalid, "the code identity cannot be recorded").with_source(error)
    })?;
    let (rows, end) = first_rows(run)?;
    let Columns { positions, seqs, counts, texts } = Columns::of(rows)?;
    let insert = sqlx::query_as(CREATE).bind(&run.definition_hash).bind(run.definition.get());
    let insert = insert.bind(&run.id).bind(&run.pipeline).bind(owner).bind(run.input.get());
    let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(time::to_millis(run.started));
    let insert = insert.bind(positions).bind(seqs).bind(counts).bind(texts);
    let inserted: Option<(i64, i64)> = insert.fetch_optional(connection).await?;
    Ok(inserted.map(|(key, epoch)| OwnedRun { key, owner: owner.to_owned(), epoch, end }))
}

/// One statement: a process that freezes leaves nothing locked.
const CREATE: &str = "WITH definition AS (
        INSERT INTO definitions (hash, body) VALUES ($1, $2) ON CONFLICT DO NOTHING
    ), created AS (
        INSERT INTO runs (id, pipeline, definition, status, owner, input, tag, parent, code, started)
        VALUES ($3, $4, $1, 'running', $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING no, epoch
    ), first AS (
        INSERT INTO log (run, position, seq, n, entries)
        SELECT created.no, rows.*
        FROM created, unnest($11::BIGINT[], $12::BIGINT[], $13::BIGINT[], $14::TEXT[]) AS rows (position, seq, n, entries)
    )
    SELECT no, epoch FROM created";

/// Claims a run; returns its record, too.
async fn claim(
    connection: &mut PgConnection,
    own_owners: &HashSet<String>,
    run: &str,
    owner: &str,
) -> Result<(OwnedRun, RunRecord), Failure> {
    let mut transaction = connection.begin().await?;
    let found = sqlx::query_as("SELECT no, owner FROM runs WHERE id = $1 FOR UPDATE").bind(run);
    let found: Option<(i64, Option<String>)> = found.fetch_optional(&mut *transaction).await?;
    let (key, last) = found.ok_or_else(|| StoreError::no_run(run))?;
    if let Some(last) = last
        && last != owner
        && (own_owners.contains(&last) || is_alive(&mut transaction, &last).await?)
    {
        return Err(StoreError::run_is_live(run).into());
    }
    let update = "UPDATE runs SET status = 'running', owner = $1, epoch = epoch + 1, ended = NULL, output = NULL, error = NULL, \
                  packed = false WHERE no = $2 RETURNING epoch";
    let epoch: i64 = sqlx::query_scalar(update).bind(owner).bind(key).fetch_one(&mut *transaction).await?;
    let end = sqlx::query_as("SELECT position, seq FROM log WHERE run = $1 ORDER BY position DESC LIMIT 1").bind(key);
    let end = end.fetch_optional(&mut *transaction).await?;
    let end = end.map_or_else(LogEnd::default, |(position, seq)| LogEnd { position, seq });
    let record = read::find_run(&mut *transaction, run).await?.ok_or_else(|| StoreError::no_run(run))?;
    transaction.commit().await?;
    Ok((OwnedRun { key, owner: owner.to_owned(), epoch, end }, record))
}

/// Returns whether an owner in another session is alive: its lease has not expired, and its lock is taken. Concurrent calls do
/// not disturb each other: the probe is a shared lock.
async fn is_alive(connection: &mut PgConnection, owner: &str) -> Result<bool, sqlx::Error> {
    let lease = sqlx::query_scalar("SELECT until > now() FROM owners WHERE id = $1").bind(owner);
    let lease: Option<bool> = lease.fetch_optional(&mut *connection).await?;
    if lease != Some(true) {
        return Ok(false);
    }
    let free = sqlx::query_scalar("SELECT pg_try_advisory_xact_lock_shared(hashtextextended($1, 0))").bind(owner);
    let free: bool = free.fetch_one(connection).await?;
    Ok(!free)
}

/// Marks the running runs of these owners as interrupted, and deletes the owners.
async fn interrupt(connection: &mut PgConnection, owners: &[String]) -> Result<Vec<String>, Failure> {
    if owners.is_empty() {
        return Ok(Vec::new());
    }
    let mut transaction = connection.begin().await?;
    // A run whose row a frozen process has locked is left to a later call.
    let sql = "UPDATE runs SET status = 'interrupted', ended = greatest(started, $1), owner = NULL, epoch = epoch + 1 WHERE no IN \
               (SELECT no FROM runs WHERE owner = ANY($2) FOR UPDATE SKIP LOCKED) RETURNING id";
    let interrupted = sqlx::query_scalar(sql).bind(time::now()).bind(owners).fetch_all(&mut *transaction).await?;
    let sql = "DELETE FROM owners WHERE id IN (SELECT id FROM owners WHERE id = ANY($1) FOR UPDATE SKIP LOCKED)";
    sqlx::query(sql).bind(owners).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(interrupted)
}

fn own(writer: &mut Writer, run: &str, owned: OwnedRun) {
    writer.runs.insert(Arc::from(run), owned);
}
