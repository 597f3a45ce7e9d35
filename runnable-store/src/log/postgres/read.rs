//! Reading runs and their entries.

use super::log::PostgresLog;
use crate::log::{
    api::{ArmRecord, ArtifactRecord, EventRecord, RunFilter, RunRecord, StepRecord},
    entries::{self, Failure, next},
};
use sqlx::{AssertSqlSafe, PgExecutor, Postgres, QueryBuilder, Row};
use std::pin::pin;

/// The columns of a run, as `entries::run` reads them.
pub(super) const RUN: &str = "runs.id, pipeline, definition, status, input, output, error, tag, parent, code, started, ended, \
    coalesce((SELECT seq FROM log WHERE run = runs.no ORDER BY position DESC LIMIT 1), 0), epoch";

pub(super) async fn find_run(from: impl PgExecutor<'_>, run: &str) -> Result<Option<RunRecord>, Failure> {
    let sql = AssertSqlSafe(format!("SELECT {RUN} FROM runs WHERE id = $1"));
    sqlx::query(sql).bind(run).fetch_optional(from).await?.as_ref().map(entries::run).transpose()
}

impl PostgresLog {
    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Failure> {
        let mut sql = QueryBuilder::<Postgres>::new(format!("SELECT {RUN} FROM runs WHERE true"));
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

    /// Returns the rows of a run's log.
    async fn rows(&self, run: &str) -> Result<Vec<String>, Failure> {
        let rows = sqlx::query_scalar(
            "SELECT entries FROM log JOIN runs ON runs.no = log.run WHERE runs.id = $1 ORDER BY position",
        );
        Ok(rows.bind(run).fetch_all(&self.readers).await?)
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

    pub(super) async fn find_events(&self, run: &str, after: u64, limit: usize) -> Result<Vec<EventRecord>, Failure> {
        // A run has at least as many entries as events, so the event after `after` is not before the entry `after`.
        let sql = "SELECT seq, n, entries FROM log WHERE run = (SELECT no FROM runs WHERE id = $1) AND position >= $2 AND seq > $2 AND n > 0 \
                   ORDER BY position";
        let from = i64::try_from(after).unwrap_or(i64::MAX);
        let mut rows = pin!(sqlx::query(sql).bind(run).bind(from).fetch(&self.readers));
        let mut events = Vec::new();
        while events.len() < limit
            && let Some(row) = next(rows.as_mut()).await?
        {
            entries::events((row.try_get(0)?, row.try_get(1)?), row.try_get(2)?, after, limit, &mut events)?;
        }
        Ok(events)
    }
}
