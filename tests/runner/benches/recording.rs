//! The cost of a recorded step, compared with a bare insert: the same file, the same durability, the same driver.
//!
//! A step is recorded as its beginning, its end and two events. `journal` writes just these; `runner` runs a pipeline that does, from
//! the beginning of the run to its recorded end. They take turns with the bare inserts, in many short rounds, so that a noisy
//! machine disturbs all alike: each round has its own ratio, and the table has the quartiles of all rounds.
//! `cargo bench -p runnable-tests-runner --bench recording`; with `-- --write` it also puts them into `benches/README.md`, and
//! with `-- relaxed` it measures the cases that have the word in their names. Allocations are those of all threads in the last
//! round, without those of SQLite itself.

#![allow(missing_docs, unreachable_pub)]
#![allow(clippy::cast_precision_loss, reason = "the counts are small")]

#[path = "../../../benches/work/names.rs"]
mod names;
#[path = "../../../benches/work/report.rs"]
#[allow(dead_code, reason = "it is of all benches")]
mod report;

use names::{chain, names};
use report::Table;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;

use runnable::{
    prelude::*,
    runner::{Config, Runner},
    store::{
        Durability, EventRecord, Journal, JournalOptions, Json, NewRun, RunStatus, RunWriter, SqliteLog, StepStatus,
        Write, json,
    },
};
use sqlx::{
    ConnectOptions, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteSynchronous},
};
use std::{
    error::Error,
    fmt::Write as _,
    future::poll_fn,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::{Duration, Instant, SystemTime},
};

type Failure = Box<dyn Error + Send + Sync>;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const DATA: &str = r#"{"n":1}"#;

#[task(returns = [n])]
async fn inc(n: u64) -> u64 {
    n + 1
}

names! { 100: chain! hundred = inc }

pipeline! {
    fn thousand(n: u64) -> [n] {
        a: hundred >> b: hundred >> c: hundred >> d: hundred >> e: hundred
            >> f: hundred >> g: hundred >> h: hundred >> i: hundred >> j: hundred
    }
}

/// A comparison: concurrent runs of a hundred steps, or a run of a thousand.
struct Case {
    synced: bool,
    durability: Durability,
    runs: u64,
    rounds: usize,
}

/// The cost of one step or insert.
#[derive(Default)]
struct Cost {
    /// Microseconds in each round.
    times: Vec<f64>,
    /// Allocations in the last round.
    allocations: f64,
}

/// The costs that are compared.
#[derive(Default)]
struct Costs {
    insert: Cost,
    journal: Cost,
    runner: Cost,
}

/// A measurement of a round.
struct Round {
    began: Instant,
    region: Region<'static, System>,
}

impl Round {
    fn begin() -> Self {
        Self { began: Instant::now(), region: Region::new(ALLOCATOR) }
    }

    /// Ends the measurement of so many steps; the first round warms up.
    fn end(self, steps: f64, round: usize, to: &mut Cost) {
        let (time, allocations) = (self.began.elapsed(), self.region.change().allocations);
        if round > 0 {
            to.times.push(time.as_secs_f64() * 1e6 / steps);
            to.allocations = allocations as f64 / steps;
        }
    }
}

struct Bench {
    case: Case,
    bare: SqliteConnection,
    log: Arc<SqliteLog>,
    journal: Journal,
    runner: Runner,
}

/// The number of runs so far, which names the next run.
static RUNS: AtomicU64 = AtomicU64::new(0);

impl Case {
    fn steps(&self) -> u64 {
        if self.runs == 1 { 1000 } else { 100 }
    }
}

impl Bench {
    async fn open(path: &Path, case: Case) -> Result<Self, Failure> {
        let log = Arc::new(SqliteLog::options(path).synced(case.synced).open().await?);
        let journal = Journal::new(log.clone(), JournalOptions::default().durability(case.durability));
        let mut config = Config::default();
        config.run_log.durability = case.durability;
        let of_runner = SqliteLog::options(path).synced(case.synced).open().await?;
        let runner = Runner::builder().config(config).log(of_runner).build().await?;
        let synchronous = if case.synced { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
        let bare = SqliteConnectOptions::new().filename(path).synchronous(synchronous).foreign_keys(true);
        let mut bare = bare.disable_statement_logging().connect().await?;
        let table = "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, name TEXT, output TEXT)";
        sqlx::query(table).execute(&mut bare).await?;
        Ok(Self { case, bare, log, journal, runner })
    }

    async fn insert(&mut self) -> Result<(), Failure> {
        for step in 0..self.case.runs * self.case.steps() {
            let insert = sqlx::query("INSERT INTO bare (name, output) VALUES (?, ?)");
            insert.bind(format!("step{step}")).bind(DATA).execute(&mut self.bare).await?;
        }
        Ok(())
    }

    async fn journal(&self) -> Result<(), Failure> {
        let mut tasks = Vec::new();
        for _ in 0..self.case.runs {
            let journal = self.journal.clone();
            let steps = self.case.steps();
            tasks.push(tokio::spawn(async move { record(&journal, steps).await }));
        }
        for task in tasks {
            task.await??;
        }
        Ok(())
    }

    async fn runner(&self) -> Result<(), Failure> {
        if self.case.runs == 1 {
            assert_eq!(self.runner.run(thousand(0)).await?.n, self.case.steps());
            return Ok(());
        }
        let mut tasks = Vec::new();
        for _ in 0..self.case.runs {
            let (run, steps) = (self.runner.run(hundred(0)), self.case.steps());
            tasks.push(tokio::spawn(async move { run.await.map(|output| assert_eq!(output.n, steps)) }));
        }
        for task in tasks {
            task.await??;
        }
        Ok(())
    }

    async fn measure(mut self) -> Result<Costs, Failure> {
        let mut costs = Costs::default();
        let steps = (self.case.runs * self.case.steps()) as f64;
        for round in 0..=self.case.rounds {
            let measured = Round::begin();
            self.insert().await?;
            measured.end(steps, round, &mut costs.insert);
            let measured = Round::begin();
            self.journal().await?;
            measured.end(steps, round, &mut costs.journal);
            self.settle().await;
            let measured = Round::begin();
            self.runner().await?;
            measured.end(steps, round, &mut costs.runner);
            self.settle().await;
        }
        self.journal.close().await?;
        self.runner.shutdown().await?;
        self.log.close().await?;
        Ok(costs)
    }

    /// Waits until all queued writes are done, so that they do not count for the next round.
    async fn settle(&self) {
        if self.case.durability == Durability::Relaxed {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// A run as its steps record it, without the steps.
async fn record(journal: &Journal, steps: u64) -> Result<(), Failure> {
    let id = format!("run{}", RUNS.fetch_add(1, Relaxed));
    let recording = journal.begin(NewRun::new(&id, "chain", "hash", json("{}")?, json("{}")?)).await?;
    let (path, data) = (json(r#"["step"]"#)?, json(DATA)?);
    let mut last = None;
    for step in 1..=steps {
        last = Some(one(&recording, step, &path, &data).await?);
    }
    let end = Write::RunEnded { at: SystemTime::now(), status: RunStatus::Succeeded, output: last, error: None };
    let ended = recording.write(end);
    Ok(poll_fn(|task| recording.poll_durable(ended, task)).await?)
}

async fn one(recording: &RunWriter, step: u64, path: &Json, data: &Json) -> Result<Json, Failure> {
    let event = |seq, kind: &str| {
        let mut event = EventRecord::new(seq, SystemTime::now(), path.clone(), 1, kind);
        event.data = Some(data.clone());
        Write::Event(event)
    };
    let (at, of, attempt) = (SystemTime::now(), format!("step{step}"), 1);
    let _ = recording.write(Write::StepStarted { path: of.clone(), attempt, at, inputs: Some(data.clone()) });
    let _ = recording.write(event(step * 2 - 1, "step.started"));
    let _ = recording.write(event(step * 2, "step.finished"));
    let (status, output) = (StepStatus::Succeeded, Some(data.clone()));
    let ended = recording.write(Write::StepEnded { path: of, attempt, at, status, output, error: None });
    poll_fn(|task| recording.poll_durable(ended, task)).await?;
    Ok(data.clone())
}

/// The first quartile, the median and the third.
fn quartiles(values: &[f64]) -> [f64; 3] {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| values[(values.len() - 1) * quarter / 4])
}

fn row(table: &mut Table, case: &str, what: &str, cost: &Cost, insert: &Cost) {
    let ratios: Vec<f64> = cost.times.iter().zip(&insert.times).map(|(time, insert)| time / insert).collect();
    let [_, time, _] = quartiles(&cost.times);
    let [low, ratio, high] = quartiles(&ratios);
    let ratio = format!("{ratio:.2} ({low:.2} to {high:.2})");
    let (time, a_second, allocations) =
        (format!("{time:.1}"), format!("{:.0}", 1e6 / time), format!("{:.0}", cost.allocations));
    table.row(vec![case.to_owned(), what.to_owned(), time, ratio, a_second, allocations]);
}

async fn compare() -> Result<(), Failure> {
    let mut table = Table::new(&["", "", "us each", "of an insert", "a second", "allocations"]);
    for (synced, durability, runs, rounds) in [
        (false, Durability::Step, 1, 40),
        (false, Durability::Step, 100, 10),
        (true, Durability::Step, 1, 5),
        (true, Durability::Step, 100, 1),
        (false, Durability::Relaxed, 1, 40),
    ] {
        let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
        let case = Case { synced, durability, runs, rounds };
        let name = match (durability, synced) {
            (Durability::Relaxed, _) => "`relaxed`",
            (_, false) => "`step`",
            (_, true) => "`step`, synced",
        };
        let mut name = name.to_owned();
        write!(name, ", {runs} run{}", if runs == 1 { "" } else { "s" })?;
        if !wanted(&name) {
            continue;
        }
        let costs = Bench::open(&directory.path().join("runs.db"), case).await?.measure().await?;
        for (what, cost) in [("insert", &costs.insert), ("journal", &costs.journal), ("runner", &costs.runner)] {
            row(&mut table, &name, what, cost, &costs.insert);
        }
    }
    report::publish("recording", &table.markdown());
    Ok(())
}

/// Returns whether an argument of the command line selects the case.
fn wanted(case: &str) -> bool {
    let mut words = std::env::args().skip(1).filter(|word| !word.starts_with("--")).peekable();
    words.peek().is_none() || words.any(|word| case.contains(&word))
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    // In a task, as the runs are.
    tokio::spawn(compare()).await?
}
