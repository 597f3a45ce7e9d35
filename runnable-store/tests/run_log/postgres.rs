//! Behaviour of PostgreSQL alone.

mod failover;
mod lost;
mod pooler;
mod schema;
mod settings;
mod tls;

use crate::{
    server::database,
    support::{LEASE, event, of, record},
};
use runnable_store::{PostgresLog, RunLog, RunStatus, StoreErrorKind};
use sqlx::{Connection, Executor, PgConnection};
use std::{sync::Arc, time::Duration};

/// Connects to a new database; returns `None` if no server is installed.
pub(crate) async fn log(name: &str) -> Option<Arc<PostgresLog>> {
    let url = database(name).await?;
    Some(Arc::new(PostgresLog::connect(&url).await.unwrap()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_runs_of_a_closed_log_are_interrupted_at_once() {
    let Some(url) = database("closed_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let other = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    log.close().await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
    other.renew_lease("P", LEASE).await.unwrap();
    assert_eq!(other.claim("A", "P").await.unwrap().last_seq, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_that_lost_a_run_cannot_write_to_it() {
    let Some(url) = database("lost_run").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let other = PostgresLog::connect(&url).await.unwrap();
    other.renew_lease("P", LEASE).await.unwrap();
    other.claim("A", "P").await.unwrap();
    let error = log.append(&of("A", [event(3, "chunk")])).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    assert!(error.to_string().contains("another process claimed the run"), "{error}");
    other.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

/// Waits for a result, but not for long: the server ends a session that stays in a transaction after 5 seconds.
async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(30), what).await.expect("a bounded wait")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_frozen_in_a_transaction_does_not_keep_others_from_opening_the_log() {
    let Some(url) = database("frozen_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    for run in ["A", "B"] {
        record(&log, run, "O", &[], None).await;
    }
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    // A session without the limits of ours, as of an earlier version.
    let mut frozen = PgConnection::connect(&url).await.unwrap();
    let locks = "BEGIN; SET search_path = runnable; SELECT * FROM runs WHERE id = 'A' FOR UPDATE; \
                 SELECT * FROM owners FOR UPDATE; SELECT * FROM migrations FOR UPDATE";
    frozen.execute(locks).await.unwrap();
    let started = std::time::Instant::now();
    let other = soon(PostgresLog::connect(&url)).await.unwrap();
    soon(other.mark_interrupted()).await.unwrap();
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    let status = async |run: &str| other.run(run).await.unwrap().unwrap().status;
    assert_eq!((status("A").await, status("B").await), (RunStatus::Running, RunStatus::Interrupted));
    other.renew_lease("P", LEASE).await.unwrap();
    other.claim("B", "P").await.unwrap();
    assert_eq!(soon(other.claim("A", "P")).await.unwrap_err().kind(), StoreErrorKind::Busy);
    frozen.execute("ROLLBACK").await.unwrap();
    other.claim("A", "P").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_another_session_locks_is_waited_for_only_so_long() {
    let Some(url) = database("limits").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    let mut connection = PgConnection::connect(&url).await.unwrap();
    record(&log, "A", "O", &[], Some(RunStatus::Failed)).await;
    connection.execute("BEGIN; LOCK TABLE runnable.log IN ACCESS EXCLUSIVE MODE").await.unwrap();
    let started = std::time::Instant::now();
    assert_eq!(soon(log.claim("A", "O")).await.unwrap_err().kind(), StoreErrorKind::Busy);
    assert!(started.elapsed() >= Duration::from_secs(9), "{:?}", started.elapsed());
    connection.execute("ROLLBACK").await.unwrap();
    log.claim("A", "O").await.unwrap();
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_cannot_be_read_are_damage() {
    let Some(url) = database("unreadable").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    log.check().await.unwrap();
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let checks = "SET search_path = runnable; ALTER TABLE runs DROP CONSTRAINT runs_status_check; ALTER TABLE runs DROP CONSTRAINT runs_check1";
    connection.execute(checks).await.unwrap();
    for (damage, repair, problem) in [
        ("UPDATE log SET entries = 'x'", "", "cannot be read"),
        ("UPDATE runs SET status = 'lost'", "UPDATE runs SET status = 'succeeded'", "unknown status `lost`"),
        ("UPDATE runs SET input = '{'", "UPDATE runs SET input = '{}'", "the record of the run `A` cannot be read"),
        ("UPDATE runs SET ended = NULL", "UPDATE runs SET ended = 1", "has the status `succeeded` and no end"),
        ("UPDATE definitions SET body = 'x'", "", "the definition `hash` cannot be read"),
    ] {
        connection.execute(damage).await.unwrap();
        let error = log.check().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt);
        assert!(error.to_string().contains("is damaged") && error.to_string().contains(problem), "{damage}: {error}");
        if !repair.is_empty() {
            connection.execute(repair).await.unwrap();
        }
    }
}

/// Connects to a server that is not waited for.
async fn impatient(url: &str) -> Result<PostgresLog, runnable_store::StoreError> {
    PostgresLog::options(url).patience(Duration::ZERO).open().await
}

#[tokio::test]
async fn part_of_an_unescaped_password_is_in_no_error() {
    for url in [
        "postgres://app:hun/ter2@127.0.0.1:1/runs",
        "postgres://app:h@un/ter2:x@127.0.0.1:1/runs",
        "postgres://app:hun?ter2@127.0.0.1:1/runs",
        "postgres://app:hun#ter2@127.0.0.1:1/runs",
        "postgres://app:1/hunter2@127.0.0.1:1/runs",
        "postgres://app:hun@ter2@127.0.0.1:1/runs",
    ] {
        let error = PostgresLog::connect(url).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{url}");
        let text = format!("{error} {error:?}");
        assert!(!text.contains("hun") && !text.contains("ter2") && text.contains("percent-encode"), "{url}: {text}");
    }
    for url in
        ["postgres://app:hun%2Fter2@127.0.0.1:1/runs", "postgres://app@127.0.0.1:1/runs?application_name=me@here"]
    {
        let error = impatient(url).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Unreachable, "{error}");
        assert!(error.to_string().contains("cannot be reached") && !format!("{error:?}").contains("ter2"), "{error}");
    }
}

#[tokio::test]
async fn several_hosts_are_refused_with_what_to_write_instead() {
    for url in [
        "postgres://app:hunter2@first,second/runs",
        "postgres://app:hunter2@first:5432,second:5433/runs",
        "postgres://first,second/runs",
        "postgres://app:hunter2@first%2Csecond/runs",
        "postgres:///runs?user=app&password=hunter2&host=first,second",
    ] {
        let error = impatient(url).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{url}");
        let text = format!("{error} {error:?}");
        assert!(
            text.contains("several hosts\nhelp: write a single host") && !text.contains("hunter2"),
            "{url}: {text}"
        );
    }
    let error = impatient("postgres://a,pp:hun,ter2@127.0.0.1:1/runs?application_name=a,b").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Unreachable, "{error}");
}

#[tokio::test]
async fn an_unreachable_server_is_named_without_its_password() {
    let error = impatient("postgres://app:hunter2@127.0.0.1:1/runs").await.unwrap_err();
    assert!(error.to_string().contains("`runs on 127.0.0.1` cannot be reached"), "{error}");
    assert!(!format!("{error:?}").contains("hunter2"));
    let error = PostgresLog::connect("no address: hunter2").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    assert!(!format!("{error:?}").contains("hunter2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_clock_stands_still_while_the_database_is_read_and_written() {
    let Some(url) = database("paused").await else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    let recorded = async move {
        let started = tokio::time::Instant::now();
        let log = Arc::new(PostgresLog::connect(&url).await.unwrap());
        let journal = runnable_store::Journal::new(log.clone(), runnable_store::JournalOptions::default());
        crate::processes::a_run(&journal, "A", 20).await;
        log.check().await.unwrap();
        assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
        tokio::time::sleep(Duration::from_hours(1)).await;
        crate::processes::a_run(&journal, "B", 5).await;
        journal.close().await.unwrap();
    };
    std::thread::spawn(move || runtime.block_on(recorded)).join().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn large_values_are_kept() {
    let Some(url) = database("large_values").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&crate::support::new_run("A"), "O").await.unwrap();
    let text = serde_json::to_string(&r#"it's a "\backslash" ä "#.repeat(1 << 18)).unwrap();
    assert!(text.len() > 5 << 20);
    let mut large = runnable_store::EventRecord::new(1, crate::support::at(1), crate::support::json("[]"), 1, "chunk");
    large.data = Some(crate::support::json(&text));
    log.append(&of("A", [runnable_store::Write::Event(large)])).await.unwrap();
    let events = log.events("A", 0, 10).await.unwrap();
    assert!(events[0].data.as_ref().is_some_and(|data| data.get() == text));
}
