//! Items that run as units of their own, on an engine in memory that takes units away.

mod engine;
mod pipelines;

use self::{engine::Cluster, pipelines::*};
use super::{Children, Part};
use runnable::prelude::*;
use runnable_store::{Json, RunStatus};
use std::{
    collections::BTreeSet,
    sync::{PoisonError, atomic::Ordering},
    time::Duration,
};

#[tokio::test(flavor = "multi_thread")]
async fn items_that_run_as_units_of_their_own_equal_a_run_in_the_process() -> Result<(), runnable::BoxError> {
    let expected = digest(8).execute().await?;
    let cluster = Cluster::new(&digest(8), "equal", &["docs"], Vec::new(), true).await;
    let outcome = cluster.run().await;
    assert_eq!(outcome.status, RunStatus::Succeeded, "{outcome:?}");
    let output = cluster.runner.read_output::<Digest>(&Json::from(outcome.output.expect("an output")))?;
    assert_eq!(output.report, expected.report);
    assert_eq!((cluster.check(), cluster.engine.begun.load(Ordering::Relaxed)), (9, 9));
    cluster.check_log().await;
    // The copy in the run log can be forked: nothing runs again but the last step.
    let forked = cluster.runner.fork::<Digest>("equal", "sum").run_id("forked").await?;
    assert_eq!(forked.report, expected.report);
    let paid =
        PAID.lock().unwrap_or_else(PoisonError::into_inner).iter().filter(|paid| paid.starts_with("equal ")).count();
    assert_eq!(paid, 8);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn units_that_are_taken_away_at_any_part_end_like_an_undisturbed_run() -> Result<(), runnable::BoxError> {
    let (expected, mut interrupted) = (digest(6).execute().await?, 0);
    for (stops_runs, stop) in (1..14).flat_map(|stop| [(true, stop), (false, stop)]) {
        let run = format!("taken-{stops_runs}-{stop}");
        let cluster = Cluster::new(&digest(6), &run, &["docs"], vec![stop, stop + 2], stops_runs).await;
        let outcome = cluster.run().await;
        cluster.check();
        cluster.check_log().await;
        let prefix = format!("{run} ");
        let paid = PAID.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let paid: Vec<_> = paid.iter().filter(|paid| paid.starts_with(&prefix)).collect();
        assert_eq!(paid.iter().collect::<BTreeSet<_>>().len(), paid.len(), "{run}: an effect was repeated: {paid:?}");
        if outcome.status == RunStatus::Failed {
            // Nobody knows whether the payment was made.
            let error = outcome.error(&cluster.runner);
            assert!(
                error.message().contains("`effect = \"once\"`") && error.path().to_string().ends_with("/pay"),
                "{error:#}"
            );
            assert!(!stops_runs, "the steps of items are not interrupted: {error:#}");
            interrupted += 1;
            continue;
        }
        let output = cluster.runner.read_output::<Digest>(&Json::from(outcome.output.expect("an output")))?;
        assert_eq!((output.report, paid.len()), (expected.report.clone(), 6), "{run}");
    }
    assert!((1..10).contains(&interrupted), "{interrupted} payments were interrupted");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn maps_in_maps_are_spread_in_any_combination() -> Result<(), runnable::BoxError> {
    let expected = nested(5).execute().await?.total;
    for (spread, units) in [(&["groups"][..], 6), (&["numbers"], 11), (&["groups", "numbers"], 16)] {
        for (stop, stops_runs) in [(0, true), (1, true), (3, true), (1, false), (2, false)] {
            let cluster = Cluster::new(&nested(5), "nested", spread, vec![stop], stops_runs).await;
            let outcome = cluster.run().await;
            assert_eq!(outcome.status, RunStatus::Succeeded, "{spread:?} {stop}: {outcome:?}");
            let output = cluster.runner.read_output::<Nested>(&Json::from(outcome.output.expect("an output")))?;
            assert_eq!(output.total, expected, "{spread:?} {stop}");
            cluster.check();
            cluster.check_log().await;
            if stop == 0 {
                assert_eq!(cluster.engine.begun.load(Ordering::Relaxed), units, "{spread:?}");
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_fails_elsewhere_fails_the_run_with_its_path_and_causes() -> Result<(), runnable::BoxError> {
    let here = broken(6).execute().await.map(drop).unwrap_err();
    for (stop, stops_runs) in [(0, true), (2, true), (3, true), (1, false), (2, false)] {
        let cluster = Cluster::new(&broken(6), "broken", &["numbers"], vec![stop], stops_runs).await;
        let outcome = cluster.run().await;
        let there = outcome.error(&cluster.runner);
        assert_eq!(
            (outcome.status, there.path(), there.kind()),
            (RunStatus::Failed, here.path(), here.kind()),
            "{stop}"
        );
        assert_eq!(format!("{there:#}"), format!("{here:#}"));
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_try_recovers_from_an_item_that_fails_elsewhere() -> Result<(), runnable::BoxError> {
    let expected = mended(6).execute().await?.x;
    for (stop, stops_runs) in (0..8).flat_map(|stop| [(stop, true), (stop, false)]) {
        let cluster = Cluster::new(&mended(6), "mended", &["numbers"], vec![stop], stops_runs).await;
        let outcome = cluster.run().await;
        assert_eq!(outcome.status, RunStatus::Succeeded, "{stop}: {outcome:?}");
        let output = cluster.runner.read_output::<Mended>(&Json::from(outcome.output.expect("an output")))?;
        assert_eq!(output.x, expected, "{stop} {stops_runs}");
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn items_that_fail_elsewhere_are_collected_with_their_paths_and_causes() -> Result<(), runnable::BoxError> {
    let shown = |x: &runnable::Result<usize>| x.as_ref().map_or_else(|error| format!("{error:#}"), ToString::to_string);
    let expected: Vec<_> = collected(6).execute().await?.x.iter().map(shown).collect();
    assert_eq!(expected[3..5], [3, 4].map(|i| format!("step `numbers[{i}]/odd` failed: three is odd")));
    for (stop, stops_runs) in (0..10).flat_map(|stop| [(stop, true), (stop, false)]) {
        let cluster = Cluster::new(&collected(6), "collected", &["numbers"], vec![stop], stops_runs).await;
        let outcome = cluster.run().await;
        assert_eq!(outcome.status, RunStatus::Succeeded, "{stop}: {outcome:?}");
        let output = cluster.runner.read_output::<Collected>(&Json::from(outcome.output.expect("an output")))?;
        assert_eq!(output.x.iter().map(shown).collect::<Vec<_>>(), expected, "{stop} {stops_runs}");
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_run_ends_after_its_items() -> Result<(), runnable::BoxError> {
    for wait in [0, 1, 5, 20, 100] {
        let cluster = Cluster::new(&hanging(4), "cancelled", &["numbers"], Vec::new(), true).await;
        let cancel = async {
            tokio::time::sleep(Duration::from_millis(wait)).await;
            while !cluster.engine.units.get().expect("units").cancel("cancelled") {
                tokio::time::sleep(Duration::from_millis(1)).await;
            }
            std::future::pending::<()>().await;
        };
        let outcome = tokio::select! {
            outcome = cluster.run() => outcome,
            () = cancel => unreachable!("it waits for ever"),
        };
        assert_eq!(outcome.status, RunStatus::Cancelled, "{wait}");
        cluster.check();
        cluster.check_log().await;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_cancelled_between_two_workers_ends_after_its_items() -> Result<(), runnable::BoxError> {
    for (wait, begins) in [(0, false), (5, false), (0, true), (5, true)] {
        let cluster = Cluster::new(&hanging(4), "between", &["numbers"], Vec::new(), true).await;
        let units = cluster.engine.units.get().expect("units");
        // The first worker asks for the items, and dies.
        let mut live = cluster.engine.begin(&cluster.unit, false);
        while cluster.engine.outcomes.lock().expect("no panic").len() < 4 {
            tokio::select! {
                part = live.next() => {
                    let mut parts = cluster.engine.parts.lock().expect("no panic");
                    parts.entry("between".to_owned()).or_default().push(part?);
                    live.durable();
                }
                () = tokio::time::sleep(Duration::from_millis(1)) => {}
            }
        }
        tokio::time::sleep(Duration::from_millis(wait)).await;
        drop(live);
        // The second is to cancel the run as soon as it begins, or a little later.
        let mut live = cluster.engine.begin(&cluster.unit, !begins);
        units.cancel("between");
        loop {
            let part = tokio::time::timeout(Duration::from_secs(20), live.next()).await??;
            let is_last = Part::decode(&part)?.is_last();
            live.durable();
            if is_last {
                break;
            }
        }
        assert_eq!(live.outcome().await?.status, RunStatus::Cancelled, "{wait} {begins}");
        cluster.check();
        assert_eq!(Children::active(&cluster.engine, &cluster.unit).await?, Vec::<String>::new());
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_is_cancelled_without_need_begins_again() -> Result<(), runnable::BoxError> {
    let expected = digest(4).execute().await?;
    let cluster = Cluster::new(&digest(4), "again", &["docs"], Vec::new(), true).await;
    let cancel = async {
        let (units, mut cancelled) = (cluster.engine.units.get().expect("units"), 0);
        while cancelled < 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
            for item in 1..3 {
                cancelled += u32::from(units.cancel(&format!("again~docs=5B{item}=5D~1")));
            }
        }
        std::future::pending::<()>().await;
    };
    let outcome = tokio::select! {
        outcome = cluster.run() => outcome,
        () = cancel => unreachable!("it waits for ever"),
    };
    assert_eq!(outcome.status, RunStatus::Succeeded, "{outcome:?}");
    let output = cluster.runner.read_output::<Digest>(&Json::from(outcome.output.expect("an output")))?;
    assert_eq!(output.report, expected.report);
    cluster.check();
    assert!(cluster.engine.begun.load(Ordering::Relaxed) > 5, "an item has two units");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_history_is_kept_once_for_all_items() -> Result<(), runnable::BoxError> {
    let expected = long_way(400).execute().await?.x;
    let cluster = Cluster::new(&long_way(400), "long", &["numbers"], Vec::new(), true).await;
    let outcome = cluster.run().await;
    assert_eq!(outcome.status, RunStatus::Succeeded, "{outcome:?}");
    let output = cluster.runner.read_output::<LongWay>(&Json::from(outcome.output.expect("an output")))?;
    assert_eq!(output.x, expected);
    cluster.check();
    let kept = cluster.events.kept_messages();
    assert!((30..200).contains(&kept), "{kept} messages of 1,000 bytes");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_map_over_a_stream_is_not_spread() -> Result<(), runnable::BoxError> {
    let cluster = Cluster::new(&streamed(4), "streamed", &["x"], Vec::new(), true).await;
    let outcome = cluster.run().await;
    let error = outcome.error(&cluster.runner);
    assert_eq!(outcome.status, RunStatus::Failed);
    assert!(error.message().starts_with("the items of `x` come from a stream"), "{error:#}");
    cluster.check();
    let cluster = Cluster::new(&streamed(4), "here", &[], Vec::new(), true).await;
    assert_eq!(cluster.run().await.status, RunStatus::Succeeded);
    Ok(())
}
