//! Retries and timeouts, needed and not needed, of ten steps each, and of ten groups of a step.
use super::*;
use runnable::Attempt;
use std::{convert::Infallible, future::pending, time::Duration};

const SECOND: Duration = Duration::from_secs(1);

#[task(returns = [n])]
async fn fallible(n: u64) -> Result<u64, Infallible> {
    Ok(black_box(n) + 1)
}

#[task(returns = [n], retry(3))]
async fn retried(n: u64) -> Result<u64, Infallible> {
    Ok(black_box(n) + 1)
}

#[derive(Debug)]
struct Once;

impl std::fmt::Display for Once {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("once")
    }
}

impl std::error::Error for Once {}

#[task(returns = [n], retry(3, backoff = std::iter::repeat(Duration::ZERO)))]
async fn fails_once(n: u64, attempt: Attempt) -> Result<u64, Once> {
    try_once(n, attempt.get()).await
}

async fn try_once(n: u64, attempt: u32) -> Result<u64, Once> {
    if black_box(attempt) == 1 { Err(Once) } else { Ok(black_box(n) + 1) }
}

#[task(returns = [n], timeout = "1s")]
async fn timed(n: u64) -> u64 {
    black_box(n) + 1
}

#[task(returns = [n], timeout = "1ms")]
async fn late(n: u64) -> u64 {
    pending::<()>().await;
    n
}

names! { 10: chain! fallible_10 = fallible }
names! { 10: chain! retried_10 = retried }
names! { 10: chain! fails_once_10 = fails_once }
names! { 10: chain! timed_10 = timed }

#[task(returns = [n])]
async fn fails_at_first(n: u64, attempt: Attempt) -> Result<u64, Once> {
    try_once(n, attempt.get()).await
}

macro_rules! groups {
    ([$($group:ident)*] $name:ident = #$policy:tt $task:ident) => {
        pipeline! { fn $name(n: u64) -> [n] { $(#$policy $group: { $task })>>* } }
    };
}
names! { 10: groups! retried_groups = #[retry(3)] fallible }
names! { 10: groups! failing_groups = #[retry(3, backoff = std::iter::repeat(Duration::ZERO))] fails_at_first }
names! { 10: groups! timed_groups = #[timeout("1s")] fallible }

/// Ten steps that may fail but do not.
pub async fn plain() {
    black_box(fallible_10(black_box(1)).execute().await.is_ok());
}

/// Ten steps with an unused retry.
pub async fn retry_unused() {
    black_box(retried_10(black_box(1)).execute().await.is_ok());
}

/// Ten steps with two attempts each.
pub async fn retry_used() {
    black_box(fails_once_10(black_box(1)).execute().await.is_ok());
}

/// Ten groups with an unused retry.
pub async fn group_retry_unused() {
    black_box(retried_groups(black_box(1)).execute().await.is_ok());
}

/// Ten groups with two attempts each.
pub async fn group_retry_used() {
    black_box(failing_groups(black_box(1)).execute().await.is_ok());
}

/// Ten groups with a timeout that does not expire.
pub async fn group_timeout_unused() {
    black_box(timed_groups(black_box(1)).execute().await.is_ok());
}

/// By hand: ten steps with two attempts each, whose errors are boxed and inspected.
pub async fn retry_by_hand() {
    let mut n = black_box(1);
    for _ in 0..10 {
        let mut attempt = 1;
        n = loop {
            match try_once(n, attempt).await {
                Ok(n) => break n,
                Err(error) => drop(black_box(runnable::BoxError::from(error))),
            }
            attempt += 1;
        };
    }
    black_box(n);
}

/// Ten steps with a timeout that does not expire.
pub async fn timeout_unused() {
    black_box(timed_10(black_box(1)).execute().await.is_ok());
}

/// By hand: ten steps with a timeout that does not expire.
pub async fn timeout_by_hand() {
    let mut n = black_box(1);
    for _ in 0..10 {
        n = tokio::time::timeout(SECOND, inc(n)).await.unwrap_or_default();
    }
    black_box(n);
}

/// A step whose timeout expires. Needs a paused clock.
pub async fn timeout_used() {
    black_box(Late { n: 1 }.execute().await.is_err());
}

/// By hand: a step whose timeout expires. Needs a paused clock.
pub async fn timeout_used_by_hand() {
    black_box(tokio::time::timeout(Duration::from_millis(1), pending::<()>()).await.is_err());
}
