//! Chromium, through `tests/clients/chromium.js`.

use super::{
    Blocks, Cuts, Server, client, closes_normally, gets_the_same, installed,
    reader::{DUET, Duet, duet_texts, guide},
    say, skip,
};
use runnable::runner::Runner;
use runnable_http::Service;
use serde_json::{Value, json};
use std::{path::PathBuf, process::Command};

/// Returns the program `RUNNABLE_CHROMIUM`, or the browser that `cargo xtask test` has installed. Reports if neither is there.
pub(super) fn program() -> Option<PathBuf> {
    let default = || installed().with_file_name("chromium-headless-shell").join("start");
    let program = std::env::var_os("RUNNABLE_CHROMIUM").map_or_else(default, Into::into);
    if Command::new(&program).arg("--version").output().is_ok_and(|output| output.status.success()) {
        return Some(program);
    }
    skip("Chromium", "it is not installed");
    None
}

#[tokio::test]
async fn the_event_source_of_chromium_gets_every_event_and_stops() {
    gets_the_same("chromium.js events", "events", Some(json!({ "closed": true }))).await;
}

#[tokio::test]
async fn the_web_socket_of_chromium_gets_every_event_and_a_normal_close() {
    let end = json!({ "closed": 1000, "wasClean": true, "protocol": "runnable.v1" });
    gets_the_same("chromium.js socket", "ws", Some(end)).await;
}

#[tokio::test]
async fn a_web_socket_that_chromium_closes_ends_normally() {
    closes_normally("chromium.js close", json!({ "closed": 1000, "wasClean": true })).await;
}

#[tokio::test]
async fn the_reader_of_the_guide_reads_a_run_over_cut_connections_in_chromium() {
    let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
    let server = Server::of(runner, Service::pipeline::<Duet>).await;
    let run = server.begin("duet", DUET).await;
    let cuts = Cuts::before(server.address, 1300).await;
    let Some(mut page) = client("chromium.js reader", &format!("http://{}/runs/{run}/events", cuts.address)) else {
        return;
    };
    page.arg(std::fs::read_to_string(guide()).expect("the reader"));
    let mut said = say(page).await;
    assert!(cuts.count() > 1, "it was cut {} times", cuts.count());
    assert_eq!(said.pop(), Some(json!({ "type": "end", "texts": duet_texts() })));
    let blocks = Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
    let sent = |event: Value| json!({ "type": event["type"], "path": event["path"] });
    assert_eq!(said, blocks.iter().map(|block| sent(block.json())).collect::<Vec<_>>());
}
