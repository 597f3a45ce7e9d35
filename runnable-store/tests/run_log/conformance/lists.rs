//! Lists of runs, and their numbers.

use super::conformance;
use crate::support::{LEASE, at, ended, json, new_run, of, record, run_ended, started};
use runnable_store::{
    RunCounts, RunFilter, RunLog, RunStatus, RunSummary, StepCounts, StepStatus, StoreErrorKind, Write,
};
use std::{sync::Arc, time::SystemTime};

conformance! {
    every_filter_selects_the_runs_that_it_describes
    pages_have_every_run_once_also_if_runs_start_at_the_same_time
    a_prefix_of_an_id_is_a_text_and_no_pattern
    a_list_has_all_of_a_run_but_its_values
    a_failed_run_is_listed_with_the_step_that_failed
    the_steps_of_a_resumed_run_count_once
    the_steps_of_a_run_whose_process_died_are_not_known
}

/// A sequence of numbers that looks random and is the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    fn maybe<'a, T>(&mut self, from: &'a [T]) -> Option<&'a T> {
        (self.below(3) == 0).then(|| self.pick(from))
    }
}

const PIPELINES: [&str; 3] = ["digest", "digest2", "order"];
const TAGS: [&str; 2] = ["nightly", "it's"];
const PREFIXES: [&str; 6] = ["0", "01", "R-1", "é", "R", "x"];

/// Records runs of all statuses; returns them in the order of the list.
async fn record_runs(log: &dyn RunLog, numbers: &mut Numbers, runs: usize) -> Vec<RunSummary> {
    log.renew_lease("O", LEASE).await.unwrap();
    for number in 0..runs {
        let id = format!("{}-{number}", numbers.pick(&["01JD", "R", "é", "0"]));
        let mut run = new_run(&id);
        run.pipeline = (*numbers.pick(&PIPELINES)).into();
        run.tag = numbers.maybe(&TAGS).map(|tag| (*tag).into());
        run.started = at(1_000 + 10 * numbers.below(20) as u64);
        log.create(&run, "O").await.unwrap();
        let status = *numbers.pick(&RunStatus::ALL);
        if status != RunStatus::Running {
            log.append(&of(&id, [run_ended(status)])).await.unwrap();
        }
    }
    let all = log.list(&RunFilter::new().limit(usize::MAX)).await.unwrap();
    assert_eq!(all.len(), runs);
    let created = |run: &RunSummary| -> usize { run.id.rsplit('-').next().unwrap().parse().unwrap() };
    assert!(all.is_sorted_by_key(|run| std::cmp::Reverse((run.started, created(run)))), "{all:?}");
    all
}

fn random_filter(numbers: &mut Numbers, all: &[RunSummary]) -> RunFilter {
    let mut filter = RunFilter::new().limit(*numbers.pick(&[0, 1, 3, 7, 500]));
    filter.pipeline = numbers.maybe(&PIPELINES).map(|name| (*name).into());
    filter.tag = numbers.maybe(&TAGS).map(|tag| (*tag).into());
    filter.id_prefix = numbers.maybe(&PREFIXES).map(|prefix| (*prefix).into());
    filter.before = numbers.maybe(all).map(|run| run.id.clone());
    let times: Vec<SystemTime> = (0..22).map(|time| at(995 + 10 * time)).collect();
    filter.since = numbers.maybe(&times).copied();
    filter.until = numbers.maybe(&times).copied();
    (0..numbers.below(4)).fold(filter, |filter, _| filter.status(*numbers.pick(&RunStatus::ALL)))
}

async fn every_filter_selects_the_runs_that_it_describes(log: Arc<dyn RunLog>) {
    let mut numbers = Numbers(17);
    let all = record_runs(&*log, &mut numbers, 80).await;
    for _ in 0..300 {
        let filter = random_filter(&mut numbers, &all);
        let after = filter.before.as_ref().map_or(0, |id| all.iter().position(|run| run.id == *id).unwrap() + 1);
        let selects = |run: &&RunSummary| {
            (filter.statuses.is_empty() || filter.statuses.contains(&run.status))
                && filter.pipeline.as_ref().is_none_or(|pipeline| run.pipeline == *pipeline)
                && filter.tag.as_ref().is_none_or(|tag| run.tag.as_ref() == Some(tag))
                && filter.since.is_none_or(|since| run.started >= since)
                && filter.until.is_none_or(|until| run.started < until)
                && filter.id_prefix.as_ref().is_none_or(|prefix| run.id.starts_with(prefix))
        };
        let selected: Vec<_> = all[after..].iter().filter(selects).cloned().collect();
        let mut counts = RunCounts::default();
        selected.iter().for_each(|run| counts.add(run.status, 1));
        assert_eq!(log.counts(&filter).await.unwrap(), counts, "{filter:?}");
        let listed = log.list(&filter).await.unwrap();
        assert_eq!(listed, selected[..selected.len().min(filter.limit)], "{filter:?}");
        let records = log.runs(&filter).await.unwrap();
        assert!(records.iter().map(|run| &run.id).eq(listed.iter().map(|run| &run.id)), "{filter:?}");
    }
}

async fn pages_have_every_run_once_also_if_runs_start_at_the_same_time(log: Arc<dyn RunLog>) {
    let all = record_runs(&*log, &mut Numbers(3), 60).await;
    for statuses in [&[][..], &[RunStatus::Failed, RunStatus::Running, RunStatus::Succeeded]] {
        let filter = statuses.iter().fold(RunFilter::new().limit(7), |filter, status| filter.status(*status));
        let (mut paged, mut page) = (Vec::new(), filter.clone());
        loop {
            let runs = log.list(&page).await.unwrap();
            paged.extend(runs.clone());
            let Some(last) = runs.last() else { break };
            page = page.before(&last.id);
        }
        let expected: Vec<_> = all.iter().filter(|run| filter.selects(run.status)).cloned().collect();
        assert_eq!(paged, expected);
    }
}

async fn a_prefix_of_an_id_is_a_text_and_no_pattern(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    let ids = ["a_b", "axb", "a%b", r"a\b", "a'b", "A_B", "a", "ab", "a\u{10ffff}b", "b"];
    for id in ids {
        log.create(&new_run(id), "O").await.unwrap();
    }
    for prefix in ["", "a", "a_", "a%", r"a\", "a'", "A", "a\u{10ffff}", "a\0", "a_b", "a_bc", "*", "\u{10ffff}"] {
        let listed = log.list(&RunFilter::new().id_prefix(prefix)).await.unwrap();
        let mut listed: Vec<_> = listed.iter().map(|run| run.id.as_str()).collect();
        let mut expected: Vec<_> = ids.into_iter().filter(|id| id.starts_with(prefix)).collect();
        listed.sort_unstable();
        expected.sort_unstable();
        assert_eq!(listed, expected, "{prefix:?}");
        assert_eq!(log.counts(&RunFilter::new().id_prefix(prefix)).await.unwrap().total(), expected.len() as u64);
    }
}

async fn a_list_has_all_of_a_run_but_its_values(log: Arc<dyn RunLog>) {
    let mut run = new_run("A");
    (run.tag, run.parent, run.started) = (Some("t".into()), Some("P".into()), at(77));
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&run, "O").await.unwrap();
    record(&*log, "B", "O", &["chunk"], Some(RunStatus::Succeeded)).await;
    let [b, a] = &log.list(&RunFilter::new()).await.unwrap()[..] else { panic!("two runs") };
    assert_eq!(
        serde_json::to_value(a).unwrap(),
        serde_json::json!({
            "id": "A", "pipeline": "digest", "definition_hash": "hash", "status": "running", "tag": "t", "parent": "P",
            "started": "1970-01-01T00:00:00.077Z", "last_seq": 0,
        })
    );
    assert_eq!((b.status, b.ended, b.last_seq), (RunStatus::Succeeded, Some(at(9_000)), 3));
    assert_eq!((b.steps, &b.failure), (Some(StepCounts::new(0, 0)), &None));
    let counts = serde_json::to_value(log.counts(&RunFilter::new().limit(1)).await.unwrap()).unwrap();
    let expected = serde_json::json!({ "running": 1, "succeeded": 1, "failed": 0, "cancelled": 0, "interrupted": 0 });
    assert_eq!(counts, expected);
}

fn failed(path: &str, attempt: u32, error: &str) -> Write {
    let (status, error) = (StepStatus::Failed, Some(json(error)));
    Write::StepEnded { path: path.into(), attempt, at: at(5), status, output: None, error }
}

fn run_failed(error: &str) -> Write {
    Write::RunEnded { at: at(9), status: RunStatus::Failed, output: None, error: Some(json(error)) }
}

async fn a_failed_run_is_listed_with_the_step_that_failed(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    for id in ["A", "B", "C"] {
        log.create(&new_run(id), "O").await.unwrap();
    }
    let error = |text: &str| format!(r#"{{"code":"failed","message":"{text}","causes":["why"],"retryable":true}}"#);
    log.append(&of("A", [started("a", 1), ended("a", 1), started("b[7]/c", 1), failed("b[7]/c", 1, &error("429"))]))
        .await
        .unwrap();
    log.append(&of("A", [started("b[7]/c", 2), started("d", 1), failed("b[7]/c", 2, &error("429"))])).await.unwrap();
    // A sibling that fails while it is cancelled.
    log.append(&of("A", [failed("d", 1, &error("too late")), run_failed(&error("429"))])).await.unwrap();
    let cause = "ä \\\"".repeat(50_000);
    log.append(&of("B", [run_failed(&error(&cause))])).await.unwrap();
    log.append(&of("C", [run_ended(RunStatus::Cancelled)])).await.unwrap();
    let [c, b, a] = &log.list(&RunFilter::new()).await.unwrap()[..] else { panic!("three runs") };
    let failure = a.failure.as_ref().unwrap();
    assert_eq!((&*failure.code, &*failure.message), ("failed", "429"));
    assert_eq!(
        (failure.step.as_deref(), failure.attempt, a.steps),
        (Some("b[7]/c"), Some(2), Some(StepCounts::new(3, 1)))
    );
    let failure = b.failure.as_ref().unwrap();
    assert_eq!((&*failure.code, &failure.step, failure.attempt), ("failed", &None, None));
    assert!(failure.message.starts_with("ä \"ä \"") && failure.message.ends_with('…'), "{failure:?}");
    assert!(failure.message.len() < 1100, "{}", failure.message.len());
    assert_eq!((c.status, &c.failure), (RunStatus::Cancelled, &None));
}

async fn the_steps_of_a_resumed_run_count_once(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    let mut run = new_run("A");
    // A fork takes over steps.
    run.entries = vec![started("taken", 1), ended("taken", 1)];
    log.create(&run, "O").await.unwrap();
    let error = r#"{"code":"failed","message":"no"}"#;
    log.append(&of("A", [started("a", 1), failed("a", 1, error), run_failed(error)])).await.unwrap();
    log.claim("A", "O").await.unwrap();
    let running = log.list(&RunFilter::new()).await.unwrap().remove(0);
    assert_eq!((running.status, running.steps, running.failure), (RunStatus::Running, None, None));
    log.append(&of("A", [started("a", 2), ended("a", 2), started("b", 1)])).await.unwrap();
    log.append(&of("A", [ended("b", 1), run_ended(RunStatus::Succeeded)])).await.unwrap();
    let ended = log.list(&RunFilter::new()).await.unwrap().remove(0);
    assert_eq!((ended.steps, ended.failure), (Some(StepCounts::new(3, 3)), None));
}

async fn the_steps_of_a_run_whose_process_died_are_not_known(log: Arc<dyn RunLog>) {
    log.renew_lease("O", LEASE).await.unwrap();
    log.create(&new_run("A"), "O").await.unwrap();
    log.append(&of("A", [started("a", 1)])).await.unwrap();
    log.renew_lease("O", std::time::Duration::ZERO).await.unwrap();
    let run = log.list(&RunFilter::new()).await.unwrap().remove(0);
    assert_eq!((run.status, run.steps, run.failure), (RunStatus::Interrupted, None, None));
    let gone = log.append(&of("A", [ended("a", 1)])).await.unwrap_err();
    assert_eq!(gone.kind(), StoreErrorKind::Invalid);
}
