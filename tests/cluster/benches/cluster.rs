//! The cost of runs on a cluster, compared with bare handlers of Restate: the same servers, the same machine.
//!
//! The two sides take turns, and a row has the medians of all rounds. `cargo xtask cluster measure` installs the servers and runs
//! it in a release build; with further arguments, the rows that have one of the words in their names.
#![allow(missing_docs, unreachable_pub, reason = "a bench has no users")]
#![allow(clippy::cast_precision_loss, reason = "the numbers are small")]

#[path = "../tests/cluster/balancer.rs"]
#[allow(dead_code, reason = "it is of the tests")]
mod balancer;
#[path = "../tests/cluster/machines/mod.rs"]
#[allow(dead_code, unused_imports, unused_macros, reason = "it is of the tests")]
mod machines;
#[path = "../tests/cluster/servers.rs"]
#[allow(dead_code, reason = "it is of the tests")]
mod servers;

use balancer::Balancer;
use futures_util::{StreamExt, stream};
use machines::{Engine, Machines, Setup};
use reqwest::Client;
use runnable_cluster::Cluster;
use runnable_tests_cluster::{Fan, Hundred, One, Tick, Wait, fan, hundred};
use servers::{Servers, port, servers};
use std::{
    fs,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};
use tempfile::TempDir;

type Failure = Box<dyn std::error::Error>;

/// Bare handlers in two processes behind a balancer.
struct Bare {
    client: Client,
    url: String,
    folder: TempDir,
    ports: [u16; 2],
    processes: Vec<Child>,
    _balancer: Balancer,
}

impl Drop for Bare {
    fn drop(&mut self) {
        for process in &mut self.processes {
            let _ = (process.kill(), process.wait());
        }
    }
}

impl Bare {
    async fn start(servers: &Servers) -> Result<Self, Failure> {
        let (ports, folder) = ([port(), port()], tempfile::tempdir()?);
        let balancer = Balancer::start(ports.iter().map(|port| format!("127.0.0.1:{port}")).collect()).await;
        let processes = ports.iter().map(|port| Self::process(*port, &folder)).collect();
        tokio::time::sleep(Duration::from_millis(500)).await;
        let (client, address) = (Client::new(), &balancer.address);
        let body = serde_json::json!({ "uri": format!("http://{address}"), "force": true });
        let register = client.post(format!("http://{}/deployments", servers.admin)).json(&body);
        register.send().await?.error_for_status()?;
        let url = format!("http://{}/Bare", servers.ingress);
        Ok(Self { client, url, folder, ports, processes, _balancer: balancer })
    }

    fn process(port: u16, folder: &TempDir) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bare"));
        command.arg(port.to_string()).env("CLUSTER_STARTS", folder.path().join("starts")).stdin(Stdio::piped());
        command.spawn().expect("a process starts")
    }

    async fn call(&self, handler: &str, n: u64) -> Result<(), Failure> {
        let call = self.client.post(format!("{}/{handler}", self.url)).json(&n).send().await?;
        call.error_for_status()?.bytes().await?;
        Ok(())
    }

    fn starts(&self) -> Vec<String> {
        let text = fs::read_to_string(self.folder.path().join("starts")).unwrap_or_default();
        text.lines().filter_map(|line| line.rsplit_once(' ')).map(|(_, process)| process.to_owned()).collect()
    }
}

/// The sides of a comparison.
struct Sides {
    here: Machines,
    /// Their items are on other workers.
    spread: Machines,
    nats: Machines,
    nats_spread: Machines,
    bare: Bare,
}

fn id(name: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{name}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Prints the median of a time in milliseconds, and its ratio to the time of the bare handlers.
fn report(name: &str, times: Vec<f64>, bare: Option<f64>, target: &str) {
    let time = median(times);
    let ratio = bare.map_or_else(String::new, |bare| format!("{bare:9.2} {:9.2}", time / bare));
    println!("| {name:52} | {time:9.2} {ratio:19} | {target} |");
}

async fn timed(work: impl Future<Output = Result<(), Failure>>) -> Result<f64, Failure> {
    let start = Instant::now();
    work.await?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}

async fn hundred_steps(cluster: &Cluster) -> Result<(), Failure> {
    let id = id("hundred");
    cluster.start(hundred(0)).run_id(id.as_str()).await?;
    cluster.output::<Hundred>(&id).await?;
    Ok(())
}

async fn items(cluster: &Cluster, n: u32) -> Result<(), Failure> {
    let id = id("items");
    cluster.start(fan(n)).run_id(id.as_str()).await?;
    assert_eq!(cluster.output::<Fan>(&id).await?.x.len(), n as usize);
    Ok(())
}

async fn small(cluster: &Cluster) -> Result<(), Failure> {
    let id = id("small");
    cluster.start(One { x: 1 }).run_id(id.as_str()).await?;
    cluster.output::<One>(&id).await?;
    Ok(())
}

async fn steps(sides: &Sides) -> Result<(), Failure> {
    let (mut restate, mut nats, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..15 {
        bare.push(timed(sides.bare.call("steps", 100)).await? / 100.0);
        restate.push(timed(hundred_steps(&sides.here.cluster)).await? / 100.0);
        nats.push(timed(hundred_steps(&sides.nats.cluster)).await? / 100.0);
    }
    let bare = median(bare);
    report("a step, Restate", restate, Some(bare), "1.3x");
    report("a step, NATS", nats, Some(bare), "");
    Ok(())
}

async fn in_place(sides: &Sides) -> Result<(), Failure> {
    let (mut restate, mut nats) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        restate.push(timed(items(&sides.here.cluster, 100)).await?);
        nats.push(timed(items(&sides.nats.cluster, 100)).await?);
    }
    report("100 items in place, Restate", restate, None, "15 ms");
    report("100 items in place, NATS", nats, None, "15 ms");
    Ok(())
}

async fn spread(sides: &Sides) -> Result<(), Failure> {
    for (n, target) in [(20, "1.5x"), (100, "2x")] {
        let (mut restate, mut nats, mut bare) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..11 {
            let calls = (0..n).map(|_| sides.bare.call("steps", 1));
            bare.push(timed(async { futures_util::future::try_join_all(calls).await.map(drop) }).await?);
            restate.push(timed(items(&sides.spread.cluster, n)).await?);
            nats.push(timed(items(&sides.nats_spread.cluster, n)).await?);
        }
        let bare = median(bare);
        report(&format!("{n} spread items, Restate"), restate, Some(bare), target);
        report(&format!("{n} spread items, NATS"), nats, Some(bare), "");
    }
    Ok(())
}

/// The time of a run, of 500 of which 32 run at a time.
async fn runs(sides: &Sides) -> Result<(), Failure> {
    const RUNS: usize = 500;
    async fn at_a_time(calls: impl Iterator<Item = impl Future<Output = Result<(), Failure>>>) -> Result<f64, Failure> {
        let start = Instant::now();
        let results = stream::iter(calls).buffer_unordered(32).collect::<Vec<_>>().await;
        results.into_iter().collect::<Result<(), _>>()?;
        Ok(start.elapsed().as_secs_f64() * 1000.0 / RUNS as f64)
    }
    let (mut restate, mut nats, mut bare) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..5 {
        bare.push(at_a_time((0..RUNS).map(|_| sides.bare.call("steps", 1))).await?);
        restate.push(at_a_time((0..RUNS).map(|_| small(&sides.here.cluster))).await?);
        nats.push(at_a_time((0..RUNS).map(|_| small(&sides.nats.cluster))).await?);
    }
    let bare = median(bare);
    report("a small run, 32 at a time, Restate", restate, Some(bare), "1.67x");
    report("a small run, 32 at a time, NATS", nats, Some(bare), "");
    Ok(())
}

/// The time from an `emit` to a reader in this process.
async fn first_event(sides: &Sides) -> Result<(), Failure> {
    for (machines, engine) in [(&sides.here, "Restate"), (&sides.nats, "NATS")] {
        let mut times = Vec::new();
        for _ in 0..31 {
            let id = id("tick");
            machines.cluster.start(Tick { ms: 20 }).run_id(id.as_str()).await?;
            let mut events = machines.cluster.events(&id, 0).await?;
            while let Some(event) = events.next().await {
                let event = event?;
                if event.event().event_type() == "blob" {
                    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
                    let data: serde_json::Value = serde_json::from_str(event.event().data().ok_or("no data")?.get())?;
                    let sent: u128 = data["text"].as_str().ok_or("no text")?.parse()?;
                    times.push((now - sent) as f64 / 1e6);
                }
            }
        }
        report(&format!("the first event at a reader, {engine}"), times, None, "5 ms");
    }
    Ok(())
}

/// The time from a kill to the next start of a body.
async fn takeover(sides: &mut Sides) -> Result<(), Failure> {
    let (mut restate, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..10 {
        let cluster = &sides.here.cluster;
        sides.here.forget_starts();
        let run = id("killed");
        cluster.start(Wait { seconds: 1 }).run_id(run.as_str()).await?;
        sides.here.started().await;
        tokio::time::sleep(Duration::from_millis(50)).await;
        let (victim, start) = (sides.here.starts().1.ok_or("a worker")?, Instant::now());
        sides.here.stop(victim);
        while sides.here.starts().0["wait"] < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        restate.push(start.elapsed().as_secs_f64() * 1000.0);
        sides.here.restart(victim);
        sides.here.cluster.output::<Wait>(&run).await?;

        let _ = fs::remove_file(sides.bare.folder.path().join("starts"));
        let (client, url) = (sides.bare.client.clone(), format!("{}/wait", sides.bare.url));
        let call = tokio::spawn(async move { client.post(url).json(&1000).send().await });
        while sides.bare.starts().is_empty() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
        let (process, start) = (sides.bare.starts().remove(0), Instant::now());
        let victim =
            sides.bare.processes.iter().position(|bare| bare.id().to_string() == process).ok_or("a process")?;
        sides.bare.processes[victim].kill()?;
        sides.bare.processes[victim].wait()?;
        while sides.bare.starts().len() < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        bare.push(start.elapsed().as_secs_f64() * 1000.0);
        sides.bare.processes[victim] = Bare::process(sides.bare.ports[victim], &sides.bare.folder);
        call.await??;
    }
    report("a takeover after a kill, Restate", restate, Some(median(bare)), "1000 ms more");
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let words: Vec<_> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    // A second set: the workers of a test wait for the workers of another.
    let Some(first) = servers() else { return Ok(()) };
    let [second, third, fourth] = [(); 3].map(|()| first.with_a_turn());
    let set = |servers, engine, settings| Setup::new(engine, servers, 2).settings(settings).without_run_log().start();
    let spread_out = "spread = [\"items\"]";
    // Restate sends the runs of a service to the workers that registered it last, so the two sets have servers of their own.
    let own = Servers::start().ok_or("the servers are installed")?;
    let mut sides = Sides {
        here: set(first, Engine::Restate, "").await,
        spread: set(&own, Engine::Restate, spread_out).await,
        nats: set(&second, Engine::Nats, "").await,
        nats_spread: set(&third, Engine::Nats, spread_out).await,
        bare: Bare::start(&fourth).await?,
    };
    for _ in 0..3 {
        hundred_steps(&sides.here.cluster).await?;
        hundred_steps(&sides.nats.cluster).await?;
        sides.bare.call("steps", 100).await?;
    }
    println!("| {:52} | {:>9} {:>9} {:>9} | target |", "medians", "ms", "bare", "ratio");
    if is_wanted("steps") {
        steps(&sides).await?;
    }
    if is_wanted("in-place") {
        in_place(&sides).await?;
    }
    if is_wanted("spread") {
        spread(&sides).await?;
    }
    if is_wanted("runs") {
        runs(&sides).await?;
    }
    if is_wanted("event") {
        first_event(&sides).await?;
    }
    if is_wanted("takeover") {
        takeover(&mut sides).await?;
    }
    Ok(())
}
