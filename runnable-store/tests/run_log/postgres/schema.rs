//! The schema of the tables, and how administrators see them.

use crate::{
    server::database,
    support::{LEASE, ended, event, new_run, of, record, run_ended, started},
};
use runnable_store::{PostgresLog, RunLog, RunStatus, StoreErrorKind};
use sqlx::{Connection, Executor, PgConnection};
use std::time::Duration;

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.unwrap()
}

async fn texts(connection: &mut PgConnection, sql: &'static str) -> Vec<String> {
    sqlx::query_scalar(sql).fetch_all(connection).await.unwrap()
}

/// The names of everything that is not part of PostgreSQL.
const EVERYTHING: &str = "SELECT nspname || '.' || relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace \
    WHERE nspname NOT LIKE 'pg%' AND nspname <> 'information_schema' \
    UNION ALL SELECT nspname::TEXT FROM pg_namespace WHERE nspname NOT LIKE 'pg%' AND nspname <> 'information_schema' ORDER BY 1";

/// Tables of an application that look like ours.
const APPLICATION: &str = "CREATE TABLE runs (id INT PRIMARY KEY, distance REAL); INSERT INTO runs VALUES (1, 42.2); \
    CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMPTZ NOT NULL \
    DEFAULT now(), success BOOLEAN NOT NULL, checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL); \
    INSERT INTO _sqlx_migrations VALUES (1, 'shoes', now(), true, '\\x00', 1); CREATE TABLE migrations (id INT); \
    CREATE VIEW steps AS SELECT 1 AS number; CREATE TYPE log AS ENUM ('a')";

#[tokio::test(flavor = "multi_thread")]
async fn the_tables_fit_into_the_database_of_an_application() {
    let Some(url) = database("application").await else { return };
    let mut connection = connect(&url).await;
    connection.execute(APPLICATION).await.unwrap();
    let before = texts(&mut connection, EVERYTHING).await;
    for schema in ["", "&schema=other_1"] {
        let log = PostgresLog::connect(&format!("{url}{schema}")).await.unwrap();
        record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
        log.close().await.unwrap();
        PostgresLog::connect(&format!("{url}{schema}")).await.unwrap().check().await.unwrap();
    }
    let after = texts(&mut connection, EVERYTHING).await;
    let rest: Vec<&String> =
        after.iter().filter(|name| !name.starts_with("runnable") && !name.starts_with("other_1")).collect();
    assert_eq!(rest, before.iter().collect::<Vec<_>>());
    assert_eq!(texts(&mut connection, "SELECT description FROM _sqlx_migrations").await, ["shoes"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schema_with_other_tables_is_refused_and_left_as_it_was() {
    let Some(url) = database("foreign_tables").await else { return };
    let mut connection = connect(&url).await;
    let tables = ["runs (id INT)", "log (id INT)", "migrations (id INT)", "entries (id INT)"];
    for (number, table) in tables.iter().enumerate() {
        let schema = format!("app{number}");
        let create = format!("CREATE SCHEMA {schema}; CREATE TABLE {schema}.{table}");
        connection.execute(sqlx::AssertSqlSafe(create)).await.unwrap();
        let before = texts(&mut connection, EVERYTHING).await;
        let error = PostgresLog::connect(&format!("{url}&schema={schema}")).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{error:?}");
        assert!(error.to_string().contains(&format!("another program in the schema `{schema}`")), "{error}");
        assert_eq!(texts(&mut connection, EVERYTHING).await, before);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_without_the_privilege_learns_what_an_administrator_can_do() {
    let Some(url) = database("privilege").await else { return };
    let mut connection = connect(&url).await;
    connection.execute("CREATE ROLE visitor LOGIN; REVOKE CREATE ON SCHEMA public FROM PUBLIC").await.unwrap();
    let before = texts(&mut connection, EVERYTHING).await;
    let visitor = url.replace("user=tests", "user=visitor");
    let error = PostgresLog::connect(&visitor).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error:?}");
    assert!(error.to_string().contains("run `CREATE SCHEMA \"runnable\" AUTHORIZATION`"), "{error}");
    assert_eq!(texts(&mut connection, EVERYTHING).await, before);
    connection.execute("CREATE SCHEMA runnable AUTHORIZATION visitor").await.unwrap();
    let log = PostgresLog::connect(&visitor).await.unwrap();
    record(&log, "A", "O", &[], Some(RunStatus::Succeeded)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn processes_that_open_a_new_log_at_once_share_it() {
    let Some(url) = database("at_once").await else { return };
    let open = |_| {
        tokio::spawn({
            let url = url.clone();
            async move { PostgresLog::connect(&url).await.map(drop) }
        })
    };
    let opening: Vec<_> = (0..8).map(open).collect();
    for opened in opening {
        opened.await.unwrap().unwrap();
    }
    assert_eq!(
        texts(&mut connect(&url).await, "SELECT name FROM runnable.migrations").await,
        ["run log", "lists", "graphs"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_of_the_first_version_are_migrated() {
    let Some(url) = database("migrated").await else { return };
    let mut connection = connect(&url).await;
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Failed)).await;
    log.close().await.unwrap();
    let back = "SET search_path = runnable; DROP INDEX runs_of_start, runs_of_status, runs_of_pipeline, runs_of_tag, runs_of_id, \
        runs_of_cancel; ALTER TABLE runs DROP cancel, DROP steps, DROP steps_done, DROP failed_step, DROP failed_attempt; \
        CREATE INDEX runs_of_pipeline ON runs (pipeline); CREATE INDEX runs_of_tag ON runs (tag) WHERE tag IS NOT NULL; \
        ALTER TABLE definitions DROP graph; DELETE FROM migrations WHERE version > 1";
    connection.execute(back).await.unwrap();
    let log = PostgresLog::connect(&url).await.unwrap();
    let run = log.list(&runnable_store::RunFilter::new()).await.unwrap().remove(0);
    assert_eq!((run.status, run.steps, run.last_seq), (RunStatus::Failed, None, 3));
    log.renew_lease("O", LEASE).await.unwrap();
    log.claim("A", "O").await.unwrap();
    log.append(&of("A", [started("a", 1), ended("a", 1), run_ended(RunStatus::Succeeded)])).await.unwrap();
    let run = log.list(&runnable_store::RunFilter::new()).await.unwrap().remove(0);
    assert_eq!(run.steps, Some(runnable_store::StepCounts::new(1, 1)));
    log.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_of_another_version_are_refused() {
    let Some(url) = database("versions").await else { return };
    PostgresLog::connect(&url).await.unwrap().close().await.unwrap();
    let mut connection = connect(&url).await;
    for change in [
        "INSERT INTO runnable.migrations VALUES (99, 'from the future', 'x')",
        "DELETE FROM runnable.migrations WHERE version = 99; UPDATE runnable.migrations SET checksum = 'x'",
    ] {
        connection.execute(change).await.unwrap();
        let error = PostgresLog::connect(&url).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Changed, "{error:?}");
        assert!(error.to_string().contains("another version"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tables_of_the_first_layout_are_refused() {
    let Some(url) = database("first_layout").await else { return };
    let mut connection = connect(&url).await;
    let tables = "CREATE TABLE runs (id INT); CREATE TABLE log (id INT); CREATE TABLE owners (id INT); \
                  CREATE TABLE definitions (id INT); CREATE TABLE _sqlx_migrations (version BIGINT, description TEXT)";
    connection.execute(tables).await.unwrap();
    connection.execute("INSERT INTO _sqlx_migrations VALUES (1, 'run log'), (2, 'epoch')").await.unwrap();
    let before = texts(&mut connection, EVERYTHING).await;
    let error = PostgresLog::connect(&url).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Changed, "{error:?}");
    assert!(error.to_string().contains("earlier version") && error.to_string().contains("DROP TABLE"), "{error}");
    assert_eq!(texts(&mut connection, EVERYTHING).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_views_show_times_steps_and_workers() {
    let Some(url) = database("views").await else { return };
    let log = PostgresLog::connect(&format!("{url}&application_name=digest")).await.unwrap();
    log.renew_lease("O", LEASE).await.unwrap();
    for run in ["A", "B"] {
        log.create(&new_run(run), "O").await.unwrap();
    }
    let entries =
        [started("fetch", 1), event(1, "chunk"), ended("fetch", 1), started("rest", 1), run_ended(RunStatus::Failed)];
    log.append(&of("A", entries)).await.unwrap();
    let mut connection = connect(&url).await;
    connection.execute("SET search_path = runnable; SET TIME ZONE 'UTC'").await.unwrap();
    let steps = "SELECT concat_ws(' ', run, path, attempt, status, started, ended, duration, inputs ->> 'url', output ->> 'text') \
                 FROM steps ORDER BY path";
    let expected = [
        "A fetch 1 succeeded 1970-01-01 00:00:00.001+00 1970-01-01 00:00:00.002+00 00:00:00.001 x done",
        "A rest 1 running 1970-01-01 00:00:00.001+00 x",
    ];
    assert_eq!(texts(&mut connection, steps).await, expected);
    let runs = "SELECT concat_ws(' ', id, status, ended, input ->> 'prompt', output ->> 'text', events) FROM run_list \
                WHERE started > now() - INTERVAL '1 hour' ORDER BY id";
    assert_eq!(texts(&mut connection, runs).await, ["A failed 1970-01-01 00:00:09+00 hi all 1", "B running hi 0"]);
    let workers = "SELECT concat_ws(' ', owner, name, alive, running) FROM workers";
    assert_eq!(texts(&mut connection, workers).await, ["O digest t 1"]);
    let entries = "SELECT concat_ws(' ', kind, path, attempt) FROM entries ORDER BY row, place";
    assert_eq!(texts(&mut connection, entries).await.len(), 4);
    let bare = "SELECT pg_class.relname || coalesce('.' || attname, '') FROM pg_class \
        JOIN pg_namespace ON pg_namespace.oid = relnamespace AND nspname = 'runnable' \
        LEFT JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND relkind = 'r' AND relname IN ('owners', 'log') \
        WHERE relkind IN ('r', 'v') AND col_description(pg_class.oid, coalesce(attnum, 0)) IS NULL AND obj_description(pg_class.oid) IS NULL";
    assert_eq!(texts(&mut connection, bare).await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_name_the_program_and_its_process() {
    let Some(url) = database("named").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    log.renew_lease("O", LEASE).await.unwrap();
    log.runs(&runnable_store::RunFilter::new()).await.unwrap();
    let names = "SELECT DISTINCT application_name FROM pg_stat_activity JOIN runnable.owners ON owners.name = application_name \
                 WHERE datname = current_database()";
    let names = texts(&mut connect(&url).await, names).await;
    let expected = format!(" {}", std::process::id());
    assert!(names.len() == 1 && names[0].starts_with("runnable run_log") && names[0].contains(&expected), "{names:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn parameters_that_do_not_exist_are_refused_without_their_value() {
    for (parameters, problem) in [
        ("passwort=hunter2", "unknown parameter"),
        ("hunter2", "unknown parameter"),
        ("connect_timeout=10", "`connect_timeout`, which is not supported"),
        ("host=here,there", "several hosts"),
        ("host=here%2cthere", "several hosts"),
        ("port=1,2", "several hosts"),
        ("schema=a.hunter2", "not a name"),
        ("schema=Runs", "not a name"),
        ("schema=%22runs%22", "not a name"),
        ("schema=läufe", "not a name"),
        ("schema=l%C3%A4ufe", "not a name"),
        ("schema=1runs", "not a name"),
        ("schema=r-1", "not a name"),
        ("schema=pg_temp", "not a name"),
        ("schema=", "not a name"),
        ("sslmode=hunter2", "is invalid"),
        ("sslrootcert=/no/file.crt", "`/no/file.crt` of the run log cannot be read"),
    ] {
        let url = format!("postgres://app@127.0.0.1:1/runs?{parameters}");
        let error = PostgresLog::options(url).patience(Duration::ZERO).open().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{parameters}: {error:?}");
        assert!(
            error.to_string().contains(problem) && !format!("{error:?}").contains("hunter2"),
            "{parameters}: {error:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_are_plain_and_say_what_to_do() {
    let Some(url) = database("plain").await else { return };
    let missing = url.replace("dplain", "nowhere");
    let error = PostgresLog::connect(&missing).await.unwrap_err();
    assert!(error.to_string().contains("`nowhere on") && error.to_string().contains("CREATE DATABASE"), "{error}");
    let stranger = PostgresLog::connect(&url.replace("user=tests", "user=stranger")).await.unwrap_err();
    assert!(stranger.to_string().contains("refuses the user"), "{stranger}");
    let log = PostgresLog::connect(&url).await.unwrap();
    connect(&url).await.execute("DROP TABLE runnable.log CASCADE").await.unwrap();
    let error_of_table = log.events("A", 0, 1).await.unwrap_err();
    for error in [error, stranger, error_of_table] {
        let text = format!("{error:?}");
        assert!(text.contains("(SQLSTATE ") && !text.contains(".c:") && !text.contains("PgDatabaseError"), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_are_kept_whatever_they_contain() {
    let Some(url) = database("texts").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    let mut connection = connect(&url).await;
    connection.execute("ALTER DATABASE dtexts SET standard_conforming_strings = off").await.unwrap();
    let other = PostgresLog::connect(&url).await.unwrap();
    for (number, text) in
        ["'; DROP TABLE runs; --", r"\'", r"a\\", "$1 ~runs $$", "{\"a\",NULL}", "ä\u{1F600}\u{7f}\t\n", "NULL", ""]
            .into_iter()
            .enumerate()
    {
        for (log, run) in [(&log, format!("{number} {text}")), (&other, format!("{text} {number}"))] {
            log.renew_lease("O", LEASE).await.unwrap();
            let mut new = new_run(&run);
            new.tag = Some(text.to_owned());
            log.create(&new, "O").await.unwrap();
            log.append(&of(&run, [started(text, 1), run_ended(RunStatus::Failed)])).await.unwrap();
            assert_eq!(log.steps(&run).await.unwrap()[0].path, text);
            let found = log.runs(&runnable_store::RunFilter::new().tag(text)).await.unwrap();
            assert!(found.iter().any(|found| found.id == run), "{text:?}");
        }
    }
    let error = log.create(&new_run("a\0b"), "O").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    log.check().await.unwrap();
}

/// Keeps the messages of the level `INFO` and above.
#[derive(Clone, Default)]
struct Messages(std::sync::Arc<std::sync::Mutex<Vec<String>>>);

impl tracing::Subscriber for Messages {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        *metadata.level() <= tracing::Level::INFO
    }

    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }

    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}

    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        self.0.lock().unwrap().push(format!("{event:?}"));
    }

    fn enter(&self, _: &tracing::span::Id) {}

    fn exit(&self, _: &tracing::span::Id) {}
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_and_using_a_log_is_quiet() {
    let Some(url) = database("quiet").await else { return };
    let messages = Messages::default();
    let subscriber = messages.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let opening = async move {
        for _ in 0..2 {
            let log = PostgresLog::connect(&url).await.unwrap();
            record(&log, "A", "O", &[], None).await;
            log.check().await.unwrap();
            log.prune(std::time::SystemTime::now() + Duration::from_hours(1)).await.unwrap();
            log.close().await.unwrap();
            connect(&url).await.execute("DELETE FROM runnable.runs").await.unwrap();
        }
    };
    let used = move || tracing::subscriber::with_default(subscriber, || runtime.block_on(opening));
    std::thread::spawn(used).join().unwrap();
    assert_eq!(*messages.0.lock().unwrap(), [""; 0]);
}
