//! An axum handler that streams a run: `cargo run --example sse`, then
//! `curl -N localhost:8000/chat?prompt=hello`
use axum::{Router, body::Body, extract::Query, response::IntoResponse, routing::get};
use futures_util::StreamExt;
use runnable::prelude::*;
use std::{collections::HashMap, convert::Infallible, time::Duration};

/// Answers a prompt, one word at a time.
#[task(returns = [full_text: String])]
fn generate(prompt: String) -> impl Stream<Item = DynEvent> {
    stream! {
        for word in prompt.split_inclusive(' ') {
            yield DynEvent::chunk().with("text", word);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        yield DynEvent::done().with("full_text", prompt);
    }
}

/// Streams a run. A client that disconnects drops the run, and with it every step.
async fn chat(Query(mut query): Query<HashMap<String, String>>) -> impl IntoResponse {
    let run = Generate { prompt: query.remove("prompt").unwrap_or_default() }.execute_streaming();
    let frames = run.map(|event| {
        Ok::<_, Infallible>(match serde_json::to_string(&event) {
            Ok(json) => format!("id: {}:{}\ndata: {json}\n\n", event.run_id(), event.seq()),
            Err(error) => format!(": {error}\n"),
        })
    });
    (
        [
            ("content-type", "text/event-stream"),
            ("cache-control", "no-cache, no-transform"),
            ("x-accel-buffering", "no"),
        ],
        Body::from_stream(frames),
    )
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8000").await?;
    axum::serve(listener, Router::new().route("/chat", get(chat))).await
}
