//! Tests of the program: its variables, its address and its signals.
#![cfg(unix)]
mod support;

use serde_json::json;
use std::{
    process::{Output, Stdio},
    time::{Duration, Instant},
};
use support::{SOON, Server};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpListener,
    process::{Child, Command},
    time::timeout,
};

fn program(variables: &[(&str, &str)], address: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_llm_server"));
    for name in ["OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_KEY"] {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied()).arg(address);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

/// Returns the error of a program that does not start.
async fn error(variables: &[(&str, &str)], address: &str) -> String {
    let Output { status, stdout, stderr } = timeout(SOON, program(variables, address).output()).await.unwrap().unwrap();
    let stderr = String::from_utf8(stderr).unwrap();
    assert_eq!((status.code(), stdout.as_slice()), (Some(1), b"".as_slice()), "{stderr}");
    assert!(!stderr.contains("sk-1234"), "{stderr}");
    stderr.strip_prefix("error: ").expect(&stderr).to_owned()
}

const URL: (&str, &str) = ("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
const MODEL: (&str, &str) = ("OPENAI_MODEL", "tiny");
const KEY: (&str, &str) = ("OPENAI_API_KEY", "sk-1234");

#[tokio::test]
async fn an_invalid_address_of_the_model_names_its_variable() {
    for url in ["notaurl", "http://", "http://[::1", "localhost:8080/v1", "ftp://h/v1", "file:///v1", "http://h:99999"]
    {
        let error = error(&[("OPENAI_BASE_URL", url), MODEL, KEY], "127.0.0.1:0").await;
        assert!(error.starts_with("`OPENAI_BASE_URL` "), "{url}: {error}");
        assert!(error.contains("\nhelp: set it to an address such as `http://127.0.0.1:8080/v1`"), "{url}: {error}");
    }
}

#[tokio::test]
async fn a_variable_without_the_others_is_an_error_that_names_both() {
    let cases: [(&[(&str, &str)], &str); 5] = [
        (&[MODEL], "`OPENAI_MODEL` is set, but `OPENAI_BASE_URL` is not\nhelp: set it"),
        (&[KEY], "`OPENAI_API_KEY` is set, but `OPENAI_BASE_URL` is not\nhelp: set it"),
        (&[MODEL, KEY, ("OPENAI_BASE_URL", " ")], "`OPENAI_MODEL` is set, but `OPENAI_BASE_URL` is not\nhelp: set it"),
        (&[URL], "`OPENAI_BASE_URL` is set, but `OPENAI_MODEL` is not\nhelp: set it"),
        (&[URL, KEY], "`OPENAI_BASE_URL` is set, but `OPENAI_MODEL` is not\nhelp: set it"),
    ];
    for (variables, expected) in cases {
        let error = error(variables, "127.0.0.1:0").await;
        assert!(error.starts_with(expected), "{variables:?}: {error}");
    }
}

#[tokio::test]
async fn an_invalid_key_is_not_shown() {
    let error = error(&[URL, MODEL, ("OPENAI_API_KEY", "sk-1234\nX: y")], "127.0.0.1:0").await;
    assert!(error.starts_with("`OPENAI_API_KEY` has a character that a header cannot have\nhelp: "), "{error}");
}

#[tokio::test]
async fn an_address_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let error = error(&[], &address).await;
    assert!(error.starts_with(&format!("cannot listen on `{address}`: Address already in use")), "{error}");
    assert!(error.contains("\nhelp: stop the program that listens there, or give another address: "), "{error}");
}

#[tokio::test]
async fn an_invalid_address_is_named() {
    for address in ["nowhere", "127.0.0.1", "127.0.0.1:99999", "192.0.2.1:0"] {
        let error = error(&[], address).await;
        assert!(error.starts_with(&format!("cannot listen on `{address}`: ")), "{error}");
        assert!(error.contains("\nhelp: give an address of this machine: `cargo run"), "{error}");
    }
}

struct Running {
    process: Child,
    server: Server,
    log: tokio::io::Lines<BufReader<tokio::process::ChildStderr>>,
}

impl Running {
    async fn start() -> Self {
        let mut process = program(&[], "127.0.0.1:0").spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        let url = line.strip_prefix("listening on ").and_then(|rest| rest.strip_suffix(" (model: scripted)"));
        let log = BufReader::new(process.stderr.take().unwrap()).lines();
        Self { server: Server { url: url.expect(&line).to_owned() }, process, log }
    }

    async fn signal(&self, signal: &str) {
        let pid = self.process.id().unwrap().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().await.unwrap().success());
    }
}

#[tokio::test]
async fn a_second_signal_stops_at_once() {
    for signals in [["-INT", "-INT"], ["-TERM", "-INT"], ["-TERM", "-TERM"]] {
        let mut running = Running::start().await;
        // Longer than the grace period.
        let prompt = "word ".repeat(1000);
        let mut frames = running.server.stream("/chat", json!({ "prompt": prompt })).await;
        frames.next_of("chunk").await;
        running.signal(signals[0]).await;
        let line = timeout(SOON, running.log.next_line()).await.unwrap().unwrap().unwrap();
        assert_eq!(line, "stopping: answers have 10s to complete; a second signal stops at once");
        frames.next_of("chunk").await;
        let began = Instant::now();
        running.signal(signals[1]).await;
        let status = timeout(SOON, running.process.wait()).await.expect("the process did not stop").unwrap();
        assert_eq!(status.code(), Some(130));
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    }
}

#[tokio::test]
async fn an_answer_that_outlives_the_grace_period_ends_with_an_error() {
    let mut running = Running::start().await;
    let mut frames = running.server.stream("/chat", json!({ "prompt": "word ".repeat(1000) })).await;
    frames.next_of("chunk").await;
    running.signal("-TERM").await;
    let frames = frames.rest().await;
    assert_eq!(*frames.last().unwrap(), json!({ "type": "error", "error": "the server is shutting down" }));
    let status = timeout(SOON, running.process.wait()).await.expect("the process did not stop").unwrap();
    assert!(status.success(), "{status}");
}

#[tokio::test]
async fn a_pipeline_runs_from_the_command_line_with_the_model_of_the_variables() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_llm"));
    for name in ["OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_KEY"] {
        command.env_remove(name);
    }
    command.args(["run", "chat_map_translate", "--prompt", "Hello", "--languages", "german", "--languages", "french"]);
    let Output { status, stdout, stderr } = timeout(SOON, command.output()).await.unwrap().unwrap();
    assert!(status.success(), "{}", String::from_utf8_lossy(&stderr));
    let output: serde_json::Value = serde_json::from_slice(&stdout).unwrap();
    assert!(output["full_text"].is_string() && output["translation"].as_array().unwrap().len() == 2, "{output}");
}
