//! Compacting, deleting and checking runs.

use super::{log::SqliteLog, schema::View, statements::row_id};
use crate::{
    error::StoreErrorKind,
    log::entries::{Checker, Failure, compact, log_row, next, run},
    time,
};
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use std::{pin::pin, time::SystemTime};

impl SqliteLog {
    pub(super) async fn compact_runs(&self, before: SystemTime) -> Result<u64, Failure> {
        let before = time::to_millis(before);
        let runs = sqlx::query_scalar("SELECT no FROM runs WHERE ended < ? AND packed = 0 ORDER BY no").bind(before);
        let runs: Vec<i64> = runs.fetch_all(&self.readers).await?;
        let mut compacted = 0;
        // One transaction per run: a concurrent append waits for one run at most.
        for run in runs {
            let mut writer = self.writer().await?;
            compacted += u64::from(compact_run(&mut writer.connection, run, before).await?);
        }
        Ok(compacted)
    }

    pub(super) async fn delete_runs(&self, before: SystemTime) -> Result<Vec<String>, Failure> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
        let runs = sqlx::query_as("DELETE FROM runs WHERE ended < ? RETURNING no, id").bind(time::to_millis(before));
        let runs: Vec<(i64, String)> = runs.fetch_all(&mut *transaction).await?;
        for (run, _) in &runs {
            delete_rows(&mut transaction, *run).await?;
        }
        let unused =
            "DELETE FROM definitions WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.definition = definitions.hash)";
        sqlx::query(unused).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(runs.into_iter().map(|(_, id)| id).collect())
    }

    pub(super) async fn check_integrity(&self) -> Result<(), Failure> {
        let mut checker = Checker::default();
        let lines: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&self.readers).await?;
        lines.into_iter().filter(|line| line != "ok").for_each(|line| checker.report(line));
        for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.readers).await? {
            let (table, parent): (String, String) = (row.try_get(0)?, row.try_get(2)?);
            checker.report(format!("a row of `{table}` refers to a missing row of `{parent}`"));
        }
        for row in sqlx::query("SELECT hash, body FROM definitions").fetch_all(&self.readers).await? {
            checker.definition(&row.try_get::<String, _>(0).unwrap_or_default(), row.try_get(1));
        }
        let mut rows = pin!(
            sqlx::query(AssertSqlSafe(format!("SELECT {} FROM runs", self.schema.run(&View::recorded()))))
                .fetch(&self.readers)
        );
        while let Some(row) = next(rows.as_mut()).await? {
            checker.run(&row.try_get::<String, _>(0).unwrap_or_default(), run(&row));
        }
        let sql = "SELECT runs.id, log.id & 0xffffffff, seq, n, entries FROM log LEFT JOIN runs ON runs.no = log.id >> 32 ORDER BY log.id";
        let mut rows = pin!(sqlx::query(sql).fetch(&self.readers));
        while let Some(row) = next(rows.as_mut()).await? {
            match row.try_get(0) {
                Ok(Some(run)) => checker.row(run, log_row(&row)),
                Ok(None) => checker.report("a row of `log` belongs to no run".to_owned()),
                Err(error) => checker.unreadable("the id of a run", &error.into()),
            }
        }
        checker.finish().map_or(Ok(()), |problems| Err(self.file.error(StoreErrorKind::Corrupt, problems).into()))
    }
}

/// Compacts the log of a run, unless the run was claimed or compacted in the meantime.
async fn compact_run(connection: &mut SqliteConnection, run: i64, before: i64) -> Result<bool, Failure> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mark =
        sqlx::query("UPDATE runs SET packed = 1 WHERE no = ? AND packed = 0 AND ended < ?").bind(run).bind(before);
    if mark.execute(&mut *transaction).await?.rows_affected() == 0 {
        transaction.rollback().await?;
        return Ok(false);
    }
    let rows = sqlx::query_as("SELECT id & 0xffffffff, seq, n, entries FROM log WHERE id BETWEEN ? AND ? ORDER BY id");
    let rows: Vec<(i64, i64, i64, String)> =
        rows.bind(row_id(run, 0)).bind(row_id(run + 1, 0) - 1).fetch_all(&mut *transaction).await?;
    let compacted = compact(&rows)?;
    delete_rows(&mut transaction, run).await?;
    for row in compacted {
        let insert = sqlx::query("INSERT INTO log (id, seq, n, entries) VALUES (?, ?, ?, ?)");
        let insert = insert.bind(row_id(run, row.position)).bind(row.seq).bind(row.events).bind(row.into_text()?);
        insert.execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    Ok(true)
}

async fn delete_rows(connection: &mut SqliteConnection, run: i64) -> Result<(), sqlx::Error> {
    let delete = sqlx::query("DELETE FROM log WHERE id BETWEEN ? AND ?");
    delete.bind(row_id(run, 0)).bind(row_id(run + 1, 0) - 1).execute(connection).await.map(drop)
}
