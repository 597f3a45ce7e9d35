//! The one connection that writes.

use super::failure::Place;
use crate::{
    StoreError, StoreErrorKind, Write,
    rows::{End, Entry, Row},
};
use sqlx::{
    AssertSqlSafe, Connection, SqliteConnection,
    query::Query,
    sqlite::{Sqlite, SqliteArguments},
};
use std::{collections::HashMap, sync::Arc};

/// So many entries go into one statement: so many values, of the 32766 that SQLite allows, ten times.
///
/// Few sizes are few statements to prepare; a step alone is one statement, and so one transaction without `BEGIN` and `COMMIT`.
const ROWS: usize = 64;

/// How many of so many entries go into the next statement.
fn size(left: usize) -> usize {
    if left <= 8 { left } else { ROWS.min(1 << left.ilog2()) }
}

type Statement = Query<'static, Sqlite, SqliteArguments>;

#[derive(Debug)]
pub(super) struct Writer {
    pub(super) connection: SqliteConnection,
    /// The runs that this store runs.
    pub(super) runs: HashMap<Arc<str>, Ours>,
    /// `INSERT` for so many entries.
    inserts: Vec<Arc<str>>,
}

/// A run that this store runs.
#[derive(Debug, Clone)]
pub(super) struct Ours {
    pub(super) no: i64,
    pub(super) owner: String,
    pub(super) end: Position,
    /// Where it will be once what is being written is.
    pub(super) next: Position,
}

/// The last entry of a run's log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) seq: i64,
    pub(super) sub: i64,
    /// The run has ended.
    pub(super) over: bool,
}

impl Writer {
    pub(super) fn new(connection: SqliteConnection) -> Self {
        Self { connection, runs: HashMap::new(), inserts: (1..=ROWS).map(|rows| insert(rows).into()).collect() }
    }

    /// Adds to the logs of runs, all or nothing.
    pub(super) async fn append(&mut self, place: &Place, writes: &[(Arc<str>, Write)]) -> Result<(), StoreError> {
        let result = match self.statements(writes) {
            Ok(statements) => self.execute(statements).await.map_err(|error| place.failed(error)),
            Err(error) => Err(error),
        };
        for (run, _) in writes {
            let Some(ours) = self.runs.get_mut(run) else { continue };
            match &result {
                Ok(()) if ours.next.over => {
                    self.runs.remove(run);
                }
                Ok(()) => ours.end = ours.next,
                Err(_) => ours.next = ours.end,
            }
        }
        result
    }

    async fn execute(&mut self, mut statements: Vec<Statement>) -> Result<(), sqlx::Error> {
        if statements.len() == 1
            && let Some(only) = statements.pop()
        {
            return only.execute(&mut self.connection).await.map(drop);
        }
        let mut transaction = self.connection.begin_with("BEGIN IMMEDIATE").await?;
        for statement in statements {
            statement.execute(&mut *transaction).await?;
        }
        transaction.commit().await
    }

    /// What to do for these writes: entries in as few statements as can be, and the ends of runs.
    fn statements(&mut self, writes: &[(Arc<str>, Write)]) -> Result<Vec<Statement>, StoreError> {
        let mut statements = Vec::with_capacity(writes.len() / ROWS + 1);
        let mut left = writes.iter().filter(|(_, write)| !matches!(write, Write::RunEnded { .. })).count();
        let mut room = 0;
        let mut insert: Option<Statement> = None;
        let mut ends = Vec::new();
        for (run, write) in writes {
            let ours = self.runs.get_mut(run).filter(|ours| !ours.next.over).ok_or_else(|| not_ours(run))?;
            let entry = match write.row()? {
                Row::Entry(entry) => entry,
                Row::End(end) => {
                    ours.next.over = true;
                    ends.push(end_of(ours, &end));
                    continue;
                }
            };
            let position = ours.advance(run, write, &entry)?;
            let no = ours.no;
            if room == 0 {
                room = size(left);
                left -= room;
                statements.extend(insert.take());
                insert = Some(sqlx::query(AssertSqlSafe(Arc::clone(&self.inserts[room - 1]))));
            }
            room -= 1;
            insert = insert.map(|insert| bind(insert, no, position, entry));
        }
        statements.extend(insert);
        statements.extend(ends);
        Ok(statements)
    }
}

impl Ours {
    fn advance(&mut self, run: &str, write: &Write, entry: &Entry<'_>) -> Result<Position, StoreError> {
        let next = &mut self.next;
        if let Write::Event(event) = write {
            next.seq += 1;
            if u64::try_from(next.seq) != Ok(event.seq) {
                let message =
                    format!("event {} of the run `{run}` is not the next one, which is {}", event.seq, next.seq);
                return Err(StoreError::new(StoreErrorKind::Invalid, message));
            }
        } else {
            next.sub += 1;
        }
        Ok(Position { sub: if entry.event { 0 } else { next.sub }, ..*next })
    }
}

fn insert(rows: usize) -> String {
    let mut sql = String::from("INSERT INTO log (run, seq, sub, n, at, path, attempt, kind, data, error) VALUES ");
    for row in 0..rows {
        sql.push_str(if row == 0 { "(?, ?, ?, 1, ?, ?, ?, ?, ?, ?)" } else { ", (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)" });
    }
    sql
}

fn bind(statement: Statement, no: i64, position: Position, entry: Entry<'_>) -> Statement {
    statement
        .bind(no)
        .bind(position.seq)
        .bind(position.sub)
        .bind(entry.at)
        .bind(entry.path.to_owned())
        .bind(i64::from(entry.attempt))
        .bind(entry.kind.to_owned())
        .bind(entry.data.map(std::borrow::Cow::into_owned))
        .bind(entry.error.map(ToOwned::to_owned))
}

/// Fails where the run is not its owner's any more: then it would have no status.
fn end_of(ours: &Ours, end: &End<'_>) -> Statement {
    sqlx::query(
        "UPDATE runs SET status = CASE WHEN owner = ? THEN ? END, ended = ?, output = ?, error = ?, owner = NULL WHERE no = ?",
    )
    .bind(ours.owner.clone())
    .bind(end.status.name())
    .bind(end.at)
    .bind(end.output.map(ToOwned::to_owned))
    .bind(end.error.map(ToOwned::to_owned))
    .bind(ours.no)
}

fn not_ours(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, format!("this store does not run the run `{run}`, or it has ended"))
}
