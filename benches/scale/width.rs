//! Maps of 10 to 10,000 items.
use crate::{
    Point, growth,
    sample::Work,
    work::{inc, read},
};
use runnable::prelude::*;
use std::{hint::black_box, mem::size_of_val};

pipeline! {
    fn all(items: Vec<u64>) { map(items as n) { inc } }
}

/// Builds the table of the cost of an item by the number of items.
pub(crate) fn table() -> String {
    let points = [10, 100, 1000, 10_000].map(|size| {
        let items = move || vec![black_box(1); size];
        Point::measure(
            size,
            size_of_val(&all(vec![]).execute()),
            &Work::new(move || async move {
                black_box(all(items()).execute().await.is_ok());
            }),
            &Work::new(move || read(all(items()).execute_streaming())),
        )
    });
    growth("items of a `map`", &points)
}
