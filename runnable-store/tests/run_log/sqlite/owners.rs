//! The owners of the runs in a SQLite file, and frozen processes.

use super::*;

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
