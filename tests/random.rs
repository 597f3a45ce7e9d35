//! Random pipelines, each compared with a plain interpreter that ran the same tree: see `random/generate.py`.
#![allow(dead_code, unused_variables, clippy::pedantic, clippy::all)]

/// The tasks that the pipelines are made of; `generate.py` has the same functions under the same names.
mod tasks {
    use runnable::prelude::*;

    const M: i64 = 10_007;

    #[task(returns = [a])]
    pub(crate) async fn add_one(a: i64) -> i64 {
        (a + 1).rem_euclid(M)
    }

    #[task(returns = [b])]
    pub(crate) async fn double(a: &i64) -> i64 {
        (a * 2).rem_euclid(M)
    }

    #[task(returns = [c])]
    pub(crate) async fn negate(b: i64) -> i64 {
        tokio::task::yield_now().await;
        (-b).rem_euclid(M)
    }

    #[task(returns = [d])]
    pub(crate) async fn mix(a: i64, b: &i64) -> i64 {
        (3 * a + b).rem_euclid(M)
    }

    #[task(returns = [a])]
    pub(crate) async fn blend(c: &i64, d: i64) -> i64 {
        tokio::task::yield_now().await;
        (c - 5 * d).rem_euclid(M)
    }

    #[task(returns = [b, c])]
    pub(crate) async fn digits(a: i64) -> (i64, i64) {
        (a.div_euclid(10).rem_euclid(M), a.rem_euclid(10))
    }

    #[task(returns = [a, b, d])]
    pub(crate) async fn turn(b: &i64, c: i64, d: &i64) -> (i64, i64, i64) {
        ((b + c).rem_euclid(M), (c + d).rem_euclid(M), (d + b).rem_euclid(M))
    }

    #[task(returns = [xs])]
    pub(crate) async fn up_to(a: i64) -> Vec<i64> {
        (0..a.rem_euclid(4)).collect()
    }

    #[task(returns = [ys])]
    pub(crate) async fn grow(mut xs: Vec<i64>, a: &i64) -> Vec<i64> {
        xs.push(a.rem_euclid(M));
        xs
    }

    #[task(returns = [c])]
    pub(crate) async fn total(xs: &[i64]) -> i64 {
        xs.iter().sum::<i64>().rem_euclid(M)
    }

    #[task(returns = [zs, b])]
    pub(crate) async fn zip_up(xs: Vec<i64>, ys: &[i64]) -> (Vec<i64>, i64) {
        (xs.iter().zip(ys).map(|(x, y)| (x + 2 * y).rem_euclid(M)).collect(), (xs.len() + ys.len()) as i64)
    }

    #[task(returns = [xs, zs])]
    pub(crate) async fn halves(mut ys: Vec<i64>) -> (Vec<i64>, Vec<i64>) {
        tokio::task::yield_now().await;
        let second = ys.split_off(ys.len() / 2);
        (ys, second)
    }

    #[task(returns = [grid])]
    pub(crate) async fn rows(xs: &[i64], b: i64) -> Vec<Vec<i64>> {
        (0..b.rem_euclid(3)).map(|i| xs.iter().map(|x| (x + i).rem_euclid(M)).collect()).collect()
    }

    #[task(returns = [xs])]
    pub(crate) async fn flatten(grid: Vec<Vec<i64>>) -> Vec<i64> {
        grid.into_iter().flatten().take(5).collect()
    }

    #[task(returns = [zs, c])]
    pub(crate) async fn heads(grid: &[Vec<i64>]) -> (Vec<i64>, i64) {
        (grid.iter().map(|row| row.first().copied().unwrap_or(-1)).collect(), grid.len() as i64)
    }
}

/// The output, alone and with the events read; the events' numbers; and that every task began and ended.
macro_rules! check {
    ($node:expr, $expected:expr, $tasks:expr) => {{
        assert_eq!($node.execute().await.unwrap(), $expected);
        let (mut run, mut seq) = ($node.execute_streaming(), 0);
        while let Some(event) = run.next().await {
            seq += 1;
            assert_eq!(event.seq(), seq, "seq has no holes");
        }
        assert_eq!(seq, 2 + 2 * $tasks, "the run and each task begin and end");
        assert_eq!(run.output().await.unwrap(), $expected);
    }};
}

#[rustfmt::skip]
#[path = "random/generated.rs"]
mod generated;
