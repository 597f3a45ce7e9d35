//! Keeping the store small and whole.

use super::{
    SqliteLog,
    read::{Unread, stored},
};
use crate::{
    StoreError, StoreErrorKind,
    pack::{Stored, fold},
    rows::BROKEN,
};
use sqlx::{Connection, Row, SqliteConnection};

impl SqliteLog {
    pub(super) async fn pack(&self, before: i64) -> Result<u64, StoreError> {
        let failed = |error| self.place.failed(error);
        let runs = sqlx::query_scalar("SELECT no FROM runs WHERE ended < ? AND packed = 0 ORDER BY no").bind(before);
        let runs: Vec<i64> = runs.fetch_all(&self.readers).await.map_err(failed)?;
        let mut packed = 0;
        // One run a transaction: writers wait for one at most.
        for run in runs {
            let mut writer = self.writer().await?;
            packed += u64::from(pack_run(&mut writer.connection, run, before).await.map_err(failed)?);
        }
        Ok(packed)
    }

    pub(super) async fn delete(&self, before: i64) -> Result<Vec<String>, StoreError> {
        let mut writer = self.writer().await?;
        let pruned = async {
            let mut transaction = writer.connection.begin_with("BEGIN IMMEDIATE").await?;
            let runs = sqlx::query_scalar("DELETE FROM runs WHERE ended < ? RETURNING id").bind(before);
            let runs = runs.fetch_all(&mut *transaction).await?;
            let unused = "DELETE FROM definitions WHERE NOT EXISTS (SELECT 1 FROM runs WHERE runs.definition = definitions.hash)";
            sqlx::query(unused).execute(&mut *transaction).await?;
            transaction.commit().await?;
            Ok(runs)
        };
        pruned.await.map_err(|error| self.place.failed(error))
    }

    pub(super) async fn examine(&self) -> Result<(), Unread> {
        let mut wrong: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(&self.readers).await?;
        wrong.retain(|line| line != "ok");
        for row in sqlx::query("PRAGMA foreign_key_check").fetch_all(&self.readers).await? {
            let (table, parent): (String, String) = (row.try_get(0)?, row.try_get(2)?);
            wrong.push(format!("a row of `{table}` belongs to none of `{parent}`"));
        }
        wrong.extend(sqlx::query_scalar::<_, String>(BROKEN).fetch_all(&self.readers).await?);
        if wrong.is_empty() {
            return Ok(());
        }
        wrong.truncate(20);
        Err(self.place.error(StoreErrorKind::Corrupt, format!("is damaged: {}", wrong.join("; "))).into())
    }
}

/// Folds the events of a run, unless it has been claimed or packed meanwhile.
async fn pack_run(connection: &mut SqliteConnection, run: i64, before: i64) -> Result<bool, sqlx::Error> {
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    let mark =
        sqlx::query("UPDATE runs SET packed = 1 WHERE no = ? AND packed = 0 AND ended < ?").bind(run).bind(before);
    if mark.execute(&mut *transaction).await?.rows_affected() == 0 {
        transaction.rollback().await?;
        return Ok(false);
    }
    let events =
        sqlx::query("SELECT seq, n, at, path, attempt, kind, data FROM log WHERE run = ? AND sub = 0 ORDER BY seq")
            .bind(run);
    let events = events.fetch_all(&mut *transaction).await?.iter().map(stored).collect::<Result<Vec<_>, _>>()?;
    for Stored { seq, n, at, path, attempt, kind, data } in fold(events).into_iter().filter(|row| row.n > 1) {
        let folded = sqlx::query("DELETE FROM log WHERE run = ? AND sub = 0 AND seq > ? AND seq <= ?")
            .bind(run)
            .bind(seq - n)
            .bind(seq);
        folded.execute(&mut *transaction).await?;
        let insert = sqlx::query(
            "INSERT INTO log (run, seq, sub, n, at, path, attempt, kind, data) VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)",
        );
        let insert = insert.bind(run).bind(seq).bind(n).bind(at).bind(path).bind(attempt).bind(kind).bind(data);
        insert.execute(&mut *transaction).await?;
    }
    transaction.commit().await?;
    Ok(true)
}
