//! Unmodified third-party clients, and the reader of the guide.

mod browser;
mod cuts;
mod dialects;
mod reader;
mod schemathesis;

use super::{
    Server,
    client::{Block, Blocks},
};
use cuts::Cuts;
use serde_json::{Value, json};
use std::{
    fmt,
    io::{Write, stderr},
    path::{Path, PathBuf},
    process::Stdio,
    sync::OnceLock,
    time::Duration,
};
use tokio::process::Command;

/// Sends events with pauses longer than the keep-alive interval.
const NARRATE: &str = r#"{"words":["good","morning","\n\n: hb\ndata: x"],"tone":"loud","pause_ms":120}"#;

/// The directory of the installed clients; see `tests/clients/README.md`.
fn installed() -> PathBuf {
    let default = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("clients");
    std::env::var_os("RUNNABLE_CLIENTS").map_or_else(default, Into::into)
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients")
}

/// Reports that a client is not tested. The output of `eprintln!` is captured if a test passes.
fn skip(client: &str, why: impl fmt::Display) {
    assert!(std::env::var_os("RUNNABLE_REQUIRE_CLIENTS").is_none(), "`{client}`: {why}");
    let _ = writeln!(stderr(), "skipped: `{client}`: {why}; `cargo xtask test` installs what it can");
}

/// Copies the scripts beside the packages, where modules look for them.
fn copied(folder: &Path) {
    static COPIED: OnceLock<()> = OnceLock::new();
    COPIED.get_or_init(|| {
        for script in std::fs::read_dir(scripts()).expect("scripts") {
            let script = script.expect("a script").path();
            if script.extension().is_some_and(|extension| extension == "js") {
                let name = script.file_name().expect("a name");
                std::fs::copy(&script, folder.join(name)).expect("it is copied");
            }
        }
    });
}

/// Returns the command of a client that reads `url`, or reports that the client is not installed. `client` is the name of a
/// script, and its further arguments.
pub(crate) fn client(client: &str, url: &str) -> Option<Command> {
    let mut words = client.split(' ');
    let script = words.next()?;
    let folder = installed();
    let python = Path::new(script).extension().is_some_and(|extension| extension == "py");
    let packages = folder.join(if python { "venv" } else { "node_modules" });
    // The installation writes this file last.
    if !packages.join("installed").exists() {
        skip(script, format_args!("nothing is installed in {}", packages.display()));
        return None;
    }
    let mut command;
    if python {
        command = Command::new(packages.join("bin/python"));
        // Python must not write byte code beside the script.
        command.arg("-B").arg(scripts().join(script));
    } else {
        copied(&folder);
        command = Command::new("node");
        command.arg(folder.join(script));
    }
    if ["chromium.js", "ui.js"].contains(&script) {
        command.env("RUNNABLE_CHROMIUM", browser::program()?);
    }
    command.arg(url).args(words);
    Some(command)
}

/// Returns the lines that a client prints.
pub(crate) async fn say(mut client: Command) -> Vec<Value> {
    let running = client.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).output();
    let output = tokio::time::timeout(Duration::from_mins(3), running).await.expect("in time").expect("it runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// Asserts that a client receives each event exactly once, with and without lost connections, and prints `end` at the end.
async fn gets_the_same(script: &str, path: &str, end: Option<Value>) {
    let server = Server::with(|service| service.keep_alive(Duration::from_millis(40))).await;
    let cuts = Cuts::before(server.address, 900).await;
    for address in [server.address, cuts.address] {
        let run = server.begin("narrate", NARRATE).await;
        let Some(client) = client(script, &format!("http://{address}/runs/{run}/{path}")) else { return };
        let said = say(client).await;
        let blocks = Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
        let mut expected = narration(&blocks);
        expected.extend(end.clone());
        assert_eq!(said, expected, "{script}");
    }
    assert!(cuts.count() > 1, "{script} was cut {} times", cuts.count());
}

fn narration(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().map(|block| json!({ "id": block.id, "data": block.data })).collect()
}

#[tokio::test]
async fn eventsource_gets_every_event_and_ends_with_204() {
    gets_the_same("eventsource.js", "events", Some(json!({ "closed": 204 }))).await;
}

#[tokio::test]
async fn eventsource_parser_gets_every_event() {
    gets_the_same("eventsource-parser.js", "events", None).await;
}

#[tokio::test]
async fn fetch_event_source_gets_every_event() {
    gets_the_same("fetch-event-source.js", "events", None).await;
}

#[tokio::test]
async fn httpx_sse_gets_every_event() {
    gets_the_same("httpx_sse_client.py", "events", None).await;
}

#[tokio::test]
async fn the_decoder_of_openai_gets_every_event() {
    gets_the_same("openai_client.py", "events", None).await;
}

#[tokio::test]
async fn ws_gets_every_event_and_a_normal_close() {
    gets_the_same("ws.js", "ws", Some(json!({ "closed": 1000, "protocol": "runnable.v1" }))).await;
}

#[tokio::test]
async fn websockets_gets_every_event_and_a_normal_close() {
    gets_the_same("websockets_client.py", "ws", Some(json!({ "closed": 1000 }))).await;
}

#[tokio::test]
async fn every_client_gets_the_end_of_a_run_with_large_values() {
    let server = Server::start().await;
    let mut runs = vec![];
    for bytes in [1_100_000, 20_000_000] {
        for pipeline in ["swell", "burst"] {
            let run = server.begin(pipeline, &json!({ "bytes": bytes }).to_string()).await;
            let blocks = Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
            let last = blocks.last().expect("events");
            assert!(last.data.len() < 3000 && last.data.contains("run.finished") && !last.id.is_empty());
            runs.push((run, narration(&blocks)));
        }
    }
    for (script, path, end) in [
        ("eventsource.js", "events", Some(json!({ "closed": 204 }))),
        ("eventsource-parser.js", "events", None),
        ("fetch-event-source.js", "events", None),
        ("httpx_sse_client.py", "events", None),
        ("openai_client.py", "events", None),
        ("ws.js", "ws", Some(json!({ "closed": 1000, "protocol": "runnable.v1" }))),
        ("websockets_client.py", "ws", Some(json!({ "closed": 1000 }))),
        ("chromium.js events", "events", Some(json!({ "closed": true }))),
        ("chromium.js socket", "ws", Some(json!({ "closed": 1000, "wasClean": true, "protocol": "runnable.v1" }))),
    ] {
        for (run, events) in &runs {
            let Some(client) = client(script, &format!("http://{}/runs/{run}/{path}", server.address)) else { return };
            let expected: Vec<_> = events.iter().cloned().chain(end.clone()).collect();
            assert_eq!(say(client).await, expected, "{script}");
        }
    }
}

/// Asserts that a client that closes its connection to a run sees a complete handshake.
async fn closes_normally(script: &str, expected: Value) {
    let server = Server::start().await;
    let run = server.begin("wait", "").await;
    let Some(client) = client(script, &format!("http://{}/runs/{run}/ws", server.address)) else { return };
    assert_eq!(say(client).await, [expected]);
}

#[tokio::test]
async fn ws_closes_normally() {
    closes_normally("ws-close.js", json!({ "closed": 1000 })).await;
}

#[tokio::test]
async fn websockets_closes_normally() {
    closes_normally("websockets_close.py", json!({ "closed": 1000, "code": 1000 })).await;
}

/// Returns the output of `curl`, and if the response was complete; `None` if `curl` is not installed.
async fn curl(arguments: &[&str]) -> Option<(String, bool)> {
    let Ok(output) = Command::new("curl").arg("-sN").args(arguments).output().await else {
        skip("curl", "it is missing");
        return None;
    };
    Some((String::from_utf8(output.stdout).expect("UTF-8"), output.status.success()))
}

#[tokio::test]
async fn curl_gets_the_same_bytes() {
    let server = Server::start().await;
    let address = format!("http://{}/pipelines/narrate?flat=1", server.address);
    let post = ["-X", "POST", &address, "-H", "Content-Type: application/json", "-d", NARRATE];
    let Some(got) = curl(&post).await else { return };
    assert_eq!(got, (server.post("/pipelines/narrate?flat=1", NARRATE).await.body, true));
}

#[tokio::test]
async fn curl_resumes_after_a_lost_connection() {
    let server = Server::start().await;
    let run = server.begin("narrate", NARRATE).await;
    let cuts = Cuts::before(server.address, 900).await;
    let [cut, whole] = [cuts.address, server.address].map(|address| format!("http://{address}/runs/{run}/events"));
    let Some((begun, got_all)) = curl(&[&cut]).await else { return };
    assert!(!got_all, "it was not cut");
    let mut blocks = Blocks::of(&begun);
    let last = format!("Last-Event-ID: {}", blocks.last().expect("an event").id);
    let (rest, got_all) = curl(&[&whole, "-H", &last]).await.expect("it is there");
    assert!(got_all, "it was cut again");
    blocks.extend(Blocks::of(&rest));
    assert_eq!(blocks, Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body));
}
