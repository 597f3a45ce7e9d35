//! Workers and a client of a cluster.

use crate::{
    balancer::Balancer,
    servers::{Servers, port},
};
use runnable::runner::Config;
use runnable_cluster::{Cluster, ClusterError};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
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
    pub(crate) balancer: Balancer,
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
    process: Child,
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
        Self::configured(engine, servers, workers, &servers.nats, &settings, "").await
    }

    pub(crate) async fn with(engine: Engine, servers: &Servers, workers: usize, nats: &str, keep_alive: &str) -> Self {
        let settings = format!("keep-alive = \"{keep_alive}\"\nlease = \"{LEASE:?}\"");
        Self::configured(engine, servers, workers, nats, &settings, "").await
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
        Self::of(env!("CARGO_BIN_EXE_clustered"), engine, servers, workers, nats, settings, sections).await
    }

    /// Starts workers of this program.
    pub(crate) async fn of(
        program: &'static str,
        engine: Engine,
        servers: &Servers,
        workers: usize,
        nats: &str,
        settings: &str,
        sections: &str,
    ) -> Self {
        let turn = Arc::clone(&servers.turn).lock_owned().await;
        let folder = tempfile::tempdir().expect("a folder");
        let ports: Vec<_> = (0..workers).map(|_| port()).collect();
        let behind = match engine {
            Engine::Restate => ports.iter().map(|port| format!("127.0.0.1:{port}")).collect(),
            Engine::Nats => vec![nats.to_owned()],
        };
        let balancer = Balancer::start(behind).await;
        let log = folder.path().join("runs.db").display().to_string();
        let (address, stream) = (&balancer.address, format!("test-{}", ports[0]));
        let config = |listen: u16| {
            let servers = match engine {
                Engine::Restate => format!(
                    "url = \"restate:http://{}\"\nadmin = \"http://{}\"\nlisten = \"127.0.0.1:{listen}\"\n\
                     advertise = \"http://{address}\"\n[events]\nurl = \"nats://{nats}\"\n",
                    servers.ingress, servers.admin,
                ),
                // A stream of its own: the workers of another test do not take its runs.
                Engine::Nats => {
                    format!("url = \"nats:nats://{address}\"\n[events]\nstream = \"{stream}\"\n")
                }
            };
            format!("[run-log]\nurl = \"sqlite:{log}\"\n[engine]\n{settings}\n{servers}{sections}")
        };
        let worker = |(number, port): (usize, &u16)| {
            let path = folder.path().join(format!("worker{number}.toml"));
            fs::write(&path, config(*port)).expect("the configuration can be written");
            let process = Self::process(program, &path);
            Worker { config: path, process }
        };
        let workers: Vec<_> = ports.iter().enumerate().map(worker).collect();
        let client = Config::from_file(&workers[0].config).expect("a configuration");
        let cluster = Cluster::connect(client, |runner| runner).await.expect("a client");
        let machines =
            Self { cluster, balancer, folder, engine, admin: servers.admin.clone(), program, workers, _turn: turn };
        machines.ready(workers_of(&machines)).await;
        machines
    }

    fn process(program: &str, config: &Path) -> Child {
        let log = fs::OpenOptions::new().create(true).append(true).open(config.with_extension("log")).expect("a log");
        let mut command = Command::new(program);
        command.arg(config).env("CLUSTER_STARTS", config.with_file_name("starts"));
        command.env("RUNNABLE_EFFECTS", config.with_file_name("effects")).stdin(Stdio::piped()).stderr(log);
        command.spawn().expect("a worker starts")
    }

    /// Returns the configuration of a worker.
    pub(crate) fn config(&self, worker: usize) -> &Path {
        &self.workers[worker].config
    }

    /// Waits until every worker listens and the engine knows them.
    async fn ready(&self, workers: usize) {
        for number in 0..workers {
            let start = Instant::now();
            loop {
                assert!(start.elapsed() < PATIENCE, "a worker is not ready: {}", self.log(number));
                let log = self.log(number);
                assert!(!log.contains("Error"), "{log}");
                if log.matches("the worker serves a definition").count() > 0 {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
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

    /// Waits until a body has started.
    pub(crate) async fn started(&self) {
        let start = Instant::now();
        while self.starts().0.is_empty() {
            assert!(start.elapsed() < PATIENCE, "no body starts: {}", self.log(0));
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
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
        let body = serde_json::json!({ "query": query }).to_string();
        let request = format!(
            "POST /query HTTP/1.0\r\nhost: x\r\naccept: application/json\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut admin = TcpStream::connect(&self.admin).await.expect("the admin server");
        admin.write_all(request.as_bytes()).await.expect("a request");
        let mut answer = String::new();
        admin.read_to_string(&mut answer).await.expect("an answer");
        let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).expect("a body");
        let rows: serde_json::Value = serde_json::from_str(body).unwrap_or_else(|_| panic!("{answer}"));
        rows["rows"].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
    }

    pub(crate) fn forget_starts(&self) {
        let _ = fs::remove_file(self.folder.path().join("starts"));
    }

    /// Kills a worker and starts it again.
    pub(crate) fn kill(&mut self, number: usize) {
        let worker = &mut self.workers[number];
        worker.process.kill().expect("a worker can be killed");
        worker.process.wait().expect("a worker has ended");
        worker.process = Self::process(self.program, &worker.config);
    }

    /// Closes the connections to a worker that is frozen, as its failed health checks do. On NATS its lease ends.
    pub(crate) fn exclude(&self, number: usize) {
        if self.engine == Engine::Restate {
            self.balancer.exclude(number);
        }
    }

    /// Sends a signal to a worker.
    pub(crate) fn signal(&self, number: usize, signal: &str) {
        let id = self.workers[number].process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.is_ok_and(|status| status.success()), "{signal} can be sent");
    }
}

fn workers_of(machines: &Machines) -> usize {
    machines.workers.len()
}

/// The events that a reader sees of a run.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) ids: Vec<u64>,
    /// The numbers of the events with their items: those of each item, and those of the run, have no hole.
    pub(crate) seqs: Vec<(String, u64)>,
    /// The types of the events with their paths, in order.
    pub(crate) all: Vec<(String, String)>,
    /// The texts of the streams, folded as a reader does.
    pub(crate) texts: HashMap<String, String>,
}

impl Seen {
    /// Reads a run from after an event to its end, or at most `limit` events.
    pub(crate) async fn read(cluster: &Cluster, run: &str, after: u64, limit: usize) -> Result<Self, ClusterError> {
        let (mut seen, mut events) = (Self::default(), cluster.events(run, after).await?);
        while seen.ids.len() < limit
            && let Some(event) = tokio::time::timeout(PATIENCE, events.next()).await.expect("an event, or the end")
        {
            let event = event?;
            let (id, item, event) = (event.id(), event.item().to_owned(), event.event());
            let path: Vec<String> = serde_json::from_str(event.path().get()).expect("a path");
            let path = path.join("/");
            seen.ids.push(id);
            seen.seqs.push((item, event.seq()));
            seen.all.push((event.event_type().to_owned(), path.clone()));
            match event.event_type() {
                "step.started" | "step.reset" => drop(seen.texts.remove(&path)),
                "chunk" => {
                    let data: serde_json::Value =
                        serde_json::from_str(event.data().expect("the data of a chunk").get()).expect("JSON");
                    seen.texts.entry(path).or_default().push_str(data["text"].as_str().unwrap_or_default());
                }
                _ => {}
            }
        }
        Ok(seen)
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.ids.extend(other.ids);
        self.seqs.extend(other.seqs);
        self.all.extend(other.all);
    }

    /// Returns how often each step has finished for good: after its last start or reset.
    pub(crate) fn finished(&self) -> HashMap<&str, usize> {
        let mut finished = HashMap::new();
        for (event_type, path) in &self.all {
            match &**event_type {
                "step.started" | "step.reset" => drop(finished.insert(&**path, 0)),
                "step.finished" => *finished.entry(path).or_default() += 1,
                _ => {}
            }
        }
        finished
    }

    /// Checks what holds for every run that has ended.
    pub(crate) fn check(&self) {
        let mut next: HashMap<&str, u64> = HashMap::new();
        for (item, seq) in &self.seqs {
            let next = next.entry(item).or_insert(1);
            assert_eq!(seq, next, "the numbers of events have no hole");
            *next += 1;
        }
        assert!(self.ids.is_sorted_by(|a, b| a < b), "ids grow");
        let ends = self.all.iter().filter(|(event_type, _)| event_type == "run.finished").count();
        assert_eq!(ends, 1);
        let twice: Vec<_> = self.finished().into_iter().filter(|(_, count)| *count != 1).collect();
        assert!(twice.is_empty(), "steps that finished more than once, or not at all: {twice:?}");
    }
}
