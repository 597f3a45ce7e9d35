//! Runs that fail.

use crate::{
    machines::{Engine, Machines, Seen, on_each_engine},
    servers::servers,
};
use runnable::prelude::*;
use runnable_cluster::ClusterErrorKind;
use runnable_tests_cluster::{Broken, Large, Shout, broken};

on_each_engine!(
    the_error_of_a_run_has_its_path_and_its_message,
    an_event_that_is_too_large_fails_the_run_by_name_and_size,
    large_outputs_work_up_to_the_limit_of_the_servers,
);

async fn the_error_of_a_run_has_its_path_and_its_message(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    machines.cluster.start(broken(5)).run_id("broken").await?;
    let error = machines.cluster.output::<Broken>("broken").await.map(drop).unwrap_err();
    assert_eq!(error.kind(), ClusterErrorKind::Run);
    let (here, there) = (broken(5).execute().await.map(drop).unwrap_err(), error.run_error().expect("an error"));
    assert_eq!(format!("{there:#}"), format!("{here:#}"));
    assert_eq!((there.path(), there.kind()), (here.path(), here.kind()));
    Seen::read(&machines.cluster, "broken", 0, usize::MAX).await?.check();
    Ok(())
}

async fn an_event_that_is_too_large_fails_the_run_by_name_and_size(
    engine: Engine,
) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    machines.cluster.start(Shout { bytes: 2_000_000 }).run_id("shout").await?;
    let error = machines.cluster.output::<Shout>("shout").await.map(drop).unwrap_err();
    let text = format!("{:#}", error.run_error().expect("an error"));
    assert!(text.contains("the event `blob` of the step") && text.contains("2000"), "{text}");
    let seen = Seen::read(&machines.cluster, "shout", 0, usize::MAX).await?;
    assert_eq!(seen.all.last().map(|(event_type, _)| &**event_type), Some("run.finished"));
    Ok(())
}

async fn large_outputs_work_up_to_the_limit_of_the_servers(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    machines.cluster.start(Large { bytes: 1_500_000 }).run_id("large").await?;
    assert_eq!(machines.cluster.output::<Large>("large").await?.text.len(), 1_500_000);
    machines.cluster.start(Large { bytes: 9_000_000 }).run_id("too-large").await?;
    let error = machines.cluster.output::<Large>("too-large").await.map(drop).unwrap_err();
    let text = format!("{:#}", error.run_error().expect("an error"));
    assert!(text.contains("9000"), "{text}");
    Ok(())
}
