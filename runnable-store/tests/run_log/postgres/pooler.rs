//! `PgBouncer` between the log and the server.

use crate::{
    bouncer::Pooler,
    server::own_server,
    support::{LEASE, all_events, event, new_run, of, run_ended, seqs},
};
use runnable_store::{Journal, JournalOptions, NewRun, OverflowPolicy, PostgresLog, RunLog, RunStatus, StoreErrorKind};
use sqlx::{Connection, Executor, PgConnection, postgres::PgConnectOptions};
use std::{sync::Arc, time::Duration};

/// Records, follows, claims and reads runs through a pooler.
async fn record_through(mode: &str) {
    let Some(server) = own_server(&[]) else { return };
    let Some(pooler) = Pooler::start(&server, mode, "") else { return };
    let name = server.create(mode).await;
    let url = pooler.url(&name);
    let connect = async || Arc::new(PostgresLog::connect(&url).await.unwrap());
    let (log, other) = (connect().await, connect().await);
    let (journal, reader) =
        (Journal::new(log.clone(), JournalOptions::default()), Journal::new(other.clone(), JournalOptions::default()));
    let record = async |run: String| {
        let followed = seqs(reader.events(&run, 0, OverflowPolicy::Block));
        let writer = journal.begin(new_run(&run)).await.unwrap();
        let recorded = async {
            for seq in 1..=20 {
                let receipt = writer.write(event(seq, "chunk"));
                crate::support::durable(&writer, receipt).await.unwrap();
            }
            let receipt = writer.write(run_ended(RunStatus::Succeeded));
            crate::support::durable(&writer, receipt).await.unwrap();
        };
        let (followed, ()) = tokio::join!(followed, recorded);
        assert_eq!(followed, (1..=20).collect::<Vec<_>>(), "{run}");
    };
    // Clients that share the sessions, and leave statements and settings there.
    let options: PgConnectOptions = url.parse().unwrap();
    let mut application = PgConnection::connect_with(&options.extra_float_digits(None)).await.unwrap();
    application
        .execute("PREPARE sqlx_s_1 AS SELECT 1; SET search_path = nowhere; SET lock_timeout = '1ms'")
        .await
        .unwrap();
    let runs: Vec<_> = (0..6).map(|number| record(format!("run{number}"))).collect();
    futures_util::future::join_all(runs).await;
    assert_eq!(other.runs(&runnable_store::RunFilter::new()).await.unwrap().len(), 6);
    other.renew_lease("P", LEASE).await.unwrap();
    log.create(&new_run("claimed"), "O").await.unwrap();
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(other.claim("claimed", "P").await.unwrap().epoch, 2);
    assert!(log.append(&of("claimed", [event(1, "chunk")])).await.is_err());
    other.append(&of("claimed", [event(1, "chunk"), run_ended(RunStatus::Failed)])).await.unwrap();
    assert_eq!(all_events(&*log, "claimed").await.len(), 1);
    let later = crate::support::later();
    assert_eq!(log.compact(later).await.unwrap(), 7);
    other.check().await.unwrap();
    assert_eq!(other.prune(later).await.unwrap().len(), 7);
    // The log leaves neither locks nor statements in the sessions that it shared.
    let locks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'";
    let mut connection = PgConnection::connect(&server.url(&name)).await.unwrap();
    assert_eq!(sqlx::query_scalar::<_, i64>(locks).fetch_one(&mut connection).await.unwrap(), 0);
    drop(log);
    drop(application);
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_are_recorded_through_a_pooler_in_session_mode() {
    record_through("session").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_are_recorded_through_a_pooler_in_transaction_mode() {
    record_through("transaction").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pooler_in_statement_mode_is_refused_when_the_log_is_opened() {
    let Some(server) = own_server(&[]) else { return };
    let Some(pooler) = Pooler::start(&server, "statement", "") else { return };
    let name = server.create("statement").await;
    for opened_before in [false, true] {
        let started = std::time::Instant::now();
        let error = PostgresLog::connect(&pooler.url(&name)).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{error:?}");
        assert!(
            error.to_string().contains("in statement mode") && error.to_string().contains("`pool_mode`"),
            "{error}"
        );
        assert!(started.elapsed() < Duration::from_secs(20), "it is not waited for");
        if !opened_before {
            PostgresLog::connect(&server.url(&name)).await.unwrap().close().await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_restarts_behind_a_pooler_is_waited_for() {
    let Some(mut server) = own_server(&[]) else { return };
    let Some(pooler) = Pooler::start(&server, "transaction", "server_login_retry = 1\n") else { return };
    let log = PostgresLog::connect(&pooler.url("postgres")).await.unwrap();
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&NewRun::new("A", "p", "h", crate::support::json("{}"), crate::support::json("{}")), "O").await.unwrap();
    let restarting = std::thread::spawn(move || {
        server.stop();
        std::thread::sleep(Duration::from_millis(500));
        server.start_again();
        server
    });
    for seq in 1..=30 {
        log.append(&of("A", [event(seq, "chunk")])).await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let _server = restarting.join().unwrap();
    assert_eq!(all_events(&log, "A").await.len(), 30);
}
