//! Tests of graceful shutdown.
mod support;

use llm_server::serve;
use serde_json::json;
use std::{process::Stdio, thread, time::Duration};
use support::{SOON, Server, text, upstream::Upstream};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::{TcpListener, TcpStream},
    process::Command,
    runtime::Runtime,
    sync::oneshot,
    time::timeout,
};

#[cfg(unix)]
#[tokio::test]
async fn a_signal_lets_answers_complete_and_refuses_new_connections() {
    for signal in ["-INT", "-TERM"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_llm_server"));
        command.arg("127.0.0.1:0").env_remove("OPENAI_BASE_URL").stdout(Stdio::piped()).kill_on_drop(true);
        let mut process = command.spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().unwrap();
        let url = line.strip_prefix("listening on ").and_then(|rest| rest.strip_suffix(" (model: scripted)"));
        let url = url.expect(&line).to_owned();
        let address = url.strip_prefix("http://").unwrap().to_owned();

        let mut frames = Server { url }.stream("/chat", json!({"prompt": "Hi."})).await;
        let first = frames.next_of("chunk").await;
        let pid = process.id().unwrap().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().await.unwrap().success());
        let refused = async { while TcpStream::connect(&address).await.is_ok() {} };
        timeout(SOON, refused).await.expect("the server still accepts connections");

        let frames = frames.rest().await;
        let done = frames.last().unwrap();
        assert_eq!(done["full_text"], first["text"].as_str().unwrap().to_owned() + &text(&frames, |_| true));
        let status = timeout(SOON, process.wait()).await.expect("the process did not stop").unwrap();
        assert!(status.success(), "{signal}: {status}");
    }
}

#[tokio::test]
async fn an_answer_that_takes_too_long_ends_with_an_error() {
    let mut upstream = Upstream::start();
    let model = upstream.model();
    let (send_url, url) = oneshot::channel();
    let (stop, stopped) = oneshot::channel::<()>();
    // The runtime ends with the server, as in the program.
    let program = thread::spawn(move || {
        Runtime::new().unwrap().block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            send_url.send(format!("http://{}", listener.local_addr().unwrap())).unwrap();
            let stopped = async { stopped.await.unwrap() };
            serve(listener, model, stopped, Duration::from_millis(100)).await.unwrap();
        });
    });
    let response = Server { url: url.await.unwrap() }.post("/chat", &json!({"prompt": "Hi."})).await;
    let answer = upstream.question().await.answer();
    answer.say("Hel").await;
    stop.send(()).unwrap();
    let body = timeout(SOON, response.text()).await.expect("the answer is not cut off").unwrap();
    let end = "data: {\"type\":\"error\",\"error\":\"the server is shutting down\"}\n\n";
    assert!(body.contains("Hel") && body.ends_with(end), "{body}");
    answer.closed().await;
    program.join().unwrap();
}
