//! Replacing, failing and delaying steps by name, and assertions on a run.
use runnable::{
    ErrorKind, Outcome,
    prelude::*,
    test::{self, Report},
};
use std::time::Duration;
use tokio::time::{Instant, sleep};

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Status { status: String },
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text], retry(2, backoff = "1s"))]
fn generate(prompt: String) -> impl Stream<Item = Result<Token, std::io::Error>> {
    try_stream! {
        yield Token::Status { status: "thinking".into() };
        for text in prompt.split_inclusive(' ') {
            sleep(Duration::from_secs(1)).await;
            yield Token::Chunk { text: text.to_owned() };
        }
        yield Token::Done { full_text: prompt };
    }
}

#[task(returns = [translation])]
async fn translate(full_text: &str, language: String) -> Result<String, std::io::Error> {
    Err(std::io::Error::other(format!("no network for {full_text} in {language}")))
}

#[task(returns = [words])]
async fn count(full_text: &str) -> usize {
    full_text.split(' ').count()
}

struct Opaque;

#[task(returns = [opaque])]
async fn open() -> Opaque {
    Opaque
}

#[task(returns = [n])]
async fn close(opaque: &Opaque) -> u64 {
    let Opaque = opaque;
    1
}

pipeline! {
    fn translated(full_text: String, languages: Vec<String>) -> [translation] {
        map(languages as language) { translate }
    }
}

pipeline! {
    fn all(prompt: String, languages: Vec<String>) -> [translation, words, n] {
        generate
            >> parallel { all: translated, count, other: open >> close }
            >> if words > 100 { long: count -> [words as long] }
    }
}

fn pipeline() -> All {
    all("good morning".into(), vec!["es".into(), "fr".into()])
}

fn mocked(Translate { full_text, language }: Translate) -> TranslateOutput {
    TranslateOutput { translation: language + ": " + &full_text }
}

#[test]
fn a_mock_receives_the_inputs_and_returns_the_output() {
    let report = test::run(pipeline()).mock("translate", mocked).paused();
    let output = report.output().unwrap();
    assert_eq!(
        (&output.translation[..], output.words),
        (&["es: good morning".into(), "fr: good morning".into()][..], 2)
    );
    report.assert_succeeded("all/translated/languages[1]/translate");
    report.assert_skipped("long");
}

#[test]
fn a_full_path_selects_a_single_step() {
    let report = test::run(pipeline())
        .mock("all/translated/languages/translate", mocked)
        .stub("count", CountOutput { words: 101 })
        .stub("long", CountOutput { words: 7 })
        .paused();
    assert_eq!(report.output().unwrap().words, 101);
    report.assert_order(&["generate", "count", "long"]);
}

#[test]
fn a_report_has_the_events_and_the_folded_text() {
    let report = test::run(pipeline()).mock("translate", mocked).paused();
    report.assert_types("generate", &["step.started", "status", "chunk", "chunk", "done", "step.finished"]);
    report.assert_text("generate", "good morning");
    report.assert_order(&["generate", "all/translated/languages[0]/translate"]);
    assert_eq!(report.events().len(), usize::try_from(report.events().last().unwrap().seq()).unwrap());
    assert_eq!(report.into_output().unwrap().n, 1);
}

#[test]
fn a_failed_step_fails_the_run_with_its_message() {
    let report = test::run(pipeline()).mock("translate", mocked).fail("generate", "no model").paused();
    let error = report.output().map(|_| ()).unwrap_err();
    assert_eq!(format!("{error:#}"), "step `generate` failed: no model");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Failed, 1));
    assert!(matches!(report.outcome("generate"), Some(Outcome::Failed(_))));
    report.assert_skipped("count");
}

#[tokio::test(start_paused = true)]
async fn a_delay_precedes_the_step_or_its_mock() {
    let began = Instant::now();
    let report = test::run(pipeline()).mock("translate", mocked).delay("translate", Duration::from_mins(1)).await;
    assert_eq!(began.elapsed(), Duration::from_secs(62));
    report.assert_succeeded("all/translated/languages[0]/translate");

    let began = Instant::now();
    test::run(pipeline()).mock("translate", mocked).delay("generate", Duration::from_mins(1)).await;
    assert_eq!(began.elapsed(), Duration::from_secs(62));
}

#[test]
fn a_single_task_can_be_tested() {
    let report = test::run(Count { full_text: "a b".into() }).paused();
    assert_eq!(report.output().unwrap().words, 2);
    let report = test::run(Count { full_text: "a b".into() }).stub("count", CountOutput { words: 9 }).paused();
    assert_eq!(report.output().unwrap().words, 9);
}

#[test]
fn a_mock_of_inputs_that_cannot_be_cloned_suggests_a_stub() {
    let report =
        test::run(pipeline()).mock("translate", mocked).mock("close", |_: Close| CloseOutput { n: 2 }).paused();
    let error = report.output().map(|_| ()).unwrap_err();
    assert!(error.message().contains("use `stub`"), "{error}");
    let report = test::run(pipeline()).mock("translate", mocked).stub("close", CloseOutput { n: 2 }).paused();
    assert_eq!(report.output().unwrap().n, 2);
}

#[test]
fn a_stub_of_another_type_fails_the_step() {
    let report = test::run(pipeline()).stub("translate", CountOutput { words: 1 }).paused();
    let error = report.output().map(|_| ()).unwrap_err();
    assert!(error.message().contains("another task than `translate`"), "{error}");
}

#[test]
#[should_panic(expected = "`all` has no step `trnslate`\nhelp: did you mean `translate`?")]
fn an_unknown_step_is_rejected() {
    let _ = test::run(pipeline()).fail("trnslate", "never");
}

#[test]
fn a_sub_pipeline_is_replaced_as_a_whole() {
    let report = test::run(pipeline())
        .mock("translated", |input: Translated| TranslatedOutput { translation: input.languages })
        .paused();
    assert_eq!(report.output().unwrap().translation, ["es", "fr"]);
    report.assert_skipped("all/translated/languages[0]/translate");

    let report = test::run(pipeline()).fail("all/translated", "down").paused();
    assert_eq!(format!("{:#}", report.output().map(|_| ()).unwrap_err()), "step `all/translated` failed: down");
}

#[test]
#[should_panic(expected = "expected a mock of `count` for the step `count`, found one of `translate`")]
fn a_mock_of_another_task_is_rejected() {
    let _ = test::run(pipeline()).mock("count", mocked);
}

#[test]
#[should_panic(expected = "expected `long` to run, but it did not; the steps that ran are `generate`, ")]
fn an_order_with_a_step_that_did_not_run_is_reported() {
    test::run(pipeline()).mock("translate", mocked).paused().assert_order(&["generate", "long"]);
}

#[test]
#[should_panic(expected = "expected `count` to end before `generate` begins")]
fn a_wrong_order_is_reported() {
    test::run(pipeline()).mock("translate", mocked).paused().assert_order(&["count", "generate"]);
}

#[test]
fn a_report_implements_debug() {
    let report: Report<_, _> = test::run(Count { full_text: "a".into() }).paused();
    assert_eq!(format!("{report:?}"), "Report { events: 4, ended: Ok(()) }");
}
