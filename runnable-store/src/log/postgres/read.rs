//! Reading runs and their entries.

use super::{
    log::PostgresLog,
    session::answered,
    sql::{Schema, Sql},
};
use crate::log::{
    api::{
        ArmRecord, ArtifactRecord, EventRecord, RunCounts, RunFilter, RunProgress, RunRecord, RunSummary, StepRecord,
    },
    entries::{self, Dialect, Failure, Selection, Statement, Tally, Value, next},
};
use sqlx::{PgConnection, Row, postgres::PgRow};
use std::sync::atomic::Ordering;

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

/// The columns of a run in a list, as `entries::summary` reads them.
pub(super) const SUMMARY: &str = concat!(
    "runs.id, pipeline, definition, status, tag, parent, started, ended, ",
    last_seq!(),
    ", steps, steps_done, failed_step, failed_attempt, CASE WHEN status = 'failed' THEN substr(error, 1, 4096) END"
);

/// The columns of a run in a list that an earlier version recorded.
const FIRST_SUMMARY: &str = concat!(
    "runs.id, pipeline, definition, status, tag, parent, started, ended, ",
    last_seq!(),
    ", NULL::BIGINT, NULL::BIGINT, NULL::TEXT, NULL::BIGINT, CASE WHEN status = 'failed' THEN substr(error, 1, 4096) END"
);

/// The join that adds the rows of runs to a list.
pub(super) const LISTED: &str = "JOIN ~runs AS runs ON runs.no = listed_no";

pub(super) const DIALECT: Dialect = Dialect { runs: "~runs", id: "id COLLATE \"C\"", has_statistics: true };

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
        let rows = self.selected(filter, |selection| DIALECT.list(selection, RUN, LISTED)).await?;
        rows.iter().map(entries::run).collect()
    }

    pub(super) async fn list_runs(&self, filter: &RunFilter) -> Result<Vec<RunSummary>, Failure> {
        let rows = self.selected(filter, |selection| DIALECT.list(selection, self.summary(), LISTED)).await?;
        rows.iter().map(entries::summary).collect()
    }

    /// Returns the columns of a run in a list that the tables have.
    fn summary(&self) -> &'static str {
        if self.has_lists.load(Ordering::Relaxed) { SUMMARY } else { FIRST_SUMMARY }
    }

    pub(super) async fn count_runs(&self, filter: &RunFilter) -> Result<RunCounts, Failure> {
        let (mut counts, rows) =
            (RunCounts::default(), self.selected(filter, |selection| DIALECT.count(selection)).await?);
        rows.iter().try_for_each(|row| entries::count(row, &mut counts))?;
        Ok(counts)
    }

    /// Returns the rows of a statement about the runs that a filter selects, or none if the run in its `before` does not exist.
    async fn selected(
        &self,
        filter: &RunFilter,
        statement: impl FnOnce(Selection<'_>) -> Statement,
    ) -> Result<Vec<PgRow>, Failure> {
        let mut selection = Selection { filter, before: None, few: false };
        let mut reader = self.reader().await?;
        if let Some(before) = &filter.before {
            let run = self.schema.sql("SELECT started, no FROM ~runs WHERE id = $1").find(before);
            let Some(run) = answered(run.first(&mut reader.connection)).await? else {
                reader.done();
                return Ok(Vec::new());
            };
            selection.before = Some(run);
        }
        if let Some(count) = DIALECT.count_prefix(filter) {
            let count: Option<(i64,)> = answered(self.bound(&count).first(&mut reader.connection)).await?;
            selection.few = count.is_some_and(|(count,)| count <= entries::FEW);
        }
        let statement = statement(selection);
        let rows = answered(self.bound(&statement).rows(&mut reader.connection)).await?;
        reader.done();
        Ok(rows)
    }

    /// Returns a statement with its values.
    pub(super) fn bound<'a>(&'a self, Statement { sql, values }: &'a Statement) -> Sql<'a> {
        values.iter().fold(self.schema.sql(sql), |sql, value| match value {
            Value::Text(text) => sql.find(text),
            Value::Number(number) => sql.bind(*number),
        })
    }

    /// Counts the steps of a run; returns the position up to which they are counted, too. The steps are not known if the log of
    /// the run is damaged.
    pub(super) async fn tally(&self, run: &str) -> Result<(i64, Option<Tally>), Failure> {
        let sql = "SELECT position, entries FROM ~log AS log JOIN ~runs AS runs ON runs.no = log.run WHERE runs.id = $1 ORDER BY position";
        let mut reader = self.reader().await?;
        let mut stream = self.schema.sql(sql).find(run).stream(&mut reader.connection)?;
        let (mut position, mut rows) = (0, Vec::new());
        while let Some(row) = answered(async { Ok(next(stream.as_mut()).await?) }).await? {
            position = row.try_get(0)?;
            rows.push(row.try_get(1)?);
        }
        drop(stream);
        reader.done();
        Ok((position, Tally::of_rows(&rows).ok()))
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
