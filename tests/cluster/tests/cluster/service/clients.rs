//! Unmodified third-party clients, and the reader of the guide, over connections that are cut.

use super::{Server, network::Cuts};
use crate::{
    client::Block,
    machines::{Engine, Machines, on_each_engine},
    servers::servers,
};
use serde_json::{Value, json};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
};

on_each_engine!(third_party_clients_get_every_event_once_over_cut_connections);

/// The scripts, the form that they read, and what they print at the end.
const CLIENTS: [(&str, &str); 6] = [
    ("eventsource.js", "events"),
    ("fetch-event-source.js", "events"),
    ("httpx_sse_client.py", "events"),
    ("openai_client.py", "events"),
    ("ws.js", "ws"),
    ("websockets_client.py", "ws"),
];

const INPUT: &str = r#"{"n":2,"ms":20}"#;

fn http() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runnable-http")
}

/// Reports that a client is not tested. The output of `eprintln!` is captured if a test passes.
fn skip(client: &str, why: &str) {
    assert!(std::env::var_os("RUNNABLE_REQUIRE_CLIENTS").is_none(), "`{client}`: {why}");
    let _ = writeln!(std::io::stderr(), "skipped: `{client}`: {why}; `cargo xtask test` installs what it can");
}

/// Returns a client, or `None` if it is not installed.
fn client(script: &str) -> Option<Command> {
    let default = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("clients");
    let folder = std::env::var_os("RUNNABLE_CLIENTS").map_or_else(default, Into::into);
    let source = http().join("tests/clients").join(script);
    let python = Path::new(script).extension().is_some_and(|extension| extension == "py");
    let packages = folder.join(if python { "venv" } else { "node_modules" });
    if !packages.join("installed").exists() {
        skip(script, "it is not installed");
        return None;
    }
    let mut command;
    if python {
        command = Command::new(packages.join("bin/python"));
        command.arg("-B").arg(source);
    } else {
        // Modules are looked for beside the script.
        let copy = folder.join(format!("cluster-{script}"));
        fs::copy(source, &copy).expect("the script can be copied");
        command = Command::new("node");
        command.arg(copy);
    }
    Some(command)
}

/// Returns the lines that a client prints.
async fn say(mut client: Command) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    let output = tokio::task::spawn_blocking(move || client.output()).await??;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout)?;
    Ok(said.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

async fn gets_every_event(server: &Server, script: &str, path: &str) -> Result<(), Box<dyn std::error::Error>> {
    let Some(mut client) = client(script) else { return Ok(()) };
    let cuts = Cuts::before(server.address, 2500).await;
    let run = server.begin("digest_all", &INPUT.parse()?).await;
    client.arg(format!("http://{}/runs/{run}/{path}", cuts.address));
    let mut said = say(client).await?;
    said.retain(|line| line.get("closed").is_none());
    let sent = |block: &Block| json!({ "id": block.id, "data": block.data });
    assert_eq!(said, server.blocks(&run).await.iter().map(sent).collect::<Vec<_>>(), "{script}");
    assert!(cuts.count() > 1, "{script} was cut {} times", cuts.count());
    Ok(())
}

async fn third_party_clients_get_every_event_once_over_cut_connections(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let server = Server::start(&machines.cluster).await;
    // At the same time: most wait for two seconds before they connect again.
    let all = CLIENTS.map(|(script, path)| gets_every_event(&server, script, path));
    for got in futures_util::future::join_all(all).await {
        got?;
    }
    if Command::new("node").arg("--version").output().is_err() {
        skip("node", "it is missing");
        return Ok(());
    }
    let cuts = Cuts::before(server.address, 2500).await;
    let run = server.begin("digest_all", &INPUT.parse()?).await;
    let mut reader = Command::new("node");
    reader.arg(http().join("tests/clients/reader.mjs")).arg(format!("http://{}/runs/{run}/events", cuts.address));
    reader.arg(http().join("src/docs/guide/reader.mjs"));
    let mut said = say(reader).await?;
    let end = said.pop().ok_or("an end")?;
    assert_eq!(end["texts"]["docs[1]/generate/"], "document 1 says word word ");
    assert_eq!(said.len(), server.blocks(&run).await.len());
    assert!(cuts.count() > 1, "it was cut {} times", cuts.count());
    Ok(())
}
