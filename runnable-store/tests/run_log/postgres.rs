//! Behaviour of PostgreSQL alone.

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
async fn the_runs_of_a_closed_session_are_interrupted_at_once() {
    let Some(url) = database("closed_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let other = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    log.close().await.unwrap();
    while other.mark_interrupted().await.unwrap() != ["A"] {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
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

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_session_is_replaced_with_its_locks() {
    let Some(url) = database("broken_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    connection.execute(others).await.unwrap();
    assert!(log.append(&of("A", [event(3, "chunk")])).await.is_err());
    log.renew_lease("O", LEASE).await.unwrap();
    let other = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

#[tokio::test]
async fn an_unreachable_server_is_named_without_its_password() {
    let error = PostgresLog::connect("postgres://app:hunter2@127.0.0.1:1/runs").await.unwrap_err();
    assert!(error.to_string().contains("`runs on 127.0.0.1` cannot be reached"), "{error}");
    assert!(!format!("{error:?}").contains("hunter2"));
    let error = PostgresLog::connect("no address: hunter2").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    assert!(!format!("{error:?}").contains("hunter2"));
}
