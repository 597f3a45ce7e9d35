//! Creating and checking the tables.

use super::{
    database::Database,
    sql::{BEGIN, Schema},
};
use crate::{
    error::{StoreError, StoreErrorKind},
    log::{entries::Failure, migrations::migrations},
};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::fmt::Write;

const MIGRATIONS: &[(&str, &str)] = &[
    ("run log", include_str!("../../../migrations/postgres/0001_run_log.sql")),
    ("lists", include_str!("../../../migrations/postgres/0002_lists.sql")),
    ("graphs", include_str!("../../../migrations/postgres/0003_graphs.sql")),
];

/// The list of the applied migrations.
const TABLE: &str = "CREATE TABLE migrations (
        version  BIGINT PRIMARY KEY,
        name     TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied  TIMESTAMPTZ NOT NULL DEFAULT now()
    );
    COMMENT ON TABLE migrations IS 'The changes of the tables in this schema that were applied.'";

/// A migration of this version: its version, its name, its checksum and its statements.
type Step = (i64, String, String, &'static str);

fn steps() -> Vec<Step> {
    let all = migrations(MIGRATIONS);
    let step = |(migration, (_, text)): (&sqlx::migrate::Migration, &(_, &'static str))| {
        let mut checksum = String::new();
        for byte in &*migration.checksum {
            let _ = write!(checksum, "{byte:02x}");
        }
        (migration.version, migration.description.to_string(), checksum, *text)
    };
    all.iter().zip(MIGRATIONS).map(step).collect()
}

/// Creates the schema and its tables, or applies the migrations that are missing, in one
/// transaction: the database has all of them or none.
pub(super) async fn migrate(
    connection: &mut PgConnection,
    database: &Database,
    schema: &Schema,
) -> Result<(), Failure> {
    let all = steps();
    // Takes no lock that another process could hold for long. A pooler in statement mode refuses the transaction, before a run
    // depends on the log.
    let mut transaction = connection.begin_with(BEGIN).await?;
    let is_whole = missing(&mut transaction, database, schema, &all).await?.is_empty();
    transaction.rollback().await?;
    if is_whole {
        return Ok(());
    }
    let mut transaction = connection.begin_with(BEGIN).await?;
    // The lock ends with the transaction, also if this process is frozen.
    let lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
    schema.sql(lock).bind(format!("runnable-store {}", schema.name())).execute(&mut transaction).await?;
    let missing = missing(&mut transaction, database, schema, &all).await?;
    if missing.len() == all.len() {
        create(&mut transaction, database, schema).await?;
    }
    let path =
        AssertSqlSafe(format!("SET LOCAL client_min_messages = warning; SET LOCAL search_path = {}", schema.quoted()));
    transaction.execute(path).await?;
    for (version, name, checksum, statements) in missing {
        transaction.execute(statements).await.map_err(|error| refused(error, database, schema))?;
        let applied = schema.sql("INSERT INTO ~migrations (version, name, checksum) VALUES ($1, $2, $3)");
        applied.bind(version).bind(name).bind(checksum).execute(&mut transaction).await?;
    }
    Ok(transaction.commit().await?)
}

/// The migration that added what lists need.
pub(super) const LISTS: usize = 2;
/// The migration that added the graphs.
pub(super) const GRAPHS: usize = 3;

/// Returns the number of migrations of a database that is only read.
pub(super) async fn version(
    connection: &mut PgConnection,
    database: &Database,
    schema: &Schema,
) -> Result<usize, Failure> {
    let all = steps();
    let missing = missing(connection, database, schema, &all).await?;
    if missing.len() == all.len() {
        let problem = format!(
            "has no tables in the schema `{}`\nhelp: check the address and its `?schema=`; a program creates the tables when it \
             opens the run log for writing",
            schema.name()
        );
        return Err(database.error(StoreErrorKind::NotFound, problem).into());
    }
    Ok(all.len() - missing.len())
}

/// Returns the migrations that the database lacks.
async fn missing(
    connection: &mut PgConnection,
    database: &Database,
    schema: &Schema,
    all: &[Step],
) -> Result<Vec<Step>, Failure> {
    // Unlike `to_regclass`, a query of the catalog sees what another process committed while this
    // waited for the lock.
    let exists = "SELECT EXISTS (SELECT FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace \
                  WHERE nspname = $1 AND relname = 'migrations')";
    let exists = schema.sql(exists).bind(schema.name());
    if exists.first(connection).await? != Some((true,)) {
        return Ok(all.to_vec());
    }
    let applied = schema.sql("SELECT version, checksum FROM ~migrations ORDER BY version");
    let applied: Vec<(i64, String)> = match applied.all(connection).await {
        // A table of the application.
        Err(Failure::Driver(error)) if has_code(&error, "42703") => return Err(taken(database, schema).into()),
        applied => applied?,
    };
    let ours = all.iter().map(|(version, _, checksum, _)| (*version, checksum.clone()));
    if applied.len() <= all.len() && ours.take(applied.len()).eq(applied.iter().cloned()) {
        return Ok(all[applied.len()..].to_vec());
    }
    let problem = format!(
        "has tables of another version of `runnable-store` in the schema `{0}`\nhelp: use that version, or another schema, such \
         as `?schema={0}_2`",
        schema.name()
    );
    Err(database.error(StoreErrorKind::Changed, problem).into())
}

/// Creates the schema, unless an administrator did, and the list of its migrations.
async fn create(connection: &mut PgConnection, database: &Database, schema: &Schema) -> Result<(), Failure> {
    refuse_first_layout(connection, database).await?;
    refuse_encoding(connection, database, schema).await?;
    let exists = schema.sql("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)").bind(schema.name());
    if exists.first(connection).await? != Some((true,)) {
        let create = AssertSqlSafe(format!("CREATE SCHEMA {}", schema.quoted()));
        connection.execute(create).await.map_err(|error| refused(error, database, schema))?;
        let comment =
            "COMMENT ON SCHEMA {} IS 'Runs of pipelines, their steps and their events, recorded by runnable.'";
        connection.execute(AssertSqlSafe(comment.replace("{}", &schema.quoted()))).await?;
    }
    let table = TABLE.replace("TABLE migrations", &format!("TABLE {}.migrations", schema.quoted()));
    connection.execute(AssertSqlSafe(table)).await.map_err(|error| refused(error, database, schema))?;
    Ok(())
}

/// Refuses a database with a run log of a version that kept its tables in the schema `public`: its
/// runs would seem lost.
async fn refuse_first_layout(connection: &mut PgConnection, database: &Database) -> Result<(), Failure> {
    let schema = Schema::new("public");
    let tables = "SELECT count(*) FROM unnest(ARRAY['runs', 'log', 'owners', 'definitions', '_sqlx_migrations']) AS name \
                  WHERE to_regclass('public.' || name) IS NOT NULL";
    if schema.sql(tables).first(connection).await? != Some((5_i64,)) {
        return Ok(());
    }
    let ours = "SELECT EXISTS (SELECT FROM ~_sqlx_migrations WHERE version = 1 AND description = 'run log')";
    if schema.sql(ours).first(connection).await? != Some((true,)) {
        return Ok(());
    }
    let problem = "has tables of an earlier version of `runnable-store` in the schema `public`, which this version does not \
                   read\nhelp: use another database; or, if the recorded runs are no longer needed, `DROP TABLE public.log, \
                   public.runs, public.owners, public.definitions, public._sqlx_migrations`";
    Err(database.error(StoreErrorKind::Changed, problem).into())
}

/// Refuses a database that cannot hold every text: a run would fail at the first value with another character.
async fn refuse_encoding(connection: &mut PgConnection, database: &Database, schema: &Schema) -> Result<(), Failure> {
    let encoding = schema.sql("SELECT current_setting('server_encoding')");
    match encoding.first::<(String,)>(connection).await? {
        Some((encoding,)) if !["UTF8", "SQL_ASCII"].contains(&&*encoding) => {
            let problem = format!(
                "has the encoding `{encoding}`, which cannot hold every text\nhelp: use a database that was created with \
                 `CREATE DATABASE .. ENCODING 'UTF8' TEMPLATE template0`"
            );
            Err(database.error(StoreErrorKind::Invalid, problem).into())
        }
        _ => Ok(()),
    }
}

fn has_code(error: &sqlx::Error, code: &str) -> bool {
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).is_some_and(|found| found == code)
}

/// Returns the error for a schema that contains something else.
fn taken(database: &Database, schema: &Schema) -> StoreError {
    let problem = format!(
        "has tables of another program in the schema `{}`\nhelp: use another schema, such as `?schema=runnable`",
        schema.name()
    );
    database.error(StoreErrorKind::Invalid, problem)
}

fn refused(error: sqlx::Error, database: &Database, schema: &Schema) -> Failure {
    if has_code(&error, "42501") {
        let name = schema.quoted();
        let problem = format!(
            "does not allow this user to create tables in the schema `{}`\nhelp: run `CREATE SCHEMA {name} AUTHORIZATION` with \
             the name of the user, once, as an administrator",
            schema.name()
        );
        return database.error(StoreErrorKind::ReadOnly, problem).into();
    }
    // A relation, a type, a function or another object with this name exists.
    if ["42P07", "42710", "42723", "42P16"].iter().any(|code| has_code(&error, code)) {
        return taken(database, schema).into();
    }
    error.into()
}
