//! Durations and concurrency, on a paused clock.
use crate::support::*;
use runnable::{ErrorKind, prelude::*};
use std::{
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    time::Duration,
};
use tokio::time::{Instant, sleep};

pipeline! {
    fn four(ms: u64) -> [a, b, c, d] { parallel { nap_a, nap_b, nap_c, nap_d } }
}
pipeline! {
    fn four_in_a_child(ms: u64) -> [d] { four }
}
pipeline! {
    pub(crate) fn four_in_a_map(times: Vec<u64>) -> [d] { map(times as ms) { four } }
}

#[tokio::test(start_paused = true)]
async fn four_branches_of_100_ms_take_100_ms_at_every_level() {
    let began = Instant::now();
    four(100).execute().await.unwrap();
    assert_eq!(began.elapsed().as_millis(), 100);
    let began = Instant::now();
    four_in_a_child(100).execute().await.unwrap();
    assert_eq!(began.elapsed().as_millis(), 100);
    let began = Instant::now();
    assert_eq!(four_in_a_map(vec![100; 5]).execute().await.unwrap().d, [100; 5]);
    assert_eq!(began.elapsed().as_millis(), 100);
}

pipeline! {
    fn side_by_side() -> [l, r] {
        parallel {
            left: nap_a(ms = 300) >> nap_b(ms = 1) -> [b as l],
            right: nap_c(ms = 1) >> nap_d(ms = 300) -> [d as r],
        }
    }
}

#[tokio::test(start_paused = true)]
async fn concurrent_chains_do_not_wait_for_each_other() {
    let began = Instant::now();
    side_by_side().execute().await.unwrap();
    assert_eq!(began.elapsed().as_millis(), 301);
}

static RUNNING: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[task(returns = [row])]
async fn counted(item: u64) -> u64 {
    MOST.fetch_max(RUNNING.fetch_add(1, SeqCst) + 1, SeqCst);
    sleep(Duration::from_millis(100 - item)).await;
    RUNNING.fetch_sub(1, SeqCst);
    item
}

pipeline! {
    fn limited(items: Vec<u64>) -> [row] { map(items as item, limit = 3) { counted } }
}

#[tokio::test(start_paused = true)]
async fn a_map_respects_its_limit_and_keeps_the_order_of_its_items() {
    let items: Vec<u64> = (0..20).chain([7, 7]).collect();
    assert_eq!(limited(items.clone()).execute().await.unwrap().row, items);
    assert_eq!(MOST.load(SeqCst), 3);
    assert_eq!(limited(vec![]).execute().await.unwrap().row, Vec::<u64>::new());
}

pipeline! {
    fn nested(rows: Vec<Vec<u64>>) -> [slept, a] {
        map(rows as row) {
            parallel {
                inner: map(row as ms) { nap },
                other: nap_a(ms = 5),
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_map_in_a_parallel_in_a_map_runs() {
    let out = nested(vec![vec![1, 2], vec![], vec![3]]).execute().await.unwrap();
    assert_eq!(out.slept, [vec![1, 2], vec![], vec![3]]);
    assert_eq!(out.a, [5, 5, 5]);
    let mut run = nested(vec![vec![1, 2]]).execute_streaming();
    let mut paths = vec![];
    while let Some(event) = run.next().await {
        if event.event_type() == "step.started" {
            paths.push(event.path().to_string());
        }
    }
    paths.sort();
    assert_eq!(paths, ["rows[0]/inner/row[0]/nap", "rows[0]/inner/row[1]/nap", "rows[0]/other/nap_a"]);
}

#[task(returns = [n], timeout = "50ms")]
async fn slow() -> u64 {
    sleep(Duration::from_secs(1)).await;
    1
}

#[task(returns = [full_text], idle_timeout = "50ms")]
fn silent() -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: "a".into() };
        sleep(Duration::from_secs(1)).await;
        yield Token::Done { full_text: "a".into() };
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_step_and_a_silent_stream_time_out() {
    let error = Slow {}.execute().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert_eq!(error.to_string(), "step `slow` failed: took longer than 50ms");
    assert_eq!(Silent {}.execute().await.unwrap_err().kind(), ErrorKind::Idle);
}

#[task(returns = [n], retry(3, backoff = "10ms"), timeout = "50ms")]
async fn always_slow() -> u64 {
    sleep(Duration::from_secs(1)).await;
    1
}

#[tokio::test(start_paused = true)]
async fn a_timeout_applies_to_each_attempt() {
    let began = Instant::now();
    let error = AlwaysSlow {}.execute().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TimedOut, 3));
    assert_eq!(began.elapsed().as_millis(), 50 + 10 + 50 + 20 + 50);
    assert_eq!(error.to_string(), "step `always_slow` failed after 3 attempts: took longer than 50ms");
}

#[task(returns = [full_text], idle_timeout = "50ms")]
fn steady() -> impl Stream<Item = Token> {
    stream! {
        for _ in 0..10 {
            sleep(Duration::from_millis(40)).await;
            yield Token::Chunk { text: "a".into() };
        }
        yield Token::Done { full_text: "a".into() };
    }
}

#[tokio::test(start_paused = true)]
async fn an_idle_timeout_restarts_with_each_event() {
    let began = Instant::now();
    assert_eq!(Steady {}.execute().await.unwrap().full_text, "a");
    assert_eq!(began.elapsed().as_millis(), 400);
}
