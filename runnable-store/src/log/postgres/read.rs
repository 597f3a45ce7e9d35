//! Looking at what is recorded.

use super::{PostgresLog, failure::Failure};
use crate::{
    ArtifactRecord, EventRecord, RunFilter, RunRecord, StepRecord,
    log::entries::rows,
    log::entries::{artifacts_of, events_of, steps_of},
};
use futures_core::Stream;
use sqlx::{AssertSqlSafe, PgExecutor, Postgres, QueryBuilder, Row, postgres::PgRow};
use std::{
    future::poll_fn,
    pin::{Pin, pin},
};

/// The columns of a run.
const RUN: &str = "runs.id, pipeline, definition, status, input, output, error, tag, parent, code, started, ended, \
    coalesce((SELECT seq FROM log WHERE run = runs.no ORDER BY position DESC LIMIT 1), 0)";

fn run_of(row: &PgRow) -> Result<RunRecord, Failure> {
    Ok(rows::run_of!(row)?)
}

pub(super) async fn run(from: impl PgExecutor<'_>, run: &str) -> Result<Option<RunRecord>, Failure> {
    let sql = AssertSqlSafe(format!("SELECT {RUN} FROM runs WHERE id = $1"));
    sqlx::query(sql).bind(run).fetch_optional(from).await?.as_ref().map(run_of).transpose()
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
        sql.build().fetch_all(&self.readers).await?.iter().map(run_of).collect()
    }

    /// The rows of a run's log.
    async fn rows(&self, run: &str) -> Result<Vec<String>, Failure> {
        let rows = sqlx::query_scalar(
            "SELECT entries FROM log JOIN runs ON runs.no = log.run WHERE runs.id = $1 ORDER BY position",
        );
        Ok(rows.bind(run).fetch_all(&self.readers).await?)
    }

    pub(super) async fn find_steps(&self, run: &str) -> Result<Vec<StepRecord>, Failure> {
        Ok(steps_of(&self.rows(run).await?)?)
    }

    pub(super) async fn find_artifacts(&self, run: &str) -> Result<Vec<ArtifactRecord>, Failure> {
        Ok(artifacts_of(&self.rows(run).await?)?)
    }

    pub(super) async fn find_events(&self, run: &str, after: u64, limit: usize) -> Result<Vec<EventRecord>, Failure> {
        // A run has no fewer entries than events: what holds those after `after` is not before entry `after`.
        let sql = "SELECT seq, n, entries FROM log WHERE run = (SELECT no FROM runs WHERE id = $1) AND position >= $2 AND seq > $2 AND n > 0 \
                   ORDER BY position";
        let mut rows =
            pin!(sqlx::query(sql).bind(run).bind(i64::try_from(after).unwrap_or(i64::MAX)).fetch(&self.readers));
        let mut events = Vec::new();
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
    mut rows: Pin<&mut (impl Stream<Item = Result<PgRow, sqlx::Error>> + ?Sized)>,
) -> Result<Option<PgRow>, sqlx::Error> {
    poll_fn(|cx| rows.as_mut().poll_next(cx)).await.transpose()
}
