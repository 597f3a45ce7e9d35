//! Catalogs in S3: the bucket of a local server, which checks keys.

#![cfg(unix)]

use runnable::{prelude::*, runner::Runner, store::catalog::CatalogStore};
use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// The variable with the address of a catalog, for the part of a test that runs in a process of its
/// own: the credentials of S3 are environment variables.
const CATALOG: &str = "RUNNABLE_TEST_CATALOG";
const FILE: &str = "RUNNABLE_TEST_FILE";
const SIZE: usize = 200 << 20;

/// A server with the bucket `bucket` and a key.
struct Server {
    process: Child,
    port: u16,
    key: String,
    secret: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).expect("a port").port()
}

impl Server {
    /// Starts a server, or reports that the test is skipped.
    fn start() -> Option<Self> {
        let Some(program) = env::var_os("RUNNABLE_S3") else {
            let _ = writeln!(std::io::stderr(), "skipped: a server of S3 (`moto`) is not installed");
            return None;
        };
        let port = free_port();
        let mut server = Command::new(program);
        // The server checks keys after the four requests below.
        server.args(["-H", "127.0.0.1", "-p", &port.to_string()]).env("INITIAL_NO_AUTH_ACTION_COUNT", "4");
        let process = server.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let mut server = Self { process, port, key: String::new(), secret: String::new() };
        let deadline = Instant::now() + Duration::from_mins(1);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "the server does not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        server.iam("CreateUser", "");
        let answer = server.iam("CreateAccessKey", "");
        let field = |name: &str| {
            let text = answer.split_once(&format!("<{name}>")).expect("a field").1;
            text.split_once('<').expect("its end").0.to_owned()
        };
        (server.key, server.secret) = (field("AccessKeyId"), field("SecretAccessKey"));
        let policy = "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A\
                      %22s3%3A%2A%22%2C%22Resource%22%3A%22%2A%22%7D%5D%7D";
        server.iam("PutUserPolicy", &format!("&PolicyName=p&PolicyDocument={policy}"));
        let created = server.request("PUT /bucket", "s3", "");
        assert!(created.starts_with("HTTP/1.1 200"), "{created}");
        Some(server)
    }

    fn request(&self, request: &str, service: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it is there");
        let scope = format!("Credential=x/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=x");
        let request = format!(
            "{request} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: AWS4-HMAC-SHA256 {scope}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(request.as_bytes()).expect("it is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn iam(&self, action: &str, rest: &str) -> String {
        self.request("POST /", "iam", &format!("Action={action}&UserName=u&Version=2010-05-08{rest}"))
    }

    /// Returns a command that runs one of the inner tests below with the documented variables.
    fn inner(&self, test: &str) -> Command {
        let mut command = Command::new(env::current_exe().expect("this program"));
        command.args(["--exact", test, "--nocapture"]).stdout(Stdio::piped()).env(CATALOG, "s3://bucket/some/prefix");
        command.env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{}", self.port)).env("AWS_ALLOW_HTTP", "true");
        command.env("AWS_ACCESS_KEY_ID", &self.key).env("AWS_SECRET_ACCESS_KEY", &self.secret);
        command.env_remove("AWS_REGION").env("AWS_SESSION_TOKEN", "");
        command
    }

    fn signal(&self, signal: &str) {
        let sent =
            Command::new("kill").args([signal, &self.process.id().to_string()]).status().expect("it can be sent");
        assert!(sent.success());
    }
}

fn address() -> Option<String> {
    env::var(CATALOG).ok()
}

/// Runs a command, and returns what its test wrote.
fn output(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Writes a file of random content.
fn write_file(file: &Path, seed: u64) {
    let (mut state, mut content) = (seed | 1, Vec::with_capacity(SIZE));
    while content.len() < SIZE {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        content.extend_from_slice(&state.to_le_bytes());
    }
    fs::write(file, content).expect("it is written");
}

/// Puts a text, and gets it again.
#[task(returns = [text])]
async fn keep(catalog: runnable::store::catalog::Catalog) -> Result<String, runnable::store::StoreError> {
    catalog.put_bytes("notes/a.txt", "hello").await?;
    Ok(String::from_utf8_lossy(&catalog.get("notes/a.txt").await?).into_owned())
}

pipeline! {
    /// Keeps a text.
    fn kept() -> [text] { keep }
}

#[tokio::test]
async fn inner_builds_a_runner() {
    let Some(address) = address() else { return };
    let mut config = runnable::runner::Config::default();
    config.catalog.url = address.into();
    let started = Instant::now();
    let runner = match Runner::builder().config(config).run_log("memory:").build().await {
        Ok(runner) => runner,
        Err(error) => return println!("\nafter {} s: {error:#}\nend", started.elapsed().as_secs()),
    };
    println!("\nthe text is {}\nend", runner.run(kept()).await.expect("it succeeds").text);
}

#[tokio::test]
async fn inner_puts_and_gets_a_large_file() {
    let Some(address) = address() else { return };
    let file = env::var(FILE).expect("a file");
    let store = CatalogStore::open(&address).expect("it opens");
    println!("\nstarted");
    let blob = store.put_file(file.as_ref()).await.expect("it is stored");
    let copy = format!("{file}.copy");
    assert_eq!(store.get_to(&blob.hash, copy.as_ref()).await.expect("it is read"), SIZE as u64);
    assert!(fs::read(&file).expect("it is there") == fs::read(&copy).expect("it is there"));
    println!("\nstored {}", blob.hash);
}

#[tokio::test]
async fn inner_looks_for_a_content() {
    let Some(address) = address() else { return };
    let store = CatalogStore::open(&address).expect("it opens");
    let hash = blake3::hash(&fs::read(env::var(FILE).expect("a file")).expect("it is there")).to_hex();
    println!("\ncontained: {}", store.contains(&hash).await.expect("it answers"));
}

#[test]
fn a_large_content_survives_a_kill_and_a_frozen_endpoint() {
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    write_file(&file, 42);
    for wait in [50, 400, 900] {
        let mut process = server.inner("inner_puts_and_gets_a_large_file").env(FILE, &file).spawn().expect("it starts");
        let mut lines = BufReader::new(process.stdout.take().expect("its output")).lines();
        assert!(lines.any(|line| line.expect("text") == "started"));
        std::thread::sleep(Duration::from_millis(wait));
        process.kill().expect("it is killed");
        process.wait().expect("it ends");
        let found = output(server.inner("inner_looks_for_a_content").env(FILE, &file));
        assert!(found.contains("contained: false"), "{found}");
    }
    let process = server.inner("inner_puts_and_gets_a_large_file").env(FILE, &file).spawn().expect("it starts");
    std::thread::sleep(Duration::from_millis(700));
    server.signal("-STOP");
    std::thread::sleep(Duration::from_secs(1));
    server.signal("-CONT");
    let stored = process.wait_with_output().expect("it ends");
    let stored = String::from_utf8_lossy(&stored.stdout).into_owned();
    assert!(stored.contains("\nstored "), "{stored}");
    let found = output(server.inner("inner_looks_for_a_content").env(FILE, &file));
    assert!(found.contains("contained: true"), "{found}");
}

#[test]
fn an_endpoint_that_is_down_for_some_seconds_is_waited_for() {
    let Some(server) = Server::start() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let (file, late, port) = (folder.path().join("file"), free_port(), server.port);
    write_file(&file, 43);
    std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(4));
        for client in TcpListener::bind(("127.0.0.1", late)).expect("it is free").incoming().flatten() {
            let server = TcpStream::connect(("127.0.0.1", port)).expect("it is there");
            for (mut from, mut to) in
                [(client.try_clone().expect("a handle"), server.try_clone().expect("a handle")), (server, client)]
            {
                std::thread::spawn(move || {
                    let _ = std::io::copy(&mut from, &mut to);
                    let _ = to.shutdown(std::net::Shutdown::Write);
                });
            }
        }
    });
    let mut inner = server.inner("inner_puts_and_gets_a_large_file");
    let stored = output(inner.env(FILE, &file).env("AWS_ENDPOINT_URL", format!("http://127.0.0.1:{late}")));
    assert!(stored.contains("\nstored "), "{stored}");
}

#[test]
fn a_runner_checks_the_bucket_when_it_is_built() {
    let Some(server) = Server::start() else { return };
    let built = output(&mut server.inner("inner_builds_a_runner"));
    assert!(built.contains("the text is hello"), "{built}");
    let built = output(
        server
            .inner("inner_builds_a_runner")
            .env_remove("AWS_ENDPOINT_URL")
            .env("AWS_ENDPOINT_URL_S3", format!("http://127.0.0.1:{}/", server.port)),
    );
    assert!(built.contains("the text is hello"), "{built}");
    let down = format!("http://127.0.0.1:{}", free_port());
    for (variable, value, problem) in [
        ("AWS_ALLOW_HTTP", "", "is not encrypted\nhelp: set `AWS_ALLOW_HTTP=true`"),
        ("AWS_ALLOW_HTTP", "false", "is not encrypted\nhelp: set `AWS_ALLOW_HTTP=true`"),
        ("AWS_ACCESS_KEY_ID", "AKIAWRONG", "refuses the key\nhelp: check `AWS_ACCESS_KEY_ID`"),
        ("AWS_SECRET_ACCESS_KEY", "wrong-secret", "refuses the key\nhelp: check `AWS_ACCESS_KEY_ID`"),
        (CATALOG, "s3://nowhere/prefix", "has no bucket `nowhere`\nhelp: create the bucket"),
        (CATALOG, "s3://", "write `s3://bucket/prefix`"),
        ("AWS_ENDPOINT_URL", &down, "cannot be reached\nhelp: check the network, `AWS_ENDPOINT_URL`"),
        ("AWS_ENDPOINT_URL", "https://127.0.0.1:1", "cannot be reached"),
        ("AWS_ENDPOINT_URL", "localhost:9000", "is not a URL\nhelp: write `https://host`"),
        ("AWS_ENDPOINT_URL", "http://me:hunter2@127.0.0.1:1", "cannot be reached"),
    ] {
        let text = output(server.inner("inner_builds_a_runner").env(variable, value));
        let error = text.split_once("\nafter ").expect("an error").1.split_once("\nend").expect("its end").0;
        assert!(error.contains(problem), "{variable}={value}: {error}");
        assert!(!error.contains(&server.secret) && !error.contains("wrong-secret"), "{error}");
        let seconds: u64 = error.split_once(" s: ").expect("a time").0.parse().expect("a number");
        assert!(seconds < 15, "{variable}={value}: {seconds} s");
    }
    let mut without_key = server.inner("inner_builds_a_runner");
    without_key.env("AWS_ACCESS_KEY_ID", "").env("AWS_SECRET_ACCESS_KEY", "").env("AWS_METADATA_ENDPOINT", &down);
    let text = output(&mut without_key);
    assert!(text.contains("there are no credentials") && text.contains("set `AWS_ACCESS_KEY_ID` and"), "{text}");
}
