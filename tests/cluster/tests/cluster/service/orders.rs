//! Runs that no worker has begun.

use super::Server;
use crate::{
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use futures_util::{SinkExt, StreamExt};
use runnable::{
    prelude::*,
    runner::Config,
    store::secrets::{Fixed, Secrets},
};
use runnable_cluster::Cluster;
use runnable_http::Service;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio_tungstenite::{connect_async, tungstenite::Message};

on_each_engine!(
    a_run_without_a_worker_shows_no_secret_and_can_be_cancelled,
    a_socket_answers_requests_for_runs_that_do_not_exist,
);

#[task(returns = [answer])]
async fn ask(text: String, api_key: Secret<String>) -> String {
    format!("{text} {}", api_key.expose())
}

async fn a_run_without_a_worker_shows_no_secret_and_can_be_cancelled(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let secrets = Secrets::new().with_source(Fixed::new().with("api_key", "key-0123-4567-89"));
    let config = Config::from_file(machines.folder.path().join("worker0.toml"))?;
    let cluster = Cluster::connect(config, |runner| runner.secrets(secrets)).await?;
    let server = Server::with(cluster, Service::pipeline::<Ask>).await;
    let headers = [("idempotency-key", "key-0123-4567-89"), ("prefer", "respond-async")];
    let ask = || server.ask("POST /pipelines/ask", &headers, r#"{"text":"with key-0123-4567-89"}"#);
    let begun = ask().await;
    if engine == Engine::Restate {
        // Restate knows the services of workers, and none serves this pipeline.
        assert_eq!(begun.problem(503), "no-worker");
        assert_eq!(ask().await.problem(503), "no-worker");
        return Ok(());
    }
    assert_eq!(begun.status, 202, "{}", begun.body);
    let run = begun.json()["id"].as_str().ok_or("an id")?.to_owned();
    assert_eq!(ask().await.json()["id"], json!(run));
    for path in [format!("/runs/{run}"), format!("/runs/{run}/input")] {
        let body = server.get(&path).await.body;
        assert!(body.contains("***") && !body.contains("0123"), "{body}");
    }
    assert_eq!(server.get(&format!("/runs/{run}")).await.json()["status"], "running");
    let listed = server.get("/runs?pipeline=ask&status=running").await.json();
    assert_eq!(listed["runs"][0]["id"], json!(run));
    let start = Instant::now();
    assert_eq!(server.post(&format!("/runs/{run}/cancel"), "").await.status, 202);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    Ok(())
}

async fn a_socket_answers_requests_for_runs_that_do_not_exist(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let (mut client, _) = connect_async(format!("ws://{}/ws", server.address)).await?;
    for run in ["", " ", "*", "never", "a.b.>", "\n"] {
        for op in ["subscribe", "cancel"] {
            let request = json!({ "id": 1, "op": op, "run": run });
            client.send(Message::text(request.to_string())).await?;
            let answer = tokio::time::timeout(Duration::from_secs(5), client.next()).await?.ok_or("it is open")??;
            let answer: Value = serde_json::from_str(answer.to_text()?)?;
            assert_eq!(answer["error"]["code"], "unknown-run", "{op} `{run}`: {answer}");
        }
    }
    Ok(())
}
