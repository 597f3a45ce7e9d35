//! Runs that are started and followed over the same connection.

use super::{
    Server,
    client::{Block, Blocks},
    invalid::Dice,
    socket::{Client, connect, rest},
};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use std::time::Duration;
use tokio_tungstenite::tungstenite::Message;

async fn ask(client: &mut Client, message: Value) {
    client.send(Message::text(message.to_string())).await.expect("it is sent");
}

async fn next(client: &mut Client) -> Value {
    loop {
        let next = tokio::time::timeout(Duration::from_secs(20), client.next()).await.expect("in time");
        if let Message::Text(text) = next.expect("more").expect("sent") {
            return serde_json::from_str(&text).expect("JSON");
        }
    }
}

/// Returns the reply to a request, and skips the events before it.
async fn answer(client: &mut Client, message: Value) -> Value {
    let id = message["id"].clone();
    ask(client, message).await;
    loop {
        let said = next(client).await;
        if said["id"] == id {
            return said;
        }
    }
}

/// Returns the code of an error.
async fn refusal(client: &mut Client, message: Value) -> String {
    let answer = answer(client, message).await;
    assert!(answer["error"]["message"].is_string() && answer.get("ok").is_none(), "{answer}");
    answer["error"]["code"].as_str().expect("a code").to_owned()
}

fn narrate(id: u64, words: &[&str]) -> Value {
    json!({ "id": id, "op": "start", "pipeline": "narrate", "input": { "words": words, "tone": "loud", "pause_ms": 5 } })
}

async fn envelopes(server: &Server, run: &str) -> Vec<Value> {
    Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body).iter().map(Block::json).collect()
}

/// Reads until `runs` runs have ended.
async fn until_ended(client: &mut Client, mut runs: usize) -> Vec<Value> {
    let mut all = vec![];
    while runs > 0 {
        let said = next(client).await;
        runs -= usize::from(said["type"] == "run.finished");
        all.push(said);
    }
    all
}

#[tokio::test]
async fn events_name_the_run_that_they_belong_to() {
    let server = Server::start().await;
    let mut client = connect(&server, "/ws", &[]).await;
    ask(&mut client, narrate(1, &["a", "b"])).await;
    ask(&mut client, narrate(2, &["c"])).await;
    let said = until_ended(&mut client, 2).await;
    for (id, narration) in [(1, "A B"), (2, "C")] {
        let at = said.iter().position(|said| said["id"] == id).expect("an answer");
        let run = said[at]["ok"]["run"].as_str().expect("an id");
        let first = said.iter().position(|said| said["run"] == run).expect("events");
        assert!(at < first, "an answer comes before what it announces");
        let events: Vec<_> = said.iter().filter(|said| said["run"] == run).cloned().collect();
        assert_eq!(events, envelopes(&server, run).await);
        assert_eq!(events.last().expect("events")["data"]["result"]["narration"], narration);
    }
    // The connection is still open.
    ask(&mut client, narrate(3, &["d"])).await;
    assert_eq!(until_ended(&mut client, 1).await[0]["id"], 3);
}

#[tokio::test]
async fn a_run_is_followed_from_the_event_after_the_last_one_read() {
    let server = Server::start().await;
    let run = server.begin("narrate", r#"{"words":["a","b"],"tone":"loud"}"#).await;
    server.until(&run, "succeeded").await;
    let whole = envelopes(&server, &run).await;
    let mut client = connect(&server, "/ws", &[]).await;
    let subscribe = json!({ "id": "s", "op": "subscribe", "run": run, "after": 3 });
    assert_eq!(answer(&mut client, subscribe).await, json!({ "id": "s", "ok": { "run": run } }));
    assert_eq!(until_ended(&mut client, 1).await, whole[3..]);
    let last = json!({ "id": 2, "op": "subscribe", "run": run, "after": whole.len() });
    assert_eq!(answer(&mut client, last).await, json!({ "id": 2, "ok": { "run": run, "ended": true } }));
    let beyond = json!({ "id": 3, "op": "subscribe", "run": run, "after": whole.len() + 1 });
    assert_eq!(refusal(&mut client, beyond).await, "invalid-request");
}

#[tokio::test]
async fn a_run_is_cancelled_by_its_id() {
    let server = Server::start().await;
    let mut client = connect(&server, "/ws", &[]).await;
    let begun = answer(&mut client, json!({ "id": 1, "op": "start", "pipeline": "wait" })).await;
    let cancel = json!({ "id": 2, "op": "cancel", "run": begun["ok"]["run"] });
    ask(&mut client, cancel.clone()).await;
    let said = until_ended(&mut client, 1).await;
    assert!(said.contains(&json!({ "id": 2, "ok": true })), "{said:?}");
    assert_eq!(said.last().expect("events")["data"], json!({ "outcome": "cancelled" }));
    server.until(begun["ok"]["run"].as_str().expect("an id"), "cancelled").await;
    assert_eq!(refusal(&mut client, cancel).await, "ended");
}

#[tokio::test]
async fn a_client_that_disconnects_does_not_end_its_run() {
    let server = Server::start().await;
    let mut client = connect(&server, "/ws", &[]).await;
    let run = answer(&mut client, narrate(1, &["a", "b", "c"])).await["ok"]["run"].as_str().expect("an id").to_owned();
    drop(client);
    server.until(&run, "succeeded").await;
}

#[tokio::test]
async fn a_request_that_cannot_be_handled_gets_an_error_and_the_connection_stays_open() {
    let server = Server::with(|service| service.max_runs(1)).await;
    let mut client = connect(&server, "/ws", &[]).await;
    let start = |input: Value| json!({ "id": 1, "op": "start", "pipeline": "narrate", "input": input });
    for (message, code) in [
        (json!({ "id": 1, "op": "dance" }), "unknown-op"),
        (json!({ "id": 1, "op": "start" }), "malformed"),
        (start(json!([])), "malformed"),
        (json!({ "id": 1, "op": "start", "pipeline": "narrate", "idempotency_key": "é" }), "invalid-request"),
        (json!({ "id": 1, "op": "start", "pipeline": "x" }), "unknown-pipeline"),
        (json!({ "id": 1, "op": "subscribe" }), "malformed"),
        (json!({ "id": 1, "op": "subscribe", "run": "x", "after": -1 }), "malformed"),
        (json!({ "id": 1, "op": "subscribe", "run": "x" }), "unknown-run"),
        (json!({ "id": 1, "op": "cancel" }), "malformed"),
        (json!({ "id": 1, "op": "cancel", "run": "x" }), "unknown-run"),
        (json!({ "id": 1, "op": "credit" }), "malformed"),
    ] {
        assert_eq!(refusal(&mut client, message.clone()).await, code, "{message}");
    }
    let invalid = start(json!({ "words": ["a", 7], "tome": "calm" }));
    let error = answer(&mut client, invalid).await["error"].clone();
    assert_eq!(error["code"], "invalid-parameters");
    let mut pointers: Vec<_> = error["errors"].as_array().expect("a list").iter().map(|e| &e["pointer"]).collect();
    pointers.sort_by_key(ToString::to_string);
    assert_eq!(pointers, ["#/tome", "#/tone", "#/words"]);
    answer(&mut client, json!({ "id": 1, "op": "start", "pipeline": "wait" })).await;
    assert_eq!(refusal(&mut client, json!({ "id": 2, "op": "start", "pipeline": "wait" })).await, "full");
}

#[tokio::test]
async fn every_malformed_message_is_answered() {
    let server = Server::start().await;
    let mut client = connect(&server, "/ws", &[]).await;
    let mut dice = Dice(7);
    for _ in 0..3000 {
        let op = dice.of(&["start", "subscribe", "cancel", "credit", "", "START"]);
        let field = dice.of(&["run", "pipeline", "input", "after", "n", "idempotency_key"]);
        let value = dice.of(&["null", "-1", "1e400", "{}", "[]", "\"\"", "\"x\"", "99999999999999999999"]);
        let text = match dice.below(3) {
            0 => dice.text(40),
            1 => format!("{{\"id\":1,\"op\":\"{op}\",\"{field}\":{value}}}"),
            _ => format!("{{\"id\":{value},\"op\":{value}}}"),
        };
        client.send(Message::text(text.as_str())).await.expect("it is sent");
        let answer = next(&mut client).await;
        assert!(answer["error"]["code"].is_string(), "{text}: {answer}");
    }
    assert!(server.get("/runs").await.json()["runs"].as_array().expect("runs").is_empty());
}

#[tokio::test]
async fn a_run_is_followed_once_over_a_connection() {
    let server = Server::start().await;
    let mut client = connect(&server, "/ws", &[]).await;
    let start = json!({ "id": 1, "op": "start", "pipeline": "wait", "idempotency_key": "k" });
    let begun = answer(&mut client, start.clone()).await;
    let run = begun["ok"]["run"].as_str().expect("an id");
    // The key stands for the existing run.
    assert_eq!(answer(&mut client, start).await, begun);
    assert_eq!(refusal(&mut client, json!({ "id": 2, "op": "subscribe", "run": run })).await, "subscribed");
    ask(&mut client, json!({ "id": 3, "op": "cancel", "run": run })).await;
    let said = until_ended(&mut client, 1).await;
    let envelopes: Vec<_> = said.iter().filter(|said| said.get("seq").is_some()).collect();
    assert!(envelopes.windows(2).all(|pair| pair[0]["seq"] != pair[1]["seq"]), "{said:?}");
    assert_eq!(server.get("/runs").await.json()["runs"].as_array().expect("runs").len(), 1);
}

#[tokio::test]
async fn a_connection_follows_a_limited_number_of_runs() {
    let server = Server::with(|service| service.max_runs(100)).await;
    let mut client = connect(&server, "/ws", &[]).await;
    let mut refused = vec![];
    for id in 0..70 {
        let answer = answer(&mut client, json!({ "id": id, "op": "start", "pipeline": "wait" })).await;
        refused.extend(answer.get("error").map(|error| error["code"].clone()));
    }
    assert_eq!(refused, vec![json!("too-many"); 6]);
}

#[tokio::test]
async fn credit_counts_for_the_connection() {
    let server = Server::start().await;
    let mut client = connect(&server, "/ws", &[]).await;
    assert_eq!(answer(&mut client, json!({ "id": 1, "op": "credit", "n": 0 })).await, json!({ "id": 1, "ok": true }));
    // Requests are answered without credit.
    let run = answer(&mut client, narrate(2, &["a"])).await["ok"]["run"].as_str().expect("an id").to_owned();
    server.until(&run, "succeeded").await;
    let more = tokio::time::timeout(Duration::from_millis(200), client.next()).await;
    assert!(more.is_err(), "{more:?}");
    ask(&mut client, json!({ "id": 3, "op": "credit", "n": 2 })).await;
    let said = [next(&mut client).await, next(&mut client).await, next(&mut client).await];
    assert_eq!(said.iter().filter(|said| said["run"] == run.as_str()).count(), 2, "{said:?}");
    let more = tokio::time::timeout(Duration::from_millis(200), client.next()).await;
    assert!(more.is_err(), "{more:?}");
}

#[tokio::test]
async fn only_a_known_token_may_connect_and_it_sees_its_own_runs() {
    let server = Server::with(|service| service.token("anna", "a-secret").token("ben", "b-secret")).await;
    assert_eq!(rest(&mut connect(&server, "/ws", &[]).await).await, (vec![], 1008));
    assert_eq!(rest(&mut connect(&server, "/ws", &[("authorization", "Bearer x")]).await).await, (vec![], 1008));
    let mut anna = connect(&server, "/ws", &[("authorization", "Bearer a-secret")]).await;
    let mut ben = connect(&server, "/ws", &[("authorization", "Bearer b-secret")]).await;
    let start = json!({ "id": 1, "op": "start", "pipeline": "wait", "idempotency_key": "k" });
    let run = answer(&mut anna, start.clone()).await["ok"]["run"].clone();
    assert_ne!(answer(&mut ben, start).await["ok"]["run"], run);
    for op in ["subscribe", "cancel"] {
        assert_eq!(refusal(&mut ben, json!({ "id": 2, "op": op, "run": run })).await, "unknown-run");
    }
    assert_eq!(answer(&mut anna, json!({ "id": 3, "op": "cancel", "run": run })).await["ok"], true);
}

#[tokio::test]
async fn a_server_that_stops_closes_connections_and_connections_are_limited() {
    let server = Server::with(|service| service.max_connections(2).drain(Duration::ZERO)).await;
    let mut silent = connect(&server, "/ws", &[]).await;
    let mut busy = connect(&server, "/ws", &[]).await;
    let run = answer(&mut busy, json!({ "id": 1, "op": "start", "pipeline": "wait" })).await;
    // Two connections are the limit: a third is not served.
    let third = tokio::time::timeout(Duration::from_millis(300), server.get("/healthz")).await;
    assert!(third.is_err(), "{third:?} {run}");
    let ((), silent, busy) = tokio::join!(server.stop(), rest(&mut silent), rest(&mut busy));
    assert_eq!((silent.1, busy.1), (1012, 1012));
}
