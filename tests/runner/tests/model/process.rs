//! Parts of runs in processes of their own, which are killed.

use super::{
    end::{self, End, of_store, part},
    environment::Environment,
    log::{Database, Killing, runner},
    random::Random,
};
use runnable::{
    runner::{Runnable, Runner},
    store::{StepStatus, StoreErrorKind},
};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    env,
    fmt::Debug,
    fs,
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Command, Stdio},
    time::Duration,
};

/// The variable with the work of a process.
const WORK: &str = "RUNNABLE_MODEL_WORK";

/// The line that a process prints before its run begins.
const BEGINS: &str = "the part begins";

/// The part of a run that a process executes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Work {
    pub(crate) url: String,
    pub(crate) run: String,
    pub(crate) way: Way,
    pub(crate) environment: Environment,
    /// True if the run begins with its second input.
    pub(crate) other: bool,
    /// True if the steps that may have taken effect are assumed done or are retried, as the file of effects says.
    pub(crate) decides: bool,
    /// The file for the end of the part.
    end: PathBuf,
}

/// The way in which a part begins.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(crate) enum Way {
    Run,
    Resume,
    /// Resumes with the other version of the pipeline.
    Changed,
}

impl Killing {
    /// Executes a part, and kills its process at a random moment if `kill`.
    pub(crate) fn part(&mut self, database: &Database, random: &mut Random, kill: bool, mut work: Work) -> End {
        work.url = database.url.clone();
        work.end = self.folder.join("end");
        let _ = fs::remove_file(&work.end);
        let program = env::current_exe().expect("it has a path");
        let mut child = Command::new(program)
            .args([&*self.test, "--exact", "--nocapture", "--test-threads=1"])
            .env(WORK, serde_json::to_string(&work).expect("it serializes"))
            .env("RUNNABLE_EFFECTS", self.folder.join("effects"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut line = String::new();
        while !line.contains(BEGINS) {
            line.clear();
            if output.read_line(&mut line).expect("it can be read") == 0 {
                break;
            }
        }
        if kill {
            let longest = [400, 3_000, 30_000][usize::try_from(random.below(3)).expect("it is small")];
            std::thread::sleep(Duration::from_micros(random.below(longest)));
            if child.try_wait().expect("it can be asked").is_none() {
                child.kill().expect("it can be killed");
                self.killed += 1;
            }
        }
        let stdout = std::io::read_to_string(output).expect("it can be read");
        let output = child.wait_with_output().expect("it has ended");
        if let Ok(end) = fs::read(&work.end) {
            return serde_json::from_slice(&end).expect("it is whole");
        }
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(kill && output.status.code().is_none(), "the process failed: {stdout}{stderr}");
        End::Cut
    }
}

impl Work {
    pub(crate) fn new(run: &str, way: Way, environment: &Environment, other: bool, decides: bool) -> Self {
        let (url, end) = (String::new(), PathBuf::new());
        Self { url, run: run.to_owned(), way, environment: environment.clone(), other, decides, end }
    }

    /// Returns the work of this process, if it is a child of the test.
    pub(crate) fn of_this_process() -> Option<Self> {
        env::var(WORK).ok().map(|work| serde_json::from_str(&work).expect("the test wrote it"))
    }

    pub(crate) async fn perform<P, Changed>(self, make: impl Fn(bool) -> P)
    where
        P: Runnable<Output: Debug>,
        Changed: Runnable<Output: Debug>,
    {
        self.environment.enter();
        let runner = runner(&self.url).await;
        println!("{BEGINS}");
        let run = &*self.run;
        let end = match self.way {
            Way::Run => part(runner.run(make(self.other)).run_id(run).streaming(), None).await,
            // Killed before it was recorded.
            way if runner.log().expect("a log").run(run).await.expect("it can be read").is_none() => match way {
                Way::Changed => End::Cut,
                _ => part(runner.run(make(self.other)).run_id(run).streaming(), None).await,
            },
            Way::Resume => self.resume::<P>(&runner).await,
            Way::Changed => self.resume::<Changed>(&runner).await,
        };
        runner.shutdown().await.expect("it stops");
        let new = self.end.with_extension("new");
        fs::write(&new, serde_json::to_vec(&end).expect("it serializes")).expect("it is written");
        fs::rename(new, &self.end).expect("it is renamed");
    }

    /// Resumes the run, once the lease of the process that was killed has ended.
    async fn resume<P: Runnable<Output: Debug>>(&self, runner: &Runner) -> End {
        loop {
            let mut resumed = runner.resume::<P>(&*self.run);
            if self.decides {
                for (path, output) in self.decisions::<P>(runner).await {
                    resumed = match output {
                        Some(output) => resumed.assume_done(&path, output),
                        None => resumed.assume_retry(&path),
                    };
                }
            }
            match resumed.streaming().await {
                Ok(run) => return end::until(run, None).await.0,
                Err(error) if of_store(&error) == Some(StoreErrorKind::Live) => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Err(error) => return end::ended(error),
            }
        }
    }

    /// Returns the interrupted steps with `effect = "once"`, each with its output if it took effect.
    async fn decisions<P: Runnable>(&self, runner: &Runner) -> Vec<(String, Option<serde_json::Value>)> {
        let effects = fs::read_to_string(env::var_os("RUNNABLE_EFFECTS").expect("it is set")).unwrap_or_default();
        let (graph, steps) = (P::graph(), runner.log().expect("a log").steps(&self.run).await.expect("it can be read"));
        let last: HashMap<_, _> = steps.into_iter().map(|step| (step.path.clone(), step)).collect();
        let interrupted = last.into_values().filter(|step| {
            let id: Vec<_> = step.path.split('/').map(|name| name.split('[').next().unwrap_or_default()).collect();
            let task = graph.node(&id.join("/")).and_then(|node| node.task());
            let open = matches!(step.status, StepStatus::Running | StepStatus::Cancelled | StepStatus::Interrupted);
            open && task == Some("digits")
        });
        let decided = interrupted.map(|step| {
            #[derive(Deserialize)]
            struct Inputs {
                a: i64,
            }
            let took_effect = effects.lines().any(|line| line == format!("{} {}", self.run, step.path));
            let inputs = step.inputs.expect("they are recorded");
            let Inputs { a } = serde_json::from_str(inputs.get()).expect("it is a number");
            let (b, c) = super::tasks::digits_of(a);
            (step.path, took_effect.then(|| serde_json::json!({ "b": b, "c": c })))
        });
        decided.collect()
    }
}
