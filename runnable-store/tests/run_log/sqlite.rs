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
async fn rows_that_cannot_be_read_are_damage() {
    let directory = tempfile::tempdir().unwrap();
    let intact = directory.path().join("intact.db");
    let log = SqliteLog::open(&intact).await.unwrap();
    record(&log, "A", "O", &["chunk"; 5], None).await;
    let file = runnable_store::Write::Artifact(crate::support::artifact("a.csv"));
    let steps = [crate::support::started("a", 1), file, crate::support::ended("a", 1), run_ended(RunStatus::Succeeded)];
    log.append(&of("A", steps)).await.unwrap();
    log.compact(crate::support::later()).await.unwrap();
    record(&log, "B", "O", &["chunk"], Some(RunStatus::Failed)).await;
    log.close().await.unwrap();
    let entries = [
        "'x'",
        "NULL",
        "x'ff'",
        "12",
        "''",
        "'{}'",
        "'[1]'",
        "'[[]]'",
        "'[[1]]'",
        r#"'[["event",1,["a"],1]]'"#,
        r#"'[["event",1,"a",1,"chunk"]]'"#,
        r#"'[["event","now",["a"],1,"chunk"]]'"#,
        r#"'[["event",1,["a"],-1,"chunk"]]'"#,
        r#"'[["events",1,["a"],1,"chunk",[["x"]]]]'"#,
        r#"'[["lost",1,"a",1]]'"#,
        r#"'[["started",1,"a"]]'"#,
        r#"'[["failed",1,"a",1,[]]]'"#,
        r#"'[["put",1,"a",1,{"name":1}]]'"#,
        "CAST(x'5bff5d' AS TEXT)",
    ];
    let mut damages: Vec<String> = entries.iter().map(|text| format!("UPDATE log SET entries = {text}")).collect();
    let columns = ["status = 'lost'", "input = '{'", "output = 'x'", "error = ''", "code = '[]'", "started = 'now'"];
    damages.extend(columns.iter().map(|column| format!("UPDATE runs SET {column} WHERE id = 'A'")));
    damages.extend(
        ["UPDATE log SET seq = 'x'", "UPDATE log SET n = 'x'", "UPDATE definitions SET body = '{'"].map(Into::into),
    );
    damages
        .extend(["seq = -9223372036854775808", "n = -9223372036854775808"].map(|set| format!("UPDATE log SET {set}")));
    for damage in damages {
        let path = directory.path().join("damaged.db");
        std::fs::copy(&intact, &path).unwrap();
        let log = SqliteLog::open(&path).await.unwrap();
        log.check().await.unwrap();
        let mut connection = raw(&path).await;
        connection.execute("PRAGMA ignore_check_constraints = ON").await.unwrap();
        // `NOT NULL` of the column stays: the row is replaced by one of a table without it.
        if damage.contains("NULL") {
            let schema = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'entries TEXT NOT NULL', 'entries TEXT') \
                          WHERE name = 'log'; PRAGMA writable_schema = RESET";
            connection.execute(schema).await.unwrap();
        }
        connection.execute(sqlx::AssertSqlSafe(damage.clone())).await.unwrap();
        let error = log.check().await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Corrupt, "{damage}: {error}");
        assert!(error.to_string().contains("is damaged"), "{damage}: {error}");
        connection.close().await.unwrap();
        log.close().await.unwrap();
        drop(log);
    }
}

#[tokio::test]
async fn a_file_of_the_first_version_is_migrated_and_a_reader_says_so() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Failed)).await;
    log.close().await.unwrap();
    let back =
        "DROP INDEX runs_of_epoch; ALTER TABLE runs DROP COLUMN epoch; DELETE FROM _sqlx_migrations WHERE version > 1";
    raw(&path).await.execute(back).await.unwrap();
    let error = SqliteLog::options(&path).read_only(true).open().await.unwrap_err();
    assert!(error.to_string().contains("older version"), "{error}");
    let log = SqliteLog::open(&path).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().epoch, 1);
    log.renew_lease("O", LEASE).await.unwrap();
    assert_eq!(log.claim("A", "O").await.unwrap().epoch, 2);
    log.append(&of("A", [event(4, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
    log.check().await.unwrap();
}

/// Asserts that a copy of the file alone, without the write-ahead log, has the run `A` with these events.
async fn assert_copy_has(path: &Path, events: usize) {
    let copy = path.with_extension("copy");
    std::fs::copy(path, &copy).unwrap();
    let log = SqliteLog::options(&copy).read_only(true).open().await.unwrap();
    assert_eq!(all_events(&log, "A").await.len(), events);
    log.check().await.unwrap();
    drop(log);
    std::fs::remove_file(&copy).unwrap();
}

#[tokio::test]
async fn a_copy_of_the_file_alone_is_complete_after_the_end_of_a_lease() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"; 9], Some(RunStatus::Succeeded)).await;
    // Another process only reads.
    let reader = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(all_events(&reader, "A").await.len(), 11);
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    assert_copy_has(&path, 11).await;
    record(&log, "B", "O", &["chunk"; 9], Some(RunStatus::Succeeded)).await;
    log.close().await.unwrap();
    assert_copy_has(&path, 11).await;
    drop(reader);
}

#[test]
fn a_copy_of_the_file_alone_is_complete_after_the_log_is_dropped() {
    let directory = tempfile::tempdir().unwrap();
    for (name, late) in [("in.db", false), ("after.db", true)] {
        let path = directory.path().join(name);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let log = runtime.block_on(async {
            let log = SqliteLog::open(&path).await.unwrap();
            record(&log, "A", "O", &["chunk"; 9], None).await;
            // Dropped here, or when the runtime is gone.
            late.then_some(log)
        });
        drop(runtime);
        drop(log);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(assert_copy_has(&path, 11));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_suspended_owner_loses_its_runs_under_every_name_of_the_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    let folder = directory.path().join("linked");
    std::os::unix::fs::symlink(directory.path(), &folder).unwrap();
    let link = directory.path().join("link.db");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let owners = directory.path().join("runs.db.owners");
    for (n, (name, remove)) in [(&path, true), (&link, false), (&folder.join("runs.db"), false)].into_iter().enumerate()
    {
        let (run, next) = (format!("A{n}"), format!("P{n}"));
        record(&log, &run, "O", &[], None).await;
        let other = SqliteLog::open(name).await.unwrap();
        other.renew_lease(&next, LEASE).await.unwrap();
        assert_eq!(other.claim(&run, &next).await.unwrap_err().kind(), StoreErrorKind::Live);
        if remove {
            std::fs::remove_dir_all(&owners).unwrap();
        }
        // Its process is suspended: it still has its lock.
        log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
        tokio::time::sleep(Duration::from_millis(20)).await;
        other.claim(&run, &next).await.unwrap();
        for writes in [vec![event(3, "chunk")], vec![event(3, "chunk"), run_ended(RunStatus::Succeeded)]] {
            let error = log.append(&of(&run, writes)).await.unwrap_err();
            assert!(error.to_string().contains("another process claimed"), "{error}");
        }
        other.append(&of(&run, [event(3, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
        assert_eq!(all_events(&log, &run).await.len(), 3);
        log.renew_lease("O", LEASE).await.unwrap();
    }
    log.check().await.unwrap();
    std::fs::hard_link(&path, directory.path().join("hard.db")).unwrap();
    for name in [&path, &directory.path().join("hard.db")] {
        let error = SqliteLog::open(name).await.unwrap_err();
        assert!(error.kind() == StoreErrorKind::Invalid && error.to_string().contains("hard links"), "{error}");
    }
}

#[tokio::test]
async fn a_process_that_is_frozen_in_a_write_does_not_keep_others_from_opening_the_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    log.renew_lease("O", Duration::from_millis(1)).await.unwrap();
    let mut frozen = raw(&path).await;
    frozen.execute("BEGIN IMMEDIATE").await.unwrap();
    let schema = std::fs::File::open(directory.path().join("runs.db.owners/open.lock")).unwrap();
    schema.lock().unwrap();
    let started = std::time::Instant::now();
    let other = SqliteLog::options(&path).busy_timeout(Duration::from_millis(200)).open().await.unwrap();
    assert_eq!(all_events(&other, "A").await.len(), 2);
    assert_eq!(other.renew_lease("P", LEASE).await.unwrap_err().kind(), StoreErrorKind::Busy);
    let error = other.claim("A", "P").await.unwrap_err();
    assert!(error.to_string().contains("busy with the writes of other processes"), "{error}");
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
    frozen.execute("ROLLBACK").await.unwrap();
    other.renew_lease("P", LEASE).await.unwrap();
    other.claim("A", "P").await.unwrap();
}

#[tokio::test]
async fn a_new_file_is_created_although_another_process_is_frozen_while_it_opens_the_file() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    std::fs::create_dir(directory.path().join("runs.db.owners")).unwrap();
    let schema = std::fs::File::create(directory.path().join("runs.db.owners/open.lock")).unwrap();
    schema.lock().unwrap();
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &[], Some(RunStatus::Succeeded)).await;
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
