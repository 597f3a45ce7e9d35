//! `map` over a stream: its items begin as they come.
use super::{Boom, record};
use futures::{StreamExt as _, stream};
use runnable::{ErrorKind, prelude::*};
use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::time::{Instant, sleep};

/// Counts the items of a source, and the sources that exist.
#[derive(Debug, Clone, Default)]
struct Count(Arc<(AtomicUsize, AtomicUsize)>);

impl Count {
    fn yielded(&self) -> usize {
        self.0.0.load(Ordering::SeqCst)
    }

    fn alive(&self) -> usize {
        self.0.1.load(Ordering::SeqCst)
    }
}

struct Alive(Count);

impl Drop for Alive {
    fn drop(&mut self) {
        self.0.0.1.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Yields the numbers below `end`, one after each `pause`.
fn numbers(end: u64, pause: u64, count: &Count) -> impl Stream<Item = u64> + use<> {
    count.0.1.fetch_add(1, Ordering::SeqCst);
    let alive = Alive(count.clone());
    stream! {
        for n in 0..end {
            if pause > 0 {
                sleep(Duration::from_secs(pause)).await;
            }
            alive.0.0.0.fetch_add(1, Ordering::SeqCst);
            yield n;
        }
    }
}

/// Takes a second for each unit of `n`, and returns the second in which it began.
#[task(returns = [began])]
async fn wait(n: u64, start: Instant) -> u64 {
    let began = start.elapsed().as_secs();
    sleep(Duration::from_secs(n)).await;
    began
}

pipeline! {
    fn as_they_come(count: Count, #[resource] start: Instant) {
        map((numbers(4, 2, count)) as n, limit = 2) { wait }
    }
}

#[tokio::test(start_paused = true)]
async fn items_begin_as_the_stream_yields_them_and_return_in_its_order() {
    let count = Count::default();
    let output = as_they_come(count.clone(), Instant::now()).execute().await.unwrap();
    assert_eq!((output.began, count.alive()), (vec![2, 4, 6, 8], 0));
}

pipeline! {
    fn two_at_a_time(count: Count, #[resource] start: Instant) {
        map((numbers(1000, 0, count)) as _n, limit = 2) { wait(n = 1) }
    }
}
pipeline! {
    fn without_a_limit(count: Count, #[resource] start: Instant) {
        map((numbers(1000, 0, count)) as _n) { wait(n = 10) }
    }
}

#[tokio::test(start_paused = true)]
async fn the_source_is_read_no_further_than_the_limit() {
    let count = Count::default();
    let mut run = Box::pin(two_at_a_time(count.clone(), Instant::now()).execute());
    for (half_seconds, yielded) in [(1, 2), (2, 4), (2, 6), (2, 8)] {
        assert!(tokio::time::timeout(Duration::from_millis(half_seconds * 500), &mut run).await.is_err());
        assert_eq!(count.yielded(), yielded);
    }
    drop(run);
    assert_eq!(count.alive(), 0);
}

#[tokio::test(start_paused = true)]
async fn without_a_limit_64_items_run_at_the_same_time() {
    let count = Count::default();
    let run = without_a_limit(count.clone(), Instant::now()).execute();
    assert!(tokio::time::timeout(Duration::from_secs(5), run).await.is_err());
    assert_eq!((count.yielded(), count.alive()), (64, 0));
}

/// Counts its items, which have no returns.
#[task]
async fn note(n: u64, noted: &Count) {
    noted.0.0.fetch_add(usize::try_from(n).unwrap(), Ordering::SeqCst);
}

pipeline! {
    fn note_all(end: u64, count: Count, noted: Count) { map((numbers(end, 0, count)) as n, limit = 8) { note } }
}

#[tokio::test]
async fn a_body_without_returns_runs_once_for_each_item() {
    let (count, noted) = (Count::default(), Count::default());
    let _nothing: NoteAllOutput = note_all(1000, count.clone(), noted.clone()).execute().await.unwrap();
    assert_eq!((count.yielded(), noted.yielded()), (1000, 999 * 1000 / 2));
    note_all(0, count, noted).execute().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_stalls_stalls_the_source() {
    let (count, noted) = (Count::default(), Count::default());
    let mut run = note_all(u64::MAX, count.clone(), noted.clone()).execute_streaming();
    for read in 1..=1000 {
        assert!(run.next().await.is_some());
        // A step sends two events. Up to 32 wait while the reader is quick.
        assert!(count.yielded() <= read / 2 + 8 + 32, "{} items for {read} events", count.yielded());
    }
    drop(run);
    let mut run = note_all(u64::MAX, count.clone(), noted).execute_streaming().spawn();
    assert!(run.next().await.is_some());
    sleep(Duration::from_secs(1)).await;
    let yielded = count.yielded();
    sleep(Duration::from_hours(1)).await;
    assert_eq!(count.yielded(), yielded, "the spawned run continued without its reader");
}

/// Yields the numbers below 5, then fails.
fn breaks(count: &Count) -> impl Stream<Item = Result<u64, Boom>> + use<> {
    let numbers = numbers(5, 1, count);
    try_stream! {
        for await n in numbers {
            yield n;
        }
        Err(Boom("no more rows"))?;
    }
}

pipeline! {
    fn broken(count: Count, #[resource] start: Instant) { rows: map((breaks(count)) as _n, limit = 8) { wait(n = 60) } }
}
pipeline! {
    fn broken_collects(count: Count, #[resource] start: Instant) {
        rows: map((breaks(count)) as n, on_error = collect) { wait }
    }
}

#[tokio::test(start_paused = true)]
async fn a_source_that_fails_fails_its_map_and_drops_the_items() {
    let (count, start) = (Count::default(), Instant::now());
    let (ended, output) = record(broken(count.clone(), start).execute_streaming()).await;
    let error = output.map(drop).unwrap_err();
    assert_eq!(error.to_string(), "step `rows` failed");
    assert_eq!((error.kind(), error.downcast_ref::<Boom>()), (ErrorKind::Failed, Some(&Boom("no more rows"))));
    assert!(ended.iter().all(|(_, outcome)| *outcome == "cancelled"), "{ended:?}");
    assert_eq!((count.alive(), start.elapsed()), (0, Duration::from_secs(5)));
    let error = broken_collects(count, start).execute().await.map(drop).unwrap_err();
    assert_eq!(format!("{error:#}"), "step `rows` failed: no more rows", "`on_error = collect` is about items");
}

#[task(returns = [n])]
async fn even(n: u64) -> Result<u64, Boom> {
    if n.is_multiple_of(2) { Ok(n) } else { Err(Boom("odd")) }
}

pipeline! {
    fn evens(count: Count) { rows: map((numbers(4, 0, count)) as n, limit = 1) { even } }
}
pipeline! {
    fn collected(count: Count) { rows: map((numbers(4, 0, count)) as n, on_error = collect) { even } }
}

#[tokio::test]
async fn an_item_that_fails_ends_the_source_unless_failures_are_collected() {
    let count = Count::default();
    let error = evens(count.clone()).execute().await.map(drop).unwrap_err();
    assert_eq!((error.to_string().as_str(), count.alive()), ("step `rows[1]/even` failed", 0));
    assert_eq!(count.yielded(), 2);
    let all = collected(count).execute().await.unwrap().n;
    let all: Vec<_> = all.iter().map(|n| n.as_ref().map_err(|error| error.path().to_string())).collect();
    assert_eq!(all, [Ok(&0), Err("rows[1]/even".to_owned()), Ok(&2), Err("rows[3]/even".to_owned())]);
}

#[task(returns = [began])]
async fn give_up(error: &runnable::Error) -> Vec<u64> {
    vec![error.message().len() as u64]
}

#[task(returns = [began])]
async fn soon() -> Vec<u64> {
    sleep(Duration::from_secs(3)).await;
    vec![7]
}

pipeline! {
    fn tried(count: Count, #[resource] start: Instant) -> [began] {
        try { rows: map((breaks(count)) as _n) { wait(n = 60) } } else |error| { give_up }
    }
}
pipeline! {
    fn raced(count: Count, #[resource] start: Instant) -> [began] {
        race { rows: { map((numbers(u64::MAX, 1, count)) as n) { wait } }, soon }
    }
}
pipeline! {
    fn retried(count: Count, #[resource] start: Instant) -> [began] {
        #[retry(3, backoff = "1s")] rows: map((breaks(count)) as _n) { wait(n = 0) }
    }
}
pipeline! {
    fn timed(count: Count, #[resource] start: Instant) -> [began] {
        #[timeout("10s")] rows: map((numbers(2, 8, count)) as _n) { wait(n = 0) }
    }
}

#[tokio::test(start_paused = true)]
async fn try_race_retry_and_timeout_drop_the_source() {
    let (count, start) = (Count::default(), Instant::now());
    assert_eq!(tried(count.clone(), start).execute().await.unwrap().began, [12]);
    assert_eq!(count.alive(), 0);
    assert_eq!(raced(count.clone(), start).execute().await.unwrap().began, [7]);
    assert_eq!(count.alive(), 0);
    let before = count.yielded();
    let error = retried(count.clone(), start).execute().await.map(drop).unwrap_err();
    assert_eq!((error.message().as_str(), count.alive()), ("no more rows", 0));
    assert_eq!(count.yielded() - before, 15, "each attempt makes the source again");
    let error = timed(count.clone(), start).execute().await.map(drop).unwrap_err();
    assert_eq!((error.kind(), count.alive()), (ErrorKind::TimedOut, 0));
}

#[task(returns = [doubled])]
async fn double(n: u64) -> u64 {
    n * 2
}

#[task(returns = [rows])]
async fn open(n: u64) -> Pin<Box<dyn Stream<Item = (u64, &'static str)> + Send>> {
    stream::iter((0..n).map(|n| (n, "row"))).boxed()
}

pipeline! {
    fn of_a_step(n: u64) -> [doubled] { open >> map(rows as (n, _), limit = 3) { double } }
}
pipeline! {
    fn of_a_parameter(rows: stream::Iter<std::vec::IntoIter<u64>>) { map(rows as n) { double } }
}
pipeline! {
    fn borrowing(text: String) { map((stream::iter(text.bytes())) as byte) { double(n = byte.into()) } }
}
pipeline! {
    fn nested(end: u64) -> [all] {
        map((stream::iter(0..end)) as n) { map((stream::iter(0..n)) as n) { double } } -> [doubled as all]
    }
}

#[tokio::test]
async fn any_stream_is_a_source() {
    assert_eq!(of_a_step(5).execute().await.unwrap().doubled, [0, 2, 4, 6, 8]);
    assert_eq!(of_a_parameter(stream::iter(vec![3, 1])).execute().await.unwrap().doubled, [6, 2]);
    assert_eq!(borrowing("AB".to_owned()).execute().await.unwrap().doubled, [130, 132]);
    assert_eq!(nested(4).execute().await.unwrap().all, [vec![], vec![0], vec![0, 2], vec![0, 2, 4]]);
    let (mut rows, factor) = (stream::iter([1, 2, 3]), 5);
    let node = pipeline!(map((&mut rows) as n, limit = 1) { double(n = n * factor) });
    assert_eq!(node.execute().await.unwrap().doubled, [10, 20, 30]);
    // As the task of a multi-threaded runtime.
    assert_eq!(tokio::spawn(of_a_step(2).execute()).await.unwrap().unwrap().doubled, [0, 2]);
}

pipeline! {
    fn results(rows: Vec<Result<u64, Boom>>) {
        map((stream::iter(rows.iter().map(|row| Ok::<_, Boom>(row.is_ok())))) as good) { double(n = good.into()) }
    }
}

#[tokio::test]
async fn a_stream_of_results_yields_their_values() {
    let rows = vec![Ok(1), Err(Boom("x")), Ok(2)];
    assert_eq!(results(rows).execute().await.unwrap().doubled, [2, 0, 2]);
}

fn panics() -> impl Stream<Item = u64> {
    stream::iter(0..4).inspect(|n| assert!(*n < 2, "the source panicked"))
}

pipeline! {
    fn panicking() { map((panics()) as n, limit = 1) { double } }
}

#[tokio::test]
async fn a_source_that_panics_fails_the_run() {
    let error = panicking().execute().await.map(drop).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Panicked, "{error:#}");
    assert!(error.to_string().contains("the source panicked"), "{error:#}");
}
