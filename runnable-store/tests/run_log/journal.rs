//! The journal: waiting writes are appended together, and acknowledged writes are in the log.

use crate::support::{all_events, durable, ended, event, new_run, record, run_ended, started};
use runnable_store::{
    BoxFuture, Durability, EventRecord, Journal, JournalOptions, Json, MemoryLog, NewRun, RunFilter, RunLog, RunRecord,
    RunStatus, RunWriter, SqliteLog, StepRecord, StoreError, StoreErrorKind, Writes,
};
use std::{
    future::poll_fn,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::Poll,
    time::{Duration, SystemTime},
};

/// A log that counts its appends and fails some of them.
#[derive(Debug, Default)]
struct FaultyLog {
    log: MemoryLog,
    appends: AtomicUsize,
    busy: AtomicUsize,
    renewals: AtomicUsize,
    /// Appends with this run fail as `Full`.
    full: Option<&'static str>,
    /// The time for which the first poll of an append occupies its thread.
    slow: Option<Duration>,
}

impl RunLog for FaultyLog {
    fn create<'a>(&'a self, run: &'a NewRun, owner: &'a str) -> BoxFuture<'a, ()> {
        self.log.create(run, owner)
    }
    fn claim<'a>(&'a self, run: &'a str, owner: &'a str) -> BoxFuture<'a, RunRecord> {
        self.log.claim(run, owner)
    }
    fn renew_lease<'a>(&'a self, owner: &'a str, lease: Duration) -> BoxFuture<'a, ()> {
        self.renewals.fetch_add(1, Ordering::Relaxed);
        self.log.renew_lease(owner, lease)
    }
    fn mark_interrupted(&self) -> BoxFuture<'_, Vec<String>> {
        self.log.mark_interrupted()
    }
    fn append<'a>(&'a self, writes: &'a [Writes]) -> BoxFuture<'a, ()> {
        self.appends.fetch_add(1, Ordering::Relaxed);
        if self.busy.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
            return Box::pin(async { Err(StoreError::new(StoreErrorKind::Busy, "busy")) });
        }
        if writes.iter().any(|writes| Some(&*writes.run) == self.full) {
            return Box::pin(async { Err(StoreError::new(StoreErrorKind::Full, "no room is left")) });
        }
        let Some(slow) = self.slow else { return self.log.append(writes) };
        Box::pin(async move {
            std::thread::sleep(slow);
            tokio::time::sleep(slow).await;
            self.log.append(writes).await
        })
    }
    fn run<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Option<RunRecord>> {
        self.log.run(run)
    }
    fn runs<'a>(&'a self, filter: &'a RunFilter) -> BoxFuture<'a, Vec<RunRecord>> {
        self.log.runs(filter)
    }
    fn definition<'a>(&'a self, hash: &'a str) -> BoxFuture<'a, Option<Json>> {
        self.log.definition(hash)
    }
    fn steps<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<StepRecord>> {
        self.log.steps(run)
    }
    fn events<'a>(&'a self, run: &'a str, after: u64, limit: usize) -> BoxFuture<'a, Vec<EventRecord>> {
        self.log.events(run, after, limit)
    }
    fn arms<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<runnable_store::ArmRecord>> {
        self.log.arms(run)
    }
    fn artifacts<'a>(&'a self, run: &'a str) -> BoxFuture<'a, Vec<runnable_store::ArtifactRecord>> {
        self.log.artifacts(run)
    }
    fn compact(&self, before: SystemTime) -> BoxFuture<'_, u64> {
        self.log.compact(before)
    }
    fn prune(&self, before: SystemTime) -> BoxFuture<'_, Vec<String>> {
        self.log.prune(before)
    }
    fn check(&self) -> BoxFuture<'_, ()> {
        self.log.check()
    }
}

fn journal(log: &Arc<impl RunLog>) -> Journal {
    Journal::new(Arc::clone(log) as Arc<dyn RunLog>, JournalOptions::default())
}

/// Records a step, and waits until it is durable.
async fn step(writer: &RunWriter, number: u64, seq: u64) -> Result<(), StoreError> {
    let path = format!("step{number}");
    let _ = writer.write(started(&path, 1));
    let _ = writer.write(event(seq, "step.started"));
    let _ = writer.write(event(seq + 1, "step.finished"));
    let receipt = writer.write(ended(&path, 1));
    durable(writer, receipt).await
}

#[tokio::test]
async fn a_durable_write_is_in_the_log() {
    let log = Arc::new(MemoryLog::new());
    let writer = journal(&log).begin(new_run("A")).await.unwrap();
    step(&writer, 1, 1).await.unwrap();
    assert_eq!(log.steps("A").await.unwrap().len(), 1);
    assert_eq!(all_events(&*log, "A").await.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_step_is_one_append_and_so_are_concurrent_steps_of_many_runs() {
    let log = Arc::new(FaultyLog::default());
    let journal = journal(&log);
    let mut writers = Vec::new();
    for run in 0..100 {
        writers.push(journal.begin(new_run(&format!("R{run}"))).await.unwrap());
    }
    step(&writers[0], 1, 1).await.unwrap();
    assert_eq!(log.appends.swap(0, Ordering::Relaxed), 1);
    for done in futures_util::future::join_all(writers[1..].iter().map(|writer| step(writer, 1, 1))).await {
        done.unwrap();
    }
    assert_eq!(log.appends.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_transaction_continues_if_the_step_that_polled_it_is_dropped() {
    let directory = tempfile::tempdir().unwrap();
    let log = Arc::new(SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
    let journal = Journal::new(log.clone(), JournalOptions::default());
    let writer = journal.begin(new_run("A")).await.unwrap();
    for number in 0..200 {
        let written = writer.write(started(&format!("step{number}"), 1));
        // Polled once: the step starts a transaction and is dropped.
        let _ = futures_util::poll!(Box::pin(durable(&writer, written)));
    }
    // Another run waits, too.
    let other = journal.begin(new_run("B")).await.unwrap();
    step(&other, 1, 1).await.unwrap();
    let last = writer.write(started("last", 1));
    durable(&writer, last).await.unwrap();
    assert_eq!(log.steps("A").await.unwrap().len(), 201);
    log.check().await.unwrap();
}

#[tokio::test]
async fn a_transaction_of_a_dropped_step_completes_although_nobody_waits() {
    let directory = tempfile::tempdir().unwrap();
    let log = Arc::new(SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
    let writer = Journal::new(log.clone(), JournalOptions::default()).begin(new_run("A")).await.unwrap();
    let written = writer.write(started("step", 1));
    let _ = futures_util::poll!(Box::pin(durable(&writer, written)));
    while log.steps("A").await.unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_completes_although_its_only_poll_took_long() {
    let log = Arc::new(FaultyLog { slow: Some(Duration::from_millis(100)), ..FaultyLog::default() });
    // A journal that is dropped writes everything.
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let written = writer.write(started("step", 1));
    let _ = futures_util::poll!(Box::pin(durable(&writer, written)));
    let recorded = async {
        while log.steps("A").await.unwrap().is_empty() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), recorded).await.expect("the journal polls it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_transaction_that_a_step_began_completes_while_its_reader_waits_for_capacity() {
    let log = Arc::new(FaultyLog { slow: Some(Duration::from_millis(10)), ..FaultyLog::default() });
    // The journal itself would take over the transaction after an hour.
    let options = JournalOptions::default().capacity(10).linger(Duration::from_hours(1));
    let journal = Journal::new(log.clone() as Arc<dyn RunLog>, options);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let written = writer.write(started("step", 1));
    let mut step = Box::pin(durable(&writer, written));
    assert!(futures_util::poll!(&mut step).is_pending());
    // A reader that waits for capacity polls no step meanwhile.
    let capacity = poll_fn(|task| writer.poll_ready(task));
    tokio::time::timeout(Duration::from_secs(20), capacity).await.expect("there is capacity again").unwrap();
    step.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_write_that_nobody_waits_for_is_appended_after_the_linger_time() {
    let log = Arc::new(MemoryLog::new());
    let writer = journal(&log).begin(new_run("A")).await.unwrap();
    let _ = writer.write(event(1, "run.started"));
    tokio::time::sleep(Duration::from_millis(2)).await;
    assert!(all_events(&*log, "A").await.is_empty());
    tokio::time::sleep(Duration::from_millis(2)).await;
    assert_eq!(all_events(&*log, "A").await.len(), 1);
}

#[tokio::test]
async fn relaxed_durability_does_not_wait_and_loses_nothing_on_close() {
    let log = Arc::new(MemoryLog::new());
    let journal = Journal::new(log.clone(), JournalOptions::default().durability(Durability::Relaxed));
    let writer = journal.begin(new_run("A")).await.unwrap();
    let receipt = writer.write(event(1, "run.started"));
    poll_fn(|cx| {
        assert!(matches!(writer.poll_durable(receipt, cx), Poll::Ready(Ok(()))));
        Poll::Ready(())
    })
    .await;
    assert!(all_events(&*log, "A").await.is_empty());
    journal.close().await.unwrap();
    assert_eq!(all_events(&*log, "A").await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_busy_store_is_retried() {
    let log = Arc::new(FaultyLog { busy: AtomicUsize::new(5), ..FaultyLog::default() });
    let writer = journal(&log).begin(new_run("A")).await.unwrap();
    step(&writer, 1, 1).await.unwrap();
    assert_eq!(log.appends.load(Ordering::Relaxed), 6);
}

#[tokio::test]
async fn a_failed_write_fails_its_run_and_no_other() {
    let log = Arc::new(FaultyLog { full: Some("full"), ..FaultyLog::default() });
    let journal = journal(&log);
    let full = journal.begin(new_run("full")).await.unwrap();
    let well = journal.begin(new_run("well")).await.unwrap();
    let (broken, whole) = futures_util::future::join(step(&full, 1, 1), step(&well, 1, 1)).await;
    assert_eq!(broken.unwrap_err().kind(), StoreErrorKind::Full);
    whole.unwrap();
    assert_eq!(step(&full, 2, 3).await.unwrap_err().kind(), StoreErrorKind::Full);
    let ready = poll_fn(|cx| full.poll_ready(cx)).await;
    assert_eq!(ready.unwrap_err().to_string(), "no room is left");
    step(&well, 2, 3).await.unwrap();
}

#[tokio::test]
async fn a_run_whose_recording_failed_can_be_reopened_here() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let receipt = writer.write(event(5, "chunk"));
    assert_eq!(durable(&writer, receipt).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    let (again, record) = journal.reopen("A").await.unwrap();
    assert_eq!((record.status, record.last_seq), (RunStatus::Running, 0));
    step(&again, 1, 1).await.unwrap();
    assert_eq!(journal.reopen("A").await.unwrap_err().kind(), StoreErrorKind::Live);
}

#[tokio::test]
async fn a_full_queue_waits_until_it_is_written() {
    let log = Arc::new(MemoryLog::new());
    let journal = Journal::new(log.clone(), JournalOptions::default().capacity(4_000).linger(Duration::from_hours(1)));
    let writer = journal.begin(new_run("A")).await.unwrap();
    let mut seq = 0;
    while poll_fn(|cx| Poll::Ready(writer.poll_ready(cx).is_ready())).await {
        seq += 1;
        let _ = writer.write(event(seq, "chunk"));
        assert!(seq < 100);
    }
    assert!(seq > 5);
    poll_fn(|cx| writer.poll_ready(cx)).await.unwrap();
    assert_eq!(all_events(&*log, "A").await.len() as u64, seq);
}

#[tokio::test]
async fn a_write_after_the_end_of_the_run_fails() {
    let log = Arc::new(MemoryLog::new());
    let writer = journal(&log).begin(new_run("A")).await.unwrap();
    let end = writer.write(run_ended(RunStatus::Failed));
    durable(&writer, end).await.unwrap();
    let late = writer.write(started("a", 1));
    let error = durable(&writer, late).await.unwrap_err();
    assert!(error.to_string().contains("has ended"), "{error}");
    drop(writer);
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Failed);
}

#[tokio::test]
async fn a_dropped_writer_leaves_an_interrupted_run() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let _ = writer.write(event(1, "run.started"));
    drop(writer.clone());
    drop(writer);
    while log.run("A").await.unwrap().unwrap().status == RunStatus::Running {
        tokio::task::yield_now().await;
    }
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!((record.status, record.last_seq), (RunStatus::Interrupted, 1));
}

#[tokio::test]
async fn a_dropped_journal_still_writes_its_queue() {
    let log = Arc::new(MemoryLog::new());
    let journal = Journal::new(log.clone(), JournalOptions::default().linger(Duration::from_hours(1)));
    let writer = journal.begin(new_run("A")).await.unwrap();
    let _ = writer.write(event(1, "run.started"));
    let _ = writer.write(run_ended(RunStatus::Succeeded));
    drop((journal, writer));
    while log.run("A").await.unwrap().unwrap().status == RunStatus::Running {
        tokio::task::yield_now().await;
    }
    assert_eq!(all_events(&*log, "A").await.len(), 1);
}

#[tokio::test]
async fn a_closed_journal_interrupts_its_runs_and_refuses_writes() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let _ = writer.write(event(1, "run.started"));
    journal.clone().close().await.unwrap();
    assert_eq!(all_events(&*log, "A").await.len(), 1);
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
    let receipt = writer.write(event(2, "chunk"));
    assert!(durable(&writer, receipt).await.unwrap_err().to_string().contains("closed"));
    journal.close().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_journal_renews_its_lease_until_it_is_closed() {
    let log = Arc::new(FaultyLog::default());
    let journal = Journal::new(log.clone(), JournalOptions::default().lease(Duration::from_secs(30)));
    let _recording = journal.begin(new_run("A")).await.unwrap();
    log.renewals.store(0, Ordering::Relaxed);
    tokio::time::sleep(Duration::from_secs(301)).await;
    assert_eq!(log.renewals.load(Ordering::Relaxed), 30);
    journal.close().await.unwrap();
    tokio::time::sleep(Duration::from_secs(301)).await;
    assert_eq!(log.renewals.load(Ordering::Relaxed), 31);
}

#[tokio::test]
async fn reopening_continues_after_the_events_of_another_journal() {
    let log = Arc::new(MemoryLog::new());
    record(&*log, "A", "O", &["chunk"], Some(RunStatus::Failed)).await;
    let journal = journal(&log);
    assert_eq!(journal.reopen("B").await.unwrap_err().kind(), StoreErrorKind::NotFound);
    let (writer, record) = journal.reopen("A").await.unwrap();
    assert_eq!(record.last_seq, 3);
    step(&writer, 1, 4).await.unwrap();
    assert_eq!(journal.begin(new_run("A")).await.unwrap_err().kind(), StoreErrorKind::Exists);
}

#[test]
fn the_futures_are_send() {
    fn sent<T: Send>(_: impl FnOnce(Journal) -> T) {}
    sent(|journal| async move {
        let writer = journal.begin(new_run("A")).await?;
        let _again = journal.reopen("A").await?;
        step(&writer, 1, 1).await?;
        journal.close().await
    });
    sent(|_| async move {
        let path = std::path::PathBuf::from("runs.db");
        let log = runnable_store::SqliteLog::open(&path).await?;
        log.close().await
    });
}
