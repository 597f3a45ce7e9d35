//! Logs and disks that are full or read-only.

use super::*;

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
    // Only readers can use it.
    let reader = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(all_events(&reader, "A").await.len(), 3);
    drop(reader);
    assert!(disk.run("mount", &["-o", "remount,rw"]));
    assert_eq!(all_events(&SqliteLog::open(&path).await.unwrap(), "A").await.len(), 3);
}
