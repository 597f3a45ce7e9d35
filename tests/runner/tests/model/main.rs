//! The model of a resumed run: random pipelines are cut short, killed or fail at random points, and are resumed while a flag, a
//! number, a list, the order of a set, the recorded input of the run or the definition changes.
//!
//! The outcome equals an undisturbed run with the values of one of the parts, as a whole, or the run is refused: never a mix.
//! Without a change it is never refused. A body with `effect = "once"` never runs twice.
#![allow(dead_code, unused_variables, unreachable_patterns, clippy::pedantic, clippy::all)]

mod end;
mod environment;
mod log;
mod process;
mod random;
mod trial;
/// The pipelines: `generated.rs`, or the file that `RUNNABLE_PIPELINES` names when the test is built.
mod generated {
    include!(concat!(env!("OUT_DIR"), "/pipelines.rs"));
}
#[path = "../../../../runnable-store/tests/run_log/server.rs"]
mod server;
#[path = "../../../random/tasks.rs"]
mod tasks;

use end::End;
use log::Log;
use process::Work;
use random::Random;
use runnable::runner::Runnable;
use std::{collections::BTreeMap, fmt::Debug, fs};
use trial::Trial;

/// Returns the number of runs of each pipeline.
fn trials() -> u64 {
    std::env::var("RUNNABLE_TRIALS").map_or(60, |trials| trials.parse().expect("a number"))
}

/// Runs a pipeline and resumes it, with `Changed` as its other version, which keeps the definition if `same`. `make` returns the
/// pipeline with its first or its second input.
async fn resumes<P, Changed>(name: &str, make: impl Fn(bool) -> P, same: bool)
where
    P: Runnable<Output: Debug>,
    Changed: Runnable<Output: Debug>,
{
    if let Some(work) = Work::of_this_process() {
        return work.perform::<P, Changed>(make).await;
    }
    let seed = std::env::var("RUNNABLE_SEED").unwrap_or_default();
    let mut random = Random::of(&format!("{name}{seed}"));
    let folder = tempfile::tempdir().expect("a folder");
    let (mut ends, mut killed) = ([0; 4], 0);
    for trial in 0..trials() {
        let mut log = Log::of(trial, name, &folder).await;
        let id = format!("{name}-{trial}-{seed}");
        let end = Trial::default().run::<P, Changed>(&id, &mut random, &mut log, &make, same).await;
        killed += log.killed();
        ends[match end {
            End::Cut | End::Over => 0,
            End::Output(_) => 1,
            End::Failed => 2,
            End::Refused(_) => 3,
        }] += 1;
    }
    let [cut, succeeded, failed, refused] = ends;
    println!(
        "{name}: {succeeded} runs succeeded, {failed} failed, {refused} were refused, {cut} were left; {killed} kills"
    );
    let mut bodies: BTreeMap<String, u32> = BTreeMap::new();
    tasks::EFFECTS.with_borrow(|effects| {
        bodies.extend(effects.iter().map(|((run, path), count)| (format!("{run} {path}"), *count)));
    });
    for line in fs::read_to_string(folder.path().join("effects")).unwrap_or_default().lines() {
        *bodies.entry(line.to_owned()).or_default() += 1;
    }
    // The undisturbed runs have ids of their own.
    for (body, count) in bodies {
        assert_eq!(count, 1, "the run and step `{body}` took effect {count} times");
    }
}
