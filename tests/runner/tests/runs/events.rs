//! The events of a run, live and from its log.

use super::*;
use futures_util::StreamExt;
use runnable::store::OverflowPolicy;
use serde_json::Value;

/// An event without its time.
fn timeless(event: &impl serde::Serialize) -> Value {
    let mut value = serde_json::to_value(event).expect("it serialises");
    value.as_object_mut().expect("an object").remove("ts");
    value
}

async fn live(
    run: runnable::runner::RunRequest<
        Work,
        impl Future<Output = runnable::Result<WorkOutput>>,
        runnable::runner::Fresh,
    >,
) -> Vec<Value> {
    let mut run = run.streaming().await.expect("it starts");
    let mut all = Vec::new();
    while let Some(event) = run.next().await {
        all.push(timeless(&event));
    }
    all
}

async fn logged(runner: &Runner, run: &str, after: u64) -> Vec<Value> {
    let events = runner.events(run, after, OverflowPolicy::Block).expect("a log");
    events.map(|event| timeless(&event.expect("it can be read"))).collect().await
}

#[tokio::test]
async fn the_log_replays_the_events_of_a_finished_run() {
    let (runner, name) = (runner().await, unique("replay"));
    let live = live(runner.run(work(name.clone(), vec![1, 2])).run_id(&*name)).await;
    assert_eq!(logged(&runner, &name, 0).await, live);
    for (after, seq) in (0..=live.len()).zip(0..) {
        assert_eq!(logged(&runner, &name, seq).await, live[after..]);
    }
}

#[tokio::test]
async fn many_readers_follow_a_run_without_gaps_or_duplicates() {
    let (runner, name) = (runner().await, unique("follow"));
    let run = runner.run(work(name.clone(), (0..50).collect())).run_id(&*name);
    let mut run = run.streaming().await.expect("it starts");
    let mut readers = Vec::new();
    while let Some(event) = run.next().await {
        let (runner, name, after) = (runner.clone(), name.clone(), event.seq() - 1);
        readers.push((after, tokio::spawn(async move { logged(&runner, &name, after).await })));
    }
    run.output().await.expect("it succeeds");
    let all = logged(&runner, &name, 0).await;
    for (after, reader) in readers {
        let after = usize::try_from(after).expect("it fits");
        assert_eq!(reader.await.expect("it reads"), all[after..]);
    }
}

#[tokio::test]
async fn a_resumed_run_continues_its_numbers_and_its_text_equals_an_undisturbed_run() {
    let (runner, name) = (runner().await, unique("seq"));
    break_at(&format!("{name}/write"));
    let first = live(runner.run(work(name.clone(), vec![])).run_id(&*name)).await;
    mend(&format!("{name}/write"));
    let mut run = runner.resume::<Work>(&name).streaming().await.expect("it resumes");
    let mut second = Vec::new();
    while let Some(event) = run.next().await {
        second.push(timeless(&event));
    }
    let all = logged(&runner, &name, 0).await;
    assert_eq!(all, [first, second].concat());
    let seqs: Vec<_> = all.iter().map(|event| event["seq"].as_u64().expect("a number")).collect();
    assert_eq!(seqs, (1..=all.len() as u64).collect::<Vec<_>>());
    let mut text = String::new();
    for event in &all {
        match event["type"].as_str().expect("a type") {
            "step.reset" => text.clear(),
            "chunk" => text.push_str(event["data"]["text"].as_str().expect("a text")),
            _ => {}
        }
    }
    assert_eq!(text, "ab");
    assert!(all.iter().any(|event| event["type"] == "run.resumed"));
    assert!(all.iter().any(|event| event["type"] == "step.reset" && event["attempt"] == 2));
}

#[tokio::test]
async fn the_events_of_an_unknown_run_are_an_error() {
    let runner = runner().await;
    let mut events = runner.events("nowhere", 0, OverflowPolicy::Block).expect("a log");
    assert!(events.next().await.expect("an error").is_err());
}
