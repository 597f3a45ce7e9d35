//! The statements of an append. Each checks the epochs of its runs, in the transaction that writes.

use crate::{
    error::StoreError,
    log::{
        api::Write,
        entries::{Ended, LogRow, OwnedRun},
    },
    time,
};
use serde_json::value::RawValue;
use sqlx::{
    AssertSqlSafe,
    query::Query,
    sqlite::{Sqlite, SqliteArguments},
};
use std::{fmt::Write as _, sync::Arc};

/// The maximum number of rows in a statement.
const MAX_ROWS: usize = 64;

/// Returns the number of rows for the next statement. Few different numbers keep the statement cache small.
fn statement_size(left: usize) -> usize {
    if left <= 4 { left } else { MAX_ROWS.min(1 << left.ilog2()) }
}

pub(super) type Statement = Query<'static, Sqlite, SqliteArguments>;

/// A statement that affects no row, instead of `rows`, if another process got one of its runs.
pub(super) struct Fenced {
    pub(super) statement: Statement,
    pub(super) rows: u64,
}

/// The `INSERT` statements, by the number of their rows.
#[derive(Debug)]
pub(super) struct Inserts(Vec<Arc<str>>);

impl Inserts {
    pub(super) fn new() -> Self {
        Self((1..=MAX_ROWS).map(|rows| insert(rows).into()).collect())
    }

    /// Returns the statements that insert these rows.
    pub(super) fn fill(&self, rows: Vec<(&OwnedRun, LogRow)>) -> Result<Vec<Fenced>, StoreError> {
        let (mut statements, mut rows) = (Vec::new(), rows.into_iter());
        while rows.len() > 0 {
            let size = statement_size(rows.len());
            let mut statement: Statement = sqlx::query(AssertSqlSafe(Arc::clone(&self.0[size - 1])));
            let mut runs: Vec<&OwnedRun> = Vec::new();
            for (run, row) in rows.by_ref().take(size) {
                // The rows of a run follow each other.
                if runs.last().is_none_or(|last| last.key != run.key) {
                    runs.push(run);
                }
                statement = statement.bind(row_id(run.key, row.position)).bind(row.seq).bind(row.events);
                statement = statement.bind(row.into_text()?);
            }
            statement = match *runs {
                [run] if size == 1 => statement.bind(run.key).bind(run.epoch),
                _ => statement.bind(epochs(&runs)).bind(i64::try_from(runs.len()).unwrap_or(i64::MAX)),
            };
            statements.push(Fenced { statement, rows: size as u64 });
        }
        Ok(statements)
    }
}

/// Returns the key of a row. The rows of a run lie next to each other, in order.
pub(super) fn row_id(run: i64, position: i64) -> i64 {
    (run << 32) | position
}

fn insert(rows: usize) -> String {
    const HEAD: &str = "INSERT INTO log (id, seq, n, entries) SELECT";
    const EPOCHS: &str = "runs INDEXED BY runs_of_epoch";
    if rows == 1 {
        return format!("{HEAD} ?, ?, ?, ? FROM {EPOCHS} WHERE no = ? AND epoch = ?");
    }
    let values = vec!["(?, ?, ?, ?)"; rows].join(", ");
    format!(
        "{HEAD} * FROM (VALUES {values}) WHERE (SELECT count(*) FROM json_each(?) AS held CROSS JOIN {EPOCHS} \
         ON no = held.value ->> 0 AND epoch = held.value ->> 1) = ?"
    )
}

/// Returns the keys and the epochs of runs as JSON: `[[key,epoch],..]`.
fn epochs(runs: &[&OwnedRun]) -> String {
    let mut text = String::from("[");
    for OwnedRun { key, epoch, .. } in runs {
        let separator = if text.len() > 1 { "," } else { "" };
        // Cannot fail: the text is in memory.
        let _ = write!(text, "{separator}[{key},{epoch}]");
    }
    text.push(']');
    text
}

/// Returns the statement that ends a run.
pub(super) fn end(Ended { run, end, tally }: &Ended<'_>) -> Fenced {
    let update = sqlx::query(
        "UPDATE runs SET status = ?, ended = ?, output = ?, error = ?, steps = ?, steps_done = ?, failed_step = ?, \
         failed_attempt = ?, owner = NULL, epoch = epoch + 1 WHERE no = ? AND epoch = ?",
    );
    let Write::RunEnded { at, status, output, error } = end else { return Fenced { statement: update, rows: 1 } };
    let (output, error) = (output.as_deref().map(RawValue::get), error.as_deref().map(RawValue::get));
    let update = update.bind(status.name()).bind(time::to_millis(*at));
    let update = update.bind(output.map(ToOwned::to_owned)).bind(error.map(ToOwned::to_owned));
    let (steps, done) = tally.as_ref().map(|tally| (tally.steps, tally.done)).unzip();
    let cause = tally.as_ref().and_then(|tally| tally.cause(end)).map(|(path, attempt)| (path.to_owned(), attempt));
    let (step, attempt) = cause.unzip();
    let update = update.bind(steps).bind(done).bind(step).bind(attempt);
    Fenced { statement: update.bind(run.key).bind(run.epoch), rows: 1 }
}
