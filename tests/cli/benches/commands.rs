//! The times of commands, from the start of their process to its end: run logs with 100,000 runs, a run of 10,000 steps, a
//! pipeline of 500 nodes, and the progress of a run that sends 10,000 events a second.
//!
//! `cargo bench -p runnable-tests-cli --bench commands`; with `-- --write` it also puts the table into `benches/README.md`.
//! Without PostgreSQL, its rows are missing.

#![allow(missing_docs, unreachable_pub)]
#![allow(clippy::large_stack_frames, reason = "a pipeline of 500 nodes is one future")]

#[path = "../../../benches/work/names.rs"]
mod names;
#[path = "../../../benches/work/report.rs"]
#[allow(dead_code, reason = "it is of all benches")]
mod report;
#[path = "../../../runnable-store/tests/run_log/server.rs"]
mod server;

use names::{chain, names};
use report::Table;
use runnable::{
    prelude::*,
    runner::{Config, RunLogUrl},
    store::{NewRun, RunLog, RunStatus, Write, Writes, json},
};
use runnable_view::GraphPicture;
use std::{
    error::Error,
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};

type Failure = Box<dyn Error + Send + Sync>;

const RUNS: u32 = 100_000;
const STEPS: u32 = 10_000;
/// The number of measurements, of which the median is reported.
const ROUNDS: usize = 20;
/// Events of a run with progress, and events a second.
const EVENTS: u32 = 20_000;
const RATE: u32 = 10_000;

const APP: &str = env!("CARGO_BIN_EXE_app");
const RNBL: &str = env!("CARGO_BIN_EXE_reader");

#[task(returns = [n])]
async fn inc(n: u64) -> u64 {
    n + 1
}

names! { 100: chain! hundred = inc }

pipeline! {
    fn five_hundred(n: u64) -> [n] { a: hundred >> b: hundred >> c: hundred >> d: hundred >> e: hundred }
}

#[task(returns = [next])]
async fn next(item: u32) -> u32 {
    item + 1
}

pipeline! {
    fn ten_thousand(items: Vec<u32>) -> [next] { map(items as item, limit = 8) { next } }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Runs a program in a folder; returns its time in milliseconds.
fn time(folder: &Path, program: &str, arguments: &[&str]) -> f64 {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let started = Instant::now();
    let status = command.status().expect("the program starts");
    assert!(status.success(), "{program} {arguments:?}");
    millis(started.elapsed())
}

struct Commands {
    folder: tempfile::TempDir,
    table: Table,
}

impl Commands {
    /// Adds the row of a command of `rnbl`, with the log and what it shows.
    fn row(&mut self, arguments: &[&str], of: &str, target: Option<f64>) {
        let once = || time(self.folder.path(), RNBL, arguments);
        once();
        let took = median((0..ROUNDS).map(|_| once()).collect());
        let words: Vec<_> = arguments.iter().take_while(|word| **word != "--log").copied().collect();
        self.add(&format!("`rnbl {}`", words.join(" ")), of, took, target);
    }

    fn add(&mut self, what: &str, of: &str, took: f64, target: Option<f64>) {
        let limit = target.map_or_else(|| "-".to_owned(), |target| format!("{target:.0}"));
        let met = target.map_or("-", |target| if took <= target { "yes" } else { "no" });
        self.table.row(vec![what.to_owned(), of.to_owned(), format!("{took:.1}"), limit, met.to_owned()]);
    }
}

/// Writes 100,000 runs, one every ten seconds until now; each thousandth failed.
async fn fill(url: &str) -> Result<(), Failure> {
    let log: Arc<dyn RunLog> = url.parse::<RunLogUrl>()?.options().open().await?;
    log.renew_lease("bench", Duration::from_hours(1)).await?;
    let now = SystemTime::now();
    let mut writers = Vec::new();
    for writer in 0..8 {
        let log = Arc::clone(&log);
        writers.push(tokio::spawn(async move {
            for first in (0..RUNS).step_by(500).skip(writer).step_by(8) {
                let mut ends = Vec::new();
                for number in first..first + 500 {
                    let id = format!("01JD{number:022}");
                    let mut run = NewRun::new(&id, "digest", "hash", json("{}")?, json(r#"{"document":"a.md"}"#)?);
                    run.started = now - Duration::from_secs(10) * (RUNS - number);
                    let at = run.started + Duration::from_secs(2);
                    log.create(&run, "bench").await?;
                    let status = if number % 1000 == 0 { RunStatus::Failed } else { RunStatus::Succeeded };
                    ends.push(Writes::new(id, vec![Write::RunEnded { at, status, output: None, error: None }]));
                }
                log.append(&ends).await?;
            }
            Ok::<_, Failure>(())
        }));
    }
    for writer in writers {
        writer.await??;
    }
    Ok(())
}

/// Records two runs of 10,000 steps and a run of 500 nodes.
async fn record(url: &str) -> Result<(), Failure> {
    let mut config = Config::default();
    config.run_log.url = url.parse()?;
    config.run_log.code_identity = false;
    let runner = Runner::builder().config(config).build().await?;
    for (id, first) in [("a", 0), ("b", 1)] {
        runner.run(ten_thousand((first..first + STEPS).collect())).run_id(id).await?;
    }
    runner.run(five_hundred(0)).run_id("wide").await?;
    runner.shutdown().await?;
    Ok(())
}

/// Returns by how many per cent the progress slows a run, as the median of the ratios of runs that take turns.
fn progress(folder: &Path) -> f64 {
    let (count, rate) = (EVENTS.to_string(), RATE.to_string());
    let run =
        |form| time(folder, APP, &["run", "stream_tokens", "--count", &count, "--rate", &rate, "--progress", form]);
    let ratios = (0..ROUNDS / 2).map(|_| run("bar") / run("none"));
    (median(ratios.collect()) - 1.0) * 100.0
}

async fn measure() -> Result<(), Failure> {
    let table = Table::new(&["command", "of", "ms", "target", "met"]);
    let mut commands = Commands { folder: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?, table };
    let file = |name: &str| format!("sqlite:{}", commands.folder.path().join(name).display());
    let (many, large) = (file("many.db"), file("large.db"));
    commands.row(&["--help"], "", Some(10.0));
    fill(&many).await?;
    let mut logs = vec![("100,000 runs, SQLite", many, 50.0)];
    if let Some(url) = server::database("commands").await {
        fill(&url).await?;
        logs.push(("100,000 runs, PostgreSQL", url, 100.0));
    }
    for (of, url, target) in &logs {
        for filter in [&["runs"][..], &["runs", "--status", "failed"], &["runs", "--since", "1h"]] {
            commands.row(&[filter, &["--log", url]].concat(), of, Some(*target));
        }
        commands.row(&["runs", "--status", "failed", "--pipeline", "digest", "--log", url], of, Some(*target));
    }
    record(&large).await?;
    for words in [
        &["runs"][..],
        &["runs", "show", "a"],
        &["runs", "show", "a", "--json"],
        &["runs", "timeline", "a"],
        &["runs", "timeline", "a", "--format", "html"],
        &["runs", "diff", "a", "b"],
        &["runs", "events", "a"],
        &["graph", "a"],
    ] {
        commands.row(&[words, &["--log", &large]].concat(), "10,000 steps, SQLite", None);
    }
    commands.row(&["graph", "wide", "--format", "svg", "--log", &large], "500 nodes, SQLite", None);
    let graph = FiveHundred::graph();
    let pictures = (0..ROUNDS).map(|_| {
        let started = Instant::now();
        assert!(GraphPicture::new(&graph).svg().ends_with("</svg>\n"));
        millis(started.elapsed())
    });
    commands.add("the SVG alone", "500 nodes", median(pictures.collect()), Some(50.0));
    let slower = progress(commands.folder.path());
    let text = format!(
        "{}\n\n{}\nThe live progress of {EVENTS} events, {RATE} a second, makes the run {slower:.1} % slower (target: 5 %).\n",
        report::machine(),
        commands.table.markdown(),
    );
    report::publish("commands", &text);
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    tokio::spawn(measure()).await?
}
