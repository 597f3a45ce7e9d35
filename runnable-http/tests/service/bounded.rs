//! The memory that clients make a server use. `RUNNABLE_FLOOD` sets the number of megabytes of pings.

use super::{client::Client, peak_memory_of, process::Process};
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    time::timeout,
};

/// The memory of the server, in KiB.
const ALL: u64 = 150 * 1024;
/// The memory of a connection, in KiB.
const EACH: u64 = 2 * 1024;
/// The time after which a server that reads nothing is given up.
const PATIENCE: Duration = Duration::from_secs(3);

/// The time after which a run that has not ended is given up.
const RUN: Duration = Duration::from_mins(2);

fn megabytes() -> usize {
    std::env::var("RUNNABLE_FLOOD").ok().and_then(|text| text.parse().ok()).unwrap_or(20)
}

fn server() -> (tempfile::TempDir, Process) {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Process::start(&format!("sqlite:{}", folder.path().join("runs.db").display()));
    (folder, server)
}

/// Returns a connection that was upgraded to a WebSocket.
async fn upgraded(server: &Process, path: &str, small: bool) -> Client {
    let mut client =
        if small { Client::with_small_buffer(server.address).await } else { Client::connect(server.address).await };
    let headers = [
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ("sec-websocket-protocol", "runnable.v1"),
    ];
    client.send(&format!("GET {path}"), &headers, "").await;
    assert_eq!(client.head().await.0, 101);
    client
}

/// A ping with the longest payload, as a client masks it.
fn ping() -> Vec<u8> {
    [&[0x89, 0xfd, 0, 0, 0, 0][..], &[7; 125]].concat()
}

/// Sends pings until the server reads no more, and returns the number of bytes that were sent.
async fn flood(mut to: impl AsyncWriteExt + Unpin, bytes: usize) -> usize {
    let many = ping().repeat(500);
    let mut sent = 0;
    while sent < bytes && matches!(timeout(PATIENCE, to.write_all(&many)).await, Ok(Ok(()))) {
        sent += many.len();
    }
    sent
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pings_whose_answers_are_not_read_fill_no_memory() {
    let (_folder, server) = server();
    for small in [true, false] {
        flood(&mut upgraded(&server, "/ws", small).await.socket, 1_000_000).await;
    }
    let before = server.memory();
    let mut client = upgraded(&server, "/ws", false).await;
    let sent = flood(&mut client.socket, megabytes() * 1_000_000).await;
    let grown = peak_memory_of(&server.process()).saturating_sub(before);
    println!("{sent} bytes of pings were read: {grown} KiB more");
    assert!(grown <= EACH, "{sent} bytes of pings: {grown} KiB");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn pings_whose_answers_are_read_are_all_answered() {
    let (_folder, server) = server();
    flood(&mut upgraded(&server, "/ws", false).await.socket, 1_000_000).await;
    let before = server.memory();
    let (mut read, write) = upgraded(&server, "/ws", false).await.socket.into_split();
    let answers = async {
        let (mut buffer, mut all) = (vec![0; 64 * 1024], 0);
        while let Ok(Ok(count @ 1..)) = timeout(PATIENCE, read.read(&mut buffer)).await {
            all += count;
        }
        all
    };
    let began = Instant::now();
    let (answers, sent) = tokio::join!(answers, async {
        let sent = flood(write, megabytes() * 1_000_000).await;
        println!("{sent} bytes of pings after {:?}", began.elapsed());
        sent
    });
    let grown = peak_memory_of(&server.process()).saturating_sub(before);
    println!("{answers} bytes of answers: {grown} KiB more");
    assert!(sent >= megabytes() * 1_000_000, "only {sent} bytes were read");
    // An answer has no mask. A newer ping makes an older unnecessary, and the server's own pings add a few bytes.
    assert!(answers >= 127, "{answers}");
    assert!(grown <= EACH, "{sent} bytes of pings: {grown} KiB");
}

/// Starts a run and waits for its end.
async fn ended(server: &Process, pipeline: &str, input: serde_json::Value) -> String {
    let request = format!("POST /pipelines/{pipeline}");
    let answer = server.ask(&request, &[("prefer", "respond-async")], &input.to_string()).await;
    let run = answer.json()["id"].as_str().expect("an id").to_owned();
    let began = Instant::now();
    loop {
        let status = server.ask(&format!("GET /runs/{run}"), &[], "").await.json()["status"].clone();
        if status == "succeeded" {
            return run;
        }
        assert!(status == "running" && began.elapsed() < RUN, "the run is {status} after {:?}", began.elapsed());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn connections_that_never_read_fill_no_memory() {
    let (_folder, server) = server();
    // Just below the size from which an event is truncated, and beyond.
    let large = ended(&server, "flood", json!({ "chunks": 60, "bytes": 262_000 })).await;
    let truncated = ended(&server, "flood", json!({ "chunks": 20, "bytes": 1_100_000 })).await;
    let small = ended(&server, "flood", json!({ "chunks": 3000, "bytes": 1000 })).await;
    let runs = [large, truncated, small];
    let (before, mut clients) = (server.memory(), vec![]);
    for number in 0..100 {
        let run = &runs[number % runs.len()];
        clients.push(match number % 5 {
            0 => upgraded(&server, &format!("/runs/{run}/ws"), true).await,
            1 | 2 => {
                let mut client = Client::with_small_buffer(server.address).await;
                client.send(&format!("GET /runs/{run}/events"), &[], "").await;
                client
            }
            _ => {
                let mut client = Client::with_small_buffer(server.address).await;
                client.send(&format!("GET /runs/{run}/events?flat=1"), &[("accept", "application/x-ndjson")], "").await;
                client
            }
        });
    }
    tokio::time::sleep(Duration::from_secs(2)).await;
    let each = server.memory().saturating_sub(before) / 100;
    let peak = peak_memory_of(&server.process());
    println!("100 connections that never read: {each} KiB each, {peak} KiB in all");
    assert!(each <= EACH && peak <= ALL, "{each} KiB each, {peak} KiB in all");
    drop(clients);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_readers_of_large_results_share_a_bounded_memory() {
    let (_folder, server) = server();
    let run = ended(&server, "swell", json!({ "bytes": 1_100_000 })).await;
    let paths = ["events", "output", "events/4", "output?step=swell", "events?flat=1"];
    // Half of them read, the others never do.
    let readers = (0..50).map(|number| {
        let (server, path) = (&server, format!("GET /runs/{run}/{}", paths[number % paths.len()]));
        async move {
            let mut client = Client::with_small_buffer(server.address).await;
            client.send(&path, &[], "").await;
            if number % 2 == 0 {
                assert_eq!(client.answer().await.status, 200, "{path}");
            }
            client
        }
    });
    let clients = futures_util::future::join_all(readers).await;
    let peak = peak_memory_of(&server.process());
    println!("50 readers of results of 1.1 MB: {peak} KiB in all");
    assert!(peak <= ALL, "{peak} KiB");
    drop(clients);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn large_requests_share_a_bounded_memory() {
    let (_folder, server) = server();
    // JSON that takes many times as much room once it is parsed.
    let body = format!(r#"{{"text":[{}0]}}"#, "[],".repeat(300_000));
    let requests = (0..50).map(|number| {
        let (server, body) = (&server, &body);
        async move {
            let pipeline = if number % 2 == 0 { "local" } else { "narrate" };
            let answer = server.ask(&format!("POST /pipelines/{pipeline}"), &[], body).await;
            assert_eq!(answer.status, 422, "{:.300}", answer.body);
            assert!(answer.body.len() < 64 * 1024, "{} bytes", answer.body.len());
        }
    });
    futures_util::future::join_all(requests).await;
    let peak = peak_memory_of(&server.process());
    println!("50 requests of 900 KB: {peak} KiB in all");
    assert!(peak <= ALL, "{peak} KiB");
}
