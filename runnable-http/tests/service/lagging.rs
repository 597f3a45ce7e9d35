//! Readers that are slower than their run.

use super::{
    Server,
    client::{Block, Blocks, Client, small_buffer},
};
use futures_util::{SinkExt, StreamExt};
use runnable::store::OverflowPolicy;
use serde_json::{Value, json};
use tokio_tungstenite::{client_async, tungstenite::Message};

/// More than a connection buffers.
const CHUNKS: u64 = 40_000;
/// The start of the run and of its step, the chunks (the last is `done`), and both ends.
const EVENTS: u64 = CHUNKS + 5;

/// Reads nothing before the run has ended; returns its id, the blocks, and `true` if the response was incomplete.
async fn read_late(server: &Server) -> (String, Vec<Block>, bool) {
    let mut client = Client::with_small_buffer(server.address).await;
    client.send("POST /pipelines/pour", &[], &format!("{{\"chunks\":{CHUNKS}}}")).await;
    let (_, headers) = client.head().await;
    let run = headers["content-location"].split('/').nth(2).expect("an id").to_owned();
    server.until(&run, "succeeded").await;
    let (mut parser, mut blocks) = (Blocks::default(), vec![]);
    let cut = loop {
        match client.chunk().await {
            Ok(Some(chunk)) => blocks.extend(parser.add(&chunk)),
            Ok(None) => break false,
            Err(()) => break true,
        }
    };
    (run, blocks, cut)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_reader_loses_the_oldest_events_and_gets_their_numbers() {
    let server = Server::with(|service| service.lagging(OverflowPolicy::DropOldest { behind: 100 })).await;
    let (_, blocks, cut) = read_late(&server).await;
    assert!(!cut);
    let (mut next, mut gaps) = (1, 0);
    for block in &blocks {
        let event = block.json();
        if event["type"] == "gap" {
            assert_eq!(block.id, "", "a gap has no id");
            assert!(event.get("seq").is_none() && event.get("id").is_none(), "{event}");
            assert_eq!(event["data"]["from"], next);
            next = event["data"]["to"].as_u64().expect("a number") + 1;
            gaps += 1;
        } else {
            assert_eq!(event["seq"], next);
            assert_eq!(block.id, event["id"].as_str().expect("an id"));
            next += 1;
        }
    }
    assert_eq!(next, EVENTS + 1, "what was not sent is in a gap");
    assert!(gaps > 0, "the reader was not too slow");
    assert_eq!(blocks.last().expect("events").json()["type"], "run.finished");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_reader_is_disconnected_and_resumes() {
    let server = Server::with(|service| service.lagging(OverflowPolicy::Disconnect { behind: 100 })).await;
    let (run, blocks, cut) = read_late(&server).await;
    assert!(cut, "the reader got all of {} events", blocks.len());
    // On a busy machine, it may be cut before its first event.
    let last: Vec<_> = blocks.last().map(|block| ("last-event-id", &*block.id)).into_iter().collect();
    let rest = server.ask(&format!("GET /runs/{run}/events"), &last, "").await;
    let all: Vec<_> = blocks.iter().cloned().chain(Blocks::of(&rest.body)).map(|block| block.json()).collect();
    assert!((1..).zip(&all).all(|(seq, event): (u64, &Value)| event["seq"] == seq));
    assert_eq!(all.len() as u64, EVENTS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_socket_is_closed_as_slow() {
    let server = Server::with(|service| service.lagging(OverflowPolicy::Disconnect { behind: 100 })).await;
    let socket = small_buffer(server.address).await;
    let (mut client, _) = client_async(format!("ws://{}/ws", server.address), socket).await.expect("it connects");
    let start = json!({ "id": 1, "op": "start", "pipeline": "pour", "input": { "chunks": CHUNKS } });
    client.send(Message::text(start.to_string())).await.expect("it is sent");
    let answer = client.next().await.expect("more").expect("sent").into_text().expect("text");
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    server.until(answer["ok"]["run"].as_str().expect("an id"), "succeeded").await;
    let code = loop {
        if let Message::Close(frame) = client.next().await.expect("more").expect("sent") {
            break u16::from(frame.expect("a code").code);
        }
    };
    assert_eq!(code, 1013);
}
