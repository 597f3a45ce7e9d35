//! A worker that `tests/kill.rs` kills or freezes: a pipeline of some 30 steps with `parallel` and `map`, whose steps count
//! themselves in a file of their own.
//!
//! `RUNNABLE_TEST_LOG` is the URL of its run log, and `RUNNABLE_TEST_LEASE` its lease.

use runnable::{
    prelude::*,
    runner::{Config, Runner},
    store::{RunStatus, StepStatus},
};
use std::{error::Error, fs::OpenOptions, io::Write as _, time::Duration};

/// Counts the start of a step outside the store, in a single write, so that a kill cannot leave half a line.
fn count(run: &RunId, step: &str) {
    let file = OpenOptions::new().create(true).append(true).open(format!("{run}.count"));
    file.and_then(|mut file| file.write_all(format!("{step}\n").as_bytes())).expect("it can be counted");
}

async fn work() {
    tokio::time::sleep(Duration::from_millis(1)).await;
}

#[task(returns = [n])]
async fn add(n: u64, step: &str, run: RunId) -> u64 {
    count(&run, step);
    work().await;
    n + 1
}

/// Takes effect at once, and then waits.
#[task(returns = [receipt], effect = "once")]
async fn once(n: u64, run: RunId) -> u64 {
    count(&run, "once");
    work().await;
    n
}

#[derive(Debug, Clone, TaskEvent)]
enum Word {
    /// A part.
    Chunk { text: String },
    /// All.
    Done { text: String },
}

#[task(returns = [text])]
fn write(n: u64, run: RunId) -> impl Stream<Item = Word> {
    stream! {
        count(&run, "write");
        for _ in 0..n {
            yield Word::Chunk { text: "x".to_owned() };
        }
        work().await;
        yield Word::Done { text: "x".repeat(usize::try_from(n).unwrap_or(0)) };
    }
}

#[task(returns = [square])]
async fn square(item: u64, run: RunId) -> u64 {
    count(&run, &format!("squares[{item}]/square"));
    work().await;
    item * item
}

#[task(returns = [total])]
async fn total(square: Vec<u64>, left: u64, right: u64, receipt: u64, text: &str, run: RunId) -> u64 {
    count(&run, "total");
    work().await;
    square.iter().sum::<u64>() + left + right + receipt + u64::try_from(text.len()).unwrap_or(0)
}

pipeline! {
    fn thirty(n: u64, squares: Vec<u64>) -> [total, text] {
        a1: add(step = "a1")
            >> a2: add(step = "a2")
            >> a3: add(step = "a3")
            >> a4: add(step = "a4")
            >> parallel {
                left: { b1: add(step = "left/b1") >> b2: add(step = "left/b2") >> b3: add(step = "left/b3") -> [n as left] },
                right: { c1: add(step = "right/c1") >> c2: add(step = "right/c2") -> [n as right] },
            }
            >> write
            >> once
            >> map(squares as item, limit = 4) { square }
            >> d1: add(step = "d1")
            >> d2: add(step = "d2")
            >> d3: add(step = "d3")
            >> total
    }
}

#[derive(Debug, Clone, TaskEvent)]
enum Sign {
    /// A process works.
    By { process: u32 },
    /// It has finished.
    Done { process: u32 },
}

/// Leaves the mark of this process in an event and in the output.
#[task(returns = [process])]
fn mark(item: u64) -> impl Stream<Item = Sign> {
    stream! {
        let process = std::process::id();
        yield Sign::By { process };
        tokio::time::sleep(Duration::from_millis(1 + item % 5)).await;
        yield Sign::Done { process };
    }
}

pipeline! {
    fn marked(items: Vec<u64>) -> [process] { map(items as item, limit = 3) { mark } }
}

async fn mark_all(runner: &Runner, run: &str, first: bool) -> Result<(), Box<dyn Error>> {
    let output = if first {
        runner.run(marked((0..200).collect())).run_id(run).await?
    } else {
        runner.resume::<Marked>(run).await?
    };
    println!("{} marks", output.process.len());
    runner.shutdown().await?;
    Ok(())
}

/// Checks the store, and prints the status of a run and the processes that left a mark in its events and in its steps.
async fn marks(runner: &Runner, run: &str) -> Result<(), Box<dyn Error>> {
    #[derive(serde::Deserialize)]
    struct Left {
        process: u32,
    }

    let log = runner.log()?;
    log.check().await?;
    let Some(record) = log.run(run).await? else { return Ok(()) };
    println!("status {}", record.status);
    for event in log.events(run, 0, usize::MAX).await? {
        let data = event.data.as_ref().map_or("", |data| data.get());
        if let Ok(Left { process }) = serde_json::from_str(data) {
            println!("event {process}");
        }
    }
    for step in log.steps(run).await? {
        let output = step.output.as_ref().map_or("", |output| output.get());
        if let Ok(Left { process }) = serde_json::from_str(output) {
            println!("step {process}");
        }
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [what, run] = arguments.as_slice() else { return Err("expected what to do, and a run".into()) };
    let mut config = Config::default();
    if let Ok(lease) = std::env::var("RUNNABLE_TEST_LEASE") {
        config.run_log.lease = Duration::from_millis(lease.parse()?);
    }
    let url = std::env::var("RUNNABLE_TEST_LOG").unwrap_or_else(|_| "sqlite:runs.db".to_owned());
    let runner = Runner::builder().config(config).run_log(&url).build().await?;
    let input = || thirty(0, (0..14).collect());
    let output = match what.as_str() {
        "run" => runner.run(input()).run_id(run.as_str()).await?,
        "check" => return check(&runner, run).await,
        // Forks the run before the dot, at the last step but two: all other steps are taken over.
        "fork" => {
            let parent = run.split('.').next().unwrap_or_default();
            runner.fork::<Thirty>(parent, "d2").run_id(run.as_str()).await?
        }
        "mark" | "mark again" => return mark_all(&runner, run, what == "mark").await,
        "marks" => return marks(&runner, run).await,
        // It may have been killed before it was recorded, or have ended before it was killed.
        _ => match runner.log()?.run(run).await? {
            None => runner.run(input()).run_id(run.as_str()).await?,
            Some(record) if record.status == RunStatus::Succeeded => {
                serde_json::from_str::<Given>(record.output.ok_or("it has an output")?.get())?.into()
            }
            Some(_) => {
                let again = runner.resume::<Thirty>(run.as_str());
                // The step counted itself if it took effect.
                let counted = std::fs::read_to_string(format!("{run}.count")).unwrap_or_default();
                let paid = counted.lines().any(|line| line == "once");
                let steps = runner.log()?.steps(run).await?;
                let once = steps.iter().rfind(|step| step.path == "once").map(|step| step.status);
                match once {
                    Some(StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted) if paid => {
                        again.assume_done("once", serde_json::json!({ "receipt": 4 }))
                    }
                    Some(StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted) => {
                        again.assume_retry("once")
                    }
                    _ => again,
                }
                .await?
            }
        },
    };
    println!("{} {}", output.total, output.text);
    runner.shutdown().await?;
    Ok(())
}

#[derive(serde::Deserialize)]
struct Given {
    total: u64,
    text: String,
}

impl From<Given> for ThirtyOutput {
    fn from(Given { total, text }: Given) -> Self {
        Self { total, text }
    }
}

/// Checks the store and prints the steps that have finished.
async fn check(runner: &Runner, run: &str) -> Result<(), Box<dyn Error>> {
    runner.log()?.check().await?;
    for step in runner.log()?.steps(run).await? {
        if step.status == StepStatus::Succeeded {
            println!("{}", step.path);
        }
    }
    Ok(())
}
