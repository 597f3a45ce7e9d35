//! The model of a resumed run: random pipelines are cut short or fail at random points, and are resumed while a flag, a number,
//! a list, the order of a set or the definition changes.
//!
//! The outcome equals an undisturbed run with the values of one of the parts, as a whole, or the run is refused: never a mix. Without a change it is never refused. A body with `effect = "once"` never runs twice.
#![allow(dead_code, unused_variables, unreachable_patterns, clippy::pedantic, clippy::all)]

mod environment;
mod random;
/// The pipelines: `generated.rs`, or the file that `RUNNABLE_PIPELINES` names when the test is built.
mod generated {
    include!(concat!(env!("OUT_DIR"), "/pipelines.rs"));
}
#[path = "../../../../runnable-store/tests/run_log/server.rs"]
mod server;
#[path = "../../../random/tasks.rs"]
mod tasks;

use environment::Environment;
use random::Random;
use runnable::{
    ErrorKind,
    prelude::*,
    runner::{Runnable, Runner},
    store::{StepStatus, StoreError, StoreErrorKind},
};
use std::{collections::BTreeMap, error::Error as _, fmt::Debug};
use tokio::sync::OnceCell;

/// The end of a part.
#[derive(Debug, PartialEq)]
enum End {
    /// Its run was dropped.
    Cut,
    /// The part before it was dropped just after it had succeeded.
    Over,
    Output(String),
    Failed,
    /// The run may not be resumed.
    Refused(String),
}

/// Returns the number of runs of each pipeline.
fn trials() -> u64 {
    std::env::var("RUNNABLE_TRIALS").map_or(60, |trials| trials.parse().expect("a number"))
}

/// Runs a pipeline and resumes it, with `Changed` as its other version, which keeps the definition if `same`.
async fn resumes<P, Changed>(name: &str, make: impl Fn() -> P, same: bool)
where
    P: Runnable<Output: Debug>,
    Changed: Runnable<Output: Debug>,
{
    let seed = std::env::var("RUNNABLE_SEED").unwrap_or_default();
    let mut random = Random::of(&format!("{name}{seed}"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut ends = [0; 4];
    for trial in 0..trials() {
        let mut log = Log::of(trial, &folder).await;
        let id = format!("{name}-{trial}-{seed}");
        let end = Trial::default().run::<P, Changed>(&id, &mut random, &mut log, &make, same).await;
        ends[match end {
            End::Cut | End::Over => 0,
            End::Output(_) => 1,
            End::Failed => 2,
            End::Refused(_) => 3,
        }] += 1;
    }
    let [cut, succeeded, failed, refused] = ends;
    println!("{name}: {succeeded} runs succeeded, {failed} failed, {refused} were refused, {cut} were left");
    tasks::EFFECTS.with_borrow(|effects| {
        for ((run, path), bodies) in effects {
            // The undisturbed runs have ids of their own.
            assert_eq!(*bodies, 1, "`{path}` of the run {run} took effect {bodies} times");
        }
    });
}

/// The inputs and outputs of the steps that succeeded, by path.
type Steps = BTreeMap<String, [Option<String>; 2]>;

/// The undisturbed outcomes of the values so far.
#[derive(Debug, Default)]
struct Trial {
    parts: Vec<(Environment, End, Steps)>,
    history: Vec<String>,
}

impl Trial {
    async fn run<P, Changed>(
        mut self,
        id: &str,
        random: &mut Random,
        log: &mut Log,
        make: &impl Fn() -> P,
        same: bool,
    ) -> End
    where
        P: Runnable<Output: Debug>,
        Changed: Runnable<Output: Debug>,
    {
        let mut environment = Environment::random(random);
        let events = self.undisturbed(&environment, make).await;
        let cut = random.below(events + 1);
        let runner = log.runner().await;
        let mut end = part(runner.run(make()).run_id(id).streaming(), Some(cut)).await;
        self.check(id, &end, &runner).await;
        for _ in 0..4 {
            if let End::Output(_) | End::Refused(_) | End::Over = end {
                break;
            }
            if random.below(2) == 0 {
                environment = environment.changed(random);
            }
            let events = self.undisturbed(&environment, make).await;
            let cut = (random.below(3) == 0).then(|| random.below(events + 1));
            let runner = log.runner().await;
            let changed = random.below(5) == 0;
            end = if changed {
                part(runner.resume::<Changed>(id).streaming(), cut).await
            } else {
                part(runner.resume::<P>(id).streaming(), cut).await
            };
            if changed && !same && end != End::Over {
                assert!(matches!(end, End::Refused(_)), "{id}: another definition was resumed: {end:?}, {self:#?}");
                end = End::Cut;
                continue;
            }
            self.check(id, &end, &runner).await;
        }
        end
    }

    /// Runs the pipeline alone. Returns the number of its events.
    async fn undisturbed<P: Runnable<Output: Debug>>(
        &mut self,
        environment: &Environment,
        make: &impl Fn() -> P,
    ) -> u64 {
        environment.enter();
        let runner = Log::Memory(None).runner().await;
        let run = runner.run(make()).streaming().await.expect("it starts");
        let id = run.id().to_string();
        let (end, events) = until(run, None).await;
        self.parts.push((environment.clone(), end, steps(&runner, &id).await));
        events
    }

    /// Compares the end of a part with the undisturbed outcomes.
    async fn check(&mut self, id: &str, end: &End, runner: &Runner) {
        self.history.push(format!("{end:?}"));
        let current = self.parts.last().map(|(environment, ..)| environment);
        let differs = self.parts.iter().any(|(other, ..)| Some(other) != current);
        let steps = steps(runner, id).await;
        let allowed = match end {
            End::Cut | End::Over => true,
            // A step whose effect may have happened is never repeated silently.
            End::Refused(why) => differs || why.contains("Interrupted"),
            end => self.parts.iter().any(|(_, undisturbed, others)| undisturbed == end && agree(&steps, others)),
        };
        assert!(allowed, "{id}: {end:?} is not the outcome of any part: {self:#?}, {steps:#?}");
    }
}

/// Compares the steps of two runs; beside a failed step, others may have run in only one of them.
fn agree(one: &Steps, other: &Steps) -> bool {
    one.iter().all(|(path, step)| other.get(path).is_none_or(|other| step == other))
}

async fn steps(runner: &Runner, id: &str) -> Steps {
    let steps = runner.log().expect("a log").steps(id).await.expect("it can be read");
    let steps = steps.into_iter().filter(|step| step.status == StepStatus::Succeeded);
    let text = |json: Option<runnable::store::Json>| json.map(|json| json.get().to_owned());
    steps.map(|step| (step.path, [text(step.inputs), text(step.output)])).collect()
}

/// Runs a part; with `cut`, it is dropped after that many events.
async fn part<D, O, F>(run: impl Future<Output = runnable::Result<Run<D, O, F>>>, cut: Option<u64>) -> End
where
    D: runnable::__private::RunData,
    O: Debug,
    F: Future<Output = runnable::Result<O>>,
{
    match run.await {
        Ok(run) => until(run, cut).await.0,
        Err(error) => ended(error),
    }
}

/// Runs to the end, or until so many events were read.
async fn until<D, O, F>(mut run: Run<D, O, F>, cut: Option<u64>) -> (End, u64)
where
    D: runnable::__private::RunData,
    O: Debug,
    F: Future<Output = runnable::Result<O>>,
{
    let mut events = 0;
    while cut.is_none_or(|cut| events < cut) {
        if run.next().await.is_none() {
            let end = match run.output().await {
                Ok(output) => End::Output(format!("{output:?}")),
                Err(error) => ended(error),
            };
            return (end, events);
        }
        events += 1;
    }
    (End::Cut, events)
}

fn ended(error: runnable::Error) -> End {
    let mut cause = error.source();
    let mut changed = matches!(error.kind(), ErrorKind::Changed | ErrorKind::Interrupted);
    while let Some(this) = cause {
        changed |= this.downcast_ref::<StoreError>().is_some_and(|error| error.kind() == StoreErrorKind::Changed);
        cause = this.source();
    }
    if changed {
        return End::Refused(format!("{:?}: {error:#}", error.kind()));
    }
    if format!("{error:#}").contains("has already succeeded") {
        return End::Over;
    }
    assert_eq!(error.kind(), ErrorKind::Failed, "{error:#}");
    End::Failed
}

/// A run log; each part of a run opens it anew, unless it is in memory.
enum Log {
    Memory(Option<Runner>),
    Database(String, Option<Runner>),
}

impl Log {
    async fn of(trial: u64, folder: &tempfile::TempDir) -> Self {
        static POSTGRES: OnceCell<Option<String>> = OnceCell::const_new();
        match trial % 12 {
            0 => Self::Database(format!("sqlite:{}", folder.path().join("runs.db").display()), None),
            1 => match POSTGRES.get_or_init(|| server::database("model")).await {
                Some(url) => Self::Database(url.clone(), None),
                None => Self::Memory(None),
            },
            _ => Self::Memory(None),
        }
    }

    async fn runner(&mut self) -> Runner {
        let (url, open, again) = match self {
            Self::Memory(open) => ("memory:", open, false),
            Self::Database(url, open) => (url.as_str(), open, true),
        };
        if let Some(runner) = open
            && !again
        {
            return runner.clone();
        }
        if let Some(runner) = open.take() {
            runner.shutdown().await.expect("it stops");
        }
        let runner = Runner::builder().run_log(url).build().await.expect("a runner");
        open.insert(runner).clone()
    }
}
