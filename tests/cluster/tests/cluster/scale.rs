//! Large runs: many items, many events, many steps. `cargo xtask soak` runs them whole, and other runs a tenth of each.

use crate::{
    machines::{Engine, Machines, Seen, on_each_engine},
    servers::servers,
};
use runnable_tests_cluster::{Fan, Flood, Many, fan, many};
use std::time::{Duration, Instant};

on_each_engine!(
    ten_thousand_items_run_in_place,
    ten_thousand_items_are_spread,
    a_hundred_thousand_events_of_a_unit_are_read,
    five_thousand_steps_survive_a_kill,
);

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The time in which a large run ends.
const PATIENCE: Duration = Duration::from_mins(10);

/// Returns the part of a number that is run now: 50 kills are the whole.
fn part(whole: usize) -> usize {
    let kills = std::env::var("RUNNABLE_CLUSTER_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    (whole * kills / 50).clamp(whole / 10, whole)
}

async fn fans_out(machines: &Machines, run: &str) -> Outcome {
    let (n, start) = (u32::try_from(part(10_000))?, Instant::now());
    machines.cluster.start(fan(n)).run_id(run).await?;
    let output = tokio::time::timeout(PATIENCE, machines.cluster.output::<Fan>(run)).await??;
    println!("{run}: {n} items in {:?}", start.elapsed());
    assert_eq!(output.x, (1..=n).collect::<Vec<_>>());
    let seen = Seen::read(&machines.cluster, run, 0, usize::MAX).await?;
    println!("{run}: read after {:?}", start.elapsed());
    seen.check();
    assert_eq!(seen.all.len(), 2 * usize::try_from(n)? + 4);
    Ok(())
}

async fn ten_thousand_items_run_in_place(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    fans_out(&Machines::on(engine, servers, 2).await, "items-in-place").await
}

async fn ten_thousand_items_are_spread(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    fans_out(&Machines::spread(engine, servers, 2, &["items"]).await, "items-spread").await
}

async fn a_hundred_thousand_events_of_a_unit_are_read(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let (chunks, start) = (part(100_000), Instant::now());
    machines.cluster.start(Flood { chunks, bytes: 20 }).run_id("events").await?;
    let output = tokio::time::timeout(PATIENCE, machines.cluster.output::<Flood>("events")).await??;
    println!("{chunks} events in {:?}", start.elapsed());
    assert_eq!(output.sent, chunks);
    let seen = Seen::read(&machines.cluster, "events", 0, usize::MAX).await?;
    println!("read after {:?}", start.elapsed());
    seen.check();
    assert_eq!(seen.all.len(), chunks + 4);
    Ok(())
}

async fn five_thousand_steps_survive_a_kill(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let mut machines = Machines::on(engine, servers, 2).await;
    let (n, start) = (part(5000), Instant::now());
    machines.cluster.start(many(n, 0)).run_id("steps").await?;
    // Most of the history is recorded.
    let most = u64::try_from(n)? * 2 * 4 / 5;
    Seen::read(&machines.cluster, "steps", 0, usize::try_from(most)?).await?;
    println!("{most} events after {:?}", start.elapsed());
    for worker in 0..2 {
        machines.kill(worker);
    }
    let killed = Instant::now();
    let output = tokio::time::timeout(PATIENCE, machines.cluster.output::<Many>("steps")).await??;
    println!("{n} steps in {:?}, {:?} after the kill", start.elapsed(), killed.elapsed());
    assert_eq!(output.x as usize, n);
    let seen = Seen::read(&machines.cluster, "steps", 0, usize::MAX).await?;
    seen.check();
    assert!(seen.finished().len() >= n);
    Ok(())
}
