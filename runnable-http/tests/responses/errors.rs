//! Errors in responses: every cause, and events that do not serialize.

use super::{
    text,
    websocket::{connect, rest},
};
use axum::response::IntoResponse;
use runnable::{BoxError, DynEvent, Event, Run, WireEvent, prelude::*};
use runnable_http::{ndjson, sse, websocket};
use serde::{Serialize, Serializer, ser::Error as _};
use serde_json::{Value, json};
use std::{error::Error as StdError, fmt, io};

#[derive(Debug)]
struct Layer(&'static str, BoxError);

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl StdError for Layer {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.1)
    }
}

#[task(returns = [saved])]
async fn save() -> Result<u32, Layer> {
    let disk = Layer("write chunk 7", io::Error::other("disk 9 is full").into());
    Err(Layer("save failed", disk.into()))
}

pipeline! {
    fn saves() { save }
}

fn failure() -> Value {
    json!({
        "code": "failed",
        "message": "save failed",
        "causes": ["write chunk 7", "disk 9 is full"],
        "retryable": true,
    })
}

/// Returns the errors of `step.finished` and `run.finished`, the only events with errors.
fn errors(events: &[Value]) -> Vec<Value> {
    events.iter().filter_map(|event| event["data"].get("error").cloned()).collect()
}

fn lines(text: &str) -> Vec<Value> {
    let json = |line: &str| serde_json::from_str(line.trim_start_matches("data: ")).ok();
    text.lines().filter_map(json).collect()
}

#[tokio::test]
async fn every_cause_is_in_every_response() {
    let run = || saves().execute_streaming();
    let both = [failure(), failure()];
    assert_eq!(errors(&lines(&text(sse(run())).await)), both);
    assert_eq!(errors(&lines(&text(ndjson(run())).await)), both);
    assert_eq!(errors(&lines(&text(ndjson(run().spawn())).await)), both);
    let (events, code) = rest(&mut connect(move || websocket(run())).await).await;
    assert_eq!((errors(&events), code), (both.to_vec(), 1000));
}

/// A value that may refuse to be serialized.
#[derive(Debug, Clone)]
struct Fragile(bool);

impl Serialize for Fragile {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0 { to.serialize_str("good") } else { Err(S::Error::custom("not today")) }
    }
}

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { value: Fragile },
    Done { count: u32 },
}

/// Yields a bad event among good ones.
#[task(returns = [count])]
fn yields() -> impl Stream<Item = Token> {
    stream! {
        for number in 0..100 {
            yield Token::Chunk { value: Fragile(number != 3) };
        }
        yield Token::Done { count: 100 };
    }
}

#[task(returns = [count])]
async fn emits(events: Emitter<Token>) -> u32 {
    for number in 0..100 {
        events.emit(Token::Chunk { value: Fragile(number != 3) }).await;
    }
    100
}

#[task(returns = [other])]
async fn waits(events: Emitter<DynEvent>) -> u32 {
    events.emit(DynEvent::new("waiting")).await;
    std::future::pending().await
}

pipeline! {
    fn yields_beside() { parallel { yields, waits } }
}
pipeline! {
    fn emits_beside() { parallel { map((vec![1, 2]) as _item) { emits }, waits } }
}

/// Checks that the step at `path` failed, that the others were cancelled, and that the run failed.
fn check(events: &[Value], path: &Value) {
    let of = |kind: &str| events.iter().filter(|event| event["type"] == kind).cloned().collect::<Vec<_>>();
    let last = events.last().expect("events");
    assert_eq!(last["type"], "run.finished");
    let numbers: Vec<_> = events.iter().filter_map(|event| event["seq"].as_u64()).collect();
    assert!(numbers.iter().copied().eq(1..=events.len() as u64), "{numbers:?}");
    let error = &last["data"]["error"];
    let message = "the event `chunk` is not sent: it does not serialize: not today";
    assert_eq!(*error, json!({ "code": "failed", "message": message, "retryable": false }));
    for end in of("step.finished") {
        let failed = end["path"] == *path;
        assert_eq!(end["data"]["outcome"], if failed { "failed" } else { "cancelled" }, "{end}");
        assert!(!failed || end["data"]["error"] == *error, "{end}");
    }
    assert_eq!(of("step.finished").len(), of("step.started").len());
}

async fn check_each<D, O, F>(make: fn() -> Run<D, O, F>, path: Value)
where
    D: runnable::RunData + WireEvent,
    O: Send + 'static,
    F: Future<Output = runnable::Result<O>> + Send + 'static,
    Event<D>: Serialize,
{
    check(&lines(&text(sse(make())).await), &path);
    check(&lines(&text(ndjson(make())).await), &path);
    check(&lines(&text(sse(make().spawn())).await), &path);
    let (events, code) = rest(&mut connect(move || websocket(make())).await).await;
    check(&events, &path);
    assert_eq!(code, 1000);
    let flat = lines(&text(sse(make()).flat()).await);
    let message = "the event `chunk` is not sent: it does not serialize: not today";
    assert_eq!(flat.last(), Some(&json!({ "type": "error", "error": message })));
}

#[tokio::test]
async fn an_event_that_does_not_serialize_fails_its_step() {
    check_each(|| yields_beside().execute_streaming(), json!(["yields"])).await;
    check_each(|| Emits {}.execute_streaming(), json!(["emits"])).await;
}

#[tokio::test]
async fn the_item_of_a_map_that_sent_the_event_is_named() {
    let text = text(ndjson(emits_beside().execute_streaming())).await;
    let events = lines(&text);
    let failed: Vec<_> = events.iter().filter(|event| event["data"]["outcome"] == "failed").collect();
    assert_eq!(failed.len(), 2, "{text}");
    assert_eq!(failed[0]["data"]["error"], failed[1]["data"]["error"]);
    assert_eq!(failed[0]["path"].as_array().and_then(|path| path.last()), Some(&json!("emits")));
}

#[tokio::test]
async fn the_error_of_the_output_names_the_step() {
    let response = sse(yields_beside().execute_streaming()).into_response();
    assert_eq!(response.status(), 200);
    let mut run = yields_beside().execute_streaming();
    while let Some(event) = run.next().await {
        let mut line = Vec::new();
        if let Err(error) = event.write_json(&mut line) {
            run.refuse(&event, &error);
        }
    }
    let error = run.output().await.map(drop).expect_err("it fails");
    assert_eq!(error.to_string(), "step `yields` failed");
}
