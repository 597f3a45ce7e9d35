//! Fencing: an owner that lost a run cannot write to it, and a run appears as a whole.

use super::conformance;
use crate::support::{LEASE, all_events, artifact, ended, event, new_run, of, record, run_ended, started};
use runnable_store::{RunLog, RunStatus, StepStatus, StoreErrorKind, Write, Writes};
use std::{sync::Arc, time::Duration};

conformance! {
    every_write_of_an_earlier_epoch_is_refused
    each_change_of_hands_is_a_new_epoch
    one_lost_run_keeps_a_whole_append_out
    a_run_appears_with_its_first_entries
    a_run_that_cannot_have_its_first_entries_does_not_appear
}

async fn every_write_of_an_earlier_epoch_is_refused(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.append(&of("A", [run_ended(RunStatus::Failed)])).await.unwrap();
    log.renew_lease("P", LEASE).await.unwrap();
    let claimed = log.claim("A", "P").await.unwrap();
    let writes: [Vec<Write>; 6] = [
        vec![started("a", 1)],
        vec![ended("a", 1)],
        vec![event(3, "chunk")],
        vec![Write::Artifact(artifact("a"))],
        vec![run_ended(RunStatus::Succeeded)],
        (3..200).map(|seq| event(seq, "chunk")).chain([run_ended(RunStatus::Succeeded)]).collect(),
    ];
    for writes in writes {
        let error = log.append(&[Writes::new("A", writes).epoch(1)]).await.unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Invalid);
        assert!(error.to_string().contains("another process claimed the run `A`"), "{error}");
    }
    assert!(log.steps("A").await.unwrap().is_empty());
    assert!(log.artifacts("A").await.unwrap().is_empty());
    assert_eq!(log.run("A").await.unwrap().unwrap().status, RunStatus::Running);
    let ours = Writes::new("A", vec![event(3, "chunk"), run_ended(RunStatus::Succeeded)]).epoch(claimed.epoch);
    log.append(&[ours]).await.unwrap();
    assert_eq!(all_events(&*log, "A").await.len(), 3);
}

async fn each_change_of_hands_is_a_new_epoch(log: Arc<dyn RunLog>) {
    let epoch = async || log.run("A").await.unwrap().unwrap().epoch;
    record(&*log, "A", "O", &[], None).await;
    assert_eq!(epoch().await, 1);
    log.append(&of("A", [run_ended(RunStatus::Failed)])).await.unwrap();
    let ended = epoch().await;
    assert!(ended > 1);
    let claimed = log.claim("A", "O").await.unwrap().epoch;
    assert!(claimed > ended);
    let again = log.claim("A", "O").await.unwrap().epoch;
    assert!(again > claimed);
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
    log.renew_lease("O", Duration::ZERO).await.unwrap();
    assert!(epoch().await > again);
}

async fn one_lost_run_keeps_a_whole_append_out(log: Arc<dyn RunLog>) {
    for run in ["A", "B", "C"] {
        record(&*log, run, "O", &[], None).await;
    }
    log.append(&of("B", [run_ended(RunStatus::Failed)])).await.unwrap();
    log.claim("B", "O").await.unwrap();
    for size in [1, 3, 70] {
        let writes = |run, epoch| Writes::new(run, (3..3 + size).map(|seq| event(seq, "chunk")).collect()).epoch(epoch);
        let error = log.append(&[writes("A", 1), writes("B", 1), writes("C", 1)]).await.unwrap_err();
        assert!(error.to_string().contains("the run `B`"), "{error}");
        for run in ["A", "B", "C"] {
            assert_eq!(all_events(&*log, run).await.len(), 2);
        }
    }
}

async fn a_run_appears_with_its_first_entries(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    for steps in [0, 1, 2, 700, 4_000] {
        let id = format!("R{steps}");
        let mut run = new_run(&id);
        run.entries = (0..steps).flat_map(|n| [started(&format!("s{n}"), 1), ended(&format!("s{n}"), 1)]).collect();
        log.create(&run, "O").await.unwrap();
        let recorded = log.steps(&id).await.unwrap();
        assert!(recorded.iter().all(|step| step.status == StepStatus::Succeeded));
        assert!(recorded.iter().map(|step| step.path.clone()).eq((0..steps).map(|n| format!("s{n}"))));
        let rest = [event(1, "chunk"), started("last", 1), run_ended(RunStatus::Cancelled)];
        log.append(&[Writes::new(&*id, rest.into()).epoch(1)]).await.unwrap();
        assert_eq!(log.steps(&id).await.unwrap().len(), steps + 1);
        assert_eq!(all_events(&*log, &id).await.len(), 1);
    }
}

async fn a_run_that_cannot_have_its_first_entries_does_not_appear(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    let running = |path: &str| Write::StepEnded {
        path: path.to_owned(),
        attempt: 1,
        at: std::time::UNIX_EPOCH,
        status: StepStatus::Running,
        output: None,
        error: None,
    };
    for wrong in [running("a"), run_ended(RunStatus::Failed)] {
        let mut run = new_run("A");
        run.entries = vec![started("a", 1), wrong];
        assert_eq!(log.create(&run, "O").await.unwrap_err().kind(), StoreErrorKind::Invalid);
        assert!(log.run("A").await.unwrap().is_none());
    }
    let mut run = new_run("A");
    run.entries = vec![started("a", 1)];
    log.create(&run, "O").await.unwrap();
    assert_eq!(log.create(&run, "O").await.unwrap_err().kind(), StoreErrorKind::Exists);
    assert_eq!(log.steps("A").await.unwrap().len(), 1);
}
