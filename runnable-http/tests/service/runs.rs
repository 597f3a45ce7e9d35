use super::Server;
use runnable::runner::Runner;
use runnable_http::service;
use runnable_store::{ArtifactRecord, NewRun, RunStatus, StepStatus, Write, Writes};
use serde_json::json;
use std::time::Duration;

/// Records a run whose steps `speak` and `voice` put files.
pub(super) async fn stored(runner: &Runner, id: &str) {
    let log = runner.log().expect("a run log");
    log.renew_lease("test", Duration::from_hours(1)).await.expect("a lease");
    let [definition, input] = ["{}", "{}"].map(|text| runnable_store::json(text).expect("JSON"));
    let run = NewRun::new(id, "narrate", "hash", definition, input);
    log.create(&run, "test").await.expect("it is created");
    let at = run.started;
    let mut writes = vec![];
    for (step, files) in [("speak", &["out/a.csv", "out/b.csv"][..]), ("voice", &["notes.txt"])] {
        let (path, attempt) = (step.to_owned(), 1);
        writes.push(Write::StepStarted { path: path.clone(), attempt, at, inputs: None });
        writes.extend(
            files.iter().map(|name| Write::Artifact(ArtifactRecord::put(*name, step, 1, "0".repeat(64), 2048))),
        );
        writes.push(Write::StepEnded { path, attempt, at, status: StepStatus::Succeeded, output: None, error: None });
    }
    writes.push(Write::RunEnded { at, status: RunStatus::Succeeded, output: None, error: None });
    log.append(&[Writes::new(id, writes)]).await.expect("it ends");
}

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
    assert_eq!(ids("?tag=nightly").await, "");
    assert_eq!(ids("?status=failed,succeeded&since=0").await, format!("{second} {first}"));
    assert_eq!(ids("?until=1970-01-01T00:00:00Z").await, "");
    assert_eq!(ids(&format!("?id={first}&since=2020-01-01T00:00:00.5Z")).await, first);
    let counts = server.get("/runs/counts?status=failed,cancelled").await.json();
    assert_eq!(
        (&counts["counts"]["failed"], &counts["counts"]["cancelled"], &counts["total"]),
        (&1.into(), &0.into(), &1.into())
    );
    for query in ["?status=failed,dead", "?status=", "?since=yesterday", "?until=2026-02-30T00:00:00Z", "?limit=1"] {
        assert_eq!(server.get(&format!("/runs/counts{query}")).await.problem(400), "invalid-query", "{query}");
    }
    let listed = server.get(&format!("/runs?id={second}")).await.json()["runs"][0].clone();
    assert_eq!(listed["error"], json!({ "code": "failed", "message": "no", "step": "fail", "attempt": 1 }));
    assert_eq!(listed["steps"], json!({ "started": 1, "succeeded": 0 }));
    assert!(listed["input"].is_null() && listed["definition_hash"].is_string(), "{listed}");
    let run = server.get(&format!("/runs/{second}")).await.json();
    assert_eq!(run["error"], json!({ "code": "failed", "message": "no", "retryable": true }));
    assert_eq!(server.get("/runs?status=dead").await.problem(400), "invalid-query");
}

#[tokio::test]
async fn the_steps_of_a_run_are_read_in_pages_and_by_path() {
    let server = Server::start().await;
    let id = server.begin("narrate", r#"{"words":["a","b"],"tone":"loud","pause_ms":0}"#).await;
    server.until(&id, "succeeded").await;
    let all = server.get(&format!("/runs/{id}/steps")).await.json();
    let steps = all["steps"].as_array().expect("steps").clone();
    assert_eq!((all["total"].as_u64(), &all["next"]), (Some(steps.len() as u64), &serde_json::Value::Null));
    assert!(!steps.is_empty() && steps.iter().all(|step| step["status"] == "succeeded" && step["output"].is_object()));
    let mut paged = vec![];
    let mut after = json!(0);
    while !after.is_null() {
        let page = server.get(&format!("/runs/{id}/steps?after={after}&limit=1&brief=1")).await.json();
        paged.extend(page["steps"].as_array().expect("steps").clone());
        after = page["next"].clone();
    }
    assert_eq!(paged.len(), steps.len());
    for (brief, whole) in paged.iter().zip(&steps) {
        assert_eq!((&brief["path"], &brief["started"]), (&whole["path"], &whole["started"]));
        assert!(brief["output"].is_null() && brief["inputs"].is_null());
    }
    let path = steps[0]["path"].as_str().expect("a path");
    let step = server.get(&format!("/runs/{id}/step?path={path}")).await.json();
    assert_eq!(step, json!({ "path": path, "attempts": [steps[0]] }));
    let unknown = server.get(&format!("/runs/{id}/step?path={path}x")).await;
    assert!(unknown.body.contains(&format!("did you mean `{path}`")), "{}", unknown.body);
    assert_eq!(unknown.problem(404), "unknown-step");
    for query in ["step", "step?path", "steps?limit=0", "steps?limit=1001", "steps?brief=2", "steps?after=-1"] {
        assert_eq!(server.get(&format!("/runs/{id}/{query}")).await.problem(400), "invalid-query", "{query}");
    }
    assert_eq!(server.get("/runs/x/steps").await.problem(404), "unknown-run");
}

#[tokio::test]
async fn the_files_of_a_run_are_read_in_pages_and_by_step() {
    let server = Server::start().await;
    let id = server.begin("narrate", r#"{"words":["a"],"tone":"loud","pause_ms":0}"#).await;
    server.until(&id, "succeeded").await;
    let none = json!({ "files": [], "next": null, "total": 0 });
    assert_eq!(server.get(&format!("/runs/{id}/files")).await.json(), none);
    assert_eq!(server.get(&format!("/runs/{id}/files?step=voice")).await.json(), none);
    let unknown = server.get(&format!("/runs/{id}/files?step=voic")).await;
    assert!(unknown.body.contains("did you mean `voice`"), "{}", unknown.body);
    assert_eq!(unknown.problem(404), "unknown-step");
    for query in ["limit=0", "limit=1001", "after=-1", "step", "path=voice"] {
        assert_eq!(server.get(&format!("/runs/{id}/files?{query}")).await.problem(400), "invalid-query", "{query}");
    }

    stored(&server.runner, "stored").await;
    let all = server.get("/runs/stored/files").await.json();
    assert_eq!((&all["total"], &all["next"]), (&json!(3), &json!(null)), "{all}");
    let names = |page: &serde_json::Value| {
        let files = page["files"].as_array().expect("files").iter();
        files.map(|file| file["name"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&all), ["out/a.csv", "out/b.csv", "notes.txt"]);
    let first = json!({
        "name": "out/a.csv", "step": "speak", "attempt": 1, "put": true, "hash": "0".repeat(64), "size": 2048,
        "media_type": "application/octet-stream", "at": all["files"][0]["at"],
    });
    assert_eq!(all["files"][0], first);
    assert_eq!(names(&server.get("/runs/stored/files?step=speak").await.json()), ["out/a.csv", "out/b.csv"]);
    let page = server.get("/runs/stored/files?after=1&limit=1").await.json();
    assert_eq!((names(&page), &page["next"]), (vec!["out/b.csv".to_owned()], &json!(2)));
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
