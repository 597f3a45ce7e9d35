//! Behaviour of SQLite files alone.

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

#[tokio::test]
async fn a_damaged_file_is_found_by_the_check() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"; 5], Some(RunStatus::Succeeded)).await;
    record(&log, "B", "O", &[], None).await;
    log.check().await.unwrap();
    let cases = [
        (
            "UPDATE log SET entries = json_remove(entries, '$[3]') WHERE id >> 32 = 1",
            "the row of the run `A` that ends at entry 7 has another number of entries than recorded",
        ),
        ("UPDATE log SET seq = 9 WHERE id >> 32 = 1", "the run `A` lacks events after number 0"),
        (
            r#"INSERT INTO log VALUES ((2 << 32) + 3, 2, 0, '[["failed",1,"fetch",1,[],[]]]')"#,
            "the run `B` ended attempt 1 of `fetch`, which was not open",
        ),
        ("INSERT INTO log VALUES (7 << 32, 0, 0, '[]')", "belongs to no run"),
        (
            "PRAGMA foreign_keys = OFF; DELETE FROM definitions",
            "a row of `runs` refers to a missing row of `definitions`",
        ),
    ];
    for (damage, problem) in cases {
        raw(&path).await.execute(damage).await.unwrap();
        let error = log.check().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt);
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[tokio::test]
async fn a_read_only_log_is_never_written() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let missing = SqliteLog::options(&path).read_only(true).open().await.unwrap_err();
    assert!(missing.to_string().contains("runs.db` cannot be opened"), "{missing}");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let reader = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(all_events(&reader, "A").await.len(), 3);
    let error = reader.create(&new_run("B"), "P").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly);
    assert!(error.to_string().contains("was opened read-only"), "{error}");
}

/// Records events until the log is full; returns the number of the last acknowledged event.
async fn fill(log: &Arc<SqliteLog>) -> u64 {
    let journal = Journal::new(log.clone(), JournalOptions::default());
    let writer = journal.begin(new_run("A")).await.unwrap();
    for seq in 1..1_000_000 {
        let receipt = writer.write(event(seq, "chunk"));
        let Err(error) = durable(&writer, receipt).await else { continue };
        assert_eq!(error.kind(), StoreErrorKind::Full, "{error}");
        assert!(error.to_string().contains("runs.db` cannot grow: no space is left"), "{error}");
        let later = writer.write(run_ended(RunStatus::Failed));
        assert_eq!(durable(&writer, later).await.unwrap_err().kind(), StoreErrorKind::Full);
        drop(writer);
        let _ = journal.close().await;
        return seq - 1;
    }
    unreachable!("the log never was full")
}

#[tokio::test]
async fn a_full_log_says_so_and_keeps_acknowledged_events() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = Arc::new(SqliteLog::options(&path).max_pages(64).open().await.unwrap());
    let last = fill(&log).await;
    assert!(last > 100);
    drop(log);
    let log = SqliteLog::open(&path).await.unwrap();
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!((record.status, record.last_seq), (RunStatus::Interrupted, last));
    log.check().await.unwrap();
    // With more space the run continues.
    log.renew_lease("P", LEASE).await.unwrap();
    log.claim("A", "P").await.unwrap();
    log.append(&of("A", [event(last + 1, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
}

/// A file system in a directory, unmounted when it is dropped.
struct Mount(tempfile::TempDir);

impl Mount {
    fn new(size: &str) -> Option<Self> {
        let directory = tempfile::tempdir().unwrap();
        let mount = Self(directory);
        mount.run("mount", &["-t", "tmpfs", "-o", size, "tmpfs"]).then_some(mount)
    }

    fn run(&self, program: &str, arguments: &[&str]) -> bool {
        let output = Command::new(program).args(arguments).arg(self.0.path()).output();
        output.is_ok_and(|output| output.status.success())
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        self.run("umount", &["-l"]);
    }
}

#[tokio::test]
async fn a_full_disk_says_so_and_loses_nothing() {
    let Some(disk) = Mount::new("size=2m") else {
        return skip("a file system cannot be mounted on this machine");
    };
    let path = disk.0.path().join("runs.db");
    let log = Arc::new(SqliteLog::open(&path).await.unwrap());
    let last = fill(&log).await;
    assert!(last > 100);
    log.close().await.ok();
    assert!(disk.run("mount", &["-o", "remount,size=8m"]));
    let log = SqliteLog::open(&path).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, last);
    log.check().await.unwrap();
}

#[tokio::test]
async fn a_disk_that_becomes_read_only_says_so_and_loses_nothing() {
    let Some(disk) = Mount::new("size=4m") else {
        return skip("a file system cannot be mounted on this machine");
    };
    let path = disk.0.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    log.close().await.unwrap();
    drop(log);
    assert!(disk.run("mount", &["-o", "remount,ro"]));
    let error = SqliteLog::open(&path).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error}");
    assert!(error.to_string().contains("runs.db"), "{error}");
    assert!(disk.run("mount", &["-o", "remount,rw"]));
    assert_eq!(all_events(&SqliteLog::open(&path).await.unwrap(), "A").await.len(), 3);
}

#[tokio::test]
async fn the_runs_of_a_dropped_log_are_interrupted_at_the_next_open() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let meanwhile = SqliteLog::open(&path).await.unwrap();
    assert_eq!(meanwhile.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    drop(log);
    let after = SqliteLog::open(&path).await.unwrap();
    assert_eq!(after.run("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
    assert_eq!(all_events(&after, "A").await.len(), 3);
    let left = std::fs::read_dir(directory.path().join("runs.db.owners")).unwrap();
    assert_eq!(left.map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>(), ["open.lock"]);
}

#[tokio::test]
async fn the_lease_decides_if_the_lock_file_is_missing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    std::fs::remove_dir_all(directory.path().join("runs.db.owners")).unwrap();
    let other = SqliteLog::open(&path).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(other.mark_interrupted().await.unwrap(), ["A"]);
    // The owner learns of the loss at its next write.
    assert_eq!(
        log.append(&of("A", [run_ended(RunStatus::Succeeded)])).await.unwrap_err().kind(),
        StoreErrorKind::Invalid
    );
}

#[tokio::test]
async fn an_owner_that_is_a_path_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let log = SqliteLog::open(directory.path().join("runs.db")).await.unwrap();
    for wrong in ["", "../x", "a/b"] {
        assert_eq!(log.renew_lease(wrong, LEASE).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    }
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
