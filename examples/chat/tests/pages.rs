//! The chat pages in Chromium, through `tests/pages.js`.

use axum::{Router, http::StatusCode};
use llm_server::{
    Model,
    model::{OpenAi, Scripted},
};
use runnable::runner::Runner;
use serde_json::{Value, json};
use std::{
    env,
    io::{Write as _, stderr},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
    sync::OnceLock,
    time::Duration,
};
use tokio::{net::TcpListener, process::Command};

/// The programs that the tests need, as `cargo xtask test` installs them.
struct Installed {
    clients: PathBuf,
    chromium: PathBuf,
}

/// Set once the scripts are bundled: the tests share them.
static BUNDLED: OnceLock<()> = OnceLock::new();

/// Returns the programs, or reports the first thing that is missing.
fn installed() -> Option<Installed> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("x");
    let or =
        |variable: &str, name: &str| env::var_os(variable).map_or_else(|| target.with_file_name(name), PathBuf::from);
    let (clients, chat) = (or("RUNNABLE_CLIENTS", "clients"), or("RUNNABLE_CHAT", "chat"));
    let chromium = or("RUNNABLE_CHROMIUM", "chromium-headless-shell/start");
    let runs = |program: &Path| std::process::Command::new(program).arg("--version").output().is_ok();
    for (name, is_there) in [
        ("the packages of the pages", chat.join("node_modules/installed").exists()),
        ("playwright-core", clients.join("node_modules/installed").exists()),
        ("Chromium", runs(&chromium)),
    ] {
        if !is_there {
            assert!(env::var_os("RUNNABLE_REQUIRE_CLIENTS").is_none(), "{name}: not installed");
            let _ = writeln!(stderr(), "skipped: {name}: not installed; `cargo xtask test` installs what it can");
            return None;
        }
    }
    BUNDLED.get_or_init(|| bundle(&chat));
    Some(Installed { clients, chromium })
}

/// Returns the folder of the scripts, which the build makes.
fn scripts() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("chat")
}

/// Bundles the scripts as `npm run build` does, with packages that are elsewhere.
fn bundle(packages: &Path) {
    let modules = packages.join("node_modules");
    let web = Path::new(env!("CARGO_MANIFEST_DIR")).join("web");
    let manifest = std::fs::read_to_string(web.join("package.json")).expect("a manifest");
    let manifest: Value = serde_json::from_str(&manifest).expect("JSON");
    let build = manifest["scripts"]["build"].as_str().expect("a command");
    let mut words = build.split(' ');
    assert_eq!(words.next(), Some("esbuild"));
    let mut esbuild = std::process::Command::new(modules.join(".bin/esbuild"));
    esbuild.args(words.filter(|word| !word.starts_with("--outdir="))).arg("--log-level=error");
    esbuild.arg(format!("--outdir={}", scripts().display()));
    let output = esbuild.current_dir(web).env("NODE_PATH", modules).output().expect("esbuild runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Serves the pages, with the scripts that were made for the tests.
async fn serve(model: Model) -> SocketAddr {
    let runner = Runner::builder().run_log("memory:").resource(model).build().await.expect("a runner");
    let (app, handle) = chat::app(runner, scripts());
    let address = listen(app).await;
    // The runs end with the test.
    std::mem::forget(handle);
    address
}

async fn listen(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, app).await });
    address
}

/// Asserts what a page shows.
async fn works(page: &str) {
    let Some(Installed { clients, chromium }) = installed() else { return };
    let url = serve(Model::Scripted(Scripted::new(Duration::from_millis(60)))).await;
    let refusing = listen(Router::new().fallback(|| async { StatusCode::BAD_REQUEST })).await;
    let refusing = OpenAi::new(&format!("http://{refusing}/v1"), "none", None).expect("a model");
    let failing = serve(Model::OpenAi(refusing)).await;
    let mut script = Command::new("node");
    script.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages.js"));
    script.args([format!("http://{url}"), page.to_owned(), format!("http://{failing}")]);
    script.env("RUNNABLE_CLIENTS", clients).env("RUNNABLE_CHROMIUM", chromium);
    let running = script.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true).output();
    let output = tokio::time::timeout(Duration::from_mins(2), running).await.expect("in time").expect("node runs");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let said: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let [first, second] = ["good morning", "and good night"].map(|prompt| {
        let answer = format!("You said: {prompt} (This is a scripted answer; no model is running.)");
        json!([answer, format!("[spanish] {answer}"), format!("[french] {answer}")])
    });
    assert_eq!(said[0], json!({ "streamed": true, "whole": first, "runs": 1 }));
    assert_eq!(said[1], json!({ "answers": [first, second], "runs": 2 }));
    assert_eq!(said[2], json!({ "kept": [first, second], "runs": 2 }));
    assert_eq!(said[3], json!({ "stopped": "cancelled", "users": 3 }));
    assert!(said[4]["error"].as_str().is_some_and(|error| error.contains("400")), "{}", said[4]);
    assert_eq!(said[4]["errors"], json!([]));
}

#[tokio::test]
async fn the_page_of_the_ai_sdk_streams_stops_and_continues_after_a_reload() {
    works("ai-sdk").await;
}

#[tokio::test]
async fn the_page_of_assistant_ui_streams_stops_and_continues_after_a_reload() {
    works("ag-ui").await;
}
