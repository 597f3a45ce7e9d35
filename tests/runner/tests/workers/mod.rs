//! Workers that tests kill or freeze, and chance that can be repeated.

#![allow(dead_code, reason = "each test uses its part")]

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The number of kills: `RUNNABLE_KILLS`, or 20. `cargo xtask soak` sets it.
pub(crate) fn kills() -> u32 {
    number("RUNNABLE_KILLS").unwrap_or(20)
}

/// The seed: `RUNNABLE_SEED`, or another number in each process.
pub(crate) fn seed() -> u64 {
    // A generator of this kind stays at zero, so a seed of zero is replaced by another.
    number("RUNNABLE_SEED").map_or(0x9e37_79b9_7f4a_7c15 ^ u64::from(std::process::id()), |seed: u64| seed.max(1))
}

fn number<N: std::str::FromStr>(variable: &str) -> Option<N> {
    std::env::var(variable).ok().and_then(|text| text.parse().ok())
}

/// Numbers that look random. The messages of failed assertions have the seed, which reproduces them.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A folder in which workers run.
pub(crate) struct Bench {
    pub(crate) folder: PathBuf,
}

impl Bench {
    pub(crate) fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self { folder }
    }

    pub(crate) fn worker(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_killed"));
        command.current_dir(&self.folder).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a worker to its end; returns whether it succeeded, and its output.
    pub(crate) fn finish(&self, arguments: &[&str]) -> (bool, String) {
        let output = self.worker(arguments).output().expect("it runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (output.status.success(), text)
    }

    /// Returns how often each step started, as the steps counted in a file outside the store.
    pub(crate) fn counts(&self, run: &str) -> HashMap<String, u32> {
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
