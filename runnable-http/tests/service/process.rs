//! A server in a process of its own.

use super::{
    client::{Answer, Client},
    memory_of, tasks,
};
use std::{
    io::{BufRead, BufReader, Read},
    net::SocketAddr,
    process::{Child, ChildStdout, Command, Stdio},
    time::Duration,
};

/// The variable with the run log of the server.
const LOG: &str = "RUNNABLE_HTTP_TEST_LOG";
/// The variable that makes the server resume interrupted runs.
const RESUMES: &str = "RUNNABLE_HTTP_TEST_RESUMES";

/// The variable with the address of a server that takes the place of another.
const ADDRESS: &str = "RUNNABLE_HTTP_TEST_ADDRESS";

/// A server in a process of its own, which is killed when this is dropped.
pub(crate) struct Process {
    child: Child,
    /// The test in the process reports when it has run for a minute, and would end if nobody could read that.
    _output: BufReader<ChildStdout>,
    pub(crate) address: SocketAddr,
}

impl Process {
    pub(crate) fn start(log: &str) -> Self {
        Self::with(log, &[])
    }

    /// Starts a server that resumes interrupted runs.
    pub(crate) fn resuming(log: &str) -> Self {
        Self::with(log, &[(RESUMES, "1")])
    }

    /// Starts a server that resumes interrupted runs, at the address of a server that was killed.
    #[cfg(feature = "ui")]
    pub(crate) fn resuming_at(log: &str, address: SocketAddr) -> Self {
        Self::with(log, &[(RESUMES, "1"), (ADDRESS, &address.to_string())])
    }

    fn with(log: &str, variables: &[(&str, &str)]) -> Self {
        let mut child = Command::new(std::env::current_exe().expect("a program"))
            .args(["--exact", "process::a_server_in_a_process_of_its_own", "--nocapture"])
            .env(LOG, log)
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let mut lines = output.by_ref().lines().map(|line| line.expect("text"));
        let address = lines.find_map(|line| line.split_once("ADDRESS ").map(|(_, address)| address.to_owned()));
        Self { child, _output: output, address: address.expect("an address").parse().expect("an address") }
    }

    /// Returns the id of the process.
    pub(crate) fn process(&self) -> String {
        self.child.id().to_string()
    }

    /// Returns the memory of the process, in KiB.
    pub(crate) fn memory(&self) -> u64 {
        memory_of(&self.process())
    }

    /// Returns the number of files and sockets that the process has open.
    pub(crate) fn open_files(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/fd", self.child.id())).map_or(0, Iterator::count)
    }

    pub(crate) async fn ask(&self, request: &str, headers: &[(&str, &str)], body: &str) -> Answer {
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

/// Does nothing unless another test started the process.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_in_a_process_of_its_own() {
    let Ok(log) = std::env::var(LOG) else { return };
    let runner = runnable::runner::Runner::builder().run_log(&log).build().await.expect("a runner");
    let address = std::env::var(ADDRESS).unwrap_or_else(|_| "127.0.0.1:0".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await.expect("a port");
    println!("ADDRESS {}", listener.local_addr().expect("an address"));
    let service = tasks::served(runnable_http::service(runner)).stalled(Duration::from_secs(6));
    let service = if std::env::var_os(RESUMES).is_some() { service.resume_interrupted() } else { service };
    service.serve_on(listener, std::future::pending()).await.expect("it serves");
}
