use super::{
    Server,
    client::{Block, Blocks},
};
use serde_json::{Value, json};
use std::time::Duration;

const NARRATE: &str = r#"{"words":["good","morning"],"tone":"loud"}"#;

fn seqs(blocks: &[Block]) -> Vec<u64> {
    blocks.iter().map(|block| block.json()["seq"].as_u64().expect("a number")).collect()
}

#[tokio::test]
async fn a_run_is_started_and_its_events_are_sent() {
    let server = Server::start().await;
    let answer = server.post("/pipelines/narrate", NARRATE).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/event-stream");
    assert!(answer.body.starts_with("retry: 2000\nid: "), "{}", answer.body);
    let blocks = Blocks::of(&answer.body);
    assert_eq!(seqs(&blocks), (1..=u64::try_from(blocks.len()).expect("few")).collect::<Vec<_>>());
    let last = blocks.last().expect("events").json();
    assert_eq!(last["data"], json!({ "outcome": "success", "result": { "narration": "GOOD MORNING" } }));
    let events = server.get(&answer.headers["content-location"]).await;
    assert_eq!(events.body, answer.body);
}

#[tokio::test]
async fn the_flat_form_is_the_tasks_own_events() {
    let server = Server::start().await;
    let answer = server.post("/pipelines/narrate?flat=1", NARRATE).await;
    let expected = concat!(
        "data: {\"type\":\"chunk\",\"text\":\"good\"}\n\n",
        "data: {\"type\":\"chunk\",\"text\":\"morning\"}\n\n",
        "data: {\"type\":\"done\",\"text\":\"good morning\"}\n\n",
    );
    assert_eq!(answer.body, expected);
    let answer = server.post("/pipelines/fail?flat=1&named=1", r#"{"message":"no"}"#).await;
    assert_eq!(answer.body, "event: error\ndata: {\"type\":\"error\",\"error\":\"no\"}\n\n");
}

#[tokio::test]
async fn json_lines_are_sent_if_the_client_accepts_them() {
    let server = Server::start().await;
    let answer = server.ask("POST /pipelines/narrate", &[("accept", "application/x-ndjson")], NARRATE).await;
    assert_eq!(answer.headers["content-type"], "application/x-ndjson");
    let lines: Vec<Value> = answer.body.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines[0]["type"], "run.started");
    assert_eq!(lines.last().expect("lines")["type"], "run.finished");
}

#[tokio::test]
async fn a_client_that_does_not_wait_gets_the_address_of_the_run() {
    let server = Server::start().await;
    let answer = server.ask("POST /pipelines/narrate", &[("prefer", "respond-async, wait=5")], NARRATE).await;
    assert_eq!(answer.status, 202);
    assert_eq!(answer.headers["preference-applied"], "respond-async");
    let id = answer.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(answer.headers["location"], format!("/runs/{id}"));
    server.until(&id, "succeeded").await;
    let run = server.get(&answer.headers["location"]).await.json();
    assert_eq!(run["output"], json!({ "narration": "GOOD MORNING" }));
    assert_eq!(run["input"], json!({ "words": ["good", "morning"], "tone": "loud", "pause_ms": 0 }));
    assert_eq!(run["pipeline"], "narrate");
}

#[tokio::test]
async fn requests_with_the_same_key_are_a_single_run() {
    let server = Server::start().await;
    let key = [("idempotency-key", "order-7")];
    let first = server.ask("POST /pipelines/narrate", &key, NARRATE).await;
    let second = server.ask("POST /pipelines/narrate", &key, NARRATE).await;
    assert_eq!(first.body, second.body);
    let third = server.ask("POST /pipelines/narrate", &[("idempotency-key", "order-8")], NARRATE).await;
    assert_ne!(Blocks::of(&first.body)[0].id, Blocks::of(&third.body)[0].id);
    let other = server.ask("POST /pipelines/narrate", &key, r#"{"words":[],"tone":"calm"}"#).await;
    assert_eq!(other.problem(422), "invalid-request");
    let id = Blocks::of(&first.body)[3].id.clone();
    let rest = server.ask("POST /pipelines/narrate", &[key[0], ("last-event-id", &id)], NARRATE).await;
    assert_eq!(Blocks::of(&rest.body), Blocks::of(&first.body)[4..]);
    let id = Blocks::of(&first.body).last().expect("events").id.clone();
    assert_eq!(server.ask("POST /pipelines/narrate", &[key[0], ("last-event-id", &id)], NARRATE).await.status, 204);
    assert_eq!(server.get("/runs").await.json()["runs"].as_array().expect("runs").len(), 2);
}

#[tokio::test]
async fn concurrent_requests_with_the_same_key_are_a_single_run() {
    let server = Server::start().await;
    let body = r#"{"words":["a","b","c"],"tone":"calm","pause_ms":20}"#;
    let all = (0..20).map(|_| server.ask("POST /pipelines/narrate", &[("idempotency-key", "k")], body));
    let answers = futures_util::future::join_all(all).await;
    for answer in &answers {
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.body, answers[0].body);
    }
    assert_eq!(server.get("/runs").await.json()["runs"].as_array().expect("runs").len(), 1);
}

#[tokio::test]
async fn concurrent_runs_are_limited() {
    let server = Server::with(|service| service.max_runs(2)).await;
    let (first, _) = (server.begin("wait", "").await, server.begin("wait", "{}").await);
    let refused = server.post("/pipelines/narrate", NARRATE).await;
    assert_eq!(refused.problem(429), "full");
    assert_eq!(refused.headers["retry-after"], "1");
    assert_eq!(server.post(&format!("/runs/{first}/cancel"), "").await.status, 202);
    server.until(&first, "cancelled").await;
    // A run counts as active until a little after its end is recorded: a client that is refused tries again.
    for _ in 0..100 {
        match server.post("/pipelines/narrate", NARRATE).await.status {
            200 => return,
            status => assert_eq!(status, 429),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the place of a run that has ended is not free");
}

#[tokio::test]
async fn a_run_may_stay_on_its_thread() {
    let server = Server::start().await;
    let answer = server.post("/pipelines/local", r#"{"text":"here"}"#).await;
    assert!(answer.body.contains(r#""result":{"text":"here"}"#), "{}", answer.body);
}

#[tokio::test]
async fn the_pipelines_are_listed() {
    let server = Server::start().await;
    let all = server.get("/pipelines").await.json();
    let names: Vec<_> = all["pipelines"].as_array().expect("a list").iter().map(|one| &one["name"]).collect();
    let expected = [
        "bulk",
        "burst",
        "fail",
        "flood",
        "local",
        "many",
        "narrate",
        "order",
        "pour",
        "swell",
        "swell_and_weigh",
        "wait",
    ];
    assert_eq!(names, expected);
    let narrate = &all["pipelines"][6]["parameters"];
    assert_eq!(narrate[0], json!({ "name": "words", "type": "Vec<String>", "has_default": false }));
    let graph: runnable::Graph =
        serde_json::from_value(server.get("/pipelines/narrate/graph").await.json()).expect("a graph");
    assert_eq!(graph.steps().map(|step| step.id().to_owned()).collect::<Vec<_>>(), ["speak", "voice"]);
    assert_eq!(server.get("/healthz").await.json(), json!({ "status": "ok" }));
}
