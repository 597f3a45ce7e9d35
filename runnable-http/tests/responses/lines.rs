use super::{
    piece,
    tasks::{Falter, Pause, Speak},
    text,
};
use axum::response::IntoResponse;
use runnable::prelude::*;
use runnable_http::ndjson;
use std::{sync::Arc, time::Duration};

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

#[tokio::test(start_paused = true)]
async fn an_empty_line_is_sent_after_a_time_without_events() {
    for flat in [false, true] {
        let run = Pause { every: Duration::from_secs(40) }.execute_streaming();
        let lines = if flat { ndjson(run).flat() } else { ndjson(run) };
        let mut body = lines.into_response().into_body();
        let (mut beats, began) = (vec![], tokio::time::Instant::now());
        while let Some(piece) = piece(&mut body).await {
            assert!(piece == "\n" || piece.ends_with("}\n"), "a line is whole: `{piece}`");
            beats.extend((piece == "\n").then(|| began.elapsed().as_secs()));
        }
        assert_eq!(beats, [15, 30, 55, 70, 95, 110]);
    }
    let run = Pause { every: Duration::from_secs(14) }.execute_streaming();
    assert!(!text(ndjson(run)).await.contains("\n\n"));
    let run = Pause { every: Duration::from_secs(14) }.execute_streaming();
    assert!(text(ndjson(run).keep_alive(Duration::from_secs(5))).await.contains("}\n\n\n{"));
}

#[tokio::test(start_paused = true)]
async fn flat_lines_have_the_path_of_their_step_if_it_is_wanted() {
    let run = Falter { times: 9, tried: Arc::default() }.execute_streaming();
    let text = text(ndjson(run).flat_with_paths()).await;
    assert!(text.starts_with("{\"type\":\"chunk\",\"path\":[\"falter\"],\"text\":\"hm\"}\n"), "{text}");
    assert!(text.contains("\n{\"type\":\"reset\",\"path\":[\"falter\"]}\n"), "{text}");
    assert!(text.ends_with("\n{\"type\":\"error\",\"path\":[],\"error\":\"no \\\"line\\\"\"}\n"), "{text}");
}

#[tokio::test]
async fn a_flat_run_that_is_cancelled_ends_with_an_error() {
    let mut run = Speak {}.execute_streaming();
    run.next().await.expect("it starts");
    run.cancel().await;
    assert!(text(ndjson(run).flat()).await.ends_with("{\"type\":\"error\",\"error\":\"the run was cancelled\"}\n"));
}
