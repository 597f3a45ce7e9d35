//! PostgreSQL servers for the tests, if PostgreSQL is installed.

#![allow(dead_code, reason = "every program with tests uses a part")]

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::{
    io::{Write, stderr},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::Duration,
};

/// A server in a directory, reached through a socket there or at a port of this machine. It is the
/// child of a shell that starts and stops it, and stops it when this program ends.
pub(crate) struct Server {
    pub(crate) directory: PathBuf,
    pub(crate) port: u16,
    guard: Child,
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// Returns a command as a user that PostgreSQL accepts: it refuses to run as root.
pub(crate) fn command(program: &str) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", program]);
    command
}

/// Creates a directory of that user.
pub(crate) fn directory() -> PathBuf {
    // The guard outlives this program, and removes the directory.
    let directory = tempfile::Builder::new().prefix("rn").tempdir().unwrap().keep();
    own(&directory);
    directory
}

/// Gives a file to that user.
pub(crate) fn own(file: &std::path::Path) {
    if is_root() {
        std::os::unix::fs::chown(file, Some(65534), Some(65534)).unwrap();
    }
}

pub(crate) fn quiet(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Returns a port that is free at the moment.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).unwrap().port()
}

/// Reports that a test is skipped. `eprintln!` would be captured, because the test passes.
pub(crate) fn skip(why: &str) {
    let _ = writeln!(stderr(), "skipped: {why}");
}

/// The server stops as soon as our end of the pipe closes, however this program ends.
const GUARD: &str = r#"start() { postgres -D "$0/data" -k "$0" -c fsync=off -c max_connections=200 "$@" >>"$0/log" 2>&1 & server=$!; }
    stop() { kill -$1 $server; wait $server; }
    start "$@"
    while read -r line; do case $line in start) start "$@";; *) stop $line;; esac; done
    stop INT; rm -rf "$0""#;

impl Server {
    /// Starts a server with these options, or returns `None` if PostgreSQL is not installed.
    pub(crate) fn start(options: &[&str]) -> Option<Self> {
        if !quiet(Command::new("postgres").arg("--version")) {
            return None;
        }
        let (directory, port) = (directory(), free_port());
        let data = directory.join("data");
        let mut initdb = command("initdb");
        initdb
            .arg("-D")
            .arg(&data)
            .args(["-U", "tests", "-A", "trust", "-N", "-E", "UTF8", "--locale=C"])
            .current_dir(&directory);
        if !quiet(&mut initdb) {
            eprintln!("initdb failed here");
            return None;
        }
        let mut guard = command("sh");
        guard.args(["-c", GUARD]).arg(&directory).args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
        guard.args(options).current_dir(&directory).stdin(Stdio::piped());
        let guard = guard.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Self { directory, port, guard };
        server.wait();
        Some(server)
    }

    fn order(&mut self, order: &str) {
        writeln!(self.guard.stdin.as_mut().unwrap(), "{order}").unwrap();
    }

    /// Stops the server, and ends its sessions.
    pub(crate) fn stop(&mut self) {
        self.end("INT");
    }

    /// Ends the server as a crash does: it recovers when it starts again.
    pub(crate) fn crash(&mut self) {
        self.end("QUIT");
    }

    fn end(&mut self, signal: &str) {
        self.order(signal);
        while self.is_ready() {
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Starts the server again, without waiting for it.
    pub(crate) fn start_again(&mut self) {
        self.order("start");
    }

    fn is_ready(&self) -> bool {
        quiet(Command::new("pg_isready").args(["-p", &self.port.to_string()]).arg("-h").arg(&self.directory))
    }

    fn wait(&self) {
        let ready = (0..300).any(|_| {
            std::thread::sleep(Duration::from_millis(50));
            self.is_ready()
        });
        let log = || std::fs::read_to_string(self.directory.join("log")).unwrap_or_default();
        assert!(ready, "the server did not start: {}", log());
    }

    /// Returns the address of a database at the socket.
    pub(crate) fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?user=tests&port={}&host={}", self.port, self.directory.display())
    }

    /// Returns the address of a database at the port.
    pub(crate) fn tcp(&self, database: &str) -> String {
        format!("postgres://tests@127.0.0.1:{}/{database}", self.port)
    }

    /// Creates a database and returns its name.
    pub(crate) async fn create(&self, name: &str) -> String {
        let mut connection = PgConnection::connect(&self.url("postgres")).await.unwrap();
        // The name of a database has at most 63 bytes.
        let name = format!("d{}", &name[..name.len().min(60)]);
        connection.execute(AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
        name
    }
}

/// Starts a server of its own for a test that disturbs it, or reports that the test is skipped.
pub(crate) fn own_server(options: &[&str]) -> Option<Server> {
    let server = tokio::task::block_in_place(|| Server::start(options));
    if server.is_none() {
        skip("PostgreSQL (`postgres` and `initdb`) is not installed, or cannot run here");
    }
    server
}

fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(|| Server::start(&[])).as_ref()
}

/// Creates a database and returns its address, or `None` if PostgreSQL is not installed.
pub(crate) async fn database(name: &str) -> Option<String> {
    let Some(server) = tokio::task::block_in_place(server) else {
        skip("PostgreSQL (`postgres` and `initdb`) is not installed, or cannot run here");
        return None;
    };
    let name = server.create(name).await;
    Some(server.url(&name))
}
