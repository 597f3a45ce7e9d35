//! Concurrent branches, inline and spawned.
use super::*;
use futures::{StreamExt, stream::FuturesUnordered};
use futures_buffered::FuturesUnorderedBounded;

#[task(returns = [n], spawn)]
pub async fn inc_spawned(n: u64) -> u64 {
    black_box(n) + 1
}

#[task(returns = [n])]
async fn add(left: u64, right: u64) -> u64 {
    black_box(left) + right
}

pipeline! {
    fn map_all(items: Vec<u64>) { map(items as n) { inc } }
}
pipeline! {
    fn map_all_spawned(items: Vec<u64>) { map(items as n) { inc_spawned } }
}
pipeline! {
    fn diamond_of_4(n: u64) -> [n] {
        inc >> parallel { left: inc -> [n as left], right: inc -> [n as right] } >> add
    }
}

macro_rules! parallel {
    ([$($branch:ident)*] $name:ident = $task:ident) => {
        pipeline! { fn $name(n: u64) -> [s00, s99] { parallel { $($branch: $task -> [n as $branch]),* } } }
    };
}
names! { 100: parallel! parallel_all = inc }
names! { 100: parallel! parallel_all_spawned = inc_spawned }

macro_rules! join {
    ([$($branch:ident)*]) => {{
        let ($($branch,)*) = futures::join!($({ let $branch = inc(black_box(1)); $branch }),*);
        [$($branch),*]
    }};
}

/// The limit: `join!` of a hundred futures.
pub async fn join_100() {
    black_box(names!(100: join!));
}

async fn indexed(index: usize, n: u64) -> (usize, u64) {
    (index, inc(n).await)
}

async fn collect(mut all: impl Stream<Item = (usize, u64)> + Unpin) -> Vec<u64> {
    let mut out = vec![0; 100];
    while let Some((i, n)) = all.next().await {
        out[i] = n;
    }
    out
}

/// The limit of a map: a hundred futures in one allocation.
pub async fn futures_buffered_100() {
    let mut all = FuturesUnorderedBounded::new(100);
    (0..100).for_each(|i| all.push(indexed(i, black_box(1))));
    black_box(collect(all).await);
}

/// The same with `FuturesUnordered` of the `futures` crate.
pub async fn futures_unordered_100() {
    let all: FuturesUnordered<_> = (0..100).map(|i| indexed(i, black_box(1))).collect();
    black_box(collect(all).await);
}

/// The limit of spawned branches: a hundred tasks.
pub async fn spawn_100() {
    let tasks: Vec<_> = (0..100).map(|_| tokio::spawn(inc(black_box(1)))).collect();
    let mut out = Vec::with_capacity(100);
    for task in tasks {
        out.push(task.await.unwrap_or_default());
    }
    black_box(out);
}

/// The limit of spawned items: a hundred tasks with their handles in one allocation.
pub async fn spawn_buffered_100() {
    let mut all = FuturesUnorderedBounded::new(100);
    for i in 0..100 {
        let task = tokio::spawn(inc(black_box(1)));
        all.push(async move { (i, task.await.unwrap_or_default()) });
    }
    black_box(collect(all).await);
}

/// A hundred branches.
pub async fn parallel_100() {
    black_box(parallel_all(black_box(1)).execute().await.is_ok());
}

/// A hundred spawned branches.
pub async fn parallel_spawned_100() {
    black_box(parallel_all_spawned(black_box(1)).execute().await.is_ok());
}

/// A hundred items.
pub async fn map_100() {
    black_box(map_all(vec![black_box(1); 100]).execute().await.is_ok());
}

/// A hundred spawned items.
pub async fn map_spawned_100() {
    black_box(map_all_spawned(vec![black_box(1); 100]).execute().await.is_ok());
}

/// The limit: a future, two concurrent futures, and a final future.
pub async fn diamond_by_hand() {
    let n = inc(black_box(1)).await;
    let (left, right) = futures::join!(inc(n), inc(n));
    black_box(add(left, right).await);
}

/// A step, two concurrent steps, and a final step.
pub async fn diamond() {
    black_box(diamond_of_4(black_box(1)).execute().await.is_ok());
}
