//! Reading runs and their entries.

use super::{
    log::PostgresLog,
    migrate::{GRAPHS, LISTS},
    session::answered,
    sql::{Schema, Sql},
    view::View,
};
use crate::{
    error::StoreError,
    log::{
        api::{EventRecord, RunCounts, RunFilter, RunProgress, RunRecord, RunSummary},
        entries::{self, Dialect, Failure, RowText, RunRows, Selection, Statement, Value, log_row, next},
    },
};
use sqlx::{PgConnection, postgres::PgRow};
use std::sync::atomic::Ordering;

/// The numbers of rows that a reader of events queries at once. The server sends every row that a
/// statement selects, also if the reader needs fewer.
const FIRST_ROWS: i64 = 8;
const MAX_ROWS: i64 = 64;

/// The number of a run's last event.
const LAST_SEQ: &str = "coalesce((SELECT seq FROM ~log WHERE run = runs.no ORDER BY position DESC LIMIT 1), 0)";

/// Returns the columns of a run, as `entries::run` reads them.
pub(super) fn run_columns(View { status, ended, .. }: &View) -> String {
    format!(
        "runs.id, pipeline, definition, {status}, input, output, error, tag, parent, code, started, {ended}, {LAST_SEQ}, epoch"
    )
}

/// Returns the columns of a run in a list, as `entries::summary` reads them. An earlier version did not record the steps.
pub(super) fn summary_columns(View { status, ended, .. }: &View, has_steps: bool) -> String {
    let steps = if has_steps {
        "steps, steps_done, failed_step, failed_attempt"
    } else {
        "NULL::BIGINT, NULL::BIGINT, NULL::TEXT, NULL::BIGINT"
    };
    format!(
        "runs.id, pipeline, definition, {status}, tag, parent, started, {ended}, {LAST_SEQ}, {steps}, \
         CASE WHEN status = 'failed' THEN substr(error, 1, 4096) END"
    )
}

/// The join that adds the rows of runs to a list.
pub(super) const LISTED: &str = "JOIN ~runs AS runs ON runs.no = listed_no";

pub(super) const DIALECT: Dialect = Dialect { runs: "~runs", id: "id COLLATE \"C\"", has_statistics: true };

/// Returns the query for the rows of a run, or for those that contain a text.
pub(super) fn rows(containing: bool) -> &'static str {
    if containing {
        "SELECT run, position, seq, n, entries FROM ~log AS log JOIN ~runs AS runs ON runs.no = log.run \
         WHERE runs.id = $1 AND strpos(entries, $2) > 0 ORDER BY position"
    } else {
        "SELECT run, position, seq, n, entries FROM ~log AS log JOIN ~runs AS runs ON runs.no = log.run WHERE runs.id = $1 ORDER BY position"
    }
}

pub(super) async fn find_run(
    connection: &mut PgConnection,
    schema: &Schema,
    view: &View,
    run: &str,
) -> Result<Option<RunRecord>, Failure> {
    let sql = format!("SELECT {} FROM ~runs AS runs WHERE id = $1", run_columns(view));
    schema.sql(&sql).find(run).row(connection).await?.as_ref().map(entries::run).transpose()
}

impl PostgresLog {
    pub(super) async fn run_record(&self, run: &str) -> Result<Option<RunRecord>, Failure> {
        let mut reader = self.reader().await?;
        let record = answered(find_run(&mut reader.connection, &self.schema, &self.view(), run)).await?;
        reader.done();
        Ok(record)
    }

    pub(super) async fn find_progress(&self, run: &str) -> Result<Option<RunProgress>, Failure> {
        let mut reader = self.reader().await?;
        let status = self.view().status;
        let sql = format!("SELECT {status}, {LAST_SEQ}, epoch FROM ~runs AS runs WHERE id = $1");
        let row = answered(self.schema.sql(&sql).find(run).row(&mut reader.connection)).await?;
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

    pub(super) async fn graph_text(&self, hash: &str) -> Result<Option<String>, Failure> {
        if !self.has(GRAPHS) {
            return Ok(None);
        }
        let mut reader = self.reader().await?;
        let graph = self.schema.sql("SELECT graph FROM ~definitions WHERE hash = $1").find(hash);
        let graph: Option<(Option<String>,)> = answered(graph.first(&mut reader.connection)).await?;
        reader.done();
        Ok(graph.and_then(|(graph,)| graph))
    }

    pub(super) async fn find_runs(&self, filter: &RunFilter) -> Result<Vec<RunRecord>, Failure> {
        let view = self.view();
        let columns = run_columns(&view);
        let rows = self.selected(filter, &view, |selection| DIALECT.list(selection, &columns, LISTED)).await?;
        rows.iter().map(entries::run).collect()
    }

    pub(super) async fn list_runs(&self, filter: &RunFilter) -> Result<Vec<RunSummary>, Failure> {
        let view = self.view();
        let columns = summary_columns(&view, self.has(LISTS));
        let rows = self.selected(filter, &view, |selection| DIALECT.list(selection, &columns, LISTED)).await?;
        rows.iter().map(entries::summary).collect()
    }

    /// Returns `true` if the tables have this migration.
    fn has(&self, migration: usize) -> bool {
        self.version.load(Ordering::Relaxed) >= migration
    }

    /// Returns how runs are read. A log that is only read cannot mark runs as interrupted, and shows them as that.
    fn view(&self) -> View {
        if self.read_only { View::now(self.outage(false)) } else { View::recorded() }
    }

    pub(super) async fn count_runs(&self, filter: &RunFilter) -> Result<RunCounts, Failure> {
        let (mut counts, view) = (RunCounts::default(), self.view());
        let rows = self.selected(filter, &view, |selection| DIALECT.count(selection)).await?;
        rows.iter().try_for_each(|row| entries::count(row, &mut counts))?;
        Ok(counts)
    }

    /// Returns the rows of a statement about the runs that a filter selects, or none if the run in its `before` does not exist.
    async fn selected(
        &self,
        filter: &RunFilter,
        view: &View,
        statement: impl FnOnce(Selection<'_>) -> Statement,
    ) -> Result<Vec<PgRow>, Failure> {
        let mut selection = Selection { filter, before: None, few: false, dead: view.dead.as_deref() };
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

impl RunRows for PostgresLog {
    async fn each_row(
        &self,
        run: &str,
        containing: Option<&str>,
        mut read: impl FnMut(RowText) -> Result<(), StoreError> + Send,
    ) -> Result<(), Failure> {
        let mut reader = self.reader().await?;
        let sql = self.schema.sql(rows(containing.is_some())).find(run);
        let sql = containing.into_iter().fold(sql, Sql::find);
        let mut stream = sql.stream(&mut reader.connection)?;
        while let Some(row) = answered(async { Ok(next(stream.as_mut()).await?) }).await? {
            read(log_row(&row)?)?;
        }
        drop(stream);
        reader.done();
        Ok(())
    }

    async fn end_of_log(&self, run: &str) -> Result<i64, Failure> {
        let end =
            "SELECT position FROM ~log WHERE run = (SELECT no FROM ~runs WHERE id = $1) ORDER BY position DESC LIMIT 1";
        let mut reader = self.reader().await?;
        let end: Option<(i64,)> = answered(self.schema.sql(end).find(run).first(&mut reader.connection)).await?;
        reader.done();
        Ok(end.map_or(0, |(position,)| position))
    }
}
