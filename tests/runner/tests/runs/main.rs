//! What a runner records, and how a run goes on from it.

mod conformance;
mod events;
mod files;
mod fork;
mod once;
mod postgres;
mod recorded;
mod resume;
mod secrets;
mod sqlite;
mod together;

#[path = "../../../../runnable-store/tests/run_log/server.rs"]
mod server;

use runnable::{
    prelude::*,
    runner::Runner,
    store::{RunRecord, StepRecord},
};
use std::sync::{
    Mutex,
    atomic::{AtomicU32, Ordering},
};

/// A runner that records in memory.
async fn runner() -> Runner {
    Runner::builder().run_log("memory:").build().await.expect("a runner")
}

async fn record(runner: &Runner, run: &str) -> RunRecord {
    runner.log().expect("a log").run(run).await.expect("it can be read").expect("the run is there")
}

async fn steps(runner: &Runner, run: &str) -> Vec<StepRecord> {
    runner.log().expect("a log").steps(run).await.expect("it can be read")
}

/// `path#attempt status` of each attempt of a run's steps.
async fn told(runner: &Runner, run: &str) -> Vec<String> {
    let steps = steps(runner, run).await;
    steps.iter().map(|step| format!("{}#{} {:?}", step.path, step.attempt, step.status)).collect()
}

/// What broke, and how often each thing was done: tests name their own things.
static BROKEN: Mutex<Vec<String>> = Mutex::new(Vec::new());
static DONE: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn break_at(what: &str) {
    BROKEN.lock().expect("not poisoned").push(what.to_owned());
}

fn mend(what: &str) {
    BROKEN.lock().expect("not poisoned").retain(|broken| broken != what);
}

/// Does a thing, or fails where it was broken.
fn act(what: &str) -> Result<(), String> {
    DONE.lock().expect("not poisoned").push(what.to_owned());
    if BROKEN.lock().expect("not poisoned").iter().any(|broken| broken == what) {
        return Err(format!("{what} is broken"));
    }
    Ok(())
}

/// How often a thing was done.
fn done(what: &str) -> usize {
    DONE.lock().expect("not poisoned").iter().filter(|done| *done == what).count()
}

/// A name that no other test has.
fn unique(what: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Events of a task that streams.
#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Token {
    /// A part.
    Chunk { text: String },
    /// All of it.
    Done { text: String },
}

/// Two chunks and the end.
#[task(returns = [text])]
fn write(name: String) -> impl Stream<Item = Result<Token, String>> {
    try_stream! {
        yield Token::Chunk { text: "a".to_owned() };
        act(&format!("{name}/write"))?;
        yield Token::Chunk { text: "b".to_owned() };
        yield Token::Done { text: "ab".to_owned() };
    }
}

/// Its length.
#[task(returns = [length])]
async fn count(name: &str, text: &str) -> Result<usize, String> {
    act(&format!("{name}/count"))?;
    Ok(text.len())
}

/// As often.
#[task(returns = [many])]
async fn multiply(name: &str, length: usize, by: usize) -> Result<usize, String> {
    act(&format!("{name}/multiply/{by}"))?;
    Ok(length * by)
}

/// The sum.
#[task(returns = [sum])]
async fn add(name: &str, many: Vec<usize>) -> Result<usize, String> {
    act(&format!("{name}/add"))?;
    Ok(many.iter().sum())
}

pipeline! {
    /// Writes, counts, multiplies and adds.
    fn work(name: String, factors: Vec<usize>) -> [text, sum] {
        write >> count >> map(factors as by) { multiply } >> add
    }
}
