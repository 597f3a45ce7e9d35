//! Runs in an SQLite file: many at a time, on a full disk, and read-only.

use super::*;
use runnable::{
    ErrorKind,
    store::{RunStatus, SqliteLog, StepStatus, StoreError, StoreErrorKind},
};
use std::path::Path;
use tempfile::TempDir;

async fn with(log: SqliteLog) -> Runner {
    Runner::builder().log(log).build().await.expect("a runner")
}

async fn open(file: &Path) -> Runner {
    with(SqliteLog::options(file).open().await.expect("it opens")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_concurrent_runs_write_to_one_file_without_loss() {
    let folder = TempDir::new().expect("a folder");
    let runner = open(&folder.path().join("runs.db")).await;
    let runs: Vec<_> = (0..100_usize)
        .map(|n| {
            let runner = runner.clone();
            tokio::spawn(async move { runner.run(work(unique("many"), vec![n, n])).run_id(n.to_string()).await })
        })
        .collect();
    for (n, run) in runs.into_iter().enumerate() {
        assert_eq!(run.await.expect("it runs").expect("it is recorded").sum, 4 * n);
    }
    let log = runner.log().expect("a log");
    log.check().await.expect("it is whole");
    for n in 0..100 {
        let id = n.to_string();
        assert_eq!(record(&runner, &id).await.status, RunStatus::Succeeded);
        assert!(steps(&runner, &id).await.iter().all(|step| step.status == StepStatus::Succeeded));
        assert_eq!(steps(&runner, &id).await.len(), 5);
    }
}

#[task(returns = [text])]
async fn fill(part: usize, name: &str) -> Result<String, String> {
    act(&format!("{name}/fill/{part}"))?;
    Ok("x".repeat(20_000))
}

pipeline! {
    fn fills(name: String, parts: Vec<usize>) -> [text] { map(parts as part, limit = 1) { fill } }
}

#[tokio::test]
async fn a_full_store_fails_the_run_and_keeps_every_acknowledged_write() {
    let (folder, name) = (TempDir::new().expect("a folder"), unique("full"));
    let file = folder.path().join("runs.db");
    let log = SqliteLog::options(&file).max_pages(60).open().await.expect("it opens");
    let runner = with(log).await;
    let run = runner.run(fills(name.clone(), (0..40).collect())).run_id(&*name).await;
    let error = run.expect_err("the disk is full");
    assert_eq!(error.kind(), ErrorKind::NotRecorded, "{error}");
    let store = error.downcast_ref::<StoreError>().expect("the source is a store error");
    assert_eq!(store.kind(), StoreErrorKind::Full);
    assert!(format!("{error:#}").contains("runs.db"), "{error}");
    let begun = (0..40).filter(|part| done(&format!("{name}/fill/{part}")) > 0).count();
    drop(runner);

    // With space again, the run resumes: every acknowledged step is there and does not run again.
    let runner = open(&file).await;
    runner.log().expect("a log").check().await.expect("it is whole");
    let kept = steps(&runner, &name).await.iter().filter(|step| step.status == StepStatus::Succeeded).count();
    assert!(kept > 0 && kept + 1 >= begun, "{kept} of {begun} were kept; only the last may be missing");
    let output = runner.resume::<Fills>(&name).await.expect("it resumes");
    assert_eq!(output.text.len(), 40);
    let again = (0..40).filter(|part| done(&format!("{name}/fill/{part}")) > 1).count();
    assert_eq!(again, begun - kept);
}

#[tokio::test]
async fn a_read_only_store_refuses_new_runs_and_lists_existing_runs() {
    let (folder, name) = (TempDir::new().expect("a folder"), unique("read-only"));
    let file = folder.path().join("runs.db");
    let runner = open(&file).await;
    runner.run(work(name.clone(), vec![1])).run_id(&*name).await.expect("it succeeds");
    runner.shutdown().await.expect("all is written");

    let reader = with(SqliteLog::options(&file).read_only(true).open().await.expect("it opens")).await;
    assert_eq!(record(&reader, &name).await.status, RunStatus::Succeeded);
    let error = reader.run(work(unique("read-only"), vec![1])).await.expect_err("it cannot be recorded");
    assert_eq!(error.kind(), ErrorKind::NotStarted, "{error}");
    assert_eq!(
        error.downcast_ref::<StoreError>().expect("the source is a store error").kind(),
        StoreErrorKind::ReadOnly
    );
}

#[tokio::test]
async fn a_relaxed_run_is_in_the_log_once_it_has_ended() {
    let (folder, name) = (TempDir::new().expect("a folder"), unique("relaxed"));
    let mut config = runnable::runner::Config::default();
    config.run_log.url = format!("sqlite:{}", folder.path().join("runs.db").display()).parse().expect("a url");
    config.run_log.durability = runnable::runner::Durability::Relaxed;
    let runner = Runner::builder().config(config).build().await.expect("a runner");
    runner.run(work(name.clone(), vec![1])).run_id(&*name).await.expect("it succeeds");
    assert_eq!(record(&runner, &name).await.status, RunStatus::Succeeded);
}

#[tokio::test]
async fn finished_runs_are_compacted_and_pruned_as_configured() {
    let (folder, name) = (TempDir::new().expect("a folder"), unique("old"));
    let file = folder.path().join("runs.db");
    let runner = open(&file).await;
    runner.run(work(name.clone(), vec![1])).run_id(&*name).await.expect("it succeeds");
    runner.shutdown().await.expect("all is written");
    // Older than a millisecond, by the clock of the log.
    std::thread::sleep(std::time::Duration::from_millis(20));

    let mut config = runnable::runner::Config::default();
    config.run_log.compact_after = Some(std::time::Duration::from_millis(1));
    let log = SqliteLog::options(&file).open().await.expect("it opens");
    let runner = Runner::builder().config(config.clone()).log(log).build().await.expect("a runner");
    assert_eq!(record(&runner, &name).await.status, RunStatus::Succeeded);
    runner.shutdown().await.expect("all is written");
    drop(runner);

    config.run_log.prune_after = Some(std::time::Duration::from_millis(1));
    let log = SqliteLog::options(&file).open().await.expect("it opens");
    let runner = Runner::builder().config(config).log(log).build().await.expect("a runner");
    let gone = async {
        while runner.log().expect("a log").run(&name).await.expect("it can be read").is_some() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), gone).await.expect("it is pruned");
}

#[test]
fn a_copy_of_the_file_alone_is_complete_after_a_runner_stopped_or_was_dropped() {
    let folder = TempDir::new().expect("a folder");
    for (name, shuts_down, returns) in [("a", true, false), ("b", false, false), ("c", false, true)] {
        let file = folder.path().join(format!("{name}.db"));
        let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let running = runtime();
        let runner = running.block_on(async {
            let runner = open(&file).await;
            runner.run(work(unique("copied"), vec![1, 2])).run_id("copied").await.expect("it succeeds");
            if shuts_down {
                runner.shutdown().await.expect("it stops");
                // A process that stops cleanly may live on, and others may have the file open.
                let copy = file.with_extension("early");
                std::fs::copy(&file, &copy).expect("a copy");
                assert_eq!(steps(&open(&copy).await, "copied").await.len(), 5);
            }
            returns.then_some(runner)
        });
        drop(running);
        drop(runner);
        let copy = file.with_extension("copy");
        std::fs::copy(&file, &copy).expect("a copy");
        runtime().block_on(async {
            let runner = open(&copy).await;
            assert_eq!(steps(&runner, "copied").await.len(), 5, "{name}");
            runner.log().expect("a log").check().await.expect("it is whole");
        });
    }
}
