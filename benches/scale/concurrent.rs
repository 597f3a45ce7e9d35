//! Many concurrent runs in one process.
use crate::work::{self, events::Tick, report::Table};
use runnable::prelude::*;
use std::{
    hint::black_box,
    mem::size_of_val,
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    time::{Duration, Instant},
};
use tokio::{
    sync::Notify,
    task::{JoinHandle, yield_now},
};

const RUNS: usize = 10_000;
/// The number of bursts of a step: tokens arrive in bursts, as from a socket.
const BURSTS: u64 = 10;
const BURST: u64 = 10;
const STEPS: u64 = 5;

/// A gate that every run waits for before its first event.
static GATE: Notify = Notify::const_new();
/// The number of runs that have reached the gate.
static WAITING: AtomicUsize = AtomicUsize::new(0);

#[task(returns = [last])]
fn wait_then_stream() -> impl Stream<Item = Tick> {
    stream! {
        WAITING.fetch_add(1, Relaxed);
        GATE.notified().await;
        yield Tick::Done { last: 0 };
    }
}

#[task(returns = [last])]
fn bursts(last: u64) -> impl Stream<Item = Tick> {
    stream! {
        for burst in 0..BURSTS {
            for n in 0..BURST { yield Tick::Tick { n: burst * BURST + n, token: *b"token-of-16-byte" }; }
            yield_now().await;
        }
        yield Tick::Done { last };
    }
}

pipeline! {
    fn five() -> [last] { wait_then_stream >> a: bursts >> b: bursts >> c: bursts >> d: bursts }
}

pipeline! {
    fn five_at_once() -> [last] { first: bursts(last = 0) >> a: bursts >> b: bursts >> c: bursts >> d: bursts }
}

/// The number of events of a run, including lifecycle events.
const EVENTS: u64 = 2 + 2 * STEPS + 1 + (STEPS - 1) * (BURSTS * BURST + 1);

/// Starts `count` runs and waits until all have reached the gate.
async fn waiting(count: usize) -> Vec<JoinHandle<()>> {
    WAITING.store(0, Relaxed);
    let runs = (0..count).map(|_| tokio::spawn(work::read(five().execute_streaming()))).collect();
    while WAITING.load(Relaxed) < count {
        yield_now().await;
    }
    runs
}

/// Starts `count` runs, waits until all are idle, and measures the time from there to their end.
fn events_of(count: usize) -> Duration {
    work::runtime().block_on(async {
        let runs = waiting(count).await;
        let begin = Instant::now();
        GATE.notify_waiters();
        for run in runs {
            run.await.expect("a run reads its events");
        }
        begin.elapsed()
    })
}

/// Returns the nanoseconds per event of a lone run and of many runs: the minimum of several rounds,
/// in turns.
fn event_ns() -> (f64, f64) {
    let (mut alone, mut among) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..5 {
        for _ in 0..200 {
            alone = alone.min(events_of(1).as_nanos() as f64 / EVENTS as f64);
        }
        among = among.min(events_of(RUNS).as_nanos() as f64 / (EVENTS * RUNS as u64) as f64);
    }
    (alone, among)
}

/// Returns the total number of bytes that a waiting run occupies.
fn idle_bytes() -> f64 {
    let mut runs = vec![];
    let info = allocation_counter::measure(|| {
        runs = (0..RUNS).map(|_| five().execute_streaming()).collect();
        for run in &mut runs {
            while let Some(Some(event)) = futures::FutureExt::now_or_never(run.next()) {
                black_box(event);
            }
        }
    });
    info.bytes_current as f64 / RUNS as f64
}

/// Returns the nanoseconds from the call of a pipeline to its first event that is not a lifecycle
/// event.
async fn first_event() -> f64 {
    let begin = Instant::now();
    let mut run = five_at_once().execute_streaming();
    while run.next().await.is_some_and(|event| event.lifecycle().is_some()) {}
    begin.elapsed().as_nanos() as f64
}

/// Returns the median time to the first event of a lone run, and of a run alongside `RUNS` waiting
/// runs.
fn first_event_ns() -> (f64, f64) {
    let runtime = work::runtime();
    let median = || {
        let mut times: Vec<_> = (0..RUNS).map(|_| runtime.block_on(first_event())).collect();
        times.sort_by(f64::total_cmp);
        times[RUNS / 2]
    };
    let alone = median();
    let _waiting = runtime.block_on(waiting(RUNS));
    (alone, median())
}

/// Builds the table of the cost of a run alongside ten thousand others.
pub(crate) fn table() -> String {
    let mut table = Table::new(&["a run of five streaming steps", "one run", "of 10,000", "target", "met"]);
    let mut row = |name: &str, one: String, many: String, target: &str, met: &str| {
        table.row([name, &one, &many, target, met].map(str::to_owned).to_vec());
    };
    let met = |held| if held { "yes" } else { "no" };
    let bytes = idle_bytes();
    let future = size_of_val(&five().execute());
    row("bytes while it waits", String::from("-"), format!("{bytes:.0}"), "4096", met(bytes <= 4096.0));
    row("of which its future", future.to_string(), future.to_string(), "-", "-");
    let (alone, among) = event_ns();
    row("ns per event", format!("{alone:.1}"), format!("{among:.1}"), "1.5x", met(among <= 1.5 * alone));
    let (alone, among) = first_event_ns();
    row("ns to the first event", format!("{alone:.0}"), format!("{among:.0}"), "-", "-");
    table.markdown()
}
