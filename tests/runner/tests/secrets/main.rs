//! Secrets stay secret.

mod everywhere;
mod short;

use futures_util::StreamExt;
use runnable::{
    ErrorKind,
    prelude::*,
    runner::Runner,
    store::{
        OverflowPolicy, RunLog, SqliteLog,
        secrets::{Fixed, Secrets},
    },
};
use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering::SeqCst},
};

const KEY: &str = "k-0123456789-\"quoted\"";

#[derive(Debug, Clone, TaskEvent)]
enum Call {
    Status { status: String },
    Done { answer: String },
}

/// Leaks its secret in every way that it can.
#[task(returns = [answer])]
fn leaks(api_key: Secret<String>, fail: bool) -> impl Stream<Item = Result<Call, String>> {
    try_stream! {
        yield Call::Status { status: format!("using {}", api_key.expose()) };
        if fail {
            Err(format!("refused: {}", api_key.expose()))?;
        }
        yield Call::Done { answer: format!("{api_key:?} is {}", api_key.expose()) };
    }
}

#[task(returns = [n])]
async fn needs(answer: String, database_url: Secret<String>) -> Result<usize, String> {
    let _ = answer;
    panic!("cannot reach {}", database_url.expose())
}

pipeline! {
    fn calls(fail: bool) { leaks >> needs }
}

fn leaked(text: &str) -> bool {
    ["k-0123456789", "postgres-password"].iter().any(|secret| text.contains(secret))
}

#[tokio::test]
async fn a_secret_never_appears_in_the_log_in_events_in_errors_or_in_debug_output() {
    let secrets = Secrets::new()
        .with_source(Fixed::new().with("api_key", KEY).with("database_url", "db://postgres-password@host"));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    assert!(!leaked(&format!("{runner:?}")));
    for fail in [true, false] {
        let id = format!("leaks {fail}");
        let error = runner.run(calls(fail)).run_id(&*id).await.expect_err("it fails");
        assert!(format!("{error:#}").contains("***"), "{error}");
        assert!(!leaked(&format!("{error} {error:?}")), "{error:?}");
        let log = runner.log().expect("a log");
        let run = log.run(&id).await.expect("it can be read").expect("it is there");
        let steps = log.steps(&id).await.expect("it can be read");
        let events: Vec<_> = runner.events(&id, 0, OverflowPolicy::Block).expect("a log").collect().await;
        let all: Vec<_> =
            events.iter().map(|event| serde_json::to_string(event.as_ref().expect("it can be read"))).collect();
        assert!(!leaked(&format!("{run:?} {steps:?} {all:?} {log:?}")));
        assert!(format!("{all:?}").contains("using ***"), "{all:?}");
    }
}

#[task(returns = [code, kept])]
async fn numbers(pin: Secret<String>) -> (u64, u64) {
    (pin.expose().parse().unwrap_or_default(), 7)
}

#[tokio::test]
async fn a_numeric_secret_is_redacted_and_the_text_around_it_stays() {
    let secrets = Secrets::new().with_source(Fixed::new().with("pin", "987654321"));
    let runner = Runner::builder().run_log("memory:").secrets(secrets).build().await.expect("a runner");
    runner.run(Numbers {}).run_id("numbers").await.expect("it succeeds");
    let run = runner.log().expect("a log").run("numbers").await.expect("it can be read").expect("it is there");
    let output = run.output.expect("it has one");
    assert_eq!(output.get(), r#"{"code":"***","kept":7}"#);
}

/// Reads a secret's text from an earlier step, before a step takes the secret.
#[task(returns = [seen])]
async fn sees(text: &str) -> String {
    format!("seen {text}")
}

#[task(returns = [url])]
async fn signs(seen: &str, api_key: Secret<String>) -> String {
    format!("https://h/{seen}?key={}", api_key.expose())
}

static CLOSED: AtomicBool = AtomicBool::new(true);

#[task(returns = [passed])]
async fn gate(url: &str) -> Result<bool, String> {
    if CLOSED.load(SeqCst) { Err(format!("{url} is closed")) } else { Ok(true) }
}

#[task(returns = [shown])]
async fn shows(url: &str, passed: bool) -> String {
    format!("called {url} {passed}")
}

pipeline! {
    fn inner(text: &str) -> [url] { sees >> signs }
}

pipeline! {
    fn signed(text: String) -> [shown] { inner >> gate >> shows }
}

fn with_key(value: &str) -> Secrets {
    Secrets::new().with_source(Fixed::new().with("api_key", value))
}

async fn recording(file: &Path, secrets: Secrets) -> Runner {
    let url = format!("sqlite:{}", file.display());
    Runner::builder().run_log(&url).secrets(secrets).build().await.expect("a runner")
}

/// Returns everything that a log says of a run.
async fn all_of(log: &dyn RunLog, id: &str) -> String {
    let (run, steps) = (log.run(id).await.expect("a run"), log.steps(id).await.expect("its steps"));
    format!("{run:?} {steps:?} {:?}", log.events(id, 0, 1000).await.expect("its events"))
}

/// Asserts that no file in a folder contains a secret.
fn assert_clean(folder: &Path) {
    for file in std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()) {
        if file.is_file() {
            let bytes = std::fs::read(&file).expect("it can be read");
            assert!(!leaked(&String::from_utf8_lossy(&bytes)), "{}", file.display());
        }
    }
}

#[tokio::test]
async fn a_secret_is_known_before_the_first_step_and_comes_back_when_the_run_is_resumed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("runs.db");
    let first = recording(&file, with_key(KEY)).await;
    first.run(signed(format!("text with {KEY}"))).run_id("r").await.expect_err("the gate is closed");
    let log = SqliteLog::open(&file).await.expect("it opens");
    let (stored, shown) = (all_of(&log, "r").await, all_of(&**first.log().expect("a log"), "r").await);
    assert!(!leaked(&stored) && !leaked(&shown), "{stored}\n{shown}");
    assert!(stored.contains("$secret{api_key;") && shown.contains("text with ***"), "{stored}\n{shown}");
    assert!(!shown.contains("$secret"), "{shown}");
    assert_clean(folder.path());

    CLOSED.store(false, SeqCst);
    let error =
        recording(&file, with_key("another-key-0000")).await.resume::<Signed>("r").await.expect_err("it changed");
    assert_eq!(error.kind(), ErrorKind::NotStarted);
    assert!(format!("{error:#}").contains("the secret `api_key` has changed"), "{error:#}");
    let error = recording(&file, Secrets::new()).await.resume::<Signed>("r").await.expect_err("it is missing");
    assert!(format!("{error:#}").contains("the secret `api_key` is missing"), "{error:#}");

    let expected = format!("called https://h/seen text with {KEY}?key={KEY} true");
    let again = recording(&file, with_key(KEY)).await;
    assert_eq!(again.fork::<Signed>("r", "gate").run_id("f").await.expect("it forks").shown, expected);
    assert_eq!(again.resume::<Signed>("r").await.expect("it resumes").shown, expected);
    for id in ["r", "f"] {
        let (stored, shown) = (all_of(&log, id).await, all_of(&**again.log().expect("a log"), id).await);
        assert!(!leaked(&stored) && !leaked(&shown), "{stored}\n{shown}");
    }
    assert_clean(folder.path());
}

#[task]
async fn asks(no_such_key: Secret<String>) {
    drop(no_such_key);
}

#[tokio::test]
async fn a_missing_secret_fails_the_step_and_the_error_names_the_places_searched() {
    let runner = Runner::builder().build().await.expect("a runner");
    let error = runner.run(Asks {}).await.expect_err("it is missing");
    assert!(format!("{error:#}").contains("NO_SUCH_KEY"), "{error}");
}
