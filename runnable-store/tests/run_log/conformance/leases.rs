//! Owners and leases, and the maintenance of finished runs.

use super::conformance;
use crate::support::{
    LEASE, all_events, artifact, at, ended, event, json, later, new_run, of, record, run_ended, started, text,
};
use runnable_store::{RunLog, RunStatus, StoreErrorKind, Write};
use std::{sync::Arc, time::Duration};

conformance! {
    a_live_run_cannot_be_claimed
    a_claimed_run_continues_after_its_last_event
    if_many_owners_claim_a_run_one_succeeds
    the_runs_of_a_dead_owner_are_interrupted_once
    a_lease_that_ends_interrupts_its_runs
    compaction_loses_nothing_and_is_done_once
    a_compacted_run_can_continue
    pruning_deletes_old_runs_and_keeps_running_runs
    large_appends_keep_their_order
    json_texts_are_kept_byte_by_byte
}

async fn a_live_run_cannot_be_claimed(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &[], None).await;
    log.renew_lease("P", LEASE).await.unwrap();
    let error = log.claim("A", "P").await.unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Live);
    assert!(log.mark_interrupted().await.unwrap().is_empty());
    log.append(&of("A", [event(3, "chunk")])).await.unwrap();
}

async fn a_claimed_run_continues_after_its_last_event(log: Arc<dyn RunLog>) {
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

async fn if_many_owners_claim_a_run_one_succeeds(log: Arc<dyn RunLog>) {
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

async fn the_runs_of_a_dead_owner_are_interrupted_once(log: Arc<dyn RunLog>) {
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

/// Returns types of events of which only some can be merged.
fn varied(n: usize) -> Vec<&'static str> {
    (0..n).map(|i| if i % 7 == 0 { "status" } else { "chunk" }).collect()
}

async fn compaction_loses_nothing_and_is_done_once(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &varied(100), Some(RunStatus::Succeeded)).await;
    record(&*log, "long", "O", &vec!["chunk"; 1500], Some(RunStatus::Succeeded)).await;
    record(&*log, "live", "O", &["chunk"; 20], None).await;
    let (before, at_length) = (all_events(&*log, "A").await, all_events(&*log, "long").await);
    assert_eq!(log.compact(at(9_000)).await.unwrap(), 0);
    assert_eq!(log.compact(later()).await.unwrap(), 2);
    assert_eq!(log.compact(later()).await.unwrap(), 0);
    assert_eq!(all_events(&*log, "A").await, before);
    assert_eq!(all_events(&*log, "long").await, at_length);
    for after in 0..=before.len() {
        for limit in [1, 5, 1000] {
            let page = log.events("A", after as u64, limit).await.unwrap();
            let expected = before.iter().skip(after).take(limit).collect::<Vec<_>>();
            assert_eq!(page.iter().map(text).collect::<Vec<_>>().iter().collect::<Vec<_>>(), expected);
        }
    }
    assert_eq!(log.run("A").await.unwrap().unwrap().last_seq, 102);
    log.append(&of("live", [event(23, "chunk")])).await.unwrap();
}

async fn a_compacted_run_can_continue(log: Arc<dyn RunLog>) {
    record(&*log, "A", "O", &["chunk"; 10], Some(RunStatus::Failed)).await;
    log.compact(later()).await.unwrap();
    assert_eq!(log.claim("A", "O").await.unwrap().last_seq, 12);
    log.append(&of("A", (13..20).map(|seq| event(seq, "chunk")))).await.unwrap();
    log.append(&of("A", [run_ended(RunStatus::Succeeded)])).await.unwrap();
    let before = all_events(&*log, "A").await;
    assert_eq!(log.compact(later()).await.unwrap(), 1);
    assert_eq!(all_events(&*log, "A").await, before);
    assert_eq!(before.len(), 19);
}

async fn pruning_deletes_old_runs_and_keeps_running_runs(log: Arc<dyn RunLog>) {
    record(&*log, "old", "O", &["chunk"], None).await;
    let files = [Write::Artifact(artifact("a")), started("a", 1), ended("a", 1), run_ended(RunStatus::Failed)];
    log.append(&of("old", files)).await.unwrap();
    record(&*log, "live", "O", &[], None).await;
    assert!(log.prune(at(9_000)).await.unwrap().is_empty());
    assert_eq!(log.prune(at(9_001)).await.unwrap(), ["old"]);
    assert!(log.run("old").await.unwrap().is_none());
    assert!(log.events("old", 0, 10).await.unwrap().is_empty());
    assert!(log.artifacts("old").await.unwrap().is_empty());
    assert!(log.steps("old").await.unwrap().is_empty());
    log.create(&new_run("old"), "O").await.unwrap();
    assert_eq!(log.run("live").await.unwrap().unwrap().status, RunStatus::Running);
}

async fn large_appends_keep_their_order(log: Arc<dyn RunLog>) {
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

async fn json_texts_are_kept_byte_by_byte(log: Arc<dyn RunLog>) {
    let source = r#"{ "b":1.0,  "a":[1e5,"\u0000\ud83d\ude00 'ä'"], "b":2 }"#;
    log.renew_lease("O", LEASE).await.unwrap();
    let mut run = new_run("A");
    run.input = json(source);
    log.create(&run, "O").await.unwrap();
    let Write::Event(mut one) = event(1, "chunk") else { unreachable!() };
    one.data = Some(json(source));
    log.append(&of("A", [Write::Event(one), event(2, "chunk"), run_ended(RunStatus::Failed)])).await.unwrap();
    log.compact(later()).await.unwrap();
    assert_eq!(log.run("A").await.unwrap().unwrap().input.get(), source);
    assert_eq!(log.events("A", 0, 1).await.unwrap()[0].data.as_ref().unwrap().get(), source);
}
