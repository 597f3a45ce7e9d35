//! Servers of the cluster that are down.

use super::Server;
use crate::{
    machines::{Engine, Machines, on_each_engine},
    servers::{Servers, listens, port, servers, wait_for},
};
use serde_json::json;
use std::{sync::Arc, time::Duration};

on_each_engine!(requests_get_503_while_nats_is_down_and_readers_continue_later,);

/// Waits until the service is ready again.
async fn healthy(server: &Server) {
    for _ in 0..600 {
        if server.get("/healthz").await.status == 200 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the service is not ready again");
}

async fn requests_get_503_while_nats_is_down_and_readers_continue_later(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let (name, port) = ("service", port());
    let address = format!("127.0.0.1:{port}");
    let nats = servers.start_nats(name, port);
    wait_for("NATS", || listens(&address));
    let machines = Machines::with(engine, servers, 1, &address, "20s").await;
    let server = Server::start(&machines.cluster).await;
    let run = server.begin("digest_all", &json!({ "n": 6, "ms": 30 })).await;
    machines.started().await;
    let events = format!("/runs/{run}/events");
    let reader = server.get(&events);
    let outage = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        drop(nats);
        let requests =
            ["GET /healthz", "GET /runs/other", &format!("GET /runs/{run}/output"), "POST /pipelines/hundred"];
        let asked = requests.map(|request| {
            let body = if request.starts_with("POST") { r#"{"x":1}"# } else { "" };
            server.ask(request, &[], body)
        });
        for answer in futures_util::future::join_all(asked).await {
            assert_eq!(answer.problem(503), "unreachable");
            assert!(answer.headers.contains_key("retry-after"));
        }
        let nats = servers.start_nats(name, port);
        wait_for("NATS", || listens(&address));
        nats
    };
    let (read, _nats) = tokio::join!(reader, outage);
    healthy(&server).await;
    server.until(&run, "succeeded").await;
    assert_eq!(crate::client::Blocks::of(&read.body), server.blocks(&run).await);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_get_503_while_restate_is_down() -> Result<(), Box<dyn std::error::Error>> {
    if servers().is_none() {
        return Ok(());
    }
    let servers = Arc::new(Servers::start().expect("the servers are installed"));
    let machines = Machines::start(&servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let restarted = Arc::clone(&servers);
    let outage = tokio::task::spawn_blocking(move || restarted.restart_restate(Duration::from_secs(12)));
    tokio::time::sleep(Duration::from_millis(500)).await;
    let (health, started) = tokio::join!(server.get("/healthz"), server.post("/pipelines/hundred", r#"{"x":1}"#));
    assert_eq!((health.problem(503), started.problem(503)), ("unreachable".into(), "unreachable".into()));
    outage.await?;
    healthy(&server).await;
    Ok(())
}
