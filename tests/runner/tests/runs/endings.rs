//! The log is sound however a run ends. Under a paused clock, as users test: no time passes while SQLite works.

use super::*;
use runnable::store::RunStatus;
use std::time::Duration;
use tempfile::TempDir;

/// Does what its number says, until it is mended.
#[task(returns = [done], retry(3, backoff = "1s"), timeout = "10s")]
async fn end(way: u32, name: &str) -> Result<u32, String> {
    match act(&format!("{name}/end")).err().map(|_| way) {
        Some(0) => Err("it is broken".to_owned()),
        Some(1) => panic!("it panics"),
        Some(2) => {
            tokio::time::sleep(Duration::from_hours(1)).await;
            Ok(0)
        }
        _ => Ok(way),
    }
}

#[task(returns = [receipt], effect = "once")]
async fn pays(name: &str) -> Result<u32, String> {
    if act(&format!("{name}/pays")).is_err() {
        tokio::time::sleep(Duration::from_hours(1)).await;
    }
    Ok(7)
}

#[task(returns = [slow])]
async fn slowly(done: u32) -> u32 {
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    done
}

#[task(returns = [saved])]
async fn save() -> u32 {
    1
}

pipeline! {
    fn ending(way: u32, name: String) -> [done, slow, receipt, saved] {
        parallel {
            a: end -> [done],
            b: slowly(done = 1) -> [slow],
        } >> pays >> try { again: end(way = 9) -> [done as saved] } else { save }
    }
}

/// A way in which the first part of a run stops.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Stop {
    /// The step fails three times, panics, or exceeds its timeout.
    AtItsEnd,
    /// The run is dropped after this time.
    Dropped(Duration),
    Cancelled(Duration),
    /// The runner stops after this time.
    Shutdown(Duration),
}

const STOPS: [Stop; 11] = [
    Stop::AtItsEnd,
    Stop::Dropped(Duration::ZERO),
    // During the first backoff, the second attempt or backoff, and later.
    Stop::Dropped(Duration::from_millis(500)),
    Stop::Dropped(Duration::from_millis(1_400)),
    Stop::Dropped(Duration::from_millis(2_500)),
    Stop::Dropped(Duration::from_secs(15)),
    Stop::Cancelled(Duration::from_millis(500)),
    Stop::Cancelled(Duration::from_millis(2_500)),
    Stop::Cancelled(Duration::from_secs(15)),
    Stop::Shutdown(Duration::from_millis(500)),
    Stop::Shutdown(Duration::from_millis(2_500)),
];

/// Starts a run, and stops it.
async fn stopped(runner: &Runner, way: u32, name: &str, stop: Stop) {
    let mut run = runner.run(ending(way, name.to_owned())).run_id(name).streaming().await.expect("it starts");
    let after = match stop {
        Stop::AtItsEnd => return drop(run.output().await),
        Stop::Dropped(after) | Stop::Cancelled(after) | Stop::Shutdown(after) => after,
    };
    let _ = tokio::time::timeout(after, async { while run.next().await.is_some() {} }).await;
    match stop {
        Stop::Cancelled(_) => {
            run.cancel();
            drop(run.output().await);
        }
        Stop::Shutdown(_) => {
            runner.shutdown().await.expect("it stops");
            drop(run);
        }
        _ => drop(run),
    }
}

async fn check(runner: &Runner, what: &str) {
    if let Err(error) = runner.log().expect("a log").check().await {
        panic!("{what}: {error}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_log_is_sound_however_a_run_stops_and_after_it_is_resumed() {
    let folder = TempDir::new().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("runs.db").display());
    for stop in STOPS {
        for way in 0..4 {
            let (what, name) = (format!("{stop:?}, way {way}"), unique("ending"));
            let runner = Runner::builder().run_log(&url).build().await.expect("a runner");
            break_at(&format!("{name}/end"));
            if way == 3 {
                break_at(&format!("{name}/pays"));
            }
            // The payment waits for an hour.
            let waits = way == 3 && stop == Stop::AtItsEnd;
            stopped(&runner, way, &name, if waits { Stop::Dropped(Duration::from_mins(1)) } else { stop }).await;
            check(&runner, &what).await;
            drop(runner);
            let runner = Runner::builder().run_log(&url).build().await.expect("a runner");
            mend(&format!("{name}/end"));
            mend(&format!("{name}/pays"));
            runner.log().expect("a log").mark_interrupted().await.expect("it can be written");
            check(&runner, &what).await;
            if record(&runner, &name).await.status != RunStatus::Succeeded {
                let paid = done(&format!("{name}/pays")) > 0;
                let again = runner.resume::<Ending>(&name);
                let receipt = serde_json::json!({ "receipt": 7 });
                let output = if paid { again.assume_done("pays", receipt).await } else { again.await };
                output.unwrap_or_else(|error| panic!("{what}: {error:#}"));
            }
            check(&runner, &what).await;
            assert_eq!(record(&runner, &name).await.status, RunStatus::Succeeded, "{what}");
            assert_eq!(done(&format!("{name}/pays")), 1, "{what}");
            let fork = runner.fork::<Ending>(&name, "pays").run_id(format!("{name}-fork")).await;
            fork.unwrap_or_else(|error| panic!("{what}: {error:#}"));
            runner.log().expect("a log").compact(std::time::SystemTime::now()).await.expect("it can be written");
            check(&runner, &what).await;
            runner.shutdown().await.expect("it stops");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_run_that_is_dropped_between_two_attempts_has_the_attempts_that_ran() {
    let (runner, name) = (runner().await, unique("backoff"));
    break_at(&format!("{name}/end"));
    stopped(&runner, 0, &name, Stop::Dropped(Duration::from_millis(1_400))).await;
    let seen = attempts(&runner, &name).await;
    let a: Vec<_> = seen.iter().filter(|attempt| attempt.starts_with("a/")).collect();
    assert_eq!(a, ["a/end#1 Failed", "a/end#2 Failed"], "{seen:?}");
}

#[tokio::test(start_paused = true)]
async fn a_lease_is_kept_while_a_paused_clock_jumps() {
    let folder = TempDir::new().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("runs.db").display());
    let [runner, other] = [
        Runner::builder().run_log(&url).build().await.expect("a runner"),
        Runner::builder().run_log(&url).build().await.expect("a runner"),
    ];
    let name = unique("jumps");
    let run = runner.run(ending(9, name.clone())).run_id(&*name).streaming().await.expect("it starts");
    tokio::time::sleep(Duration::from_hours(2)).await;
    assert!(other.log().expect("a log").mark_interrupted().await.expect("it can be written").is_empty());
    run.output().await.expect("it is not interrupted");
    check(&runner, "jumps").await;
}
