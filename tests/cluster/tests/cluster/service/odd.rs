//! Odd ids, large values, and a service without a run log.

use super::Server;
use crate::{
    client::{Block, Blocks},
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use runnable::runner::Config;
use runnable_cluster::Cluster;
use runnable_tests_cluster::hundred;
use serde_json::{Value, json};
use std::{fs, time::Instant};

on_each_engine!(
    odd_ids_are_unknown_at_once,
    large_values_are_marked_and_their_addresses_have_the_whole,
    a_service_without_a_run_log_serves_active_runs_and_recent_ends,
);

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

async fn odd_ids_are_unknown_at_once(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let long = "x".repeat(5000);
    for id in ["*", "%3E", "a.b", "a%20b", "%2F", "..%2F..", "%00", "%C3%A9", "a:1", "%25", "=2A", "$JS", &long] {
        let start = Instant::now();
        for path in ["", "/events", "/output", "/events/1"] {
            assert_eq!(server.get(&format!("/runs/{id}{path}")).await.problem(404), "unknown-run", "{id}{path}");
        }
        assert!(start.elapsed().as_secs() < 5, "{id}: {:?}", start.elapsed());
    }
    // An id with special characters is an id like any other.
    machines.cluster.start(hundred(1)).run_id("a/b é*>").await?;
    let run = "a%2Fb%20%C3%A9*%3E";
    server.until(run, "succeeded").await;
    let blocks = server.blocks(run).await;
    let last = blocks[7].json()["seq"].clone();
    let rest = server.get(&format!("/runs/{run}/events?after={last}")).await;
    assert_eq!(Blocks::of(&rest.body), blocks[8..]);
    for after in [u64::MAX, u64::MAX / 2, 1 << 60] {
        assert_eq!(server.get(&format!("/runs/{run}/events?after={after}")).await.problem(422), "invalid-request");
        assert_eq!(server.get(&format!("/runs/{run}/events/{after}")).await.problem(404), "unknown-event");
    }
    // A number without an event.
    assert_eq!(server.get(&format!("/runs/{run}/events/1")).await.problem(410), "expired");
    Ok(())
}

async fn large_values_are_marked_and_their_addresses_have_the_whole(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let run = server.begin("shout", &json!({ "bytes": 600_000 })).await;
    let blocks = server.blocks(&run).await;
    let marked: Vec<_> = blocks.iter().map(Block::json).filter(|event| event["type"] == "blob").collect();
    let [event] = &marked[..] else { return Err(format!("{} events", marked.len()).into()) };
    assert_eq!(event["data"]["truncated"], true);
    let whole = server.get(event["data"]["url"].as_str().ok_or("an address")?).await.json();
    assert_eq!(whole["id"], event["id"]);
    assert_eq!(whole["data"]["text"].as_str().map(str::len), Some(600_000));
    let run = server.begin("large", &json!({ "bytes": 3_000_000 })).await;
    let blocks = server.blocks(&run).await;
    assert_eq!(blocks.last().ok_or("events")?.json()["data"]["outcome"], "success");
    let output = server.get(&format!("/runs/{run}/output")).await.json();
    assert_eq!(output["text"].as_str().map(str::len), Some(3_000_000));
    Ok(())
}

async fn a_service_without_a_run_log_serves_active_runs_and_recent_ends(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let text = fs::read_to_string(machines.folder.path().join("worker0.toml"))?;
    let (_, rest) = text.split_once("[engine]").ok_or("an engine")?;
    let path = machines.folder.path().join("service.toml");
    fs::write(&path, format!("[engine]{rest}"))?;
    let cluster = Cluster::connect(Config::from_file(&path)?, |runner| runner).await?;
    let server = Server::start(&cluster).await;
    let run = server.begin("digest_all", &json!({ "n": 4, "ms": 5 })).await;
    let blocks = server.blocks(&run).await;
    let view = server.get(&format!("/runs/{run}")).await.json();
    assert_eq!((&view["status"], &view["input"]), (&json!("succeeded"), &json!({ "n": 4, "ms": 5 })));
    assert_eq!(view["output"], server.get(&format!("/runs/{run}/output")).await.json());
    let last = blocks.last().ok_or("events")?.id.clone();
    let after = server.ask(&format!("GET /runs/{run}/events"), &[("last-event-id", &last)], "").await;
    assert_eq!(after.status, 204);
    assert_eq!(server.get(&format!("/runs/{run}/output?step=add")).await.problem(409), "no-output");
    let failed = server.begin("broken", &json!({ "n": 5 })).await;
    server.blocks(&failed).await;
    let view = server.get(&format!("/runs/{failed}")).await.json();
    assert_eq!(view["status"], "failed");
    assert!(view["error"]["message"].as_str().is_some_and(|text| text.contains("three is odd")), "{view}");
    let wait = server.begin("wait", &json!({ "seconds": 600 })).await;
    let listed = server.get("/runs?limit=1").await.json();
    assert_eq!((&listed["runs"][0]["id"], &listed["runs"][0]["status"]), (&json!(wait), &json!("running")));
    assert_eq!(server.post(&format!("/runs/{wait}/cancel"), "").await.status, 202);
    server.until(&wait, "cancelled").await;
    let status: Value = server.get("/healthz").await.json();
    assert_eq!(status["status"], "ok");
    Ok(())
}
