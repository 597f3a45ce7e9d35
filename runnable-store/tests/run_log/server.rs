//! A PostgreSQL server for the tests, if PostgreSQL is installed.

use sqlx::{Connection, Executor, PgConnection};
use std::{
    io::{Write, stderr},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::Duration,
};

/// A server in a directory, reached through a socket there. It is the child of a shell that stops it when this program ends.
struct Server {
    directory: PathBuf,
    _guard: Child,
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// Returns a command as a user that PostgreSQL accepts: it refuses to run as root.
fn command(program: &str) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups", program]);
    command
}

fn quiet(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

impl Server {
    fn start() -> Option<Self> {
        if !quiet(Command::new("postgres").arg("--version")) {
            return None;
        }
        // The guard outlives this program, and removes the directory.
        let directory = tempfile::Builder::new().prefix("rn").tempdir().unwrap().keep();
        if is_root() {
            std::os::unix::fs::chown(&directory, Some(65534), Some(65534)).unwrap();
        }
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
        // The server stops as soon as our end of the pipe closes, however this program ends.
        let script = r#"postgres -D "$0/data" -k "$0" -c listen_addresses= -c fsync=off -c max_connections=200 >"$0/log" 2>&1 & server=$!
            read -r line; kill -INT $server; wait $server; rm -rf "$0""#;
        let mut guard = command("sh");
        guard.args(["-c", script]).arg(&directory).current_dir(&directory).stdin(Stdio::piped());
        let guard = guard.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let server = Self { directory, _guard: guard };
        let ready = (0..300).any(|_| {
            std::thread::sleep(Duration::from_millis(50));
            quiet(Command::new("pg_isready").arg("-h").arg(&server.directory))
        });
        assert!(
            ready,
            "the server did not start: {}",
            std::fs::read_to_string(server.directory.join("log")).unwrap_or_default()
        );
        Some(server)
    }
}

fn server() -> Option<&'static Path> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(Server::start).as_ref().map(|server| &*server.directory)
}

fn url(directory: &Path, database: &str) -> String {
    format!("postgres:///{database}?user=tests&host={}", directory.display())
}

/// Creates a database and returns its address, or `None` if PostgreSQL is not installed.
pub(crate) async fn database(name: &str) -> Option<String> {
    let Some(server) = tokio::task::block_in_place(server) else {
        // `eprintln!` would be captured, because the test passes.
        let _ =
            writeln!(stderr(), "skipped: PostgreSQL (`postgres` and `initdb`) is not installed, or cannot run here");
        return None;
    };
    let mut connection = PgConnection::connect(&url(server, "postgres")).await.unwrap();
    // The name of a database has at most 63 bytes.
    let name = format!("d{}", &name[..name.len().min(60)]);
    connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(url(server, &name))
}
