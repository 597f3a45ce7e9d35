//! The session that writes, and holds the locks of the owners.

use super::connect::open_session;
use crate::{
    error::StoreError,
    log::{
        api::{Json, Write, Writes},
        entries::{Failure, LogEnd, LogRow, OwnedRun, OwnedRuns, Plan, apply},
    },
    time,
};
use sqlx::{
    Connection, PgConnection, Postgres,
    postgres::{PgArguments, PgConnectOptions},
    query::QueryScalar,
};
use std::{collections::HashSet, sync::Arc};

#[derive(Debug)]
pub(super) struct Writer {
    options: PgConnectOptions,
    pub(super) connection: PgConnection,
    /// `true` if the session may have ended.
    broken: bool,
    /// The owners in this process.
    pub(super) owners: HashSet<String>,
    /// The running runs of this process.
    pub(super) runs: OwnedRuns,
}

/// Takes the lock of an owner for the rest of the session.
pub(super) async fn lock(connection: &mut PgConnection, owner: &str) -> Result<(), sqlx::Error> {
    let lock = sqlx::query("SELECT pg_advisory_lock(hashtextextended($1, 0))").bind(owner);
    lock.execute(connection).await.map(drop)
}

impl Writer {
    pub(super) async fn connect(options: PgConnectOptions) -> Result<Self, sqlx::Error> {
        let connection = open_session(&options).await?;
        Ok(Self { options, connection, broken: false, owners: HashSet::new(), runs: OwnedRuns::new() })
    }

    /// Replaces a session that ended by a session with the same locks.
    pub(super) async fn repair(&mut self) -> Result<(), sqlx::Error> {
        if self.broken && self.connection.ping().await.is_err() {
            self.connection = open_session(&self.options).await?;
            for owner in &self.owners {
                lock(&mut self.connection, owner).await?;
            }
        }
        self.broken = false;
        Ok(())
    }

    /// Notes a failure of the driver: the session is checked before its next use.
    pub(super) fn note<T>(&mut self, result: Result<T, Failure>) -> Result<T, Failure> {
        self.broken = matches!(result, Err(Failure::Driver(_)));
        result
    }

    /// Appends entries to the logs of runs: all of them or none.
    pub(super) async fn append(&mut self, writes: &[Writes]) -> Result<(), Failure> {
        // Stays set if this future is dropped in the middle of a transaction.
        self.broken = true;
        let inserted = self.insert(writes).await;
        let ends = self.note(inserted)?;
        apply(&mut self.runs, ends);
        Ok(())
    }

    async fn insert(&mut self, writes: &[Writes]) -> Result<Vec<(Arc<str>, Option<LogEnd>)>, Failure> {
        let Plan { ends, rows, ended } = Plan::new(&self.runs, writes)?;
        let owned = ends.iter().filter_map(|(run, _)| self.runs.get(run));
        let (keys, epochs): (Vec<i64>, Vec<i64>) = owned.map(|run| (run.key, run.epoch)).unzip();
        let (runs, rows): (Vec<i64>, Vec<LogRow>) = rows.into_iter().map(|(run, row)| (run.key, row)).unzip();
        let append = sqlx::query_scalar(APPEND).bind(&keys).bind(epochs).bind(runs);
        let append = Ends::of(ended).bind(Columns::of(rows)?.bind(append));
        let held: Vec<i64> = append.fetch_all(&mut self.connection).await?;
        match ends.iter().zip(keys).find(|(_, key)| !held.contains(key)) {
            Some(((run, _), _)) => Err(StoreError::lost(run).into()),
            None => Ok(ends),
        }
    }
}

/// Adds rows and ends runs, unless a run has another epoch; returns the runs that have their epoch.
///
/// One statement: a process that freezes never leaves the rows of runs locked, and a step takes one round trip. `held` keeps
/// others from claiming the runs until the commit.
const APPEND: &str = "WITH held AS (
        SELECT runs.no FROM runs JOIN unnest($1::BIGINT[], $2::BIGINT[]) AS ours (no, epoch) USING (no, epoch) FOR SHARE OF runs
    ), added AS (
        INSERT INTO log (run, position, seq, n, entries)
        SELECT * FROM unnest($3::BIGINT[], $4::BIGINT[], $5::BIGINT[], $6::BIGINT[], $7::TEXT[])
        WHERE (SELECT count(*) FROM held) = cardinality($1)
    ), ended AS (
        UPDATE runs SET status = ends.status, ended = ends.ended, output = ends.output, error = ends.error, owner = NULL,
               epoch = epoch + 1
        FROM unnest($8::BIGINT[], $9::TEXT[], $10::BIGINT[], $11::TEXT[], $12::TEXT[]) AS ends (no, status, ended, output, error)
        WHERE runs.no = ends.no AND (SELECT count(*) FROM held) = cardinality($1)
    )
    SELECT no FROM held";

type Statement<'q, T> = QueryScalar<'q, Postgres, T, PgArguments>;

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

    fn bind<T>(self, statement: Statement<'_, T>) -> Statement<'_, T> {
        let Self { positions, seqs, counts, texts } = self;
        statement.bind(positions).bind(seqs).bind(counts).bind(texts)
    }
}

/// The ends of runs, by column.
#[derive(Default)]
struct Ends {
    runs: Vec<i64>,
    statuses: Vec<&'static str>,
    times: Vec<i64>,
    outputs: Vec<Option<String>>,
    errors: Vec<Option<String>>,
}

impl Ends {
    fn of(ended: Vec<(&OwnedRun, &Write)>) -> Self {
        let text = |json: &Option<Json>| json.as_ref().map(|json| json.get().to_owned());
        let mut ends = Self::default();
        for (run, write) in ended {
            let Write::RunEnded { at, status, output, error } = write else { continue };
            ends.runs.push(run.key);
            ends.statuses.push(status.name());
            ends.times.push(time::to_millis(*at));
            ends.outputs.push(text(output));
            ends.errors.push(text(error));
        }
        ends
    }

    fn bind<T>(self, statement: Statement<'_, T>) -> Statement<'_, T> {
        let Self { runs, statuses, times, outputs, errors } = self;
        statement.bind(runs).bind(statuses).bind(times).bind(outputs).bind(errors)
    }
}
