//! The one session that writes, and holds the locks of the owners.

use super::failure::Failure;
use crate::{
    StoreError, StoreErrorKind, Write, Writes,
    log::entries::plan::{self, Ours, Plan, Runs},
};
use serde_json::value::RawValue;
use sqlx::{ConnectOptions, Connection, PgConnection, postgres::PgConnectOptions};
use std::collections::HashSet;

#[derive(Debug)]
pub(super) struct Writer {
    options: PgConnectOptions,
    pub(super) connection: PgConnection,
    /// The session may have ended.
    broken: bool,
    /// The owners of this process.
    pub(super) owners: HashSet<String>,
    /// The runs that this store runs.
    pub(super) runs: Runs,
}

impl Writer {
    pub(super) async fn connect(options: PgConnectOptions) -> Result<Self, sqlx::Error> {
        let connection = options.connect().await?;
        Ok(Self { options, connection, broken: false, owners: HashSet::new(), runs: Runs::new() })
    }

    /// Begins a new session where the last broke, with the same locks.
    pub(super) async fn renew(&mut self) -> Result<(), sqlx::Error> {
        if !self.broken || self.connection.ping().await.is_ok() {
            self.broken = false;
            return Ok(());
        }
        self.connection = self.options.connect().await?;
        for owner in &self.owners {
            sqlx::query("SELECT pg_advisory_lock(hashtextextended($1, 0))")
                .bind(owner)
                .execute(&mut self.connection)
                .await?;
        }
        self.broken = false;
        Ok(())
    }

    /// After a failure the session is looked at before it is used again.
    pub(super) fn settle<T>(&mut self, result: Result<T, Failure>) -> Result<T, Failure> {
        self.broken = matches!(result, Err(Failure::Driver(_)));
        result
    }

    /// Adds to the logs of runs, all or nothing.
    pub(super) async fn append(&mut self, writes: &[Writes]) -> Result<(), Failure> {
        // Until it is known to be whole: this future may be dropped.
        self.broken = true;
        let added = self.add(writes).await;
        let ends = self.settle(added)?;
        plan::done(&mut self.runs, ends);
        Ok(())
    }

    async fn add(&mut self, writes: &[Writes]) -> Result<plan::Ends, Failure> {
        let Plan { ends, rows, over } = Plan::of(&self.runs, writes)?;
        let mut transaction = self.connection.begin().await?;
        let (mut numbers, mut owners) = (Vec::new(), Vec::new());
        for ours in ends.iter().filter_map(|(run, _)| self.runs.get(run)) {
            numbers.push(ours.no);
            owners.push(ours.owner.clone());
        }
        // Who lost a run must not go on writing it.
        let held = "SELECT 1 FROM runs JOIN unnest($1::BIGINT[], $2::TEXT[]) AS ours (no, owner) USING (no, owner) FOR SHARE OF runs";
        let held = sqlx::query(held).bind(&numbers).bind(owners).fetch_all(&mut *transaction).await?;
        if held.len() != numbers.len() {
            return Err(
                StoreError::new(StoreErrorKind::Invalid, "another process took the run: it was thought dead").into()
            );
        }
        let (mut runs, mut positions, mut seqs, mut counts, mut texts) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (run, page) in rows {
            runs.push(run);
            positions.push(page.position);
            seqs.push(page.seq);
            counts.push(page.n);
            texts.push(page.text()?);
        }
        if !runs.is_empty() {
            let insert = "INSERT INTO log (run, position, seq, n, entries) \
                 SELECT * FROM unnest($1::BIGINT[], $2::BIGINT[], $3::BIGINT[], $4::BIGINT[], $5::TEXT[])";
            let insert = sqlx::query(insert).bind(runs).bind(positions).bind(seqs).bind(counts).bind(texts);
            insert.execute(&mut *transaction).await?;
        }
        for (ours, write) in over {
            end(&mut transaction, ours, write).await?;
        }
        transaction.commit().await?;
        Ok(ends)
    }
}

async fn end(connection: &mut PgConnection, ours: &Ours, write: &Write) -> Result<(), sqlx::Error> {
    let Write::RunEnded { at, status, output, error } = write else { return Ok(()) };
    let update =
        sqlx::query("UPDATE runs SET status = $1, ended = $2, output = $3, error = $4, owner = NULL WHERE no = $5");
    let (output, error) = (output.as_deref().map(RawValue::get), error.as_deref().map(RawValue::get));
    let update = update.bind(status.name()).bind(at).bind(output).bind(error).bind(ours.no);
    update.execute(connection).await.map(drop)
}
