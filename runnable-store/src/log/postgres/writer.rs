//! The session that writes, and holds the locks of the owners.

use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{Write, Writes},
        entries::{Failure, LogEnd, LogRow, OwnedRun, OwnedRuns, Plan, apply},
    },
    time,
};
use serde_json::value::RawValue;
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};
use std::{collections::HashSet, sync::Arc};

#[derive(Debug)]
pub(super) struct Writer {
    options: PgConnectOptions,
    pub(super) connection: PgConnection,
    /// `true` if the session may have ended.
    broken: bool,
    /// The owners in this process.
    pub(super) owners: HashSet<String>,
    /// The running runs of this process.
    pub(super) runs: OwnedRuns,
}

/// Takes the lock of an owner for the rest of the session.
pub(super) async fn lock(connection: &mut PgConnection, owner: &str) -> Result<(), sqlx::Error> {
    let lock = sqlx::query("SELECT pg_advisory_lock(hashtextextended($1, 0))").bind(owner);
    lock.execute(connection).await.map(drop)
}

impl Writer {
    pub(super) async fn connect(options: PgConnectOptions) -> Result<Self, sqlx::Error> {
        let connection = options.connect().await?;
        Ok(Self { options, connection, broken: false, owners: HashSet::new(), runs: OwnedRuns::new() })
    }

    /// Replaces a session that ended by a session with the same locks.
    pub(super) async fn repair(&mut self) -> Result<(), sqlx::Error> {
        if self.broken && self.connection.ping().await.is_err() {
            self.connection = self.options.connect().await?;
            for owner in &self.owners {
                lock(&mut self.connection, owner).await?;
            }
        }
        self.broken = false;
        Ok(())
    }

    /// Notes a failure of the driver: the session is checked before its next use.
    pub(super) fn note<T>(&mut self, result: Result<T, Failure>) -> Result<T, Failure> {
        self.broken = matches!(result, Err(Failure::Driver(_)));
        result
    }

    /// Appends entries to the logs of runs: all of them or none.
    pub(super) async fn append(&mut self, writes: &[Writes]) -> Result<(), Failure> {
        // Stays set if this future is dropped in the middle of a transaction.
        self.broken = true;
        let inserted = self.insert(writes).await;
        let ends = self.note(inserted)?;
        apply(&mut self.runs, ends);
        Ok(())
    }

    async fn insert(&mut self, writes: &[Writes]) -> Result<Vec<(Arc<str>, Option<LogEnd>)>, Failure> {
        let Plan { ends, rows, ended } = Plan::new(&self.runs, writes)?;
        let mut transaction = self.connection.begin().await?;
        let owned = ends.iter().filter_map(|(run, _)| self.runs.get(run)).collect::<Vec<_>>();
        check_ownership(&mut transaction, &owned).await?;
        if !rows.is_empty() {
            insert_rows(&mut transaction, rows).await?;
        }
        for (run, write) in ended {
            end(&mut transaction, run, write).await?;
        }
        transaction.commit().await?;
        Ok(ends)
    }
}

/// Refuses to write to a run that another process has claimed, and keeps others from claiming the runs until the commit.
async fn check_ownership(connection: &mut PgConnection, owned: &[&OwnedRun]) -> Result<(), Failure> {
    let (keys, owners): (Vec<i64>, Vec<String>) = owned.iter().map(|run| (run.key, run.owner.clone())).unzip();
    let sql = "SELECT 1 FROM runs JOIN unnest($1::BIGINT[], $2::TEXT[]) AS ours (no, owner) USING (no, owner) FOR SHARE OF runs";
    let held = sqlx::query(sql).bind(&keys).bind(owners).fetch_all(connection).await?;
    if held.len() == keys.len() {
        return Ok(());
    }
    let message = "another process claimed the run, because the lease of this process had expired";
    Err(StoreError::new(StoreErrorKind::Invalid, message).into())
}

async fn insert_rows(connection: &mut PgConnection, rows: Vec<(i64, LogRow)>) -> Result<(), Failure> {
    let (mut runs, mut positions, mut seqs, mut counts, mut texts) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (run, row) in rows {
        runs.push(run);
        positions.push(row.position);
        seqs.push(row.seq);
        counts.push(row.events);
        texts.push(row.into_text()?);
    }
    let insert = "INSERT INTO log (run, position, seq, n, entries) \
         SELECT * FROM unnest($1::BIGINT[], $2::BIGINT[], $3::BIGINT[], $4::BIGINT[], $5::TEXT[])";
    let insert = sqlx::query(insert).bind(runs).bind(positions).bind(seqs).bind(counts).bind(texts);
    insert.execute(connection).await?;
    Ok(())
}

async fn end(connection: &mut PgConnection, run: &OwnedRun, write: &Write) -> Result<(), sqlx::Error> {
    let Write::RunEnded { at, status, output, error } = write else { return Ok(()) };
    let update =
        sqlx::query("UPDATE runs SET status = $1, ended = $2, output = $3, error = $4, owner = NULL WHERE no = $5");
    let (output, error) = (output.as_deref().map(RawValue::get), error.as_deref().map(RawValue::get));
    let update = update.bind(status.name()).bind(time::to_millis(*at)).bind(output).bind(error).bind(run.key);
    update.execute(connection).await.map(drop)
}
