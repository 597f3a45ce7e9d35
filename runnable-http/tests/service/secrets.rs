//! Secrets do not leave over HTTP.

use super::{Server, client::Answer};
use axum::response::IntoResponse;
use http_body_util::BodyExt;
use runnable::{
    prelude::*,
    runner::Runner,
    store::secrets::{Fixed, Secrets},
};
use runnable_http::{Service, ndjson, sse};

const KEY: &str = "k-0123 \"ä\"/%\n";

#[derive(Debug, Clone, TaskEvent)]
enum Call {
    Status { text: String },
    Done { answer: String },
}

#[task(returns = [answer])]
fn ask(text: String, api_key: Secret<String>, fail: bool) -> impl Stream<Item = Result<Call, String>> {
    try_stream! {
        yield Call::Status { text: format!("{text} {} {:?}", api_key.expose(), api_key.expose()) };
        if fail {
            Err(format!("refused {}", api_key.expose()))?;
        }
        yield Call::Done { answer: format!("{text} {}", api_key.expose()) };
    }
}

async fn runner() -> Runner {
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", KEY));
    Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner")
}

async fn server() -> Server {
    Server::of(runner().await, Service::pipeline::<Ask>).await
}

fn body(text: &str, fail: bool) -> String {
    serde_json::json!({ "text": text, "fail": fail }).to_string()
}

fn assert_masked(text: &str) {
    assert!(!text.contains("0123") && text.contains("***"), "{text}");
}

#[tokio::test]
async fn the_same_key_and_body_are_the_same_run_although_the_body_contains_a_secret() {
    let server = server().await;
    let headers = [("idempotency-key", "order-7"), ("prefer", "respond-async")];
    let ask = async |text: &str| server.ask("POST /pipelines/ask", &headers, &body(text, false)).await;
    let with_secret = format!("with {KEY}");
    let first: Answer = ask(&with_secret).await;
    let second = ask(&with_secret).await;
    assert_eq!((first.status, second.status), (202, 202), "{}", second.body);
    assert_eq!(first.json()["id"], second.json()["id"]);
    for other in ["with ***", "with $secret{}"] {
        assert_eq!(ask(other).await.problem(422), "invalid-request");
    }
    server.stop().await;
}

#[tokio::test]
async fn no_body_of_the_service_has_a_secret() {
    let server = server().await;
    for fail in [false, true] {
        for query in ["", "?flat=1", "?named=1"] {
            for accept in ["text/event-stream", "application/x-ndjson"] {
                let path = format!("POST /pipelines/ask{query}");
                let answer = server.ask(&path, &[("accept", accept)], &body(&format!("with {KEY}"), fail)).await;
                assert_eq!(answer.status, 200);
                assert_masked(&answer.body);
            }
        }
        let id = server.begin("ask", &body(KEY, fail)).await;
        server.until(&id, if fail { "failed" } else { "succeeded" }).await;
        let last = server.get(&format!("/runs/{id}")).await.json()["last_seq"].clone();
        for path in ["", "/events", "/input", "/events/3", "/events/3?flat=1", &format!("/events/{last}")] {
            assert_masked(&server.get(&format!("/runs/{id}{path}")).await.body);
        }
        for path in ["/output", "/output?step=ask"].into_iter().filter(|_| !fail) {
            assert_masked(&server.get(&format!("/runs/{id}{path}")).await.body);
        }
    }
    let wrong = serde_json::json!({ "text": [KEY], "fail": KEY, KEY: 1 }).to_string();
    assert_masked(&server.post("/pipelines/ask", &wrong).await.body);
    server.stop().await;
}

async fn text(response: impl IntoResponse) -> String {
    let bytes = response.into_response().into_body().collect().await.expect("it is whole").to_bytes();
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The events of a run are typed in the process, and redacted in a response.
#[tokio::test]
async fn the_response_of_a_handler_has_no_secret_and_its_envelopes_stay_whole() {
    let runner = runner().await;
    for fail in [false, true] {
        let run = async || runner.run(Ask { text: KEY.to_owned(), fail }).streaming().await.expect("it starts").boxed();
        for text in [
            text(sse(run().await)).await,
            text(sse(run().await).flat()).await,
            text(sse(run().await.spawn()).named()).await,
            text(ndjson(run().await)).await,
            text(ndjson(run().await).flat()).await,
        ] {
            assert_masked(&text);
        }
        let lines = text(ndjson(run().await)).await;
        let types: Vec<String> = lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
            .map(|event| event["type"].as_str().expect("a type").to_owned())
            .collect();
        let end =
            if fail { &["step.finished", "run.finished"][..] } else { &["done", "step.finished", "run.finished"] };
        assert_eq!(types, [&["run.started", "step.started", "status"], end].concat());
    }
}
