//! Keeping the store small and whole.

use super::{
    SqliteLog,
    append::id,
    read::{Unread, next},
};
use crate::{
    StoreErrorKind,
    log::entries::{Examiner, fold},
};
use sqlx::{Connection, Row, SqliteConnection};
use std::pin::pin;

impl SqliteLog {
    pub(super) async fn pack(&self, before: i64) -> Result<u64, Unread> {
        let runs = sqlx::query_scalar("SELECT no FROM runs WHERE ended < ? AND packed = 0 ORDER BY no").bind(before);
        let runs: Vec<i64> = runs.fetch_all(&self.readers).await?;
        let mut packed = 0;
        // One run a transaction: writers wait for one at most.
        for run in runs {
            let mut writer = self.writer().await?;
            packed += u64::from(pack_run(&mut writer.connection, run, before).await?);
        }
        Ok(packed)
    }

    pub(super) async fn delete(&self, before: i64) -> Result<Vec<String>, Unread> {
        let mut writer = self.writer().await?;
        let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
        let runs = sqlx::query_as("DELETE FROM runs WHERE ended < ? RETURNING no, id").bind(before);
        let runs: Vec<(i64, String)> = runs.fetch_all(&mut *transaction).await?;
        for (run, _) in &runs {
            let log =
                sqlx::query("DELETE FROM log WHERE id BETWEEN ? AND ?").bind(id(*run, 0)).bind(id(*run + 1, 0) - 1);
            log.execute(&mut *transaction).await?;
        }
        let unused =
            "DELETE FROM definitions WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.definition = definitions.hash)";
        sqlx::query(unused).execute(&mut *transaction).await?;
        transaction.commit().await?;
        Ok(runs.into_iter().map(|(_, id)| id).collect())
    }

    pub(super) async fn examine(&self) -> Result<(), Unread> {
        let mut examiner = Examiner::default();
        let lines: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&self.readers).await?;
        lines.into_iter().filter(|line| line != "ok").for_each(|line| examiner.note(line));
        for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.readers).await? {
            let (table, parent): (String, String) = (row.try_get(0)?, row.try_get(2)?);
            examiner.note(format!("a row of `{table}` belongs to none of `{parent}`"));
        }
        let sql = "SELECT runs.id, log.id & 0xffffffff, seq, n, entries FROM log LEFT JOIN runs ON runs.no = log.id >> 32 ORDER BY log.id";
        let mut rows = pin!(sqlx::query(sql).fetch(&self.readers));
        while let Some(row) = next(rows.as_mut()).await? {
            let run: Option<String> = row.try_get(0)?;
            match run {
                Some(run) => examiner.row(&run, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?, row.try_get(4)?),
                None => examiner.note("a row of the log belongs to no run".to_owned()),
            }
        }
        examiner.finish().map_or(Ok(()), |wrong| Err(self.place.error(StoreErrorKind::Corrupt, wrong).into()))
    }
}

/// Folds the log of a run, unless it has been claimed or packed meanwhile.
async fn pack_run(connection: &mut SqliteConnection, run: i64, before: i64) -> Result<bool, Unread> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mark =
        sqlx::query("UPDATE runs SET packed = 1 WHERE no = ? AND packed = 0 AND ended < ?").bind(run).bind(before);
    if mark.execute(&mut *transaction).await?.rows_affected() == 0 {
        transaction.rollback().await?;
        return Ok(false);
    }
    let rows = sqlx::query_as("SELECT id & 0xffffffff, seq, n, entries FROM log WHERE id BETWEEN ? AND ? ORDER BY id");
    let rows: Vec<(i64, i64, i64, String)> =
        rows.bind(id(run, 0)).bind(id(run + 1, 0) - 1).fetch_all(&mut *transaction).await?;
    let folded = fold(&rows)?;
    let old = sqlx::query("DELETE FROM log WHERE id BETWEEN ? AND ?").bind(id(run, 0)).bind(id(run + 1, 0) - 1);
    old.execute(&mut *transaction).await?;
    for page in folded {
        let insert = sqlx::query("INSERT INTO log (id, seq, n, entries) VALUES (?, ?, ?, ?)");
        let insert = insert.bind(id(run, page.position)).bind(page.seq).bind(page.n).bind(page.text()?);
        insert.execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    Ok(true)
}
