//! Events as JSON.
use crate::support::*;
use futures::StreamExt;
use runnable::prelude::*;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use std::time::Duration;

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Step {
    Begun,
    Done,
}

#[task]
fn steps() -> impl Stream<Item = Step> {
    stream! {
        yield Step::Begun;
        yield Step::Done;
    }
}

#[task(returns = [n: u64])]
fn free() -> impl Stream<Item = DynEvent> {
    stream! {
        yield DynEvent::new("thought").with("text", "hm").with("depth", 2);
        yield DynEvent::done().with("n", 1);
    }
}

pipeline! {
    fn all(items: Vec<u64>) -> [n] { map(items as _item) { steps >> free -> [n] } }
}

fn json_of<D: runnable::WireEvent>(events: &[runnable::Event<D>]) -> Vec<Value> {
    events.iter().map(|event| serde_json::to_value(event).unwrap()).collect()
}

#[tokio::test]
async fn the_flat_form_is_the_tasks_own_event() {
    let flat = |value: &Value| value.to_string();
    let events: Vec<_> = all(vec![0]).execute_streaming().collect().await;
    let texts: Vec<_> =
        events.iter().filter_map(runnable::Event::flat).map(|e| serde_json::to_value(e).unwrap()).collect();
    assert_eq!(
        texts.iter().map(flat).collect::<Vec<_>>(),
        [
            json!({"type": "begun"}),
            json!({"type": "done"}),
            json!({"type": "thought", "text": "hm", "depth": 2}),
            json!({"type": "done", "n": 1}),
        ]
        .iter()
        .map(flat)
        .collect::<Vec<_>>()
    );
    // The task's own events serialize to the same JSON.
    assert_eq!(serde_json::to_string(&Step::Begun).unwrap(), r#"{"type":"begun"}"#);
    assert_eq!(serde_json::to_string(&DynEvent::done().with("n", 1)).unwrap(), r#"{"type":"done","n":1}"#);
}

#[tokio::test]
async fn the_envelope_has_every_field_and_no_null_value() {
    let events: Vec<_> = all(vec![0, 1]).execute_streaming().run_id("r").collect().await;
    let all = json_of(&events);
    for (i, event) in all.iter().enumerate() {
        let event = event.as_object().unwrap();
        assert_eq!((&event["v"], &event["run"], &event["seq"]), (&json!(1), &json!("r"), &json!(i + 1)));
        assert_eq!(event["id"], json!(format!("r:{}", i + 1)));
        assert!(event["type"].is_string() && event["path"].is_array() && event["attempt"].is_u64());
        assert!(humantime_like(event["ts"].as_str().unwrap()), "{}", event["ts"]);
        assert!(event.values().all(|value| !value.is_null()));
    }
    assert_eq!((&all[0]["type"], &all[0]["path"], all[0].get("data")), (&json!("run.started"), &json!([]), None));
    let begun = all.iter().find(|event| event["type"] == "begun").unwrap();
    assert_eq!((&begun["path"], &begun["data"]), (&json!(["items[0]", "steps"]), &json!({})));
    let last = all.last().unwrap();
    assert_eq!((&last["type"], &last["data"]), (&json!("run.finished"), &json!({"outcome": "success"})));
}

/// `2026-01-01T00:00:00.000Z`
fn humantime_like(ts: &str) -> bool {
    ts.len() == 24 && ts.ends_with('Z') && ts.as_bytes()[10] == b'T' && ts.as_bytes()[19] == b'.'
}

#[task(returns = [n], retry(2, backoff = "1ms"))]
async fn fails() -> Result<u64, Boom> {
    Err(Boom("why"))
}

#[tokio::test(start_paused = true)]
async fn a_failure_carries_its_code_its_message_and_a_retry_hint() {
    let events: Vec<_> = Fails {}.execute_streaming().collect().await;
    let all = json_of(&events);
    let error = json!({"code": "failed", "message": "why", "retryable": true});
    let told: Vec<_> = all.iter().map(|event| (event["type"].as_str().unwrap(), event.get("data"))).collect();
    let finished = json!({"outcome": "failed", "error": error});
    let mut retried = error.clone();
    retried["max_attempts"] = json!(2);
    assert_eq!(
        told,
        [
            ("run.started", None),
            ("step.started", None),
            ("step.reset", Some(&json!({"error": retried}))),
            ("step.finished", Some(&finished)),
            ("run.finished", Some(&finished)),
        ]
    );
}

#[tokio::test]
async fn the_events_of_a_cancelled_run_carry_only_the_outcome() {
    let mut run = NapA { ms: 60_000 }.execute_streaming();
    run.next().await;
    run.next().await;
    run.cancel();
    let events: Vec<_> = run.collect().await;
    let all = json_of(&events);
    assert!(all.iter().all(|event| event["data"] == json!({"outcome": "cancelled"})), "{all:?}");
    assert_eq!(all.len(), 2);
}

/// Returns the `data` of the last event, and the result that any event carries.
async fn result_of<D: runnable::WireEvent>(run: impl Stream<Item = runnable::Event<D>>) -> (Value, Option<Value>) {
    let events: Vec<_> = run.collect().await;
    let (last, others) = events.split_last().unwrap();
    assert!(others.iter().all(|event| event.result().is_none()));
    (serde_json::to_value(last).unwrap()["data"].clone(), last.result().cloned())
}

#[tokio::test]
async fn a_run_carries_its_result_if_requested() {
    let result = json!({"full_text": "a b"});
    let expected = (json!({"outcome": "success", "result": result}), Some(result));
    let run = || Generate { prompt: "a b".into() }.execute_streaming().with_result();
    assert_eq!(result_of(run()).await, expected);
    assert_eq!(result_of(run().boxed()).await, expected);
    assert_eq!(result_of(run().spawn()).await, expected);
    assert_eq!(result_of(run().boxed().spawn()).await, expected);
    let mut run = run();
    while run.next().await.is_some() {}
    assert_eq!(run.output().await.unwrap().full_text, "a b");
    let silent = result_of(Generate { prompt: "a b".into() }.execute_streaming()).await;
    assert_eq!(silent, (json!({"outcome": "success"}), None));
}

#[tokio::test]
async fn a_failed_run_has_no_result() {
    let (data, result) = result_of(Fails {}.execute_streaming().with_result()).await;
    assert_eq!((&data["outcome"], data.get("result"), result), (&json!("failed"), None, None));
}

#[derive(Debug, Clone)]
struct Unserialisable;

impl Serialize for Unserialisable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("it is secret"))
    }
}

#[task(returns = [secret])]
async fn keeps_a_secret() -> Unserialisable {
    tokio::time::sleep(Duration::ZERO).await;
    Unserialisable
}

#[tokio::test]
async fn a_result_that_does_not_serialize_fails_the_run() {
    let run = KeepsASecret {}.execute_streaming().with_result();
    let error = run.output().await.unwrap_err();
    assert_eq!(format!("{error:#}"), "the run failed: the output does not serialize: it is secret");
    assert!(KeepsASecret {}.execute_streaming().output().await.is_ok());
}
