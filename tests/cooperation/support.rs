//! Work that never ends and is always ready, of every kind. Shared with the tests of recorded runs.
use futures_util::StreamExt;
use runnable::prelude::*;
use std::{
    io::{Write as _, stderr},
    sync::{Mutex, PoisonError},
    time::Duration,
};
use tokio::time::{sleep, timeout};

#[derive(Debug, Clone, PartialEq, TaskEvent)]
pub(crate) enum Tick {
    At { n: u64 },
    Done { n: u64 },
}

/// The kinds of work that are always ready. Those that are not in [`KINDS`] differ only within a task.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) enum Kind {
    /// Emits events.
    Emits,
    /// Runs a loop whose steps are ready.
    Turns,
    /// Runs a loop that has no steps.
    EmptyTurns,
    /// Runs many items, each of which is ready.
    Items,
    /// Runs items of which each is always ready itself.
    HotItems,
    /// Runs branches that are ready.
    Branches,
    /// Retries a step that fails at once.
    Attempts,
    /// Reads a run whose events are ready.
    ReadsARun,
    /// Executes runs that are ready.
    Executes,
    /// Reads runs that are ready.
    ReadsRuns,
    /// Reads a run as a stream.
    ReadsAStream,
    /// Reads a stream that yields nothing.
    Skips,
    /// Runs pipelines in pipelines in a loop.
    Nested,
    /// Receives from a channel of tokio, which uses up tokio's budget in each poll.
    Receives,
}

pub(crate) const KINDS: [Kind; 12] = [
    Kind::Emits,
    Kind::Turns,
    Kind::EmptyTurns,
    Kind::Items,
    Kind::HotItems,
    Kind::Branches,
    Kind::Attempts,
    Kind::ReadsARun,
    Kind::ReadsAStream,
    Kind::Skips,
    Kind::Nested,
    Kind::Receives,
];

/// Never returns.
pub(crate) async fn hot_work(kind: Kind, events: &Emitter<Tick>) -> u64 {
    match kind {
        Kind::Emits => loop {
            events.emit(Tick::At { n: 0 }).await;
        },
        Kind::Turns => turns(1).execute().await.unwrap().n,
        Kind::EmptyTurns => empty_turns(1).execute().await.unwrap().n,
        Kind::Items => items(vec![1; 1000]).execute().await.unwrap().turns,
        Kind::HotItems => hot_items(vec![1; 100]).execute().await.unwrap().n[0],
        Kind::Branches => branches(1).execute().await.unwrap().n,
        Kind::Attempts => Fails {}.execute().await.map_or(0, |output| output.n),
        Kind::ReadsARun => {
            let mut run = Yields {}.execute_streaming();
            while run.next().await.is_some() {}
            0
        }
        Kind::Executes => executes().await,
        Kind::ReadsRuns => reads_runs().await,
        Kind::ReadsAStream => {
            let run = Yields {}.execute_streaming();
            run.filter(|_| std::future::ready(false)).count().await as u64
        }
        Kind::Skips => {
            let mut skipping = Box::pin(stream! {
                for await _ in yields() {}
                yield 1;
            });
            StreamExt::next(&mut skipping).await.unwrap_or_default()
        }
        Kind::Nested => nested_turns(1).execute().await.unwrap().n,
        Kind::Receives => {
            let (to, mut from) = tokio::sync::mpsc::unbounded_channel();
            loop {
                to.send(1).unwrap();
                from.recv().await;
            }
        }
    }
}

/// Executes runs that are ready.
pub(crate) async fn executes() -> u64 {
    loop {
        One { n: 1 }.execute().await.unwrap();
    }
}

/// Reads runs that are ready.
pub(crate) async fn reads_runs() -> u64 {
    loop {
        let mut run = inner(1).execute_streaming();
        while run.next().await.is_some() {}
    }
}

#[task(returns = [n])]
async fn one(n: u64) -> u64 {
    n
}

#[task(returns = [m])]
async fn other(n: u64) -> u64 {
    n
}

#[task(returns = [n])]
async fn emits(n: u64, events: Emitter<Tick>) -> u64 {
    work_forever(&events).await;
    n
}

async fn work_forever(events: &Emitter<Tick>) {
    loop {
        events.emit(Tick::At { n: 0 }).await;
    }
}

#[task(returns = [n], retry(4_000_000_000, backoff = std::iter::repeat(Duration::ZERO)))]
async fn fails() -> Result<u64, String> {
    Err("again".to_owned())
}

#[task(returns = [n])]
pub(crate) fn yields() -> impl Stream<Item = Tick> {
    stream! {
        let mut n = 0;
        while n < u64::MAX {
            n += 1;
            yield Tick::At { n };
        }
        yield Tick::Done { n };
    }
}

pipeline! {
    pub(crate) fn turns(n: u64) -> [n] { repeat(max = usize::MAX) { one } until(n == 0) }
}
pipeline! {
    fn empty_turns(n: u64) -> [n] { repeat(max = usize::MAX) { if n == 0 { one } else { } } until(n == 0) >> one }
}
pipeline! {
    pub(crate) fn items(ns: Vec<u64>) -> [turns] {
        repeat(max = usize::MAX, index as _turn) { map(ns as n) { other } >> last: one(n = 1) -> [n as turns] } until(turns == 0)
    }
}
pipeline! {
    fn hot_items(ns: Vec<u64>) -> [n] { map(ns as n) { emits } }
}
pipeline! {
    pub(crate) fn branches(n: u64) -> [n] { repeat(max = usize::MAX) { parallel { one, other } -> [n] } until(n == 0) }
}

pipeline! {
    fn inner(n: u64) -> [n] { one }
}
pipeline! {
    fn middle(n: u64) -> [n] { parallel { inner, other } -> [n] }
}
pipeline! {
    pub(crate) fn nested_turns(n: u64) -> [n] { repeat(max = usize::MAX) { middle } until(n == 0) }
}

#[task(returns = [n], timeout = "200ms")]
pub(crate) async fn timed(kind: Kind, events: Emitter<Tick>) -> u64 {
    hot_work(kind, &events).await
}

#[task(returns = [n])]
pub(crate) async fn untimed(kind: Kind, events: Emitter<Tick>) -> u64 {
    hot_work(kind, &events).await
}

#[task(returns = [n], spawn, timeout = "200ms")]
pub(crate) async fn timed_elsewhere(kind: Kind, events: Emitter<Tick>) -> u64 {
    hot_work(kind, &events).await
}

#[task(returns = [n], spawn)]
pub(crate) async fn untimed_elsewhere(kind: Kind, events: Emitter<Tick>) -> u64 {
    hot_work(kind, &events).await
}

#[task(returns = [n], timeout = "200ms")]
pub(crate) fn timed_stream() -> impl Stream<Item = Tick> {
    yields()
}

#[task(returns = [n], timeout = "200ms", spawn)]
pub(crate) fn timed_stream_elsewhere() -> impl Stream<Item = Tick> {
    yields()
}

#[task(returns = [n], timeout = "200ms")]
pub(crate) fn timed_foreign_stream() -> impl Stream<Item = Result<Tick, String>> {
    futures_util::stream::repeat(Ok(Tick::At { n: 0 }))
}

#[task(returns = [m])]
pub(crate) async fn breaks() -> Result<u64, String> {
    sleep(BREAK).await;
    Err("broken".to_owned())
}

/// The limit of the steps with a limit, and the time after which a step breaks.
pub(crate) const LIMIT: Duration = Duration::from_millis(200);
pub(crate) const BREAK: Duration = Duration::from_millis(100);

pipeline! {
    pub(crate) fn beside(kind: Kind) -> [n, m] { parallel { untimed, breaks } }
}
pipeline! {
    pub(crate) fn beside_yields() -> [m] { parallel { yields, breaks } -> [m] }
}
pipeline! {
    pub(crate) fn beside_turns(n: u64) -> [m] { parallel { turns, breaks } -> [m] }
}
pipeline! {
    pub(crate) fn beside_items(ns: Vec<u64>) -> [m] { parallel { items, breaks } -> [m] }
}
pipeline! {
    pub(crate) fn beside_branches(n: u64) -> [m] { parallel { branches, breaks } -> [m] }
}
pipeline! {
    pub(crate) fn beside_nested(n: u64) -> [m] { parallel { nested_turns, breaks } -> [m] }
}

/// Runs a test on both runtimes of tokio, and no other test meanwhile: each keeps a processor busy.
pub(crate) fn on_both<F: Future<Output = ()>>(test: impl Fn() -> F) {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let mut runtimes = [tokio::runtime::Builder::new_current_thread(), tokio::runtime::Builder::new_multi_thread()];
    for runtime in &mut runtimes {
        let runtime = runtime.worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(test());
    }
}

/// Fails if nothing is seen for much longer than the timeouts of these tests.
pub(crate) async fn soon<T>(work: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(20), work).await.expect("nothing was seen for 20 seconds")
}

/// Notes how late something was seen. `RUNNABLE_LATENCIES=1` prints it, beside the target of 50 ms.
pub(crate) fn noted(what: &str, took: Duration, after: Duration) {
    if std::env::var_os("RUNNABLE_LATENCIES").is_some() {
        let late = took.saturating_sub(after);
        let target = if late > Duration::from_millis(50) { "  above the target of 50 ms" } else { "" };
        let _ = writeln!(stderr(), "{:>8.1} ms late: {what}{target}", late.as_secs_f64() * 1e3);
    }
    // The processors of a test may have other work.
    assert!(took < after + Duration::from_secs(10), "{what} took {took:?}");
}
