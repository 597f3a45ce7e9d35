//! Random pipelines, each compared with an interpreter of the same tree: see `random/generate.py`.
#![allow(dead_code, unused_variables, unreachable_patterns, clippy::pedantic, clippy::all)]

use runnable::prelude::*;
use std::{collections::HashMap, ops::RangeInclusive};

mod linear;

#[path = "random/tasks.rs"]
mod tasks;

/// A summary of the events of a run.
struct Seen {
    /// The number of steps that began.
    steps: usize,
    /// The paths of the failed steps.
    failed: Vec<String>,
    /// The outcome of the run.
    outcome: &'static str,
    /// The beginnings and ends of the steps.
    times: linear::Times,
}

/// Reads the events of a run and checks that numbers have no gaps, paths are unique, and every step
/// ends.
async fn read<D: runnable::RunData, O, F>(run: &mut Run<D, O, F>) -> Seen
where
    F: Future<Output = runnable::Result<O>>,
{
    let (mut seen, mut seq) = (Seen { steps: 0, failed: vec![], outcome: "none", times: linear::Times::default() }, 0);
    let mut ended: HashMap<String, bool> = HashMap::new();
    while let Some(event) = run.next().await {
        seq += 1;
        seen.times.see(&event);
        assert_eq!(event.seq(), seq, "seq has a gap");
        let (path, life) = (event.path().to_string(), event.lifecycle().expect("the tasks send nothing"));
        assert_eq!(seen.outcome, "none", "an event follows the end of the run");
        match (life, life.outcome().map(|outcome| outcome.name())) {
            (Lifecycle::RunStarted, _) => assert_eq!(seq, 1, "`run.started` is not the first event"),
            (Lifecycle::RunFinished(_), outcome) => seen.outcome = outcome.unwrap(),
            (Lifecycle::StepStarted, _) => {
                assert_eq!(ended.insert(path.clone(), false), None, "two steps have the path {path}");
                seen.steps += 1;
            }
            (Lifecycle::StepReset(error), _) => {
                assert_eq!(ended.get(&path), Some(&false), "{path} is reset, and ended or never began");
                // The steps below begin again with the next attempt.
                let below = format!("{path}/");
                let is_void = |step: &String| error.max_attempts().is_some() && step.starts_with(&below);
                assert!(ended.iter().all(|(step, ended)| *ended || !is_void(step)), "{path} is tried again: {ended:?}");
                ended.retain(|step, _| !is_void(step));
            }
            (_, outcome) => {
                assert_eq!(ended.insert(path.clone(), true), Some(false), "{path} ended twice or never began");
                if outcome == Some("failed") {
                    seen.failed.push(path);
                }
            }
        }
    }
    assert!(ended.values().all(|ended| *ended), "not every step ended: {ended:?}");
    seen
}

/// Compares a run with the interpreter, whose number of steps is a range if siblings of a failed
/// step run.
fn compare(seen: &Seen, steps: RangeInclusive<usize>, failed: &[&str], fails: bool) {
    assert!(steps.contains(&seen.steps), "{} steps began, not {steps:?}", seen.steps);
    assert_eq!(seen.outcome, if fails { "failed" } else { "success" });
    for path in failed {
        assert!(seen.failed.iter().any(|seen| seen == path), "{path} failed, besides {:?}", seen.failed);
    }
    if steps.start() == steps.end() {
        assert_eq!(seen.failed.len(), failed.len(), "no others failed than {failed:?}");
    }
}

/// Checks the output or error with and without events, the events, and their order in the graph.
macro_rules! check {
    ($node:expr, $expected:expr, $steps:expr, $failed:expr) => {{
        let expected: Result<_, (&str, &str)> = $expected;
        let told = |error: runnable::Error| (error.path().to_string(), error.message());
        let expected = expected.map_err(|(path, message)| (path.to_owned(), message.to_owned()));
        assert_eq!($node.execute().await.map_err(told), expected);
        let graph = crate::linear::graph_of(&$node);
        let mut run = $node.execute_streaming();
        let seen = crate::read(&mut run).await;
        crate::compare(&seen, $steps, &$failed, expected.is_err());
        seen.times.check(&graph).unwrap();
        assert_eq!(run.output().await.map_err(told), expected);
    }};
}

#[rustfmt::skip]
#[path = "random/generated.rs"]
mod generated;
