//! The one connection that writes.

use super::failure::Place;
use crate::{
    StoreError, Write, Writes,
    log::entries::{
        Page,
        plan::{self, Ours, Plan, Runs},
    },
};
use serde_json::value::RawValue;
use sqlx::{
    AssertSqlSafe, Connection, SqliteConnection,
    query::Query,
    sqlite::{Sqlite, SqliteArguments},
};
use std::sync::Arc;

/// At most so many rows go into one statement.
const ROWS: usize = 64;

/// How many of so many rows go into the next statement: few sizes are few statements to prepare.
fn size(left: usize) -> usize {
    if left <= 4 { left } else { ROWS.min(1 << left.ilog2()) }
}

type Statement = Query<'static, Sqlite, SqliteArguments>;

#[derive(Debug)]
pub(super) struct Writer {
    pub(super) connection: SqliteConnection,
    /// The runs that this store runs.
    pub(super) runs: Runs,
    /// `INSERT` for so many rows.
    inserts: Vec<Arc<str>>,
}

impl Writer {
    pub(super) fn new(connection: SqliteConnection) -> Self {
        Self { connection, runs: Runs::new(), inserts: (1..=ROWS).map(|rows| insert(rows).into()).collect() }
    }

    /// Adds to the logs of runs, all or nothing.
    pub(super) async fn append(&mut self, place: &Place, writes: &[Writes]) -> Result<(), StoreError> {
        let Plan { ends, rows, over } = Plan::of(&self.runs, writes)?;
        let mut statements = fill(&self.inserts, rows)?;
        statements.extend(over.into_iter().map(|(ours, write)| end(ours, write)));
        execute(&mut self.connection, statements).await.map_err(|error| place.failed(error))?;
        plan::done(&mut self.runs, ends);
        Ok(())
    }
}

async fn execute(connection: &mut SqliteConnection, mut statements: Vec<Statement>) -> Result<(), sqlx::Error> {
    if statements.len() == 1
        && let Some(only) = statements.pop()
    {
        // It is a transaction of its own: a step alone needs no `BEGIN` and no `COMMIT`.
        return only.execute(connection).await.map(drop);
    }
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await?;
    for statement in statements {
        statement.execute(&mut *transaction).await?;
    }
    transaction.commit().await
}

/// The statements that insert these rows.
fn fill(inserts: &[Arc<str>], rows: Vec<(i64, Page)>) -> Result<Vec<Statement>, StoreError> {
    let (mut statements, mut left, mut room) = (Vec::new(), rows.len(), 0);
    let mut insert: Option<Statement> = None;
    for (run, page) in rows {
        if room == 0 {
            room = size(left);
            left -= room;
            statements.extend(insert.take());
            insert = Some(sqlx::query(AssertSqlSafe(Arc::clone(&inserts[room - 1]))));
        }
        room -= 1;
        let (id, seq, n, text) = (id(run, page.position), page.seq, page.n, page.text()?);
        insert = insert.map(|insert| insert.bind(id).bind(seq).bind(n).bind(text));
    }
    statements.extend(insert);
    Ok(statements)
}

/// The key of a row.
pub(super) fn id(run: i64, position: i64) -> i64 {
    (run << 32) | position
}

fn insert(rows: usize) -> String {
    format!("INSERT INTO log (id, seq, n, entries) VALUES {}", vec!["(?, ?, ?, ?)"; rows].join(", "))
}

/// Fails where the run is not its owner's any more: then it would have no status.
fn end(ours: &Ours, write: &Write) -> Statement {
    let update = sqlx::query(
        "UPDATE runs SET status = CASE WHEN owner = ? THEN ? END, ended = ?, output = ?, error = ?, owner = NULL WHERE no = ?",
    );
    let Write::RunEnded { at, status, output, error } = write else { return update };
    let (output, error) = (output.as_deref().map(RawValue::get), error.as_deref().map(RawValue::get));
    let update = update.bind(ours.owner.clone()).bind(status.name()).bind(*at);
    update.bind(output.map(ToOwned::to_owned)).bind(error.map(ToOwned::to_owned)).bind(ours.no)
}
