//! Files that earlier versions wrote.

use super::*;
use runnable_store::{RunSummary, StepCounts};

/// A log of seven runs that the version before the third migration recorded. The process of the last run was killed.
const SCHEMA_2: &[u8] = include_bytes!("../../logs/schema-2.db");

const LISTED: [(&str, RunStatus); 7] = [
    // The process of the run is not there any more.
    ("01JD7P0000000000000000000F", RunStatus::Interrupted),
    ("01JD7M0000000000000000000D", RunStatus::Interrupted),
    ("01JD7N0000000000000000000E", RunStatus::Succeeded),
    ("evening-cancelled", RunStatus::Cancelled),
    ("01JD7L0000000000000000000C", RunStatus::Succeeded),
    ("01JD7K0000000000000000000B", RunStatus::Failed),
    ("01JD6A0000000000000000000A", RunStatus::Succeeded),
];

fn copied(directory: &Path) -> std::path::PathBuf {
    let path = directory.join("runs.db");
    std::fs::write(&path, SCHEMA_2).unwrap();
    path
}

fn statuses(runs: &[RunSummary]) -> Vec<(&str, RunStatus)> {
    runs.iter().map(|run| (run.id.as_str(), run.status)).collect()
}

async fn assert_readable(log: &SqliteLog) {
    let runs = log.list(&RunFilter::new()).await.unwrap();
    let failure = runs[5].failure.as_ref().unwrap();
    assert_eq!((&*failure.message, failure.step.as_deref()), ("429 Too Many Requests for tlh", None));
    for run in &runs {
        assert_eq!(run.steps, None);
        assert!(log.graph(&run.definition_hash).await.unwrap().is_none());
        assert!(!log.steps(&run.id).await.unwrap().is_empty());
        assert_eq!(log.events(&run.id, 0, usize::MAX).await.unwrap().len() as u64, run.last_seq);
        assert!(
            log.definition(&run.definition_hash).await.unwrap().unwrap().get().contains("languages")
                || run.pipeline == "review"
        );
        assert_eq!(log.progress(&run.id).await.unwrap().unwrap().last_seq, run.last_seq);
        assert_eq!(log.run(&run.id).await.unwrap().unwrap().status, run.status);
    }
    let failed = RunFilter::new().status(RunStatus::Failed).tag("nightly").pipeline("translate_all").id_prefix("01JD7");
    assert_eq!(log.list(&failed).await.unwrap().len(), 1);
    assert_eq!(log.counts(&RunFilter::new()).await.unwrap().get(RunStatus::Succeeded), 3);
    log.check().await.unwrap();
}

#[tokio::test]
async fn a_file_of_the_second_version_is_read_without_a_change() {
    let directory = tempfile::tempdir().unwrap();
    let path = copied(directory.path());
    let log = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_eq!(statuses(&log.list(&RunFilter::new()).await.unwrap()), LISTED);
    assert_readable(&log).await;
    log.close().await.unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), SCHEMA_2);
}

#[tokio::test]
async fn a_file_of_the_first_version_is_read_without_a_change() {
    let directory = tempfile::tempdir().unwrap();
    let path = copied(directory.path());
    let back =
        "DROP INDEX runs_of_epoch; ALTER TABLE runs DROP COLUMN epoch; DELETE FROM _sqlx_migrations WHERE version > 1";
    let mut connection = raw(&path).await;
    connection.execute(back).await.unwrap();
    connection.close().await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let log = SqliteLog::options(&path).read_only(true).open().await.unwrap();
    assert_readable(&log).await;
    assert_eq!(log.run(LISTED[6].0).await.unwrap().unwrap().epoch, 1);
    log.close().await.unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[tokio::test]
async fn a_file_of_the_second_version_is_migrated() {
    let directory = tempfile::tempdir().unwrap();
    let path = copied(directory.path());
    let log = SqliteLog::open(&path).await.unwrap();
    assert_eq!(statuses(&log.list(&RunFilter::new()).await.unwrap()), LISTED);
    assert_readable(&log).await;
    log.renew_lease("O", LEASE).await.unwrap();
    let run = log.claim(LISTED[0].0, "O").await.unwrap();
    log.append(&of(&run.id, [event(run.last_seq + 1, "chunk"), run_ended(RunStatus::Succeeded)])).await.unwrap();
    let ended = log.list(&RunFilter::new().limit(1)).await.unwrap().remove(0);
    assert_eq!(ended.steps, Some(StepCounts::new(6, 5)));
    let mut again = new_run("again");
    (again.definition_hash, again.graph) = (run.definition_hash.clone(), Some(crate::support::json("{}")));
    log.create(&again, "O").await.unwrap();
    assert_eq!(log.graph(&run.definition_hash).await.unwrap().unwrap().get(), "{}");
    log.check().await.unwrap();
}
