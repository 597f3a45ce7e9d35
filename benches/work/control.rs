//! `match`, `if`, `try` and `repeat` around ten steps.
use super::*;

macro_rules! ifs {
    ([$($step:ident $other:ident)*] $name:ident = $task:ident) => {
        pipeline! { fn $name(n: u64, flag: bool) -> [n] { $($step: $task >> if flag { $other: $task })>>* } }
    };
}

macro_rules! choices {
    ([$($step:ident $other:ident)*] $name:ident = $task:ident) => {
        pipeline! {
            fn $name(n: u64) -> [n] { $($step: $task >> match n { 0 => $other: $task, _ => {} })>>* }
        }
    };
}

macro_rules! tries {
    ([$($step:ident $other:ident)*] $name:ident = $task:ident) => {
        pipeline! { fn $name(n: u64) -> [n] { $(try { $step: $task } else |_| { $other: $task })>>* } }
    };
}

names! { 20: ifs! ifs_10 = inc }
names! { 20: choices! choices_10 = inc }
names! { 20: tries! tries_10 = inc }

pipeline! {
    fn repeat_10(n: u64) -> [n] { repeat(max = 10) { inc } until(n == u64::MAX) }
}

/// Ten plain steps.
pub async fn plain() {
    black_box(steps::chain_10(black_box(1)).execute().await.is_ok());
}

/// Ten steps, each followed by an `if` whose condition is false.
pub async fn if_untaken() {
    black_box(ifs_10(black_box(1), black_box(false)).execute().await.is_ok());
}

/// Ten steps, each followed by a `match` that passes through.
pub async fn match_untaken() {
    black_box(choices_10(black_box(1)).execute().await.is_ok());
}

/// Ten steps, each in a `try` that succeeds.
pub async fn try_unused() {
    black_box(tries_10(black_box(1)).execute().await.is_ok());
}

/// A step in ten iterations.
pub async fn repeat() {
    black_box(repeat_10(black_box(1)).execute().await.is_ok());
}
