//! Restate and NATS on this machine.

use std::{
    fs,
    io::Write as _,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, OnceLock},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The arguments of Restate.
const RESTATE: [&str; 5] = ["-c", "restate.toml", "--no-logo", "--listen-mode", "tcp"];

/// Restate closes a connection to a worker that is silent.
const KEEP_ALIVE: &str = "http-keep-alive-options = { interval = \"5s\", timeout = \"5s\" }\n";

/// The servers of all tests of this process.
pub(crate) struct Servers {
    pub(crate) folder: TempDir,
    pub(crate) ingress: String,
    pub(crate) admin: String,
    pub(crate) nats: String,
    programs: Programs,
    /// None if there are several.
    restate: Mutex<Option<Server>>,
    /// Held by the workers of a test. Restate sends the runs of a service to the workers that registered it last, which would be
    /// those of another test.
    pub(crate) turn: Arc<tokio::sync::Mutex<()>>,
}

struct Programs {
    restate: PathBuf,
    nats: PathBuf,
}

/// A server that ends with this process: it is killed once its standard input is closed.
pub(crate) struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}

/// Returns the servers, or `None` if they are not installed.
pub(crate) fn servers() -> Option<&'static Servers> {
    static SERVERS: OnceLock<Option<Servers>> = OnceLock::new();
    let servers = SERVERS.get_or_init(Servers::start).as_ref();
    if servers.is_none() {
        // `eprintln!` is captured in a test that passes.
        let _ = writeln!(
            std::io::stderr(),
            "skipped: Restate and NATS are not installed (`RUNNABLE_RESTATE`, `RUNNABLE_NATS`)"
        );
    }
    servers
}

/// Returns a port that is free at the moment.
pub(crate) fn port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}

/// Waits until something is true.
pub(crate) fn wait_for(what: &str, is_true: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < Duration::from_mins(1), "waited too long for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn listens(address: &str) -> bool {
    std::net::TcpStream::connect(address).is_ok()
}

fn start(folder: &Path, name: &str, program: &Path, arguments: &[&str]) -> Server {
    let log = fs::File::create(folder.join(format!("{name}-{}.log", port()))).expect("a log");
    let script = r#""$@" <&- & pid=$!; cat > /dev/null; kill -9 $pid; wait $pid"#;
    let mut command = Command::new("sh");
    command.args(["-c", script, "sh"]).arg(program).args(arguments).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(log.try_clone().expect("a log")).stderr(log);
    Server(command.spawn().expect("`sh` starts"))
}

impl Servers {
    /// Starts servers of their own, if they are installed.
    pub(crate) fn start() -> Option<Self> {
        let program = |variable| std::env::var_os(variable).map(PathBuf::from);
        let programs = Programs { restate: program("RUNNABLE_RESTATE")?, nats: program("RUNNABLE_NATS")? };
        let folder = tempfile::tempdir().expect("a folder");
        let [ingress, admin, fabric, nats] = [(); 4].map(|()| port());
        let config = format!(
            "cluster-name = \"tests\"\nnode-name = \"tests\"\nbind-ip = \"127.0.0.1\"\nbind-port = {fabric}\n\
             advertised-address = \"http://127.0.0.1:{fabric}\"\nbase-dir = \"./restate\"\ndefault-num-partitions = 2\n\
             disable-telemetry = true\nrocksdb-total-memory-size = \"256.0 MiB\"\n\
             {KEEP_ALIVE}[ingress]\nbind-address = \"127.0.0.1:{ingress}\"\n[admin]\nbind-address = \"127.0.0.1:{admin}\"\n"
        );
        fs::write(folder.path().join("restate.toml"), config).expect("the configuration can be written");
        let restate = start(folder.path(), "restate", &programs.restate, &RESTATE);
        let servers = Self {
            folder,
            ingress: format!("127.0.0.1:{ingress}"),
            admin: format!("127.0.0.1:{admin}"),
            nats: format!("127.0.0.1:{nats}"),
            programs,
            restate: Mutex::new(Some(restate)),
            turn: Arc::default(),
        };
        // The shared NATS lives as long as the process.
        std::mem::forget(servers.start_nats("shared", nats));
        wait_for("NATS", || listens(&servers.nats));
        wait_for("Restate", || listens(&servers.ingress) && listens(&servers.admin));
        Some(servers)
    }

    /// Starts three servers of each kind, which are returned.
    pub(crate) fn three() -> Option<(Self, Vec<Server>, Vec<Server>)> {
        let program = |variable| std::env::var_os(variable).map(PathBuf::from);
        let programs = Programs { restate: program("RUNNABLE_RESTATE")?, nats: program("RUNNABLE_NATS")? };
        let (folder, three) = (tempfile::tempdir().expect("a folder"), || [(); 3].map(|()| port()));
        let [ingress, admin, fabric, clients, routes] = [(); 5].map(|()| three());
        let addresses = fabric.map(|port| format!("\"http://127.0.0.1:{port}\"")).join(", ");
        let all = routes.map(|port| format!("nats://127.0.0.1:{port}")).join(", ");
        let (mut restate, mut nats) = (Vec::new(), Vec::new());
        for node in 0..3 {
            let (ingress, admin, fabric, is_first) = (ingress[node], admin[node], fabric[node], node == 0);
            let config = format!(
                "cluster-name = \"three\"\nnode-name = \"node{node}\"\nbind-ip = \"127.0.0.1\"\nbind-port = {fabric}\n\
                 advertised-address = \"http://127.0.0.1:{fabric}\"\nbase-dir = \"./restate\"\nauto-provision = {is_first}\n\
                 default-num-partitions = 2\ndefault-replication = 2\ndisable-telemetry = true\n\
                 rocksdb-total-memory-size = \"256.0 MiB\"\n{KEEP_ALIVE}[metadata-client]\naddresses = [{addresses}]\n\
                 [ingress]\nbind-address = \"127.0.0.1:{ingress}\"\n[admin]\nbind-address = \"127.0.0.1:{admin}\"\n"
            );
            let file = format!("restate{node}.toml");
            fs::write(folder.path().join(&file), config).expect("the configuration can be written");
            let arguments = ["-c", &file, "--no-logo", "--listen-mode", "tcp"];
            restate.push(start(folder.path(), "restate", &programs.restate, &arguments));
            let config = format!(
                "listen: \"127.0.0.1:{}\"\nserver_name: n{node}\n\
                 jetstream {{ store_dir: \"./nats{node}\", sync_interval: always }}\n\
                 cluster {{ name: three, listen: \"127.0.0.1:{}\", routes: [{all}] }}\n",
                clients[node], routes[node]
            );
            let file = format!("nats{node}.conf");
            fs::write(folder.path().join(&file), config).expect("the configuration can be written");
            nats.push(start(folder.path(), "nats", &programs.nats, &["-c", &file]));
        }
        let servers = Self {
            folder,
            ingress: ingress.map(|port| format!("127.0.0.1:{port}")).join(",http://"),
            admin: format!("127.0.0.1:{}", admin[0]),
            nats: clients.map(|port| format!("127.0.0.1:{port}")).join(",nats://"),
            programs,
            restate: Mutex::new(None),
            turn: Arc::default(),
        };
        let ports = ingress.into_iter().chain([admin[0]]).chain(clients);
        ports.for_each(|port| wait_for("the servers", || listens(&format!("127.0.0.1:{port}"))));
        // They elect leaders before they create streams.
        std::thread::sleep(Duration::from_secs(5));
        Some((servers, restate, nats))
    }

    /// Returns the same servers for workers that do not disturb those of others.
    #[allow(dead_code, reason = "the bench uses it")]
    pub(crate) fn with_a_turn(&self) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder"),
            ingress: self.ingress.clone(),
            admin: self.admin.clone(),
            nats: self.nats.clone(),
            programs: Programs { restate: self.programs.restate.clone(), nats: self.programs.nats.clone() },
            restate: Mutex::new(None),
            turn: Arc::default(),
        }
    }

    /// Kills Restate, and starts it again after a pause.
    pub(crate) fn restart_restate(&self, pause: Duration) {
        let mut restate = self.restate.lock().expect("no panic");
        drop(restate.take());
        std::thread::sleep(pause);
        *restate = Some(start(self.folder.path(), "restate", &self.programs.restate, &RESTATE));
    }

    /// Starts another NATS server, with files of its own.
    pub(crate) fn start_nats(&self, name: &str, port: u16) -> Server {
        let config = format!("listen: \"127.0.0.1:{port}\"\njetstream {{ store_dir: \"./nats-{name}\" }}\n");
        self.start_nats_with(name, &config)
    }

    pub(crate) fn start_nats_with(&self, name: &str, config: &str) -> Server {
        let file = format!("nats-{name}.conf");
        fs::write(self.folder.path().join(&file), config).expect("the configuration can be written");
        self.start_again(&file)
    }

    /// Starts a NATS server with a configuration that has been written.
    pub(crate) fn start_again(&self, config: &str) -> Server {
        start(self.folder.path(), "nats", &self.programs.nats, &["-c", config])
    }
}
