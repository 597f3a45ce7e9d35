//! Compacting, deleting and checking runs.

use super::{log::PostgresLog, read::RUN};
use crate::{
    error::StoreErrorKind,
    log::entries::{Checker, Failure, compact, log_row, next, run},
    time,
};
use sqlx::{AssertSqlSafe, Connection, PgConnection, Row};
use std::{pin::pin, time::SystemTime};

impl PostgresLog {
    pub(super) async fn compact_runs(&self, before: SystemTime) -> Result<u64, Failure> {
        let before = time::to_millis(before);
        let runs = sqlx::query_scalar("SELECT no FROM runs WHERE ended < $1 AND NOT packed ORDER BY no").bind(before);
        let runs: Vec<i64> = runs.fetch_all(&self.readers).await?;
        let mut compacted = 0;
        for run in runs {
            let mut connection = self.readers.acquire().await?;
            compacted += u64::from(compact_run(&mut connection, run, before).await?);
        }
        Ok(compacted)
    }

    pub(super) async fn delete_runs(&self, before: SystemTime) -> Result<Vec<String>, Failure> {
        let mut connection = self.readers.acquire().await?;
        let mut transaction = connection.begin().await?;
        let runs = sqlx::query_scalar("DELETE FROM runs WHERE ended < $1 RETURNING id").bind(time::to_millis(before));
        let runs = runs.fetch_all(&mut *transaction).await?;
        // A definition that a new run is about to use is locked, and stays.
        let unused = "DELETE FROM definitions WHERE hash IN (SELECT hash FROM definitions WHERE NOT EXISTS \
                      (SELECT 1 FROM runs WHERE runs.definition = definitions.hash) FOR UPDATE SKIP LOCKED)";
        sqlx::query(unused).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(runs)
    }

    pub(super) async fn check_integrity(&self) -> Result<(), Failure> {
        let mut checker = Checker::default();
        for row in sqlx::query("SELECT hash, body FROM definitions").fetch_all(&self.readers).await? {
            checker.definition(row.try_get(0)?, row.try_get(1));
        }
        let mut rows = pin!(sqlx::query(AssertSqlSafe(format!("SELECT {RUN} FROM runs"))).fetch(&self.readers));
        while let Some(row) = next(rows.as_mut()).await? {
            checker.run(row.try_get(0)?, run(&row));
        }
        let sql =
            "SELECT runs.id, position, seq, n, entries FROM log JOIN runs ON runs.no = log.run ORDER BY run, position";
        let mut rows = pin!(sqlx::query(sql).fetch(&self.readers));
        while let Some(row) = next(rows.as_mut()).await? {
            checker.row(row.try_get(0)?, log_row(&row));
        }
        checker.finish().map_or(Ok(()), |problems| Err(self.database.error(StoreErrorKind::Corrupt, problems).into()))
    }
}

/// Compacts the log of a run, unless the run was claimed or compacted in the meantime.
async fn compact_run(connection: &mut PgConnection, run: i64, before: i64) -> Result<bool, Failure> {
    let mut transaction = connection.begin().await?;
    let mark =
        sqlx::query("UPDATE runs SET packed = true WHERE no = $1 AND NOT packed AND ended < $2").bind(run).bind(before);
    if mark.execute(&mut *transaction).await?.rows_affected() == 0 {
        transaction.rollback().await?;
        return Ok(false);
    }
    let rows = sqlx::query_as("SELECT position, seq, n, entries FROM log WHERE run = $1 ORDER BY position").bind(run);
    let rows: Vec<(i64, i64, i64, String)> = rows.fetch_all(&mut *transaction).await?;
    let compacted = compact(&rows)?;
    sqlx::query("DELETE FROM log WHERE run = $1").bind(run).execute(&mut *transaction).await?;
    for row in compacted {
        let insert =
            sqlx::query("INSERT INTO log (run, position, seq, n, entries) VALUES ($1, $2, $3, $4, $5)").bind(run);
        let insert = insert.bind(row.position).bind(row.seq).bind(row.events).bind(row.into_text()?);
        insert.execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    Ok(true)
}
