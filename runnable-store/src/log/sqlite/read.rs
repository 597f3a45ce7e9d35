//! Reading runs and their entries.

use super::{log::SqliteLog, statements::row_id};
use crate::log::{
    api::{ArmRecord, ArtifactRecord, EventRecord, RunFilter, RunProgress, RunRecord, StepRecord},
    entries::{self, Failure, next},
};
use sqlx::{AssertSqlSafe, QueryBuilder, Row, Sqlite, SqliteExecutor};
use std::pin::pin;

/// The number of a run's last event.
macro_rules! last_seq {
    () => {
        "coalesce((SELECT seq FROM log WHERE log.id BETWEEN runs.no << 32 AND ((runs.no + 1) << 32) - 1 ORDER BY log.id DESC LIMIT 1), 0)"
    };
}

/// The columns of a run, as `entries::run` reads them.
pub(super) const RUN: &str = concat!(
    "runs.id, pipeline, definition, status, input, output, error, tag, parent, code, started, ended, ",
    last_seq!(),
    ", epoch"
);

/// The columns of a run's progress, as `entries::progress` reads them.
const PROGRESS: &str = concat!("SELECT status, ", last_seq!(), ", epoch FROM runs WHERE id = ?");

pub(super) async fn find_run(from: impl SqliteExecutor<'_>, run: &str) -> Result<Option<RunRecord>, Failure> {
    let sql = AssertSqlSafe(format!("SELECT {RUN} FROM runs WHERE id = ?"));
    sqlx::query(sql).bind(run).fetch_optional(from).await?.as_ref().map(entries::run).transpose()
}

impl SqliteLog {
    pub(super) async fn find_progress(&self, run: &str) -> Result<Option<RunProgress>, Failure> {
        let row = sqlx::query(PROGRESS).bind(run).fetch_optional(&self.readers).await?;
        row.as_ref().map(|row| entries::progress(run, row)).transpose()
    }

    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Failure> {
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
        sql.build().fetch_all(&self.readers).await?.iter().map(entries::run).collect()
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
