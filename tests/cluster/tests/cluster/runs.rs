//! Undisturbed runs.

use crate::{
    machines::{Engine, Machines, Seen, on_each_engine},
    servers::servers,
};
use runnable::prelude::*;
use runnable_cluster::ClusterErrorKind;
use runnable_tests_cluster::{DigestAll, Hundred, digest_all, hundred};

on_each_engine!(
    a_run_on_two_workers_equals_a_run_in_the_process,
    starting_a_run_again_changes_nothing,
    a_reader_that_is_cut_continues_after_its_last_event,
    a_run_that_has_ended_is_in_the_run_log,
    an_unknown_run_is_not_found,
);

async fn a_run_on_two_workers_equals_a_run_in_the_process(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 2).await;
    let expected = digest_all(8, 5).execute().await?;
    let started = machines.cluster.start(digest_all(8, 5)).run_id("équal/1").tag("t").await?;
    assert_eq!((started.run_id.as_str(), started.is_new), ("équal/1", true));
    let output = machines.cluster.output::<DigestAll>("équal/1").await?;
    assert_eq!((output.report, output.words), (expected.report, expected.words));
    let seen = Seen::read(&machines.cluster, "équal/1", 0, usize::MAX).await?;
    seen.check();
    assert_eq!(seen.texts["docs[3]/generate"], "document 3 says word word word word ");
    Ok(())
}

async fn starting_a_run_again_changes_nothing(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let cluster = &machines.cluster;
    assert!(cluster.start(hundred(1)).run_id("twice").await?.is_new);
    assert!(!cluster.start(hundred(1)).run_id("twice").await?.is_new);
    assert_eq!(cluster.output::<Hundred>("twice").await?.x, 101);
    assert!(!cluster.start(hundred(1)).run_id("twice").await?.is_new);
    let other = cluster.start(hundred(2)).run_id("twice").await.unwrap_err();
    assert_eq!(other.kind(), ClusterErrorKind::Exists);
    Seen::read(cluster, "twice", 0, usize::MAX).await?.check();
    Ok(())
}

async fn a_reader_that_is_cut_continues_after_its_last_event(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    machines.cluster.start(digest_all(6, 3)).run_id("cut").await?;
    let whole = Seen::read(&machines.cluster, "cut", 0, usize::MAX).await?;
    whole.check();
    for limit in [1, 2, 7, 16] {
        let mut read = Seen::default();
        while read.ids.len() < whole.ids.len() {
            let after = read.ids.last().copied().unwrap_or(0);
            read.append(Seen::read(&machines.cluster, "cut", after, limit).await?);
        }
        assert_eq!((&read.ids, &read.all), (&whole.ids, &whole.all));
    }
    Ok(())
}

async fn a_run_that_has_ended_is_in_the_run_log(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    use runnable::{
        runner::Runner,
        store::{RunFilter, RunStatus},
    };
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let expected = digest_all(3, 1).execute().await?;
    machines.cluster.start(digest_all(3, 1)).run_id("kept").tag("nightly").await?;
    machines.cluster.output::<DigestAll>("kept").await?;
    let seen = Seen::read(&machines.cluster, "kept", 0, usize::MAX).await?;
    let listed = machines.cluster.list(&RunFilter::new().tag("nightly")).await?;
    assert_eq!((&*listed[0].id, listed[0].status), ("kept", RunStatus::Succeeded));

    let url = format!("sqlite:{}", machines.folder.path().join("runs.db").display());
    let runner = Runner::builder().run_log(&url).build().await?;
    let log = runner.log()?;
    log.check().await?;
    let record = log.run("kept").await?.expect("the run is recorded");
    assert_eq!((record.status, record.tag.as_deref()), (RunStatus::Succeeded, Some("nightly")));
    let events = log.events("kept", 0, 10_000).await?;
    let types: Vec<_> = events.iter().map(|event| event.event_type.as_str().to_owned()).collect();
    assert_eq!(types, seen.all.iter().map(|(event_type, _)| event_type.clone()).collect::<Vec<_>>());
    // The copy can be forked: only what follows runs again.
    let forked = runner.fork::<DigestAll>("kept", "sum").run_id("forked").await?;
    assert_eq!(forked.report, expected.report);
    Ok(())
}

async fn an_unknown_run_is_not_found(engine: Engine) -> Result<(), Box<dyn std::error::Error>> {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::on(engine, servers, 1).await;
    let errors = [
        machines.cluster.events("never", 0).await.map(drop).unwrap_err(),
        machines.cluster.output::<Hundred>("never").await.map(drop).unwrap_err(),
        machines.cluster.cancel("never").await.unwrap_err(),
    ];
    assert_eq!(errors.each_ref().map(runnable_cluster::ClusterError::kind), [ClusterErrorKind::NotFound; 3]);
    Ok(())
}
