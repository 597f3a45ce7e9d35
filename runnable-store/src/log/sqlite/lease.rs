//! Creating and claiming runs, and the leases of owners.

use super::{
    locks::OwnerState,
    log::SqliteLog,
    read,
    writer::{Writer, row_id},
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{NewRun, RunRecord, RunStatus},
        entries::{Failure, LogEnd, OwnedRun},
    },
    time,
};
use sqlx::{Connection, SqliteConnection};
use std::{sync::Arc, time::Duration};

impl SqliteLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str) -> Result<(), Failure> {
        let code = run.code.as_ref().map(serde_json::to_string).transpose();
        let code = code.map_err(|error| {
            self.file.error(StoreErrorKind::Invalid, "cannot hold the code identity").with_source(error)
        })?;
        let mut writer = self.writer().await?;
        let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
        let definition = sqlx::query("INSERT INTO definitions (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING");
        definition.bind(&run.definition_hash).bind(run.definition.get()).execute(&mut *transaction).await?;
        let insert = sqlx::query(
            "INSERT INTO runs (id, pipeline, definition, status, owner, input, tag, parent, code, started) \
             VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        );
        let insert =
            insert.bind(&run.id).bind(&run.pipeline).bind(&run.definition_hash).bind(owner).bind(run.input.get());
        let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(time::to_millis(run.started));
        let inserted = insert.execute(&mut *transaction).await?;
        if inserted.rows_affected() == 0 {
            transaction.rollback().await?;
            return Err(StoreError::run_exists(&run.id).into());
        }
        transaction.commit().await?;
        own(&mut writer, &run.id, inserted.last_insert_rowid(), owner, LogEnd::default());
        Ok(())
    }

    pub(super) async fn claim_run(&self, run: &str, owner: &str) -> Result<RunRecord, Failure> {
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
        let update = "UPDATE runs SET status = 'running', owner = ?, ended = NULL, output = NULL, error = NULL, packed = 0 WHERE no = ?";
        sqlx::query(update).bind(owner).bind(key).execute(&mut *transaction).await?;
        let end = "SELECT id & 0xffffffff, seq FROM log WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1";
        let end = sqlx::query_as(end).bind(row_id(key, 0)).bind(row_id(key + 1, 0) - 1);
        let end = end.fetch_optional(&mut *transaction).await?;
        let end = end.map_or_else(LogEnd::default, |(position, seq)| LogEnd { position, seq });
        let record = read::find_run(&mut *transaction, run).await?.ok_or_else(|| StoreError::no_run(run))?;
        transaction.commit().await?;
        own(&mut writer, run, key, owner, end);
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

    async fn end_lease(&self, owner: &str) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        writer.runs.retain(|_, run| run.owner != owner);
        let interrupted = interrupt(&mut writer.connection, &[owner.to_owned()]).await;
        self.locks.release(owner);
        interrupted?;
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
        let interrupted = interrupt(&mut writer.connection, &dead).await?;
        dead.iter().for_each(|owner| self.locks.release(owner));
        Ok(interrupted)
    }

    async fn is_alive(&self, connection: &mut SqliteConnection, owner: &str) -> Result<bool, Failure> {
        match self.locks.state(&self.file, owner)? {
            OwnerState::Alive => Ok(true),
            OwnerState::Dead => Ok(false),
            OwnerState::Unknown => {
                let until = sqlx::query_scalar("SELECT until FROM owners WHERE id = ?").bind(owner);
                let until: Option<i64> = until.fetch_optional(connection).await?;
                Ok(until.is_some_and(|until| until > time::now()))
            }
        }
    }
}

/// Marks the running runs of these owners as interrupted, and deletes the owners.
async fn interrupt(connection: &mut SqliteConnection, owners: &[String]) -> Result<Vec<String>, sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mut interrupted = Vec::new();
    for owner in owners {
        let runs = "UPDATE runs SET status = ?, ended = max(started, ?), owner = NULL WHERE owner = ? RETURNING id";
        let runs = sqlx::query_scalar(runs).bind(RunStatus::Interrupted.name()).bind(time::now()).bind(owner);
        interrupted.extend(runs.fetch_all(&mut *transaction).await?);
        sqlx::query("DELETE FROM owners WHERE id = ?").bind(owner).execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    Ok(interrupted)
}

fn own(writer: &mut Writer, run: &str, key: i64, owner: &str, end: LogEnd) {
    writer.runs.insert(Arc::from(run), OwnedRun { key, owner: owner.to_owned(), end });
}
