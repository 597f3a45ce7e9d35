//! Cancelling runs of another process.

use super::*;
use runnable::{
    ErrorKind,
    runner::Config,
    store::{RunStatus, StoreErrorKind},
};
use std::{
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStdout, Command, Stdio},
    time::{Duration, Instant},
};

const LEASE: Duration = Duration::from_millis(1500);

/// The run log of the other process, and the id of its run.
const LOG: &str = "RUNNABLE_TEST_ELSEWHERE_LOG";
const RUN: &str = "RUNNABLE_TEST_ELSEWHERE_RUN";

#[task(returns = [text])]
async fn waits(here: bool) -> String {
    // A process that resumes the run does not wait.
    if here || std::env::var_os(RUN).is_some() {
        println!("\nwaiting");
        std::future::pending::<()>().await;
    }
    "done".to_owned()
}

pipeline! {
    fn waiting(here: bool) -> [text] { waits }
}

async fn open(url: &str) -> Runner {
    let mut config = Config::default();
    (config.run_log.url, config.run_log.lease) = (url.parse().expect("a location"), LEASE);
    Runner::builder().config(config).build().await.expect("a runner")
}

#[tokio::test]
#[ignore = "started by other tests"]
async fn a_process_with_a_run() {
    let (url, run) = (std::env::var(LOG).expect("a log"), std::env::var(RUN).expect("a run"));
    let runner = open(&url).await;
    let error = runner.run(waiting(false)).run_id(run).await.expect_err("it is cancelled");
    println!("\nended {:?}", error.kind());
    runner.shutdown().await.expect("it closes");
}

/// Another process, which is killed when this is dropped.
struct Process {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Process {
    fn start(url: &str, run: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("a program"));
        command.args(["elsewhere::a_process_with_a_run", "--exact", "--ignored", "--nocapture"]);
        let mut child = command.env(LOG, url).env(RUN, run).stdout(Stdio::piped()).spawn().expect("it starts");
        let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut process = Self { child, lines };
        process.hear("waiting");
        process
    }

    fn hear(&mut self, word: &str) -> String {
        let mut lines = self.lines.by_ref().map(|line| line.expect("text"));
        let rest = lines.find_map(|line| line.strip_prefix(word).map(ToOwned::to_owned));
        rest.expect("the other process ended")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn cancels(url: &str) {
    let runner = open(url).await;
    let mut process = Process::start(url, "A");
    let asked = Instant::now();
    for _ in 0..3 {
        runner.cancel("A").await.expect("it is running");
    }
    assert_eq!(process.hear("ended "), format!("{:?}", ErrorKind::Cancelled));
    assert!(asked.elapsed() <= LEASE / 3 + Duration::from_secs(1), "{:?}", asked.elapsed());
    assert_eq!(record(&runner, "A").await.status, RunStatus::Cancelled);
    assert_eq!(attempts(&runner, "A").await, ["waits#1 Cancelled"]);
    let error = runner.cancel("A").await.expect_err("it has ended");
    assert_eq!(error.kind(), StoreErrorKind::Invalid, "{error}");
    // The request ended with the run.
    let output = runner.resume::<Waiting>("A").await.expect("it is not cancelled again");
    assert_eq!(output.text, "done");

    let mut process = Process::start(url, "B");
    process.child.kill().expect("it is running");
    process.child.wait().expect("it has ended");
    // A lease in a database ends with its time.
    let deadline = Instant::now() + 4 * LEASE;
    let error = loop {
        match runner.cancel("B").await {
            Ok(()) if Instant::now() < deadline => tokio::time::sleep(Duration::from_millis(50)).await,
            asked => break asked.expect_err("its process is dead"),
        }
    };
    assert_eq!(error.kind(), StoreErrorKind::Interrupted, "{error}");
    assert!(error.to_string().contains("help: resume the run"), "{error}");
    let output = runner.resume::<Waiting>("B").await.expect("the request does not outlive the part");
    assert_eq!(output.text, "done");
    let unknown = runner.cancel("C").await.expect_err("it does not exist");
    assert_eq!(unknown.kind(), StoreErrorKind::NotFound, "{unknown}");
}

#[tokio::test]
async fn a_run_of_another_process_is_cancelled_through_a_file() {
    let folder = tempfile::TempDir::new().expect("a folder");
    cancels(&format!("sqlite:{}", folder.path().join("runs.db").display())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_of_another_process_is_cancelled_through_a_database() {
    let Some(url) = server::database("elsewhere").await else { return };
    cancels(&url).await;
}

#[tokio::test]
async fn a_run_of_the_same_runner_is_cancelled_at_once() {
    let runner = runner().await;
    let running = tokio::spawn({
        let runner = runner.clone();
        async move { runner.run(waiting(true)).run_id("A").await.map(|output| output.text) }
    });
    while runner.cancel("A").await.is_err() {
        tokio::task::yield_now().await;
    }
    let error = running.await.expect("it ends").expect_err("it is cancelled");
    assert_eq!(error.kind(), ErrorKind::Cancelled);
    assert_eq!(record(&runner, "A").await.status, RunStatus::Cancelled);
}
