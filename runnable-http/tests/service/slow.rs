//! Many readers, some of which do not read.

use super::{
    Client,
    client::{Block, Blocks},
    process::Process,
};
use futures_util::future::join_all;
use std::{
    io::{Write as _, stderr},
    time::{Duration, Instant},
};

const READERS: usize = 1000;
const STALLED: usize = 100;
/// More than a connection buffers.
const LARGE: &str = r#"{"chunks":400,"bytes":32768}"#;
/// Two events a second, so that all readers wait at the same time.
const LIVE: &str = r#"{"words":["a","b","c","d","e","f","g","h","i","j","k","l"],"tone":"loud","pause_ms":500}"#;
/// The additional memory of the server, in KiB: about 120 for each reader.
const MEMORY: u64 = 128 * 1024;

/// The files and sockets that a process opens for all readers and for the other tests.
const FILES: u64 = 2048;

/// Starts a run and returns its id.
async fn begin(server: &Process, pipeline: &str, body: &str) -> String {
    let answer = server.ask(&format!("POST /pipelines/{pipeline}"), &[("prefer", "respond-async")], body).await;
    answer.json()["id"].as_str().expect("an id").to_owned()
}

/// Connects a client that does not read, with a small receive buffer.
async fn stall(server: &Process, run: &str) -> Client {
    let mut client = Client::with_small_buffer(server.address).await;
    client.send(&format!("GET /runs/{run}/events"), &[], "").await;
    client
}

/// Returns the time until the reader's first event, and everything that it received.
async fn read(server: &Process, run: &str, number: usize) -> (Duration, Vec<Block>) {
    // The readers do not all connect at once.
    tokio::time::sleep(Duration::from_millis(u64::try_from(number).expect("small"))).await;
    let mut client = Client::connect(server.address).await;
    let began = Instant::now();
    client.send(&format!("GET /runs/{run}/events"), &[], "").await;
    assert_eq!(client.head().await.0, 200);
    let (mut parser, mut blocks, mut waited) = (Blocks::default(), vec![], None);
    while let Some(chunk) = client.chunk().await.expect("it is whole") {
        blocks.extend(parser.add(&chunk));
        waited.get_or_insert_with(|| began.elapsed());
    }
    (waited.expect("events"), blocks)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_readers_lose_nothing_beside_a_hundred_that_stall() {
    // Each reader has a socket here and another in the server, which inherits the limit.
    let files = rlimit::increase_nofile_limit(FILES).unwrap_or(0);
    if files < FILES {
        let _ = writeln!(
            stderr(),
            "skipped: {READERS} readers: a process may open {files} files here, and they take {FILES}"
        );
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let server = Process::start(&format!("sqlite:{}", folder.path().join("runs.db").display()));
    let large = begin(&server, "flood", LARGE).await;
    loop {
        let run = server.ask(&format!("GET /runs/{large}"), &[], "").await.json();
        if run["status"] == "succeeded" {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (before, files) = (server.memory(), server.open_files());
    let stalled: Vec<_> = join_all((0..STALLED).map(|_| stall(&server, &large))).await;
    // The events that they receive before they stall must not delay the other readers.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let live = begin(&server, "narrate", LIVE).await;
    let held = async {
        let mut most = 0;
        for _ in 0..60 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            most = most.max(server.memory());
        }
        most.saturating_sub(before)
    };
    let (all, held) = tokio::join!(join_all((0..READERS).map(|number| read(&server, &live, number))), held);

    let whole = Blocks::of(&server.ask(&format!("GET /runs/{live}/events"), &[], "").await.body);
    assert!(all.iter().all(|(_, blocks)| *blocks == whole), "a reader got other events");
    let mut waited: Vec<_> = all.iter().map(|(waited, _)| *waited).collect();
    waited.sort();
    let (p50, p99) = (waited[READERS / 2], waited[READERS * 99 / 100]);
    println!(
        "{READERS} readers of {} events beside {STALLED} that stall: first event p50 {p50:?}, p99 {p99:?}; \
         the server held {before} KiB before them and at most {held} KiB more",
        whole.len()
    );
    assert!(p99 < Duration::from_secs(5), "{p99:?}");
    assert!(held < MEMORY, "the server held {held} KiB more");

    // Connections to the run log are opened on demand.
    let files = files + STALLED / 4;
    for _ in 0..100 {
        if server.open_files() <= files {
            return drop(stalled);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("{} files and sockets are open: readers that stall are kept", server.open_files());
}
