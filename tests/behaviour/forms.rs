//! Pipelines as Rust values.
use crate::{support::*, time::four_in_a_map};
use runnable::prelude::*;

#[tokio::test]
async fn an_expression_borrows_from_its_surroundings() {
    let prompt = String::from("one two three");
    let output = pipeline!(generate(prompt = prompt.clone())).execute().await.unwrap();
    assert_eq!(output.full_text, prompt);
}

#[test]
fn a_run_and_its_future_are_send() {
    fn send<T: Send + 'static>(_: &T) {}
    send(&four_in_a_map(vec![]).execute());
    send(&four_in_a_map(vec![]).execute_streaming());
    let _: Run<Option<Token>, GenerateOutput> = Generate { prompt: String::new() }.execute_streaming().boxed();
}
