//! Looking at what is recorded.

use super::{SqliteLog, append::id, failure::Place};
use crate::{
    ArtifactRecord, EventRecord, RunFilter, RunRecord, StepRecord, StoreError,
    log::entries::rows,
    log::entries::{artifacts_of, events_of, steps_of},
};
use futures_core::Stream;
use sqlx::{AssertSqlSafe, QueryBuilder, Row, Sqlite, SqliteExecutor, sqlite::SqliteRow};
use std::{
    future::poll_fn,
    pin::{Pin, pin},
};

/// A failure to read: of the database, or of what it holds.
#[derive(Debug)]
pub(super) enum Unread {
    Driver(sqlx::Error),
    Record(StoreError),
}

impl From<sqlx::Error> for Unread {
    fn from(error: sqlx::Error) -> Self {
        Self::Driver(error)
    }
}

impl From<StoreError> for Unread {
    fn from(error: StoreError) -> Self {
        Self::Record(error)
    }
}

impl Unread {
    pub(super) fn at(self, place: &Place) -> StoreError {
        match self {
            Self::Driver(error) => place.failed(error),
            Self::Record(error) => error,
        }
    }
}

fn run_of(row: &SqliteRow) -> Result<RunRecord, Unread> {
    Ok(rows::run_of!(row)?)
}

pub(super) async fn run(from: impl SqliteExecutor<'_>, run: &str) -> Result<Option<RunRecord>, Unread> {
    let sql = AssertSqlSafe(format!("SELECT {RUN} FROM runs WHERE id = ?"));
    sqlx::query(sql).bind(run).fetch_optional(from).await?.as_ref().map(run_of).transpose()
}

/// The columns of a run.
const RUN: &str = "runs.id, pipeline, definition, status, input, output, error, tag, parent, code, started, ended, \
    coalesce((SELECT seq FROM log WHERE log.id BETWEEN runs.no << 32 AND ((runs.no + 1) << 32) - 1 ORDER BY log.id DESC LIMIT 1), 0)";

impl SqliteLog {
    pub(super) async fn find_run(&self, id: &str) -> Result<Option<RunRecord>, Unread> {
        run(&self.readers, id).await
    }

    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Unread> {
        let mut sql = QueryBuilder::<Sqlite>::new(format!("SELECT {RUN} FROM runs WHERE true"));
        if let Some(pipeline) = &filter.pipeline {
            sql.push(" AND pipeline = ").push_bind(pipeline);
        }
        if let Some(status) = filter.status {
            sql.push(" AND status = ").push_bind(status.name());
        }
        if let Some(tag) = &filter.tag {
            sql.push(" AND tag = ").push_bind(tag);
        }
        if let Some(before) = &filter.before {
            sql.push(" AND no < (SELECT no FROM runs WHERE id = ").push_bind(before).push(")");
        }
        sql.push(" ORDER BY no DESC LIMIT ").push_bind(i64::try_from(filter.limit).unwrap_or(i64::MAX));
        sql.build().fetch_all(&self.readers).await?.iter().map(run_of).collect()
    }

    /// The number of a run; `None` where there is none.
    async fn number(&self, run: &str) -> Result<Option<i64>, Unread> {
        Ok(sqlx::query_scalar("SELECT no FROM runs WHERE id = ?").bind(run).fetch_optional(&self.readers).await?)
    }

    /// The rows of a run's log that hold this.
    async fn rows(&self, run: &str) -> Result<Vec<String>, Unread> {
        let Some(run) = self.number(run).await? else { return Ok(Vec::new()) };
        let rows = sqlx::query_scalar("SELECT entries FROM log WHERE id BETWEEN ? AND ? ORDER BY id");
        Ok(rows.bind(id(run, 0)).bind(id(run + 1, 0) - 1).fetch_all(&self.readers).await?)
    }

    pub(super) async fn find_steps(&self, run: &str) -> Result<Vec<StepRecord>, Unread> {
        Ok(steps_of(&self.rows(run).await?)?)
    }

    pub(super) async fn find_artifacts(&self, run: &str) -> Result<Vec<ArtifactRecord>, Unread> {
        Ok(artifacts_of(&self.rows(run).await?)?)
    }

    pub(super) async fn find_events(&self, run: &str, after: u64, limit: usize) -> Result<Vec<EventRecord>, Unread> {
        let mut events = Vec::new();
        let Some(run) = self.number(run).await? else { return Ok(events) };
        // A run has no fewer entries than events: what holds those after `after` is not before entry `after`.
        let from = i64::try_from(after).unwrap_or(i64::MAX).min(u32::MAX.into());
        let sql = "SELECT seq, n, entries FROM log WHERE id BETWEEN ? AND ? AND seq > ? AND n > 0 ORDER BY id";
        let query = sqlx::query(sql).bind(id(run, from)).bind(id(run + 1, 0) - 1).bind(from);
        let mut rows = pin!(query.fetch(&self.readers));
        while events.len() < limit
            && let Some(row) = next(rows.as_mut()).await?
        {
            events_of(row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, after, limit, &mut events)?;
        }
        Ok(events)
    }
}

/// The next row of a query.
pub(super) async fn next(
    mut rows: Pin<&mut (impl Stream<Item = Result<SqliteRow, sqlx::Error>> + ?Sized)>,
) -> Result<Option<SqliteRow>, sqlx::Error> {
    poll_fn(|cx| rows.as_mut().poll_next(cx)).await.transpose()
}
