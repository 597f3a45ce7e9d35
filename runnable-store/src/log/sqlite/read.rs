//! Reading runs and their entries.

use super::{
    log::SqliteLog,
    schema::{Schema, View},
    statements::row_id,
};
use crate::{
    error::StoreError,
    log::{
        api::{EventRecord, RunCounts, RunFilter, RunProgress, RunRecord, RunSummary},
        entries::{self, Dialect, Failure, RowText, RunRows, Selection, Statement, Value, log_row, next},
    },
    time,
};
use sqlx::{
    AssertSqlSafe, Row, SqliteExecutor,
    query::Query,
    sqlite::{Sqlite, SqliteArguments},
};
use std::pin::pin;

pub(super) const DIALECT: Dialect = Dialect { runs: "runs", id: "id", has_statistics: false };

pub(super) async fn find_run(
    from: impl SqliteExecutor<'_>,
    schema: Schema,
    view: &View,
    run: &str,
) -> Result<Option<RunRecord>, Failure> {
    let sql = AssertSqlSafe(format!("SELECT {} FROM runs WHERE id = ?", schema.run(view)));
    sqlx::query(sql).bind(run).fetch_optional(from).await?.as_ref().map(entries::run).transpose()
}

/// Returns the query for the rows of a run, or for those that contain a text.
pub(super) fn rows(containing: bool) -> &'static str {
    if containing {
        "SELECT id >> 32, id & 0xffffffff, seq, n, entries FROM log WHERE id BETWEEN ?1 AND ?2 AND instr(entries, ?3) > 0 ORDER BY id"
    } else {
        "SELECT id >> 32, id & 0xffffffff, seq, n, entries FROM log WHERE id BETWEEN ?1 AND ?2 ORDER BY id"
    }
}

/// Returns the query of a statement.
pub(super) fn query(statement: &Statement) -> Query<'_, Sqlite, SqliteArguments> {
    let query = sqlx::query(AssertSqlSafe(statement.sql.clone()));
    statement.values.iter().fold(query, |query, value| match value {
        Value::Text(text) => query.bind(text.clone()),
        Value::Number(number) => query.bind(*number),
    })
}

impl SqliteLog {
    /// Returns how runs are read. A log that is only read cannot mark runs as interrupted, and shows them as that.
    pub(super) async fn view(&self) -> Result<View, Failure> {
        if !self.read_only {
            return Ok(View::recorded());
        }
        let now = time::now();
        let owners = sqlx::query_scalar("SELECT id FROM owners WHERE until > ?").bind(now);
        let mut ended: Vec<String> = owners.fetch_all(&self.readers).await?;
        ended.retain(|owner| self.locks.is_free(owner));
        Ok(View::at(now, &ended))
    }

    pub(super) async fn find_progress(&self, run: &str) -> Result<Option<RunProgress>, Failure> {
        let sql = AssertSqlSafe(self.schema.progress(&self.view().await?));
        let row = sqlx::query(sql).bind(run).fetch_optional(&self.readers).await?;
        row.as_ref().map(|row| entries::progress(run, row)).transpose()
    }

    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Failure> {
        let view = self.view().await?;
        let Some(selection) = self.selection(filter, &view).await? else { return Ok(Vec::new()) };
        let list = DIALECT.list(selection, &self.schema.run(&view), "JOIN runs ON runs.no = listed_no");
        query(&list).fetch_all(&self.readers).await?.iter().map(entries::run).collect()
    }

    pub(super) async fn list_runs(&self, filter: &RunFilter) -> Result<Vec<RunSummary>, Failure> {
        let view = self.view().await?;
        let Some(selection) = self.selection(filter, &view).await? else { return Ok(Vec::new()) };
        let list = DIALECT.list(selection, &self.schema.summary(&view), self.schema.listed());
        query(&list).fetch_all(&self.readers).await?.iter().map(entries::summary).collect()
    }

    pub(super) async fn count_runs(&self, filter: &RunFilter) -> Result<RunCounts, Failure> {
        let (mut counts, view) = (RunCounts::default(), self.view().await?);
        let Some(selection) = self.selection(filter, &view).await? else { return Ok(counts) };
        for row in query(&DIALECT.count(selection)).fetch_all(&self.readers).await? {
            entries::count(&row, &mut counts)?;
        }
        Ok(counts)
    }

    /// Returns what is known of the runs that a filter selects, or `None` if it selects none.
    async fn selection<'f>(&self, filter: &'f RunFilter, view: &'f View) -> Result<Option<Selection<'f>>, Failure> {
        let mut selection = Selection { filter, before: None, few: false, dead: view.dead.as_deref() };
        if let Some(before) = &filter.before {
            let run = sqlx::query_as("SELECT started, no FROM runs WHERE id = ?").bind(before);
            let Some(run) = run.fetch_optional(&self.readers).await? else { return Ok(None) };
            selection.before = Some(run);
        }
        if let Some(count) = DIALECT.count_prefix(filter) {
            let count: i64 = query(&count).fetch_one(&self.readers).await?.try_get(0)?;
            selection.few = count <= entries::FEW;
        }
        Ok(Some(selection))
    }

    /// Returns the key of a run, or `None` if the run does not exist.
    async fn key(&self, run: &str) -> Result<Option<i64>, Failure> {
        Ok(sqlx::query_scalar("SELECT no FROM runs WHERE id = ?").bind(run).fetch_optional(&self.readers).await?)
    }

    pub(super) async fn find_events(
        &self,
        run: &str,
        after: u64,
        limit: usize,
        bytes: usize,
    ) -> Result<Vec<EventRecord>, Failure> {
        let (mut events, mut left) = (Vec::new(), bytes.max(1));
        let Some(run) = self.key(run).await? else { return Ok(events) };
        // A run has at least as many entries as events, so the event after `after` is not before the entry `after`.
        let from = i64::try_from(after).unwrap_or(i64::MAX).min(u32::MAX.into());
        let sql = "SELECT seq, n, entries FROM log WHERE id BETWEEN ? AND ? AND seq > ? AND n > 0 ORDER BY id";
        let query = sqlx::query(sql).bind(row_id(run, from)).bind(row_id(run + 1, 0) - 1).bind(from);
        let mut rows = pin!(query.fetch(&self.readers));
        while events.len() < limit
            && left > 0
            && let Some(row) = next(rows.as_mut()).await?
        {
            let number = (row.try_get(0)?, row.try_get(1)?);
            entries::events(number, row.try_get(2)?, after, limit, &mut left, &mut events)?;
        }
        Ok(events)
    }
}

impl RunRows for SqliteLog {
    async fn each_row(
        &self,
        run: &str,
        containing: Option<&str>,
        mut read: impl FnMut(RowText) -> Result<(), StoreError> + Send,
    ) -> Result<(), Failure> {
        let Some(run) = self.key(run).await? else { return Ok(()) };
        let query = sqlx::query(rows(containing.is_some()));
        let query = query.bind(row_id(run, 0)).bind(row_id(run + 1, 0) - 1);
        let query = containing.into_iter().fold(query, |query, text| query.bind(text.to_owned()));
        let mut rows = pin!(query.fetch(&self.readers));
        while let Some(row) = next(rows.as_mut()).await? {
            read(log_row(&row)?)?;
        }
        Ok(())
    }

    async fn end_of_log(&self, run: &str) -> Result<i64, Failure> {
        let Some(key) = self.key(run).await? else { return Ok(0) };
        let end = "SELECT id & 0xffffffff FROM log WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1";
        let end = sqlx::query_scalar(end).bind(row_id(key, 0)).bind(row_id(key + 1, 0) - 1);
        Ok(end.fetch_optional(&self.readers).await?.unwrap_or_default())
    }
}
