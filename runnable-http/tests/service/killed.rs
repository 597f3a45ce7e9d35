use super::{
    client::{Block, Blocks, Client},
    process::Process,
};
use std::time::Duration;

const NARRATE: &str = r#"{"words":["a","b","c","d","e","f","g","h","i","j"],"tone":"loud","pause_ms":30}"#;

/// Reads up to `most` more blocks after the last block, or to the end of the connection.
async fn read_on(server: &Process, run: &str, blocks: &mut Vec<Block>, most: usize) {
    let mut client = Client::connect(server.address).await;
    let last = blocks.last().map(|block| block.id.clone()).unwrap_or_default();
    client.send(&format!("GET /runs/{run}/events"), &[("last-event-id", &last)], "").await;
    assert_eq!(client.head().await.0, 200);
    let (mut parser, until) = (Blocks::default(), blocks.len().saturating_add(most));
    while blocks.len() < until {
        let Ok(Some(chunk)) = client.chunk().await else { return };
        let room = until - blocks.len();
        blocks.extend(parser.add(&chunk).into_iter().take(room));
    }
}

/// Returns the text of a reader, which discards what an attempt sent before a reset.
fn folded(blocks: &[Block]) -> String {
    let mut text = String::new();
    for event in blocks.iter().map(Block::json) {
        match event["type"].as_str() {
            Some("step.reset") => text.clear(),
            Some("chunk") => text.push_str(event["data"]["text"].as_str().expect("text")),
            _ => {}
        }
    }
    text
}

/// Starts a run, and kills the server once a reader has received `events` events.
async fn killed_after(log: &str, events: usize) -> (String, Vec<Block>) {
    let server = Process::start(log);
    let answer = server.ask("POST /pipelines/narrate", &[("prefer", "respond-async")], NARRATE).await;
    let run = answer.json()["id"].as_str().expect("an id").to_owned();
    let mut blocks = vec![];
    read_on(&server, &run, &mut blocks, events).await;
    (run, blocks)
}

/// Asserts that a reader who reconnected has the whole run, without changes to the events before.
async fn is_whole(server: &Process, run: &str, before: &[Block], blocks: &[Block]) {
    let seqs: Vec<_> = blocks.iter().map(|block| block.json()["seq"].as_u64().expect("a number")).collect();
    assert_eq!(seqs, (1..=u64::try_from(seqs.len()).expect("few")).collect::<Vec<_>>());
    assert_eq!(blocks[..before.len()], *before);
    assert_eq!(folded(blocks), "abcdefghij");
    let last = blocks.last().expect("events").json();
    assert_eq!(last["data"]["result"]["narration"], "A B C D E F G H I J");
    let whole = server.ask(&format!("GET /runs/{run}/events"), &[], "").await;
    assert_eq!(Blocks::of(&whole.body), blocks);
}

#[tokio::test]
async fn a_reader_continues_after_the_server_was_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = format!("sqlite:{}", folder.path().join("runs.db").display());
    for after in [1, 3, 6, 9] {
        let (run, before) = killed_after(&log, after).await;
        let (server, mut blocks) = (Process::start(&log), before.clone());
        let reader = read_on(&server, &run, &mut blocks, usize::MAX);
        let resume = async {
            let resume = format!("POST /runs/{run}/resume");
            for _ in 0..200 {
                let answer = server.ask(&resume, &[("prefer", "respond-async")], "").await;
                if answer.status == 202 {
                    return;
                }
                // The lease of the dead process has not expired yet.
                assert_eq!(answer.problem(409), "running");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            panic!("the run was not resumed");
        };
        tokio::join!(reader, resume);
        is_whole(&server, &run, &before, &blocks).await;
    }
}

#[tokio::test]
async fn interrupted_runs_are_resumed_without_a_request_if_the_service_is_configured_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = format!("sqlite:{}", folder.path().join("runs.db").display());
    let (run, before) = killed_after(&log, 4).await;
    let (server, mut blocks) = (Process::resuming(&log), before.clone());
    read_on(&server, &run, &mut blocks, usize::MAX).await;
    is_whole(&server, &run, &before, &blocks).await;
}

#[tokio::test]
async fn a_reader_at_another_server_continues_when_that_server_resumes_the_run() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = format!("sqlite:{}", folder.path().join("runs.db").display());
    let (killed, server) = (Process::start(&log), Process::resuming(&log));
    let answer = killed.ask("POST /pipelines/narrate", &[("prefer", "respond-async")], NARRATE).await;
    let run = answer.json()["id"].as_str().expect("an id").to_owned();
    let mut blocks = vec![];
    let kill = async {
        tokio::time::sleep(Duration::from_millis(150)).await;
        drop(killed);
    };
    tokio::join!(read_on(&server, &run, &mut blocks, usize::MAX), kill);
    is_whole(&server, &run, &[], &blocks).await;
    assert!(blocks.iter().any(|block| block.json()["type"] == "run.resumed"), "it was not killed in time");
}
