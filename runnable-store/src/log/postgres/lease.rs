//! Creating and claiming runs, and the leases of owners.

use super::{
    log::PostgresLog,
    read,
    writer::{Writer, lock},
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{NewRun, RunRecord},
        entries::{Failure, LogEnd, OwnedRun},
    },
    time,
};
use sqlx::{Connection, PgConnection};
use std::{collections::HashSet, sync::Arc, time::Duration};

impl PostgresLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        let created = create(&mut writer.connection, run, owner).await;
        let key = writer.note(created)?.ok_or_else(|| StoreError::run_exists(&run.id))?;
        own(&mut writer, &run.id, key, owner, LogEnd::default());
        Ok(())
    }

    pub(super) async fn claim_run(&self, run: &str, owner: &str) -> Result<RunRecord, Failure> {
        let mut writer = self.writer().await?;
        let owners = writer.owners.clone();
        let claimed = claim(&mut writer.connection, &owners, run, owner).await;
        let (key, end, record) = writer.note(claimed)?;
        own(&mut writer, run, key, owner, end);
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

/// Inserts a run; returns its key, or `None` if its id is taken.
async fn create(connection: &mut PgConnection, run: &NewRun, owner: &str) -> Result<Option<i64>, Failure> {
    let code = run.code.as_ref().map(serde_json::to_string).transpose();
    let code = code.map_err(|error| {
        StoreError::new(StoreErrorKind::Invalid, "the code identity cannot be recorded").with_source(error)
    })?;
    let mut transaction = connection.begin().await?;
    let definition = sqlx::query("INSERT INTO definitions (hash, body) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    definition.bind(&run.definition_hash).bind(run.definition.get()).execute(&mut *transaction).await?;
    let insert = sqlx::query_scalar(
        "INSERT INTO runs (id, pipeline, definition, status, owner, input, tag, parent, code, started) \
         VALUES ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING no",
    );
    let insert = insert.bind(&run.id).bind(&run.pipeline).bind(&run.definition_hash).bind(owner).bind(run.input.get());
    let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(time::to_millis(run.started));
    let key = insert.fetch_optional(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(key)
}

/// Claims a run; returns its key, the end of its log, and its record.
async fn claim(
    connection: &mut PgConnection,
    own_owners: &HashSet<String>,
    run: &str,
    owner: &str,
) -> Result<(i64, LogEnd, RunRecord), Failure> {
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
    let update = "UPDATE runs SET status = 'running', owner = $1, ended = NULL, output = NULL, error = NULL, packed = false WHERE no = $2";
    sqlx::query(update).bind(owner).bind(key).execute(&mut *transaction).await?;
    let end = sqlx::query_as("SELECT position, seq FROM log WHERE run = $1 ORDER BY position DESC LIMIT 1").bind(key);
    let end = end.fetch_optional(&mut *transaction).await?;
    let end = end.map_or_else(LogEnd::default, |(position, seq)| LogEnd { position, seq });
    let record = read::find_run(&mut *transaction, run).await?.ok_or_else(|| StoreError::no_run(run))?;
    transaction.commit().await?;
    Ok((key, end, record))
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
    let sql = "UPDATE runs SET status = 'interrupted', ended = greatest(started, $1), owner = NULL WHERE owner = ANY($2) RETURNING id";
    let interrupted = sqlx::query_scalar(sql).bind(time::now()).bind(owners).fetch_all(&mut *transaction).await?;
    sqlx::query("DELETE FROM owners WHERE id = ANY($1)").bind(owners).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(interrupted)
}

fn own(writer: &mut Writer, run: &str, key: i64, owner: &str, end: LogEnd) {
    writer.runs.insert(Arc::from(run), OwnedRun { key, owner: owner.to_owned(), end });
}
