//! Nested pipelines, and events from the innermost pipeline.
use crate::{
    Point, growth,
    sample::{Work, side_by_side},
    work::{
        events::{EVENTS, level_1, stream_0},
        inc, read,
        report::Table,
    },
};
use runnable::prelude::*;
use std::{hint::black_box, mem::size_of_val};

/// Declares pipelines, each with a step and the previous pipeline.
macro_rules! levels {
    ($inner:ident $inner_events:ident $(, $outer:ident $outer_events:ident)+) => { levels! { @ $inner $inner_events $($outer $outer_events)+ } };
    (@ $inner:ident $inner_events:ident $outer:ident $outer_events:ident $($rest:ident)*) => {
        pipeline! { fn $outer(n: u64) -> [n] { inc >> inner: $inner } }
        pipeline! { fn $outer_events(count: u64) -> [last] { $inner_events } }
        levels! { @ $outer $outer_events $($rest)* }
    };
    (@ $($last:ident)*) => {};
}

levels! {
    inc level_1, l1 e1, l2 e2, l3 e3, l4 e4, l5 e5, l6 e6, l7 e7, l8 e8, l9 e9, l10 e10, l11 e11, l12 e12, l13 e13, l14 e14,
    l15 e15, l16 e16
}

macro_rules! points {
    ($($size:literal: $level:ident),*) => {
        [$(Point::measure(
            $size,
            size_of_val(&$level(0).execute()),
            &Work::new(|| async { black_box($level(black_box(1)).execute().await.is_ok()); }),
            &Work::new(|| read($level(black_box(1)).execute_streaming())),
        )),*]
    };
}

macro_rules! events {
    ($($size:literal: $level:ident),*) => {
        [$(($size, side_by_side(&Work::new(stream_0), &Work::new(|| read($level(EVENTS).execute_streaming()))))),*]
    };
}

/// Builds the tables of the cost of a level and of an event by the number of levels.
pub(crate) fn table() -> String {
    let levels = growth("levels, each with a step", &points!(1: l1, 2: l2, 4: l4, 8: l8, 16: l16));
    let mut table = Table::new(&["levels above the step", "ns per event", "of a bare `stream!`"]);
    for (size, (bare, ours)) in events!(1: e1, 2: e2, 4: e4, 8: e8, 16: e16) {
        table.row(vec![(size + 1).to_string(), format!("{:.1}", ours / EVENTS as f64), format!("{:.2}x", ours / bare)]);
    }
    format!("{levels}\n{}", table.markdown())
}
