//! Secrets do not leave over HTTP.

use super::{Server, client::Answer};
use axum::response::IntoResponse;
use futures_util::{SinkExt, StreamExt};
use http_body_util::BodyExt;
use runnable::{
    prelude::*,
    runner::Runner,
    store::secrets::{Fixed, Secrets},
};
use runnable_http::{Service, ndjson, sse};
use tokio_tungstenite::tungstenite::Message;

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

/// An error repeats what the client sent. A secret that is cut, quoted or escaped before it is masked would show its start.
#[tokio::test]
async fn no_error_has_a_part_of_a_secret_wherever_it_is_cut() {
    let server = server().await;
    let run = server.begin("ask", &body("a", false)).await;
    let escaped = KEY.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
    let mut socket = super::socket::connect(&server, "/ws", &[]).await;
    let mut texts = vec![];
    for before in [0, 1, 85, 92, 95, 97, 185, 197, 245, 900, 980, 989, 992, 995, 998, 1017] {
        let before = "x".repeat(before);
        for path in [
            format!("/runs?{before}{escaped}=1"),
            format!("/runs?limit={before}{escaped}"),
            format!("/runs?status={before}{escaped}"),
            format!("/runs?before={before}{escaped}"),
            format!("/runs/{run}?{before}{escaped}=1"),
            format!("/runs/{run}/events?after={before}{escaped}"),
            format!("/runs/{run}/events?flat={before}{escaped}"),
            format!("/runs/{run}/output?step={before}{escaped}"),
            format!("/runs/{run}/events/{before}{escaped}"),
            format!("/runs/{before}{escaped}"),
            format!("/pipelines/{before}{escaped}/graph"),
            format!("/{before}{escaped}"),
        ] {
            let answer = server.get(&path).await;
            assert!((400..500).contains(&answer.status), "{path}: {}", answer.status);
            texts.push(answer.body);
        }
        let value = format!("{before}{KEY}");
        for (path, body) in [
            ("/pipelines/ask", serde_json::json!(value)),
            ("/pipelines/ask", serde_json::json!({ "text": [value], "fail": value })),
            ("/pipelines/ask", serde_json::json!({ "text": "a", "fail": { &*value: value } })),
            ("/pipelines/ask", serde_json::json!({ &*value: 1 })),
            (&format!("/runs/{run}/resume"), serde_json::json!({ &*value: 1 })),
            (&format!("/runs/{run}/resume"), serde_json::json!({ "assume_done": value })),
            (&format!("/runs/{run}/resume"), serde_json::json!({ "assume_retry": value })),
        ] {
            let answer = server.post(path, &body.to_string()).await;
            assert!((400..500).contains(&answer.status), "{path}: {}", answer.status);
            texts.push(answer.body);
        }
        for message in [
            serde_json::json!(value),
            serde_json::json!({ "id": [value] }),
            serde_json::json!({ "id": 1, "op": value }),
            serde_json::json!({ "id": 1, "op": "credit", "n": value }),
            serde_json::json!({ "id": 1, "op": "cancel", "run": [value] }),
            serde_json::json!({ "id": 1, "op": "cancel", "run": value }),
            serde_json::json!({ "id": 1, "op": "subscribe", "run": run, "after": value }),
            serde_json::json!({ "id": 1, "op": "start", "pipeline": "ask", "input": value }),
            serde_json::json!({ "id": 1, "op": "start", "pipeline": "ask", "input": { &*value: value, "fail": value } }),
            serde_json::json!({ "id": 1, "op": "start", "pipeline": value }),
            serde_json::json!({ "id": 1, "op": "start", "pipeline": "ask", "idempotency_key": [value] }),
        ] {
            socket.send(Message::text(message.to_string())).await.expect("it is sent");
            let reply = socket.next().await.expect("a reply").expect("it arrives").into_text().expect("a text");
            assert!(reply.contains("error"), "{message}: {reply}");
            texts.push(reply.to_string());
        }
    }
    for text in texts {
        assert!(text.len() < 4000 && !text.contains("k-0") && !text.contains("0123"), "{text}");
    }
}

/// A secret that is too short to be found inside of other texts is masked if it is all that a client has sent.
#[tokio::test]
async fn a_short_secret_is_masked_in_an_error_that_quotes_it() {
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", "k7"));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    let server = Server::of(runner, Service::pipeline::<Ask>).await;
    for path in ["/runs?k7=1", "/runs?limit=k7", "/runs/x/events?after=k7"] {
        let answer = server.get(path).await;
        assert!(!answer.body.contains("k7") && answer.body.contains("`***`"), "{}", answer.body);
    }
}
