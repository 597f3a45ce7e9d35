//! Results, chunks, errors and inputs that are too large to be sent with others.

use super::{
    Server,
    client::{Block, Blocks},
    socket,
};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

/// The sizes of values, in bytes.
const SIZES: [usize; 2] = [1_100_000, 20_000_000];

const NDJSON: (&str, &str) = ("accept", "application/x-ndjson");

/// Returns the address in a mark, whose size must be the size of the whole value.
fn address(mark: &Value, bytes: usize) -> String {
    assert_eq!(mark["truncated"], true, "{mark}");
    let size = usize::try_from(mark["size"].as_u64().expect("a size")).expect("a size");
    assert!((bytes..bytes + 200).contains(&size), "{size} for {bytes}");
    mark["url"].as_str().expect("an address").to_owned()
}

/// Returns the whole value that a mark stands for, without its text of `bytes` bytes.
async fn whole(server: &Server, mark: &Value, bytes: usize) -> Value {
    fetched(server, &address(mark, bytes), bytes).await
}

async fn fetched(server: &Server, address: &str, bytes: usize) -> Value {
    let answer = server.get(address).await;
    assert_eq!((answer.status, &*answer.headers["content-type"]), (200, "application/json"), "{:.300}", answer.body);
    assert_eq!(answer.headers["content-length"], answer.body.len().to_string());
    // Parsing so much text takes long in a debug build.
    let start = answer.body.find("xxx").expect("a text");
    assert!(answer.body[start..].starts_with(&"x".repeat(bytes)), "the text is not whole");
    let rest = [&answer.body[..start], &answer.body[start + bytes..]].concat();
    serde_json::from_str(&rest).expect("JSON")
}

/// Asserts that a reader got the end of a run of `swell`, and can get the whole result.
async fn has_the_result(server: &Server, events: &[Value], bytes: usize) {
    let end = events.last().expect("events");
    assert_eq!((&end["type"], &end["data"]["outcome"]), (&json!("run.finished"), &json!("success")));
    assert_eq!(end["id"], format!("{}:{}", end["run"].as_str().expect("a run"), end["seq"]));
    let result = whole(server, &end["data"]["result"], bytes).await;
    assert_eq!(result["text"], "");
}

/// Asserts that a reader got the events of a run of `burst`, and can get the whole chunk and the whole error.
async fn has_the_failure(server: &Server, events: &[Value], bytes: usize) {
    let seqs: Vec<_> = events.iter().map(|event| event["seq"].as_u64().expect("a number")).collect();
    assert_eq!(seqs, (1..=u64::try_from(events.len()).expect("few")).collect::<Vec<_>>());
    let chunk = events.iter().find(|event| event["type"] == "chunk").expect("a chunk");
    let got = whole(server, &chunk["data"], bytes).await;
    assert_eq!((&got["id"], &got["data"]), (&chunk["id"], &json!({ "text": "" })));
    for kind in ["step.finished", "run.finished"] {
        let end = events.iter().find(|event| event["type"] == kind).expect("an end");
        let error = &end["data"]["error"];
        assert_eq!((&end["data"]["outcome"], &error["code"]), (&json!("failed"), &json!("failed")));
        assert!(error["message"].as_str().is_some_and(|text| text.starts_with("xxx") && text.len() < 2000));
        let got = whole(server, error, bytes).await;
        assert_eq!((&got["id"], &got["data"]["error"]["message"]), (&end["id"], &json!("")));
    }
    assert_eq!(events.last().expect("events")["type"], "run.finished");
}

fn lines(body: &str) -> Vec<Value> {
    body.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn blocks(body: &str) -> Vec<Value> {
    Blocks::of(body).iter().map(Block::json).collect()
}

#[tokio::test]
async fn every_reader_gets_the_end_of_a_run_and_the_whole_of_its_values_however_large_they_are() {
    let server = Server::start().await;
    for bytes in SIZES {
        let body = json!({ "bytes": bytes }).to_string();
        let [swell, burst] = [server.begin("swell", &body).await, server.begin("burst", &body).await];
        let answer = async |run: &str, query: &str, headers: &[(&str, &str)]| {
            server.ask(&format!("GET /runs/{run}/events{query}"), headers, "").await.body
        };
        let swollen = blocks(&answer(&swell, "", &[]).await);
        has_the_result(&server, &swollen, bytes).await;
        let failed = blocks(&answer(&burst, "", &[]).await);
        has_the_failure(&server, &failed, bytes).await;
        for (run, events) in [(&swell, swollen), (&burst, failed)] {
            assert_eq!(blocks(&answer(run, "?named=1", &[]).await), events);
            assert_eq!(lines(&answer(run, "", &[NDJSON]).await), events);
            assert_eq!(frames(&server, run).await, events);
        }
        assert_eq!(answer(&swell, "?flat=1", &[]).await, "");
        let mut flat = blocks(&answer(&burst, "?flat=1", &[]).await);
        has_the_flat_failure(&server, &flat, bytes).await;
        assert_eq!(lines(&answer(&burst, "?flat=1", &[NDJSON]).await), flat);
        (flat[0]["path"], flat[1]["path"]) = (json!(["burst"]), json!([]));
        assert_eq!(blocks(&answer(&burst, "?flat=1&path=1", &[]).await), flat);
    }
}

/// Asserts that a reader of the flat form got the events of a run of `burst`, and can get the whole chunk and the whole error.
async fn has_the_flat_failure(server: &Server, sent: &[Value], bytes: usize) {
    let [chunk, error] = sent else { panic!("{sent:?}") };
    assert_eq!((&chunk["type"], &error["type"]), (&json!("chunk"), &json!("error")));
    let flat = fetched(server, &format!("{}?flat=1", address(chunk, bytes)), bytes).await;
    assert_eq!(flat, json!({ "type": "chunk", "text": "" }));
    assert!(error["error"].as_str().is_some_and(|text| text.starts_with("xxx") && text.len() < 2000));
    let end = whole(server, error, bytes).await;
    assert_eq!(end["data"]["error"]["message"], "");
}

/// Returns the events of a run over both kinds of WebSocket.
async fn frames(server: &Server, run: &str) -> Vec<Value> {
    let (alone, code) = socket::rest(&mut socket::connect(server, &format!("/runs/{run}/ws"), &[]).await).await;
    assert_eq!(code, 1000);
    let mut client = socket::connect(server, "/ws", &[]).await;
    let subscribe = json!({ "id": 1, "op": "subscribe", "run": run }).to_string();
    client.send(Message::text(subscribe)).await.expect("it is sent");
    let mut events = vec![];
    while events.last().is_none_or(|event: &Value| event["type"] != "run.finished") {
        let message = client.next().await.expect("more").expect("sent").into_text().expect("text");
        let message: Value = serde_json::from_str(&message).expect("JSON");
        events.extend(Some(message).filter(|message| message.get("seq").is_some()));
    }
    assert_eq!(alone, events);
    events
}

#[tokio::test]
async fn the_record_of_a_run_marks_large_values() {
    let server = Server::with(|service| service.max_event(1000)).await;
    let text = "x".repeat(2000);
    let run = server.begin("local", &json!({ "text": text }).to_string()).await;
    server.until(&run, "succeeded").await;
    let record = server.get(&format!("/runs/{run}")).await.json();
    for name in ["input", "output"] {
        assert_eq!(record[name]["url"], format!("/runs/{run}/{name}"));
        assert_eq!(whole(&server, &record[name], 2000).await, json!({ "text": "" }));
    }
    let run = server.begin("fail", &json!({ "message": text }).to_string()).await;
    server.until(&run, "failed").await;
    let listed = server.get("/runs").await.json()["runs"][0]["error"].clone();
    let error = server.get(&format!("/runs/{run}")).await.json()["error"].clone();
    for error in [&listed, &error] {
        assert!(error["message"].as_str().is_some_and(|text| text.len() < 1100), "{error}");
    }
    let end = whole(&server, &error, 2000).await;
    assert_eq!((&end["type"], &end["data"]["error"]["message"]), (&json!("run.finished"), &json!("")));
}

#[tokio::test]
async fn the_output_of_a_run_and_of_its_steps_is_there_once_they_have_succeeded() {
    let server = Server::start().await;
    let run = server.begin("swell_and_weigh", r#"{"bytes":3}"#).await;
    server.until(&run, "succeeded").await;
    let output = async |query: &str| server.get(&format!("/runs/{run}/output{query}")).await;
    assert_eq!(output("").await.json(), json!({ "text": "xxx", "size": 3 }));
    assert_eq!(output("?step=swell").await.json(), json!({ "text": "xxx" }));
    assert_eq!(output("?step=sw%65ll").await.json(), json!({ "text": "xxx" }));
    let unknown = output("?step=swel").await;
    assert_eq!(unknown.problem(404), "unknown-step");
    assert!(unknown.json()["detail"].as_str().is_some_and(|detail| detail.ends_with("did you mean `swell`?")));
    let failed = server.begin("fail", r#"{"message":"no"}"#).await;
    server.until(&failed, "failed").await;
    let waits = server.begin("wait", "").await;
    for path in [format!("{failed}/output"), format!("{failed}/output?step=fail"), format!("{waits}/output")] {
        assert_eq!(server.get(&format!("/runs/{path}")).await.problem(409), "no-output", "{path}");
    }
    for path in ["/runs/x/output", "/runs/x/input", "/runs/x/events/1"] {
        assert_eq!(server.get(path).await.problem(404), "unknown-run");
    }
    for number in ["0", "99", "18446744073709551615"] {
        assert_eq!(server.get(&format!("/runs/{run}/events/{number}")).await.problem(404), "unknown-event");
    }
    for number in ["x", "-1", "1.5", "99999999999999999999"] {
        assert_eq!(server.get(&format!("/runs/{run}/events/{number}")).await.problem(400), "invalid-path");
    }
    let end = server.get(&format!("/runs/{run}/events?after=0")).await;
    for (number, block) in (1..).zip(Blocks::of(&end.body)) {
        assert_eq!(server.get(&format!("/runs/{run}/events/{number}")).await.body, block.data);
    }
}

#[tokio::test]
async fn whole_values_are_visible_to_those_who_see_the_run() {
    let server =
        Server::with(|service| service.token("anna", "a-secret").token("ben", "b-secret").max_event(1000)).await;
    let [anna, ben] = ["Bearer a-secret", "Bearer b-secret"].map(|token| ("authorization", token));
    let answer = server.ask("POST /pipelines/swell", &[anna], r#"{"bytes":2000}"#).await;
    let end = blocks(&answer.body).pop().expect("events");
    let run = end["run"].as_str().expect("a run");
    for path in ["output", "output?step=swell", "input", "events/1"] {
        let request = format!("GET /runs/{run}/{path}");
        assert_eq!(server.ask(&request, &[anna], "").await.status, 200, "{path}");
        assert_eq!(server.ask(&request, &[ben], "").await.problem(404), "unknown-run", "{path}");
        assert_eq!(server.ask(&request, &[], "").await.problem(401), "unauthorized", "{path}");
    }
}
