use super::{
    tasks::{Falter, Speak},
    text,
};
use axum::response::IntoResponse;
use runnable::prelude::*;
use runnable_http::ndjson;
use std::sync::Arc;

#[tokio::test]
async fn an_event_is_a_line() {
    let text = text(ndjson(Speak {}.execute_streaming().run_id("r"))).await;
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().expect("an id")).collect();
    assert_eq!(ids, ["r:1", "r:2", "r:3", "r:4", "r:5", "r:6", "r:7"]);
    assert!(text.ends_with("}\n"));
}

#[tokio::test(start_paused = true)]
async fn flat_lines_are_the_tasks_own_events() {
    let run = Falter { times: 3, tried: Arc::default() }.execute_streaming();
    let (chunk, reset) = ("{\"type\":\"chunk\",\"text\":\"hm\"}\n", "{\"type\":\"reset\"}\n");
    let error = "{\"type\":\"error\",\"error\":\"no \\\"line\\\"\"}\n";
    assert_eq!(text(ndjson(run).flat()).await, [chunk, reset, chunk, reset, chunk, error].concat());
}

#[tokio::test]
async fn the_headers_name_the_format() {
    let response = ndjson(Speak {}.execute_streaming()).into_response();
    assert_eq!(response.headers()["content-type"], "application/x-ndjson");
}
