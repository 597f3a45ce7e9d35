//! `cargo xtask soak`: long runs of the tests that depend on chance.

use crate::{needs, workspace};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

pub(crate) const DETAILS: &str = "\
Kills the processes of recorded runs at random moments, 500 times, and workers of a cluster, 50 times, kills 60 forks,
freezes processes beyond their lease in 50 rounds on each database, ends 100 sessions of PostgreSQL and restarts it 5
times under 20 runs, with and without PgBouncer in transaction mode, records 50 values of each of 300 generated types,
and runs 1000 random pipelines, each compared with a plain interpreter. Cancels and fails the runs of 1000 others at
random moments, and counts what is alive of cancelled work. Measures how late timeouts and failures are seen beside
work that is always ready. Drops the runs of 100 other random pipelines, 300 of each, or kills their processes, and
resumes them while their surroundings and their inputs change. Runs 100 others on two workers of a cluster, and runs
with 10,000 items, 100,000 events and 5,000 steps. Sends 600 MB of pings to a WebSocket, and measures the memory of
servers whose clients do not read. Shows 50 lanes with 1,000 tokens a second in Chromium for 10 minutes. Sends
10,000,000 rows of a stream through a map, and measures the memory. Prints the seed first: the same seed gives the same
pipelines, and kills at the same moments.

  PART ..        runs only these parts: `kills`, `cluster`, `values`, `latencies`, `random`, `guards`, `resumed`,
                 `spread`, `floods`, `page` and `rows`; without any, all in this order
  --seed N       chooses the seed; the default is the time
  --fraction F   runs this share of each part, for example 0.1";

/// Runs a part of the plan. Returns whether it passed.
type Part = fn(&Plan) -> Result<bool, String>;

/// The parts, in order.
const PARTS: [(&str, Part); 11] = [
    ("kills", kill),
    ("cluster", kill_cluster),
    ("values", record_values),
    ("latencies", measure_latencies),
    ("random", |plan| run_pipelines(plan, "random", "generate.py")),
    ("guards", |plan| run_pipelines(plan, "guards", "guards.py")),
    ("resumed", resume_pipelines),
    ("spread", spread_pipelines),
    ("floods", flood),
    ("page", show_lanes),
    ("rows", map_rows),
];

/// The number of kills in a whole run. The tests freeze a tenth as many processes, kill a tenth as many workers of a cluster and
/// 12 forks for 100 kills, and end a fifth as many sessions of PostgreSQL.
const KILLS: f64 = 500.0;

/// The number of values of each generated type in a whole run.
const VALUES: f64 = 50.0;

/// The number of random pipelines of each kind in a whole run.
const PIPELINES: f64 = 1000.0;

/// The most pipelines that are compiled at once.
const BATCH: u32 = 200;

/// The number of random pipelines in a whole run that are recorded and resumed.
const RESUMED: f64 = 100.0;

/// The most recorded pipelines that are compiled at once: each has two versions.
const RESUMED_BATCH: u32 = 25;

/// The most pipelines that are compiled at once for a cluster.
const SPREAD_BATCH: u32 = 50;

/// The number of runs of a recorded pipeline.
const TRIALS: u32 = 300;

/// The milliseconds within which everything should take effect beside work that is always ready.
const LATEST: f64 = 50.0;

/// The number of megabytes of pings in a whole run.
const PINGS: f64 = 600.0;

/// The number of rows of a stream that flow through a map in a whole run.
const ROWS: f64 = 10_000_000.0;

/// The seconds for which the page shows 50 lanes in a whole run.
const LANES: f64 = 600.0;

/// The manifest of the crate of random pipelines, with a placeholder for the place of `runnable`.
/// It has the profile of the workspace.
const MANIFEST: &str = "\
[package]
name = \"random-pipelines\"
version = \"0.0.0\"
edition = \"2024\"
publish = false

[workspace]

[dependencies]
runnable = {runnable}
futures = \"0.3\"
tokio = { version = \"1\", features = [\"full\", \"test-util\"] }

[profile.dev]
debug = \"line-tables-only\"

[profile.dev.package.\"*\"]
debug = false
";

/// The size of a run and its seed.
#[derive(Debug, PartialEq)]
struct Plan {
    seed: u32,
    kills: u32,
    values: u32,
    pipelines: u32,
    resumed: u32,
    pings: u32,
    lanes: u32,
    rows: u32,
}

/// Runs the chosen parts and prints their figures.
pub(crate) fn command(arguments: &[String]) -> Result<ExitCode, String> {
    let (names, options) = split(arguments)?;
    let plan = Plan::parse(options, now())?;
    let Plan { seed, kills, values, pipelines, resumed, pings, lanes, rows } = plan;
    println!(
        "seed {seed}: {kills} kills, {values} values of each type, {pipelines} random pipelines, as many that are \
         cancelled, {resumed} that are resumed, as many on a cluster, {pings} MB of pings, {lanes} s of 50 lanes, \
         and {rows} rows of a stream"
    );
    let mut failed = Vec::new();
    for (name, run) in PARTS.into_iter().filter(|(name, _)| names.is_empty() || names.contains(name)) {
        let started = Instant::now();
        let passed = run(&plan)?;
        println!("{name}: {} after {} s", if passed { "passed" } else { "failed" }, started.elapsed().as_secs());
        failed.extend((!passed).then_some(name));
    }
    if failed.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("failed; `cargo xtask soak {} --seed {seed}` and the same fraction repeat it", failed.join(" "));
    Ok(ExitCode::FAILURE)
}

/// Splits the arguments into names of parts and the options after them.
fn split(arguments: &[String]) -> Result<(Vec<&str>, &[String]), String> {
    let end = arguments.iter().position(|argument| argument.starts_with("--")).unwrap_or(arguments.len());
    let (names, options) = arguments.split_at(end);
    let is_part = |name: &&String| PARTS.iter().any(|(part, _)| part == name);
    if let Some(other) = names.iter().find(|name| !is_part(name)) {
        let parts = PARTS.map(|(part, _)| part).join(", ");
        return Err(format!("`{other}` is not a part of the soak; help: the parts are {parts}"));
    }
    Ok((names.iter().map(String::as_str).collect(), options))
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
        let all = [KILLS, VALUES, PIPELINES, RESUMED, PINGS, LANES, ROWS];
        let [kills, values, pipelines, resumed, pings, lanes, rows] = all.map(|whole| part(whole, fraction));
        Ok(Self { seed, kills, values, pipelines, resumed, pings, lanes, rows })
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

/// Kills the workers of `tests/runner`.
fn kill(plan: &Plan) -> Result<bool, String> {
    let mut cargo = tests(&["kill", "fencing", "lost"]);
    cargo.args(["--", "--nocapture"]);
    cargo.env("RUNNABLE_KILLS", plan.kills.to_string()).env("RUNNABLE_SEED", plan.seed.to_string());
    // A skip would look like a pass.
    cargo.envs(needs::databases()?);
    succeeds(&mut cargo)
}

/// Returns `cargo test` of these tests, with the features of the whole workspace: what `cargo xtask test` has built serves here.
fn tests(names: &[&str]) -> Command {
    let mut cargo = workspace::cargo();
    cargo.args(["test", "--quiet", "--workspace"]).current_dir(workspace::root());
    cargo.args(names.iter().flat_map(|name| ["--test", name]));
    cargo
}

/// Returns the tests of a cluster that these filters select, with their servers.
fn cluster_tests(filters: &[&str]) -> Result<Command, String> {
    let mut cargo = tests(&["cluster"]);
    cargo.args(["--", "--nocapture", "--test-threads=1"]).args(filters);
    for need in needs::cluster(&workspace::target()) {
        cargo.envs(need.found?);
    }
    Ok(cargo)
}

/// Kills the workers of a cluster, once for ten other kills, and runs large runs there.
fn kill_cluster(plan: &Plan) -> Result<bool, String> {
    let mut cargo = cluster_tests(&["faults", "scale"])?;
    cargo
        .env("RUNNABLE_CLUSTER_KILLS", plan.kills.div_ceil(10).to_string())
        .env("RUNNABLE_SEED", plan.seed.to_string());
    succeeds(&mut cargo)
}

/// Records values of the generated types in `tests/runner`.
fn record_values(plan: &Plan) -> Result<bool, String> {
    let mut cargo = tests(&["values"]);
    cargo.arg("shapes").env("RUNNABLE_VALUES", plan.values.to_string()).env("RUNNABLE_SEED", plan.seed.to_string());
    succeeds(&mut cargo)
}

/// Measures how late timeouts, failures and cancellations take effect beside work that is always ready.
fn measure_latencies(_: &Plan) -> Result<bool, String> {
    let mut cargo = tests(&["cooperation"]);
    cargo.args(["--", "--nocapture"]).env("RUNNABLE_LATENCIES", "1");
    let output = cargo.stderr(Stdio::piped()).output().map_err(|error| format!("cannot run `cargo`: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr);
    let mut late: Vec<f64> = text.lines().filter_map(milliseconds_late).collect();
    if !output.status.success() || late.is_empty() {
        println!("{text}");
        return Ok(false);
    }
    late.sort_by(f64::total_cmp);
    let above = late.iter().filter(|late| **late > LATEST).count();
    let (median, last) = (late[late.len() / 2], late[late.len() - 1]);
    println!(
        "{} moments: the median is {median:.1} ms late, the last {last:.1} ms, {above} above {LATEST} ms",
        late.len()
    );
    // The processors may have other work: the figures count, and only a mechanism that is broken fails.
    Ok(above * 4 <= late.len())
}

/// Returns the time in a line such as `  1.2 ms late: cancelling Emits`.
fn milliseconds_late(line: &str) -> Option<f64> {
    line.split_once(" ms late: ")?.0.trim().parse().ok()
}

/// Measures the memory of servers whose clients send pings or large requests, or do not read.
fn flood(plan: &Plan) -> Result<bool, String> {
    let mut cargo = tests(&["service"]);
    cargo.args(["bounded::", "--", "--nocapture", "--test-threads", "1"]);
    cargo.env("RUNNABLE_FLOOD", plan.pings.to_string());
    succeeds(&mut cargo)
}

/// Measures the time from a token to the frame that shows it, and the heap of the page.
fn show_lanes(plan: &Plan) -> Result<bool, String> {
    let mut cargo = tests(&["service"]);
    cargo.args(["fifty_lanes", "--", "--nocapture"]);
    cargo.env("RUNNABLE_LANES", plan.lanes.to_string()).envs(needs::browser()?);
    succeeds(&mut cargo)
}

/// Measures the memory of a map over a stream.
fn map_rows(plan: &Plan) -> Result<bool, String> {
    let mut cargo = tests(&["memory"]);
    cargo.args(["over_a_stream", "--", "--nocapture"]).env("RUNNABLE_ROWS", plan.rows.to_string());
    succeeds(&mut cargo)
}

/// Runs random pipelines with this test of the workspace, which this script of `tests/random` writes.
fn run_pipelines(plan: &Plan, test: &str, script: &str) -> Result<bool, String> {
    let root = workspace::root();
    let folder = workspace::target().join("soak");
    write_crate(&root, &folder)?;
    in_batches(plan.seed, plan.pipelines, BATCH, |seed, count| {
        println!("{count} random pipelines of seed {seed} for the test `{test}`");
        let mut python = Command::new("python3");
        python.arg(root.join("tests/random").join(script));
        python.arg("--output").arg(folder.join("tests").join(test).join("generated.rs"));
        python.args(["--seed", &seed.to_string(), "--count", &count.to_string()]);
        let mut cargo = workspace::cargo();
        cargo.args(["test", "--quiet", "--test", test]).current_dir(&folder);
        cargo.env("CARGO_TARGET_DIR", workspace::target()).env("RUNNABLE_SEED", seed.to_string());
        Ok(succeeds(&mut python)? && succeeds(&mut cargo)?)
    })
}

/// Resumes the runs of random pipelines with the test `model` of `tests/runner`.
fn resume_pipelines(plan: &Plan) -> Result<bool, String> {
    let (root, file) = (workspace::root(), workspace::target().join("soak/resumed.rs"));
    in_batches(plan.seed, plan.resumed, RESUMED_BATCH, |seed, count| {
        println!("{count} random pipelines of seed {seed} that are resumed");
        let mut python = Command::new("python3");
        python.arg(root.join("tests/random/model.py")).arg("--output").arg(&file);
        python.args(["--seed", &seed.to_string(), "--count", &count.to_string()]);
        let mut cargo = tests(&["model"]);
        cargo.env("RUNNABLE_PIPELINES", &file).env("RUNNABLE_SEED", seed.to_string());
        cargo.env("RUNNABLE_TRIALS", TRIALS.to_string());
        Ok(succeeds(&mut python)? && succeeds(&mut cargo)?)
    })
}

/// Runs random pipelines on two workers of a cluster, as many as are resumed.
fn spread_pipelines(plan: &Plan) -> Result<bool, String> {
    let (root, file) = (workspace::root(), workspace::target().join("soak/spread.rs"));
    in_batches(plan.seed, plan.resumed, SPREAD_BATCH, |seed, count| {
        println!("{count} random pipelines of seed {seed} on two workers");
        let mut python = Command::new("python3");
        python.arg(root.join("tests/random/cluster.py")).arg("--output").arg(&file);
        python.args(["--seed", &seed.to_string(), "--count", &count.to_string()]);
        let mut cargo = cluster_tests(&["random"])?;
        cargo.env("RUNNABLE_CLUSTER_PIPELINES", &file);
        Ok(succeeds(&mut python)? && succeeds(&mut cargo)?)
    })
}

/// Calls `run` with a seed and a number of pipelines until all have run; stops at a batch that fails.
fn in_batches(
    seed: u32,
    mut left: u32,
    size: u32,
    run: impl Fn(u32, u32) -> Result<bool, String>,
) -> Result<bool, String> {
    for batch in 0.. {
        let count = left.min(size);
        if !run(seed.wrapping_add(batch), count)? {
            return Ok(false);
        }
        left -= count;
        if left == 0 {
            break;
        }
    }
    Ok(true)
}

/// Writes a crate with the tests `random` and `guards` of the workspace; its dependencies are those of the
/// workspace's lock file.
fn write_crate(root: &Path, folder: &Path) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("cannot write {}: {error}", folder.display());
    for inner in ["src", "tests/random", "tests/guards", "tests/linear"] {
        fs::create_dir_all(folder.join(inner)).map_err(failed)?;
    }
    let copies = [
        "tests/random.rs",
        "tests/random/tasks.rs",
        "tests/guards.rs",
        "tests/guards/tasks.rs",
        "tests/linear/mod.rs",
        "Cargo.lock",
    ];
    for file in copies.map(PathBuf::from) {
        fs::copy(root.join(&file), folder.join(&file)).map_err(failed)?;
    }
    fs::write(folder.join("src/lib.rs"), "//! The pipelines are in `tests/random`.\n").map_err(failed)?;
    let manifest = MANIFEST.replace("{runnable}", &format!("{{ path = {:?} }}", root.display().to_string()));
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
        let whole = Plan {
            seed: 5,
            kills: 500,
            values: 50,
            pipelines: 1000,
            resumed: 100,
            pings: 600,
            lanes: 600,
            rows: 10_000_000,
        };
        assert_eq!(parse(&[]), Ok(whole));
        let tenth =
            Plan { seed: 7, kills: 50, values: 5, pipelines: 100, resumed: 10, pings: 60, lanes: 60, rows: 1_000_000 };
        assert_eq!(parse(&["--fraction", "0.1", "--seed", "7"]), Ok(tenth));
        assert_eq!(parse(&["--fraction", "0"]).map(|plan| plan.kills), Ok(1));
    }

    #[test]
    fn latencies_are_read() {
        let (short, long) = (milliseconds_late("     1.2 ms late: b"), milliseconds_late("  1500.0 ms late: c"));
        assert_eq!((short, long), (Some(1.2), Some(1500.0)));
        assert_eq!(milliseconds_late("running 11 tests"), None);
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

    #[test]
    fn parts_are_chosen_by_name() {
        let arguments = ["guards", "floods", "--seed", "7"].map(ToOwned::to_owned);
        assert_eq!(split(&arguments), Ok((vec!["guards", "floods"], &arguments[2..])));
        assert_eq!(split(&[]), Ok((vec![], &[][..])));
        assert!(split(&["guard".to_owned()]).is_err_and(|error| error.contains("`guard`") && error.contains("guards")));
    }
}
