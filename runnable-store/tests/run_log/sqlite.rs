//! Behaviour of SQLite files alone.

mod copies;
mod damage;
mod earlier;
mod owners;
mod space;

use self::copies::assert_copy_has;
use crate::support::{LEASE, all_events, durable, event, new_run, of, record, run_ended, skip};
use runnable_store::{Journal, JournalOptions, RunFilter, RunLog, RunStatus, SqliteLog, StoreErrorKind};
use sqlx::{Connection, Executor, SqliteConnection};
use std::{path::Path, process::Command, sync::Arc, time::Duration};

async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap()
}

#[tokio::test]
async fn directories_are_created_and_a_reopened_file_has_everything() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("a/b/runs.db");
    let log = SqliteLog::options(&path).synced(true).open().await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    let events = all_events(&log, "A").await;
    log.close().await.unwrap();
    assert!(!directory.path().join("a/b/runs.db-wal").exists());
    let again = SqliteLog::open(&path).await.unwrap();
    assert_eq!(all_events(&again, "A").await, events);
    again.check().await.unwrap();
}

#[tokio::test]
async fn a_closed_log_says_so() {
    let directory = tempfile::tempdir().unwrap();
    let log = SqliteLog::open(directory.path().join("runs.db")).await.unwrap();
    log.close().await.unwrap();
    let error = log.create(&new_run("A"), "O").await.unwrap_err();
    assert!(error.to_string().contains("was closed"), "{error}");
}

#[tokio::test]
async fn a_file_that_is_not_a_database_is_refused_by_its_name() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("notes.txt");
    std::fs::write(
        &path,
        "not a database, but a text that is longer than the header of a database, so that the whole header is read and refused",
    )
    .unwrap();
    for options in [SqliteLog::options(&path), SqliteLog::options(&path).read_only(true)] {
        let error = options.open().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt, "{error}");
        assert!(error.to_string().contains("notes.txt` is not a SQLite database: choose another file"), "{error}");
    }
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("not a database"));
}

#[tokio::test]
async fn a_database_of_another_program_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("theirs.db");
    std::fs::write(&path, "").unwrap();
    raw(&path).await.execute("CREATE TABLE notes (text)").await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let error = SqliteLog::open(&path).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Corrupt);
    assert!(error.to_string().contains("another program"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_file_of_a_newer_version_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    SqliteLog::open(&path).await.unwrap().close().await.unwrap();
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (99, 'newer', 1, x'00', 0)";
    raw(&path).await.execute(newer).await.unwrap();
    for options in [SqliteLog::options(&path), SqliteLog::options(&path).read_only(true)] {
        let error = options.open().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Changed, "{error}");
        assert!(error.to_string().contains("another version of `runnable-store`"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_paused_clock_stands_still_while_the_file_is_read_and_written() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let started = tokio::time::Instant::now();
    let log = Arc::new(SqliteLog::open(&path).await.unwrap());
    let journal = Journal::new(log.clone(), JournalOptions::default());
    let recorded = async {
        crate::processes::a_run(&journal, "A", 50).await;
        for _ in 0..50 {
            log.runs(&RunFilter::new()).await.unwrap();
        }
        log.check().await.unwrap();
    };
    tokio::time::timeout(Duration::from_millis(900), recorded).await.expect("no time passes");
    assert!(started.elapsed() < Duration::from_secs(1), "{:?}", started.elapsed());
    // A day passes at once, with some 8,000 renewals of the lease.
    tokio::time::sleep(Duration::from_hours(24)).await;
    crate::processes::a_run(&journal, "B", 5).await;
    journal.close().await.unwrap();
    assert_copy_has(&path, 100).await;
}

#[tokio::test]
async fn a_read_only_log_is_never_written() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let reader = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(all_events(&reader, "A").await.len(), 3);
    let error = reader.create(&new_run("B"), "P").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly);
    assert!(error.to_string().contains("was opened read-only"), "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_concurrent_runs_on_one_file_lose_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let mut runs = tokio::task::JoinSet::new();
    for store in 0..4 {
        let log = SqliteLog::open(&path).await.unwrap();
        let journal = Journal::new(Arc::new(log), JournalOptions::default());
        for run in 0..25 {
            let journal = journal.clone();
            runs.spawn(async move { crate::processes::a_run(&journal, &format!("S{store}R{run}"), 20).await });
        }
    }
    while let Some(done) = runs.join_next().await {
        done.unwrap();
    }
    crate::processes::assert_complete(&path, 100, 20).await;
}

#[tokio::test]
async fn people_can_read_steps_and_files_with_sql() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    let file = runnable_store::Write::Artifact(crate::support::artifact("a.csv"));
    log.append(&of(
        "A",
        [crate::support::started("a", 1), crate::support::ended("a", 1), crate::support::started("b", 1), file],
    ))
    .await
    .unwrap();
    let mut connection = raw(&path).await;
    let steps: Vec<(String, String)> = sqlx::query_as("SELECT path, status FROM steps WHERE run = 'A' ORDER BY path")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    assert_eq!(steps, [("a".to_owned(), "succeeded".to_owned()), ("b".to_owned(), "running".to_owned())]);
    let files: Vec<(String, i64)> = sqlx::query_as("SELECT path, data ->> 'size' FROM entries WHERE kind = 'put'")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    assert_eq!(files, [("fetch".to_owned(), 12)]);
    assert_eq!(log.runs(&RunFilter::new()).await.unwrap().len(), 1);
}
