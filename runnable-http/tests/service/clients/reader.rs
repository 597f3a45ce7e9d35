//! The guide's reader in JavaScript.

use super::{Cuts, Server, say, scripts, skip};
use runnable::{Attempt, prelude::*, runner::Runner};
use runnable_http::Service;
use serde_json::{Value, json};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    time::Duration,
};
use tokio::{process::Command, time::sleep};

#[derive(Debug, Clone, TaskEvent)]
enum Line {
    Chunk { text: String },
    Done { line: String },
}

/// Sends its words; the first attempt fails after two.
#[task(returns = [line], retry(2, backoff = "1ms"))]
fn recite(words: Vec<String>, attempt: Attempt) -> impl Stream<Item = Result<Line, &'static str>> {
    try_stream! {
        for (index, word) in words.iter().enumerate() {
            if index == 2 && attempt.get() == 1 {
                Err("a slip of the tongue")?;
            }
            sleep(Duration::from_millis(30)).await;
            yield Line::Chunk { text: word.clone() };
        }
        yield Line::Done { line: words.concat() };
    }
}

pipeline! {
    pub(super) fn duet(high: Vec<String>, low: Vec<String>) -> [high_line, low_line] {
        parallel {
            high: recite(words = high) -> [line as high_line],
            low: recite(words = low) -> [line as low_line],
        }
    }
}

pub(super) const DUET: &str = r#"{"high":["α","\n\n","β","data: c","d"],"low":["1","2","3","4","5"]}"#;

/// Returns the texts of a `duet`.
pub(super) fn duet_texts() -> Value {
    json!({ "high/recite/": "α\n\nβdata: cd", "low/recite/": "12345" })
}

/// Returns the file of the reader.
pub(super) fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/docs/guide/reader.mjs")
}

/// Returns the line that the reader prints for each event.
async fn read(url: &str, arguments: &[&str]) -> Option<Vec<Value>> {
    if Command::new("node").arg("--version").output().await.is_err() {
        skip("node", "it is missing");
        return None;
    }
    let mut node = Command::new("node");
    node.arg(scripts().join("reader.mjs")).arg(url).arg(guide()).args(arguments);
    Some(say(node).await)
}

#[tokio::test]
async fn the_reader_of_the_guide_folds_interleaved_texts_over_cut_connections() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let server = Server::of(runner, Service::pipeline::<Duet>).await;
    let run = server.begin("duet", DUET).await;
    let cuts = Cuts::before(server.address, 1300).await;
    let Some(mut said) = read(&format!("http://{}/runs/{run}/events", cuts.address), &[]).await else { return };
    assert!(cuts.count() > 1, "it was cut {} times", cuts.count());

    assert_eq!(said.pop(), Some(json!({ "type": "end", "texts": duet_texts() })));
    let shown: Vec<_> = said.iter().map(|event| (event["type"].clone(), event["path"].clone())).collect();
    let whole = super::Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
    let sent: Vec<_> = whole.iter().map(|block| (block.json()["type"].clone(), block.json()["path"].clone())).collect();
    assert_eq!(shown, sent);

    let of = |kind: &str| said.iter().filter(move |event| event["type"] == kind).collect::<Vec<_>>();
    let resets = of("step.reset");
    assert_eq!(resets.len(), 2);
    for reset in resets {
        let step = reset["path"].as_array().expect("a path").iter().map(|name| name.as_str().expect("a name"));
        let step: String = step.flat_map(|name| [name, "/"]).collect();
        assert_eq!(reset["texts"].get(&step), None, "what it sent is void");
    }
    let turns: Vec<_> = of("chunk").iter().map(|event| event["path"].to_string()).collect();
    assert_eq!(turns.iter().collect::<BTreeSet<_>>().len(), 2);
    assert!(turns.windows(2).filter(|pair| pair[0] != pair[1]).count() > 2, "the branches interleave: {turns:?}");
}

#[tokio::test]
async fn the_reader_of_the_guide_gets_the_whole_of_large_chunks_and_ends_with_the_run() {
    let server = Server::start().await;
    for bytes in [1_100_000, 20_000_000] {
        for (pipeline, step) in [("bulk", "bulk/"), ("burst", "burst/")] {
            let run = server.begin(pipeline, &json!({ "bytes": bytes }).to_string()).await;
            let url = format!("http://{}/runs/{run}/events?after=0", server.address);
            let Some(said) = read(&url, &["lengths"]).await else { return };
            let [.., last, end] = &said[..] else { panic!("{said:?}") };
            assert_eq!(
                (&last["type"], end),
                (&json!("run.finished"), &json!({ "type": "end", "texts": { step: bytes } }))
            );
        }
    }
}
