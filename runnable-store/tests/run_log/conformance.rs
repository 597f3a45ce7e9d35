//! Written once, and passed by every log.

use crate::support::{
    LATER, LEASE, all_events, artifact, ended, event, json, new_run, of, record, run_ended, started, told,
};
use runnable_store::{
    CodeIdentity, MemoryLog, NewRun, RunFilter, RunLog, RunStatus, SqliteLog, StepStatus, StoreErrorKind, Write,
};
use std::{sync::Arc, time::Duration};

/// Runs each of these functions over each log.
macro_rules! conformance {
    ($($name:ident)*) => {
        mod memory {
            $(#[tokio::test]
            async fn $name() {
                super::$name(super::Arc::new(super::MemoryLog::new())).await;
            })*
        }
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                let directory = tempfile::tempdir().unwrap();
                let log = super::Arc::new(super::SqliteLog::open(directory.path().join("runs.db")).await.unwrap());
                super::$name(log.clone()).await;
                super::RunLog::check(&*log).await.unwrap();
            })*
        }
        #[cfg(feature = "postgres")]
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                if let Some(log) = crate::postgres::log(stringify!($name)).await {
                    super::$name(log.clone()).await;
                    super::RunLog::check(&*log).await.unwrap();
                }
            })*
        }
    };
}

conformance! {
    a_run_is_what_was_created
    a_run_ends_as_it_was_told
    two_runs_of_one_id_are_refused
    what_is_not_there_is_none_or_empty
    a_definition_is_kept_once_and_while_a_run_has_it
    steps_come_in_the_order_in_which_they_began
    how_an_attempt_ended_may_be_told_anew
    events_come_after_a_number_and_up_to_a_limit
    an_event_that_is_not_the_next_is_refused_with_all_that_came_with_it
    a_run_that_is_not_ours_cannot_be_written
    an_ended_run_takes_nothing_more
    what_cannot_be_the_end_is_refused
    files_come_as_they_were_recorded
    runs_are_listed_the_newest_first
    a_live_run_cannot_be_claimed
    an_ended_run_goes_on_where_it_was
    of_many_that_claim_a_run_one_gets_it
    the_runs_of_a_dead_owner_are_buried_once
    a_lease_that_ends_interrupts_its_runs
    compaction_loses_nothing_and_is_done_once
    a_packed_run_goes_on
    pruning_takes_what_is_old_and_leaves_what_runs
    many_writes_at_once_keep_their_order
    texts_stay_as_they_are
}

async fn a_run_is_what_was_created(log: Arc<dyn RunLog>) {
    let code =
        CodeIdentity { name: Some("app".into()), version: Some("1.2.3".into()), git_sha: None, dirty: Some(true) };
    let run = NewRun {
        tag: Some("nightly".into()),
        parent: Some("P".into()),
        code: Some(code.clone()),
        started: 77,
        ..new_run("A")
    };
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&run, "O").await.unwrap();
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!(
        (record.id.as_str(), record.pipeline.as_str(), record.definition_hash.as_str()),
        ("A", "digest", "hash")
    );
    assert_eq!((record.status, record.started, record.ended, record.last_seq), (RunStatus::Running, 77, None, 0));
    assert_eq!(
        (record.tag.as_deref(), record.parent.as_deref(), record.code),
        (Some("nightly"), Some("P"), Some(code))
    );
    assert_eq!(
        (record.input.get(), record.output.is_none(), record.error.is_none()),
        (r#"{"prompt":"hi"}"#, true, true)
    );
}

async fn a_run_ends_as_it_was_told(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Succeeded)).await;
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!((record.status, record.ended, record.last_seq), (RunStatus::Succeeded, Some(9_000), 2));
    assert_eq!(record.output.unwrap().get(), r#"{"text":"all"}"#);
}

async fn two_runs_of_one_id_are_refused(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Failed)).await;
    let error = log.create(&new_run("A"), "O").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Exists);
    assert!(error.to_string().contains("`A`"), "{error}");
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Failed);
}

async fn what_is_not_there_is_none_or_empty(log: Arc<dyn RunLog>) {
    assert!(log.run("A").await.unwrap().is_none());
    assert!(log.definition("hash").await.unwrap().is_none());
    assert!(log.steps("A").await.unwrap().is_empty());
    assert!(log.events("A", 0, 10).await.unwrap().is_empty());
    assert!(log.artifacts("A").await.unwrap().is_empty());
    assert_eq!(log.claim("A", "O").await.unwrap_err().kind(), StoreErrorKind::NotFound);
    assert!(log.mark_interrupted().await.unwrap().is_empty());
}

async fn a_definition_is_kept_once_and_while_a_run_has_it(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Succeeded)).await;
    record(&*log, "B", "O", &[], None).await;
    assert_eq!(log.definition("hash").await.unwrap().unwrap().get(), r#"{"steps":[]}"#);
    log.prune(LATER).await.unwrap();
    assert!(log.definition("hash").await.unwrap().is_some());
    log.append(&of("B", [run_ended(RunStatus::Succeeded)])).await.unwrap();
    log.prune(LATER).await.unwrap();
    assert!(log.definition("hash").await.unwrap().is_none());
}

async fn steps_come_in_the_order_in_which_they_began(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.append(&of("A", [started("z", 1), event(3, "chunk"), started("a", 1)])).await.unwrap();
    let error = Some(json(r#"{"code":"x"}"#));
    let failed =
        Write::StepEnded { path: "z".into(), attempt: 1, at: 5, status: StepStatus::Failed, output: None, error };
    log.append(&of("A", [failed, started("z", 2), ended("z", 2)])).await.unwrap();
    let steps = log.steps("A").await.unwrap();
    let told: Vec<_> = steps.iter().map(|step| (step.path.as_str(), step.attempt, step.status, step.ended)).collect();
    assert_eq!(
        told,
        [
            ("z", 1, StepStatus::Failed, Some(5)),
            ("a", 1, StepStatus::Running, None),
            ("z", 2, StepStatus::Succeeded, Some(2)),
        ]
    );
    assert_eq!(steps[0].error.as_ref().unwrap().get(), r#"{"code":"x"}"#);
    assert_eq!(steps[2].output.as_ref().unwrap().get(), r#"{"text":"done"}"#);
    assert_eq!(steps[1].inputs.as_ref().unwrap().get(), r#"{"url":"x"}"#);
}

async fn how_an_attempt_ended_may_be_told_anew(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let anew = [("a", StepStatus::Failed), ("a", StepStatus::Recovered), ("b", StepStatus::Interrupted)].map(
        |(path, status)| Write::StepEnded { path: path.into(), attempt: 1, at: 5, status, output: None, error: None },
    );
    log.append(&of("A", [started("a", 1), started("b", 1)].into_iter().chain(anew))).await.unwrap();
    let told: Vec<_> = log.steps("A").await.unwrap().into_iter().map(|step| step.status).collect();
    assert_eq!(told, [StepStatus::Recovered, StepStatus::Interrupted]);
}

async fn events_come_after_a_number_and_up_to_a_limit(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &["step.started", "chunk", "chunk"], None).await;
    let page = log.events("A", 2, 2).await.unwrap();
    assert_eq!(page.iter().map(|event| event.seq).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(told(&page[0]), r#"3 1003 ["fetch","llm[2]"] 1 chunk Some("{\"text\":\"3 ä\"}")"#);
    assert!(log.events("A", 5, 2).await.unwrap().is_empty());
    assert!(log.events("A", u64::MAX, 2).await.unwrap().is_empty());
    assert_eq!(log.events("A", 0, usize::MAX).await.unwrap().len(), 5);
}

async fn an_event_that_is_not_the_next_is_refused_with_all_that_came_with_it(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    for wrong in [2, 4] {
        let error = log.append(&of("A", [started("a", 1), event(wrong, "chunk")])).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{error}");
        assert!(log.steps("A").await.unwrap().is_empty());
    }
    log.append(&of("A", [started("a", 1), event(3, "chunk")])).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, 3);
}

async fn a_run_that_is_not_ours_cannot_be_written(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let writes = [of("A", [started("a", 1)]), of("B", [started("b", 1)])].concat();
    assert_eq!(log.append(&writes).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    assert!(log.steps("A").await.unwrap().is_empty());
}

async fn an_ended_run_takes_nothing_more(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Cancelled)).await;
    assert_eq!(log.append(&of("A", [event(3, "chunk")])).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    record(&*log, "B", "O", &[], None).await;
    let after = of("B", [run_ended(RunStatus::Failed), started("a", 1)]);
    assert_eq!(log.append(&after).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    assert_eq!(log.run("B").await.unwrap().unwrap().status, RunStatus::Running);
}

async fn what_cannot_be_the_end_is_refused(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let running = Write::StepEnded {
        path: "a".into(),
        attempt: 1,
        at: 5,
        status: StepStatus::Running,
        output: None,
        error: None,
    };
    for wrong in [running, run_ended(RunStatus::Running)] {
        assert_eq!(log.append(&of("A", [wrong])).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    }
}

async fn files_come_as_they_were_recorded(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let files = [artifact("out/b.csv"), artifact("out/a \"q\".csv")];
    log.append(&of("A", files.clone().map(Write::Artifact))).await.unwrap();
    assert_eq!(log.artifacts("A").await.unwrap(), files);
    assert!(log.steps("A").await.unwrap().is_empty());
}

async fn runs_are_listed_the_newest_first(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    for (id, pipeline, tag) in [("C", "x", Some("t")), ("A", "y", None), ("B", "x", Some("t")), ("D", "x", Some("u"))] {
        let run = NewRun { pipeline: pipeline.into(), tag: tag.map(Into::into), ..new_run(id) };
        log.create(&run, "O").await.unwrap();
    }
    log.append(&of("D", [run_ended(RunStatus::Failed)])).await.unwrap();
    let all = RunFilter { limit: 10, ..RunFilter::default() };
    let cases = [
        (all.clone(), vec!["D", "B", "A", "C"]),
        (RunFilter { limit: 2, ..all.clone() }, vec!["D", "B"]),
        (RunFilter { pipeline: Some("x".into()), ..all.clone() }, vec!["D", "B", "C"]),
        (RunFilter { tag: Some("t".into()), ..all.clone() }, vec!["B", "C"]),
        (RunFilter { status: Some(RunStatus::Failed), ..all.clone() }, vec!["D"]),
        (RunFilter { before: Some("A".into()), ..all.clone() }, vec!["C"]),
        (RunFilter { before: Some("nobody".into()), ..all }, vec![]),
    ];
    for (filter, expected) in cases {
        let runs = log.runs(&filter).await.unwrap();
        assert_eq!(runs.iter().map(|run| run.id.as_str()).collect::<Vec<_>>(), expected, "{filter:?}");
    }
}

async fn a_live_run_cannot_be_claimed(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.renew_lease("P", LEASE).await.unwrap();
    let error = log.claim("A", "P").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Live);
    assert!(log.mark_interrupted().await.unwrap().is_empty());
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

async fn an_ended_run_goes_on_where_it_was(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.append(&of("A", [started("a", 1), run_ended(RunStatus::Failed)])).await.unwrap();
    let claimed = log.claim("A", "O").await.unwrap();
    assert_eq!((claimed.status, claimed.ended, claimed.last_seq), (RunStatus::Running, None, 2));
    assert!(claimed.output.is_none());
    log.append(&of("A", [ended("a", 1), started("a", 2), event(3, "chunk"), run_ended(RunStatus::Succeeded)]))
        .await
        .unwrap();
    assert_eq!(log.steps("A").await.unwrap().len(), 2);
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!((record.status, record.last_seq), (RunStatus::Succeeded, 3));
}

async fn of_many_that_claim_a_run_one_gets_it(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Failed)).await;
    let claims = (0..16).map(|i| {
        let log = Arc::clone(&log);
        async move {
            let owner = format!("P{i}");
            log.renew_lease(&owner, LEASE).await.unwrap();
            log.claim("A", &owner).await.map_err(|error| error.kind())
        }
    });
    let results = futures_util::future::join_all(claims).await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1);
    assert_eq!(results.iter().filter(|result| result.as_ref().err() == Some(&StoreErrorKind::Live)).count(), 15);
}

async fn the_runs_of_a_dead_owner_are_buried_once(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    record(&*log, "B", "P", &[], None).await;
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    log.mark_interrupted().await.unwrap();
    let status = async |id: &str| log.run(id).await.unwrap().unwrap().status;
    assert_eq!((status("A").await, status("B").await), (RunStatus::Interrupted, RunStatus::Running));
    assert!(log.run("A").await.unwrap().unwrap().ended.is_some());
    assert!(log.mark_interrupted().await.unwrap().is_empty());
    log.claim("A", "P").await.unwrap();
}

async fn a_lease_that_ends_interrupts_its_runs(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Interrupted);
    assert_eq!(log.append(&of("A", [event(3, "chunk")])).await.unwrap_err().kind(), StoreErrorKind::Invalid);
}

/// Kinds of events such that some fold and some do not.
fn varied(n: usize) -> Vec<&'static str> {
    (0..n).map(|i| if i % 7 == 0 { "status" } else { "chunk" }).collect()
}

async fn compaction_loses_nothing_and_is_done_once(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &varied(100), Some(RunStatus::Succeeded)).await;
    record(&*log, "long", "O", &vec!["chunk"; 1500], Some(RunStatus::Succeeded)).await;
    record(&*log, "live", "O", &["chunk"; 20], None).await;
    let (before, at_length) = (all_events(&*log, "A").await, all_events(&*log, "long").await);
    assert_eq!(log.compact(9_000).await.unwrap(), 0);
    assert_eq!(log.compact(LATER).await.unwrap(), 2);
    assert_eq!(log.compact(LATER).await.unwrap(), 0);
    assert_eq!(all_events(&*log, "A").await, before);
    assert_eq!(all_events(&*log, "long").await, at_length);
    for after in 0..=before.len() {
        for limit in [1, 5, 1000] {
            let page = log.events("A", after as u64, limit).await.unwrap();
            let expected = before.iter().skip(after).take(limit).collect::<Vec<_>>();
            assert_eq!(page.iter().map(told).collect::<Vec<_>>().iter().collect::<Vec<_>>(), expected);
        }
    }
    assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, 102);
    log.append(&of("live", [event(23, "chunk")])).await.unwrap();
}

async fn a_packed_run_goes_on(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &["chunk"; 10], Some(RunStatus::Failed)).await;
    log.compact(LATER).await.unwrap();
    assert_eq!(log.claim("A", "O").await.unwrap().last_seq, 12);
    log.append(&of("A", (13..20).map(|seq| event(seq, "chunk")))).await.unwrap();
    log.append(&of("A", [run_ended(RunStatus::Succeeded)])).await.unwrap();
    let before = all_events(&*log, "A").await;
    assert_eq!(log.compact(LATER).await.unwrap(), 1);
    assert_eq!(all_events(&*log, "A").await, before);
    assert_eq!(before.len(), 19);
}

async fn pruning_takes_what_is_old_and_leaves_what_runs(log: Arc<dyn RunLog>) {
    record(&*log, "old", "O", &["chunk"], None).await;
    let files = [Write::Artifact(artifact("a")), started("a", 1), ended("a", 1), run_ended(RunStatus::Failed)];
    log.append(&of("old", files)).await.unwrap();
    record(&*log, "live", "O", &[], None).await;
    assert!(log.prune(9_000).await.unwrap().is_empty());
    assert_eq!(log.prune(9_001).await.unwrap(), ["old"]);
    assert!(log.run("old").await.unwrap().is_none());
    assert!(log.events("old", 0, 10).await.unwrap().is_empty());
    assert!(log.artifacts("old").await.unwrap().is_empty());
    assert!(log.steps("old").await.unwrap().is_empty());
    log.create(&new_run("old"), "O").await.unwrap();
    assert_eq!(log.run("live").await.unwrap().unwrap().status, RunStatus::Running);
}

async fn many_writes_at_once_keep_their_order(log: Arc<dyn RunLog>) {
    for n in [1, 63, 64, 65, 128, 300] {
        let (a, b) = (format!("A{n}"), format!("B{n}"));
        record(&*log, &a, "O", &[], None).await;
        record(&*log, &b, "O", &[], None).await;
        let of_a = (3..3 + n).flat_map(|seq| [event(seq, "chunk"), started(&format!("s{seq}"), 1)]);
        let of_b = (3..3 + n).map(|seq| event(seq, "chunk")).chain([run_ended(RunStatus::Succeeded)]);
        log.append(&[of(&a, of_a), of(&b, of_b)].concat()).await.unwrap();
        assert_eq!(log.run(&a).await.unwrap().unwrap().last_seq, n + 2);
        assert_eq!(all_events(&*log, &b).await, all_events(&*log, &a).await);
        let steps = log.steps(&a).await.unwrap();
        assert!(steps.iter().map(|step| step.path.clone()).eq((3..3 + n).map(|seq| format!("s{seq}"))));
        assert_eq!(log.run(&b).await.unwrap().unwrap().status, RunStatus::Succeeded);
    }
}

async fn texts_stay_as_they_are(log: Arc<dyn RunLog>) {
    let text = r#"{ "b":1.0,  "a":[1e5,"\u0000\ud83d\ude00 'ä'"], "b":2 }"#;
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&NewRun { input: json(text), ..new_run("A") }, "O").await.unwrap();
    let Write::Event(mut one) = event(1, "chunk") else { unreachable!() };
    one.data = Some(json(text));
    log.append(&of("A", [Write::Event(one), event(2, "chunk"), run_ended(RunStatus::Failed)])).await.unwrap();
    log.compact(LATER).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().input.get(), text);
    assert_eq!(log.events("A", 0, 1).await.unwrap()[0].data.as_ref().unwrap().get(), text);
}
