//! Metrics of runs.

use super::*;
use runnable::runner::Metrics;
use std::{collections::BTreeSet, fmt, str::FromStr, time::Duration};
use tokio::time::sleep;

#[derive(Debug, Clone, TaskEvent)]
enum Word {
    Next { word: String },
    Done { spoken: usize },
}

/// Fails in the first attempt if the name is broken, after it has sent a word.
#[task(returns = [spoken], retry(2, backoff = "10ms"))]
fn speak(words: Vec<String>, name: &str) -> impl Stream<Item = Result<Word, String>> {
    try_stream! {
        sleep(Duration::from_millis(20)).await;
        for word in words.clone() {
            yield Word::Next { word };
        }
        let result = act(name);
        mend(name);
        result?;
        sleep(Duration::from_millis(400)).await;
        yield Word::Done { spoken: words.len() };
    }
}

#[task(returns = [square])]
async fn square(n: u64) -> Result<u64, String> {
    if n == 13 { Err("unlucky".to_owned()) } else { Ok(n * n) }
}

pipeline! {
    fn measured(words: Vec<String>, numbers: Vec<u64>, name: String) -> [square] {
        speak >> map(numbers as n, limit = 16) { square }
    }
}

async fn measuring(log: &str) -> (Runner, Metrics) {
    let metrics = Metrics::new();
    let runner = Runner::builder().run_log(log).metrics(metrics.clone()).build().await.expect("a runner");
    (runner, metrics)
}

/// Returns the value of a series, such as `runnable_run_active{pipeline="measured"}`.
#[track_caller]
fn value<N: FromStr<Err: fmt::Debug>>(text: &str, series: &str) -> N {
    let found = text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
    found.unwrap_or_else(|| panic!("no {series} in\n{text}")).parse().expect("a number")
}

#[track_caller]
fn count(text: &str, series: &str) -> u64 {
    value(text, series)
}

/// Returns the values of `pipeline` and `node` of all series of a metric.
fn nodes(text: &str, metric: &str) -> BTreeSet<String> {
    let labels = |line: &str| Some(line.strip_prefix(metric)?.split_once('{')?.1.split_once('}')?.0.to_owned());
    text.lines().filter_map(labels).collect()
}

fn words() -> Vec<String> {
    ["one", "two", "three"].map(ToOwned::to_owned).into()
}

#[tokio::test(start_paused = true)]
async fn runs_steps_attempts_events_and_transactions_are_measured() {
    let ((runner, metrics), name) = (measuring("memory:").await, unique("measured"));
    break_at(&name);
    let request = runner.run(measured(words(), vec![1, 2, 3, 4], name));
    let active = || count(&metrics.encode(), r#"runnable_run_active{pipeline="measured"}"#);
    let mut run = request.streaming().await.expect("it starts");
    while let Some(event) = run.next().await {
        assert_eq!(active(), 1, "{event:?}");
    }
    run.output().await.expect("it succeeds");
    assert_eq!(active(), 0);
    let text = metrics.encode();
    let run = r#"pipeline="measured",outcome="success""#;
    assert_eq!(count(&text, &format!("runnable_run_duration_seconds_count{{{run}}}")), 1);
    let took: f64 = value(&text, &format!("runnable_run_duration_seconds_sum{{{run}}}"));
    assert!((0.44..0.6).contains(&took), "{took}");
    let speak = r#"pipeline="measured",node="speak""#;
    let took: f64 = value(&text, &format!(r#"runnable_step_duration_seconds_sum{{{speak},outcome="success"}}"#));
    assert!((0.44..0.6).contains(&took), "{took}");
    // Both attempts have sent words, 20 ms after they began.
    assert_eq!(count(&text, &format!("runnable_step_time_to_first_event_seconds_count{{{speak}}}")), 2);
    let first: f64 = value(&text, &format!("runnable_step_time_to_first_event_seconds_sum{{{speak}}}"));
    assert!((0.04..0.1).contains(&first), "{first}");
    assert_eq!(count(&text, &format!("runnable_step_retries_total{{{speak}}}")), 1);
    assert_eq!(count(&text, &format!("runnable_events_total{{{speak}}}")), 7);
    let square = r#"pipeline="measured",node="numbers/square",outcome="success""#;
    assert_eq!(count(&text, &format!("runnable_step_duration_seconds_count{{{square}}}")), 4);
    assert!(count(&text, r#"runnable_log_commit_duration_seconds_count{outcome="success"}"#) > 0);
    assert!(text.ends_with("# EOF\n"));
    for metric in ["run_duration", "step_duration", "step_time_to_first_event", "log_commit_duration"] {
        assert!(text.contains(&format!("# UNIT runnable_{metric}_seconds seconds\n")), "{metric}");
    }
}

#[tokio::test]
async fn a_failure_has_the_kind_of_its_error_and_a_resumed_run_does_not_measure_its_record_again() {
    let ((runner, metrics), name) = (measuring("memory:").await, unique("failure"));
    runner.run(measured(vec![], vec![1, 13], name.clone())).run_id(&*name).await.expect_err("a step fails");
    runner.resume::<Measured>(&name).await.expect_err("it fails again");
    let text = metrics.encode();
    let failed = r#"outcome="failed",error_type="failed""#;
    assert_eq!(count(&text, &format!(r#"runnable_run_duration_seconds_count{{pipeline="measured",{failed}}}"#)), 2);
    let steps = r#"runnable_step_duration_seconds_count{pipeline="measured",node="#;
    assert_eq!(count(&text, &format!(r#"{steps}"numbers/square",{failed}}}"#)), 2);
    assert_eq!(count(&text, &format!(r#"{steps}"speak",outcome="success"}}"#)), 1);
    assert!(!text.contains("runnable_step_retries_total{"), "{text}");
}

#[tokio::test]
async fn a_run_that_is_dropped_is_no_longer_active_and_counts_as_cancelled() {
    let ((runner, metrics), name) = (measuring("none").await, unique("dropped"));
    let mut run = runner.run(measured(words(), vec![], name)).streaming().await.expect("it starts");
    run.next().await;
    drop(run);
    let text = metrics.encode();
    assert_eq!(count(&text, r#"runnable_run_active{pipeline="measured"}"#), 0);
    let ended = r#"runnable_run_duration_seconds_count{pipeline="measured",outcome="cancelled"}"#;
    assert_eq!(count(&text, ended), 1);
}

#[tokio::test]
async fn a_map_of_100_000_items_has_no_more_label_sets_than_the_pipeline_has_steps() {
    let ((runner, metrics), name) = (measuring("none").await, unique("labels"));
    runner.run(measured(vec![], (100..100_100).collect(), name)).await.expect("it succeeds");
    let text = metrics.encode();
    let steps: BTreeSet<_> = Measured::graph()
        .steps()
        .map(|step| format!(r#"pipeline="measured",node="{}",outcome="success""#, step.id()))
        .collect();
    assert_eq!(nodes(&text, "runnable_step_duration_seconds_count"), steps);
    let items = r#"{pipeline="measured",node="numbers/square",outcome="success"}"#;
    assert_eq!(count(&text, &format!("runnable_step_duration_seconds_count{items}")), 100_000);
    assert!(text.lines().count() < 150, "{}", text.lines().count());
}

#[tokio::test]
async fn ids_tags_and_inputs_are_not_in_the_metrics() {
    let ((runner, metrics), name) = (measuring("memory:").await, unique("hostile"));
    let hostile = format!("{name}\"}} 1\nevil{{x=\"[7]/..");
    for number in 0..3 {
        let request = runner.run(measured(vec![hostile.clone()], vec![number], hostile.clone()));
        request.run_id(format!("{hostile}{number}")).tag(format!("{hostile}{number}")).await.expect("it succeeds");
    }
    let text = metrics.encode();
    assert!(!text.contains("evil") && !text.contains(&name), "{text}");
    assert_eq!(nodes(&text, "runnable_run_duration_seconds_count").len(), 1);
    assert_eq!(nodes(&text, "runnable_step_duration_seconds_count").len(), 2);
}

#[tokio::test]
async fn runners_that_share_metrics_add_to_them() {
    let metrics = Metrics::new();
    for _ in 0..2 {
        let runner = Runner::builder().metrics(metrics.clone()).build().await.expect("a runner");
        runner.run(Square { n: 2 }).await.expect("it succeeds");
    }
    let series = r#"runnable_step_duration_seconds_count{pipeline="square",node="square",outcome="success"}"#;
    assert_eq!(count(&metrics.encode(), series), 2);
}
