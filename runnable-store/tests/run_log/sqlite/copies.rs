//! Copies of a SQLite file.

use super::*;

/// Asserts that a copy of the file alone, without the write-ahead log, has the run `A` with these events.
pub(super) async fn assert_copy_has(path: &Path, events: usize) {
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
