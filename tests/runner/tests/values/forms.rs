//! Inputs, returns and events of each form that JSON does not keep, or not for every type.

use super::runner;
use runnable::{
    ErrorKind,
    prelude::*,
    runner::{Runnable, Runner},
    store::StepStatus,
};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, HashMap},
    sync::atomic::{AtomicU32, Ordering},
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Report {
    title: String,
    ratio: Vec<f64>,
}

/// Returns a report with the reciprocal of a number, which is infinite for 0.
fn report(divisor: f64) -> Report {
    Report { title: "r".to_owned(), ratio: vec![0.5, 1.0 / divisor] }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
enum Id {
    Wide { number: u128 },
    Keyed { counts: HashMap<u32, u32> },
    Narrow { number: u64 },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Exact {
    wide: u128,
    low: i128,
    keyed: BTreeMap<i32, f32>,
    zero: f64,
    inner: Option<Box<Exact>>,
}

fn exact() -> Exact {
    let keyed = BTreeMap::from([(-1, 0.1), (1, -0.0)]);
    let inner = Exact { wide: u128::MAX, low: i128::MIN, keyed, zero: -0.0, inner: None };
    Exact { inner: Some(Box::new(inner.clone())), ..inner }
}

/// A value that forgets a part when it is written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Forgetful {
    kept: u32,
    #[serde(skip)]
    lost: u32,
}

#[task(returns = [title, report])]
async fn divide(divisor: f64) -> (String, Report) {
    (String::new(), report(divisor))
}

#[task(returns = [length])]
async fn measure(report: &Report) -> usize {
    report.ratio.len()
}

#[task(returns = [id])]
async fn identify(number: u32) -> Id {
    id(number)
}

fn id(number: u32) -> Id {
    match number {
        0 => Id::Wide { number: u128::MAX },
        1 => Id::Keyed { counts: HashMap::from([(1, 2)]) },
        _ => Id::Narrow { number: u64::MAX },
    }
}

#[task(returns = [number])]
async fn choose(number: Option<u32>) -> Option<Option<u32>> {
    Some(number)
}

#[task(returns = [forgetful])]
async fn forget(kept: u32, lost: u32) -> Forgetful {
    Forgetful { kept, lost }
}

#[task(returns = [exact])]
async fn keep(exact: Exact) -> Exact {
    exact
}

static CHECKS: AtomicU32 = AtomicU32::new(0);

/// Fails the first time.
#[task(returns = [same])]
async fn check(exact: &Exact, given: &Exact) -> Result<bool, String> {
    let first = CHECKS.fetch_add(1, Ordering::Relaxed) == 0;
    if first {
        Err("the first time".to_owned())
    } else {
        Ok(format!("{exact:?}{given:?}") == format!("{0:?}{0:?}", self::exact()))
    }
}

pipeline! {
    fn bind(divisor: f64) -> [length] { measure(report = &report(divisor)) }
}

pipeline! {
    fn keep_exact(given: Exact) -> [exact, same] { keep(exact = given.clone()) >> check }
}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Progress {
    Part { ratio: Vec<f64> },
    Done { ratio: f64 },
}

#[task(returns = [ratio])]
fn advance(divisor: f64) -> impl Stream<Item = Progress> {
    stream! {
        yield Progress::Part { ratio: vec![0.5] };
        yield Progress::Part { ratio: vec![0.5, 1.0 / divisor] };
        yield Progress::Done { ratio: 1.0 };
    }
}

#[task(returns = [sent])]
async fn emit(divisor: f64, events: Emitter<Progress>) -> bool {
    events.emit(Progress::Part { ratio: vec![0.5, 1.0 / divisor] }).await;
    true
}

#[task(returns = [sent], blocking)]
fn emit_blocking(divisor: f64, events: Emitter<Progress>) -> bool {
    events.emit_blocking(Progress::Part { ratio: vec![0.5, 1.0 / divisor] });
    true
}

pipeline! {
    fn all_events(divisor: f64) -> [ratio] { emit >> emit_blocking >> advance }
}

#[task(returns = [sent: bool])]
fn advance_freely(divisor: f64) -> impl Stream<Item = DynEvent> {
    stream! {
        yield DynEvent::progress().with("ratio", [1.0 / divisor]);
        yield DynEvent::done().with("sent", true);
    }
}

/// Returns the kind and the message of a run's failure, and the last status of each step.
async fn failure<P: Runnable>(runner: &Runner, pipeline: P) -> (ErrorKind, String, Vec<StepStatus>) {
    let error = runner.run(pipeline).run_id("failed").await.map(drop).expect_err("the value cannot be recorded");
    let steps = runner.log().expect("a log").steps("failed").await.expect("the steps");
    (error.kind(), format!("{error:#}"), steps.iter().map(|step| step.status).collect())
}

#[tokio::test]
async fn a_return_without_a_json_form_fails_its_step_and_names_the_field() {
    let runner = runner(false).await;
    runner.run(Divide { divisor: 1.0 }).await.expect("it is a number");
    let (kind, message, steps) = failure(&runner, Divide { divisor: 0.0 }).await;
    assert_eq!((kind, steps), (ErrorKind::BadReturn, vec![StepStatus::Failed]));
    assert!(
        message.contains("`divide` failed: `report.ratio[1]` cannot be recorded: infinity has no JSON form"),
        "{message}"
    );
}

#[tokio::test]
async fn an_input_of_a_run_without_a_json_form_prevents_the_start() {
    let (kind, message, steps) = failure(&runner(false).await, Divide { divisor: f64::NAN }).await;
    assert_eq!((kind, steps), (ErrorKind::NotStarted, vec![]));
    assert!(message.contains("`divisor` cannot be recorded: NaN has no JSON form"), "{message}");
}

#[tokio::test]
async fn an_input_of_a_step_without_a_json_form_fails_the_step_before_it_begins() {
    let (kind, message, steps) = failure(&runner(false).await, bind(0.0)).await;
    assert_eq!((kind, steps), (ErrorKind::NotRecorded, vec![StepStatus::Failed]));
    assert!(message.contains("`measure` failed: `report.ratio[1]` cannot be recorded"), "{message}");
}

#[tokio::test]
async fn some_none_is_refused_as_input_and_as_return() {
    let runner = runner(false).await;
    assert_eq!(runner.run(Choose { number: Some(1) }).await.expect("it is distinct").number, Some(Some(1)));
    let (kind, message, _) = failure(&runner, Choose { number: None }).await;
    assert_eq!(kind, ErrorKind::BadReturn);
    assert!(message.contains("`number` cannot be recorded: `Some` of a value that is `null`"), "{message}");
}

#[tokio::test]
async fn a_form_that_the_type_does_not_read_back_is_refused() {
    for (number, reason) in [(0, "128"), (1, "string \"1\"")] {
        let (kind, message, steps) = failure(&runner(false).await, Identify { number }).await;
        assert_eq!((kind, steps), (ErrorKind::BadReturn, vec![StepStatus::Failed]));
        assert!(message.contains("would not read back: `id`") && message.contains(reason), "{message}");
    }
    let narrow = runner(false).await.run(Identify { number: 2 }).await.expect("it reads back");
    assert_eq!(narrow.id, Id::Narrow { number: u64::MAX });
}

#[tokio::test]
async fn a_form_that_the_type_reads_back_is_kept_exactly() {
    let runner = runner(false).await;
    runner.run(keep_exact(exact())).run_id("exact").await.expect_err("the first check fails");
    let output = runner.resume::<KeepExact>("exact").await.expect("it resumes");
    assert!(output.same);
    assert_eq!(output.exact, exact());
}

#[tokio::test]
async fn an_event_without_a_json_form_fails_the_step_that_sends_it() {
    for (name, number) in [("emit", 1), ("emit_blocking", 1), ("advance", 1)] {
        let runner = runner(false).await;
        runner.run(all_events(1.0)).await.expect("all are numbers");
        let (kind, message, steps) = match name {
            "emit" => failure(&runner, Emit { divisor: 0.0 }).await,
            "emit_blocking" => failure(&runner, EmitBlocking { divisor: 0.0 }).await,
            _ => failure(&runner, Advance { divisor: 0.0 }).await,
        };
        assert_eq!((kind, steps), (ErrorKind::NotRecorded, vec![StepStatus::Failed; number]), "{name}: {message}");
        assert!(message.contains("the event `part` is not sent: `ratio[1]` cannot be recorded: infinity"), "{message}");
        let events = runner.log().expect("a log").events("failed", 0, 100).await.expect("the events");
        let sent = events.iter().filter(|event| event.event_type == "part").count();
        assert_eq!(sent, usize::from(name == "advance"), "{name}");
    }
}

#[tokio::test]
async fn a_free_form_event_with_a_value_without_a_json_form_fails_the_step_if_the_run_is_recorded() {
    let (kind, message, _) = failure(&runner(false).await, AdvanceFreely { divisor: 0.0 }).await;
    assert_eq!(kind, ErrorKind::NotRecorded);
    assert!(
        message.contains("the event `progress` is not sent: field `ratio`: `[0]` cannot be recorded: infinity"),
        "{message}"
    );
    assert!(AdvanceFreely { divisor: 0.0 }.execute_streaming().output().await.expect("it is not recorded").sent);
}

#[tokio::test]
async fn a_parameter_that_code_sets_keeps_its_value_or_is_refused() {
    use runnable::runner::{Parameters, Resources};
    let wide = Parameters::new().set("given", exact()).build::<KeepExact>(&Resources::new()).expect("it reads back");
    assert_eq!(wide.given, exact());
    let error = Parameters::new().set("divisor", f64::NAN).build::<Divide>(&Resources::new()).map(drop).unwrap_err();
    assert!(error.to_string().contains("NaN has no JSON form"), "{error}");
}

#[tokio::test]
async fn the_recorded_output_of_a_run_has_each_digit() {
    let runner = runner(false).await;
    runner.run(Keep { exact: exact() }).run_id("run").await.expect("it is kept");
    let run = runner.log().expect("a log").run("run").await.expect("it can be read").expect("the run is there");
    assert!(run.output.expect("an output").get().contains(&u128::MAX.to_string()));
}

#[tokio::test]
async fn an_event_of_a_run_that_is_not_recorded_is_sent_as_it_is() {
    let mut run = Advance { divisor: 0.0 }.execute_streaming();
    let mut parts = Vec::new();
    while let Some(event) = run.next().await {
        if let Some(Progress::Part { ratio }) = event.data() {
            parts.push(ratio.clone());
        }
    }
    assert_eq!(parts, [vec![0.5], vec![0.5, f64::INFINITY]]);
}

#[tokio::test]
async fn verification_refuses_what_reads_back_as_another_value() {
    let kept = runner(false).await.run(Forget { kept: 1, lost: 2 }).await.expect("it is not compared");
    assert_eq!(kept.forgetful.lost, 2);
    let verified = runner(true).await;
    verified.run(Forget { kept: 1, lost: 0 }).await.expect("it reads back the same");
    let (kind, message, _) = failure(&verified, Forget { kept: 1, lost: 2 }).await;
    assert_eq!(kind, ErrorKind::BadReturn);
    assert!(message.contains("`forgetful` cannot be recorded: it reads back as another value"), "{message}");
}
