//! Two builds of a pipeline.

use crate::{
    machines::{Engine, Machines, Seen, Setup, on_each_engine},
    servers::servers,
};
use runnable_tests_cluster::{Hundred, Staged, hundred, next, staged};
use std::time::Duration;
use tokio::time::timeout;

on_each_engine!(runs_stay_on_their_build_when_its_workers_are_killed,);

type Outcome = Result<(), Box<dyn std::error::Error>>;

async fn ends_on_the_old_build(machines: &Machines, run: &str) -> Outcome {
    let built = machines.cluster.output::<Staged>(run).await?.built;
    assert_eq!(built, (0..4).map(|x| format!("{x} by the old build")).collect::<Vec<_>>(), "{run}");
    Seen::read(&machines.cluster, run, 0, usize::MAX).await?.check();
    Ok(())
}

async fn ends_on_the_next_build(machines: &Machines, run: &str) -> Outcome {
    machines.cluster.start(next::staged(4, 10)).run_id(run).await?;
    let built = machines.cluster.output::<next::Staged>(run).await?.built;
    assert_eq!(built, (0..4).map(|x| format!("{x} by the next build")).collect::<Vec<_>>(), "{run}");
    Ok(())
}

async fn runs_stay_on_their_build_when_its_workers_are_killed(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let settings = "spread = [\"items\"]\nlease = \"2s\"";
    let builds = ["old", "old", "next", "next"];
    let mut machines = Setup::new(engine, servers, 4).builds(&builds).settings(settings).start().await;
    machines.cluster.start(staged(4, 400)).run_id("taken-over").await?;
    machines.started().await;
    machines.stop(0);
    ends_on_the_next_build(&machines, "next-1").await?;
    ends_on_the_old_build(&machines, "taken-over").await?;

    machines.forget_starts();
    machines.cluster.start(staged(4, 400)).run_id("waits").await?;
    machines.started().await;
    machines.stop(1);
    ends_on_the_next_build(&machines, "next-2").await?;
    machines.restart(0);
    ends_on_the_old_build(&machines, "waits").await?;

    // Both builds have the same `hundred`.
    for x in 0..4 {
        machines.cluster.start(hundred(x)).run_id(format!("unchanged-{x}")).await?;
    }
    for x in 0..4 {
        assert_eq!(machines.cluster.output::<Hundred>(&format!("unchanged-{x}")).await?.x, x + 100);
    }
    Ok(())
}

/// Both builds have the same `hundred`, and the engine calls the address that was registered last.
#[tokio::test(flavor = "multi_thread")]
async fn workers_that_return_to_their_address_are_called_if_those_registered_later_are_gone() -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let mut machines = Setup::new(Engine::Restate, servers, 2).builds(&["old", "next"]).start().await;
    machines.register_last(1).await;
    machines.stop(1);
    machines.cluster.start(hundred(1)).run_id("before").await?;
    machines.kill(0);
    machines.cluster.start(hundred(2)).run_id("after").await?;
    for (run, x) in [("before", 101), ("after", 102)] {
        let output = machines.cluster.output::<Hundred>(run);
        assert_eq!(timeout(Duration::from_secs(30), output).await??.x, x, "{run}");
    }
    Ok(())
}
