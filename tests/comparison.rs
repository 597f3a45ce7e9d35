//! The programs that the README shows.
#[path = "comparison/by_hand.rs"]
mod by_hand;
#[cfg(feature = "runner")]
#[path = "comparison/recorded.rs"]
mod recorded;
#[path = "comparison/with_pipeline.rs"]
mod with_pipeline;

#[cfg(feature = "runner")]
use futures::StreamExt as _;

#[tokio::test]
async fn by_hand_and_with_pipeline_give_the_same_output() {
    let by_hand = by_hand::run("one two three").await;
    let with_pipeline = with_pipeline::run("one two three").await;
    assert_eq!(by_hand, with_pipeline);
    assert_eq!(by_hand.0, ["one ", "two ", "three"]);
}

#[cfg(feature = "runner")]
#[tokio::test]
async fn a_run_is_recorded_resumed_forked_and_replayed() {
    let runner = runnable::runner::Runner::builder().run_log("memory:").build().await.unwrap();
    let mut run = runner.run(recorded::describe("one two".to_owned())).run_id("today").streaming().await.unwrap();
    run.next().await;
    run.cancel();
    run.output().await.unwrap_err();
    let output = recorded::resume(&runner).await.unwrap();
    assert_eq!((output.words, output.loud.as_str()), (2, "ONE TWO"));
    let fork = runner.fork::<recorded::Describe>("today", "shout").await.unwrap();
    assert_eq!(fork, output);

    let events = runner.events("today", 0, runnable::store::OverflowPolicy::Block).unwrap();
    let events: Vec<_> = events.map(|event| event.unwrap().event().unwrap().event_type().to_owned()).collect().await;
    assert_eq!((events.first().unwrap().as_str(), events.last().unwrap().as_str()), ("run.started", "run.finished"));
}

#[cfg(feature = "runner")]
#[tokio::test]
async fn a_run_that_succeeded_is_not_resumed() {
    let runner = runnable::runner::Runner::builder().run_log("memory:").build().await.unwrap();
    recorded::start(&runner, "one two".to_owned()).await.unwrap();
    let error = recorded::resume(&runner).await.unwrap_err();
    assert_eq!(error.kind(), runnable::ErrorKind::NotStarted);
}
