//! `runnable`: pipelines are composed at compile time, so building a graph is filling in a struct.
use crate::measure::{Contestant, reused};
use crate::work::{self, EVENTS, Tick, Work, start};
use ::runnable::prelude::*;

const US: (&str, &str) = ("runnable", "");

pub fn all() -> Vec<Contestant> {
    vec![
        reused(US, Work::Sequence, || chain(start()), async |_| chain(start()).execute().await.expect("a result").n),
        reused(US, Work::FanOut, || fan(start()), async |_| fan(start()).execute().await.expect("a result").total),
        reused(
            ("runnable", "spawned"),
            Work::FanOut,
            || spawned(start()),
            async |_| spawned(start()).execute().await.expect("a result").total,
        ),
        reused(US, Work::Diamond, || diamond(start()), async |_| diamond(start()).execute().await.expect("a result").d),
        reused(US, Work::Events, streaming, async |_| read().await),
    ]
}

#[task(returns = [n])]
async fn inc(n: u64) -> u64 {
    work::inc(n)
}

#[task(returns = [sum])]
async fn add(n: u64, i: u64) -> u64 {
    work::add(n, i)
}

#[task(returns = [sum], spawn)]
async fn add_spawned(n: u64, i: u64) -> u64 {
    work::add(n, i)
}

#[task(returns = [total])]
async fn join(sum: Vec<u64>) -> u64 {
    sum.into_iter().sum()
}

#[task(returns = [b])]
async fn double(n: u64) -> u64 {
    work::double(n)
}

#[task(returns = [c])]
async fn plus_five(n: u64) -> u64 {
    work::plus_five(n)
}

#[task(returns = [d])]
async fn both(b: u64, c: u64) -> u64 {
    work::add(b, c)
}

pipeline! {
    fn chain(n: u64) {
        a: inc >> b: inc >> c: inc >> d: inc >> e: inc >> f: inc >> g: inc >> h: inc >> i: inc >> j: inc
    }
}

pipeline! { fn fan(n: u64) { map((0..work::BRANCHES) as i) { add } >> join } }

pipeline! { fn spawned(n: u64) { map((0..work::BRANCHES) as i) { add_spawned } >> join } }

pipeline! { fn diamond(n: u64) { inc >> parallel { double, plus_five } >> both } }

#[derive(Debug, Clone, TaskEvent)]
enum Ticks {
    Tick { tick: Tick },
    Done {},
}

#[task]
fn tick_all() -> impl Stream<Item = Ticks> {
    stream! {
        for n in 0..EVENTS { yield Ticks::Tick { tick: Tick::new(n) }; }
        yield Ticks::Done {};
    }
}

pipeline! { fn streaming() { tick_all } }

/// Reads all events of a run, including lifecycle events.
async fn read() -> u64 {
    let mut run = streaming().execute_streaming();
    let mut sum = 0;
    while let Some(event) = run.next().await {
        if let StreamingEvent::TickAll(Ticks::Tick { tick }) = event.data() {
            sum += tick.read();
        }
    }
    run.output().await.expect("a result");
    sum
}
