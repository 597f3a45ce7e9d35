//! A service of recorded runs, over real sockets.

mod access;
mod agents;
mod bounded;
mod causes;
mod client;
mod clients;
mod conversation;
mod dialects;
mod expired;
mod follow;
mod forks;
mod graphs;
mod invalid;
mod killed;
mod lagging;
mod large;
#[cfg(feature = "metrics")]
mod metrics;
mod odd;
mod openapi;
#[cfg(feature = "ui")]
mod page;
mod process;
mod resumed;
mod runs;
mod secrets;
mod shutdown;
mod slow;
mod socket;
mod start;
mod strict;
mod tasks;
#[cfg(feature = "opentelemetry")]
mod traces;

use client::{Answer, Client};
use runnable::runner::Runner;
use runnable_http::{Service, service};
use std::{net::SocketAddr, time::Duration};
use tokio::{
    net::{TcpListener, ToSocketAddrs},
    sync::oneshot,
    task::JoinHandle,
};

/// Runs a test in a process of its own, in which nothing else uses memory. Returns `true` in that process.
fn alone(name: &str) -> bool {
    const ALONE: &str = "RUNNABLE_HTTP_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return true;
    }
    let mut test = std::process::Command::new(std::env::current_exe().expect("a program"));
    let output = test.args(["--exact", name, "--nocapture"]).env(ALONE, "1").output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(said.contains("1 passed"), "{said}{}", String::from_utf8_lossy(&output.stderr));
    false
}

/// Returns the memory of this process in KiB, or 0 if the platform does not report it.
fn memory() -> u64 {
    memory_of("self")
}

fn memory_of(process: &str) -> u64 {
    status_of(process, "VmRSS:")
}

/// Returns the most memory that a process has had, in KiB.
fn peak_memory_of(process: &str) -> u64 {
    status_of(process, "VmHWM:")
}

fn status_of(process: &str, field: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// A service on a port of its own.
struct Server {
    address: SocketAddr,
    runner: Runner,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<()>,
}

impl Server {
    /// Serves the tasks of these tests with a run log in memory.
    async fn start() -> Self {
        Self::with(|service| service).await
    }

    async fn with(change: impl FnOnce(Service) -> Service) -> Self {
        let runner = Runner::builder().run_log("memory:").build().await.expect("a runner");
        Self::of(runner, change).await
    }

    async fn of(runner: Runner, change: impl FnOnce(Service) -> Service) -> Self {
        Self::only(runner, |service| change(tasks::served(service))).await
    }

    /// Serves only the pipelines that `change` adds.
    async fn only(runner: Runner, change: impl FnOnce(Service) -> Service) -> Self {
        Self::at("127.0.0.1:0", runner, change).await
    }

    async fn at(address: impl ToSocketAddrs, runner: Runner, change: impl FnOnce(Service) -> Service) -> Self {
        let listener = TcpListener::bind(address).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let service = change(service(runner.clone()));
        let (stop, stopped) = oneshot::channel::<()>();
        let task = tokio::spawn(async move {
            let stopped = async { drop(stopped.await) };
            service.serve_on(listener, stopped).await.expect("it serves");
        });
        Self { address, runner, stop: Some(stop), task }
    }

    async fn client(&self) -> Client {
        Client::connect(self.address).await
    }

    /// Returns the complete response to a request.
    async fn ask(&self, request: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.client().await.ask(request, headers, body).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[], "").await
    }

    async fn post(&self, path: &str, body: &str) -> Answer {
        self.ask(&format!("POST {path}"), &[], body).await
    }

    /// Starts a run and returns its id.
    async fn begin(&self, pipeline: &str, body: &str) -> String {
        let request = format!("POST /pipelines/{pipeline}");
        let answer = self.ask(&request, &[("prefer", "respond-async")], body).await;
        assert_eq!(answer.status, 202, "{}", answer.body);
        answer.json()["id"].as_str().expect("an id").to_owned()
    }

    /// Waits until a run has this status.
    async fn until(&self, run: &str, status: &str) {
        for _ in 0..500 {
            if self.get(&format!("/runs/{run}")).await.json()["status"] == status {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the run is not {status}");
    }

    async fn stop(mut self) {
        drop(self.stop.take());
        self.task.await.expect("it stops");
    }
}
