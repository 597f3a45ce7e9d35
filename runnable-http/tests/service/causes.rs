//! The causes of an error, in every response that shows the error.

use super::{
    Server,
    client::{Block, Blocks},
};
use runnable::{
    BoxError,
    prelude::*,
    runner::Runner,
    store::secrets::{Fixed, Secrets},
};
use runnable_http::Service;
use serde_json::{Value, json};
use std::{error::Error as StdError, fmt, io};

const KEY: &str = "k-0123456789";

#[derive(Debug)]
struct Layer(String, BoxError);

impl fmt::Display for Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl StdError for Layer {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.1)
    }
}

/// Fails with three causes, two of which have a secret.
#[task(returns = [saved])]
async fn save(api_key: Secret<String>) -> Result<u32, Layer> {
    let disk = io::Error::other(format!("disk {} is full", api_key.expose()));
    let chunk = Layer(format!("write with {}", api_key.expose()), disk.into());
    Err(Layer("save failed".to_owned(), chunk.into()))
}

async fn server() -> Server {
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", KEY));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    Server::of(runner, Service::pipeline::<Save>).await
}

fn failure() -> Value {
    json!({
        "code": "failed",
        "message": "save failed",
        "causes": ["write with ***", "disk *** is full"],
        "retryable": true,
    })
}

fn errors<'a>(events: impl IntoIterator<Item = &'a Value>) -> Vec<Value> {
    events.into_iter().filter_map(|event| event["data"].get("error").cloned()).collect()
}

#[tokio::test]
async fn every_cause_is_in_every_response_of_the_service() {
    let server = server().await;
    let both = [failure(), failure()];
    let sse = server.post("/pipelines/save", "{}").await;
    let events: Vec<Value> = Blocks::of(&sse.body).iter().map(Block::json).collect();
    assert_eq!(errors(&events), both);
    let lines = server.ask("POST /pipelines/save", &[("accept", "application/x-ndjson")], "{}").await;
    let lines: Vec<Value> = lines.body.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(errors(&lines), both);
    let flat = server.post("/pipelines/save?flat=1", "{}").await;
    let causes = r#""causes":["write with ***","disk *** is full"]"#;
    assert_eq!(flat.body, format!("data: {{\"type\":\"error\",\"error\":\"save failed\",{causes}}}\n\n"));

    let id = server.begin("save", "{}").await;
    server.until(&id, "failed").await;
    assert_eq!(server.get(&format!("/runs/{id}")).await.json()["error"], failure());
    for path in [format!("/runs/{id}/output"), format!("/runs/{id}/output?step=save")] {
        let answer = server.get(&path).await;
        assert_eq!(answer.problem(409), "no-output");
        assert_eq!(answer.json()["error"], failure(), "{path}");
    }
}

#[tokio::test]
async fn a_resumed_run_resets_its_step_with_every_cause() {
    let server = server().await;
    let id = server.begin("save", "{}").await;
    server.until(&id, "failed").await;
    let answer = server.post(&format!("/runs/{id}/resume"), "{}").await;
    let events: Vec<Value> = Blocks::of(&answer.body).iter().map(Block::json).collect();
    assert_eq!(errors(&events), [failure(), failure(), failure()], "`step.reset`, `step.finished`, `run.finished`");
}
