//! Runs and forks whose processes are killed at random, many times.

mod workers;

use runnable::store::{RunLog, SqliteLog};
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};
use workers::{Bench, Dice, kills, seed};

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

/// Waits until a run is in the log, at most as long as its process runs.
async fn appears(log: &SqliteLog, run: &str, child: &mut std::process::Child) {
    while log.run(run).await.expect("it can be read").is_none() && child.try_wait().expect("it can be asked").is_none()
    {
    }
}

#[tokio::test]
async fn a_fork_that_is_killed_at_random_has_all_steps_that_it_takes_over() {
    let seed = seed();
    // 60 forks in a whole run of `cargo xtask soak`.
    let (bench, mut dice, wanted) = (Bench::new("fork"), Dice(seed), (kills() * 12).div_ceil(100));
    let (ended, expected) = bench.finish(&["run", "parent"]);
    assert!(ended, "{expected}");
    let log = SqliteLog::open(bench.folder.join("runs.db")).await.expect("it opens");
    let taken_over = log.steps("parent").await.expect("it can be read").len() - 3;
    let (mut sound, mut tries) = (0, 0);
    while sound < wanted {
        tries += 1;
        assert!(tries < wanted * 20 + 20, "seed {seed}: {sound} of {wanted} forks after {tries} tries");
        let fork = format!("parent.{tries}");
        let mut child = bench.worker(&["fork", &fork]).spawn().expect("it runs");
        if dice.below(3) == 0 {
            std::thread::sleep(Duration::from_micros(2_000 + dice.below(60_000)));
        } else {
            appears(&log, &fork, &mut child).await;
        }
        let killed = child.try_wait().expect("it can be asked").is_none();
        child.kill().expect("it can be killed");
        child.wait().expect("it has ended");
        let steps = log.steps(&fork).await.expect("it can be read");
        log.check().await.expect("it is sound");
        if !killed || log.run(&fork).await.expect("it can be read").is_none() {
            assert!(!killed || steps.is_empty(), "seed {seed}, {fork}");
            continue;
        }
        assert!(steps.len() >= taken_over, "seed {seed}, {fork}: {} of {taken_over} steps", steps.len());
        let (ended, said) = bench.finish(&["end", &fork]);
        assert!(ended && said == expected, "seed {seed}, {fork}: {said}");
        let again: Vec<_> =
            bench.counts(&fork).into_keys().filter(|step| !["d2", "d3", "total"].contains(&&**step)).collect();
        assert!(again.is_empty(), "seed {seed}, {fork}: ran again: {again:?}");
        sound += 1;
    }
    println!("{sound} of {wanted} forks sound, {tries} tries, seed {seed}");
}
