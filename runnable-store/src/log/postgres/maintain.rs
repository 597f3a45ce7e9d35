//! Compacting, deleting and checking runs.

use super::{
    log::PostgresLog,
    read::run_columns,
    session::{answered, answered_some_time},
    sql::{BEGIN, Schema},
    view::View,
};
use crate::{
    error::StoreErrorKind,
    log::entries::{Checker, Failure, compact, log_row, next, run},
    time,
};
use sqlx::{Connection, PgConnection, Row};
use std::time::SystemTime;

impl PostgresLog {
    pub(super) async fn compact_runs(&self, before: SystemTime) -> Result<u64, Failure> {
        self.check_writable()?;
        let before = time::to_millis(before);
        let runs = self.schema.sql("SELECT no FROM ~runs WHERE ended < $1 AND NOT packed ORDER BY no").bind(before);
        let mut reader = self.reader().await?;
        let runs: Vec<(i64,)> = runs.all(&mut reader.connection).await?;
        let mut compacted = 0;
        for (run,) in runs {
            compacted += u64::from(answered(compact_run(&mut reader.connection, &self.schema, run, before)).await?);
        }
        reader.done();
        Ok(compacted)
    }

    pub(super) async fn delete_runs(&self, before: SystemTime) -> Result<Vec<String>, Failure> {
        self.check_writable()?;
        let mut reader = self.reader().await?;
        let deleting = delete_runs(&mut reader.connection, &self.schema, time::to_millis(before));
        let deleted = answered_some_time(deleting).await?;
        reader.done();
        Ok(deleted)
    }

    pub(super) async fn check_integrity(&self) -> Result<(), Failure> {
        let mut checker = Checker::default();
        let mut reader = self.reader().await?;
        for row in self.schema.sql("SELECT hash, body FROM ~definitions").rows(&mut reader.connection).await? {
            checker.definition(row.try_get(0)?, row.try_get(1));
        }
        let runs = format!("SELECT {} FROM ~runs AS runs", run_columns(&View::recorded()));
        let mut rows = self.schema.sql(&runs).stream(&mut reader.connection)?;
        while let Some(row) = answered(async { Ok(next(rows.as_mut()).await?) }).await? {
            checker.run(row.try_get(0)?, run(&row));
        }
        drop(rows);
        let sql = "SELECT runs.id, position, seq, n, entries FROM ~log AS log JOIN ~runs AS runs ON runs.no = log.run \
                   ORDER BY run, position";
        let mut rows = self.schema.sql(sql).stream(&mut reader.connection)?;
        while let Some(row) = answered(async { Ok(next(rows.as_mut()).await?) }).await? {
            checker.row(row.try_get(0)?, log_row(&row));
        }
        drop(rows);
        reader.done();
        checker.finish().map_or(Ok(()), |problems| Err(self.database.error(StoreErrorKind::Corrupt, problems).into()))
    }
}

/// Deletes runs that ended before a time, and definitions without runs; returns the ids of the
/// runs.
async fn delete_runs(connection: &mut PgConnection, schema: &Schema, before: i64) -> Result<Vec<String>, Failure> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    let runs = schema.sql("DELETE FROM ~runs WHERE ended < $1 RETURNING id").bind(before);
    let runs: Vec<(String,)> = runs.all(&mut transaction).await?;
    // A definition that a new run is about to use is locked, and stays.
    let unused = "DELETE FROM ~definitions WHERE hash IN (SELECT hash FROM ~definitions AS definitions WHERE NOT EXISTS \
                  (SELECT 1 FROM ~runs AS runs WHERE runs.definition = definitions.hash) FOR UPDATE SKIP LOCKED)";
    schema.sql(unused).execute(&mut transaction).await?;
    transaction.commit().await?;
    Ok(runs.into_iter().map(|(run,)| run).collect())
}

/// Compacts the log of a run, unless the run was claimed or compacted in the meantime.
async fn compact_run(connection: &mut PgConnection, schema: &Schema, run: i64, before: i64) -> Result<bool, Failure> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    let mark = schema.sql("UPDATE ~runs SET packed = true WHERE no = $1 AND NOT packed AND ended < $2");
    if mark.bind(run).bind(before).execute(&mut transaction).await? == 0 {
        transaction.rollback().await?;
        return Ok(false);
    }
    let rows = schema.sql("SELECT position, seq, n, entries FROM ~log WHERE run = $1 ORDER BY position").bind(run);
    let rows: Vec<(i64, i64, i64, String)> = rows.all(&mut transaction).await?;
    let compacted = compact(&rows)?;
    schema.sql("DELETE FROM ~log WHERE run = $1").bind(run).execute(&mut transaction).await?;
    for row in compacted {
        let insert =
            schema.sql("INSERT INTO ~log (run, position, seq, n, entries) VALUES ($1, $2, $3, $4, $5)").bind(run);
        let insert = insert.bind(row.position).bind(row.seq).bind(row.events).bind(row.into_text()?);
        insert.execute(&mut transaction).await?;
    }
    transaction.commit().await?;
    Ok(true)
}
