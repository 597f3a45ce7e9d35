//! Logs that are only read.

use crate::support::{LEASE, record};
use runnable_store::{RunFilter, RunLog, RunStatus, SqliteLog};
use std::time::Duration;

/// Returns the status of the run `A` as every read shows it.
async fn status(log: &dyn RunLog) -> RunStatus {
    let run = log.run("A").await.unwrap().unwrap();
    assert_eq!(run.ended.is_none(), run.status == RunStatus::Running, "{run:?}");
    assert!(run.ended.is_none_or(|ended| ended >= run.started), "{run:?}");
    assert_eq!(log.progress("A").await.unwrap().unwrap().status, run.status);
    for filter in [RunFilter::new(), RunFilter::new().pipeline("digest"), RunFilter::new().id_prefix("A")] {
        let list = log.list(&filter).await.unwrap();
        assert_eq!((list[0].status, list[0].ended), (run.status, run.ended), "{filter:?}");
        assert_eq!(log.runs(&filter).await.unwrap()[0].status, run.status, "{filter:?}");
        assert_eq!(log.counts(&filter).await.unwrap().get(run.status), 1, "{filter:?}");
        for of in [RunStatus::Running, RunStatus::Interrupted, RunStatus::Failed] {
            let expected = usize::from(of == run.status);
            let filter = filter.clone().status(of);
            assert_eq!(log.list(&filter).await.unwrap().len(), expected, "{filter:?}");
            assert_eq!(log.counts(&filter).await.unwrap().total(), expected as u64, "{filter:?}");
        }
        let either = filter.status(RunStatus::Interrupted).status(RunStatus::Running);
        assert_eq!(log.list(&either).await.unwrap().len(), 1, "{either:?}");
    }
    run.status
}

/// Lets the lease of a run's owner expire, and another owner claim the run.
async fn a_dead_run_is_interrupted(log: &dyn RunLog, reader: &dyn RunLog) {
    record(log, "B", "P", &[], Some(RunStatus::Succeeded)).await;
    record(log, "A", "O", &["chunk"], None).await;
    assert_eq!(status(reader).await, RunStatus::Running);
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(status(reader).await, RunStatus::Interrupted);
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Running, "nothing is written");
    log.renew_lease("O", LEASE).await.unwrap();
    assert_eq!(status(reader).await, RunStatus::Running);
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    assert_eq!(status(reader).await, RunStatus::Interrupted);
    log.renew_lease("P", LEASE).await.unwrap();
    log.claim("A", "P").await.unwrap();
    assert_eq!(status(reader).await, RunStatus::Running);
}

#[tokio::test]
async fn a_file_shows_a_run_whose_process_died_as_interrupted() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    let reader = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    a_dead_run_is_interrupted(&log, &reader).await;
}

#[tokio::test]
async fn a_file_shows_at_once_that_a_process_died() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "B", "P", &[], Some(RunStatus::Succeeded)).await;
    record(&log, "A", "O", &["chunk"], None).await;
    let reader = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(status(&reader).await, RunStatus::Running);
    // A process that dies loses its lock, and not its lease.
    drop(log);
    let run = reader.run("A").await.unwrap().unwrap();
    assert_eq!(run.status, RunStatus::Interrupted);
    assert!(run.ended.unwrap() <= std::time::SystemTime::now(), "its lease ends later");
    assert_eq!(reader.progress("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
    assert!(reader.list(&RunFilter::new().status(RunStatus::Running)).await.unwrap().is_empty());
    assert_eq!(reader.runs(&RunFilter::new().status(RunStatus::Interrupted)).await.unwrap()[0].id, "A");
    assert_eq!(reader.counts(&RunFilter::new()).await.unwrap().get(RunStatus::Interrupted), 1);
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread")]
async fn a_database_shows_a_run_whose_process_died_as_interrupted() {
    use runnable_store::PostgresLog;
    let Some(url) = crate::server::database("dead_runs").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    let reader = PostgresLog::options(&url).read_only(true).open().await.unwrap();
    a_dead_run_is_interrupted(&log, &reader).await;
}
