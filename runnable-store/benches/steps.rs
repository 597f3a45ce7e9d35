//! What a recorded step costs beside one bare insert: the same file, the same durability, the same driver.
//!
//! A step is its beginning, its end and two events. Each line is a ratio of medians of rounds that alternate, so that a noisy machine
//! disturbs both alike. `cargo bench -p runnable-store --bench steps`.

#![allow(missing_docs)]

use runnable_store::{
    Durability, EventRecord, Journal, JournalOptions, Json, NewRun, Recording, RunStatus, SqliteLog, StepStatus,
    StoreError, Write,
};
use serde_json::value::RawValue;
use sqlx::{
    ConnectOptions, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteSynchronous},
};
use std::{
    error::Error,
    future::poll_fn,
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

type Failure = Box<dyn Error + Send + Sync>;

const ROUNDS: usize = 15;
const STEPS: u32 = 400;

fn json(text: &str) -> Result<Json, serde_json::Error> {
    RawValue::from_string(text.to_owned()).map(Arc::from)
}

struct Run {
    recording: Recording,
    steps: u64,
    path: Json,
    data: Json,
}

impl Run {
    async fn begin(journal: &Journal, id: &str) -> Result<Self, Failure> {
        let run = NewRun::new(id, "digest", "hash", json("{}")?, json("{}")?);
        let recording = journal.begin(run).await?;
        Ok(Self { recording, steps: 0, path: json(r#"["step"]"#)?, data: json(r#"{"outcome":"success"}"#)? })
    }

    fn event(&self, seq: u64, kind: &str) -> Write {
        let (path, data) = (self.path.clone(), Some(self.data.clone()));
        Write::Event(EventRecord { seq, ts: 1_700_000_000_000, path, attempt: 1, kind: kind.to_owned(), data })
    }

    async fn step(&mut self) -> Result<(), StoreError> {
        self.steps += 1;
        let (path, at, seq) = (format!("step{}", self.steps), 1_700_000_000_000, self.steps * 2);
        let _ = self.recording.write(Write::StepStarted {
            path: path.clone(),
            attempt: 1,
            at,
            inputs: Some(self.data.clone()),
        });
        let _ = self.recording.write(self.event(seq - 1, "step.started"));
        let _ = self.recording.write(self.event(seq, "step.finished"));
        let (status, output) = (StepStatus::Succeeded, Some(self.data.clone()));
        let ticket = self.recording.write(Write::StepEnded { path, attempt: 1, at, status, output, error: None });
        poll_fn(|cx| self.recording.poll_durable(ticket, cx)).await
    }

    fn end(self) {
        let _ =
            self.recording.write(Write::RunEnded { at: 0, status: RunStatus::Succeeded, output: None, error: None });
    }
}

async fn bare(connection: &mut SqliteConnection) -> Result<Duration, Failure> {
    let began = Instant::now();
    for step in 0..STEPS {
        let insert = sqlx::query("INSERT INTO bare (name, output) VALUES (?, ?)");
        insert.bind(format!("step{step}")).bind(r#"{"outcome":"success"}"#).execute(&mut *connection).await?;
    }
    Ok(began.elapsed())
}

/// Each of these runs takes its share of the steps.
async fn recorded(runs: Vec<Run>) -> Result<(Duration, Vec<Run>), Failure> {
    let each = u64::from(STEPS) / runs.len() as u64;
    let began = Instant::now();
    let mut tasks = Vec::new();
    for mut run in runs {
        tasks.push(tokio::spawn(async move {
            for _ in 0..each {
                run.step().await?;
            }
            Ok::<_, StoreError>(run)
        }));
    }
    let mut runs = Vec::new();
    for task in tasks {
        runs.push(task.await??);
    }
    Ok((began.elapsed(), runs))
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e6 / f64::from(STEPS)
}

async fn compare(path: PathBuf, synced: bool, count: usize, durability: Durability) -> Result<(), Failure> {
    let log = Arc::new(SqliteLog::options(&path).synced(synced).open().await?);
    let journal = Journal::new(log.clone(), JournalOptions::default().durability(durability));
    let synchronous = if synced { SqliteSynchronous::Full } else { SqliteSynchronous::Normal };
    let options = SqliteConnectOptions::new()
        .filename(&path)
        .synchronous(synchronous)
        .foreign_keys(true)
        .disable_statement_logging();
    let mut connection = options.connect().await?;
    let table = "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, name TEXT, output TEXT)";
    sqlx::query(table).execute(&mut connection).await?;
    let mut runs = Vec::new();
    for run in 0..count {
        runs.push(Run::begin(&journal, &format!("{synced}{count}{durability:?}{run}")).await?);
    }
    let (mut inserts, mut steps) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        inserts.push(bare(&mut connection).await?);
        let (time, again) = recorded(runs).await?;
        runs = again;
        steps.push(time);
        if durability == Durability::Relaxed {
            // What is queued is not this round's cost, and must not be the next one's.
            tokio::time::sleep(Duration::from_millis(300)).await;
        }
    }
    runs.into_iter().for_each(Run::end);
    journal.close().await?;
    log.close().await?;
    let (insert, step) = (median(inserts), median(steps));
    println!(
        "synced {synced:5}  {durability:?}  runs {count:3}:  insert {insert:7.1} us   step {step:7.1} us   ratio {:.2}   {:.0} steps/s",
        step / insert,
        1e6 / step
    );
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    // In a task, as the runs are.
    tokio::spawn(async {
        let directory = tempfile::tempdir_in(".")?;
        for synced in [false, true] {
            for count in [1, 100] {
                compare(directory.path().join("runs.db"), synced, count, Durability::Step).await?;
            }
        }
        compare(directory.path().join("runs.db"), false, 1, Durability::Relaxed).await
    })
    .await?
}
