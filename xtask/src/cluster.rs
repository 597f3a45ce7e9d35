//! `cargo xtask cluster`: the example `cluster` with its servers and two workers.

use crate::{needs, shell::run, workspace};
use std::{
    fs, io,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, ExitCode, Stdio},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

pub(crate) const DETAILS: &str = "\
Installs Restate and NATS under the target directory, starts them and two workers of the example `cluster` on this
machine, runs a pipeline, kills the worker that has the run, and shows that the stream of events continues.

  measure [WORD ..]   measures runs beside bare handlers of Restate instead, in a release build: the rows `steps`,
                      `in-place`, `spread`, `runs`, `event` and `takeover`";

/// The time after which the worker is killed: the first steps have ended.
const KILL_AFTER: Duration = Duration::from_millis(2600);

/// A process that ends with this value.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs the example, or the bench.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    match arguments {
        [] => show(),
        [first, words @ ..] if first == "measure" => measure(words),
        [other, ..] => {
            Err(format!("`{other}` is not an argument of `cargo xtask cluster`; help: write `measure`, or nothing"))
        }
    }
}

/// Runs the bench of `tests/cluster`.
fn measure(words: &[String]) -> Result<ExitCode, String> {
    let mut cargo = workspace::cargo();
    // The profile of benches would compile everything again.
    cargo.args(["bench", "--profile", "release", "--package", "runnable-tests-cluster", "--bench", "cluster", "--"]);
    cargo.args(words).current_dir(workspace::root());
    for need in needs::cluster(&workspace::target()) {
        cargo.envs(need.found?);
    }
    run(&mut cargo)?;
    Ok(ExitCode::SUCCESS)
}

/// Runs the example.
fn show() -> Result<ExitCode, String> {
    let [restate, nats] = programs()?;
    run(workspace::cargo().args(["build", "--quiet", "--package", "cluster"]).current_dir(workspace::root()))?;
    let example = workspace::target().join("debug/cluster");
    let folder = workspace::target().join("cluster");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
    let ports = Ports::free().map_err(|error| format!("no free ports: {error}"))?;
    write(&folder.join("restate.toml"), &ports.restate())?;
    write(&folder.join("nats.conf"), &ports.nats())?;
    eprintln!("starting Restate, NATS and two workers; their logs are in {}", folder.display());
    let arguments = ["-c", "restate.toml", "--no-logo", "--listen-mode", "tcp"];
    let _restate = start(&folder, "restate", &restate, &arguments)?;
    let _nats = start(&folder, "nats", &nats, &["-c", "nats.conf"])?;
    [ports.ingress, ports.admin, ports.events].into_iter().try_for_each(listens)?;
    balance(ports.balancer, ports.workers).map_err(|error| format!("cannot listen: {error}"))?;
    let mut workers = Vec::new();
    for (number, port) in ports.workers.into_iter().enumerate() {
        let config = format!("worker{number}.toml");
        write(&folder.join(&config), &ports.worker(port))?;
        workers.push(start(&folder, &format!("worker{number}"), &example, &["worker", &config])?);
        wait_for_log(&folder, &[number], "the worker serves a definition")?;
    }
    let mut client = Command::new(&example);
    client.args(["run", "worker0.toml"]).current_dir(&folder);
    let mut client = Process(client.spawn().map_err(|error| format!("cannot start the client: {error}"))?);
    let victim = wait_for_log(&folder, &[0, 1], " generates")?;
    thread::sleep(KILL_AFTER);
    println!("---  worker {victim} is killed (kill -9)");
    drop(workers.swap_remove(victim));
    let status = client.0.wait().map_err(|error| format!("the client is lost: {error}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns the programs of the servers.
fn programs() -> Result<[PathBuf; 2], String> {
    let mut programs = Vec::new();
    for need in needs::cluster(&workspace::target()) {
        programs.extend(need.found?.into_iter().map(|(_, program)| PathBuf::from(program)));
    }
    programs.try_into().map_err(|_| "the servers are not installed".to_owned())
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("cannot write {}: {error}", file.display()))
}

fn start(folder: &Path, name: &str, program: &Path, arguments: &[&str]) -> Result<Process, String> {
    let log = fs::File::create(folder.join(format!("{name}.log")));
    let started = log.and_then(|log| {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        command.spawn()
    });
    started.map(Process).map_err(|error| format!("cannot start {}: {error}", program.display()))
}

/// Waits until a server listens.
fn listens(port: u16) -> Result<(), String> {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if start.elapsed() > Duration::from_mins(1) {
            return Err(format!("no server listens on port {port}"));
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

/// Waits until the log of a worker has this text, and returns the number of the worker.
fn wait_for_log(folder: &Path, workers: &[usize], text: &str) -> Result<usize, String> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_mins(1) {
        let has_text = |number: &&usize| {
            fs::read_to_string(folder.join(format!("worker{number}.log"))).is_ok_and(|log| log.contains(text))
        };
        if let Some(number) = workers.iter().find(has_text) {
            return Ok(*number);
        }
        thread::sleep(Duration::from_millis(20));
    }
    Err(format!("a worker does not start; see {}", folder.display()))
}

/// Forwards connections to the workers in turn, in the place of a balancer.
fn balance(port: u16, workers: [u16; 2]) -> io::Result<()> {
    let (listener, next) = (TcpListener::bind(("127.0.0.1", port))?, AtomicUsize::new(0));
    thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let first = next.fetch_add(1, Ordering::Relaxed);
            let order = [workers[first % 2], workers[(first + 1) % 2]];
            if let Some(worker) = order.into_iter().find_map(|port| TcpStream::connect(("127.0.0.1", port)).ok()) {
                let _ = forward(&client, &worker).and_then(|()| forward(&worker, &client));
            }
        }
    });
    Ok(())
}

/// Copies what comes from a connection to another, until either is closed.
fn forward(from: &TcpStream, to: &TcpStream) -> io::Result<()> {
    let (mut from, mut to) = (from.try_clone()?, to.try_clone()?);
    thread::spawn(move || {
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(std::net::Shutdown::Both);
    });
    Ok(())
}

struct Ports {
    ingress: u16,
    admin: u16,
    fabric: u16,
    events: u16,
    balancer: u16,
    workers: [u16; 2],
}

impl Ports {
    fn free() -> io::Result<Self> {
        let listeners: Vec<_> = (0..7).map(|_| TcpListener::bind("127.0.0.1:0")).collect::<io::Result<_>>()?;
        let ports: Vec<_> =
            listeners.iter().map(|listener| Ok(listener.local_addr()?.port())).collect::<io::Result<_>>()?;
        match ports[..] {
            [ingress, admin, fabric, events, balancer, first, second] => {
                Ok(Self { ingress, admin, fabric, events, balancer, workers: [first, second] })
            }
            _ => Err(io::Error::other("too few ports")),
        }
    }

    fn restate(&self) -> String {
        let Self { ingress, admin, fabric, .. } = self;
        format!(
            "cluster-name = \"example\"\nnode-name = \"example\"\nbind-ip = \"127.0.0.1\"\nbind-port = {fabric}\n\
             advertised-address = \"http://127.0.0.1:{fabric}\"\nbase-dir = \"./restate\"\ndefault-num-partitions = 2\n\
             disable-telemetry = true\nrocksdb-total-memory-size = \"256.0 MiB\"\n\
             [ingress]\nbind-address = \"127.0.0.1:{ingress}\"\n[admin]\nbind-address = \"127.0.0.1:{admin}\"\n"
        )
    }

    fn nats(&self) -> String {
        format!("listen: \"127.0.0.1:{}\"\njetstream {{ store_dir: \"./nats\" }}\n", self.events)
    }

    /// Returns the configuration of a worker, which also serves clients.
    fn worker(&self, port: u16) -> String {
        let Self { ingress, admin, events, balancer, .. } = self;
        format!(
            "[run-log]\nurl = \"sqlite:runs.db\"\n\n[engine]\nurl = \"restate:http://127.0.0.1:{ingress}\"\n\
             admin = \"http://127.0.0.1:{admin}\"\nlisten = \"127.0.0.1:{port}\"\n\
             advertise = \"http://127.0.0.1:{balancer}\"\n\n[events]\nurl = \"nats://127.0.0.1:{events}\"\n"
        )
    }
}
