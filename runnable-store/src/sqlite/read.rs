//! Looking at what is recorded.

use super::{SqliteLog, failure::Place};
use crate::{
    ArtifactRecord, EventRecord, RunFilter, RunRecord, StepRecord, StoreError,
    pack::{Stored, unfold},
    rows::{self, RUN},
};
use futures_core::Stream;
use sqlx::{AssertSqlSafe, QueryBuilder, Row, Sqlite, SqliteExecutor, sqlite::SqliteRow};
use std::{future::poll_fn, pin::pin};

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

pub(super) fn stored(row: &SqliteRow) -> Result<Stored, sqlx::Error> {
    let (seq, n, at, path) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, row.try_get(3)?);
    Ok(Stored { seq, n, at, path, attempt: row.try_get(4)?, kind: row.try_get(5)?, data: row.try_get(6)? })
}

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

    /// What a run's log holds besides its events.
    async fn entries(&self, run: &str, kinds: &'static str) -> Result<Vec<rows::Read>, Unread> {
        let sql = format!(
            "SELECT at, path, attempt, kind, data, log.error FROM log WHERE run = (SELECT no FROM runs WHERE id = ?) AND sub > 0 AND kind IN {kinds} \
             ORDER BY seq, sub"
        );
        Ok(sqlx::query_as(AssertSqlSafe(sql)).bind(run).fetch_all(&self.readers).await?)
    }

    pub(super) async fn find_steps(&self, run: &str) -> Result<Vec<StepRecord>, Unread> {
        Ok(rows::steps_of(
            self.entries(run, "('started', 'succeeded', 'failed', 'cancelled', 'interrupted', 'recovered')").await?,
        )?)
    }

    pub(super) async fn find_artifacts(&self, run: &str) -> Result<Vec<ArtifactRecord>, Unread> {
        Ok(rows::artifacts_of(self.entries(run, "('put', 'get')").await?)?)
    }

    pub(super) async fn find_events(&self, run: &str, after: u64, limit: usize) -> Result<Vec<EventRecord>, Unread> {
        let sql = "SELECT seq, n, at, path, attempt, kind, data FROM log WHERE run = (SELECT no FROM runs WHERE id = ?) AND seq > ? AND sub = 0 \
                   ORDER BY seq LIMIT ?";
        let query = sqlx::query(sql).bind(run).bind(i64::try_from(after).unwrap_or(i64::MAX));
        let query = query.bind(i64::try_from(limit).unwrap_or(i64::MAX));
        let mut rows = pin!(query.fetch(&self.readers));
        let mut events = Vec::new();
        while events.len() < limit
            && let Some(row) = poll_fn(|cx| rows.as_mut().poll_next(cx)).await
        {
            unfold(stored(&row?)?, after, limit, &mut events)?;
        }
        Ok(events)
    }
}
