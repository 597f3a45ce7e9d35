//! Pipelines of 10 to 1,000 steps.
#![allow(missing_docs, unreachable_pub, reason = "a pipeline's structs are written by the macro")]
use crate::{
    Point, growth,
    sample::Work,
    work::{chain, inc, names, read, steps::chain_10, steps::chain_100},
};
use runnable::prelude::*;
use std::{hint::black_box, mem::size_of_val};

pipeline! {
    fn chain_20(n: u64) -> [n] { a: chain_10 >> b: chain_10 }
}
pipeline! {
    fn chain_50(n: u64) -> [n] { a: chain_20 >> b: chain_20 >> c: chain_10 }
}
macro_rules! chain_120 {
    ([$($step:ident)*]) => { chain! { [$($step)* t0 t1 t2 t3 t4 t5 t6 t7 t8 t9 u0 u1 u2 u3 u4 u5 u6 u7 u8 u9] chain_120 = inc } };
}
names! { 100: chain_120! }
names! { 10: chain! chain_1000 = chain_100 }

macro_rules! points {
    ($($size:literal: $chain:ident),*) => {
        [$(Point::measure(
            $size,
            size_of_val(&$chain(0).execute()),
            &Work::new(|| async { black_box($chain(black_box(1)).execute().await.is_ok()); }),
            &Work::new(|| read($chain(black_box(1)).execute_streaming())),
        )),*]
    };
}

/// Builds the table of the cost of a step and the size of a run's future by the number of steps.
pub(crate) fn table() -> String {
    growth(
        "steps",
        &points!(10: chain_10, 20: chain_20, 50: chain_50, 100: chain_100, 120: chain_120, 1000: chain_1000),
    )
}
