//! Run logs that are opened at their location to be read alone.

use crate::support::{LEASE, all_events, ended, event, json, new_run, of, record, run_ended};
use runnable_store::{
    RunFilter, RunLog, RunLogUrl, RunStatus, SqliteLog, StepStatus, StoreError, StoreErrorKind, Write,
    secrets::{Fixed, Secrets},
};
use sqlx::{Connection, Executor, SqliteConnection};
use std::{collections::BTreeSet, path::Path, sync::Arc, time::Duration};

fn at(path: &Path) -> RunLogUrl {
    RunLogUrl::Sqlite(path.to_owned())
}

async fn read(url: &RunLogUrl) -> Result<Arc<dyn RunLog>, StoreError> {
    url.options().patience(Duration::from_millis(50)).open_read_only().await
}

fn names(directory: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(directory).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

async fn raw(path: &Path) -> SqliteConnection {
    SqliteConnection::connect(&format!("sqlite://{}", path.display())).await.unwrap()
}

#[tokio::test]
async fn a_log_is_read_without_a_trace() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    log.close().await.unwrap();
    let (before, files) = (std::fs::read(&path).unwrap(), names(directory.path()));
    let log = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(all_events(&log, "A").await.len(), 3);
    assert_eq!(log.counts(&RunFilter::new()).await.unwrap().total(), 1);
    for error in [
        log.create(&new_run("B"), "P").await.unwrap_err(),
        log.claim("A", "P").await.unwrap_err(),
        log.renew_lease("P", LEASE).await.unwrap_err(),
        log.prune(std::time::SystemTime::now()).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error}");
    }
    log.close().await.unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names(directory.path()), files);
}

#[tokio::test]
async fn a_log_is_read_while_another_process_writes() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let reader = read(&at(&path)).await.unwrap();
    assert_eq!(all_events(&*reader, "A").await.len(), 3);
    log.append(&of("A", [event(4, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
    assert_eq!(all_events(&*reader, "A").await.len(), 4);
}

#[tokio::test]
async fn a_location_without_a_log_is_refused_and_nothing_is_created() {
    let directory = tempfile::tempdir().unwrap();
    let missing = directory.path().join("a/runs.db");
    let foreign = directory.path().join("foreign.db");
    raw_file(&foreign).await;
    let before = names(directory.path());
    for (url, kind, text) in [
        (at(&missing), StoreErrorKind::NotFound, "runs.db` does not exist\nhelp: check the path"),
        (at(directory.path()), StoreErrorKind::Invalid, "is not a file"),
        (at(&foreign), StoreErrorKind::Corrupt, "is the database of another program"),
        (RunLogUrl::None, StoreErrorKind::Invalid, "`none` has no runs\nhelp: "),
        (RunLogUrl::Memory, StoreErrorKind::Invalid, "memory of a single process"),
    ] {
        let error = read(&url).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(text), "{error}");
    }
    assert_eq!(names(directory.path()), before);
}

async fn raw_file(path: &Path) {
    std::fs::write(path, "").unwrap();
    raw(path).await.execute("CREATE TABLE notes (text)").await.unwrap();
}

#[tokio::test]
async fn a_locked_file_a_newer_file_and_a_damaged_row_say_what_to_do() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    record(&log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    log.close().await.unwrap();
    let mut connection = raw(&path).await;
    connection.execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE runs SET tag = 'x'").await.unwrap();
    let error = read(&at(&path)).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Busy, "{error}");
    assert!(error.to_string().contains("runs.db` is busy") && error.to_string().contains("try again"), "{error}");
    connection.execute("COMMIT; UPDATE runs SET input = '{'").await.unwrap();
    connection.close().await.unwrap();
    let log = read(&at(&path)).await.unwrap();
    let error = log.run("A").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Corrupt, "{error}");
    assert!(error.to_string().contains("runs.db`") && error.to_string().contains("help: "), "{error}");
    // A list does not read inputs.
    assert_eq!(log.list(&RunFilter::new()).await.unwrap().len(), 1);
    drop(log);
    let newer = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (99, 'newer', 1, x'00', 0)";
    raw(&path).await.execute(newer).await.unwrap();
    let error = read(&at(&path)).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Changed, "{error}");
    assert!(error.to_string().contains("another version of `runnable-store`"), "{error}");
}

#[tokio::test]
async fn references_to_secrets_are_masked_without_the_secrets() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let log = SqliteLog::open(&path).await.unwrap();
    let secrets = Secrets::new().with_source(Fixed::new().with("key", "correct horse battery"));
    secrets.get("key").unwrap();
    let redactor = secrets.redactor();
    let refer = |text: &str| redactor.refer_json(&json(text));
    let mut run = new_run("A");
    run.input = refer(r#"{"prompt":"use correct horse battery"}"#);
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&run, "O").await.unwrap();
    let error = Some(refer(r#"{"code":"failed","message":"no correct horse battery"}"#));
    let started = Write::StepStarted { path: "a".into(), attempt: 1, at: run.started, inputs: Some(run.input.clone()) };
    let failed = Write::RunEnded { at: run.started, status: RunStatus::Failed, output: None, error };
    log.append(&of("A", [started, ended("a", 1), failed])).await.unwrap();
    log.close().await.unwrap();
    let recorded = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
    assert!(recorded.contains("$secret{key") && !recorded.contains("horse"));
    let log = read(&at(&path)).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().input.get(), r#"{"prompt":"use ***"}"#);
    let step = log.steps("A").await.unwrap().remove(0);
    assert_eq!((step.status, step.inputs.unwrap().get()), (StepStatus::Succeeded, r#"{"prompt":"use ***"}"#));
    let failure = log.list(&RunFilter::new()).await.unwrap().remove(0).failure.unwrap();
    assert_eq!(failure.message, "no ***");
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread")]
async fn tables_are_read_without_a_change() {
    use sqlx::PgConnection;
    let Some(address) = crate::server::database("reader").await else { return };
    let url: RunLogUrl = address.parse().unwrap();
    let error = read(&url).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::NotFound, "{error}");
    assert!(error.to_string().contains("has no tables in the schema `runnable`\nhelp: "), "{error}");
    let mut connection = PgConnection::connect(&address).await.unwrap();
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname = 'runnable'";
    assert_eq!(sqlx::query_scalar::<_, i64>(schemas).fetch_one(&mut connection).await.unwrap(), 0);
    let log = url.options().open().await.unwrap();
    record(&*log, "A", "O", &["chunk"], Some(RunStatus::Failed)).await;
    let reader = read(&url).await.unwrap();
    assert_eq!(all_events(&*reader, "A").await.len(), 3);
    for error in [
        reader.create(&new_run("B"), "P").await.unwrap_err(),
        reader.mark_interrupted().await.unwrap_err(),
        reader.prune(std::time::SystemTime::now()).await.unwrap_err(),
        reader.compact(std::time::SystemTime::now()).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), StoreErrorKind::ReadOnly, "{error}");
    }
    let back = "SET search_path = runnable; DROP INDEX runs_of_start, runs_of_status, runs_of_pipeline, runs_of_tag, runs_of_id, \
        runs_of_cancel; ALTER TABLE runs DROP cancel, DROP steps, DROP steps_done, DROP failed_step, DROP failed_attempt; \
        DELETE FROM migrations WHERE version > 1";
    connection.execute(back).await.unwrap();
    let reader = read(&url).await.unwrap();
    let run = reader.list(&RunFilter::new().status(RunStatus::Failed).id_prefix("A")).await.unwrap().remove(0);
    assert_eq!((run.last_seq, run.steps), (3, None));
    assert_eq!(reader.run("A").await.unwrap().unwrap().status, RunStatus::Failed);
}
