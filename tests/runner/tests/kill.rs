//! A run whose process is killed at random, many times.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// The number of kills: `RUNNABLE_KILLS`, or 20. `cargo xtask soak` sets it.
fn kills() -> u32 {
    number("RUNNABLE_KILLS").unwrap_or(20)
}

/// The seed: `RUNNABLE_SEED`, or another number in each process.
fn seed() -> u64 {
    // A generator of this kind stays at zero, so a seed of zero is replaced by another.
    number("RUNNABLE_SEED").map_or(0x9e37_79b9_7f4a_7c15 ^ u64::from(std::process::id()), |seed: u64| seed.max(1))
}

fn number<N: std::str::FromStr>(variable: &str) -> Option<N> {
    std::env::var(variable).ok().and_then(|text| text.parse().ok())
}

/// Numbers that look random. The messages of failed assertions have the seed, which reproduces them.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

struct Bench {
    folder: PathBuf,
}

impl Bench {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self { folder }
    }

    fn worker(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_killed"));
        command.current_dir(&self.folder).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a worker to its end; returns whether it succeeded, and its output.
    fn finish(&self, arguments: &[&str]) -> (bool, String) {
        let output = self.worker(arguments).output().expect("it runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.success(), text)
    }

    /// Returns how often each step started, as the steps counted in a file outside the store.
    fn counts(&self, run: &str) -> HashMap<String, u32> {
        let text = fs::read_to_string(self.folder.join(format!("{run}.count"))).unwrap_or_default();
        let mut counts = HashMap::new();
        text.lines().for_each(|line| *counts.entry(line.to_owned()).or_default() += 1);
        counts
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

#[test]
fn a_run_that_is_killed_at_random_ends_like_an_undisturbed_run() {
    let seed = seed();
    let (bench, mut dice, mut killed, mut runs) = (Bench::new("kill"), Dice(seed), 0, 0);
    let (ended, expected) = bench.finish(&["run", "undisturbed"]);
    assert!(ended, "{expected}");
    let started = Instant::now();
    while killed < kills() {
        runs += 1;
        let run = format!("run{runs}");
        let mut kills_of_run = 0;
        let mut done: HashMap<String, u32> = HashMap::new();
        // Up to a few kills for each run, each in another part.
        for part in 0..=dice.below(6) {
            let mut worker = bench.worker(&[if part == 0 { "run" } else { "resume" }, &run]);
            let mut child = worker.spawn().expect("it runs");
            std::thread::sleep(Duration::from_micros(2_000 + dice.below(60_000)));
            if child.try_wait().expect("it can be asked").is_none() {
                child.kill().expect("it can be killed");
                killed += 1;
                kills_of_run += 1;
            }
            child.wait().expect("it has ended");
            let (sound, said) = bench.finish(&["check", &run]);
            assert!(sound, "seed {seed}, {run}: {said}");
            // A step that had finished must not have started again since.
            let counts = bench.counts(&run);
            for (step, count) in &done {
                assert_eq!(counts.get(step), Some(count), "seed {seed}, {run}: `{step}` was finished and ran again");
            }
            done = said.lines().map(|step| (step.to_owned(), counts.get(step).copied().unwrap_or(0))).collect();
        }
        let (ended, said) = bench.finish(&["end", &run]);
        assert!(ended, "seed {seed}, {run}: {said}");
        assert_eq!(said, expected, "seed {seed}, {run}");
        let counts = bench.counts(&run);
        for (step, count) in &done {
            assert_eq!(counts.get(step), Some(count), "seed {seed}, {run}: `{step}` was finished and ran again");
        }
        for (step, count) in counts {
            assert!(
                count <= 1 + kills_of_run,
                "seed {seed}, {run}: `{step}` began {count} times, killed {kills_of_run} times"
            );
            assert!(step != "once" || count == 1, "seed {seed}, {run}: `once` began {count} times");
        }
    }
    println!("{killed} kills of {runs} runs in {:?}, seed {seed}", started.elapsed());
}
