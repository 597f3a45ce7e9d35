//! Runs that are recorded, resumed and forked.

mod causes;
mod changed;
mod collect;
mod conformance;
mod cut;
mod elsewhere;
mod endings;
mod events;
mod files;
mod fork;
mod hot;
mod metrics;
mod once;
mod postgres;
mod race;
mod recorded;
mod resume;
mod retry;
mod source;
mod sqlite;
mod timeout;
mod together;
mod traces;
mod undecided;

#[path = "../../../../runnable-store/tests/run_log/server.rs"]
mod server;
#[path = "../../../cooperation/support.rs"]
mod support;

use runnable::{
    prelude::*,
    runner::Runner,
    store::{RunRecord, StepRecord},
};
use std::sync::{
    Mutex,
    atomic::{AtomicU32, Ordering},
};

/// Returns a runner that records in memory.
async fn runner() -> Runner {
    Runner::builder().run_log("memory:").build().await.expect("a runner")
}

async fn record(runner: &Runner, run: &str) -> RunRecord {
    runner.log().expect("a log").run(run).await.expect("it can be read").expect("the run is there")
}

async fn steps(runner: &Runner, run: &str) -> Vec<StepRecord> {
    runner.log().expect("a log").steps(run).await.expect("it can be read")
}

/// Returns `path#attempt status` for each attempt of the steps of a run.
async fn attempts(runner: &Runner, run: &str) -> Vec<String> {
    let steps = steps(runner, run).await;
    steps.iter().map(|step| format!("{}#{} {:?}", step.path, step.attempt, step.status)).collect()
}

/// The broken actions and the number of times each action ran. Each test names its own actions.
static BROKEN: Mutex<Vec<String>> = Mutex::new(Vec::new());
static DONE: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn break_at(what: &str) {
    BROKEN.lock().expect("not poisoned").push(what.to_owned());
}

fn mend(what: &str) {
    BROKEN.lock().expect("not poisoned").retain(|broken| broken != what);
}

/// Performs an action, or fails if it is broken.
fn act(what: &str) -> Result<(), String> {
    DONE.lock().expect("not poisoned").push(what.to_owned());
    if BROKEN.lock().expect("not poisoned").iter().any(|broken| broken == what) {
        return Err(format!("{what} is broken"));
    }
    Ok(())
}

/// Returns how many times an action ran.
fn done(what: &str) -> usize {
    DONE.lock().expect("not poisoned").iter().filter(|done| *done == what).count()
}

/// Returns a name that no other test uses.
fn unique(what: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Events of a task that streams.
#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Token {
    /// A part.
    Chunk { text: String },
    /// The whole text.
    Done { text: String },
}

/// Emits two chunks and the end event.
#[task(returns = [text])]
fn write(name: String) -> impl Stream<Item = Result<Token, String>> {
    try_stream! {
        yield Token::Chunk { text: "a".to_owned() };
        act(&format!("{name}/write"))?;
        yield Token::Chunk { text: "b".to_owned() };
        yield Token::Done { text: "ab".to_owned() };
    }
}

/// Returns the length of the text.
#[task(returns = [length])]
async fn count(name: &str, text: &str) -> Result<usize, String> {
    act(&format!("{name}/count"))?;
    Ok(text.len())
}

/// Multiplies the length.
#[task(returns = [many])]
async fn multiply(name: &str, length: usize, by: usize) -> Result<usize, String> {
    act(&format!("{name}/multiply/{by}"))?;
    Ok(length * by)
}

/// Adds the products.
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
