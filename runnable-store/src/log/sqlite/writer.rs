//! The connection that writes.

use crate::{
    error::StoreError,
    log::{
        api::{Write, Writes},
        entries::{Failure, LogRow, OwnedRun, OwnedRuns, Plan, apply},
    },
    time,
};
use serde_json::value::RawValue;
use sqlx::{
    AssertSqlSafe, Connection, SqliteConnection,
    query::Query,
    sqlite::{Sqlite, SqliteArguments},
};
use std::sync::Arc;

/// The maximum number of rows in a statement.
const MAX_ROWS: usize = 64;

/// Returns the number of rows for the next statement. Few different numbers keep the statement cache small.
fn statement_size(left: usize) -> usize {
    if left <= 4 { left } else { MAX_ROWS.min(1 << left.ilog2()) }
}

type Statement = Query<'static, Sqlite, SqliteArguments>;

#[derive(Debug)]
pub(super) struct Writer {
    pub(super) connection: SqliteConnection,
    /// The running runs of this process.
    pub(super) runs: OwnedRuns,
    /// The `INSERT` statements, by the number of their rows.
    inserts: Vec<Arc<str>>,
}

impl Writer {
    pub(super) fn new(connection: SqliteConnection) -> Self {
        let inserts = (1..=MAX_ROWS).map(|rows| insert(rows).into()).collect();
        Self { connection, runs: OwnedRuns::new(), inserts }
    }

    /// Appends entries to the logs of runs: all of them or none.
    pub(super) async fn append(&mut self, writes: &[Writes]) -> Result<(), Failure> {
        let Plan { ends, rows, ended } = Plan::new(&self.runs, writes)?;
        let mut statements = fill(&self.inserts, rows)?;
        statements.extend(ended.into_iter().map(|(run, write)| end(run, write)));
        execute(&mut self.connection, statements).await?;
        apply(&mut self.runs, ends);
        Ok(())
    }
}

async fn execute(connection: &mut SqliteConnection, mut statements: Vec<Statement>) -> Result<(), sqlx::Error> {
    if statements.len() == 1
        && let Some(only) = statements.pop()
    {
        // A statement is a transaction by itself: a single step needs neither `BEGIN` nor `COMMIT`.
        return only.execute(connection).await.map(drop);
    }
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    for statement in statements {
        statement.execute(&mut *transaction).await?;
    }
    transaction.commit().await
}

/// Returns the statements that insert these rows.
fn fill(inserts: &[Arc<str>], rows: Vec<(i64, LogRow)>) -> Result<Vec<Statement>, StoreError> {
    let (mut statements, mut left, mut room) = (Vec::new(), rows.len(), 0);
    let mut insert: Option<Statement> = None;
    for (run, row) in rows {
        if room == 0 {
            room = statement_size(left);
            left -= room;
            statements.extend(insert.take());
            insert = Some(sqlx::query(AssertSqlSafe(Arc::clone(&inserts[room - 1]))));
        }
        room -= 1;
        let (id, seq, events, text) = (row_id(run, row.position), row.seq, row.events, row.into_text()?);
        insert = insert.map(|insert| insert.bind(id).bind(seq).bind(events).bind(text));
    }
    statements.extend(insert);
    Ok(statements)
}

/// Returns the key of a row. The rows of a run lie next to each other, in order.
pub(super) fn row_id(run: i64, position: i64) -> i64 {
    (run << 32) | position
}

fn insert(rows: usize) -> String {
    format!("INSERT INTO log (id, seq, n, entries) VALUES {}", vec!["(?, ?, ?, ?)"; rows].join(", "))
}

/// Returns the statement that ends a run. If the run has another owner by now, the status becomes NULL, which the table refuses.
fn end(run: &OwnedRun, write: &Write) -> Statement {
    let update = sqlx::query(
        "UPDATE runs SET status = CASE WHEN owner = ? THEN ? END, ended = ?, output = ?, error = ?, owner = NULL WHERE no = ?",
    );
    let Write::RunEnded { at, status, output, error } = write else { return update };
    let (output, error) = (output.as_deref().map(RawValue::get), error.as_deref().map(RawValue::get));
    let update = update.bind(run.owner.clone()).bind(status.name()).bind(time::to_millis(*at));
    update.bind(output.map(ToOwned::to_owned)).bind(error.map(ToOwned::to_owned)).bind(run.key)
}
