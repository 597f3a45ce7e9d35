//! Runs and their entries.

use super::conformance;
use crate::support::{LEASE, artifact, at, ended, event, json, later, new_run, of, record, run_ended, started, text};
use runnable_store::{
    ArmRecord, CodeIdentity, HashedInput, RunFilter, RunLog, RunProgress, RunStatus, StepStatus, StoreErrorKind, Write,
};
use std::{sync::Arc, time::Duration};

conformance! {
    a_created_run_is_recorded_as_given
    a_run_ends_with_its_status_and_output
    the_progress_of_a_run_is_that_in_its_record
    a_second_run_with_the_same_id_is_refused
    an_unknown_run_is_none_or_empty
    a_definition_is_kept_while_a_run_has_it
    a_definition_has_the_graph_of_the_first_run_that_was_recorded_with_a_graph
    steps_are_listed_in_the_order_in_which_they_started
    arms_are_listed_with_the_attempts_before_them
    inputs_that_are_hashed_or_unchecked_are_part_of_their_attempt
    a_resumed_run_may_record_another_end_of_an_attempt
    events_are_read_after_a_number_and_up_to_a_limit
    an_event_out_of_order_is_refused_with_its_whole_append
    a_run_of_another_owner_cannot_be_written
    an_ended_run_refuses_writes
    an_end_with_the_status_running_is_refused
    files_are_listed_as_they_were_recorded
    runs_are_listed_newest_first
}

async fn a_created_run_is_recorded_as_given(log: Arc<dyn RunLog>) {
    let mut code = CodeIdentity::new("app", "1.2.3");
    code.dirty = Some(true);
    let mut run = new_run("A");
    (run.tag, run.parent) = (Some("nightly".into()), Some("P".into()));
    (run.code, run.started) = (Some(code.clone()), at(77) + Duration::from_micros(999));
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&run, "O").await.unwrap();
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!(
        (record.id.as_str(), record.pipeline.as_str(), record.definition_hash.as_str()),
        ("A", "digest", "hash")
    );
    assert_eq!((record.status, record.started, record.ended, record.last_seq), (RunStatus::Running, at(77), None, 0));
    assert_eq!(
        (record.tag.as_deref(), record.parent.as_deref(), record.code),
        (Some("nightly"), Some("P"), Some(code))
    );
    assert_eq!(
        (record.input.get(), record.output.is_none(), record.error.is_none()),
        (r#"{"prompt":"hi"}"#, true, true)
    );
}

async fn a_run_ends_with_its_status_and_output(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Succeeded)).await;
    let record = log.run("A").await.unwrap().unwrap();
    assert_eq!((record.status, record.ended, record.last_seq), (RunStatus::Succeeded, Some(at(9_000)), 2));
    assert_eq!(record.output.unwrap().get(), r#"{"text":"all"}"#);
}

async fn the_progress_of_a_run_is_that_in_its_record(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&new_run("A"), "O").await.unwrap();
    let mut seen = vec![];
    for writes in
        [vec![], vec![event(1, "chunk"), event(2, "chunk")], vec![event(3, "chunk"), run_ended(RunStatus::Failed)]]
    {
        if !writes.is_empty() {
            log.append(&of("A", writes)).await.unwrap();
        }
        let (progress, record) = (log.progress("A").await.unwrap().unwrap(), log.run("A").await.unwrap().unwrap());
        assert_eq!(progress, RunProgress::from(&record));
        seen.push((progress.status, progress.last_seq));
    }
    assert_eq!(seen, [(RunStatus::Running, 0), (RunStatus::Running, 2), (RunStatus::Failed, 3)]);
    log.claim("A", "O").await.unwrap();
    let progress = log.progress("A").await.unwrap().unwrap();
    assert_eq!((progress.status, progress.epoch), (RunStatus::Running, log.run("A").await.unwrap().unwrap().epoch));
    assert!(progress.epoch > 1);
}

async fn a_second_run_with_the_same_id_is_refused(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Failed)).await;
    let error = log.create(&new_run("A"), "O").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Exists);
    assert!(error.to_string().contains("`A`"), "{error}");
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Failed);
}

async fn an_unknown_run_is_none_or_empty(log: Arc<dyn RunLog>) {
    record(&*log, "known", "O", &["chunk"], None).await;
    // Also texts that a database cannot hold.
    for unknown in ["A", "", "known\0", "\0", "'; --", "KNOWN", "known "] {
        assert!(log.run(unknown).await.unwrap().is_none(), "{unknown:?}");
        assert!(log.progress(unknown).await.unwrap().is_none(), "{unknown:?}");
        assert!(log.definition(unknown).await.unwrap().is_none(), "{unknown:?}");
        assert!(log.steps(unknown).await.unwrap().is_empty(), "{unknown:?}");
        assert!(log.arms(unknown).await.unwrap().is_empty(), "{unknown:?}");
        assert!(log.events(unknown, 0, 10).await.unwrap().is_empty(), "{unknown:?}");
        assert!(log.artifacts(unknown).await.unwrap().is_empty(), "{unknown:?}");
        assert_eq!(log.claim(unknown, "O").await.unwrap_err().kind(), StoreErrorKind::NotFound, "{unknown:?}");
        for filter in [RunFilter::new().pipeline(unknown), RunFilter::new().tag(unknown)] {
            assert!(log.runs(&filter).await.unwrap().is_empty(), "{unknown:?}");
        }
    }
    assert!(log.mark_interrupted().await.unwrap().is_empty());
}

async fn a_definition_is_kept_while_a_run_has_it(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Succeeded)).await;
    record(&*log, "B", "O", &[], None).await;
    assert_eq!(log.definition("hash").await.unwrap().unwrap().get(), r#"{"steps":[]}"#);
    log.prune(later()).await.unwrap();
    assert!(log.definition("hash").await.unwrap().is_some());
    log.append(&of("B", [run_ended(RunStatus::Succeeded)])).await.unwrap();
    log.prune(later()).await.unwrap();
    assert!(log.definition("hash").await.unwrap().is_none());
}

async fn a_definition_has_the_graph_of_the_first_run_that_was_recorded_with_a_graph(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    for (id, graph, expected) in [("A", None, None), ("B", Some("[1]"), Some("[1]")), ("C", Some("[2]"), Some("[1]"))] {
        let mut run = new_run(id);
        run.graph = graph.map(json);
        log.create(&run, "O").await.unwrap();
        assert_eq!(log.graph("hash").await.unwrap().as_ref().map(|graph| graph.get()), expected, "{id}");
        let definition = log.definition("hash").await.unwrap().unwrap();
        assert_eq!(definition.get(), run.definition.get());
    }
    assert!(log.graph("other").await.unwrap().is_none());
}

async fn steps_are_listed_in_the_order_in_which_they_started(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.append(&of("A", [started("z", 1), event(3, "chunk"), started("a", 1)])).await.unwrap();
    let error = Some(json(r#"{"code":"x"}"#));
    let failed =
        Write::StepEnded { path: "z".into(), attempt: 1, at: at(5), status: StepStatus::Failed, output: None, error };
    log.append(&of("A", [failed, started("z", 2), ended("z", 2)])).await.unwrap();
    let steps = log.steps("A").await.unwrap();
    let statuses: Vec<_> =
        steps.iter().map(|step| (step.path.as_str(), step.attempt, step.status, step.ended)).collect();
    assert_eq!(
        statuses,
        [
            ("z", 1, StepStatus::Failed, Some(at(5))),
            ("a", 1, StepStatus::Running, None),
            ("z", 2, StepStatus::Succeeded, Some(at(2))),
        ]
    );
    assert_eq!(steps[0].error.as_ref().unwrap().get(), r#"{"code":"x"}"#);
    assert_eq!(steps[2].output.as_ref().unwrap().get(), r#"{"text":"done"}"#);
    assert_eq!(steps[1].inputs.as_ref().unwrap().get(), r#"{"url":"x"}"#);
}

async fn arms_are_listed_with_the_attempts_before_them(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let before = log.steps("A").await.unwrap().len();
    let arm = |path: &str, choice, arm| Write::Arm { path: path.to_owned(), choice, arm, at: at(5) };
    log.append(&of("A", [arm("", 0, 1), started("b", 1), arm("days[2]/plan", 3, 0), run_ended(RunStatus::Failed)]))
        .await
        .unwrap();
    let arms = [ArmRecord::new("", 0, 1, before), ArmRecord::new("days[2]/plan", 3, 0, before + 1)];
    assert_eq!(log.arms("A").await.unwrap(), arms);
    log.compact(later()).await.unwrap();
    assert_eq!(log.arms("A").await.unwrap(), arms);
    assert!(log.arms("B").await.unwrap().is_empty());
    log.check().await.unwrap();
}

async fn inputs_that_are_hashed_or_unchecked_are_part_of_their_attempt(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let mut set = HashedInput::new("set", "ab", 70_000);
    set.unordered = Some("cd".into());
    let hashed = vec![HashedInput::new("text", "ef", 65_537), set];
    let inputs = Write::StepInputs {
        path: "b".into(),
        attempt: 2,
        at: at(5),
        hashed: hashed.clone(),
        unchecked: vec!["client".into()],
    };
    log.append(&of("A", [started("b", 1), started("b", 2), inputs, ended("b", 2)])).await.unwrap();
    let steps = log.steps("A").await.unwrap();
    let [first, second] = &steps[steps.len() - 2..] else { panic!("two attempts") };
    assert!(first.hashed.is_empty() && first.unchecked.is_empty());
    assert_eq!((&second.hashed, second.unchecked.as_slice()), (&hashed, ["client".to_owned()].as_slice()));
    log.check().await.unwrap();
}

async fn a_resumed_run_may_record_another_end_of_an_attempt(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let anew = [("a", StepStatus::Failed), ("a", StepStatus::Recovered), ("b", StepStatus::Interrupted)].map(
        |(path, status)| Write::StepEnded {
            path: path.into(),
            attempt: 1,
            at: at(5),
            status,
            output: None,
            error: None,
        },
    );
    log.append(&of("A", [started("a", 1), started("b", 1)].into_iter().chain(anew))).await.unwrap();
    let statuses: Vec<_> = log.steps("A").await.unwrap().into_iter().map(|step| step.status).collect();
    assert_eq!(statuses, [StepStatus::Recovered, StepStatus::Interrupted]);
}

async fn events_are_read_after_a_number_and_up_to_a_limit(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &["step.started", "chunk", "chunk"], None).await;
    let page = log.events("A", 2, 2).await.unwrap();
    assert_eq!(page.iter().map(|event| event.seq).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(text(&page[0]), r#"3 1003 ["fetch","llm[2]"] 1 chunk Some("{\"text\":\"3 ä\"}")"#);
    for bytes in [0, 1, usize::MAX] {
        let page = log.event_page("A", 2, 9, bytes).await.unwrap();
        // Events that were written together may be read together.
        assert!(page[0].seq == 3 && (page.len() == 3 || bytes < usize::MAX), "{bytes}: {}", page.len());
    }
    assert!(log.events("A", 5, 2).await.unwrap().is_empty());
    assert!(log.events("A", u64::MAX, 2).await.unwrap().is_empty());
    assert_eq!(log.events("A", 0, usize::MAX).await.unwrap().len(), 5);
}

async fn an_event_out_of_order_is_refused_with_its_whole_append(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    for wrong in [2, 4] {
        let error = log.append(&of("A", [started("a", 1), event(wrong, "chunk")])).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid, "{error}");
        assert!(log.steps("A").await.unwrap().is_empty());
    }
    log.append(&of("A", [started("a", 1), event(3, "chunk")])).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, 3);
}

async fn a_run_of_another_owner_cannot_be_written(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let writes = [of("A", [started("a", 1)]), of("B", [started("b", 1)])].concat();
    assert_eq!(log.append(&writes).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    assert!(log.steps("A").await.unwrap().is_empty());
}

async fn an_ended_run_refuses_writes(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], Some(RunStatus::Cancelled)).await;
    assert_eq!(log.append(&of("A", [event(3, "chunk")])).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    record(&*log, "B", "O", &[], None).await;
    let after = of("B", [run_ended(RunStatus::Failed), started("a", 1)]);
    assert_eq!(log.append(&after).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    assert_eq!(log.run("B").await.unwrap().unwrap().status, RunStatus::Running);
}

async fn an_end_with_the_status_running_is_refused(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let running = Write::StepEnded {
        path: "a".into(),
        attempt: 1,
        at: at(5),
        status: StepStatus::Running,
        output: None,
        error: None,
    };
    for wrong in [running, run_ended(RunStatus::Running)] {
        assert_eq!(log.append(&of("A", [wrong])).await.unwrap_err().kind(), StoreErrorKind::Invalid);
    }
}

async fn files_are_listed_as_they_were_recorded(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    let files = [artifact("out/b.csv"), artifact("out/a \"q\".csv")];
    log.append(&of("A", files.clone().map(Write::Artifact))).await.unwrap();
    assert_eq!(log.artifacts("A").await.unwrap(), files);
    assert!(log.steps("A").await.unwrap().is_empty());
}

async fn runs_are_listed_newest_first(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    for (id, pipeline, tag) in [("C", "x", Some("t")), ("A", "y", None), ("B", "x", Some("t")), ("D", "x", Some("u"))] {
        let mut run = new_run(id);
        (run.pipeline, run.tag) = (pipeline.into(), tag.map(Into::into));
        log.create(&run, "O").await.unwrap();
    }
    log.append(&of("D", [run_ended(RunStatus::Failed)])).await.unwrap();
    let cases = [
        (RunFilter::default(), vec!["D", "B", "A", "C"]),
        (RunFilter::new().limit(2), vec!["D", "B"]),
        (RunFilter::new().pipeline("x"), vec!["D", "B", "C"]),
        (RunFilter::new().tag("t"), vec!["B", "C"]),
        (RunFilter::new().status(RunStatus::Failed), vec!["D"]),
        (RunFilter::new().before("A"), vec!["C"]),
        (RunFilter::new().before("nobody"), vec![]),
    ];
    for (filter, expected) in cases {
        let runs = log.runs(&filter).await.unwrap();
        assert_eq!(runs.iter().map(|run| run.id.as_str()).collect::<Vec<_>>(), expected, "{filter:?}");
    }
}
