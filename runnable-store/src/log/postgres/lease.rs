//! Who runs a run.

use super::{PostgresLog, failure::Failure, read, writer::Writer};
use crate::{NewRun, RunRecord, StoreError, StoreErrorKind, log::entries::plan::Ours, now};
use sqlx::{Connection, PgConnection};
use std::{collections::HashSet, sync::Arc, time::Duration};

impl PostgresLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        let created = create(&mut writer.connection, run, owner).await;
        let no = writer.settle(created)?.ok_or_else(|| exists(&run.id))?;
        own(&mut writer, &run.id, no, owner, (0, 0));
        Ok(())
    }

    pub(super) async fn claim_run(&self, run: &str, owner: &str) -> Result<RunRecord, Failure> {
        let mut writer = self.writer().await?;
        let owners = writer.owners.clone();
        let claimed = claim(&mut writer.connection, &owners, run, owner).await;
        let (no, end, record) = writer.settle(claimed)?;
        own(&mut writer, run, no, owner, end);
        Ok(record)
    }

    pub(super) async fn lease(&self, owner: &str, lease: Duration) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        if lease.is_zero() {
            writer.runs.retain(|_, ours| ours.owner != owner);
            let interrupted = mark_interrupted(&mut writer.connection, &[owner.to_owned()]).await;
            writer.settle(interrupted)?;
            if writer.owners.remove(owner) {
                let unlock = sqlx::query("SELECT pg_advisory_unlock(hashtextextended($1, 0))").bind(owner);
                unlock.execute(&mut writer.connection).await?;
            }
            return Ok(());
        }
        if !writer.owners.contains(owner) {
            let lock = sqlx::query("SELECT pg_advisory_lock(hashtextextended($1, 0))").bind(owner);
            lock.execute(&mut writer.connection).await?;
            writer.owners.insert(owner.to_owned());
        }
        let sql = "INSERT INTO owners (id, until) VALUES ($1, now() + make_interval(secs => $2)) \
                   ON CONFLICT (id) DO UPDATE SET until = excluded.until";
        let told = sqlx::query(sql).bind(owner).bind(lease.as_secs_f64()).execute(&mut writer.connection).await;
        writer.settle(told.map(drop).map_err(Failure::from))
    }

    pub(super) async fn bury_dead(&self) -> Result<Vec<String>, Failure> {
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
        let interrupted = mark_interrupted(&mut writer.connection, &dead).await;
        writer.settle(interrupted)
    }
}

async fn create(connection: &mut PgConnection, run: &NewRun, owner: &str) -> Result<Option<i64>, Failure> {
    let code = run.code.as_ref().map(serde_json::to_string).transpose();
    let code = code.map_err(|error| {
        StoreError::new(StoreErrorKind::Invalid, "the code's identity cannot be recorded").because(error)
    })?;
    let mut transaction = connection.begin().await?;
    let definition = sqlx::query("INSERT INTO definitions (hash, body) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    definition.bind(&run.definition_hash).bind(run.definition.get()).execute(&mut *transaction).await?;
    let insert = sqlx::query_scalar(
        "INSERT INTO runs (id, pipeline, definition, status, owner, input, tag, parent, code, started) \
         VALUES ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING no",
    );
    let insert = insert.bind(&run.id).bind(&run.pipeline).bind(&run.definition_hash).bind(owner).bind(run.input.get());
    let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(run.started);
    let no = insert.fetch_optional(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(no)
}

type Claimed = (i64, (i64, i64), RunRecord);

async fn claim(
    connection: &mut PgConnection,
    ours: &HashSet<String>,
    run: &str,
    owner: &str,
) -> Result<Claimed, Failure> {
    let mut transaction = connection.begin().await?;
    let found = sqlx::query_as("SELECT no, owner FROM runs WHERE id = $1 FOR UPDATE").bind(run);
    let found: Option<(i64, Option<String>)> = found.fetch_optional(&mut *transaction).await?;
    let (no, last) = found.ok_or_else(|| missing(run))?;
    if let Some(last) = last
        && last != owner
        && (ours.contains(&last) || is_alive(&mut transaction, &last).await?)
    {
        let message = format!("the run `{run}` is running: wait for its end, or stop its process");
        return Err(StoreError::new(StoreErrorKind::Live, message).into());
    }
    let update = "UPDATE runs SET status = 'running', owner = $1, ended = NULL, output = NULL, error = NULL, packed = false WHERE no = $2";
    sqlx::query(update).bind(owner).bind(no).execute(&mut *transaction).await?;
    let end = sqlx::query_as("SELECT position, seq FROM log WHERE run = $1 ORDER BY position DESC LIMIT 1").bind(no);
    let end: Option<(i64, i64)> = end.fetch_optional(&mut *transaction).await?;
    let record = read::run(&mut *transaction, run).await?.ok_or_else(|| missing(run))?;
    transaction.commit().await?;
    Ok((no, end.unwrap_or((0, 0)), record))
}

/// Whether an owner of another session is alive: its lease goes on, and nobody can have its lock. A look hinders no other look.
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

/// Marks the running runs of these owners as interrupted, and forgets the owners.
async fn mark_interrupted(connection: &mut PgConnection, owners: &[String]) -> Result<Vec<String>, Failure> {
    if owners.is_empty() {
        return Ok(Vec::new());
    }
    let mut transaction = connection.begin().await?;
    let sql = "UPDATE runs SET status = 'interrupted', ended = greatest(started, $1), owner = NULL WHERE owner = ANY($2) RETURNING id";
    let interrupted = sqlx::query_scalar(sql).bind(now()).bind(owners).fetch_all(&mut *transaction).await?;
    sqlx::query("DELETE FROM owners WHERE id = ANY($1)").bind(owners).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(interrupted)
}

fn own(writer: &mut Writer, run: &str, no: i64, owner: &str, end: (i64, i64)) {
    writer.runs.insert(Arc::from(run), Ours { no, owner: owner.to_owned(), end });
}

fn exists(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Exists, format!("there is a run `{run}` already: choose another id, or resume it"))
}

fn missing(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::NotFound, format!("there is no run `{run}`"))
}
