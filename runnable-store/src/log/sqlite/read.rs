//! Reading runs and their entries.

use super::{log::SqliteLog, schema::Schema, statements::row_id};
use crate::log::{
    api::{
        ArmRecord, ArtifactRecord, EventRecord, RunCounts, RunFilter, RunProgress, RunRecord, RunSummary, StepRecord,
    },
    entries::{self, Dialect, Failure, Selection, Statement, Tally, Value, next},
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
    run: &str,
) -> Result<Option<RunRecord>, Failure> {
    let sql = AssertSqlSafe(format!("SELECT {} FROM runs WHERE id = ?", schema.run()));
    sqlx::query(sql).bind(run).fetch_optional(from).await?.as_ref().map(entries::run).transpose()
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
    pub(super) async fn find_progress(&self, run: &str) -> Result<Option<RunProgress>, Failure> {
        let row = sqlx::query(self.schema.progress()).bind(run).fetch_optional(&self.readers).await?;
        row.as_ref().map(|row| entries::progress(run, row)).transpose()
    }

    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Failure> {
        let Some(selection) = self.selection(filter).await? else { return Ok(Vec::new()) };
        let list = DIALECT.list(selection, self.schema.run(), "JOIN runs ON runs.no = listed_no");
        query(&list).fetch_all(&self.readers).await?.iter().map(entries::run).collect()
    }

    pub(super) async fn list_runs(&self, filter: &RunFilter) -> Result<Vec<RunSummary>, Failure> {
        let Some(selection) = self.selection(filter).await? else { return Ok(Vec::new()) };
        let list = DIALECT.list(selection, &self.schema.summary(), self.schema.listed());
        query(&list).fetch_all(&self.readers).await?.iter().map(entries::summary).collect()
    }

    pub(super) async fn count_runs(&self, filter: &RunFilter) -> Result<RunCounts, Failure> {
        let mut counts = RunCounts::default();
        let Some(selection) = self.selection(filter).await? else { return Ok(counts) };
        for row in query(&DIALECT.count(selection)).fetch_all(&self.readers).await? {
            entries::count(&row, &mut counts)?;
        }
        Ok(counts)
    }

    /// Returns what is known of the runs that a filter selects, or `None` if it selects none.
    async fn selection<'f>(&self, filter: &'f RunFilter) -> Result<Option<Selection<'f>>, Failure> {
        let mut selection = Selection { filter, before: None, few: false };
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

    /// Counts the steps of a run; returns the position up to which they are counted, too. The steps are not known if the log of
    /// the run is damaged.
    pub(super) async fn tally(&self, run: &str) -> Result<(i64, Option<Tally>), Failure> {
        let Some(key) = self.key(run).await? else { return Ok((0, None)) };
        let rows = sqlx::query_as("SELECT id & 0xffffffff, entries FROM log WHERE id BETWEEN ? AND ? ORDER BY id");
        let rows = rows.bind(row_id(key, 0)).bind(row_id(key + 1, 0) - 1);
        let rows: Vec<(i64, String)> = rows.fetch_all(&self.readers).await?;
        let position = rows.last().map_or(0, |(position, _)| *position);
        let rows: Vec<String> = rows.into_iter().map(|(_, entries)| entries).collect();
        Ok((position, Tally::of_rows(&rows).ok()))
    }

    /// Returns the key of a run, or `None` if the run does not exist.
    async fn key(&self, run: &str) -> Result<Option<i64>, Failure> {
        Ok(sqlx::query_scalar("SELECT no FROM runs WHERE id = ?").bind(run).fetch_optional(&self.readers).await?)
    }

    /// Returns the rows of a run's log.
    async fn rows(&self, run: &str) -> Result<Vec<String>, Failure> {
        let Some(run) = self.key(run).await? else { return Ok(Vec::new()) };
        let rows = sqlx::query_scalar("SELECT entries FROM log WHERE id BETWEEN ? AND ? ORDER BY id");
        Ok(rows.bind(row_id(run, 0)).bind(row_id(run + 1, 0) - 1).fetch_all(&self.readers).await?)
    }

    pub(super) async fn find_steps(&self, run: &str) -> Result<Vec<StepRecord>, Failure> {
        Ok(entries::steps(&self.rows(run).await?)?)
    }

    pub(super) async fn find_arms(&self, run: &str) -> Result<Vec<ArmRecord>, Failure> {
        Ok(entries::arms(&self.rows(run).await?)?)
    }

    pub(super) async fn find_artifacts(&self, run: &str) -> Result<Vec<ArtifactRecord>, Failure> {
        Ok(entries::artifacts(&self.rows(run).await?)?)
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
