//! Readers of a run: live, late, disconnected and slow.

use crate::support::{durable, event, later, new_run, of, record, run_ended, seq, seqs, text};
use futures_util::{StreamExt, TryStreamExt};
use runnable_store::{
    EventStream, Journal, JournalOptions, LogEvent, MemoryLog, OverflowPolicy, Receipt, RunLog, RunStatus, RunWriter,
    SqliteLog, StoreErrorKind,
};
use std::{sync::Arc, time::Duration};

fn journal(log: &Arc<impl RunLog>) -> Journal {
    Journal::new(Arc::clone(log) as Arc<dyn RunLog>, JournalOptions::default().poll_interval(Duration::from_millis(5)))
}

async fn sqlite() -> (tempfile::TempDir, Arc<SqliteLog>) {
    let directory = tempfile::tempdir().unwrap();
    let log = SqliteLog::open(directory.path().join("runs.db")).await.unwrap();
    (directory, Arc::new(log))
}

fn write(writer: &RunWriter, seqs: std::ops::RangeInclusive<u64>) -> Receipt {
    seqs.fold(None, |_, seq| Some(writer.write(event(seq, "chunk")))).unwrap()
}

/// Records `count` events in bursts, and the end of the run.
async fn live(writer: RunWriter, count: u64) {
    for seq in 1..=count {
        let receipt = writer.write(event(seq, if seq == count { "run.finished" } else { "chunk" }));
        match seq % 5 {
            0 => durable(&writer, receipt).await.unwrap(),
            1 => tokio::task::yield_now().await,
            _ => {}
        }
    }
    let end = writer.write(run_ended(RunStatus::Succeeded));
    durable(&writer, end).await.unwrap();
}

#[tokio::test]
async fn a_reader_that_reconnects_after_any_event_sees_the_original_sequence() {
    let (_directory, log) = sqlite().await;
    record(&*log, "A", "O", &["chunk"; 300], Some(RunStatus::Succeeded)).await;
    let journal = journal(&log);
    let original: Vec<u64> = (1..=302).collect();
    for packed in [false, true] {
        assert_eq!(seqs(journal.events("A", 0, OverflowPolicy::Block)).await, original);
        for cut in 0..=original.len() {
            let mut seen: Vec<u64> = Vec::new();
            let mut first = journal.events("A", 0, OverflowPolicy::Block);
            while seen.len() < cut {
                seen.push(seq(&first.next().await.unwrap().unwrap()));
            }
            drop(first);
            seen.extend(seqs(journal.events("A", cut as u64, OverflowPolicy::Block)).await);
            assert_eq!(seen, original, "cut after {cut}, packed: {packed}");
        }
        log.compact(later()).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_of_a_live_run_that_disconnect_at_any_time_miss_nothing() {
    const EVENTS: u64 = 3_000;
    let (_directory, log) = sqlite().await;
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let mut readers = tokio::task::JoinSet::new();
    for reader in 0..32_u64 {
        let journal = journal.clone();
        readers.spawn(async move {
            let mut seen = Vec::new();
            while seen.len() < usize::try_from(EVENTS).unwrap() {
                let mut events = journal.events("A", seen.len() as u64, OverflowPolicy::Block);
                // Each reader disconnects after other numbers, so that together they disconnect everywhere.
                for _ in 0..=(reader * 37 + seen.len() as u64) % 211 {
                    let Some(item) = events.next().await else { break };
                    seen.push(seq(&item.unwrap()));
                }
            }
            assert!(journal.events("A", EVENTS, OverflowPolicy::Block).next().await.is_none());
            seen
        });
    }
    live(writer, EVENTS).await;
    while let Some(seen) = readers.join_next().await {
        assert!(seen.unwrap().into_iter().eq(1..=EVENTS));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_follows_a_run_of_another_journal_to_its_end() {
    let (directory, log) = sqlite().await;
    let elsewhere = SqliteLog::open(directory.path().join("runs.db")).await.unwrap();
    let reader = journal(&Arc::new(elsewhere)).events("A", 0, OverflowPolicy::Block);
    let writer = journal(&log).begin(new_run("A")).await.unwrap();
    let read = tokio::spawn(seqs(reader));
    live(writer, 500).await;
    assert!(read.await.unwrap().into_iter().eq(1..=500));
}

#[tokio::test]
async fn an_event_is_delivered_after_it_is_in_the_log() {
    let log = Arc::new(MemoryLog::new());
    let journal = Journal::new(log.clone(), JournalOptions::default());
    let writer = journal.begin(new_run("A")).await.unwrap();
    let mut events = journal.events("A", 0, OverflowPolicy::Block);
    for seq in 1..=20 {
        let _ = writer.write(event(seq, "chunk"));
        assert_eq!(events.next().await.unwrap().unwrap().event().unwrap().seq(), seq);
        assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, seq);
    }
}

#[tokio::test]
async fn an_unknown_run_is_an_error() {
    let mut events = journal(&Arc::new(MemoryLog::new())).events("A", 0, OverflowPolicy::Block);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), StoreErrorKind::NotFound);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_reader_of_an_interrupted_run_receives_all_recorded_events() {
    let log = Arc::new(MemoryLog::new());
    record(&*log, "A", "O", &["chunk"], None).await;
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    assert_eq!(until_interrupted(journal(&log).events("A", 1, OverflowPolicy::Block)).await, [2, 3]);
    assert!(until_interrupted(journal(&log).events("A", 99, OverflowPolicy::Block)).await.is_empty());
}

/// Returns the numbers of the events of an interrupted run, after which the error says so.
async fn until_interrupted(events: EventStream) -> Vec<u64> {
    let mut items: Vec<_> = events.collect().await;
    let error = items.pop().unwrap().unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Interrupted);
    let text = error.to_string();
    assert!(text.starts_with("the run `A` was interrupted after the event 3: its process died"), "{text}");
    assert!(text.contains("\nhelp: resume the run"), "{text}");
    items.into_iter().map(|item| seq(&item.unwrap())).collect()
}

#[tokio::test]
async fn a_reader_that_waits_continues_when_any_process_resumes_the_run() {
    let (directory, log) = sqlite().await;
    record(&*log, "A", "O", &["chunk"], None).await;
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    let here = journal(&log);
    let mut readers =
        [journal(&log), here.clone()].map(|journal| journal.events("A", 0, OverflowPolicy::Block).wait_for_resume());
    for reader in &mut readers {
        assert_eq!(reader.take(3).map(|item| seq(&item.unwrap())).collect::<Vec<_>>().await, [1, 2, 3]);
        assert!(tokio::time::timeout(Duration::from_millis(50), reader.next()).await.is_err());
    }
    let elsewhere = Arc::new(SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
    for (first, resuming) in [(4, journal(&elsewhere)), (6, here)] {
        let (writer, _) = resuming.reopen("A").await.unwrap();
        let last = write(&writer, first..=first + 1);
        durable(&writer, last).await.unwrap();
        for reader in &mut readers {
            let next = reader.take(2).map(|item| seq(&item.unwrap())).collect::<Vec<_>>();
            assert_eq!(tokio::time::timeout(Duration::from_secs(20), next).await.unwrap(), [first, first + 1]);
        }
        if first == 6 {
            let end = writer.write(run_ended(RunStatus::Succeeded));
            durable(&writer, end).await.unwrap();
        }
        // The process of the run ends, and with it the lease.
        drop(writer);
        resuming.close().await.unwrap();
    }
    for mut reader in readers {
        assert!(tokio::time::timeout(Duration::from_secs(20), reader.next()).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn a_reader_in_the_process_that_lost_a_run_follows_the_process_that_took_it_over() {
    let log = Arc::new(MemoryLog::new());
    let lease = Duration::from_millis(30);
    let options = JournalOptions::default().lease(lease).poll_interval(Duration::from_millis(5));
    let frozen = Journal::new(log.clone(), options);
    let lost = frozen.begin(new_run("A")).await.unwrap();
    let first = write(&lost, 1..=2);
    durable(&lost, first).await.unwrap();
    let mut reader = frozen.events("A", 0, OverflowPolicy::Block);
    assert_eq!(reader.by_ref().take(2).map(|item| seq(&item.unwrap())).collect::<Vec<_>>().await, [1, 2]);
    // This thread, which would renew the lease, waits for the other.
    let elsewhere = std::thread::spawn({
        let log = Arc::clone(&log);
        move || {
            std::thread::sleep(lease * 4);
            tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
                let (writer, _) = journal(&log).reopen("A").await.unwrap();
                let taken = write(&writer, 3..=4);
                durable(&writer, taken).await.unwrap();
                let end = writer.write(run_ended(RunStatus::Succeeded));
                durable(&writer, end).await.unwrap();
            });
        }
    });
    elsewhere.join().unwrap();
    let refused = write(&lost, 3..=3);
    assert_eq!(durable(&lost, refused).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    assert_eq!(seqs(reader).await, [3, 4]);
}

#[tokio::test]
async fn a_reader_of_a_run_whose_process_died_reaches_the_end() {
    let (directory, log) = sqlite().await;
    record(&*log, "A", "O", &["chunk"], None).await;
    let elsewhere = Arc::new(SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
    let events = journal(&elsewhere).events("A", 0, OverflowPolicy::Block);
    drop(log);
    assert_eq!(until_interrupted(events).await, [1, 2, 3]);
    assert_eq!(elsewhere.run("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
}

#[tokio::test]
async fn a_reader_of_a_run_whose_recording_fails_receives_the_error() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let mut events = journal.events("A", 0, OverflowPolicy::Block);
    let _ = writer.write(event(1, "chunk"));
    events.next().await.unwrap().unwrap();
    let _ = writer.write(event(7, "chunk"));
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), StoreErrorKind::Invalid);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_slow_reader_receives_everything_and_the_run_does_not_wait() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let mut events = journal.events("A", 0, OverflowPolicy::Block);
    let first = writer.write(event(1, "chunk"));
    durable(&writer, first).await.unwrap();
    assert_eq!(seq(&events.next().await.unwrap().unwrap()), 1);
    for burst in 0..50 {
        let last = write(&writer, burst * 100 + 2..=burst * 100 + 101);
        durable(&writer, last).await.unwrap();
    }
    let _ = writer.write(run_ended(RunStatus::Succeeded));
    assert!(seqs(events).await.into_iter().eq(2..=5001));
}

#[tokio::test]
async fn a_slow_reader_that_drops_the_oldest_events_receives_a_gap() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    durable(&writer, write(&writer, 1..=50)).await.unwrap();
    let mut events = journal.events("A", 0, OverflowPolicy::DropOldest { behind: 10 });
    assert_eq!(seq(&events.next().await.unwrap().unwrap()), 1);
    durable(&writer, write(&writer, 51..=100)).await.unwrap();
    let _ = writer.write(run_ended(RunStatus::Succeeded));
    // A reader receives all events that were there when it started, however slow it is.
    for expected in 2..=50 {
        assert_eq!(seq(&events.next().await.unwrap().unwrap()), expected);
    }
    let gap = events.next().await.unwrap().unwrap();
    assert!(matches!(&gap, LogEvent::Gap { from: 51, to: 90, .. }), "{gap:?}");
    assert_eq!(serde_json::to_string(&gap).unwrap(), r#"{"v":1,"run":"A","type":"gap","data":{"from":51,"to":90}}"#);
    assert!(seqs(events).await.into_iter().eq(91..=100));
}

#[tokio::test]
async fn a_slow_reader_may_be_disconnected() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    let mut events = journal.events("A", 0, OverflowPolicy::Disconnect { behind: 10 });
    durable(&writer, write(&writer, 1..=1)).await.unwrap();
    assert_eq!(seq(&events.next().await.unwrap().unwrap()), 1);
    durable(&writer, write(&writer, 2..=12)).await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the reader of the run `A` is 11 events behind: continue after event 1");
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_burst_does_not_count_as_lag_of_a_reader_that_waits() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let writer = journal.begin(new_run("A")).await.unwrap();
    for overflow in [OverflowPolicy::Disconnect { behind: 10 }, OverflowPolicy::DropOldest { behind: 10 }] {
        let from = log.run("A").await.unwrap().unwrap().last_seq;
        let mut events = journal.events("A", from, overflow);
        assert!(futures_util::poll!(events.next()).is_pending());
        durable(&writer, write(&writer, from + 1..=from + 100)).await.unwrap();
        for expected in from + 1..=from + 100 {
            assert_eq!(seq(&events.next().await.unwrap().unwrap()), expected);
        }
    }
}

#[tokio::test]
async fn a_reader_of_a_resumed_run_reads_past_its_first_end() {
    let log = Arc::new(MemoryLog::new());
    record(&*log, "A", "O", &[], Some(RunStatus::Failed)).await;
    let journal = journal(&log);
    let (writer, _) = journal.reopen("A").await.unwrap();
    let events = journal.events("A", 0, OverflowPolicy::Block);
    durable(&writer, write(&writer, 3..=9)).await.unwrap();
    let _ = writer.write(run_ended(RunStatus::Succeeded));
    assert!(seqs(events).await.into_iter().eq(1..=9));
}

#[tokio::test]
async fn events_serialise_to_the_native_envelope() {
    let log = Arc::new(MemoryLog::new());
    record(&*log, "A", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    let items: Vec<LogEvent> = journal(&log).events("A", 0, OverflowPolicy::Block).try_collect().await.unwrap();
    let lines: Vec<String> = items.iter().map(|item| serde_json::to_string(item).unwrap()).collect();
    let expected = [
        r#"{"v":1,"id":"A:1","seq":1,"run":"A","type":"run.started","ts":"1970-01-01T00:00:01.001Z","path":[],"attempt":1}"#,
        concat!(
            r#"{"v":1,"id":"A:2","seq":2,"run":"A","type":"chunk","ts":"1970-01-01T00:00:01.002Z","#,
            r#""path":["fetch","llm[2]"],"attempt":1,"data":{"text":"2 ä"}}"#
        ),
        r#"{"v":1,"id":"A:3","seq":3,"run":"A","type":"run.finished","ts":"1970-01-01T00:00:01.003Z","path":[],"attempt":1}"#,
    ];
    assert_eq!(lines, expected);
    let events = log.events("A", 0, 10).await.unwrap();
    assert!(text(&events[1]).contains("chunk"));
}

#[tokio::test]
async fn a_page_of_large_events_ends_early() {
    let (_directory, log) = sqlite().await;
    let memory = Arc::new(MemoryLog::new());
    let logs: [Arc<dyn RunLog>; 2] = [log, memory];
    for log in logs {
        log.renew_lease("O", Duration::from_mins(1)).await.unwrap();
        log.create(&new_run("A"), "O").await.unwrap();
        for seq in 1..=20 {
            let runnable_store::Write::Event(mut large) = event(seq, "chunk") else { panic!("an event") };
            large.data = Some(runnable_store::json(format!("\"{}\"", "x".repeat(100_000))).unwrap());
            log.append(&of("A", [runnable_store::Write::Event(large)])).await.unwrap();
        }
        assert_eq!(log.event_page("A", 0, 16, 250_000).await.unwrap().len(), 3);
        assert_eq!(log.event_page("A", 19, 16, 250_000).await.unwrap().len(), 1);
        assert_eq!(log.events("A", 0, 16).await.unwrap().len(), 16);
    }
}
