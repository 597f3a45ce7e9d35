//! Pages of the steps of a run, and its past.

use super::conformance;
use crate::support::{self, LEASE, at, event, json, later, new_run, of, run_ended, started, text};
use runnable_store::{RunFilter, RunLog, RunStatus, StepCounts, StepFilter, StepPage, StepRecord, StepStatus, Write};
use std::sync::Arc;

conformance! {
    pages_and_steps_are_parts_of_the_list_of_all_steps
    a_page_ends_early_if_its_values_are_large
    an_unknown_run_has_no_page_and_no_past
    the_past_of_a_run_has_its_steps_its_arms_and_its_lifecycle_events
    the_steps_of_a_run_count_once_also_if_it_is_claimed_after_a_past_that_others_have_continued
}

const PATHS: [&str; 4] = ["fetch", "fetch/\"q\"[1]", "é\n/x", "fetch[10]"];

fn ended(path: &str, attempt: u32, size: usize) -> Write {
    let output = Some(json(&format!(r#"{{"text":"{}"}}"#, "x".repeat(size))));
    let status = StepStatus::Succeeded;
    Write::StepEnded { path: path.to_owned(), attempt, at: at(2), status, output, error: None }
}

fn inputs(path: &str, attempt: u32) -> Write {
    let (path, unchecked) = (path.to_owned(), vec!["client".to_owned()]);
    Write::StepInputs { path, attempt, at: at(1), hashed: vec![], unchecked }
}

/// Records attempts of several steps, which overlap and end in another order, each in an append of its own.
async fn record_steps(log: &dyn RunLog) -> Vec<StepRecord> {
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&new_run("A"), "O").await.unwrap();
    let mut seq = 0;
    for attempt in 1..=3 {
        for path in PATHS {
            seq += 1;
            // An event may name a step as well.
            let begin = [started(path, attempt), inputs(path, attempt), event(seq, "chunk")];
            log.append(&of("A", begin)).await.unwrap();
        }
        for (path, size) in PATHS.into_iter().rev().zip([10, 200, 30, 0]).take(if attempt == 3 { 2 } else { 4 }) {
            log.append(&of("A", [ended(path, attempt, size)])).await.unwrap();
        }
    }
    log.steps("A").await.unwrap()
}

fn texts(steps: &[StepRecord]) -> Vec<String> {
    steps.iter().map(|step| serde_json::to_string(step).unwrap()).collect()
}

async fn assert_page(log: &dyn RunLog, all: &[StepRecord], filter: &StepFilter) -> StepPage {
    let page = log.step_page("A", filter).await.unwrap();
    let of_path: Vec<_> =
        all.iter().filter(|step| filter.path.as_ref().is_none_or(|path| *path == step.path)).cloned().collect();
    assert_eq!(page.total, of_path.len(), "{filter:?}");
    let mut expected = of_path[filter.after.min(of_path.len())..].to_vec();
    expected.truncate(if filter.bytes == usize::MAX { filter.limit } else { page.steps.len() });
    if !filter.values {
        for step in &mut expected {
            (step.inputs, step.output, step.unchecked) = (None, None, vec![]);
        }
    }
    assert_eq!(texts(&page.steps), texts(&expected), "{filter:?}");
    page
}

async fn pages_and_steps_are_parts_of_the_list_of_all_steps(log: Arc<dyn RunLog>) {
    let all = record_steps(&*log).await;
    assert_eq!(all.len(), 12);
    let paths = PATHS.into_iter().map(Some).chain([None, Some("fetc"), Some("")]);
    for path in paths {
        for (after, limit) in [(0, usize::MAX), (0, 1), (1, 2), (5, 100), (11, 1), (12, 5), (usize::MAX, 1), (0, 0)] {
            let mut filter = StepFilter::new().after(after).limit(limit);
            filter.path = path.map(ToOwned::to_owned);
            assert_page(&*log, &all, &filter).await;
            assert_page(&*log, &all, &filter.without_values()).await;
        }
    }
}

async fn a_page_ends_early_if_its_values_are_large(log: Arc<dyn RunLog>) {
    let all = record_steps(&*log).await;
    let size = |step: &StepRecord| {
        [&step.inputs, &step.output].into_iter().flatten().map(|json| json.get().len()).sum::<usize>()
    };
    for after in 0..all.len() {
        for bytes in [0, 1, 50, 100, 200, 300, 10_000] {
            let page = assert_page(&*log, &all, &StepFilter::new().after(after).bytes(bytes)).await.steps;
            let sizes: Vec<_> = all[after..].iter().map(size).collect();
            let fitting = (1..=sizes.len()).take_while(|count| sizes[..*count].iter().sum::<usize>() <= bytes).count();
            assert_eq!(page.len(), fitting.max(1), "{after} {bytes}");
        }
    }
}

async fn an_unknown_run_has_no_page_and_no_past(log: Arc<dyn RunLog>) {
    for filter in [StepFilter::new(), StepFilter::new().path("fetch")] {
        let page = log.step_page("A", &filter).await.unwrap();
        assert_eq!((page.steps.len(), page.total), (0, 0));
    }
    let past = log.past("A").await.unwrap();
    assert_eq!((past.steps.len(), past.arms.len(), past.events.len(), past.last_seq), (0, 0, 0, 0));
}

async fn assert_past(log: &dyn RunLog) {
    let past = log.past("A").await.unwrap();
    assert_eq!(texts(&past.steps), texts(&log.steps("A").await.unwrap()));
    assert_eq!(past.arms, log.arms("A").await.unwrap());
    let all = log.events("A", 0, usize::MAX).await.unwrap();
    let lifecycle = all.iter().filter(|event| event.event_type.kind().is_some());
    assert_eq!(past.events.iter().map(text).collect::<Vec<_>>(), lifecycle.map(text).collect::<Vec<_>>());
    assert_eq!((past.events.len(), past.last_seq), (3, 15));
}

async fn the_past_of_a_run_has_its_steps_its_arms_and_its_lifecycle_events(log: Arc<dyn RunLog>) {
    record_steps(&*log).await;
    let arm = |choice| Write::Arm { path: "é".into(), choice, arm: 1, at: at(3) };
    let more = [arm(0), event(13, "step.started"), arm(1), event(14, "run.finished"), event(15, "step.finished")];
    log.append(&of("A", more)).await.unwrap();
    assert_past(&*log).await;
    log.append(&of("A", [run_ended(RunStatus::Failed)])).await.unwrap();
    log.compact(later()).await.unwrap();
    assert_past(&*log).await;
}

async fn the_steps_of_a_run_count_once_also_if_it_is_claimed_after_a_past_that_others_have_continued(
    log: Arc<dyn RunLog>,
) {
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&new_run("A"), "O").await.unwrap();
    let step = |path: &str| [started(path, 1), support::ended(path, 1)];
    let counts = async || log.list(&RunFilter::new()).await.unwrap()[0].steps;
    let fail = || run_ended(RunStatus::Failed);
    log.append(&of("A", step("a").into_iter().chain([fail()]))).await.unwrap();
    let past = log.past("A").await.unwrap();
    log.claim_after("A", "O", &past).await.unwrap();
    log.append(&of("A", step("b").into_iter().chain([fail()]))).await.unwrap();
    assert_eq!(counts().await, Some(StepCounts::new(2, 2)));
    log.claim_after("A", "O", &past).await.unwrap();
    log.append(&of("A", step("c").into_iter().chain([fail()]))).await.unwrap();
    assert_eq!(counts().await, Some(StepCounts::new(3, 3)));
}
