//! Allocations of runs. A test binary of its own, because the allocator counts for the whole
//! process.
use futures::StreamExt;
use runnable::prelude::*;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::{
    alloc::System,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::sync::Mutex;

#[allow(dead_code)]
#[path = "scale/levels.rs"]
mod levels;
use levels::*;

#[global_allocator]
static ALLOCATED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Serializes the tests.
static COUNTING: Mutex<()> = Mutex::const_new(());

/// Returns the total bytes that `work` allocates: the minimum of several runs, since the test
/// harness allocates, too.
async fn bytes_of<F: Future>(work: impl Fn() -> F) -> usize {
    let mut least = usize::MAX;
    for _ in 0..20 {
        let region = Region::new(ALLOCATED);
        work().await;
        least = least.min(region.change().bytes_allocated);
    }
    least
}

/// Returns the number of bytes in use.
fn in_use() -> isize {
    let stats = ALLOCATED.stats();
    isize::try_from(stats.bytes_allocated).unwrap() - isize::try_from(stats.bytes_deallocated).unwrap()
}

/// Asserts that the last of 16 levels costs about as much as the first levels.
fn assert_linear(what: &str, bytes: &[(usize, usize)]) {
    println!("{what}: (level, bytes) {bytes:?}");
    let at = |level| bytes.iter().find(|(l, _)| *l == level).unwrap().1;
    let (per_level, per_late_level) = ((at(8) - at(2)) / 6, (at(16) - at(8)) / 8);
    assert!(per_level > 0 && per_late_level <= 2 * per_level, "{per_level} bytes per level, later {per_late_level}");
}

macro_rules! bytes_of_levels {
    ($args:tt, $($name:ident $level:literal),*) => {
        [$(($level, bytes_of(|| async { $name $args.execute().await.unwrap() }).await)),*]
    };
}

#[tokio::test]
async fn bytes_grow_linearly_with_the_depth_of_blocks() {
    let _one = COUNTING.lock().await;
    let bytes = bytes_of_levels!((1, Vec::new()), n01 1, n02 2, n03 3, n04 4, n05 5, n06 6, n07 7, n08 8, n16 16);
    assert_linear("blocks", &bytes);
}

#[tokio::test]
async fn bytes_of_nested_maps_grow_linearly_with_their_depth() {
    let _one = COUNTING.lock().await;
    let bytes = bytes_of_levels!((1, vec![1]), m01 1, m02 2, m04 4, m08 8, m16 16);
    assert_linear("maps", &bytes);
}

#[tokio::test]
async fn sub_pipelines_do_not_allocate() {
    let _one = COUNTING.lock().await;
    let bytes = bytes_of_levels!((1), l01 1, l08 8, l16 16);
    println!("sub-pipelines: (level, bytes) {bytes:?}");
    assert!(bytes.iter().all(|level| level.1 == bytes[0].1), "{bytes:?}");
}

#[derive(Debug, Clone, TaskEvent)]
enum Tick {
    Tick { n: u64 },
    Done { last: u64 },
}

#[task(returns = [last])]
fn ticks(n: u64, made: Arc<AtomicU64>) -> impl Stream<Item = Tick> {
    stream! {
        for i in 0..n {
            made.fetch_add(1, SeqCst);
            yield Tick::Tick { n: i };
        }
        yield Tick::Done { last: n };
    }
}

#[task(returns = [last], spawn)]
fn ticks_elsewhere(n: u64, made: Arc<AtomicU64>) -> impl Stream<Item = Tick> {
    ticks(n, made)
}

#[task(returns = [last])]
async fn emits(n: u64, made: Arc<AtomicU64>, events: Emitter<Tick>) -> u64 {
    for i in 0..n {
        made.fetch_add(1, SeqCst);
        events.emit(Tick::Tick { n: i }).await;
    }
    n
}

pipeline! {
    /// Three producers per item.
    fn producers(each: Vec<u64>, made: Arc<AtomicU64>) -> [last, emitted, elsewhere] {
        map(each as n) {
            parallel { ticks, emit: emits -> [last as emitted], spawned: ticks_elsewhere -> [last as elsewhere] }
        }
    }
}

pipeline! {
    /// One producer per item.
    fn inline(each: Vec<u64>, made: Arc<AtomicU64>) -> [last] { map(each as n) { ticks } }
}

const EVENTS: u64 = 1_000_000;

/// Reads 10 events, lets the producers continue, and returns the number of further events.
async fn made_beyond<D>(mut run: impl Stream<Item = runnable::Event<D>> + Unpin, made: &AtomicU64) -> u64
where
    D: runnable::WireEvent,
{
    let mut read = 0;
    while read < 10 {
        read += u64::from(run.next().await.unwrap().event_type() == "tick");
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    made.load(SeqCst) - read
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_that_stops_after_ten_events_stops_all_producers() {
    let _one = COUNTING.lock().await;
    let made = Arc::new(AtomicU64::new(0));
    let beyond = made_beyond(inline(vec![EVENTS; 8], made.clone()).execute_streaming(), &made).await;
    println!("8 streams: {beyond} more");
    assert!(beyond <= 2 * 8, "{beyond} more");

    let made = Arc::new(AtomicU64::new(0));
    let beyond = made_beyond(producers(vec![EVENTS; 8], made.clone()).execute_streaming(), &made).await;
    println!("24 producers: {beyond} more");
    assert!(beyond <= 2 * 24, "{beyond} more");

    // A spawned run has a channel of 64 events to its reader. It is a quick reader of its own queue, in which up to 32
    // events may then wait.
    let made = Arc::new(AtomicU64::new(0));
    let beyond = made_beyond(producers(vec![EVENTS; 8], made.clone()).execute_streaming().spawn(), &made).await;
    println!("24 producers, spawned: {beyond} more");
    assert!(beyond <= 64 + 1 + 32 + 2 * 24, "{beyond} more");
}

/// Reads all events; returns their number and the range of bytes in use, sampled every thousand
/// events.
async fn range_in_use<D>(mut run: impl Stream<Item = runnable::Event<D>> + Unpin, events: u64) -> (u64, isize) {
    let (mut read, mut least, mut most) = (0, isize::MAX, isize::MIN);
    while run.next().await.is_some() {
        read += 1;
        if read % 1000 == 0 && (10_000..events - 10_000).contains(&read) {
            let bytes = in_use();
            (least, most) = (least.min(bytes), most.max(bytes));
        }
    }
    (read, most - least)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn bytes_in_use_stay_flat_while_a_million_events_are_read() {
    let _one = COUNTING.lock().await;
    let made = Arc::new(AtomicU64::new(0));
    let each = vec![EVENTS / 8; 8];
    let (read, range) = range_in_use(inline(each, made.clone()).execute_streaming(), EVENTS).await;
    println!("8 streams: {read} events, {range} bytes between least and most");
    assert!(read >= EVENTS && range < 64 * 1024, "{range} bytes");

    let (each, events) = (vec![EVENTS / 60; 4], EVENTS / 5);
    let (read, range) = range_in_use(producers(each.clone(), made.clone()).execute_streaming(), events).await;
    println!("12 producers: {read} events, {range} bytes between least and most");
    assert!(range < 64 * 1024, "{range} bytes");

    let (read, range) = range_in_use(producers(each, made.clone()).execute_streaming().spawn(), events).await;
    println!("12 producers, spawned: {read} events, {range} bytes between least and most");
    assert!(range < 64 * 1024, "{range} bytes");
}

#[task]
async fn store(n: u64) {
    assert!(n < u64::MAX);
}

pipeline! {
    /// Stores rows as they come.
    fn store_all(rows: u64) { map((futures::stream::iter(0..rows)) as n, limit = 8) { store } }
}

/// `RUNNABLE_ROWS` is the number of rows.
#[tokio::test]
async fn bytes_of_a_map_over_a_stream_do_not_depend_on_the_number_of_its_items() {
    let _one = COUNTING.lock().await;
    let rows = std::env::var("RUNNABLE_ROWS").map_or(100_000, |rows| rows.parse().expect("a number of rows"));
    let few = bytes_of(|| async { store_all(100).execute().await.unwrap() }).await;
    let region = Region::new(ALLOCATED);
    store_all(rows).execute().await.unwrap();
    let many = region.change().bytes_allocated;
    println!("100 items: {few} bytes; {rows} items: {many} bytes");
    assert!(many < few + 64 * 1024, "{many} bytes");

    let (read, range) = range_in_use(store_all(rows).execute_streaming(), 2 * rows).await;
    println!("a map over a stream: {read} events, {range} bytes between least and most");
    assert!(read >= 2 * rows && range < 64 * 1024, "{range} bytes");
}
