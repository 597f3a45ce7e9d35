//! Forks of runs.

use super::{Server, client::Blocks};
use serde_json::json;

const BODY: &str = r#"{"words":["a","b"],"tone":"loud","pause_ms":0}"#;

async fn narrated(server: &Server) -> String {
    let run = server.begin("narrate", BODY).await;
    server.until(&run, "succeeded").await;
    run
}

#[tokio::test]
async fn a_fork_is_a_new_run_that_takes_over_the_steps_before_the_one_it_names() {
    let server = Server::start().await;
    let run = narrated(&server).await;
    let forked = server.post(&format!("/runs/{run}/fork"), r#"{"at":"voice"}"#).await;
    assert_eq!(forked.status, 200, "{}", forked.body);
    let fork = Blocks::of(&forked.body)[0].json()["run"].as_str().expect("a run").to_owned();
    assert_eq!(forked.headers["content-location"], format!("/runs/{fork}/events"));
    assert!(forked.body.contains("\"narration\":\"A B\"") && !forked.body.contains("chunk"), "{}", forked.body);
    server.until(&fork, "succeeded").await;
    let record = server.get(&format!("/runs/{fork}")).await.json();
    assert_eq!((&record["parent"], &record["pipeline"]), (&json!(run), &json!("narrate")));
    assert_eq!(record["input"], server.get(&format!("/runs/{run}")).await.json()["input"]);
    assert_ne!(fork, run);
}

#[tokio::test]
async fn a_client_of_a_fork_need_not_wait_for_it() {
    let server = Server::start().await;
    let run = narrated(&server).await;
    let request = format!("POST /runs/{run}/fork");
    let forked = server.ask(&request, &[("prefer", "respond-async")], r#"{"at":"speak"}"#).await;
    assert_eq!((forked.status, &*forked.headers["preference-applied"]), (202, "respond-async"), "{}", forked.body);
    let body = forked.json();
    let fork = body["id"].as_str().expect("an id");
    assert_eq!(body, json!({ "id": fork, "url": format!("/runs/{fork}"), "events": format!("/runs/{fork}/events") }));
    assert_eq!(forked.headers["location"], format!("/runs/{fork}"));
    server.until(fork, "succeeded").await;
}

#[tokio::test]
async fn requests_with_the_same_key_run_and_step_are_one_fork() {
    let server = Server::start().await;
    let (run, other) = (narrated(&server).await, narrated(&server).await);
    let fork = async |run: &str, at: &str| {
        let headers = [("prefer", "respond-async"), ("idempotency-key", "again")];
        let answer = server.ask(&format!("POST /runs/{run}/fork"), &headers, &json!({ "at": at }).to_string()).await;
        assert_eq!(answer.status, 202, "{}", answer.body);
        let id = answer.json()["id"].as_str().expect("an id").to_owned();
        server.until(&id, "succeeded").await;
        id
    };
    let first = fork(&run, "voice").await;
    let headers = [("prefer", "respond-async"), ("idempotency-key", "again")];
    let again = server.ask(&format!("POST /runs/{run}/fork?after=1"), &headers, r#"{"at":"voice"}"#).await;
    assert_eq!((again.status, again.json()["id"].as_str()), (202, Some(&*first)), "{}", again.body);
    assert!(first != fork(&run, "speak").await && first != fork(&other, "voice").await);
}

#[tokio::test]
async fn a_fork_that_is_not_possible_starts_no_run() {
    let server = Server::start().await;
    let run = narrated(&server).await;
    let fork = format!("/runs/{run}/fork");
    let unknown = server.post(&fork, r#"{"at":"voise"}"#).await;
    assert!(unknown.body.contains("did you mean `voice`?"), "{}", unknown.body);
    assert_eq!(unknown.problem(404), "unknown-step");
    assert_eq!(server.post("/runs/x/fork", r#"{"at":"voice"}"#).await.problem(404), "unknown-run");
    for body in ["", "{}", r#"{"at":1}"#, r#"{"at":"voice","from":1}"#, "[]", "null"] {
        assert_eq!(server.post(&fork, body).await.problem(422), "invalid-request", "{body}");
    }
    assert_eq!(server.post(&format!("{fork}?at=voice"), "").await.problem(400), "invalid-query");
    assert_eq!(server.get(&fork).await.problem(405), "no-method");
    let resumes = server.ask(&format!("POST {fork}"), &[("last-event-id", "a:1")], r#"{"at":"voice"}"#).await;
    assert_eq!(resumes.problem(422), "invalid-request");
    let foreign = [("origin", "https://evil.example")];
    assert_eq!(server.ask(&format!("POST {fork}"), &foreign, r#"{"at":"voice"}"#).await.problem(403), "foreign-origin");
    assert_eq!(server.get("/runs").await.json()["runs"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_run_of_another_caller_is_not_forked() {
    let server = Server::with(|service| service.token("anna", "a").token("bert", "b")).await;
    let [anna, bert] = ["Bearer a", "Bearer b"].map(|token| [("authorization", token), ("prefer", "respond-async")]);
    let started = server.ask("POST /pipelines/narrate", &anna, BODY).await.json();
    let fork = format!("POST {}/fork", started["url"].as_str().expect("an address"));
    assert_eq!(server.ask(&fork, &bert, r#"{"at":"speak"}"#).await.problem(404), "unknown-run");
    assert_eq!(server.ask(&fork, &[], r#"{"at":"speak"}"#).await.problem(401), "unauthorized");
}
