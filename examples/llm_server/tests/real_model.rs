//! Tests with a real model, which `model.sh` starts:
//! `RUNNABLE_MODEL=1 cargo test -p llm_server --test real_model`
mod support;

use llm_server::{Model, model::OpenAi};
use serde_json::{Value, json};
use std::{
    io::{Write, stderr},
    process::Stdio,
    time::Duration,
};
use support::{Server, text};
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, BufReader},
    process::{Child, Command},
    sync::{Mutex, MutexGuard, mpsc},
    time::timeout,
};

/// The first start installs the model.
const START: Duration = Duration::from_mins(5);

/// Serializes the models, which would compete for the processor and install the same files.
static TURN: Mutex<()> = Mutex::const_new(());

struct RealModel {
    process: Child,
    log: mpsc::UnboundedReceiver<String>,
    url: String,
    _turn: MutexGuard<'static, ()>,
}

impl RealModel {
    /// Starts a model, or returns `None` and reports a skip unless `RUNNABLE_MODEL` is set.
    async fn start() -> Option<Self> {
        if std::env::var_os("RUNNABLE_MODEL").is_none() {
            // `eprintln!` is captured if the test passes.
            let _ = writeln!(stderr(), "skipped: set RUNNABLE_MODEL=1 to use a real model (downloads 100 MB once)");
            return None;
        }
        let turn = TURN.lock().await;
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut process = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/model.sh"))
            .arg(port.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let (lines, log) = mpsc::unbounded_channel();
        forward(process.stdout.take().unwrap(), lines.clone());
        forward(process.stderr.take().unwrap(), lines);
        let url = format!("http://127.0.0.1:{port}");
        let mut model = Self { process, log, url, _turn: turn };
        model.logged("ready:", START).await;
        Some(model)
    }

    /// Starts the example, backed by this model.
    async fn server(&self) -> Server {
        Server::start(Model::OpenAi(OpenAi::new(&format!("{}/v1", self.url), "smollm2", None).unwrap())).await
    }

    /// Waits for a line in the model's log.
    async fn logged(&mut self, text: &str, within: Duration) {
        let mut before = vec![];
        let found = timeout(within, async {
            while let Some(line) = self.log.recv().await {
                if line.contains(text) {
                    return true;
                }
                before.push(line);
            }
            false
        });
        assert!(found.await == Ok(true), "no line with {text:?} in\n{}", before.join("\n"));
    }

    /// Returns the number of in-flight answers.
    async fn busy(&self) -> usize {
        let slots = reqwest::get(format!("{}/slots", self.url)).await.unwrap().json::<Vec<Value>>().await.unwrap();
        slots.iter().filter(|slot| slot["is_processing"] == true).count()
    }

    /// Stops the model as Ctrl-C does.
    async fn stop(mut self) {
        let pid = self.process.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().await.unwrap().success());
        let status = timeout(support::SOON, self.process.wait()).await.expect("the model did not stop").unwrap();
        assert!(status.success(), "{status}");
    }
}

fn forward(output: impl AsyncRead + Send + Unpin + 'static, lines: mpsc::UnboundedSender<String>) {
    tokio::spawn(async move {
        let mut output = BufReader::new(output).lines();
        while let Ok(Some(line)) = output.next_line().await {
            let _ = lines.send(line);
        }
    });
}

#[tokio::test]
async fn tokens_are_streamed_while_the_model_generates() {
    let Some(model) = RealModel::start().await else { return };
    let server = model.server().await;
    let mut frames = server.stream("/chat", json!({"prompt": "Describe rivers."})).await;
    frames.next_of("chunk").await;
    assert_eq!(model.busy().await, 1, "the answer was complete before its first token was sent");
    let frames = frames.rest().await;
    let done = frames.last().unwrap();
    assert_eq!(done["type"], "done", "{done}");
    let rest = text(&frames, |_| true);
    assert!(done["full_text"].as_str().unwrap().ends_with(&rest), "{done}");
    let longest = frames.iter().filter_map(|frame| frame["text"].as_str()).map(|text| text.split_whitespace().count());
    assert!(frames.len() > 10 && longest.max() == Some(1), "{frames:?}");
    model.stop().await;
}

#[tokio::test]
async fn translations_of_a_real_model_interleave() {
    let Some(model) = RealModel::start().await else { return };
    let frames = model.server().await.stream("/chat-and-translate", json!({"prompt": "Say hello."})).await.rest().await;
    let translations = frames.iter().filter(|frame| frame["type"] == "done" && frame["translation"].is_string());
    assert_eq!(translations.count(), 2, "{frames:?}");
    let mut turns: Vec<_> =
        frames.iter().filter(|frame| frame["type"] == "chunk").filter_map(|frame| frame["language"].as_str()).collect();
    let chunks = turns.len();
    turns.dedup();
    assert!(turns.len() > 2, "not concurrent: {} turns in {chunks} chunks", turns.len());
    model.stop().await;
}

#[tokio::test]
async fn a_client_that_disconnects_stops_the_generation() {
    let Some(mut model) = RealModel::start().await else { return };
    let server = model.server().await;
    let mut frames = server.stream("/chat", json!({"prompt": "Write a very long story about a king."})).await;
    frames.next_of("chunk").await;
    drop(frames);
    model.logged("cancel task", support::SOON).await;
    model.logged("stop processing", support::SOON).await;
    assert_eq!(model.busy().await, 0);
    model.stop().await;
}
