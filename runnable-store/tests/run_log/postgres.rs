//! A server of its own for these tests, where PostgreSQL is installed.

use crate::support::{LEASE, event, of, record};
use runnable_store::{PostgresLog, RunLog, RunStatus, StoreErrorKind};
use sqlx::{Connection, Executor, PgConnection};
use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, OnceLock},
    time::Duration,
};

/// A server in a directory, reached by a socket there. It ends with this program: it is the child of a shell that waits for our end.
struct Server {
    directory: PathBuf,
    _guard: Child,
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.starts_with(b"0\n"))
}

/// A command as a user that PostgreSQL accepts: it refuses root.
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
        // It stays until the guard, which outlives us, removes it.
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
        // The server ends as soon as our end of the pipe closes, however this program ends.
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

/// The address of a new database; `None` where there is no server.
async fn database(name: &str) -> Option<String> {
    let Some(server) = tokio::task::block_in_place(server) else {
        eprintln!("skipped: PostgreSQL (`postgres` and `initdb`) is not installed, or cannot run here");
        return None;
    };
    let mut connection = PgConnection::connect(&url(server, "postgres")).await.unwrap();
    // A name has 63 bytes at most.
    let name = format!("d{}", &name[..name.len().min(60)]);
    connection.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    Some(url(server, &name))
}

/// A log in a database of its own.
pub(crate) async fn log(name: &str) -> Option<Arc<PostgresLog>> {
    let url = database(name).await?;
    Some(Arc::new(PostgresLog::connect(&url).await.unwrap()))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_runs_of_a_closed_session_are_interrupted_at_once() {
    let Some(url) = database("closed_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &["chunk"], None).await;
    let other = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    log.close().await.unwrap();
    while other.bury().await.unwrap() != ["A"] {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    other.keep_alive("P", LEASE).await.unwrap();
    assert_eq!(other.claim("A", "P").await.unwrap().last_seq, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_lost_a_run_cannot_go_on_writing_it() {
    let Some(url) = database("lost_run").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    log.keep_alive("O", Duration::from_millis(1)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let other = PostgresLog::connect(&url).await.unwrap();
    other.keep_alive("P", LEASE).await.unwrap();
    other.claim("A", "P").await.unwrap();
    let error = log.append(&of("A", [event(3, "chunk")])).await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    assert!(error.to_string().contains("another process took the run"), "{error}");
    other.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_broke_is_renewed_with_its_locks() {
    let Some(url) = database("broken_session").await else { return };
    let log = PostgresLog::connect(&url).await.unwrap();
    record(&log, "A", "O", &[], None).await;
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
    connection.execute(others).await.unwrap();
    assert!(log.append(&of("A", [event(3, "chunk")])).await.is_err());
    log.keep_alive("O", LEASE).await.unwrap();
    let other = PostgresLog::connect(&url).await.unwrap();
    assert_eq!(other.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

#[tokio::test]
async fn a_server_that_is_not_there_is_named_without_its_password() {
    let error = PostgresLog::connect("postgres://app:hunter2@127.0.0.1:1/runs").await.unwrap_err();
    assert!(error.to_string().contains("`runs on 127.0.0.1` cannot be reached"), "{error}");
    assert!(!format!("{error:?}").contains("hunter2"));
    let error = PostgresLog::connect("no address: hunter2").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Invalid);
    assert!(!format!("{error:?}").contains("hunter2"));
}
