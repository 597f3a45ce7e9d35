//! Items that run on other workers.

use crate::{
    faults::check,
    machines::{Engine, Machines, Seen, on_each_engine},
    servers::servers,
};
use runnable::{
    prelude::*,
    runner::Runner,
    store::{RunFilter, RunStatus},
};
use runnable_cluster::ClusterErrorKind;
use runnable_tests_cluster::{Broken, DigestAll, Mended, Nested, Waits, broken, digest_all, mended, nested, waits};
use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

on_each_engine!(
    twenty_items_on_two_workers_equal_a_run_in_the_process,
    a_reader_of_a_spread_run_that_is_cut_reads_the_same,
    a_spread_run_survives_the_kill_of_any_worker,
    the_error_of_an_item_on_another_worker_has_its_path_and_message,
    a_cancelled_run_leaves_no_item_behind,
    items_in_items_are_spread,
);

type Outcome = Result<(), Box<dyn std::error::Error>>;

async fn twenty_items_on_two_workers_equal_a_run_in_the_process(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::spread(engine, servers, 2, &["docs"]).await;
    let expected = digest_all(20, 2).execute().await?;
    machines.cluster.start(digest_all(20, 2)).run_id("spread/1").await?;
    check(&machines, "spread/1", &expected).await?;
    let seen = Seen::read(&machines.cluster, "spread/1", 0, usize::MAX).await?;
    let items: BTreeSet<_> = seen.seqs.iter().map(|(item, _)| item.as_str()).collect();
    assert_eq!(items.len(), 21, "{items:?}");
    assert!(machines.starts().0.values().all(|count| *count == 1), "{:?}", machines.starts());
    assert_eq!(machines.workers_with_starts(), 2);

    // The copy in the run log has everything, in one sequence.
    let url = format!("sqlite:{}", machines.folder.path().join("runs.db").display());
    let runner = Runner::builder().run_log(&url).build().await?;
    runner.log()?.check().await?;
    let events = runner.log()?.events("spread/1", 0, 10_000).await?;
    let types: Vec<_> = events.iter().map(|event| event.event_type.as_str().to_owned()).collect();
    assert_eq!(types, seen.all.iter().map(|(event_type, _)| event_type.clone()).collect::<Vec<_>>());
    let forked = runner.fork::<DigestAll>("spread/1", "sum").run_id("forked").await?;
    assert_eq!(forked.report, expected.report);
    Ok(())
}

async fn a_reader_of_a_spread_run_that_is_cut_reads_the_same(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::spread(engine, servers, 2, &["docs"]).await;
    machines.cluster.start(digest_all(6, 3)).run_id("spread-cut").await?;
    let whole = Seen::read(&machines.cluster, "spread-cut", 0, usize::MAX).await?;
    whole.check();
    for limit in [3, 16] {
        let mut read = Seen::default();
        while read.ids.len() < whole.ids.len() {
            let after = read.ids.last().copied().unwrap_or(0);
            read.append(Seen::read(&machines.cluster, "spread-cut", after, limit).await?);
        }
        assert_eq!((&read.ids, &read.all, &read.seqs), (&whole.ids, &whole.all, &whole.seqs));
    }
    Ok(())
}

async fn a_spread_run_survives_the_kill_of_any_worker(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let mut machines = Machines::spread(engine, servers, 2, &["docs"]).await;
    let expected = digest_all(6, 20).execute().await?;
    let rounds = std::env::var("RUNNABLE_CLUSTER_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(4_u64);
    for round in 0..rounds {
        let run = format!("spread-killed-{round}");
        machines.forget_starts();
        machines.cluster.start(digest_all(6, 20)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(60 + round * 97 % 350)).await;
        machines.kill(usize::from(round % 2 == 0));
        check(&machines, &run, &expected).await?;
    }
    Ok(())
}

async fn the_error_of_an_item_on_another_worker_has_its_path_and_message(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::spread(engine, servers, 2, &["items"]).await;
    machines.cluster.start(broken(6)).run_id("spread-broken").await?;
    let error = machines.cluster.output::<Broken>("spread-broken").await.map(drop).unwrap_err();
    let (here, there) = (broken(6).execute().await.map(drop).unwrap_err(), error.run_error().expect("an error"));
    assert_eq!(format!("{there:#}"), format!("{here:#}"));
    assert_eq!((there.path(), there.kind()), (here.path(), here.kind()));
    Seen::read(&machines.cluster, "spread-broken", 0, usize::MAX).await?.check();

    machines.cluster.start(mended(6)).run_id("spread-mended").await?;
    let output = machines.cluster.output::<Mended>("spread-mended").await?;
    assert_eq!(output.x, mended(6).execute().await?.x);
    Seen::read(&machines.cluster, "spread-mended", 0, usize::MAX).await?.check();
    Ok(())
}

async fn a_cancelled_run_leaves_no_item_behind(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::spread(engine, servers, 2, &["items", "docs"]).await;
    for ms in [0, 5, 30, 100, 300] {
        let run = format!("spread-cancelled-{ms}");
        machines.cluster.start(waits(8, 600)).run_id(run.as_str()).await?;
        tokio::time::sleep(Duration::from_millis(ms)).await;
        if ms == 300 && engine == Engine::Restate {
            assert_eq!(machines.invocations_of(&run).await.len(), 9, "the run and its items");
        }
        let start = Instant::now();
        machines.cluster.cancel(&run).await?;
        assert!(start.elapsed() < Duration::from_secs(3), "{run}: {:?}", start.elapsed());
        let error = machines.cluster.output::<Waits>(&run).await.map(drop).unwrap_err();
        assert_eq!(error.kind(), ClusterErrorKind::Run);
        Seen::read(&machines.cluster, &run, 0, usize::MAX).await?.check();
        let running = machines.cluster.list(&RunFilter::new().status(RunStatus::Running)).await?;
        assert!(!running.iter().any(|other| other.id == run), "{run} is active");
        machines.no_invocation_of(&run).await;
    }
    Ok(())
}

async fn items_in_items_are_spread(engine: Engine) -> Outcome {
    let Some(servers) = servers() else { return Ok(()) };
    let machines = Machines::spread(engine, servers, 2, &["items", "numbers"]).await;
    machines.cluster.start(nested(5)).run_id("spread-nested").await?;
    let output = machines.cluster.output::<Nested>("spread-nested").await?;
    assert_eq!(output.total, nested(5).execute().await?.total);
    let seen = Seen::read(&machines.cluster, "spread-nested", 0, usize::MAX).await?;
    seen.check();
    let items: BTreeSet<_> = seen.seqs.iter().map(|(item, _)| item.as_str()).collect();
    assert!(items.contains("items[4]/numbers[3]"), "{items:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_map_is_refused_with_a_proposal() -> Outcome {
    use runnable::runner::Config;
    let taken = |spread: &str| {
        let variables = [
            ("RUNNABLE_ENGINE__URL", "restate:http://127.0.0.1:1"),
            ("RUNNABLE_ENGINE__ADMIN", "http://127.0.0.1:1"),
            ("RUNNABLE_EVENTS__URL", "nats://127.0.0.1:1"),
            ("RUNNABLE_ENGINE__SPREAD", spread),
        ];
        let config = Config::builder().environment(&variables.into_iter().collect()).build().expect("a configuration");
        runnable_cluster::Worker::new(config).pipeline::<Nested>().serve()
    };
    let error = taken("item").await.expect_err("an unknown map");
    assert_eq!(error.kind(), ClusterErrorKind::Config);
    assert_eq!(
        error.to_string(),
        "`engine.spread`: no pipeline of this worker has a map `item`\nhelp: did you mean `items`?"
    );
    let error = taken("zzzzzzzz").await.expect_err("an unknown map");
    assert!(error.to_string().ends_with("help: the maps are `items`, `numbers`"), "{error}");
    Ok(())
}
