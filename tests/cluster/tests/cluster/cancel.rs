//! Cancelled runs.

use crate::{
    machines::{Engine, Machines, Seen, on_each_engine},
    servers::servers,
};
use runnable::store::{RunFilter, RunStatus};
use runnable_cluster::ClusterErrorKind;
use runnable_tests_cluster::{Hopeless, Wait, digest_all, waits};
use std::time::{Duration, Instant};

on_each_engine!(
    a_run_can_be_cancelled_at_any_moment,
    a_run_is_cancelled_soon_in_each_phase,
    a_run_without_a_worker_is_cancelled_when_a_worker_begins_it,
);

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The time in which a run is cancelled. It takes 0.1 s; the machine may have other work.
const SOON: Duration = Duration::from_secs(1);

/// Cancels a run and checks that nothing is left.
async fn cancel(machines: &Machines, run: &str) -> Outcome {
    let (cluster, start) = (&machines.cluster, Instant::now());
    cluster.cancel(run).await?;
    println!("{run}: {:?}", start.elapsed());
    assert!(start.elapsed() < SOON, "{run}: {:?}", start.elapsed());
    let running = cluster.list(&RunFilter::new().status(RunStatus::Running)).await?;
    assert!(!running.iter().any(|other| other.id == run), "{run} is active");
    machines.no_invocation_of(run).await;
    let seen = Seen::read(cluster, run, 0, usize::MAX).await?;
    seen.check();
    // A second time changes nothing.
    cluster.cancel(run).await?;
    Ok(())
}

async fn cancelled(machines: &Machines, run: &str) -> Outcome {
    cancel(machines, run).await?;
    let record = machines.cluster.record(run).await?.expect("a run");
    assert_eq!(record.status, RunStatus::Cancelled, "{run}");
    Ok(())
}

async fn a_run_can_be_cancelled_at_any_moment(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    for ms in [0, 1, 3, 10, 30, 100, 200] {
        let run = format!("cancel-{ms}");
        machines.cluster.start(digest_all(10, 40)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(ms)).await;
        cancelled(&machines, &run).await?;
    }
    Ok(())
}

async fn a_run_is_cancelled_soon_in_each_phase(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let settings = "spread = [\"items\"]\nlease = \"2s\"";
    let sections = "[executor]\nmax-runs = 2\n";
    let machines = Machines::configured(engine, servers, 2, &servers.nats, settings, sections).await;
    let cluster = &machines.cluster;
    cluster.start(Wait { seconds: 600 }).run_id("before-its-first-step").await?;
    cancelled(&machines, "before-its-first-step").await?;

    machines.forget_starts();
    cluster.start(Wait { seconds: 600 }).run_id("in-a-step").await?;
    machines.started().await;
    cancelled(&machines, "in-a-step").await?;

    machines.forget_starts();
    cluster.start(Hopeless { x: 1 }).run_id("in-a-wait").await?;
    machines.started().await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    cancelled(&machines, "in-a-wait").await?;

    machines.forget_starts();
    cluster.start(waits(6, 600)).run_id("in-its-items").await?;
    machines.started().await;
    cancelled(&machines, "in-its-items").await?;

    for number in 0..4 {
        cluster.start(Wait { seconds: 600 }).run_id(format!("busy-{number}")).await?;
    }
    cluster.start(Wait { seconds: 600 }).run_id("in-the-queue").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    cancelled(&machines, "in-the-queue").await?;
    for number in 0..4 {
        cancelled(&machines, &format!("busy-{number}")).await?;
    }

    cluster.start(Wait { seconds: 0 }).run_id("after-its-end").await?;
    cluster.output::<Wait>("after-its-end").await?;
    cancel(&machines, "after-its-end").await?;
    assert_eq!(cluster.output::<Wait>("after-its-end").await?.waited, 0);
    Ok(())
}

async fn a_run_without_a_worker_is_cancelled_when_a_worker_begins_it(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let mut machines = Machines::on(engine, servers, 1).await;
    machines.cluster.start(Wait { seconds: 600 }).run_id("nowhere").await?;
    machines.started().await;
    machines.balancer.cut();
    machines.kill(0);
    machines.cluster.cancel("nowhere").await?;
    let error = machines.cluster.output::<Wait>("nowhere").await.map(drop).unwrap_err();
    assert_eq!(error.kind(), ClusterErrorKind::Run);
    Seen::read(&machines.cluster, "nowhere", 0, usize::MAX).await?.check();
    Ok(())
}
