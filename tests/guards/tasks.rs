//! The tasks of `random/tasks.rs` with guards: they do the same, unless the trial decides otherwise.

use super::{AfterCancelled, Guard, plain};
use runnable::{BoxError, prelude::*};

/// Tasks that take the time and the outcome of their guard.
macro_rules! guarded {
    ($([$($options:tt)*] $name:ident($($input:ident: $type:ty),*) -> $returns:ty $(, $fallible:tt)?;)*) => {$(
        #[task($($options)*)]
        pub(crate) async fn $name($($input: $type,)* #[from_run] guard: Guard) -> Result<$returns, BoxError> {
            guard.act().await?;
            Ok(plain::$name($($input),*).await$($fallible)?)
        }
    )*};
}

guarded! {
    [returns = [a]] add_one(a: i64) -> i64;
    [returns = [b]] double(a: &i64) -> i64;
    [returns = [c], spawn] negate(b: i64) -> i64;
    [returns = [d]] mix(a: i64, b: &i64) -> i64;
    [returns = [a], timeout = "2ms", retry(3, backoff = "1ms")] blend(c: &i64, d: i64) -> i64;
    [returns = [a, b, d]] turn(b: &i64, c: i64, d: &i64) -> (i64, i64, i64);
    [returns = [xs], spawn, timeout = "2ms", retry(3, backoff = "1ms")] up_to(a: i64) -> Vec<i64>;
    [returns = [ys]] grow(xs: Vec<i64>, a: &i64) -> Vec<i64>;
    [returns = [xs], spawn] push(xs: Vec<i64>, a: i64) -> Vec<i64>;
    [returns = [ys], timeout = "3ms"] weave(ys: Vec<i64>, xs: &[i64]) -> Vec<i64>;
    [returns = [c]] total(xs: &[i64]) -> i64;
    [returns = [zs, b]] zip_up(xs: Vec<i64>, ys: &[i64]) -> (Vec<i64>, i64);
    [returns = [xs, zs], spawn, retry(2, backoff = "1ms")] halves(ys: Vec<i64>) -> (Vec<i64>, Vec<i64>);
    [returns = [grid]] rows(xs: &[i64], b: i64) -> Vec<Vec<i64>>;
    [returns = [zs, c]] heads(grid: &[Vec<i64>]) -> (Vec<i64>, i64);
    [returns = [d]] nth(xs: &[i64], b: &i64) -> i64, ?;
    [returns = [ys], spawn] behead(ys: Vec<i64>) -> Vec<i64>, ?;
    [returns = [a, c], retry(2, backoff = "1ms")] late(a: i64, c: &i64) -> (i64, i64), ?;
    [returns = [xs]] stamp(xs: Vec<i64>, round: &usize) -> Vec<i64>;
    [returns = [a], spawn] age(a: i64, round: usize) -> i64;
    [returns = [b]] weigh(error: &runnable::Error, a: i64) -> i64;
    [returns = [c, d], spawn] bury(error: runnable::Error) -> (i64, i64);
    [returns = [xs, c]] sift(results: Vec<runnable::Result<i64>>, others: &Vec<runnable::Result<i64>>) -> (Vec<i64>, i64);
    [returns = [b]] blame(results: &Vec<runnable::Result<i64>>) -> i64;
}

#[task(returns = [b, c], blocking)]
pub(crate) fn digits(a: i64, #[from_run] guard: Guard, cancellation: Cancellation) -> Result<(i64, i64), BoxError> {
    guard.block(&cancellation)?;
    Ok(plain::digits_of(a))
}

#[task(returns = [xs], blocking, timeout = "2ms", retry(3, backoff = "1ms"))]
pub(crate) fn flatten(
    grid: Vec<Vec<i64>>,
    #[from_run] guard: Guard,
    cancellation: Cancellation,
) -> Result<Vec<i64>, BoxError> {
    guard.block(&cancellation)?;
    Ok(grid.into_iter().flatten().take(5).collect())
}

#[task(returns = [b], blocking)]
pub(crate) fn half(a: i64, #[from_run] guard: Guard, cancellation: Cancellation) -> Result<i64, BoxError> {
    guard.block(&cancellation)?;
    if a.rem_euclid(4) == 3 { Err(format!("{a} is refused").into()) } else { Ok(a.div_euclid(2)) }
}

/// Begins an `else`.
#[task(returns = [])]
pub(crate) async fn none_alive(#[from_run] after: AfterCancelled) {
    after.expect_none();
}
