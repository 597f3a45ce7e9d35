//! The same program by hand and with `pipeline!`, as the README shows them: equal outputs.
#[path = "comparison/by_hand.rs"]
mod by_hand;
#[path = "comparison/with_pipeline.rs"]
mod with_pipeline;

#[tokio::test]
async fn by_hand_and_with_pipeline_give_the_same() {
    let by_hand = by_hand::run("one two three").await;
    let with_pipeline = with_pipeline::run("one two three").await;
    assert_eq!(by_hand, with_pipeline);
    assert_eq!(by_hand.0, ["one ", "two ", "three"]);
}
