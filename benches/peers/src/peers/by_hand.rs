//! The workloads without a framework.
use crate::measure::{Contestant, reused};
use crate::work::*;
use futures::stream::FuturesUnordered;
use futures::{Stream, StreamExt};
use std::pin::pin;

const US: (&str, &str) = ("by hand", "");

pub fn all() -> Vec<Contestant> {
    vec![
        reused(US, Work::Sequence, || (), async |()| sequence().await),
        reused(US, Work::FanOut, || (), async |()| fan_out().await),
        reused(US, Work::Diamond, || (), async |()| diamond().await),
        reused(US, Work::Events, || (), async |()| events().await),
    ]
}

async fn inc_later(n: u64) -> u64 {
    inc(n)
}

async fn sequence() -> u64 {
    let mut n = start();
    for _ in 0..STEPS {
        n = inc_later(n).await;
    }
    n
}

async fn fan_out() -> u64 {
    let n = start();
    let branches: FuturesUnordered<_> = (0..BRANCHES).map(|i| async move { add(n, i) }).collect();
    branches.fold(0, |sum, n| async move { sum + n }).await
}

async fn diamond() -> u64 {
    let a = inc_later(start()).await;
    let (b, c) = futures::join!(async { double(a) }, async { plus_five(a) });
    async { add(b, c) }.await
}

fn ticks() -> impl Stream<Item = Tick> {
    async_stream::stream! { for n in 0..EVENTS { yield Tick::new(n); } }
}

async fn events() -> u64 {
    let mut ticks = pin!(ticks());
    let mut sum = 0;
    while let Some(tick) = ticks.next().await {
        sum += tick.read();
    }
    sum
}
