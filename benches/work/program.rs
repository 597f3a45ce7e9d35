//! The program that the README shows, by hand and with `pipeline!`.
#[path = "../../tests/comparison/by_hand.rs"]
mod written_by_hand;
#[path = "../../tests/comparison/with_pipeline.rs"]
mod written_with_pipeline;

use std::hint::black_box;

const PROMPT: &str = "a prompt of some words, that are handed on one by one, counted, and shouted in the end";

/// By hand.
pub async fn by_hand() {
    black_box(written_by_hand::run(black_box(PROMPT)).await);
}

/// With `pipeline!`.
pub async fn with_pipeline() {
    black_box(written_with_pipeline::run(black_box(PROMPT)).await);
}
