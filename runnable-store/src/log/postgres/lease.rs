//! Creating and claiming runs, and the leases of owners.

use super::{
    contact::Outage,
    log::PostgresLog,
    read,
    session::{answered, open_session},
    sql::{BEGIN, Schema},
    view::View,
    writer::{Columns, Writer},
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{
        api::{NewRun, RunPast, RunRecord, RunStatus},
        entries::{Counted, Failure, LogEnd, OwnedRun, RunRows as _, first_rows},
    },
    time,
};
use sqlx::{Connection, PgConnection};
use std::{collections::HashSet, sync::Arc, time::Duration};

/// The condition that the lease of an owner is valid: until its time, or for its length after a start of the server. After an
/// outage, an owner has the time to renew its lease, which may have expired meanwhile. `$2` is the number of seconds since then,
/// and `$3` the length of the outage.
pub(super) const ALIVE: &str = "greatest(owners.until + CASE WHEN make_interval(secs => $2) < owners.lease THEN make_interval(secs => $3) \
                     ELSE INTERVAL '0' END, pg_postmaster_start_time() + owners.lease) > now()";

impl PostgresLog {
    pub(super) async fn create_run(&self, run: &NewRun, owner: &str, again: bool) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        let is_known = writer.runs.contains_key(&*run.id);
        let mut connection = writer.connection(&self.options).await?;
        let mut created = answered(create(&mut connection, &self.schema, run, owner)).await?;
        if created.is_none() && again && !is_known {
            // An earlier attempt created the run, if nobody else did.
            created = answered(created_before(&mut connection, &self.schema, run, owner)).await?;
        }
        writer.keep(connection);
        let held = created.ok_or_else(|| StoreError::run_exists(&run.id))?;
        own(&mut writer, &run.id, held);
        Ok(())
    }

    pub(super) async fn claim_run(
        &self,
        run: &str,
        owner: &str,
        past: Option<&RunPast>,
        again: bool,
    ) -> Result<RunRecord, Failure> {
        // Read before the transaction, in which other processes would wait.
        let counted = self.count_steps(run, past).await?;
        let mut writer = self.writer().await?;
        let mut connection = writer.connection(&self.options).await?;
        let new = Claim { schema: &self.schema, run, owner, outage: self.outage(again), counted };
        let claimed = answered(claim(&mut connection, &new, &writer.owners)).await;
        if let Ok(_) | Err(Failure::Store(_)) = claimed {
            writer.keep(connection);
        }
        let (held, record) = claimed?;
        own(&mut writer, run, held);
        Ok(record)
    }

    pub(super) async fn set_lease(&self, owner: &str, lease: Duration) -> Result<(), Failure> {
        let mut writer = self.writer().await?;
        let mut connection = writer.connection(&self.options).await?;
        if lease.is_zero() {
            writer.runs.retain(|_, run| run.owner != owner);
            let owners = [owner.to_owned()];
            answered(interrupt(&mut connection, &self.schema, &owners, None)).await?;
            writer.owners.remove(owner);
        } else {
            writer.owners.insert(owner.to_owned());
            let sql = "INSERT INTO ~owners AS owners (id, until, lease, name) \
                       VALUES ($1, now() + make_interval(secs => $2), make_interval(secs => $2), $3) \
                       ON CONFLICT (id) DO UPDATE SET until = excluded.until, lease = excluded.lease, name = excluded.name";
            let renew = self.schema.sql(sql).bind(owner).bind(lease.as_secs_f64()).bind(&self.name);
            answered(renew.execute(&mut connection)).await?;
        }
        writer.keep(connection);
        Ok(())
    }

    pub(super) async fn interrupt_expired(&self, again: bool) -> Result<Vec<String>, Failure> {
        let own: Vec<String> = self.writer().await?.owners.iter().cloned().collect();
        let mut reader = self.reader().await?;
        let dead = format!(
            "SELECT id FROM ~owners AS owners WHERE NOT {ALIVE} AND id <> ALL($1) UNION \
             SELECT owner FROM ~runs AS runs LEFT JOIN ~owners AS owners ON owners.id = runs.owner \
             WHERE runs.owner IS NOT NULL AND runs.owner <> ALL($1) AND owners.id IS NULL"
        );
        let outage = self.outage(again);
        let dead = self.schema.sql(&dead).bind(own).bind(outage.since).bind(outage.length);
        let dead: Vec<(String,)> = answered(dead.all(&mut reader.connection)).await?;
        let dead: Vec<String> = dead.into_iter().map(|(owner,)| owner).collect();
        let interrupted = match &*dead {
            [] => Vec::new(),
            dead => answered(interrupt(&mut reader.connection, &self.schema, dead, Some(outage))).await?,
        };
        reader.done();
        Ok(interrupted)
    }

    pub(super) async fn ask_to_cancel(&self, run: &str, again: bool) -> Result<(), Failure> {
        self.interrupt_expired(again).await?;
        let ask = self.schema.sql("UPDATE ~runs SET cancel = epoch WHERE id = $1 AND status = 'running'").find(run);
        let mut reader = self.reader().await?;
        let asked = answered(ask.execute(&mut reader.connection)).await?;
        reader.done();
        if asked > 0 {
            return Ok(());
        }
        let progress = self.find_progress(run).await?.ok_or_else(|| StoreError::no_run(run))?;
        Err(StoreError::not_running(run, progress.status == RunStatus::Interrupted).into())
    }

    pub(super) async fn asked_to_cancel(&self, owner: &str) -> Result<Vec<String>, Failure> {
        // The index of these runs is nearly always empty.
        let asked = "SELECT id FROM ~runs WHERE owner = $1 AND cancel IS NOT NULL AND cancel = epoch";
        let mut reader = self.reader().await?;
        let asked: Vec<(String,)> = answered(self.schema.sql(asked).find(owner).all(&mut reader.connection)).await?;
        reader.done();
        Ok(asked.into_iter().map(|(run,)| run).collect())
    }

    /// Returns the last outage: if this is another attempt, the outage that ended with the new connection.
    pub(super) fn outage(&self, again: bool) -> Outage {
        if again {
            self.contact.answered(true);
        }
        self.contact.outage()
    }

    /// Ends the leases of owners, and closes the connection.
    pub(super) async fn end(&self, owners: Vec<String>, connection: Option<PgConnection>) -> Result<(), Failure> {
        if owners.is_empty() && connection.is_none() {
            return Ok(());
        }
        let mut connection = match connection {
            Some(connection) => connection,
            None => open_session(&self.options).await?,
        };
        if !owners.is_empty() {
            answered(interrupt(&mut connection, &self.schema, &owners, None)).await?;
        }
        Ok(connection.close().await?)
    }
}

/// Inserts a run with its first entries; returns `None` if its id is taken.
async fn create(
    connection: &mut PgConnection,
    schema: &Schema,
    run: &NewRun,
    owner: &str,
) -> Result<Option<OwnedRun>, Failure> {
    let code = run.code.as_ref().map(serde_json::to_string).transpose();
    let code = code.map_err(|error| {
        StoreError::new(StoreErrorKind::Invalid, "the code identity cannot be recorded").with_source(error)
    })?;
    let (rows, end) = first_rows(run)?;
    let Columns { positions, seqs, counts, texts } = Columns::of(rows)?;
    let insert = schema.sql(CREATE).bind(&run.definition_hash).bind(run.definition.get());
    let insert = insert.bind(&run.id).bind(&run.pipeline).bind(owner).bind(run.input.get());
    let insert = insert.bind(&run.tag).bind(&run.parent).bind(code).bind(time::to_millis(run.started));
    let insert = insert.bind(positions).bind(seqs).bind(counts).bind(texts);
    let insert = insert.bind(run.graph.as_ref().map(|graph| graph.get()));
    let inserted: Option<(i64, i64)> = insert.first(connection).await?;
    Ok(inserted.map(|(key, epoch)| OwnedRun { key, owner: owner.to_owned(), epoch, end }))
}

/// One statement: a process that freezes leaves nothing locked. A definition that an earlier version recorded gets its graph by an
/// update, which locks nothing if there is a graph.
const CREATE: &str = "WITH given AS (SELECT $15::TEXT AS graph), definition AS (
        INSERT INTO ~definitions (hash, body, graph) SELECT $1, $2, given.graph FROM given ON CONFLICT DO NOTHING
    ), drawn AS (
        UPDATE ~definitions AS known SET graph = given.graph FROM given
        WHERE known.hash = $1 AND known.graph IS NULL AND given.graph IS NOT NULL
    ), created AS (
        INSERT INTO ~runs (id, pipeline, definition, status, owner, input, tag, parent, code, started)
        VALUES ($3, $4, $1, 'running', $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING no, epoch
    ), first AS (
        INSERT INTO ~log (run, position, seq, n, epoch, entries)
        SELECT created.no, rows.position, rows.seq, rows.n, created.epoch, rows.entries
        FROM created, unnest($11, $12, $13, $14) AS rows (position, seq, n, entries)
    )
    SELECT no, epoch FROM created";

/// Returns the run, if it exists as an attempt of this owner created it.
async fn created_before(
    connection: &mut PgConnection,
    schema: &Schema,
    run: &NewRun,
    owner: &str,
) -> Result<Option<OwnedRun>, Failure> {
    let created =
        schema.sql("SELECT no, epoch FROM ~runs WHERE id = $1 AND owner = $2 AND epoch = $3 AND started = $4");
    let epoch = i64::try_from(NewRun::EPOCH).unwrap_or(1);
    let created = created.bind(&run.id).bind(owner).bind(epoch).bind(time::to_millis(run.started));
    let Some((key, epoch)) = created.first(connection).await? else { return Ok(None) };
    let (_, end) = first_rows(run)?;
    Ok(Some(OwnedRun { key, owner: owner.to_owned(), epoch, end }))
}

/// Claims a run; returns its record, too.
async fn claim(
    connection: &mut PgConnection,
    claim: &Claim<'_>,
    own_owners: &HashSet<String>,
) -> Result<(OwnedRun, RunRecord), Failure> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    match claim.run(&mut transaction, own_owners).await {
        Ok(claimed) => {
            transaction.commit().await?;
            Ok(claimed)
        }
        Err(failure) => {
            // Dropping the transaction would keep its locks until the next statement.
            transaction.rollback().await?;
            Err(failure)
        }
    }
}

/// A claim of a run.
struct Claim<'a> {
    schema: &'a Schema,
    run: &'a str,
    owner: &'a str,
    outage: Outage,
    counted: Counted,
}

impl Claim<'_> {
    async fn run(
        &self,
        connection: &mut PgConnection,
        own_owners: &HashSet<String>,
    ) -> Result<(OwnedRun, RunRecord), Failure> {
        let Self { schema, run, owner, .. } = *self;
        let found = schema.sql("SELECT no, owner FROM ~runs WHERE id = $1 FOR UPDATE").find(run);
        let found: Option<(i64, Option<String>)> = found.first(connection).await?;
        let (key, last) = found.ok_or_else(|| StoreError::no_run(run))?;
        if let Some(last) = last
            && last != owner
            && (own_owners.contains(&last) || self.is_alive(connection, &last).await?)
        {
            return Err(StoreError::run_is_live(run).into());
        }
        let update = "UPDATE ~runs SET status = 'running', owner = $1, epoch = epoch + 1, ended = NULL, output = NULL, error = NULL, \
                      steps = NULL, steps_done = NULL, failed_step = NULL, failed_attempt = NULL, packed = false WHERE no = $2 RETURNING epoch";
        let epoch = schema.sql(update).bind(owner).bind(key).first(connection).await?;
        let (epoch,): (i64,) = epoch.ok_or_else(|| StoreError::no_run(run))?;
        let end = schema.sql("SELECT position, seq FROM ~log WHERE run = $1 ORDER BY position DESC LIMIT 1").bind(key);
        let (position, seq): (i64, i64) = end.first(connection).await?.unwrap_or_default();
        // The last owner may have written meanwhile.
        let tally = self.counted.tally.clone().filter(|_| self.counted.position == position);
        let end = LogEnd { position, seq, tally };
        let record =
            read::find_run(connection, schema, &View::recorded(), run).await?.ok_or_else(|| StoreError::no_run(run))?;
        Ok((OwnedRun { key, owner: owner.to_owned(), epoch, end }, record))
    }

    /// Returns whether the lease of an owner in another process is valid.
    async fn is_alive(&self, connection: &mut PgConnection, owner: &str) -> Result<bool, Failure> {
        let alive = format!("SELECT {ALIVE} FROM ~owners AS owners WHERE id = $1");
        let alive = self.schema.sql(&alive).bind(owner).bind(self.outage.since).bind(self.outage.length);
        Ok(alive.first(connection).await? == Some((true,)))
    }
}

/// Marks the running runs of these owners as interrupted, and deletes the owners. With `expired`,
/// the last outage, an owner that has renewed its lease meanwhile is left alone.
async fn interrupt(
    connection: &mut PgConnection,
    schema: &Schema,
    owners: &[String],
    expired: Option<Outage>,
) -> Result<Vec<String>, Failure> {
    let mut transaction = connection.begin_with(BEGIN).await?;
    let alive: Vec<(String,)> = match expired {
        Some(outage) => {
            let alive = format!("SELECT id FROM ~owners AS owners WHERE id = ANY($1) AND {ALIVE}");
            schema.sql(&alive).bind(owners).bind(outage.since).bind(outage.length).all(&mut transaction).await?
        }
        None => Vec::new(),
    };
    let is_dead = |owner: &&String| !alive.iter().any(|(alive,)| alive == *owner);
    let owners: Vec<String> = owners.iter().filter(is_dead).cloned().collect();
    // A run whose row a frozen process has locked is left to a later call.
    let sql = "UPDATE ~runs SET status = 'interrupted', ended = greatest(started, $1), owner = NULL, epoch = epoch + 1 WHERE no IN \
               (SELECT no FROM ~runs WHERE owner = ANY($2) FOR UPDATE SKIP LOCKED) RETURNING id";
    let interrupted: Vec<(String,)> = schema.sql(sql).bind(time::now()).bind(&owners).all(&mut transaction).await?;
    let sql = "DELETE FROM ~owners WHERE id IN (SELECT id FROM ~owners WHERE id = ANY($1) FOR UPDATE SKIP LOCKED)";
    schema.sql(sql).bind(&owners).execute(&mut transaction).await?;
    transaction.commit().await?;
    Ok(interrupted.into_iter().map(|(run,)| run).collect())
}

fn own(writer: &mut Writer, run: &str, owned: OwnedRun) {
    writer.runs.insert(Arc::from(run), owned);
}
