//! Random outcomes at random moments, with all parts of cancelled work counted.
//!
//! `RUNNABLE_CANCELLATIONS` sets the number of trials, and `RUNNABLE_SEED` the seed of the first trial.
use runnable::{Attempt, prelude::*};
use std::{
    collections::HashMap,
    env,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};
use tokio::time::sleep;

/// A run with random outcomes, and its steps that are alive.
#[derive(Debug)]
struct Trial {
    seed: u64,
    /// The number of live parts by the scope that may be cancelled, and by the step.
    alive: Mutex<HashMap<(u8, u64), usize>>,
    faults: Mutex<Vec<String>>,
}

impl Trial {
    fn new(seed: u64) -> Arc<Self> {
        Arc::new(Self { seed, alive: Mutex::default(), faults: Mutex::default() })
    }

    /// Returns a number below `below` that depends on the seed, the step and the attempt.
    fn draw(&self, what: &str, at: u64, attempt: u32, below: u64) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.seed, what, at, attempt).hash(&mut hasher);
        hasher.finish() % below
    }

    fn count(&self, which: impl Fn(&(u8, u64)) -> bool) -> usize {
        self.alive.lock().unwrap().iter().filter(|(key, _)| which(key)).map(|(_, count)| count).sum()
    }

    fn begin(self: &Arc<Self>, scope: u8, at: u64, attempt: u32) -> Part {
        if attempt > 1 && self.count(|key| *key == (scope, at)) > 0 {
            self.fault(format!("attempt {attempt} of step {at} began beside an earlier one"));
        }
        *self.alive.lock().unwrap().entry((scope, at)).or_default() += 1;
        Part { trial: Arc::clone(self), key: (scope, at) }
    }

    fn expect_none(&self, when: &str, which: impl Fn(&(u8, u64)) -> bool) {
        let alive = self.count(which);
        if alive > 0 {
            self.fault(format!("{alive} parts were alive {when}"));
        }
    }

    fn fault(&self, fault: String) {
        self.faults.lock().unwrap().push(fault);
    }

    /// Returns the outcome of an attempt of a step, after a while.
    fn outcome(&self, at: u64, attempt: u32) -> Outcome {
        match self.draw("outcome", at, attempt, 10) {
            0..5 => Outcome::Succeeds,
            5..7 => Outcome::Fails,
            7 => Outcome::Panics,
            _ => Outcome::Hangs,
        }
    }

    fn delay(&self, at: u64, attempt: u32) -> Duration {
        Duration::from_micros(self.draw("delay", at, attempt, 3000))
    }
}

enum Outcome {
    Succeeds,
    Fails,
    Panics,
    Hangs,
}

/// A part of a step that takes a moment to end.
struct Part {
    trial: Arc<Trial>,
    key: (u8, u64),
}

impl Drop for Part {
    fn drop(&mut self) {
        thread::sleep(Duration::from_micros(300));
        if let Some(count) = self.trial.alive.lock().unwrap().get_mut(&self.key) {
            *count -= 1;
        }
    }
}

/// Ends as the trial decides.
async fn act(trial: Arc<Trial>, scope: u8, at: u64, attempt: u32) -> Result<u64, String> {
    let _part = trial.begin(scope, at, attempt);
    sleep(trial.delay(at, attempt)).await;
    match trial.outcome(at, attempt) {
        Outcome::Succeeds => Ok(at),
        Outcome::Fails => Err(format!("step {at} failed")),
        Outcome::Panics => std::panic::resume_unwind(Box::new("a panic of the trial")),
        Outcome::Hangs => {
            sleep(Duration::from_millis(20)).await;
            Ok(at)
        }
    }
}

/// Ends as the trial decides, on a thread.
fn act_on_a_thread(
    trial: &Arc<Trial>,
    scope: u8,
    at: u64,
    attempt: u32,
    cancellation: &Cancellation,
) -> Result<u64, String> {
    let _part = trial.begin(scope, at, attempt);
    thread::sleep(trial.delay(at, attempt));
    match trial.outcome(at, attempt) {
        Outcome::Succeeds => Ok(at),
        Outcome::Fails => Err(format!("step {at} failed")),
        Outcome::Panics => std::panic::resume_unwind(Box::new("a panic of the trial")),
        Outcome::Hangs => {
            let began = Instant::now();
            while !cancellation.is_cancelled() && began.elapsed() < Duration::from_millis(20) {
                thread::sleep(Duration::from_micros(100));
            }
            Ok(at)
        }
    }
}

#[task(returns = [a])]
async fn inline(trial: Arc<Trial>, scope: u8, at: u64, attempt: Attempt) -> Result<u64, String> {
    act(trial, scope, at, attempt.get()).await
}

#[task(returns = [b], spawn)]
async fn elsewhere(trial: Arc<Trial>, scope: u8, at: u64, attempt: Attempt) -> Result<u64, String> {
    act(trial, scope, at, attempt.get()).await
}

#[task(returns = [c], blocking)]
fn on_a_thread(
    trial: Arc<Trial>,
    scope: u8,
    at: u64,
    attempt: Attempt,
    cancellation: Cancellation,
) -> Result<u64, String> {
    act_on_a_thread(&trial, scope, at, attempt.get(), &cancellation)
}

#[task(returns = [d], spawn, timeout = "2ms", retry(3, backoff = "1ms"))]
async fn tried_elsewhere(trial: Arc<Trial>, scope: u8, at: u64, attempt: Attempt) -> Result<u64, String> {
    act(trial, scope, at, attempt.get()).await
}

#[task(returns = [e], blocking, timeout = "2ms", retry(3, backoff = "1ms"))]
fn tried_on_a_thread(
    trial: Arc<Trial>,
    scope: u8,
    at: u64,
    attempt: Attempt,
    cancellation: Cancellation,
) -> Result<u64, String> {
    act_on_a_thread(&trial, scope, at, attempt.get(), &cancellation)
}

/// Follows the cancellation of the scopes from `first` to `last`.
#[task(returns = [])]
async fn expect_none(trial: Arc<Trial>, first: u8, last: u8) {
    trial.expect_none("when `else` began", |(scope, _)| (first..=last).contains(scope));
}

pipeline! {
    fn branches(trial: Arc<Trial>) -> [] {
        try {
            parallel {
                inline(scope = 1, at = 1),
                elsewhere(scope = 1, at = 2),
                on_a_thread(scope = 1, at = 3),
                tried_elsewhere(scope = 1, at = 4),
                tried_on_a_thread(scope = 1, at = 5),
            }
        } else { expect_none(first = 1, last = 1) }
    }
}
pipeline! {
    fn items(trial: Arc<Trial>, ns: Vec<u64>) -> [] {
        try {
            map(ns as n, limit = 3) {
                parallel {
                    elsewhere(scope = 1, at = 10 * n),
                    on_a_thread(scope = 1, at = 10 * n + 1),
                    inline(scope = 1, at = 10 * n + 2),
                }
            }
        } else { expect_none(first = 1, last = 1) }
    }
}
pipeline! {
    fn nested(trial: Arc<Trial>, ns: Vec<u64>) -> [] {
        try {
            parallel {
                left: try {
                    parallel {
                        elsewhere(scope = 2, at = 1),
                        tried_on_a_thread(scope = 2, at = 2),
                        many: map(ns as n) { on_a_thread(scope = 2, at = 100 + n) },
                    }
                } else { expect_none(first = 2, last = 2) },
                right: {
                    elsewhere(scope = 1, at = 3) >> parallel {
                        one: on_a_thread(scope = 1, at = 4),
                        two: tried_elsewhere(scope = 1, at = 5),
                    }
                },
            }
        } else { expect_none(first = 1, last = 2) }
    }
}
pipeline! {
    fn turns(trial: Arc<Trial>) -> [] {
        repeat(max = 3, index as turn) {
            try {
                parallel {
                    elsewhere(scope = 1, at = turn as u64),
                    on_a_thread(scope = 1, at = 10 + turn as u64),
                }
            } else { expect_none(first = 1, last = 1) }
        } until(false)
    }
}
pipeline! {
    fn failing(trial: Arc<Trial>, ns: Vec<u64>) -> [] {
        parallel {
            elsewhere(scope = 1, at = 1),
            tried_on_a_thread(scope = 1, at = 2),
            many: map(ns as n) { elsewhere(scope = 1, at = 100 + n) -> [b as each] },
        }
    }
}

/// Runs a trial to its end, or cancels it at a random moment.
async fn run<N: Node>(trial: &Arc<Trial>, node: N) {
    let moment = Duration::from_micros(trial.draw("moment", 0, 0, 4000));
    match trial.draw("way", 0, 0, 4) {
        0 => {
            let _ = node.execute().await;
        }
        1 => {
            let _ = node.execute_streaming().output().await;
        }
        way => {
            let mut run = node.execute_streaming();
            let read = async { while run.next().await.is_some() {} };
            let _ = tokio::time::timeout(moment, read).await;
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

#[tokio::test(flavor = "multi_thread")]
async fn cancelled_work_has_ended_before_anything_follows() {
    let (seed, trials) = (number("RUNNABLE_SEED", 0), number("RUNNABLE_CANCELLATIONS", 100));
    for seed in seed..seed + trials {
        let (trial, ns) = (Trial::new(seed), (0..5).collect::<Vec<u64>>());
        let of = Arc::clone(&trial);
        match seed % 5 {
            0 => run(&trial, branches(of)).await,
            1 => run(&trial, items(of, ns)).await,
            2 => run(&trial, nested(of, ns)).await,
            3 => run(&trial, turns(of)).await,
            _ => run(&trial, failing(of, ns)).await,
        }
        let faults = trial.faults.lock().unwrap().clone();
        assert!(faults.is_empty(), "seed {seed}: {faults:?}");
    }
}
