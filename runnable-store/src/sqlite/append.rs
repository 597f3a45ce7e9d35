//! The one connection that writes.

use super::failure::Place;
use crate::{
    StoreError, StoreErrorKind, Write,
    entries::{Page, examine},
};
use serde_json::value::RawValue;
use sqlx::{
    AssertSqlSafe, Connection, SqliteConnection,
    query::Query,
    sqlite::{Sqlite, SqliteArguments},
};
use std::{collections::HashMap, sync::Arc};

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
    pub(super) runs: HashMap<Arc<str>, Ours>,
    /// `INSERT` for so many rows.
    inserts: Vec<Arc<str>>,
}

/// A run that this store runs.
#[derive(Debug, Clone)]
pub(super) struct Ours {
    pub(super) no: i64,
    pub(super) owner: String,
    /// The end of its log: the number of entries, and the last event.
    pub(super) end: (i64, i64),
}

/// What is being added to a run.
struct Added<'a> {
    run: &'a Arc<str>,
    ours: &'a Ours,
    page: Page,
    over: bool,
}

impl Writer {
    pub(super) fn new(connection: SqliteConnection) -> Self {
        Self { connection, runs: HashMap::new(), inserts: (1..=ROWS).map(|rows| insert(rows).into()).collect() }
    }

    /// Adds to the logs of runs, all or nothing.
    pub(super) async fn append(&mut self, place: &Place, writes: &[(Arc<str>, Write)]) -> Result<(), StoreError> {
        let (statements, ends) = statements(&self.runs, &self.inserts, writes)?;
        execute(&mut self.connection, statements).await.map_err(|error| place.failed(error))?;
        for (run, end) in ends {
            match end {
                Some(end) => {
                    if let Some(ours) = self.runs.get_mut(&run) {
                        ours.end = end;
                    }
                }
                None => drop(self.runs.remove(&run)),
            }
        }
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

/// The ends of runs' logs; `None` where the run has ended.
type Ends = Vec<(Arc<str>, Option<(i64, i64)>)>;

/// What to do for these writes: a row for each run in as few statements as can be, and the ends of runs.
fn statements(
    runs: &HashMap<Arc<str>, Ours>,
    inserts: &[Arc<str>],
    writes: &[(Arc<str>, Write)],
) -> Result<(Vec<Statement>, Ends), StoreError> {
    let mut added: Vec<Added<'_>> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let (mut rows, mut updates) = (Vec::new(), Vec::new());
    for (run, write) in writes {
        examine(write)?;
        let place = *places.entry(run).or_insert(added.len());
        if place == added.len() {
            let ours = runs.get(run).ok_or_else(|| not_ours(run))?;
            added.push(Added { run, ours, page: Page::after(ours.end.0, ours.end.1), over: false });
        }
        let to = &mut added[place];
        if to.over {
            return Err(not_ours(run));
        }
        match write {
            Write::RunEnded { .. } => {
                to.over = true;
                updates.push(end(to.ours, write));
            }
            _ => to.add(write, &mut rows)?,
        }
    }
    let mut ends = Vec::with_capacity(added.len());
    for Added { run, ours, page, over } in added {
        ends.push((Arc::clone(run), (!over).then_some((page.position, page.seq))));
        if !page.entries.is_empty() {
            rows.push((ours.no, page));
        }
    }
    let mut statements = fill(inserts, rows)?;
    statements.extend(updates);
    Ok((statements, ends))
}

impl Added<'_> {
    fn add(&mut self, write: &Write, rows: &mut Vec<(i64, Page)>) -> Result<(), StoreError> {
        if let Write::Event(event) = write
            && u64::try_from(self.page.seq + 1) != Ok(event.seq)
        {
            let message = format!(
                "event {} of the run `{}` is not the next one, which is {}",
                event.seq,
                self.run,
                self.page.seq + 1
            );
            return Err(StoreError::new(StoreErrorKind::Invalid, message));
        }
        self.page.add(write)?;
        if self.page.is_full() {
            let next = Page::after(self.page.position, self.page.seq);
            rows.push((self.ours.no, std::mem::replace(&mut self.page, next)));
        }
        Ok(())
    }
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

fn not_ours(run: &str) -> StoreError {
    StoreError::new(StoreErrorKind::Invalid, format!("this store does not run the run `{run}`, or it has ended"))
}
