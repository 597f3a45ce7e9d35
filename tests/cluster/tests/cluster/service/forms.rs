//! The routes, in every form.

use super::Server;
use crate::{
    client::{Block, Blocks},
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use futures_util::{SinkExt, StreamExt};
use runnable::runner::Runner;
use serde_json::{Value, json};
use std::time::Duration;
use tokio_tungstenite::{connect_async, tungstenite::Message};

on_each_engine!(
    the_service_of_a_cluster_answers_as_the_service_of_a_runner,
    a_run_has_the_same_events_in_every_form,
    requests_with_the_same_key_start_a_single_run,
    runs_are_cancelled_and_listed_and_their_ends_are_explained,
    pages_of_runs_have_each_run_once,
);

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Returns the types and paths of events, sorted: branches and items run in any order.
fn sorted(blocks: &[Block]) -> Vec<String> {
    let mut all: Vec<_> = blocks
        .iter()
        .map(Block::json)
        .map(|event| format!("{} {} {} {}", event["type"], event["path"], event["attempt"], event["data"]))
        .collect();
    all.sort();
    all
}

/// Returns the ids of the runs of a page.
async fn listed(server: &Server, query: &str) -> Vec<String> {
    let page = server.get(query).await.json();
    let ids = page["runs"].as_array().expect("runs").iter().map(|run| run["id"].as_str().expect("an id").to_owned());
    ids.collect()
}

/// Returns the text messages up to the close, and the close code.
async fn socket(url: String, first: Option<Value>, ends: usize) -> Result<(Vec<Value>, Option<u16>)> {
    let (mut client, _) = connect_async(url).await?;
    if let Some(first) = first {
        client.send(Message::text(first.to_string())).await?;
    }
    let (mut all, mut ended) = (vec![], 0);
    while ended < ends {
        match tokio::time::timeout(Duration::from_secs(20), client.next()).await?.ok_or("it is open")?? {
            Message::Close(frame) => return Ok((all, frame.map(|frame| frame.code.into()))),
            Message::Text(text) => {
                let message: Value = serde_json::from_str(&text)?;
                ended += usize::from(message["type"] == "run.finished");
                all.push(message);
            }
            _ => {}
        }
    }
    Ok((all, None))
}

async fn the_service_of_a_cluster_answers_as_the_service_of_a_runner(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 2).await;
    let local = Server::with(Runner::builder().run_log("memory:").build().await?, |service| service).await;
    let remote = Server::start(&machines.cluster).await;
    let input = json!({ "n": 6, "ms": 2 });
    let streamed = [&local, &remote].map(|server| server.post("/pipelines/digest_all", r#"{"n":6,"ms":2}"#));
    let [expected, streamed] = futures_util::future::join_all(streamed).await.try_into().map_err(|_| "two")?;
    assert_eq!((streamed.status, &streamed.headers["content-type"]), (200, &expected.headers["content-type"]));
    let blocks = Blocks::of(&streamed.body);
    assert_eq!(sorted(&blocks), sorted(&Blocks::of(&expected.body)));

    // Ids are `RUN:NUMBER`, with the number in the envelope.
    let events = &streamed.headers["content-location"];
    let run = events.split('/').nth(2).ok_or("a run")?;
    let numbers: Vec<_> = blocks.iter().map(|block| block.json()["seq"].as_u64().unwrap_or_default()).collect();
    assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
    for (block, number) in blocks.iter().zip(&numbers) {
        assert_eq!((&block.id, &block.json()["id"]), (&format!("{run}:{number}"), &json!(block.id)));
    }

    // The same pages, values and graphs.
    for path in ["/pipelines", "/pipelines/digest_all/graph", "/healthz"] {
        assert_eq!(remote.get(path).await.body, local.get(path).await.body, "{path}");
    }
    let other = local.begin("digest_all", &input).await;
    local.until(&other, "succeeded").await;
    for path in ["output", "input", "output?step=add", "output?step=docs[3]/generate"] {
        let [remote, local] = [(&remote, run), (&local, &*other)].map(|(server, run)| {
            let path = format!("/runs/{run}/{path}");
            async move { server.get(&path).await }
        });
        let (remote, local) = (remote.await, local.await);
        assert_eq!((remote.status, remote.body), (local.status, local.body), "{path}");
    }
    let view = remote.get(&format!("/runs/{run}")).await.json();
    assert_eq!((&view["status"], &view["last_seq"]), (&json!("succeeded"), &json!(numbers.last())));
    assert_eq!((&view["input"], &view["pipeline"]), (&input, &json!("digest_all")));
    assert_eq!(listed(&remote, "/runs?pipeline=digest_all&status=succeeded&limit=1").await, [run]);
    Ok(())
}

async fn a_run_has_the_same_events_in_every_form(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let run = server.begin("digest_all", &json!({ "n": 5, "ms": 10 })).await;
    let url = |path: &str| format!("ws://{}{path}", server.address);
    // While the run is active.
    let (live, code) = socket(url(&format!("/runs/{run}/ws")), None, 2).await?;
    let blocks = server.blocks(&run).await;
    let envelopes: Vec<_> = blocks.iter().map(Block::json).collect();
    assert_eq!((live, code), (envelopes.clone(), Some(1000)));

    let events = format!("/runs/{run}/events");
    let lines = server.ask(&format!("GET {events}"), &[("accept", "application/x-ndjson")], "").await;
    let parsed: Vec<Value> = lines.body.lines().map(serde_json::from_str).collect::<std::result::Result<_, _>>()?;
    assert_eq!(parsed, envelopes);
    let named = server.get(&format!("{events}?named=1")).await;
    assert_eq!(Blocks::of(&named.body), blocks);
    assert_eq!(named.body.matches("event: ").count(), blocks.len());
    let flat: Vec<_> = Blocks::of(&server.get(&format!("{events}?flat=1&path=1")).await.body);
    let own = envelopes.iter().filter(|event| event["type"] == "chunk" || event["type"] == "done");
    let expected: Vec<_> = own.map(|event| (event["path"].clone(), event["data"]["text"].clone())).collect();
    let flat: Vec<_> =
        flat.iter().map(Block::json).map(|event| (event["path"].clone(), event["text"].clone())).collect();
    assert_eq!(flat, expected);

    // From each event on, in each way.
    for (number, block) in blocks.iter().enumerate().step_by(7) {
        let rest = &blocks[number + 1..];
        let resumed = server.ask(&format!("GET {events}"), &[("last-event-id", &block.id)], "").await;
        assert_eq!(Blocks::of(&resumed.body), rest);
        let after = server.get(&format!("{events}?after={}", envelopes[number]["seq"])).await;
        assert_eq!(after.body, resumed.body);
        let whole = server.get(&format!("{events}/{}", envelopes[number]["seq"])).await;
        assert_eq!(whole.json(), envelopes[number]);
    }
    let last = blocks.last().ok_or("events")?;
    assert_eq!(server.ask(&format!("GET {events}"), &[("last-event-id", &last.id)], "").await.status, 204);
    let seq = last.json()["seq"].as_u64().ok_or("a number")?;
    let beyond = server.get(&format!("{events}?after={}", seq + 1)).await;
    assert_eq!(beyond.problem(422), "invalid-request");
    assert_eq!(server.get(&format!("{events}/{}", seq + 1)).await.problem(404), "unknown-event");

    // Many runs over one socket.
    let subscribe = json!({ "id": 1, "op": "subscribe", "run": run, "after": envelopes[9]["seq"] });
    let (said, _) = socket(url("/ws"), Some(subscribe), 1).await?;
    assert_eq!(said[1..], envelopes[10..]);
    let start = json!({ "id": 1, "op": "start", "pipeline": "hundred", "input": { "x": 1 } });
    let (said, _) = socket(url("/ws"), Some(start), 1).await?;
    let other = said[0]["ok"]["run"].as_str().ok_or("a run")?;
    assert_eq!(said[1..], server.blocks(other).await.iter().map(Block::json).collect::<Vec<_>>());
    Ok(())
}

async fn requests_with_the_same_key_start_a_single_run(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let start = |body: &'static str| {
        let server = &server;
        async move {
            let headers = [("idempotency-key", "today"), ("prefer", "respond-async")];
            server.ask("POST /pipelines/hundred", &headers, body).await
        }
    };
    let answers = futures_util::future::join_all((0..8).map(|_| start(r#"{"x":1}"#))).await;
    let ids: Vec<_> = answers.iter().map(|answer| (answer.status, answer.json()["id"].clone())).collect();
    assert!(ids.iter().all(|id| *id == ids[0] && id.0 == 202), "{ids:?}");
    let run = ids[0].1.as_str().ok_or("an id")?;
    server.until(run, "succeeded").await;
    // Also after the end: its events are sent again, up to the last.
    let again = server.ask("POST /pipelines/hundred", &[("idempotency-key", "today")], r#"{"x":1}"#).await;
    assert_eq!(Blocks::of(&again.body), server.blocks(run).await);
    assert_eq!(start(r#"{"x":2}"#).await.problem(422), "invalid-request");
    assert_eq!(listed(&server, "/runs?pipeline=hundred").await.iter().filter(|id| *id == run).count(), 1);
    Ok(())
}

async fn runs_are_cancelled_and_listed_and_their_ends_are_explained(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let run = server.begin("wait", &json!({ "seconds": 600 })).await;
    machines.started().await;
    let running = server.get("/runs?status=running&pipeline=wait&limit=1").await.json();
    assert_eq!((&running["runs"][0]["id"], &running["runs"][0]["status"]), (&json!(run), &json!("running")));
    let view = server.get(&format!("/runs/{run}")).await.json();
    assert_eq!((&view["status"], &view["input"]), (&json!("running"), &json!({ "seconds": 600 })));
    assert_eq!(server.get(&format!("/runs/{run}/output")).await.problem(409), "no-output");
    assert_eq!(server.get(&format!("/runs/{run}/output?step=wait")).await.problem(409), "no-output");
    assert_eq!(server.post(&format!("/runs/{run}/resume"), "").await.problem(409), "running");

    assert_eq!(server.post(&format!("/runs/{run}/cancel"), "").await.status, 202);
    let blocks = server.blocks(&run).await;
    assert_eq!(blocks.last().map(|block| block.json()["data"]["outcome"].clone()), Some(json!("cancelled")));
    server.until(&run, "cancelled").await;
    assert_eq!(server.post(&format!("/runs/{run}/cancel"), "").await.problem(409), "ended");
    assert_eq!(server.post(&format!("/runs/{run}/resume"), "").await.problem(409), "ended");
    assert!(!listed(&server, "/runs?status=running").await.contains(&run));

    let failed = server.begin("broken", &json!({ "n": 5 })).await;
    server.blocks(&failed).await;
    let output = server.get(&format!("/runs/{failed}/output")).await;
    assert_eq!(output.problem(409), "no-output");
    assert!(output.json()["error"]["message"].as_str().is_some_and(|text| text.contains("three is odd")));
    assert_eq!(listed(&server, "/runs?status=failed&limit=1").await, [failed]);

    // A client of a socket cancels the run that it follows.
    let run = server.begin("wait", &json!({ "seconds": 600 })).await;
    let cancel = json!({ "id": 1, "op": "cancel" });
    let (said, code) = socket(format!("ws://{}/runs/{run}/ws", server.address), Some(cancel), 2).await?;
    assert!(said.contains(&json!({ "id": 1, "ok": true })), "{said:?}");
    assert_eq!((&said.last().ok_or("events")?["data"]["outcome"], code), (&json!("cancelled"), Some(1000)));

    for request in ["GET /runs/never", "GET /runs/never/events", "GET /runs/never/output", "POST /runs/never/cancel"] {
        assert_eq!(server.ask(request, &[], "").await.problem(404), "unknown-run", "{request}");
    }
    assert_eq!(server.post("/pipelines/never", "{}").await.problem(404), "unknown-pipeline");
    let invalid = server.post("/pipelines/hundred", r#"{"x":"one","y":2}"#).await;
    assert_eq!(invalid.problem(422), "invalid-parameters");
    assert_eq!(invalid.json()["errors"].as_array().map(Vec::len), Some(2));
    Ok(())
}

async fn pages_of_runs_have_each_run_once(engine: Engine) -> Result<()> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    let mut runs = vec![];
    for x in 0..7 {
        runs.push(server.begin("hundred", &json!({ "x": x })).await);
    }
    for run in &runs {
        server.until(run, "succeeded").await;
    }
    for seconds in 600..606 {
        runs.push(server.begin("wait", &json!({ "seconds": seconds })).await);
    }
    let (mut all, mut query) = (vec![], "/runs?limit=3".to_owned());
    loop {
        let page = listed(&server, &query).await;
        assert!(page.len() <= 3);
        let Some(last) = page.last() else { break };
        query = format!("/runs?limit=3&before={last}");
        all.extend(page);
    }
    // The servers may have runs of other tests.
    all.retain(|run| runs.contains(run));
    let newest_first: Vec<_> = runs[7..].iter().rev().cloned().collect();
    assert_eq!(all[..6], newest_first);
    // Runs are copied into the run log as they end.
    all[6..].sort();
    assert_eq!(all[6..], runs[..7]);
    for run in &runs[7..] {
        assert_eq!(server.post(&format!("/runs/{run}/cancel"), "").await.status, 202);
    }
    Ok(())
}
