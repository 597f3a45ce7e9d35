//! Replacing, failing and delaying steps by name, and assertions on a run.
use runnable::{
    ErrorKind, Outcome,
    prelude::*,
    test::{self, Report},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};
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

#[task(returns = [full_text])]
async fn review(full_text: String) -> String {
    sleep(Duration::from_mins(1)).await;
    full_text
}

#[task(returns = [full_text])]
async fn remember(prompt: &str) -> String {
    format!("remembered: {prompt}")
}

pipeline! {
    fn raced(prompt: String) -> [full_text] {
        race { new: generate >> review, old: remember }
    }
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
    let mocked_close = test::run(pipeline()).mock("translate", mocked).mock("close", |_: Close| CloseOutput { n: 2 });
    let message = panic_of(|| mocked_close.paused());
    assert!(message.contains("use `stub`"), "{message}");
    let report = test::run(pipeline()).mock("translate", mocked).stub("close", CloseOutput { n: 2 }).paused();
    assert_eq!(report.output().unwrap().n, 2);
}

#[test]
fn a_stub_of_another_type_panics_even_in_a_try() {
    let message = panic_of(|| test::run(pipeline()).stub("translate", CountOutput { words: 1 }).paused());
    assert!(message.contains("another task than `translate`"), "{message}");
    let message = panic_of(|| test::run(recovered("a".into())).stub("measure", CloseOutput { n: 1 }).paused());
    assert!(message.contains("another task than `count`"), "{message}");
}

#[test]
fn delays_decide_the_winner_of_a_race_and_the_text_of_a_loser_is_void() {
    let raced =
        |seconds| test::run(raced("good morning".into())).delay("old/remember", Duration::from_secs(seconds)).paused();
    let report = raced(10);
    assert_eq!(report.output().unwrap().full_text, "remembered: good morning");
    report.assert_succeeded("new/generate");
    report.assert_text("new/generate", "");
    let report = raced(120);
    assert_eq!(report.output().unwrap().full_text, "good morning");
    report.assert_text("new/generate", "good morning");
}

#[tokio::test]
#[should_panic(
    expected = "help: mark the test `#[tokio::test(start_paused = true)]`, and write `.await` in place of `.paused()`"
)]
async fn a_paused_run_in_a_runtime_says_how_to_await_it() {
    test::run(translated("a".into(), vec![])).paused();
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
fn debug_of_a_report_shows_its_events() {
    let report: Report<_, _> = test::run(Count { full_text: "a".into() }).paused();
    let text = format!("{report:?}");
    assert_eq!(text.matches("Event {").count(), 4, "{text}");
    assert!(text.contains("step.finished") && text.ends_with("output: Ok(..), .. }"), "{text}");
}

pipeline! {
    fn recovered(full_text: String) -> [words] {
        try { measure: count } else { fallback: count }
    }
}

pipeline! {
    fn looped(full_text: String) -> [words] {
        repeat(max = 3) { count } until(words > 1) >> if words > 100 { long: count -> [words as long] }
    }
}

/// Returns the message of the panic of `f`.
fn panic_of<T>(f: impl FnOnce() -> T) -> String {
    let Err(payload) = catch_unwind(AssertUnwindSafe(f)) else { panic!("expected a panic") };
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| payload.downcast_ref::<&str>().map(|s| (*s).to_owned()))
        .unwrap()
}

fn translated_report() -> Report<impl runnable::WireEvent + std::fmt::Debug, AllOutput> {
    test::run(pipeline()).mock("translate", mocked).paused()
}

#[test]
fn a_name_without_indices_stands_for_all_items() {
    let report = translated_report();
    for name in ["translate", "languages/translate", "all/translated/languages/translate", "languages[1]/translate"] {
        report.assert_succeeded(name);
        report.assert_types(name, &["step.started", "step.finished"]);
        report.assert_order(&["generate", name]);
        assert_eq!(
            panic_of(|| report.assert_skipped(name)).replace("[1]", "[0]"),
            "expected `all/translated/languages[0]/translate` not to run, but it did"
        );
    }
    let message = panic_of(|| report.outcome("translate").is_some());
    assert_eq!(
        message,
        "several steps `translate` ran: `all/translated/languages[0]/translate`, \
         `all/translated/languages[1]/translate`\nhelp: name one of them"
    );
    assert_eq!(report.outcome("languages[1]/translate"), Some(&Outcome::Succeeded));
}

#[test]
fn items_that_fail_in_a_test_are_collected() {
    pipeline! {
        fn collected(full_text: String, languages: Vec<String>) -> [translation] {
            map(languages as language, on_error = collect) { translate }
        }
    }
    let languages = ["es", "fr", "de"].map(str::to_owned).to_vec();
    let report = test::run(collected("tea".into(), languages))
        .mock("translate", mocked)
        .fail("languages[1]/translate", "no French")
        .paused();
    report.assert_succeeded("languages[0]/translate");
    assert!(matches!(report.outcome("languages[1]/translate"), Some(Outcome::Failed(_))));
    let shown =
        |result: &runnable::Result<String>| result.as_ref().map_or_else(|error| format!("{error:#}"), Clone::clone);
    let translation: Vec<_> = report.output().unwrap().translation.iter().map(shown).collect();
    assert_eq!(translation, ["es: tea", "step `languages[1]/translate` failed: no French", "de: tea"]);
}

#[test]
fn an_assertion_on_all_items_fails_if_it_does_not_hold_for_one() {
    let report = test::run(pipeline())
        .try_mock("translate", |input: Translate| match &*input.language {
            "fr" => Err(std::io::Error::other("no French")),
            _ => Ok(mocked(input)),
        })
        .paused();
    assert_eq!(
        format!("{:#}", report.output().map(|_| ()).unwrap_err()),
        "step `all/translated/languages[1]/translate` failed: no French"
    );
    let message = panic_of(|| report.assert_succeeded("translate"));
    assert!(message.starts_with("expected `all/translated/languages[1]/translate` to succeed"), "{message}");
    report.assert_succeeded("languages[0]/translate");
}

#[test]
fn every_assertion_refuses_an_unknown_step() {
    let report = translated_report();
    let expected = "`all` has no step `trnslate`\nhelp: did you mean `translate`?";
    let all: [&dyn Fn(&str); 7] = [
        &|name| report.assert_succeeded(name),
        &|name| report.assert_skipped(name),
        &|name| report.assert_types(name, &[]),
        &|name| report.assert_text(name, ""),
        &|name| report.assert_order(&["generate", name]),
        &|name| drop(report.text(name)),
        &|name| drop(report.outcome(name).cloned()),
    ];
    for assertion in all {
        assert_eq!(panic_of(|| assertion("trnslate")), expected);
        let message = panic_of(|| assertion("languages[x]/translate"));
        assert!(message.contains("`languages[x]` is not a segment of a path"), "{message}");
        let message = panic_of(|| assertion("languages/translate[0]"));
        assert!(message.contains("`translate` is not a `map` or a `repeat`"), "{message}");
        let message = panic_of(|| assertion("languages"));
        assert!(message.contains("name one of these, such as `all/translated/languages/translate`"), "{message}");
    }
}

#[test]
fn an_assertion_about_a_step_that_did_not_run_fails() {
    let report = translated_report();
    let all: [&dyn Fn(); 4] = [
        &|| report.assert_succeeded("long"),
        &|| report.assert_types("long", &[]),
        &|| report.assert_text("long", ""),
        &|| report.assert_order(&["long", "generate"]),
    ];
    for assertion in all {
        let message = panic_of(assertion);
        assert!(message.starts_with("expected `long` to run, but it did not; the steps that ran are "), "{message}");
    }
    assert_eq!(panic_of(|| report.assert_order(&["count"])), "expected at least two steps, whose order is asserted");
    assert_eq!((report.outcome("long"), report.text("long")), (None, String::new()));
    report.assert_skipped("languages[2]/translate");
}

#[test]
fn an_iteration_of_a_repeat_has_an_index() {
    let report = test::run(looped("a".into()))
        .stub("count", CountOutput { words: 1 })
        .stub("repeat[1]/count", CountOutput { words: 5 })
        .paused();
    assert_eq!(report.output().unwrap().words, 5);
    report.assert_order(&["repeat[0]/count", "repeat[1]/count"]);
    report.assert_skipped("repeat[2]/count");
    assert!(panic_of(|| report.assert_order(&["count", "count"])).contains("it ended later"));
}

#[test]
fn a_single_item_is_replaced_by_its_index() {
    let report = test::run(pipeline())
        .fail("languages[1]/translate", "down")
        .delay("languages[0]/translate", Duration::from_secs(1))
        .mock("translate", mocked)
        .paused();
    assert_eq!(
        format!("{:#}", report.output().map(|_| ()).unwrap_err()),
        "step `all/translated/languages[1]/translate` failed: down"
    );
    assert_eq!(report.outcome("languages[0]/translate"), Some(&Outcome::Cancelled));
}

#[test]
fn the_error_of_a_mock_is_the_error_of_the_step() {
    #[derive(Debug)]
    struct Denied(u16);
    impl std::fmt::Display for Denied {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "denied with {}", self.0)
        }
    }
    impl std::error::Error for Denied {}

    let report = test::run(Count { full_text: "a".into() })
        .try_mock("count", |_: Count| Err::<CountOutput, _>(Denied(403)))
        .paused();
    let error = report.output().map(|_| ()).unwrap_err();
    let cause = std::error::Error::source(&error).and_then(|cause| cause.downcast_ref::<Denied>());
    assert_eq!(cause.map(|denied| denied.0), Some(403));

    let report =
        test::run(recovered("a b".into())).try_mock("measure", |_: Count| Err::<CountOutput, _>(Denied(500))).paused();
    assert_eq!(report.output().unwrap().words, 2);
    report.assert_order(&["measure", "fallback"]);
}

#[test]
fn an_empty_name_is_the_run() {
    let report = translated_report();
    assert_eq!(report.outcome(""), Some(&Outcome::Succeeded));
    assert_eq!(report.types(""), ["run.started", "run.finished"]);
    assert_eq!(
        panic_of(|| test::run(pipeline()).fail("", "never")),
        "expected the name of a step, found an empty name"
    );
}
