//! Concurrent branches, inline and spawned.
use super::*;
use futures::{StreamExt, future::select_ok, stream::FuturesUnordered};
use futures_buffered::FuturesUnorderedBounded;
use tokio::task::yield_now;

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
#[task(returns = [n])]
async fn inc_at(n: u64, i: usize) -> u64 {
    black_box(n) + i as u64
}

/// A step that suspends once, so that every branch of a race begins.
#[task(returns = [n])]
async fn later(n: u64) -> Result<u64, std::fmt::Error> {
    yield_now().await;
    Ok(black_box(n) + 1)
}

pipeline! {
    fn map_all_indexed(items: Vec<u64>) { map(items as n, index as i) { inc_at } }
}
pipeline! {
    fn map_all_collecting(items: Vec<u64>) { map(items as n, on_error = collect) { inc } }
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

macro_rules! race {
    ([$($branch:ident)*] $name:ident = $task:ident) => {
        pipeline! { fn $name(n: u64) -> [n] { race { $($branch: $task),* } } }
    };
}
names! { 100: race! race_all = later }

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

/// A hundred branches, of which the first that succeeds counts.
pub async fn race_100() {
    black_box(race_all(black_box(1)).execute().await.is_ok());
}

/// The same with `select_ok` of the `futures` crate.
pub async fn select_ok_100() {
    let all = (0..100).map(|_| Box::pin(later(black_box(1))));
    black_box(select_ok(all).await.is_ok());
}

/// A hundred spawned branches.
pub async fn parallel_spawned_100() {
    black_box(parallel_all_spawned(black_box(1)).execute().await.is_ok());
}

/// A hundred items.
pub async fn map_100() {
    black_box(map_all(vec![black_box(1); 100]).execute().await.is_ok());
}

/// A hundred items with their indices.
pub async fn map_indexed_100() {
    black_box(map_all_indexed(vec![black_box(1); 100]).execute().await.is_ok());
}

/// A hundred items whose results are collected.
pub async fn map_collecting_100() {
    black_box(map_all_collecting(vec![black_box(1); 100]).execute().await.is_ok());
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
