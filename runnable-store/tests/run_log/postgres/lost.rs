//! Lost connections.

use crate::{
    server::{Server, database, own_server},
    support::{LEASE, all_events, event, new_run, of, record, run_ended, seqs},
};
use runnable_store::{Journal, JournalOptions, OverflowPolicy, PostgresLog, RunLog, RunStatus, StoreErrorKind};
use sqlx::{Connection, Executor, PgConnection};
use std::{sync::Arc, time::Duration};
use tokio::time::sleep;

/// Ends the sessions of others.
const TERMINATE: &str = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                         WHERE datname = current_database() AND pid <> pg_backend_pid()";

/// Restarts the server in the background, which is down for this time.
fn restart(mut server: Server, down: Duration) -> std::thread::JoinHandle<Server> {
    server.stop();
    std::thread::spawn(move || {
        std::thread::sleep(down);
        server.start_again();
        server
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_replaces_a_session_that_was_ended() {
    let Some(url) = database("ended_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let mut end = async || connection.execute(TERMINATE).await.map(drop).unwrap();
    end().await;
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
    end().await;
    log.renew_lease("O", LEASE).await.unwrap();
    end().await;
    log.create(&new_run("B"), "O").await.unwrap();
    end().await;
    assert_eq!(all_events(&log, "A").await.len(), 3);
    end().await;
    assert_eq!(log.runs(&runnable_store::RunFilter::new()).await.unwrap().len(), 2);
    end().await;
    log.append(&of("B", [run_ended(RunStatus::Failed)])).await.unwrap();
    end().await;
    log.claim("B", "O").await.unwrap();
    end().await;
    log.mark_interrupted().await.unwrap();
    log.check().await.unwrap();
    // A session of another process that saw all of this.
    let other = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
}

#[tokio::test(flavor = "multi_thread")]
async fn runs_leases_and_readers_survive_a_restart_that_is_longer_than_the_lease() {
    let Some(server) = own_server(&[]) else { return };
    let url = server.url(&server.create("restart").await);
    let log = Arc::new(PostgresLog::connect(&url).await.unwrap());
    let lease = Duration::from_millis(600);
    let journal = Journal::new(log.clone(), JournalOptions::default().lease(lease));
    let writer = journal.begin(new_run("A")).await.unwrap();
    let other = Arc::new(PostgresLog::connect(&url).await.unwrap());
    let reader = Journal::new(other.clone(), JournalOptions::default());
    let followed = tokio::spawn(seqs(reader.events("A", 0, OverflowPolicy::Block)));
    let down = restart(server, Duration::from_secs(2));
    let receipt = writer.write(event(1, "chunk"));
    crate::support::durable(&writer, receipt).await.unwrap();
    let _server = down.join().unwrap();
    // The other process looks for dead owners at once, while the lease would have expired long ago.
    assert_eq!(other.mark_interrupted().await.unwrap(), [""; 0]);
    sleep(lease).await;
    assert_eq!(other.mark_interrupted().await.unwrap(), [""; 0]);
    let _ = writer.write(event(2, "chunk"));
    let receipt = writer.write(run_ended(RunStatus::Succeeded));
    crate::support::durable(&writer, receipt).await.unwrap();
    assert_eq!(followed.await.unwrap(), [1, 2]);
    log.check().await.unwrap();
    journal.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_down_at_the_start_is_waited_for() {
    let Some(server) = own_server(&[]) else { return };
    let (socket, tcp) = (server.url("postgres"), server.tcp("postgres"));
    let down = restart(server, Duration::from_secs(1));
    let (one, two) = tokio::join!(PostgresLog::connect(&socket), PostgresLog::connect(&tcp));
    one.unwrap().check().await.unwrap();
    two.unwrap().check().await.unwrap();
    let _server = down.join().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn patience_ends_with_an_error_that_names_the_database() {
    let Some(mut server) = own_server(&[]) else { return };
    let log = PostgresLog::options(server.tcp("postgres")).patience(Duration::from_millis(300)).open().await.unwrap();
    record(&log, "A", "O", &[], None).await;
    tokio::task::block_in_place(|| server.stop());
    let started = std::time::Instant::now();
    for error in [log.append(&of("A", [event(3, "chunk")])).await.unwrap_err(), log.run("A").await.unwrap_err()] {
        assert_eq!(error.kind(), StoreErrorKind::Unreachable, "{error:?}");
        assert!(error.to_string().contains("`postgres on 127.0.0.1` cannot be reached"), "{error}");
    }
    let took = started.elapsed();
    assert!(took > Duration::from_millis(200) && took < Duration::from_secs(20), "{took:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_lost_its_connection_gives_others_the_time_to_renew_their_leases() {
    for first in ["read", "look for dead processes", "claim"] {
        let Some(url) = database(&format!("grace_{}", &first[..4])).await else { return };
        let (log, other) = (PostgresLog::connect(&url).await.unwrap(), PostgresLog::connect(&url).await.unwrap());
        record(&log, "A", "O", &[], None).await;
        other.renew_lease("P", LEASE).await.unwrap();
        log.renew_lease("O", Duration::from_secs(1)).await.unwrap();
        sleep(Duration::from_millis(1100)).await;
        PgConnection::connect(&url).await.unwrap().execute(TERMINATE).await.unwrap();
        if first == "read" {
            other.runs(&runnable_store::RunFilter::new()).await.unwrap();
        }
        if first != "claim" {
            assert_eq!(other.mark_interrupted().await.unwrap(), [""; 0], "{first}");
        }
        assert_eq!(other.claim("A", "P").await.unwrap_err().kind(), StoreErrorKind::Live, "{first}");
        sleep(Duration::from_millis(1100)).await;
        assert_eq!(other.mark_interrupted().await.unwrap(), ["A"], "{first}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sessions_that_the_server_ends_all_the_time_do_not_hide_a_dead_process() {
    let Some(url) = database("idle_sessions").await else { return };
    let (log, other) = (PostgresLog::connect(&url).await.unwrap(), PostgresLog::connect(&url).await.unwrap());
    record(&log, "A", "O", &[], None).await;
    log.renew_lease("O", Duration::from_secs(1)).await.unwrap();
    let mut connection = PgConnection::connect(&url).await.unwrap();
    for _ in 0..16 {
        sleep(Duration::from_millis(100)).await;
        connection.execute(TERMINATE).await.unwrap();
        if other.mark_interrupted().await.unwrap() == ["A"] {
            return;
        }
    }
    panic!("the run seems to be alive");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_claim_leaves_the_run_unlocked() {
    let Some(url) = database("refused_claim").await else { return };
    let (log, other) = (PostgresLog::connect(&url).await.unwrap(), PostgresLog::connect(&url).await.unwrap());
    record(&log, "A", "O", &[], None).await;
    other.renew_lease("P", LEASE).await.unwrap();
    assert_eq!(other.claim("A", "P").await.unwrap_err().kind(), StoreErrorKind::Live);
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let locked = "SELECT count(*) FROM runnable.runs WHERE id = 'A' AND no NOT IN (SELECT no FROM runnable.runs FOR UPDATE SKIP LOCKED)";
    assert_eq!(sqlx::query_scalar::<_, i64>(locked).fetch_one(&mut connection).await.unwrap(), 0);
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

/// A proxy that passes a request on, and closes the connection of the client instead of the answer.
async fn without_answers(port: u16, losing: Arc<std::sync::atomic::AtomicBool>) -> u16 {
    use std::sync::atomic::Ordering::Relaxed;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::{TcpListener, TcpStream},
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let own = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let (server, losing) = (TcpStream::connect(("127.0.0.1", port)).await.unwrap(), losing.clone());
            tokio::spawn(async move {
                let ((mut from_client, mut to_client), (mut from_server, mut to_server)) =
                    (client.into_split(), server.into_split());
                let up = tokio::spawn(async move { tokio::io::copy(&mut from_client, &mut to_server).await });
                let mut answer = vec![0; 65536];
                loop {
                    let read = from_server.read(&mut answer).await.unwrap_or(0);
                    // The server has done the work. The next connection works.
                    if read == 0 || losing.swap(false, Relaxed) || to_client.write_all(&answer[..read]).await.is_err() {
                        break;
                    }
                }
                up.abort();
            });
        }
    });
    own
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_whose_answer_is_lost_is_neither_repeated_nor_lost() {
    use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
    let Some(server) = own_server(&[]) else { return };
    let name = server.create("answers").await;
    let losing = Arc::new(AtomicBool::new(false));
    let port = without_answers(server.port, losing.clone()).await;
    let url = format!("postgres://tests@127.0.0.1:{port}/{name}?sslmode=disable");
    let log = PostgresLog::connect(&url).await.unwrap();
    let lose = || losing.store(true, Relaxed);
    let is_lost = || !losing.load(Relaxed);
    lose();
    log.renew_lease("O", LEASE).await.unwrap();
    for run in ["A", "B", "C"] {
        lose();
        log.create(&new_run(run), "O").await.unwrap();
        assert!(is_lost());
        assert_eq!(log.create(&new_run(run), "O").await.unwrap_err().kind(), StoreErrorKind::Exists);
        for seq in 1..4 {
            lose();
            log.append(&of(run, [event(seq, "chunk")])).await.unwrap();
            assert!(is_lost());
        }
    }
    lose();
    log.append(&of("A", [event(4, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
    lose();
    log.append(&of("B", [run_ended(RunStatus::Failed)])).await.unwrap();
    assert!(is_lost());
    lose();
    assert!(log.claim("B", "O").await.unwrap().epoch > 2);
    assert!(is_lost());
    log.append(&of("B", [event(4, "chunk")])).await.unwrap();
    log.check().await.unwrap();
    for run in ["A", "B"] {
        let seqs: Vec<u64> = log.events(run, 0, 100).await.unwrap().iter().map(|event| event.seq).collect();
        assert_eq!(seqs, [1, 2, 3, 4], "{run}");
    }
    // A run that another process claimed stays lost, also if an answer is lost.
    let other = PostgresLog::connect(&server.url(&name)).await.unwrap();
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    sleep(Duration::from_millis(20)).await;
    other.renew_lease("P", LEASE).await.unwrap();
    other.claim("C", "P").await.unwrap();
    other.append(&of("C", [event(4, "chunk")])).await.unwrap();
    lose();
    let error = log.append(&of("C", [event(4, "chunk")])).await.unwrap_err();
    assert!(error.to_string().contains("another process claimed the run"), "{error}");
    assert!(is_lost());
    lose();
    let error = log.append(&of("C", [run_ended(RunStatus::Failed)])).await.unwrap_err();
    assert!(error.to_string().contains("another process claimed the run"), "{error}");
}
