//! Workers that are killed and frozen, servers that are restarted, and connections that are cut.

mod builds;
mod connections;
mod nodes;

use crate::{
    machines::{Engine, Machines, Seen, Setup, on_each_engine},
    servers::{Servers, listens, port, servers, wait_for},
};
use runnable::prelude::*;
use runnable_tests_cluster::{DigestAll, DigestAllOutput, Stubborn, digest_all};
use std::time::{Duration, Instant};

on_each_engine!(
    a_run_survives_the_kill_of_its_worker_at_any_moment,
    a_worker_that_is_frozen_loses_its_run_and_does_no_harm_later,
    a_worker_that_is_frozen_loses_its_items_and_does_no_harm_later,
    a_run_survives_lost_connections_to_the_engine,
    a_run_survives_a_restart_of_nats,
    a_wait_before_an_attempt_continues_on_another_worker,
);

/// The time in which a run ends.
const PATIENCE: Duration = Duration::from_mins(1);

/// The number of rounds: `RUNNABLE_CLUSTER_KILLS`, or 4. `cargo xtask soak` sets it.
fn rounds() -> u64 {
    std::env::var("RUNNABLE_CLUSTER_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(4)
}

/// Numbers that look random.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn new() -> Self {
        let seed = std::env::var("RUNNABLE_SEED").ok().and_then(|text| text.parse().ok());
        Self(seed.unwrap_or(0x9e37_79b9_7f4a_7c15 ^ u64::from(std::process::id())).max(1))
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Checks a run that ended against a run in the process.
pub(crate) async fn check(
    machines: &Machines,
    run: &str,
    expected: &DigestAllOutput,
) -> Result<(), Box<dyn std::error::Error>> {
    let output = tokio::time::timeout(Duration::from_mins(1), machines.cluster.output::<DigestAll>(run)).await??;
    assert_eq!((&output.report, &output.words), (&expected.report, &expected.words), "{run}");
    let seen = Seen::read(&machines.cluster, run, 0, usize::MAX).await?;
    seen.check();
    for (path, text) in &seen.texts {
        let number: usize = path.trim_start_matches("docs[").split(']').next().unwrap_or_default().parse()?;
        assert_eq!(*text, format!("document {number} says {}", "word ".repeat(number % 5 + 1)), "{run}: {path}");
    }
    assert!(machines.starts().0.get("pay").is_none_or(|count| *count == 1), "{run}: a payment was repeated");
    Ok(())
}

async fn a_run_survives_the_kill_of_its_worker_at_any_moment(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let (mut machines, mut dice) = (Machines::on(engine, servers, 2).await, Dice::new());
    let expected = digest_all(6, 20).execute().await?;
    for round in 0..rounds() {
        let (run, seed) = (format!("killed-{round}"), dice.0);
        machines.forget_starts();
        let start = Instant::now();
        machines.cluster.start(digest_all(6, 20)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(dice.below(400))).await;
        // If it has not begun, any worker may get it.
        let victim = machines.starts().1.unwrap_or_else(|| usize::from(dice.below(2) == 1));
        machines.kill(victim);
        check(&machines, &run, &expected).await.map_err(|error| format!("seed {seed}, {run}: {error:?}"))?;
        println!("{run}: killed worker {victim}, {:?}", start.elapsed());
    }
    Ok(())
}

async fn a_worker_that_is_frozen_loses_its_run_and_does_no_harm_later(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    freeze(&Machines::with(engine, servers, 2, &servers.nats, "500ms").await, "frozen").await
}

async fn a_worker_that_is_frozen_loses_its_items_and_does_no_harm_later(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    freeze(&Machines::spread(engine, servers, 2, &["docs"]).await, "items-frozen").await
}

/// Freezes workers beyond their lease: once, and 20 times in a whole soak.
async fn freeze(machines: &Machines, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (expected, mut dice) = (digest_all(6, 40).execute().await?, Dice::new());
    for round in 0..(rounds() * 2 / 5).clamp(1, 20) {
        let (run, seed) = (format!("{name}-{round}"), dice.0);
        machines.forget_starts();
        machines.cluster.start(digest_all(6, 40)).run_id(run.as_str()).await?;
        machines.started().await;
        tokio::time::sleep(Duration::from_millis(dice.below(250))).await;
        let victim = machines.starts().1.expect("a worker");
        machines.signal(victim, "-STOP");
        tokio::time::sleep(Duration::from_secs(1)).await;
        machines.exclude(victim);
        let output = tokio::time::timeout(PATIENCE, machines.cluster.output::<DigestAll>(&run)).await;
        machines.signal(victim, "-CONT");
        assert_eq!(output??.report, expected.report, "seed {seed}, {run}");
        tokio::time::sleep(Duration::from_millis(500)).await;
        check(machines, &run, &expected).await.map_err(|error| format!("seed {seed}, {run}: {error:?}"))?;
        machines.include_all();
    }
    Ok(())
}

async fn a_run_survives_lost_connections_to_the_engine(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 2).await;
    let expected = digest_all(6, 30).execute().await?;
    machines.cluster.start(digest_all(6, 30)).run_id("lost").await?;
    for _ in 0..4 {
        tokio::time::sleep(Duration::from_millis(90)).await;
        machines.balancer.cut();
    }
    check(&machines, "lost", &expected).await
}

/// The settings of workers whose items are in place, and of workers whose items are spread.
const PLACES: [&str; 2] = ["lease = \"2s\"", "spread = [\"docs\"]\nlease = \"2s\""];

#[tokio::test(flavor = "multi_thread")]
async fn a_run_survives_a_restart_of_restate() -> Result<(), Box<dyn std::error::Error>> {
    if servers().is_none() {
        return Ok(());
    }
    let servers = Servers::start().expect("the servers are installed");
    let expected = digest_all(6, 30).execute().await?;
    for (number, settings) in PLACES.into_iter().enumerate() {
        let machines = Setup::new(Engine::Restate, &servers, 2).settings(settings).start().await;
        let run = format!("restate-restarted-{number}");
        machines.cluster.start(digest_all(6, 30)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(150)).await;
        tokio::task::block_in_place(|| servers.restart_restate(Duration::from_millis(500)));
        check(&machines, &run, &expected).await?;
    }
    Ok(())
}

async fn a_run_survives_a_restart_of_nats(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let (name, port) = ("restarted", port());
    let address = format!("127.0.0.1:{port}");
    let mut nats = servers.start_nats(name, port);
    wait_for("NATS", || listens(&address));
    let expected = digest_all(6, 30).execute().await?;
    for (number, settings) in PLACES.into_iter().enumerate() {
        let machines = Setup::new(engine, servers, 2).nats(&address).settings(settings).start().await;
        let run = format!("nats-restarted-{number}");
        machines.cluster.start(digest_all(6, 30)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(150)).await;
        drop(nats);
        tokio::time::sleep(Duration::from_millis(500)).await;
        nats = servers.start_nats(name, port);
        wait_for("NATS", || listens(&address));
        check(&machines, &run, &expected).await?;
    }
    drop(nats);
    Ok(())
}

async fn a_wait_before_an_attempt_continues_on_another_worker(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let mut machines = Machines::on(engine, servers, 2).await;
    machines.cluster.start(Stubborn { x: 1 }).run_id("waits").await?;
    machines.started().await;
    let start = Instant::now();
    // After the failure is recorded, and again on the other worker, within the wait of 6 s.
    for pause in [700, 300] {
        tokio::time::sleep(Duration::from_millis(pause)).await;
        for worker in 0..2 {
            machines.kill(worker);
        }
    }
    let output = tokio::time::timeout(PATIENCE, machines.cluster.output::<Stubborn>("waits")).await?;
    let (waited, starts) = (start.elapsed(), machines.starts().0["stubborn"]);
    assert!(output.is_err());
    assert_eq!(starts, 2, "an attempt was lost or repeated");
    assert!(waited > Duration::from_millis(5800) && waited < Duration::from_secs(10), "{waited:?}");
    Seen::read(&machines.cluster, "waits", 0, usize::MAX).await?.check();
    Ok(())
}
