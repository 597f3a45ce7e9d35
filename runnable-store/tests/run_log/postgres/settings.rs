//! Settings of the server, the database and the user that change how statements run.

use crate::{
    processes::a_run,
    server::{database, own_server},
    support::{LEASE, event, new_run, of, record, run_ended, seqs},
};
use runnable_store::{
    Journal, JournalOptions, OverflowPolicy, PostgresLog, RunFilter, RunLog, RunStatus, StoreError, StoreErrorKind,
};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::{
    error::Error,
    sync::Arc,
    time::{Duration, Instant},
};

async fn execute(url: &str, sql: impl Into<String>) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    connection.execute(AssertSqlSafe(sql.into())).await.unwrap();
}

/// Records runs at the same time and follows them from another log.
async fn record_and_follow(url: &str, setting: &str) {
    let open =
        async || Arc::new(PostgresLog::connect(url).await.unwrap_or_else(|error| panic!("{setting}: {error:?}")));
    let (log, other) = (open().await, open().await);
    let journals = [&log, &other].map(|log| Journal::new(log.clone(), JournalOptions::default()));
    let runs = (0..8).map(|number| {
        let (log, journal, reader) = (&log, &journals[number % 2], &journals[(number + 1) % 2]);
        async move {
            let id = format!("run{number}");
            let follow = async {
                while log.run(&id).await.unwrap().is_none() {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                seqs(reader.events(&id, 0, OverflowPolicy::Block)).await
            };
            let (followed, ()) = tokio::join!(follow, a_run(journal, &id, 6));
            assert_eq!(followed, (1..=12).collect::<Vec<_>>(), "{setting}");
        }
    });
    futures_util::future::join_all(runs).await;
    // Long enough to end idle sessions.
    tokio::time::sleep(Duration::from_millis(150)).await;
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    log.create(&new_run("claimed"), "O").await.unwrap();
    tokio::time::sleep(Duration::from_millis(150)).await;
    other.renew_lease("P", LEASE).await.unwrap();
    // A session that the server has ended may have been an outage, which gives others the time to renew their leases.
    let started = Instant::now();
    while let Err(error) = other.claim("claimed", "P").await {
        assert!(error.kind() == StoreErrorKind::Live && started.elapsed() < LEASE, "{setting}: {error:?}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    other.append(&of("claimed", [event(1, "chunk"), run_ended(RunStatus::Failed)])).await.unwrap();
    assert_eq!(log.runs(&RunFilter::new()).await.unwrap().len(), 9, "{setting}");
    log.check().await.unwrap();
    log.close().await.unwrap();
    other.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_of_a_database_do_not_disturb_runs() {
    for (number, setting) in [
        "idle_in_transaction_session_timeout = '20ms'",
        "idle_session_timeout = '50ms'",
        "lock_timeout = '1ms'",
        "statement_timeout = '5s'",
        "default_transaction_isolation = 'repeatable read'",
        "default_transaction_isolation = 'serializable'",
        "default_transaction_deferrable = on",
        "search_path = 'nowhere'",
        "\"DateStyle\" = 'SQL, DMY'",
        "\"IntervalStyle\" = 'sql_standard'",
        "\"TimeZone\" = 'Asia/Kathmandu'",
        "standard_conforming_strings = off",
        "client_min_messages = debug5",
        "synchronous_commit = off",
        "row_security = off",
        "enable_indexscan = off",
    ]
    .into_iter()
    .enumerate()
    {
        let Some(url) = database(&format!("setting{number}")).await else { return };
        execute(&url, format!("ALTER DATABASE dsetting{number} SET {setting}")).await;
        record_and_follow(&url, setting).await;
    }
}

fn assert_names_the_database(error: &StoreError, name: &str) {
    let text = format!("{error} {error:?}");
    assert!(error.to_string().contains(&format!("in the database `{name} on ")) && !text.contains(".c:"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_takes_longer_than_the_server_allows_is_repeated_and_then_names_the_setting() {
    let Some(url) = database("statement_timeout").await else { return };
    let log = Arc::new(PostgresLog::connect(&url).await.unwrap());
    log.close().await.unwrap();
    let slow = "CREATE TABLE slow (seconds REAL); INSERT INTO slow VALUES (0.4); \
                CREATE FUNCTION wait() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(seconds) FROM public.slow; RETURN NEW; END $$; \
                CREATE TRIGGER slow BEFORE INSERT ON runnable.log FOR EACH ROW EXECUTE FUNCTION wait(); \
                CREATE TRIGGER slow BEFORE INSERT ON runnable.runs FOR EACH ROW EXECUTE FUNCTION wait(); \
                ALTER DATABASE dstatement_timeout SET statement_timeout = '100ms'";
    execute(&url, slow).await;
    let log = Arc::new(PostgresLog::connect(&url).await.unwrap());
    log.renew_lease("O", LEASE).await.unwrap();
    let error = log.create(&new_run("A"), "O").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Busy, "{error:?}");
    assert!(error.to_string().contains("raise `statement_timeout`"), "{error}");
    assert_names_the_database(&error, "dstatement_timeout");
    // A run waits until the server is quick again.
    let journal = Journal::new(log.clone(), JournalOptions::default());
    let running = tokio::spawn(async move { a_run(&journal, "B", 3).await });
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!running.is_finished());
    execute(&url, "UPDATE slow SET seconds = 0").await;
    running.await.unwrap();
    assert_eq!(log.run("B").await.unwrap().unwrap().status, RunStatus::Succeeded);
    log.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_read_only_can_be_read_and_refuses_runs_at_once() {
    let Some(url) = database("read_only").await else { return };
    let fresh = "ALTER DATABASE dread_only SET default_transaction_read_only = on";
    execute(&url, fresh).await;
    let error = PostgresLog::connect(&url).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error:?}");
    let mut connection = PgConnection::connect(&url).await.unwrap();
    connection.execute("SET default_transaction_read_only = off").await.unwrap();
    connection.execute("ALTER DATABASE dread_only RESET default_transaction_read_only").await.unwrap();
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    log.close().await.unwrap();
    execute(&url, fresh).await;
    let log = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(log.events("A", 0, 10).await.unwrap().len(), 3);
    let started = Instant::now();
    for error in [
        log.renew_lease("O", LEASE).await.unwrap_err(),
        log.create(&new_run("B"), "O").await.unwrap_err(),
        log.claim("A", "O").await.unwrap_err(),
        log.prune(crate::support::later()).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error:?}");
        assert!(error.to_string().contains("`default_transaction_read_only`"), "{error}");
        assert_names_the_database(&error, "dread_only");
    }
    assert!(started.elapsed() < Duration::from_secs(20), "it is not waited for");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_who_may_only_read_is_refused_with_what_is_missing() {
    let Some(server) = own_server(&[]) else { return };
    let url = server.url(&server.create("readers").await);
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    let grant = "CREATE ROLE reader LOGIN PASSWORD 'hunter2'; GRANT USAGE ON SCHEMA runnable TO reader; \
                 GRANT SELECT ON ALL TABLES IN SCHEMA runnable TO reader";
    execute(&url, grant).await;
    let reader = PostgresLog::connect(&url.replace("user=tests", "user=reader&password=hunter2")).await.unwrap();
    assert_eq!(reader.events("A", 0, 10).await.unwrap().len(), 3);
    let error = reader.renew_lease("P", LEASE).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error:?}");
    let text = format!("{error:?}");
    assert!(text.contains("grant the permission") && text.contains("permission denied for table owners"), "{text}");
    assert!(!text.contains("hunter2"), "{text}");
    assert_names_the_database(&error, "dreaders");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_and_a_quota_fail_the_write_with_their_reason() {
    let Some(url) = database("full").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    for (code, kind, part) in
        [("53100", StoreErrorKind::Full, "no space is left"), ("P0001", StoreErrorKind::Other, "failed")]
    {
        let refuse = format!(
            "CREATE OR REPLACE FUNCTION refuse() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION \
             'the quota of 5 MB is used up' USING ERRCODE = '{code}'; END $$; \
             CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON runnable.log FOR EACH ROW EXECUTE FUNCTION refuse()"
        );
        execute(&url, refuse).await;
        let error = log.append(&of("A", [event(4, "chunk")])).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error:?}");
        let source = error.source().map(ToString::to_string).unwrap_or_default();
        assert!(error.to_string().contains(part), "{error}");
        assert!(source.contains("the quota of 5 MB is used up") && source.contains(code), "{source}");
        assert_names_the_database(&error, "dfull");
    }
    execute(&url, "DROP TRIGGER refuse ON runnable.log").await;
    log.append(&of("A", [event(4, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
    log.check().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_cannot_hold_every_text_is_refused_and_left_as_it_was() {
    let Some(server) = own_server(&[]) else { return };
    let admin = server.url("postgres");
    execute(&admin, "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0").await;
    let error = PostgresLog::connect(&server.url("latin")).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid, "{error:?}");
    assert!(
        error.to_string().contains("the encoding `LATIN1`") && error.to_string().contains("ENCODING 'UTF8'"),
        "{error}"
    );
    let mut connection = PgConnection::connect(&server.url("latin")).await.unwrap();
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = 'runnable'";
    assert_eq!(sqlx::query_scalar::<_, i64>(schemas).fetch_one(&mut connection).await.unwrap(), 0);
}
