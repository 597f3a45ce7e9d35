//! Reading runs and their entries.

use super::{
    log::PostgresLog,
    session::answered,
    sql::{Schema, Sql},
};
use crate::log::{
    api::{ArmRecord, ArtifactRecord, EventRecord, RunFilter, RunProgress, RunRecord, RunStatus, StepRecord},
    entries::{self, Failure, next},
};
use sqlx::{PgConnection, Row};
use std::fmt::Write as _;

/// The numbers of rows that a reader of events queries at once. The server sends every row that a
/// statement selects, also if the reader needs fewer.
const FIRST_ROWS: i64 = 8;
const MAX_ROWS: i64 = 64;

/// The number of a run's last event.
macro_rules! last_seq {
    () => {
        "coalesce((SELECT seq FROM ~log WHERE run = runs.no ORDER BY position DESC LIMIT 1), 0)"
    };
}

/// The columns of a run, as `entries::run` reads them.
pub(super) const RUN: &str = concat!(
    "runs.id, pipeline, definition, status, input, output, error, tag, parent, code, started, ended, ",
    last_seq!(),
    ", epoch"
);

/// The columns of a run's progress, as `entries::progress` reads them.
const PROGRESS: &str = concat!("SELECT status, ", last_seq!(), ", epoch FROM ~runs AS runs WHERE id = $1");

pub(super) async fn find_run(
    connection: &mut PgConnection,
    schema: &Schema,
    run: &str,
) -> Result<Option<RunRecord>, Failure> {
    let sql = format!("SELECT {RUN} FROM ~runs AS runs WHERE id = $1");
    schema.sql(&sql).find(run).row(connection).await?.as_ref().map(entries::run).transpose()
}

impl PostgresLog {
    pub(super) async fn run_record(&self, run: &str) -> Result<Option<RunRecord>, Failure> {
        let mut reader = self.reader().await?;
        let record = answered(find_run(&mut reader.connection, &self.schema, run)).await?;
        reader.done();
        Ok(record)
    }

    pub(super) async fn find_progress(&self, run: &str) -> Result<Option<RunProgress>, Failure> {
        let mut reader = self.reader().await?;
        let row = answered(self.schema.sql(PROGRESS).find(run).row(&mut reader.connection)).await?;
        reader.done();
        row.as_ref().map(|row| entries::progress(run, row)).transpose()
    }

    pub(super) async fn definition_body(&self, hash: &str) -> Result<Option<String>, Failure> {
        let mut reader = self.reader().await?;
        let body = self.schema.sql("SELECT body FROM ~definitions WHERE hash = $1").find(hash);
        let body: Option<(String,)> = answered(body.first(&mut reader.connection)).await?;
        reader.done();
        Ok(body.map(|(body,)| body))
    }

    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Failure> {
        let mut template = format!("SELECT {RUN} FROM ~runs AS runs WHERE true");
        let mut values: Vec<&str> = Vec::new();
        let conditions = [
            ("pipeline = $", filter.pipeline.as_deref()),
            ("status = $", filter.status.map(RunStatus::name)),
            ("tag = $", filter.tag.as_deref()),
            ("no < (SELECT no FROM ~runs WHERE id = $", filter.before.as_deref()),
        ];
        for (condition, value) in conditions {
            let Some(value) = value else { continue };
            values.push(value);
            let close = if condition.contains('(') { ")" } else { "" };
            let _ = write!(template, " AND {condition}{}{close}", values.len());
        }
        let _ = write!(template, " ORDER BY no DESC LIMIT ${}", values.len() + 1);
        let sql = values.into_iter().fold(self.schema.sql(&template), Sql::find);
        let sql = sql.bind(i64::try_from(filter.limit).unwrap_or(i64::MAX));
        let mut reader = self.reader().await?;
        let rows = answered(sql.rows(&mut reader.connection)).await?;
        reader.done();
        rows.iter().map(entries::run).collect()
    }

    /// Returns the rows of a run's log.
    async fn rows(&self, run: &str) -> Result<Vec<String>, Failure> {
        let sql = "SELECT entries FROM ~log AS log JOIN ~runs AS runs ON runs.no = log.run WHERE runs.id = $1 ORDER BY position";
        let mut reader = self.reader().await?;
        let mut stream = self.schema.sql(sql).find(run).stream(&mut reader.connection)?;
        let mut rows = Vec::new();
        while let Some(row) = answered(async { Ok(next(stream.as_mut()).await?) }).await? {
            rows.push(row.try_get(0)?);
        }
        drop(stream);
        reader.done();
        Ok(rows)
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
        // A run has at least as many entries as events, so the event after `after` is not before
        // the entry `after`.
        let sql = "SELECT position, seq, n, entries FROM ~log WHERE run = (SELECT no FROM ~runs WHERE id = $1) AND position >= $2 \
                   AND seq > $3 AND n > 0 ORDER BY position LIMIT $4";
        let after_seq = i64::try_from(after).unwrap_or(i64::MAX);
        let (mut from, mut rows_at_once) = (after_seq, FIRST_ROWS);
        let (mut events, mut room) = (Vec::new(), bytes.max(1));
        let mut reader = self.reader().await?;
        loop {
            let sql = self.schema.sql(sql).find(run).bind(from).bind(after_seq).bind(rows_at_once);
            let rows: Vec<(i64, i64, i64, String)> = answered(sql.all(&mut reader.connection)).await?;
            let mut left = rows_at_once;
            for (position, seq, count, row) in rows {
                left -= 1;
                from = position.saturating_add(1);
                if events.len() < limit && room > 0 {
                    entries::events((seq, count), &row, after, limit, &mut room, &mut events)?;
                }
            }
            if left > 0 || events.len() >= limit || room == 0 {
                break;
            }
            rows_at_once = (rows_at_once * 2).min(MAX_ROWS);
        }
        reader.done();
        Ok(events)
    }
}
