//! Random pipelines whose steps end at random moments, with what is alive of them counted.
//!
//! `RUNNABLE_SEED` sets the seed of the first trial of each pipeline, and `RUNNABLE_TRIALS` their number. `random/guards.py`
//! writes the pipelines.
#![allow(dead_code, unused_variables, unreachable_patterns, clippy::pedantic, clippy::all)]

use runnable::{BoxError, Cancellation, FromRun, Node, StepContext};
use std::{
    collections::HashMap,
    env,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, LazyLock, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};
use tokio::{
    runtime::{Handle, Id},
    time::{sleep, timeout},
};

#[path = "random/tasks.rs"]
mod plain;

#[path = "guards/tasks.rs"]
mod tasks;

/// The trials of this process: each test has a runtime of its own.
static TRIALS: LazyLock<Mutex<HashMap<Id, Arc<Trial>>>> = LazyLock::new(Mutex::default);

/// A run with random outcomes.
struct Trial {
    seed: u64,
    /// The number of guards that are alive, by the path of their step.
    alive: Mutex<HashMap<String, usize>>,
    faults: Mutex<Vec<String>>,
}

impl Trial {
    /// Makes a trial for the run that the current runtime is about to execute.
    fn begin(seed: u64) -> Arc<Self> {
        let trial = Arc::new(Self { seed, alive: Mutex::default(), faults: Mutex::default() });
        let mut trials = TRIALS.lock().unwrap_or_else(PoisonError::into_inner);
        trials.insert(Handle::current().id(), Arc::clone(&trial));
        trial
    }

    fn current() -> Arc<Self> {
        Arc::clone(&TRIALS.lock().unwrap_or_else(PoisonError::into_inner)[&Handle::current().id()])
    }

    /// Returns a number below `below` that depends on the seed, the step and the attempt.
    fn draw(&self, what: &str, path: &str, attempt: u32, below: u64) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.seed, what, path, attempt).hash(&mut hasher);
        hasher.finish() % below
    }

    /// Notes a fault if a guard is alive whose path fulfils the condition.
    fn expect_none(&self, when: &str, which: impl Fn(&str) -> bool) {
        let alive = self.alive.lock().unwrap();
        let alive = alive.iter().filter(|(path, count)| **count > 0 && which(path)).map(|(path, _)| path.as_str());
        let alive = alive.collect::<Vec<_>>();
        if !alive.is_empty() {
            self.faults.lock().unwrap().push(format!("{} were alive {when}", alive.join(", ")));
        }
    }
}

/// Lives as long as an attempt of a step, and takes a moment to drop.
struct Guard {
    trial: Arc<Trial>,
    path: String,
    attempt: u32,
}

impl<E> FromRun<E> for Guard {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        let (trial, path, attempt) = (Trial::current(), step.path().to_string(), step.attempt());
        trial.expect_none(&format!("when attempt {attempt} of {path} began"), |alive| alive == path);
        *trial.alive.lock().unwrap().entry(path.clone()).or_default() += 1;
        Ok(Self { trial, path, attempt })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        thread::sleep(Duration::from_micros(300));
        *self.trial.alive.lock().unwrap().get_mut(&self.path).unwrap() -= 1;
    }
}

enum Outcome {
    Succeeds,
    Fails,
    Panics,
    Hangs,
}

impl Guard {
    fn outcome(&self) -> Outcome {
        match self.trial.draw("outcome", &self.path, self.attempt, 100) {
            0..75 => Outcome::Succeeds,
            75..87 => Outcome::Fails,
            87..91 => Outcome::Panics,
            _ => Outcome::Hangs,
        }
    }

    fn delay(&self) -> Duration {
        Duration::from_micros(self.trial.draw("delay", &self.path, self.attempt, 2000))
    }

    fn end(&self) -> Result<(), BoxError> {
        match self.outcome() {
            Outcome::Fails => Err(format!("{} failed", self.path).into()),
            Outcome::Panics => std::panic::resume_unwind(Box::new("a panic of the trial")),
            Outcome::Succeeds | Outcome::Hangs => Ok(()),
        }
    }

    /// Ends as the trial decides.
    async fn act(&self) -> Result<(), BoxError> {
        sleep(self.delay()).await;
        if let Outcome::Hangs = self.outcome() {
            sleep(Duration::from_millis(20)).await;
        }
        self.end()
    }

    /// Ends as the trial decides, on a thread.
    fn block(&self, cancellation: &Cancellation) -> Result<(), BoxError> {
        thread::sleep(self.delay());
        let began = Instant::now();
        while matches!(self.outcome(), Outcome::Hangs)
            && !cancellation.is_cancelled()
            && began.elapsed() < Duration::from_millis(20)
        {
            thread::sleep(Duration::from_micros(100));
        }
        self.end()
    }
}

/// The place of a step that follows cancelled work.
struct AfterCancelled(Arc<Trial>, String);

impl<E> FromRun<E> for AfterCancelled {
    fn from_run(step: &StepContext<'_, E>) -> Result<Self, BoxError> {
        Ok(Self(Trial::current(), step.path().to_string()))
    }
}

impl AfterCancelled {
    /// Notes a fault if a guard is alive in the `try` of this step, or in the group of its `race`.
    fn expect_none(&self) {
        let Self(trial, path) = self;
        let (outer, _) = path.rsplit_once('/').expect("what is around has a name");
        trial.expect_none(&format!("when {path} began"), |alive| {
            alive.strip_prefix(outer).is_some_and(|inner| inner.starts_with('/'))
        });
    }
}

/// Runs a trial to its end, or cancels it at a random moment.
async fn run<N: Node>(trial: &Trial, node: N) {
    let moment = Duration::from_micros(trial.draw("moment", "", 0, 8000));
    match trial.draw("way", "", 0, 4) {
        0 => {
            let _ = node.execute().await;
        }
        1 => {
            let _ = node.execute_streaming().output().await;
        }
        way => {
            let mut run = node.execute_streaming();
            let read = async { while run.next().await.is_some() {} };
            let _ = timeout(moment, read).await;
            if way == 2 {
                run.cancel().await;
                trial.expect_none("after a cancellation", |_| true);
            } else {
                run.cancel();
            }
            let _ = run.output().await;
        }
    }
    trial.expect_none("after the run", |_| true);
}

fn number(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{name} is not a number: {text}")))
}

fn seeds() -> std::ops::Range<u64> {
    let first = number("RUNNABLE_SEED", 0);
    first..first + number("RUNNABLE_TRIALS", 4)
}

/// Runs trials of a pipeline, and fails if any guard of cancelled work was alive when something followed it.
macro_rules! leaves_no_guard {
    ($node:expr) => {
        for seed in crate::seeds() {
            let trial = crate::Trial::begin(seed);
            crate::run(&trial, $node).await;
            assert_eq!(*trial.faults.lock().unwrap(), Vec::<String>::new(), "seed {seed}");
        }
    };
}

#[rustfmt::skip]
#[path = "guards/generated.rs"]
mod generated;
