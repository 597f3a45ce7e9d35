//! Tokens and the runs that their holders see.

use super::Server;
use crate::{
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use serde_json::json;

on_each_engine!(the_holder_of_a_token_sees_its_own_runs,);

async fn the_holder_of_a_token_sees_its_own_runs(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let tokens = |service: runnable_http::Service| service.token("anna", "a").token("ben", "b");
    let server = Server::with(machines.cluster.clone(), tokens).await;
    let (anna, ben) = (("authorization", "Bearer a"), ("authorization", "Bearer b"));
    assert_eq!(server.get("/runs").await.problem(401), "unauthorized");
    let mut runs = vec![];
    for (pipeline, input) in [("hundred", json!({ "x": 1 })), ("wait", json!({ "seconds": 600 }))] {
        let request = format!("POST /pipelines/{pipeline}");
        let headers = [anna, ("prefer", "respond-async"), ("idempotency-key", "mine")];
        let begun = server.ask(&request, &headers, &input.to_string()).await;
        runs.push(begun.json()["id"].as_str().ok_or("an id")?.to_owned());
    }
    for run in &runs {
        for path in ["", "/events", "/output", "/input", "/events/1"] {
            let request = format!("GET /runs/{run}{path}");
            assert_eq!(server.ask(&request, &[ben], "").await.problem(404), "unknown-run", "{request}");
        }
        let cancelled = server.ask(&format!("POST /runs/{run}/cancel"), &[ben], "").await;
        assert_eq!(cancelled.problem(404), "unknown-run");
        assert_eq!(server.ask(&format!("GET /runs/{run}"), &[anna], "").await.status, 200);
    }
    let events = server.ask(&format!("GET /runs/{}/events", runs[0]), &[anna], "").await;
    assert_eq!(events.status, 200);
    let listed = |token| {
        let server = &server;
        async move { server.ask("GET /runs", &[token], "").await.json()["runs"].as_array().map(Vec::len) }
    };
    assert_eq!((listed(anna).await, listed(ben).await), (Some(2), Some(0)));
    // The key of another caller is another key.
    let headers = [ben, ("prefer", "respond-async"), ("idempotency-key", "mine")];
    let other = server.ask("POST /pipelines/hundred", &headers, r#"{"x":1}"#).await;
    assert_eq!(other.status, 202);
    assert_ne!(other.json()["id"], json!(runs[0]));
    assert_eq!(server.ask(&format!("POST /runs/{}/cancel", runs[1]), &[anna], "").await.status, 202);
    Ok(())
}
