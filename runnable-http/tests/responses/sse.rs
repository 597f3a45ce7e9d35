use super::{
    piece,
    tasks::{Falter, Pause, Speak},
    text,
};
use axum::response::IntoResponse;
use runnable::prelude::*;
use runnable_http::sse;
use std::{fmt::Write as _, sync::Arc, time::Duration};

fn envelope(seq: u32, kind: &str, path: &str, data: &str) -> String {
    format!(
        r#"{{"v":1,"id":"r:{seq}","seq":{seq},"run":"r","type":"{kind}","ts":"T","path":{path},"attempt":1{data}}}"#
    )
}

/// The envelopes of a run of `Speak`, in order.
fn spoken() -> [(&'static str, String); 7] {
    let speak = r#"["speak"]"#;
    let success = r#","data":{"outcome":"success"}"#;
    [
        ("run.started", envelope(1, "run.started", "[]", "")),
        ("step.started", envelope(2, "step.started", speak, "")),
        ("chunk", envelope(3, "chunk", speak, r#","data":{"text":"one\n"}"#)),
        ("chunk", envelope(4, "chunk", speak, r#","data":{"text":"two"}"#)),
        ("done", envelope(5, "done", speak, r#","data":{"text":"one\ntwo"}"#)),
        ("step.finished", envelope(6, "step.finished", speak, success)),
        ("run.finished", envelope(7, "run.finished", "[]", success)),
    ]
}

#[tokio::test]
async fn a_block_has_an_id_and_a_line_of_data_and_the_first_block_sets_the_retry_time() {
    let mut expected = "retry: 2000\n".to_owned();
    for (seq, (_, envelope)) in (1..).zip(spoken()) {
        write!(expected, "id: r:{seq}\ndata: {envelope}\n\n").expect("it is written");
    }
    assert_eq!(text(sse(Speak {}.execute_streaming().run_id("r"))).await, expected);
}

#[tokio::test]
async fn named_blocks_have_their_type() {
    let mut expected = "retry: 2000\n".to_owned();
    for (seq, (kind, envelope)) in (1..).zip(spoken()) {
        write!(expected, "id: r:{seq}\nevent: {kind}\ndata: {envelope}\n\n").expect("it is written");
    }
    assert_eq!(text(sse(Speak {}.execute_streaming().run_id("r")).named()).await, expected);
}

#[tokio::test]
async fn the_headers_keep_proxies_from_buffering() {
    let response = sse(Speak {}.execute_streaming()).into_response();
    let header = |name| response.headers()[name].to_str().expect("text");
    assert_eq!(response.status(), 200);
    assert_eq!(header("content-type"), "text/event-stream");
    assert_eq!(header("cache-control"), "no-cache, no-transform");
    assert_eq!(header("x-accel-buffering"), "no");
}

#[tokio::test]
async fn flat_blocks_are_the_tasks_own_events() {
    let expected = concat!(
        "data: {\"type\":\"chunk\",\"text\":\"one\\n\"}\n\n",
        "data: {\"type\":\"chunk\",\"text\":\"two\"}\n\n",
        "data: {\"type\":\"done\",\"text\":\"one\\ntwo\"}\n\n",
    );
    assert_eq!(text(sse(Speak {}.execute_streaming()).flat()).await, expected);
}

#[tokio::test(start_paused = true)]
async fn a_flat_run_reports_a_retry() {
    let run = Falter { times: 1, tried: Arc::default() }.execute_streaming();
    let expected = concat!(
        "data: {\"type\":\"chunk\",\"text\":\"hm\"}\n\n",
        "data: {\"type\":\"reset\"}\n\n",
        "data: {\"type\":\"chunk\",\"text\":\"hm\"}\n\n",
        "data: {\"type\":\"done\",\"text\":\"hm\"}\n\n",
    );
    assert_eq!(text(sse(run).flat()).await, expected);
}

#[tokio::test(start_paused = true)]
async fn a_flat_run_that_fails_ends_with_its_error() {
    let run = Falter { times: 9, tried: Arc::default() }.execute_streaming();
    let text = text(sse(run).flat().named()).await;
    let last = "event: error\ndata: {\"type\":\"error\",\"error\":\"no \\\"line\\\"\"}\n\n";
    assert!(text.ends_with(last), "{text}");
    assert_eq!(text.matches("event: reset\ndata: {\"type\":\"reset\"}\n\n").count(), 2, "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_comment_is_sent_between_blocks_after_a_time_without_events() {
    let run = Pause { every: Duration::from_secs(40) }.execute_streaming();
    let mut body = sse(run).flat().into_response().into_body();
    let mut all = vec![];
    let began = tokio::time::Instant::now();
    while let Some(piece) = piece(&mut body).await {
        all.push((began.elapsed().as_secs(), piece));
    }
    let chunk = |text| format!("data: {{\"type\":\"chunk\",\"text\":\"{text}\"}}\n\n");
    let expected = [
        (15, ": hb\n".to_owned()),
        (30, ": hb\n".to_owned()),
        (40, chunk("one")),
        (55, ": hb\n".to_owned()),
        (70, ": hb\n".to_owned()),
        (80, chunk("two")),
        (95, ": hb\n".to_owned()),
        (110, ": hb\n".to_owned()),
        (120, "data: {\"type\":\"done\",\"text\":\"\"}\n\n".to_owned()),
    ];
    assert_eq!(all, expected);
}

#[tokio::test(start_paused = true)]
async fn a_run_that_sends_events_has_no_comment() {
    let run = Pause { every: Duration::from_secs(14) }.execute_streaming();
    assert!(!text(sse(run)).await.contains(": hb"));
    let run = Pause { every: Duration::from_secs(14) }.execute_streaming();
    assert!(text(sse(run).keep_alive(Duration::from_secs(1))).await.contains("\n\n: hb\n: hb\n"));
}

#[tokio::test(start_paused = true)]
async fn an_event_does_not_wait_for_the_next_event() {
    let mut body = sse(Pause { every: Duration::from_secs(1) }.execute_streaming()).into_response().into_body();
    let began = tokio::time::Instant::now();
    let first = piece(&mut body).await.expect("it begins");
    assert!(began.elapsed().is_zero() && first.contains("step.started"), "{first}");
    let second = piece(&mut body).await.expect("the body continues");
    assert_eq!((began.elapsed().as_secs(), second.matches("data:").count()), (1, 1), "{second}");
}

#[tokio::test]
async fn an_id_that_would_end_its_line_is_left_out() {
    let text = text(sse(Speak {}.execute_streaming().run_id("a\nevent: b"))).await;
    assert!(!text.contains("id: a") && !text.contains("\nevent: b"), "{text}");
    assert!(text.starts_with("retry: 2000\ndata: {\"v\":1,\"id\":\"a\\nevent: b:1\""), "{text}");
}
