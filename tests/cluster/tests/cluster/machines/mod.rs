//! Workers and a client of a cluster.

mod seen;
mod setup;

pub(crate) use self::{seen::Seen, setup::Setup};
use crate::{balancer::Balancer, servers::Servers};
use runnable_cluster::Cluster;
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::OwnedMutexGuard,
};

/// The time in which a worker starts, a body starts, and the next event arrives.
const PATIENCE: Duration = Duration::from_secs(30);

/// The lease of runs on NATS.
const LEASE: Duration = Duration::from_secs(2);

/// An engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    Restate,
    Nats,
}

/// Makes a test of each function that takes an engine: on each engine.
macro_rules! on_each_engine {
    ($($test:ident),+ $(,)?) => {
        mod restate {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() -> Result<(), Box<dyn std::error::Error>> {
                super::$test($crate::machines::Engine::Restate).await
            })+
        }
        mod nats {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $test() -> Result<(), Box<dyn std::error::Error>> {
                super::$test($crate::machines::Engine::Nats).await
            })+
        }
    };
}
pub(crate) use on_each_engine;

/// Some workers and a client. Connections between the engine and the workers go through a balancer.
pub(crate) struct Machines {
    pub(crate) cluster: Cluster,
    /// The balancer in front of the workers of the first build, or of NATS.
    pub(crate) balancer: Balancer,
    /// Those in front of other builds.
    _balancers: Vec<Balancer>,
    pub(crate) folder: TempDir,
    engine: Engine,
    admin: String,
    /// The program of the workers.
    program: &'static str,
    workers: Vec<Worker>,
    _turn: OwnedMutexGuard<()>,
}

struct Worker {
    config: PathBuf,
    /// The build of the program.
    build: &'static str,
    process: Child,
}

impl Worker {
    fn start(program: &str, config: PathBuf, build: &'static str) -> Self {
        let process = Self::process(program, &config, build);
        Self { config, build, process }
    }

    fn process(program: &str, config: &Path, build: &str) -> Child {
        let log = fs::OpenOptions::new().create(true).append(true).open(config.with_extension("log")).expect("a log");
        let mut command = Command::new(program);
        command.arg(config).env("CLUSTER_STARTS", config.with_file_name("starts")).env("CLUSTER_BUILD", build);
        command.env("RUNNABLE_EFFECTS", config.with_file_name("effects")).stdin(Stdio::piped()).stderr(log);
        command.spawn().expect("a worker starts")
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Machines {
    /// Starts this number of workers on the shared servers, with Restate.
    pub(crate) async fn start(servers: &Servers, workers: usize) -> Self {
        Self::on(Engine::Restate, servers, workers).await
    }

    /// Starts this number of workers on the shared servers.
    pub(crate) async fn on(engine: Engine, servers: &Servers, workers: usize) -> Self {
        Self::with(engine, servers, workers, &servers.nats, "20s").await
    }

    /// Starts workers that run the items of these maps on each other.
    pub(crate) async fn spread(engine: Engine, servers: &Servers, workers: usize, maps: &[&str]) -> Self {
        let settings = format!("spread = {maps:?}\nlease = \"{LEASE:?}\"");
        Setup::new(engine, servers, workers).settings(&settings).start().await
    }

    pub(crate) async fn with(engine: Engine, servers: &Servers, workers: usize, nats: &str, keep_alive: &str) -> Self {
        let settings = format!("keep-alive = \"{keep_alive}\"\nlease = \"{LEASE:?}\"");
        Setup::new(engine, servers, workers).nats(nats).settings(&settings).start().await
    }

    /// Starts workers with these settings of the engine, and these further sections.
    pub(crate) async fn configured(
        engine: Engine,
        servers: &Servers,
        workers: usize,
        nats: &str,
        settings: &str,
        sections: &str,
    ) -> Self {
        Setup::new(engine, servers, workers).nats(nats).settings(settings).sections(sections).start().await
    }

    /// Returns the configuration of a worker.
    pub(crate) fn config(&self, worker: usize) -> &Path {
        &self.workers[worker].config
    }

    /// Waits until every worker listens and the engine knows them.
    async fn ready(&self) {
        for number in 0..self.workers.len() {
            self.until("a worker is ready", || {
                let log = self.log(number);
                assert!(!log.contains("Error"), "{log}");
                log.contains("the worker serves a definition")
            })
            .await;
        }
    }

    /// Waits until a body has started.
    pub(crate) async fn started(&self) {
        self.until("a body has started", || !self.starts().0.is_empty()).await;
    }

    async fn until(&self, what: &str, is_true: impl Fn() -> bool) {
        let start = Instant::now();
        while !is_true() {
            assert!(start.elapsed() < PATIENCE, "waited too long until {what}: {}", self.log(0));
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    pub(crate) fn log(&self, worker: usize) -> String {
        fs::read_to_string(self.workers[worker].config.with_extension("log")).unwrap_or_default()
    }

    /// Returns the number of times that each body has started, and the worker of the last start.
    pub(crate) fn starts(&self) -> (HashMap<String, u32>, Option<usize>) {
        let text = fs::read_to_string(self.folder.path().join("starts")).unwrap_or_default();
        let (mut counts, mut last) = (HashMap::new(), None);
        for (step, process) in text.lines().filter_map(|line| line.rsplit_once(' ')) {
            *counts.entry(step.to_owned()).or_default() += 1;
            last = self.workers.iter().position(|worker| worker.process.id().to_string() == process);
        }
        (counts, last)
    }

    /// Returns the number of workers on which bodies have started.
    pub(crate) fn workers_with_starts(&self) -> usize {
        let text = fs::read_to_string(self.folder.path().join("starts")).unwrap_or_default();
        let processes = text.lines().filter_map(|line| line.rsplit_once(' ')).map(|(_, process)| process);
        processes.collect::<std::collections::BTreeSet<_>>().len()
    }

    /// Waits until no invocation of a run is left; with NATS there are none.
    pub(crate) async fn no_invocation_of(&self, run: &str) {
        let start = Instant::now();
        loop {
            let left = self.invocations_of(run).await;
            if left.is_empty() {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(3), "invocations are left: {left:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Returns the invocations of a run that have not ended.
    pub(crate) async fn invocations_of(&self, run: &str) -> Vec<serde_json::Value> {
        if self.engine == Engine::Nats {
            return Vec::new();
        }
        let query = format!(
            "select id, target, idempotency_key, status from sys_invocation where status != 'completed' and \
             idempotency_key like '{run}%'"
        );
        let rows = self.ask_admin("/query", &serde_json::json!({ "query": query })).await;
        rows["rows"].as_array().unwrap_or_else(|| panic!("{rows}")).clone()
    }

    /// Registers the address of a worker at Restate after all others.
    pub(crate) async fn register_last(&self, worker: usize) {
        let config = fs::read_to_string(self.config(worker)).expect("a configuration");
        let url =
            config.lines().find_map(|line| line.strip_prefix("advertise = ")).expect("an address").trim_matches('"');
        let answer = self.ask_admin("/deployments", &serde_json::json!({ "uri": url, "force": true })).await;
        assert!(answer["id"].is_string(), "{answer}");
    }

    async fn ask_admin(&self, path: &str, body: &serde_json::Value) -> serde_json::Value {
        let body = body.to_string();
        let request = format!(
            "POST {path} HTTP/1.0\r\nhost: x\r\naccept: application/json\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut admin = TcpStream::connect(&self.admin).await.expect("the admin server");
        admin.write_all(request.as_bytes()).await.expect("a request");
        let mut answer = String::new();
        admin.read_to_string(&mut answer).await.expect("an answer");
        let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).expect("a body");
        serde_json::from_str(body).unwrap_or_else(|_| panic!("{answer}"))
    }

    pub(crate) fn forget_starts(&self) {
        let _ = fs::remove_file(self.folder.path().join("starts"));
    }

    /// Kills a worker and starts it again.
    pub(crate) fn kill(&mut self, number: usize) {
        self.stop(number);
        self.restart(number);
    }

    /// Kills a worker.
    pub(crate) fn stop(&mut self, number: usize) {
        let worker = &mut self.workers[number];
        worker.process.kill().expect("a worker can be killed");
        worker.process.wait().expect("a worker has ended");
    }

    /// Starts a worker again that was killed.
    pub(crate) fn restart(&mut self, number: usize) {
        let worker = &mut self.workers[number];
        worker.process = Worker::process(self.program, &worker.config, worker.build);
    }

    /// Closes the connections to a worker that is frozen, as its failed health checks do. On NATS its lease ends.
    pub(crate) fn exclude(&self, number: usize) {
        if self.engine == Engine::Restate {
            self.balancer.exclude(number);
        }
    }

    /// Opens connections to all workers again.
    pub(crate) fn include_all(&self) {
        self.balancer.exclude(usize::MAX);
    }

    /// Sends a signal to a worker.
    pub(crate) fn signal(&self, number: usize, signal: &str) {
        let id = self.workers[number].process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "{signal} can be sent");
    }
}
