//! Clients that others have written, as they are, and the reader of the guide.

mod cuts;
mod reader;

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

/// A run that is silent between its events for longer than a heartbeat.
const TELL: &str = r#"{"words":["good","morning","\n\n: hb\ndata: x"],"tone":"loud","pause_ms":120}"#;

/// Where clients are installed; see `tests/clients/README.md`.
fn installed() -> PathBuf {
    let default = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("clients");
    std::env::var_os("RUNNABLE_CLIENTS").map_or_else(default, Into::into)
}

fn scripts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clients")
}

/// Tells that a client is not tested. Not by `eprintln!`, which is captured where a test passes.
fn skip(client: &str, why: impl fmt::Display) {
    assert!(std::env::var_os("RUNNABLE_REQUIRE_CLIENTS").is_none(), "`{client}`: {why}");
    let _ = writeln!(stderr(), "skipped: `{client}`: {why}; `cargo xtask test` installs what it can");
}

/// A module finds its packages beside itself, so that all are copied there, once.
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

/// The command of a client; `None`, and told, where it is not installed.
fn client(script: &str) -> Option<Command> {
    let folder = installed();
    let python = Path::new(script).extension().is_some_and(|extension| extension == "py");
    let packages = folder.join(if python { "venv" } else { "node_modules" });
    // The file that is written last.
    if !packages.join("installed").exists() {
        skip(script, format_args!("nothing is installed in {}", packages.display()));
        return None;
    }
    let mut command;
    if python {
        command = Command::new(packages.join("bin/python"));
        // It leaves nothing beside the script.
        command.arg("-B").arg(scripts().join(script));
    } else {
        copied(&folder);
        command = Command::new("node");
        command.arg(folder.join(script));
    }
    Some(command)
}

/// What a client says, line by line.
async fn say(mut client: Command) -> Vec<Value> {
    let running = client.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).output();
    let output = tokio::time::timeout(Duration::from_mins(1), running).await.expect("in time").expect("it runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A client gets each event once and none besides, whether or not its connection is cut; what it says at the `end` is as told.
async fn gets_the_same(script: &str, path: &str, end: Option<Value>) {
    let server = Server::with(|service| service.keep_alive(Duration::from_millis(40))).await;
    let cuts = Cuts::before(server.address, 900).await;
    for address in [server.address, cuts.address] {
        let Some(mut client) = client(script) else { return };
        let run = server.begin("tell", TELL).await;
        client.arg(format!("http://{address}/runs/{run}/{path}"));
        let said = say(client).await;
        let blocks = Blocks::of(&server.get(&format!("/runs/{run}/events")).await.body);
        let mut expected = told(&blocks);
        expected.extend(end.clone());
        assert_eq!(said, expected, "{script}");
    }
    assert!(cuts.count() > 1, "{script} was cut {} times", cuts.count());
}

fn told(blocks: &[Block]) -> Vec<Value> {
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

/// What `curl` prints, and whether it got all; `None` where there is no `curl`.
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
    let address = format!("http://{}/pipelines/tell?flat=1", server.address);
    let post = ["-X", "POST", &address, "-H", "Content-Type: application/json", "-d", TELL];
    let Some(got) = curl(&post).await else { return };
    assert_eq!(got, (server.post("/pipelines/tell?flat=1", TELL).await.body, true));
}

#[tokio::test]
async fn curl_goes_on_after_its_connection_was_cut() {
    let server = Server::start().await;
    let run = server.begin("tell", TELL).await;
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
