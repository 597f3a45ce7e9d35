//! A server that is a replica for a while, as the former primary during a failover.

use crate::{
    processes::a_run,
    server::{Server, own, own_server},
    support::LEASE,
};
use runnable_store::{Journal, JournalOptions, PostgresLog, RunLog, RunStatus, StoreErrorKind};
use sqlx::{Connection, Executor, PgConnection};
use std::{fs, sync::Arc, time::Duration};

/// Restarts a server as a replica.
async fn demote(mut server: Server) -> Server {
    let demoted = tokio::task::spawn_blocking(move || {
        server.stop();
        let signal = server.directory.join("data/standby.signal");
        fs::write(&signal, "").unwrap();
        own(&signal);
        server.start_again();
        server
    });
    let server = demoted.await.unwrap();
    while PgConnection::connect(&server.url("postgres")).await.is_err() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_wait_for_a_server_that_accepts_writes_again() {
    let Some(server) = own_server(&[]) else { return };
    let url = server.url(&server.create("failover").await);
    let log = Arc::new(PostgresLog::connect(&url).await.unwrap());
    let journal = Journal::new(log.clone(), JournalOptions::default());
    a_run(&journal, "before", 2).await;
    let server = demote(server).await;
    assert_eq!(log.run("before").await.unwrap().unwrap().status, RunStatus::Succeeded);
    let running = tokio::spawn(async move {
        a_run(&journal, "during", 5).await;
        journal
    });
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(!running.is_finished(), "a replica accepts no writes");
    PgConnection::connect(&server.url("postgres")).await.unwrap().execute("SELECT pg_promote()").await.unwrap();
    let journal = tokio::time::timeout(Duration::from_secs(50), running).await.unwrap().unwrap();
    assert_eq!(log.run("during").await.unwrap().unwrap().status, RunStatus::Succeeded);
    log.check().await.unwrap();
    journal.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_patience_with_a_replica_ends_with_an_error_that_says_so() {
    let Some(server) = own_server(&[]) else { return };
    let url = server.url(&server.create("demoted").await);
    let open = async || PostgresLog::options(&url).patience(Duration::from_millis(400)).open().await;
    let log = open().await.unwrap();
    let server = demote(server).await;
    // Of a log that was opened before, and of a log that is opened at the replica.
    for log in [log, open().await.unwrap()] {
        let error = log.renew_lease("O", LEASE).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error:?}");
        assert!(error.to_string().contains("not of a replica"), "{error}");
    }
    let error = PostgresLog::connect(&server.url("postgres")).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "the tables cannot be created: {error:?}");
}
