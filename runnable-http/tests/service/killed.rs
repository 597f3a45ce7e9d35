use super::{
    client::{Block, Blocks, Client},
    tasks,
};
use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// Where the process of a test finds the run log that it is to serve.
const LOG: &str = "RUNNABLE_HTTP_TEST_LOG";
const TELL: &str = r#"{"words":["a","b","c","d","e","f","g","h","i","j"],"tone":"loud","pause_ms":30}"#;

/// A server in a process of its own, which is killed where this is dropped.
struct Process {
    child: Child,
    address: SocketAddr,
}

impl Process {
    fn start(log: &Path) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("a program"))
            .args(["--exact", "killed::a_server_in_a_process_of_its_own", "--nocapture"])
            .env(LOG, log)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut lines = lines.map(|line| line.expect("text"));
        let address = lines.find_map(|line| line.split_once("ADDRESS ").map(|(_, address)| address.to_owned()));
        Self { child, address: address.expect("an address").parse().expect("an address") }
    }

    async fn ask(&self, request: &str, headers: &[(&str, &str)], body: &str) -> super::Answer {
        Client::connect(self.address).await.ask(request, headers, body).await
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // `kill -9`.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Does nothing unless another test has started it.
#[tokio::test]
async fn a_server_in_a_process_of_its_own() {
    let Ok(log) = std::env::var(LOG) else { return };
    let runner = runnable::runner::Runner::builder().run_log(&log).build().await.expect("a runner");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    println!("ADDRESS {}", listener.local_addr().expect("an address"));
    let service = tasks::served(runnable_http::service(runner));
    service.serve_on(listener, std::future::pending()).await.expect("it serves");
}

/// Reads up to `most` more blocks after the last one, or to the end of the connection.
async fn read_on(server: &Process, run: &str, blocks: &mut Vec<Block>, most: usize) {
    let mut client = Client::connect(server.address).await;
    let last = blocks.last().map(|block| block.id.clone()).unwrap_or_default();
    client.send(&format!("GET /runs/{run}/events"), &[("last-event-id", &last)], "").await;
    assert_eq!(client.head().await.0, 200);
    let (mut parser, until) = (Blocks::default(), blocks.len().saturating_add(most));
    while blocks.len() < until {
        let Ok(Some(chunk)) = client.chunk().await else { return };
        let room = until - blocks.len();
        blocks.extend(parser.add(&chunk).into_iter().take(room));
    }
}

/// The text that a reader folds: what an attempt sent before it was reset is void.
fn folded(blocks: &[Block]) -> String {
    let mut text = String::new();
    for event in blocks.iter().map(Block::json) {
        match event["type"].as_str() {
            Some("step.reset") => text.clear(),
            Some("chunk") => text.push_str(event["data"]["text"].as_str().expect("text")),
            _ => {}
        }
    }
    text
}

#[tokio::test]
async fn a_reader_goes_on_after_the_server_was_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = folder.path().join("runs.db");
    for after in [1, 3, 6, 9] {
        let mut server = Process::start(&log);
        let answer = server.ask("POST /pipelines/tell", &[("prefer", "respond-async")], TELL).await;
        let run = answer.json()["id"].as_str().expect("an id").to_owned();
        let mut blocks = vec![];
        read_on(&server, &run, &mut blocks, after).await;
        drop(server);

        server = Process::start(&log);
        let read_before = blocks.clone();
        let reader = read_on(&server, &run, &mut blocks, usize::MAX);
        let resume = async {
            let resume = format!("POST /runs/{run}/resume");
            for _ in 0..200 {
                let answer = server.ask(&resume, &[("prefer", "respond-async")], "").await;
                if answer.status == 202 {
                    return;
                }
                // The dead process has not been missed yet.
                assert_eq!(answer.problem(409), "running");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            panic!("it does not go on");
        };
        tokio::join!(reader, resume);

        let seqs: Vec<_> = blocks.iter().map(|block| block.json()["seq"].as_u64().expect("a number")).collect();
        assert_eq!(seqs, (1..=u64::try_from(seqs.len()).expect("few")).collect::<Vec<_>>());
        assert_eq!(blocks[..read_before.len()], read_before);
        assert_eq!(folded(&blocks), "abcdefghij");
        let last = blocks.last().expect("events").json();
        assert_eq!(last["data"]["result"]["told"], "A B C D E F G H I J");
        let whole = server.ask(&format!("GET /runs/{run}/events"), &[], "").await;
        assert_eq!(Blocks::of(&whole.body), blocks);
    }
}
