//! `cargo xtask soak`: long runs of the tests that depend on chance.

use crate::workspace;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

pub(crate) const DETAILS: &str = "\
Kills the processes of recorded runs at random moments, 500 times, kills 60 forks, freezes processes beyond their
lease in 50 rounds on each database, ends 100 sessions of PostgreSQL and restarts it 5 times under 20 runs, cancels
1000 runs at random moments, records 50 values of each of 300 generated types, and runs 1000 random pipelines, each
compared with a plain interpreter. Drops the runs of 100 other random pipelines, 300 of each, or kills their processes,
and resumes them while their surroundings and their inputs change. Sends 600 MB of pings to a WebSocket, and measures
the memory of servers whose clients do not read. Prints the seed first: the same seed gives the same pipelines, and
kills at the same moments.

  --seed N       chooses the seed; the default is the time
  --fraction F   runs this part of everything, for example 0.1";

/// The number of kills in a whole run. The tests freeze a tenth as many processes, kill 12 forks
/// for 100 kills, and end a fifth as many sessions of PostgreSQL.
const KILLS: f64 = 500.0;

/// The number of cancelled runs in a whole run.
const CANCELLATIONS: f64 = 1000.0;

/// The number of values of each generated type in a whole run.
const VALUES: f64 = 50.0;

/// The number of random pipelines in a whole run.
const PIPELINES: f64 = 1000.0;

/// The most pipelines that are compiled at once.
const BATCH: u32 = 200;

/// The number of random pipelines in a whole run that are recorded and resumed.
const RESUMED: f64 = 100.0;

/// The most recorded pipelines that are compiled at once: each has two versions.
const RESUMED_BATCH: u32 = 25;

/// The number of runs of a recorded pipeline.
const TRIALS: u32 = 300;

/// The number of megabytes of pings in a whole run.
const PINGS: f64 = 600.0;

/// The manifest of the crate of random pipelines, without its dependency on `runnable`.
const MANIFEST: &str = "\
[package]
name = \"random-pipelines\"
version = \"0.0.0\"
edition = \"2024\"
publish = false

[workspace]

[dependencies]
futures = \"0.3\"
tokio = { version = \"1\", features = [\"full\", \"test-util\"] }
";

/// The size of a run and its seed.
#[derive(Debug, PartialEq)]
struct Plan {
    seed: u32,
    kills: u32,
    cancellations: u32,
    values: u32,
    pipelines: u32,
    resumed: u32,
    pings: u32,
}

/// Runs everything and prints its figures.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let plan = Plan::parse(arguments, now())?;
    let Plan { seed, kills, cancellations, values, pipelines, resumed, pings } = plan;
    println!(
        "seed {seed}: {kills} kills, {cancellations} cancelled runs, {values} values of each type, {pipelines} random \
         pipelines, {resumed} that are resumed, and {pings} MB of pings"
    );
    let killed = timed(|| kill(&plan))?;
    let cancelled = timed(|| cancel(&plan))?;
    let kept = timed(|| record_values(&plan))?;
    let compared = timed(|| run_pipelines(&plan))?;
    let resumed = timed(|| resume_pipelines(&plan))?;
    let bounded = timed(|| flood(&plan))?;
    if killed && cancelled && kept && compared && resumed && bounded {
        return Ok(ExitCode::SUCCESS);
    }
    println!("failed; `cargo xtask soak --seed {}` and the same fraction repeat it", plan.seed);
    Ok(ExitCode::FAILURE)
}

impl Plan {
    fn parse(arguments: &[String], now: u32) -> Result<Self, String> {
        let (mut seed, mut fraction) = (now, 1.0);
        for pair in arguments.chunks(2) {
            match pair {
                [name, value] if name == "--seed" => {
                    seed = value.parse().map_err(|_| format!("`{value}` is not a seed: write a number below 2^32"))?;
                }
                [name, value] if name == "--fraction" => {
                    fraction =
                        value.parse().ok().filter(|fraction| (0.0..=1.0).contains(fraction)).ok_or_else(|| {
                            format!("`{value}` is not a fraction; help: write a number from 0 to 1, such as 0.1")
                        })?;
                }
                _ => return Err(format!("`{}` is not an option of `cargo xtask soak`, or has no value", pair[0])),
            }
        }
        let all = [KILLS, CANCELLATIONS, VALUES, PIPELINES, RESUMED, PINGS];
        let [kills, cancellations, values, pipelines, resumed, pings] = all.map(|whole| part(whole, fraction));
        Ok(Self { seed, kills, cancellations, values, pipelines, resumed, pings })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the numbers are small and positive")]
fn part(whole: f64, fraction: f64) -> u32 {
    (whole * fraction).round().max(1.0) as u32
}

fn now() -> u32 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs());
    u32::try_from(seconds % u64::from(u32::MAX)).unwrap_or(0)
}

fn timed(run: impl FnOnce() -> Result<bool, String>) -> Result<bool, String> {
    let started = Instant::now();
    let passed = run()?;
    println!("{} after {} s", if passed { "passed" } else { "failed" }, started.elapsed().as_secs());
    Ok(passed)
}

/// Kills the workers of `tests/runner`.
fn kill(plan: &Plan) -> Result<bool, String> {
    let mut cargo = workspace::cargo();
    cargo.args([
        "test",
        "--quiet",
        "--package",
        "runnable-tests-runner",
        "--test",
        "kill",
        "--test",
        "fencing",
        "--test",
        "lost",
    ]);
    cargo.args(["--", "--nocapture"]);
    cargo.env("RUNNABLE_KILLS", plan.kills.to_string()).env("RUNNABLE_SEED", plan.seed.to_string());
    succeeds(cargo.current_dir(workspace::root()))
}

/// Cancels runs, and counts the parts of their steps that are alive.
fn cancel(plan: &Plan) -> Result<bool, String> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--quiet", "--package", "runnable", "--test", "cancellation", "random"]);
    cargo.env("RUNNABLE_CANCELLATIONS", plan.cancellations.to_string()).env("RUNNABLE_SEED", plan.seed.to_string());
    succeeds(cargo.current_dir(workspace::root()))
}

/// Records values of the generated types in `tests/runner`.
fn record_values(plan: &Plan) -> Result<bool, String> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--quiet", "--package", "runnable-tests-runner", "--test", "values", "shapes"]);
    cargo.env("RUNNABLE_VALUES", plan.values.to_string()).env("RUNNABLE_SEED", plan.seed.to_string());
    succeeds(cargo.current_dir(workspace::root()))
}

/// Measures the memory of servers whose clients send pings or large requests, or do not read.
fn flood(plan: &Plan) -> Result<bool, String> {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--quiet", "--package", "runnable-http", "--test", "service", "bounded::"]);
    cargo.args(["--", "--nocapture", "--test-threads", "1"]);
    cargo.env("RUNNABLE_FLOOD", plan.pings.to_string());
    succeeds(cargo.current_dir(workspace::root()))
}

/// Generates pipelines in batches, each with a seed of its own, and runs them.
fn run_pipelines(plan: &Plan) -> Result<bool, String> {
    let root = workspace::root();
    let folder = workspace::target().join("soak");
    write_crate(&root, &folder)?;
    let mut left = plan.pipelines;
    for batch in 0.. {
        let (seed, count) = (plan.seed.wrapping_add(batch), left.min(BATCH));
        println!("{count} random pipelines of seed {seed}");
        let mut python = Command::new("python3");
        python.arg(root.join("tests/random/generate.py")).arg("--output").arg(folder.join("tests/random/generated.rs"));
        python.args(["--seed", &seed.to_string(), "--count", &count.to_string()]);
        let mut cargo = workspace::cargo();
        cargo.args(["test", "--quiet", "--test", "random"]).current_dir(&folder);
        cargo.env("CARGO_TARGET_DIR", workspace::target());
        if !succeeds(&mut python)? || !succeeds(&mut cargo)? {
            return Ok(false);
        }
        left -= count;
        if left == 0 {
            break;
        }
    }
    Ok(true)
}

/// Generates pipelines in batches, and resumes their runs with the test `model` of `tests/runner`.
fn resume_pipelines(plan: &Plan) -> Result<bool, String> {
    let (root, file) = (workspace::root(), workspace::target().join("soak/resumed.rs"));
    let mut left = plan.resumed;
    for batch in 0.. {
        let (seed, count) = (plan.seed.wrapping_add(batch), left.min(RESUMED_BATCH));
        println!("{count} random pipelines of seed {seed} that are resumed");
        let mut python = Command::new("python3");
        python.arg(root.join("tests/random/model.py")).arg("--output").arg(&file);
        python.args(["--seed", &seed.to_string(), "--count", &count.to_string()]);
        let mut cargo = workspace::cargo();
        cargo.args(["test", "--quiet", "--package", "runnable-tests-runner", "--test", "model"]).current_dir(&root);
        cargo.env("RUNNABLE_PIPELINES", &file).env("RUNNABLE_SEED", seed.to_string());
        cargo.env("RUNNABLE_TRIALS", TRIALS.to_string());
        if !succeeds(&mut python)? || !succeeds(&mut cargo)? {
            return Ok(false);
        }
        left -= count;
        if left == 0 {
            break;
        }
    }
    Ok(true)
}

/// Writes a crate with the test `random` of the workspace; its dependencies are those of the
/// workspace's lock file.
fn write_crate(root: &Path, folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", folder.display());
    for inner in ["src", "tests/random", "tests/linear"] {
        fs::create_dir_all(folder.join(inner)).map_err(failed)?;
    }
    let copies = ["tests/random.rs", "tests/random/tasks.rs", "tests/linear/mod.rs", "Cargo.lock"].map(PathBuf::from);
    for file in copies {
        fs::copy(root.join(&file), folder.join(&file)).map_err(failed)?;
    }
    fs::write(folder.join("src/lib.rs"), "//! The pipelines are in `tests/random`.\n").map_err(failed)?;
    let manifest = format!("{MANIFEST}runnable = {{ path = {:?} }}\n", root.display().to_string());
    fs::write(folder.join("Cargo.toml"), manifest).map_err(failed)
}

fn succeeds(command: &mut Command) -> Result<bool, String> {
    let name = command.get_program().display().to_string();
    Ok(command.status().map_err(|error| format!("cannot run `{name}`: {error}"))?.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Plan, String> {
        Plan::parse(&arguments.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>(), 5)
    }

    #[test]
    fn a_plan_is_whole_unless_a_fraction_is_given() {
        let whole =
            Plan { seed: 5, kills: 500, cancellations: 1000, values: 50, pipelines: 1000, resumed: 100, pings: 600 };
        assert_eq!(parse(&[]), Ok(whole));
        let tenth = Plan { seed: 7, kills: 50, cancellations: 100, values: 5, pipelines: 100, resumed: 10, pings: 60 };
        assert_eq!(parse(&["--fraction", "0.1", "--seed", "7"]), Ok(tenth));
        assert_eq!(parse(&["--fraction", "0"]).map(|plan| plan.kills), Ok(1));
    }

    #[test]
    fn wrong_arguments_are_named() {
        for (arguments, name) in
            [(["--seed", "x"], "`x`"), (["--fraction", "2"], "`2`"), (["--other", "1"], "`--other`")]
        {
            assert!(parse(&arguments).is_err_and(|error| error.starts_with(name)), "{arguments:?}");
        }
        assert!(parse(&["--seed"]).is_err());
    }
}
