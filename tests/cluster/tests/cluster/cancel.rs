//! Cancelled runs.

use crate::{
    machines::{Engine, Machines, Seen, on_each_engine},
    servers::servers,
};
use runnable::store::RunStatus;
use runnable_cluster::ClusterErrorKind;
use runnable_tests_cluster::{DigestAll, Wait, digest_all};
use std::time::{Duration, Instant};

on_each_engine!(a_run_can_be_cancelled_in_each_phase, a_run_without_a_worker_is_cancelled_when_a_worker_begins_it,);

async fn a_run_can_be_cancelled_in_each_phase(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let cluster = &machines.cluster;
    for ms in [0, 1, 3, 10, 30, 100, 200] {
        let run = format!("cancel-{ms}");
        cluster.start(digest_all(10, 40)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(ms)).await;
        let start = Instant::now();
        cluster.cancel(&run).await?;
        assert!(start.elapsed() < Duration::from_secs(3), "{run}: {:?}", start.elapsed());
        let error = cluster.output::<DigestAll>(&run).await.map(drop).unwrap_err();
        assert_eq!(error.kind(), ClusterErrorKind::Run);
        let seen = Seen::read(cluster, &run, 0, usize::MAX).await?;
        seen.check();
        let running = cluster.list(&runnable::store::RunFilter::new().status(RunStatus::Running)).await?;
        assert!(!running.iter().any(|other| other.id == run), "{run} is active");
        // A second time changes nothing.
        cluster.cancel(&run).await?;
    }
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
