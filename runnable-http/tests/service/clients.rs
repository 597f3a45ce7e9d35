//! Clients that others have written, as they are.

use super::{
    Server,
    client::{Block, Blocks},
};
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
    let needed = folder.join(if python { "venv/bin/python" } else { "node_modules" });
    if !needed.exists() {
        skip(script, format_args!("{} is missing", needed.display()));
        return None;
    }
    let mut command;
    if python {
        command = Command::new(needed);
        command.arg(scripts().join(script));
    } else {
        copied(&folder);
        command = Command::new("node");
        command.arg(folder.join(script));
    }
    Some(command)
}

/// What a client says of each event, line by line, and the events that there were.
async fn read_with(script: &str, path: &str) -> Option<(Vec<Value>, Vec<Block>)> {
    let mut client = client(script)?;
    let server = Server::with(|service| service.heartbeat(Duration::from_millis(40))).await;
    let run = server.begin("tell", TELL).await;
    let address = format!("http://{}/runs/{run}/{path}", server.address);
    let running = client.arg(address).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).output();
    let output = tokio::time::timeout(Duration::from_mins(1), running).await.expect("in time").expect("it runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let said = said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let whole = server.get(&format!("/runs/{run}/events")).await.body;
    Some((said, Blocks::of(&whole)))
}

fn told(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().map(|block| json!({ "id": block.id, "data": block.data })).collect()
}

/// A client of server-sent events gets each event once, and none besides.
async fn gets_the_same(script: &str) {
    let Some((said, blocks)) = read_with(script, "events").await else { return };
    assert_eq!(said, told(&blocks));
}

#[tokio::test]
async fn eventsource_gets_every_event_and_ends_with_204() {
    let Some((said, blocks)) = read_with("eventsource.js", "events").await else { return };
    let mut expected = told(&blocks);
    expected.push(json!({ "closed": 204 }));
    assert_eq!(said, expected);
}

#[tokio::test]
async fn eventsource_parser_gets_every_event() {
    gets_the_same("eventsource-parser.js").await;
}

#[tokio::test]
async fn fetch_event_source_gets_every_event() {
    gets_the_same("fetch-event-source.js").await;
}

#[tokio::test]
async fn httpx_sse_gets_every_event() {
    gets_the_same("httpx_sse_client.py").await;
}

#[tokio::test]
async fn the_decoder_of_openai_gets_every_event() {
    gets_the_same("openai_client.py").await;
}

#[tokio::test]
async fn clients_of_websockets_get_every_event_and_a_normal_close() {
    for script in ["ws.js", "websockets_client.py"] {
        let Some((said, blocks)) = read_with(script, "ws").await else { continue };
        let mut expected = told(&blocks);
        expected.push(json!({ "closed": 1000 }));
        assert_eq!(said, expected, "{script}");
    }
}

#[tokio::test]
async fn curl_gets_the_same_bytes() {
    let server = Server::start().await;
    let address = format!("http://{}/pipelines/tell?flat=1", server.address);
    let mut curl = Command::new("curl");
    curl.args(["-sN", "-X", "POST", &address, "-H", "Content-Type: application/json", "-d", TELL]);
    let Ok(output) = curl.output().await else {
        return skip("curl", "it is missing");
    };
    assert!(output.status.success());
    let expected = server.post("/pipelines/tell?flat=1", TELL).await.body;
    assert_eq!(String::from_utf8(output.stdout).expect("UTF-8"), expected);
}
