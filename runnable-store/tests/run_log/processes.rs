//! Several processes on one SQLite file. Each is this test program, started again for one of its tests.

use crate::support::{all_events, durable, ended, event, new_run, run_ended, started};
use runnable_store::{Journal, JournalOptions, RunFilter, RunLog, RunStatus, SqliteLog, StepStatus, StoreErrorKind};
use std::{
    io::{BufRead, BufReader, Lines},
    path::Path,
    process::{Child, ChildStdout, Command, Stdio},
    sync::Arc,
};

/// Records a run with this number of consecutive steps.
pub(crate) async fn a_run(journal: &Journal, id: &str, steps: u64) {
    let writer = journal.begin(new_run(id)).await.unwrap();
    for step in 0..steps {
        let path = format!("step{step}");
        let _ = writer.write(started(&path, 1));
        let _ = writer.write(event(step * 2 + 1, "step.started"));
        let _ = writer.write(event(step * 2 + 2, "step.finished"));
        let receipt = writer.write(ended(&path, 1));
        durable(&writer, receipt).await.unwrap();
    }
    let end = writer.write(run_ended(RunStatus::Succeeded));
    durable(&writer, end).await.unwrap();
}

/// Asserts that the file has this number of complete runs with this number of steps each.
pub(crate) async fn assert_complete(path: &Path, runs: usize, steps: usize) {
    let log = SqliteLog::open(path).await.unwrap();
    let records = log.runs(&RunFilter::new().limit(usize::MAX)).await.unwrap();
    assert_eq!(records.len(), runs);
    for record in records {
        assert_eq!((record.status, record.last_seq), (RunStatus::Succeeded, 2 * steps as u64));
        let recorded = log.steps(&record.id).await.unwrap();
        assert!(recorded.iter().all(|step| step.status == StepStatus::Succeeded));
        assert_eq!((recorded.len(), all_events(&log, &record.id).await.len()), (steps, 2 * steps));
    }
    log.check().await.unwrap();
}

const FILE: &str = "RUNNABLE_STORE_TEST_FILE";
const NAME: &str = "RUNNABLE_STORE_TEST_NAME";

/// Another process that runs a test of this module, and the lines of its output.
struct Process {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Process {
    fn start(test: &str, file: &Path, name: &str) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([&format!("processes::{test}"), "--exact", "--ignored", "--nocapture"]);
        let mut child = command.env(FILE, file).env(NAME, name).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// Waits for a line with this text; returns the rest of the line.
    fn hear(&mut self, word: &str) -> String {
        let rest = self
            .lines
            .by_ref()
            .map(Result::unwrap)
            .find_map(|line| line.split_once(word).map(|(_, rest)| rest.to_owned()));
        rest.expect("the other process ended")
    }

    fn wait(mut self) {
        assert!(self.child.wait().unwrap().success());
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

async fn store() -> (Arc<SqliteLog>, Journal, String) {
    let log = Arc::new(SqliteLog::open(std::env::var(FILE).unwrap()).await.unwrap());
    (Arc::clone(&log), Journal::new(log, JournalOptions::default()), std::env::var(NAME).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by other tests"]
async fn records_runs() {
    let (_, journal, name) = store().await;
    let runs = (0..25).map(|run| {
        let (journal, id) = (journal.clone(), format!("{name}R{run}"));
        async move { a_run(&journal, &id, 10).await }
    });
    futures_util::future::join_all(runs).await;
    journal.close().await.unwrap();
}

#[tokio::test]
#[ignore = "started by other tests"]
async fn records_until_it_is_killed() {
    let (_, journal, name) = store().await;
    let writer = journal.begin(new_run(&name)).await.unwrap();
    for seq in 1.. {
        let receipt = writer.write(event(seq, "chunk"));
        durable(&writer, receipt).await.unwrap();
        println!("\ndurable {seq}");
    }
}

#[tokio::test]
#[ignore = "started by other tests"]
async fn claims_a_run() {
    let (log, journal, name) = store().await;
    println!("\nready ");
    std::io::stdin().read_line(&mut String::new()).unwrap();
    match journal.reopen(&name).await {
        Ok((_recording, _)) => {
            println!("\nclaim won");
            // Stays alive until all processes have tried.
            std::io::stdin().read_line(&mut String::new()).unwrap();
        }
        Err(error) => {
            assert_eq!(error.kind(), StoreErrorKind::Live, "{error}");
            println!("\nclaim lost");
        }
    }
    drop(log);
}

#[tokio::test]
async fn four_processes_with_a_hundred_runs_lose_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let processes: Vec<Process> =
        (0..4).map(|name| Process::start("records_runs", &path, &format!("P{name}"))).collect();
    processes.into_iter().for_each(Process::wait);
    assert_complete(&path, 100, 10).await;
}

#[tokio::test]
async fn the_runs_of_a_killed_process_are_interrupted_at_once_and_keep_durable_events() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    for round in 0..10_u64 {
        let name = format!("R{round}");
        let mut process = Process::start("records_until_it_is_killed", &path, &name);
        let mut durable = 0;
        while durable < round * 7 + 1 {
            durable = process.hear("durable ").parse().unwrap();
        }
        let meanwhile = SqliteLog::open(&path).await.unwrap();
        assert_eq!(meanwhile.run(&name).await.unwrap().unwrap().status, RunStatus::Running);
        process.kill();
        assert_eq!(meanwhile.mark_interrupted().await.unwrap(), [name.as_str()]);
        let record = meanwhile.run(&name).await.unwrap().unwrap();
        assert_eq!(record.status, RunStatus::Interrupted);
        assert!(record.last_seq >= durable);
        meanwhile.check().await.unwrap();
    }
}

#[tokio::test]
async fn if_several_processes_claim_a_dead_run_one_succeeds() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("runs.db");
    let mut process = Process::start("records_until_it_is_killed", &path, "A");
    process.hear("durable 3");
    let mut claims: Vec<Claim> = (0..4).map(|_| Claim::start(&path)).collect();
    process.kill();
    claims.iter_mut().for_each(Claim::go);
    let won: Vec<bool> = claims.iter_mut().map(|claim| claim.process.hear("claim ") == "won").collect();
    assert_eq!(won.iter().filter(|won| **won).count(), 1, "{won:?}");
    claims.into_iter().for_each(|claim| claim.process.kill());
}

/// A process that claims the run `A` on command.
struct Claim {
    process: Process,
    input: std::process::ChildStdin,
}

impl Claim {
    fn start(path: &Path) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["processes::claims_a_run", "--exact", "--ignored", "--nocapture"]);
        let mut child =
            command.env(FILE, path).env(NAME, "A").stdout(Stdio::piped()).stdin(Stdio::piped()).spawn().unwrap();
        let (lines, input) = (BufReader::new(child.stdout.take().unwrap()).lines(), child.stdin.take().unwrap());
        let mut process = Process { child, lines };
        process.hear("ready ");
        Self { process, input }
    }

    fn go(&mut self) {
        std::io::Write::write_all(&mut self.input, b"go\n").unwrap();
    }
}
