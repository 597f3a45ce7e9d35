//! Readers of a run: live, late, cut off, and slow.

use crate::support::{durable, event, new_run, record, run_ended, seq, seqs, told};
use futures_util::{StreamExt, TryStreamExt};
use runnable_store::{
    Journal, JournalOptions, LogEvent, MemoryLog, OverflowPolicy, Recording, RunLog, RunStatus, SqliteLog,
    StoreErrorKind, Ticket,
};
use std::{sync::Arc, time::Duration};

fn journal(log: &Arc<impl RunLog>) -> Journal {
    Journal::new(Arc::clone(log) as Arc<dyn RunLog>, JournalOptions::default().poll_every(Duration::from_millis(5)))
}

async fn sqlite() -> (tempfile::TempDir, Arc<SqliteLog>) {
    let directory = tempfile::tempdir().unwrap();
    let log = SqliteLog::open(directory.path().join("runs.db")).await.unwrap();
    (directory, Arc::new(log))
}

fn write(recording: &Recording, seqs: std::ops::RangeInclusive<u64>) -> Ticket {
    seqs.fold(None, |_, seq| Some(recording.write(event(seq, "chunk")))).unwrap()
}

/// Sends `count` events in bursts, and ends.
async fn live(recording: Recording, count: u64) {
    for seq in 1..=count {
        let ticket = recording.write(event(seq, if seq == count { "run.finished" } else { "chunk" }));
        match seq % 5 {
            0 => durable(&recording, ticket).await.unwrap(),
            1 => tokio::task::yield_now().await,
            _ => {}
        }
    }
    let end = recording.write(run_ended(RunStatus::Succeeded));
    durable(&recording, end).await.unwrap();
}

#[tokio::test]
async fn a_reader_cut_after_every_event_and_back_sees_the_original_sequence() {
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
        log.compact(i64::MAX).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_readers_of_a_live_run_cut_off_at_any_time_miss_nothing() {
    const EVENTS: u64 = 3_000;
    let (_directory, log) = sqlite().await;
    let journal = journal(&log);
    let recording = journal.begin(new_run("A")).await.unwrap();
    let mut readers = tokio::task::JoinSet::new();
    for reader in 0..32_u64 {
        let journal = journal.clone();
        readers.spawn(async move {
            let mut seen = Vec::new();
            while seen.len() < usize::try_from(EVENTS).unwrap() {
                let mut follow = journal.events("A", seen.len() as u64, OverflowPolicy::Block);
                // Each is cut after a number of its own, so that they are cut everywhere.
                for _ in 0..=(reader * 37 + seen.len() as u64) % 211 {
                    let Some(item) = follow.next().await else { break };
                    seen.push(seq(&item.unwrap()));
                }
            }
            assert!(journal.events("A", EVENTS, OverflowPolicy::Block).next().await.is_none());
            seen
        });
    }
    live(recording, EVENTS).await;
    while let Some(seen) = readers.join_next().await {
        assert!(seen.unwrap().into_iter().eq(1..=EVENTS));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_of_another_journal_is_followed_to_its_end() {
    let (directory, log) = sqlite().await;
    let elsewhere = SqliteLog::open(directory.path().join("runs.db")).await.unwrap();
    let reader = journal(&Arc::new(elsewhere)).events("A", 0, OverflowPolicy::Block);
    let recording = journal(&log).begin(new_run("A")).await.unwrap();
    let read = tokio::spawn(seqs(reader));
    live(recording, 500).await;
    assert!(read.await.unwrap().into_iter().eq(1..=500));
}

#[tokio::test]
async fn only_what_is_in_the_log_is_delivered() {
    let log = Arc::new(MemoryLog::new());
    let journal = Journal::new(log.clone(), JournalOptions::default());
    let recording = journal.begin(new_run("A")).await.unwrap();
    let mut follow = journal.events("A", 0, OverflowPolicy::Block);
    for seq in 1..=20 {
        let _ = recording.write(event(seq, "chunk"));
        assert_eq!(follow.next().await.unwrap().unwrap().event().unwrap().seq(), seq);
        assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, seq);
    }
}

#[tokio::test]
async fn a_run_that_nobody_knows_is_an_error() {
    let mut follow = journal(&Arc::new(MemoryLog::new())).events("A", 0, OverflowPolicy::Block);
    assert_eq!(follow.next().await.unwrap().unwrap_err().kind(), StoreErrorKind::NotFound);
    assert!(follow.next().await.is_none());
}

#[tokio::test]
async fn a_reader_of_an_interrupted_run_gets_what_there_is() {
    let log = Arc::new(MemoryLog::new());
    record(&*log, "A", "O", &["chunk"], None).await;
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    assert_eq!(seqs(journal(&log).events("A", 1, OverflowPolicy::Block)).await, [2, 3]);
    assert!(seqs(journal(&log).events("A", 99, OverflowPolicy::Block)).await.is_empty());
}

#[tokio::test]
async fn a_reader_of_a_dead_process_run_comes_to_an_end() {
    let (directory, log) = sqlite().await;
    record(&*log, "A", "O", &["chunk"], None).await;
    let elsewhere = Arc::new(SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
    let follow = journal(&elsewhere).events("A", 0, OverflowPolicy::Block);
    drop(log);
    assert_eq!(seqs(follow).await, [1, 2, 3]);
    assert_eq!(elsewhere.run("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
}

#[tokio::test]
async fn a_reader_of_a_run_that_cannot_be_recorded_is_told() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let recording = journal.begin(new_run("A")).await.unwrap();
    let mut follow = journal.events("A", 0, OverflowPolicy::Block);
    let _ = recording.write(event(1, "chunk"));
    follow.next().await.unwrap().unwrap();
    let _ = recording.write(event(7, "chunk"));
    assert_eq!(follow.next().await.unwrap().unwrap_err().kind(), StoreErrorKind::Invalid);
    assert!(follow.next().await.is_none());
}

#[tokio::test]
async fn a_reader_that_takes_its_time_gets_everything_and_the_run_does_not_wait() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let recording = journal.begin(new_run("A")).await.unwrap();
    let mut follow = journal.events("A", 0, OverflowPolicy::Block);
    let first = recording.write(event(1, "chunk"));
    durable(&recording, first).await.unwrap();
    assert_eq!(seq(&follow.next().await.unwrap().unwrap()), 1);
    for burst in 0..50 {
        let last = write(&recording, burst * 100 + 2..=burst * 100 + 101);
        durable(&recording, last).await.unwrap();
    }
    let _ = recording.write(run_ended(RunStatus::Succeeded));
    assert!(seqs(follow).await.into_iter().eq(2..=5001));
}

#[tokio::test]
async fn a_slow_reader_may_lose_the_oldest_and_is_told_which() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let recording = journal.begin(new_run("A")).await.unwrap();
    durable(&recording, write(&recording, 1..=50)).await.unwrap();
    let mut follow = journal.events("A", 0, OverflowPolicy::DropOldest { behind: 10 });
    assert_eq!(seq(&follow.next().await.unwrap().unwrap()), 1);
    durable(&recording, write(&recording, 51..=100)).await.unwrap();
    let _ = recording.write(run_ended(RunStatus::Succeeded));
    // What was there at the beginning comes whole, however slow the reader is.
    for expected in 2..=50 {
        assert_eq!(seq(&follow.next().await.unwrap().unwrap()), expected);
    }
    let gap = follow.next().await.unwrap().unwrap();
    assert!(matches!(&gap, LogEvent::Gap { from: 51, to: 90, .. }), "{gap:?}");
    assert_eq!(serde_json::to_string(&gap).unwrap(), r#"{"v":1,"run":"A","type":"gap","data":{"from":51,"to":90}}"#);
    assert!(seqs(follow).await.into_iter().eq(91..=100));
}

#[tokio::test]
async fn a_slow_reader_may_be_cut_off() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let recording = journal.begin(new_run("A")).await.unwrap();
    let mut follow = journal.events("A", 0, OverflowPolicy::Disconnect { behind: 10 });
    durable(&recording, write(&recording, 1..=1)).await.unwrap();
    assert_eq!(seq(&follow.next().await.unwrap().unwrap()), 1);
    durable(&recording, write(&recording, 2..=12)).await.unwrap();
    let error = follow.next().await.unwrap().unwrap_err();
    assert_eq!(error.to_string(), "the reader of the run `A` is 11 events behind: read on after 1");
    assert!(follow.next().await.is_none());
}

#[tokio::test]
async fn what_comes_at_once_to_a_reader_that_waits_is_not_its_lag() {
    let log = Arc::new(MemoryLog::new());
    let journal = journal(&log);
    let recording = journal.begin(new_run("A")).await.unwrap();
    for overflow in [OverflowPolicy::Disconnect { behind: 10 }, OverflowPolicy::DropOldest { behind: 10 }] {
        let from = log.run("A").await.unwrap().unwrap().last_seq;
        let mut follow = journal.events("A", from, overflow);
        assert!(futures_util::poll!(follow.next()).is_pending());
        durable(&recording, write(&recording, from + 1..=from + 100)).await.unwrap();
        for expected in from + 1..=from + 100 {
            assert_eq!(seq(&follow.next().await.unwrap().unwrap()), expected);
        }
    }
}

#[tokio::test]
async fn a_resumed_run_is_followed_on_past_its_first_end() {
    let log = Arc::new(MemoryLog::new());
    record(&*log, "A", "O", &[], Some(RunStatus::Failed)).await;
    let journal = journal(&log);
    let (recording, _) = journal.reopen("A").await.unwrap();
    let follow = journal.events("A", 0, OverflowPolicy::Block);
    durable(&recording, write(&recording, 3..=9)).await.unwrap();
    let _ = recording.write(run_ended(RunStatus::Succeeded));
    assert!(seqs(follow).await.into_iter().eq(1..=9));
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
    assert!(told(&events[1]).contains("chunk"));
}
