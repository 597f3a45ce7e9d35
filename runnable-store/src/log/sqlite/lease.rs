//! Who runs a run.

use super::{
    SqliteLog,
    append::{Writer, id},
    owners::Life,
    read,
};
use crate::{NewRun, RunRecord, RunStatus, StoreError, StoreErrorKind, log::entries::plan::Ours, now};
use sqlx::{Connection, Row, SqliteConnection};
use std::{sync::Arc, time::Duration};

impl SqliteLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str) -> Result<(), StoreError> {
        let code = run.code.as_ref().map(serde_json::to_string).transpose();
        let code = code.map_err(|error| {
            self.place.error(StoreErrorKind::Invalid, "cannot hold the code's identity").because(error)
        })?;
        let mut writer = self.writer().await?;
        let created = async {
            let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
            let definition = sqlx::query("INSERT INTO definitions (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING");
            definition.bind(&run.definition_hash).bind(run.definition.get()).execute(&mut *transaction).await?;
            let insert = sqlx::query(
                "INSERT INTO runs (id, pipeline, definition, status, owner, input, tag, parent, code, started) \
                 VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
            );
            let insert =
                insert.bind(&run.id).bind(&run.pipeline).bind(&run.definition_hash).bind(owner).bind(run.input.get());
            let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(run.started);
            let done = insert.execute(&mut *transaction).await?;
            if done.rows_affected() == 1 {
                transaction.commit().await?;
                return Ok(Some(done.last_insert_rowid()));
            }
            transaction.rollback().await?;
            Ok(None)
        };
        let no = created.await.map_err(|error| self.place.failed(error))?.ok_or_else(|| exists(&run.id))?;
        own(&mut writer, &run.id, no, owner, (0, 0));
        Ok(())
    }

    pub(super) async fn claim_run(&self, run: &str, owner: &str) -> Result<RunRecord, StoreError> {
        let mut writer = self.writer().await?;
        let failed = |error| self.place.failed(error);
        let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
        let found = sqlx::query("SELECT no, owner FROM runs WHERE id = ?").bind(run);
        let found = found.fetch_optional(&mut *transaction).await.map_err(failed)?.ok_or_else(|| missing(run))?;
        let (no, last): (i64, Option<String>) = (found.try_get(0).map_err(failed)?, found.try_get(1).map_err(failed)?);
        if let Some(last) = last
            && last != owner
            && self.is_alive(&mut transaction, &last).await?
        {
            return Err(StoreError::new(
                StoreErrorKind::Live,
                format!("the run `{run}` is running: wait for its end, or stop its process"),
            ));
        }
        let claim = async {
            let update = "UPDATE runs SET status = 'running', owner = ?, ended = NULL, output = NULL, error = NULL, packed = 0 WHERE no = ?";
            sqlx::query(update).bind(owner).bind(no).execute(&mut *transaction).await?;
            let end = "SELECT id & 0xffffffff, seq FROM log WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1";
            let end =
                sqlx::query_as(end).bind(id(no, 0)).bind(id(no + 1, 0) - 1).fetch_optional(&mut *transaction).await?;
            Ok(end.unwrap_or((0, 0)))
        };
        let end = claim.await.map_err(failed)?;
        let record = read::run(&mut *transaction, run)
            .await
            .map_err(|error| error.at(&self.place))?
            .ok_or_else(|| missing(run))?;
        transaction.commit().await.map_err(failed)?;
        own(&mut writer, run, no, owner, end);
        Ok(record)
    }

    pub(super) async fn lease(&self, owner: &str, lease: Duration) -> Result<(), StoreError> {
        if lease.is_zero() {
            return self.end_lease(owner).await;
        }
        self.owners.hold(&self.place, owner)?;
        let mut writer = self.writer().await?;
        let until = now().saturating_add(i64::try_from(lease.as_millis()).unwrap_or(i64::MAX));
        let lease = sqlx::query(
            "INSERT INTO owners (id, until) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET until = excluded.until",
        );
        let lease = lease.bind(owner).bind(until).execute(&mut writer.connection).await;
        lease.map(drop).map_err(|error| self.place.failed(error))
    }

    async fn end_lease(&self, owner: &str) -> Result<(), StoreError> {
        let mut writer = self.writer().await?;
        writer.runs.retain(|_, ours| ours.owner != owner);
        let ended = inter(&mut writer.connection, &[owner.to_owned()]).await;
        self.owners.forget(owner);
        ended.map(drop).map_err(|error| self.place.failed(error))
    }

    pub(super) async fn bury_dead(&self) -> Result<Vec<String>, StoreError> {
        let failed = |error| self.place.failed(error);
        // Most often no run is to be marked: that is seen without a write.
        let owners = "SELECT id FROM owners UNION SELECT owner FROM runs WHERE owner IS NOT NULL";
        let owners: Vec<String> = sqlx::query_scalar(owners).fetch_all(&self.readers).await.map_err(failed)?;
        let mut dead = Vec::new();
        let mut connection = self.readers.acquire().await.map_err(failed)?;
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
        let interrupted = inter(&mut writer.connection, &dead).await.map_err(failed)?;
        dead.iter().for_each(|owner| self.owners.forget(owner));
        Ok(interrupted)
    }

    async fn is_alive(&self, connection: &mut SqliteConnection, owner: &str) -> Result<bool, StoreError> {
        match self.owners.look(&self.place, owner)? {
            Life::Alive => Ok(true),
            Life::Dead => Ok(false),
            Life::Unknown => {
                let until = sqlx::query_scalar("SELECT until FROM owners WHERE id = ?").bind(owner);
                let until: Option<i64> =
                    until.fetch_optional(connection).await.map_err(|error| self.place.failed(error))?;
                Ok(until.is_some_and(|until| until > now()))
            }
        }
    }
}

/// Marks the running runs of these owners as interrupted, and forgets the owners.
async fn inter(connection: &mut SqliteConnection, owners: &[String]) -> Result<Vec<String>, sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mut interrupted = Vec::new();
    for owner in owners {
        let runs = "UPDATE runs SET status = ?, ended = max(started, ?), owner = NULL WHERE owner = ? RETURNING id";
        let runs = sqlx::query_scalar(runs).bind(RunStatus::Interrupted.name()).bind(now()).bind(owner);
        interrupted.extend(runs.fetch_all(&mut *transaction).await?);
        sqlx::query("DELETE FROM owners WHERE id = ?").bind(owner).execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    Ok(interrupted)
}

fn own(writer: &mut Writer, run: &str, no: i64, owner: &str, end: (i64, i64)) {
    writer.runs.insert(Arc::from(run), Ours { no, owner: owner.to_owned(), end });
}

fn exists(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Exists, format!("there is a run `{run}` already: choose another id, or resume it"))
}

pub(super) fn missing(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::NotFound, format!("there is no run `{run}`"))
}
