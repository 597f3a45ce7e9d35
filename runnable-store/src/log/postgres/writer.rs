//! The connection that appends.

use super::{
    session::{answered, open_session},
    sql::{Schema, Sql},
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{Json, Write, Writes},
        entries::{Ended, Failure, LogEnd, LogRow, OwnedRuns, Plan, apply},
    },
    time,
};
use sqlx::{PgConnection, error::DatabaseError, postgres::PgConnectOptions};
use std::{collections::HashSet, sync::Arc};

#[derive(Debug, Default)]
pub(super) struct Writer {
    /// `None` while an operation uses it, and after a failure.
    connection: Option<PgConnection>,
    /// The owners in this process.
    pub(super) owners: HashSet<String>,
    /// The running runs of this process.
    pub(super) runs: OwnedRuns,
}

/// The log ends of runs after an append, or `None` for a run that ends.
type LogEnds = Vec<(Arc<str>, Option<LogEnd>)>;

impl Writer {
    /// Returns the connection, or a new connection. An operation that fails, or whose future is
    /// dropped, closes it.
    pub(super) async fn connection(&mut self, options: &PgConnectOptions) -> Result<PgConnection, Failure> {
        match self.connection.take() {
            Some(connection) => Ok(connection),
            None => Ok(open_session(options).await?),
        }
    }

    /// Keeps the connection for the next operation.
    pub(super) fn keep(&mut self, connection: PgConnection) {
        self.connection = Some(connection);
    }

    pub(super) fn take(&mut self) -> Option<PgConnection> {
        self.connection.take()
    }

    /// Appends entries to the logs of runs: all of them or none. If an earlier attempt has appended
    /// them, and its answer was lost, nothing is appended `again`.
    pub(super) async fn append(
        &mut self,
        options: &PgConnectOptions,
        schema: &Schema,
        writes: &[Writes],
        again: bool,
    ) -> Result<(), Failure> {
        let append = Append::new(&self.runs, writes)?;
        let mut connection = self.connection(options).await?;
        let mut appended = answered(append.execute(&mut connection, schema)).await;
        if again
            && appended.as_ref().is_err_and(is_conflict)
            && answered(append.was_done(&mut connection, schema)).await?
        {
            appended = Ok(());
        }
        if let Ok(()) | Err(Failure::Store(_)) = appended {
            self.keep(connection);
        }
        appended?;
        apply(&mut self.runs, append.ends);
        Ok(())
    }
}

/// Returns whether an append failed as it does if it was done before: the rows are there, or the
/// run has another epoch.
fn is_conflict(failure: &Failure) -> bool {
    match failure {
        Failure::Store(error) => error.kind() == StoreErrorKind::Invalid,
        Failure::Driver(error) => error.as_database_error().is_some_and(DatabaseError::is_unique_violation),
    }
}

/// An append.
struct Append {
    ends: LogEnds,
    /// The runs and their epochs.
    runs: (Vec<i64>, Vec<i64>),
    /// The run and the epoch of each row.
    owners: (Vec<i64>, Vec<i64>),
    rows: Columns,
    ended: Ends,
}

impl Append {
    fn new(runs: &OwnedRuns, writes: &[Writes]) -> Result<Self, StoreError> {
        let Plan { ends, rows, ended } = Plan::new(runs, writes)?;
        let held = ends.iter().filter_map(|(run, _)| runs.get(run)).map(|run| (run.key, run.epoch)).unzip();
        let (owners, rows): (Vec<(i64, i64)>, Vec<LogRow>) =
            rows.into_iter().map(|(run, row)| ((run.key, run.epoch), row)).unzip();
        Ok(Self {
            ends,
            runs: held,
            owners: owners.into_iter().unzip(),
            rows: Columns::of(rows)?,
            ended: Ends::of(&ended),
        })
    }

    /// Adds rows and ends runs, unless a run has another epoch.
    async fn execute(&self, connection: &mut PgConnection, schema: &Schema) -> Result<(), Failure> {
        let (keys, epochs) = &self.runs;
        let ends = if self.ended.runs.is_empty() { "" } else { END };
        let append = format!("{APPEND}{ends} SELECT no FROM held");
        let append = schema.sql(&append).bind(keys).bind(epochs).bind(&self.owners.0).bind(&self.owners.1);
        let held: Vec<(i64,)> = self.ended.bind(self.rows.bind(append)).all(connection).await?;
        match self.ends.iter().zip(keys).find(|(_, key)| !held.contains(&(**key,))) {
            Some(((run, _), _)) => Err(StoreError::lost(run).into()),
            None => Ok(()),
        }
    }

    /// Returns whether an earlier attempt was committed. A run has one writer for each epoch, so
    /// its rows and its end were written by that attempt if they have its epoch.
    async fn was_done(&self, connection: &mut PgConnection, schema: &Schema) -> Result<bool, Failure> {
        let rows = schema.sql(ROWS).bind(&self.owners.0).bind(&self.owners.1);
        let rows = rows.bind(&self.rows.positions).bind(&self.rows.texts).first(connection).await?;
        let ended = schema.sql(ENDED).bind(&self.ended.runs).bind(&self.ended.epochs).first(connection).await?;
        Ok(rows == Some((true,)) || ended == Some((true,)))
    }
}

/// One statement: a process that freezes never leaves the rows of runs locked, and a step takes one
/// round trip. `held` keeps others from claiming the runs until the commit.
const APPEND: &str = "WITH held AS (
        SELECT runs.no FROM ~runs AS runs JOIN unnest($1, $2) AS ours (no, epoch) USING (no, epoch) FOR SHARE OF runs
    ), added AS (
        INSERT INTO ~log (run, epoch, position, seq, n, entries)
        SELECT * FROM unnest($3, $4, $5, $6, $7, $8)
        WHERE (SELECT count(*) FROM held) = cardinality($1)
    )";

/// The part of [`APPEND`] that ends runs. The server plans most appends without it, which are those
/// of steps.
const END: &str = ", ended AS (
        UPDATE ~runs AS runs SET status = ends.status, ended = ends.ended, output = ends.output, error = ends.error, owner = NULL,
               steps = ends.steps, steps_done = ends.steps_done, failed_step = ends.failed_step, failed_attempt = ends.failed_attempt,
               ended_by = epoch, epoch = epoch + 1
        FROM unnest($9, $10, $11, $12, $13, $14, $15, $16, $17)
             AS ends (no, status, ended, output, error, steps, steps_done, failed_step, failed_attempt)
        WHERE runs.no = ends.no AND (SELECT count(*) FROM held) = cardinality($1)
    )";

/// At least one row is given, and all rows are in the log.
const ROWS: &str = "SELECT count(*) > 0 AND count(*) = cardinality($1) FROM ~log AS log JOIN unnest($1, $2, $3, $4) AS ours (run, epoch, position, entries) \
                    USING (run, epoch, position, entries)";

/// At least one run is given, and all runs were ended under these epochs.
const ENDED: &str = "SELECT count(*) > 0 AND count(*) = cardinality($1) FROM ~runs AS runs \
                     JOIN unnest($1, $2) AS ours (no, epoch) ON runs.no = ours.no AND runs.ended_by = ours.epoch";

/// Rows of the log without their runs, by column.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) positions: Vec<i64>,
    pub(super) seqs: Vec<i64>,
    pub(super) counts: Vec<i64>,
    pub(super) texts: Vec<String>,
}

impl Columns {
    pub(super) fn of(rows: Vec<LogRow>) -> Result<Self, StoreError> {
        let mut columns = Self::default();
        for row in rows {
            columns.positions.push(row.position);
            columns.seqs.push(row.seq);
            columns.counts.push(row.events);
            columns.texts.push(row.into_text()?);
        }
        Ok(columns)
    }

    fn bind<'a>(&self, statement: Sql<'a>) -> Sql<'a> {
        let Self { positions, seqs, counts, texts } = self;
        statement.bind(positions).bind(seqs).bind(counts).bind(texts)
    }
}

/// The ends of runs, by column.
#[derive(Default)]
struct Ends {
    runs: Vec<i64>,
    epochs: Vec<i64>,
    statuses: Vec<&'static str>,
    times: Vec<i64>,
    outputs: Vec<Option<String>>,
    errors: Vec<Option<String>>,
    steps: Vec<Option<i64>>,
    steps_done: Vec<Option<i64>>,
    failed_steps: Vec<Option<String>>,
    failed_attempts: Vec<Option<i64>>,
}

impl Ends {
    fn of(ended: &[Ended<'_>]) -> Self {
        let text = |json: &Option<Json>| json.as_ref().map(|json| json.get().to_owned());
        let mut ends = Self::default();
        for Ended { run, end, tally } in ended {
            let Write::RunEnded { at, status, output, error } = end else { continue };
            let cause = tally.as_ref().and_then(|tally| tally.cause(end));
            ends.runs.push(run.key);
            ends.epochs.push(run.epoch);
            ends.statuses.push(status.name());
            ends.times.push(time::to_millis(*at));
            ends.outputs.push(text(output));
            ends.errors.push(text(error));
            ends.steps.push(tally.as_ref().map(|tally| tally.steps));
            ends.steps_done.push(tally.as_ref().map(|tally| tally.done));
            ends.failed_steps.push(cause.map(|(path, _)| path.to_owned()));
            ends.failed_attempts.push(cause.map(|(_, attempt)| attempt));
        }
        ends
    }

    fn bind<'a>(&self, statement: Sql<'a>) -> Sql<'a> {
        let Self { runs, statuses, times, outputs, errors, .. } = self;
        let statement = statement.bind(runs).bind(statuses).bind(times).bind(outputs).bind(errors);
        let Self { steps, steps_done, failed_steps, failed_attempts, .. } = self;
        statement.bind(steps).bind(steps_done).bind(failed_steps).bind(failed_attempts)
    }
}
