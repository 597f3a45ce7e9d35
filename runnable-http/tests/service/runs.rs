use super::Server;
use runnable_http::service;
use serde_json::json;

#[tokio::test]
async fn runs_are_listed_the_newest_first() {
    let server = Server::start().await;
    let first = server.begin("local", r#"{"text":"a"}"#).await;
    server.until(&first, "succeeded").await;
    let second = server.begin("fail", r#"{"message":"no"}"#).await;
    server.until(&second, "failed").await;
    let ids = async |query: &str| {
        let runs = server.get(&format!("/runs{query}")).await.json();
        let runs = runs["runs"].as_array().expect("runs");
        runs.iter().map(|run| run["id"].as_str().expect("an id")).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids("").await, format!("{second} {first}"));
    assert_eq!(ids("?limit=1").await, second);
    assert_eq!(ids(&format!("?before={second}")).await, first);
    assert_eq!(ids("?pipeline=local").await, first);
    assert_eq!(ids("?status=failed").await, second);
    let run = server.get(&format!("/runs/{second}")).await.json();
    assert_eq!(run["error"], json!({ "code": "failed", "message": "no", "retryable": true }));
    assert_eq!(server.get("/runs?status=dead").await.problem(400), "invalid-query");
}

#[tokio::test]
async fn a_run_is_cancelled_once() {
    let server = Server::start().await;
    let id = server.begin("wait", "").await;
    let cancel = format!("/runs/{id}/cancel");
    assert_eq!(server.post(&cancel, "").await.json(), json!({ "id": id, "status": "cancelling" }));
    server.until(&id, "cancelled").await;
    assert_eq!(server.post(&cancel, "").await.problem(409), "ended");
    let events = server.get(&format!("/runs/{id}/events?flat=0")).await.body;
    assert!(events.ends_with("\"data\":{\"outcome\":\"cancelled\"}}\n\n"), "{events}");
}

#[tokio::test]
async fn a_run_is_resumed() {
    let server = Server::start().await;
    let body = r#"{"words":["a","b"],"tone":"loud","pause_ms":300}"#;
    let id = server.begin("narrate", body).await;
    assert_eq!(server.post(&format!("/runs/{id}/resume"), "").await.problem(409), "running");
    server.post(&format!("/runs/{id}/cancel"), "").await;
    server.until(&id, "cancelled").await;
    let before = server.get(&format!("/runs/{id}/events")).await.body;
    let rest = server.post(&format!("/runs/{id}/resume"), "").await;
    assert_eq!(rest.status, 200, "{}", rest.body);
    assert!(rest.body.contains("run.resumed") && rest.body.contains("\"narration\":\"A B\""), "{}", rest.body);
    let all = server.get(&format!("/runs/{id}/events")).await.body;
    assert_eq!(all.strip_prefix(&before), rest.body.strip_prefix("retry: 2000\n"));
    assert_eq!(server.post(&format!("/runs/{id}/resume"), "").await.problem(409), "ended");
    assert_eq!(server.post(&format!("/runs/{id}/resume"), "{\"assume\":1}").await.problem(422), "invalid-request");
}

#[tokio::test]
async fn unknown_resources_are_not_found() {
    let server = Server::start().await;
    for path in ["/runs/x", "/runs/x/events", "/runs/..%2f", "/runs/%00"] {
        assert_eq!(server.get(path).await.problem(404), "unknown-run", "{path}");
    }
    for path in ["/runs/x/cancel", "/runs/x/resume"] {
        assert_eq!(server.post(path, "").await.problem(404), "unknown-run", "{path}");
    }
    assert_eq!(server.post("/pipelines/x", "{}").await.problem(404), "unknown-pipeline");
    assert_eq!(server.get("/pipelines/x/graph").await.problem(404), "unknown-pipeline");
    assert_eq!(server.get("/x").await.problem(404), "unknown-path");
    assert_eq!(server.get("/runs/%ff").await.problem(400), "invalid-path");
    assert_eq!(server.post("/runs", "{}").await.problem(405), "no-method");
    assert_eq!(server.get("/pipelines/narrate").await.problem(405), "no-method");
}

#[tokio::test]
async fn a_service_is_a_router_of_another_server() {
    let runner = runnable::runner::Runner::builder().run_log("memory:").build().await.expect("a runner");
    let router = axum::Router::new().nest("/api", service(runner).pipeline::<super::tasks::Local>().into());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    let mut client = super::Client::connect(address).await;
    let answer = client.ask("POST /api/pipelines/local", &[("prefer", "respond-async")], r#"{"text":"a"}"#).await;
    assert_eq!(answer.status, 202);
    let found =
        super::Client::connect(address).await.ask(&format!("GET {}", answer.headers["location"]), &[], "").await;
    assert_eq!(found.status, 200, "{}", answer.headers["location"]);
}

#[tokio::test]
async fn a_runner_without_a_run_log_serves_no_runs() {
    let runner = runnable::runner::Runner::builder().build().await.expect("a runner");
    let server = Server::of(runner, |service| service).await;
    assert_eq!(server.post("/pipelines/local", r#"{"text":"a"}"#).await.problem(503), "not-recorded");
    assert_eq!(server.get("/healthz").await.problem(503), "not-recorded");
    assert_eq!(server.get("/runs").await.problem(503), "not-recorded");
}
