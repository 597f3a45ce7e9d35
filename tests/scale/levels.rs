//! Pipelines of 1 to 16 levels.
use runnable::prelude::*;

#[task(returns = [n])]
pub(crate) async fn increment(n: u64) -> u64 {
    tokio::task::yield_now().await;
    n + 1
}

/// Declares pipelines, each with the previous pipeline as a step.
macro_rules! levels {
    ($inner:ident $outer:ident $($rest:ident)*) => {
        pipeline! {
            pub(crate) fn $outer(n: u64) -> [n] { increment >> inner: $inner }
        }
        levels! { $outer $($rest)* }
    };
    ($last:ident) => {};
}

levels! { increment l01 l02 l03 l04 l05 l06 l07 l08 l09 l10 l11 l12 l13 l14 l15 l16 }

/// Declares pipelines with nested levels: a chain, a branch and an item, repeatedly.
macro_rules! nested {
    ($name:ident [] $body:tt) => {
        pipeline! {
            pub(crate) fn $name(n: u64, ns: Vec<u64>) -> [deep] { keep(ns) >> done: $body }
        }
    };
    ($name:ident [. $($rest:tt)*] $body:tt) => { nested! { $name [$($rest)*] { parallel { inner: $body, beside: keep } } } };
}

#[task]
pub(crate) async fn keep(ns: Vec<u64>) {
    drop(ns);
}

#[task(returns = [deep])]
pub(crate) async fn deepest(n: u64) -> u64 {
    tokio::task::yield_now().await;
    n
}

nested! { n01 [.] { deepest } }
nested! { n02 [. .] { deepest } }
nested! { n03 [. . .] { deepest } }
nested! { n04 [. . . .] { deepest } }
nested! { n05 [. . . . .] { deepest } }
nested! { n06 [. . . . . .] { deepest } }
nested! { n07 [. . . . . . .] { deepest } }
nested! { n08 [. . . . . . . .] { deepest } }
nested! { n12 [. . . . . . . . . . . .] { deepest } }
nested! { n16 [. . . . . . . . . . . . . . . .] { deepest } }

/// Declares nested maps.
macro_rules! maps {
    ($name:ident [] $body:tt) => {
        pipeline! {
            pub(crate) fn $name(n: u64, ns: Vec<u64>) -> [rows] { done: $body -> [deep as rows] }
        }
    };
    ($name:ident [. $($rest:tt)*] $body:tt) => { maps! { $name [$($rest)*] { map(ns as _each) $body } } };
}

maps! { m01 [.] { deepest } }
maps! { m02 [. .] { deepest } }
maps! { m04 [. . . .] { deepest } }
maps! { m08 [. . . . . . . .] { deepest } }
maps! { m16 [. . . . . . . . . . . . . . . .] { deepest } }
