//! Two processes and one run: a process that is frozen beyond its lease loses the run, and writes nothing when it continues.

#![cfg(unix)]

mod workers;

#[path = "../../../runnable-store/tests/run_log/server.rs"]
mod server;

use std::{
    fs,
    process::{Child, Command, Output},
    time::{Duration, Instant},
};
use workers::{Bench, Dice, kills, seed};

/// The lease of the workers.
const LEASE: Duration = Duration::from_millis(150);

/// The URLs under which the processes open the log.
struct Names {
    first: String,
    second: String,
    /// The locks beside a file.
    owners: Option<std::path::PathBuf>,
}

fn signal(child: &Child, signal: &str) {
    let sent = Command::new("kill").args([signal, &child.id().to_string()]).status().expect("it can be sent");
    assert!(sent.success(), "{signal}");
}

fn worker(bench: &Bench, url: &str, arguments: &[&str]) -> Command {
    let mut command = bench.worker(arguments);
    command.env("RUNNABLE_TEST_LOG", url).env("RUNNABLE_TEST_LEASE", LEASE.as_millis().to_string());
    command
}

/// Waits until a process has ended; returns `false` after the given time.
fn ends_within(child: &mut Child, limit: Duration) -> bool {
    let deadline = Instant::now() + limit;
    while Instant::now() < deadline {
        if child.try_wait().expect("it can be asked").is_some() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    false
}

fn output_of(child: Child) -> (Output, String) {
    let output = child.wait_with_output().expect("it has ended");
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output, text)
}

/// Returns the processes that left a mark, in order and without repetition.
fn processes(said: &str, kind: &str) -> Vec<u32> {
    let marks = said.lines().filter_map(|line| line.strip_prefix(kind)?.trim().parse().ok());
    let mut marks: Vec<u32> = marks.collect();
    marks.dedup();
    marks
}

#[derive(Debug, Default)]
struct Tally {
    rounds: u32,
    /// The rounds in which the first process was frozen in a write, and so kept others from writing to the file.
    blocked: u32,
    /// The rounds in which a process lost the run to another that continued it.
    lost: u32,
}

/// Freezes a process in its run, resumes the run in another, and lets the first continue.
fn round(bench: &Bench, names: &Names, run: &str, dice: &mut Dice, tally: &mut Tally) {
    let mut first = worker(bench, &names.first, &["mark", run]).spawn().expect("it runs");
    let owner = first.id();
    std::thread::sleep(Duration::from_millis(20 + dice.below(250)));
    let frozen = first.try_wait().expect("it can be asked").is_none();
    if frozen {
        signal(&first, "-STOP");
    }
    if let Some(owners) = names.owners.as_ref().filter(|_| dice.below(2) == 0) {
        let _ = fs::remove_dir_all(owners);
    }
    std::thread::sleep(LEASE + Duration::from_millis(50));
    let mut second = worker(bench, &names.second, &["mark again", run]).spawn().expect("it runs");
    let mut blocked = false;
    if dice.below(2) == 0 {
        // In the middle of the work of the second process.
        std::thread::sleep(Duration::from_millis(dice.below(300)));
    } else {
        let limit = if names.owners.is_some() { 5 } else { 40 };
        blocked = !ends_within(&mut second, Duration::from_secs(limit));
    }
    if frozen {
        signal(&first, "-CONT");
        if dice.below(2) == 0 && first.try_wait().expect("it can be asked").is_none() {
            std::thread::sleep(Duration::from_millis(dice.below(20)));
            // Both may have ended meanwhile.
            let _ = Command::new("kill").args(["-STOP", &owner.to_string()]).status();
            std::thread::sleep(Duration::from_millis(dice.below(100)));
            let _ = Command::new("kill").args(["-CONT", &owner.to_string()]).status();
        }
    }
    for child in [&mut first, &mut second] {
        assert!(ends_within(child, Duration::from_mins(2)), "{run}: it hangs");
    }
    let ((first, first_said), (_, second_said)) = (output_of(first), output_of(second));
    let mut said = String::new();
    for _ in 0..20 {
        let checked = worker(bench, &names.second, &["marks", run]).spawn().expect("it runs");
        let (checked, text) = output_of(checked);
        assert!(checked.status.success(), "{run}: {text}\nfirst: {first_said}\nsecond: {second_said}");
        said = text;
        if said.contains("status succeeded") || said.is_empty() {
            break;
        }
        // The first process kept the run, and lost it later; or the second came too soon.
        std::thread::sleep(LEASE);
        let _ = output_of(worker(bench, &names.first, &["mark again", run]).spawn().expect("it runs"));
    }
    let everything = format!("{run}\n{said}\nfirst ({owner}): {first_said}\nsecond: {second_said}");
    // Nothing at all if the first process was frozen before it created the run.
    assert!(said.is_empty() || said.contains("status succeeded"), "{everything}");
    for kind in ["event", "step"] {
        let marks = processes(&said, kind);
        let mut once = marks.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), marks.len(), "a process wrote after it had lost the run: {everything}");
        assert!(!first.status.success() || marks.is_empty() || marks == [owner], "both ended the run: {everything}");
    }
    if !said.is_empty() && !first.status.success() {
        let lost = ["another process claimed the run", "does not belong to this process", "busy with the writes"];
        assert!(lost.iter().any(|lost| first_said.contains(lost)), "an unclear error: {everything}");
    }
    tally.rounds += 1;
    tally.blocked += u32::from(blocked);
    tally.lost += u32::from(processes(&said, "event").len() > 1);
}

/// 50 rounds in a whole run of `cargo xtask soak`.
fn rounds(bench: &Bench, names: &Names) {
    let (seed, started, mut tally) = (seed(), Instant::now(), Tally::default());
    let (mut dice, wanted) = (Dice(seed), kills().div_ceil(10));
    // A process that was frozen before it created its run, or after its end, loses nothing.
    while tally.rounds < wanted || tally.lost < wanted.div_ceil(4) {
        assert!(tally.rounds < wanted * 10 + 10, "{tally:?}, seed {seed}");
        let run = format!("run{}-of-seed-{seed}", tally.rounds);
        round(bench, names, &run, &mut dice, &mut tally);
    }
    assert!(tally.blocked * 2 <= tally.rounds, "frozen processes keep others waiting: {tally:?}, seed {seed}");
    println!("{tally:?} in {:?}, seed {seed}", started.elapsed());
}

#[test]
fn a_process_that_is_frozen_beyond_its_lease_writes_nothing_more_to_its_run_in_sqlite() {
    let bench = Bench::new("fencing");
    let (data, link) = (bench.folder.join("data"), bench.folder.join("link"));
    fs::create_dir(&data).expect("a folder");
    fs::create_dir(&link).expect("a folder");
    std::os::unix::fs::symlink("../data/runs.db", link.join("other.db")).expect("a link");
    let first = "sqlite:data/runs.db".to_owned();
    let names = Names { first, second: "sqlite:link/other.db".to_owned(), owners: Some(data.join("runs.db.owners")) };
    rounds(&bench, &names);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_frozen_beyond_its_lease_writes_nothing_more_to_its_run_in_postgresql() {
    let Some(url) = server::database("fencing").await else { return };
    let names = Names { first: url.clone(), second: url, owners: None };
    tokio::task::block_in_place(|| rounds(&Bench::new("fencing-postgres"), &names));
}
