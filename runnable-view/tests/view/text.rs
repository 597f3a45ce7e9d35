//! Runs as text.

use crate::support::{at, error, event, run, step};
use runnable_store::{RunRecord, RunStatus, StepRecord, StepStatus::*, json};
use runnable_view::{Recording, TextStyle};

/// A run whose process died, and that failed after three attempts of an item.
fn crashed() -> (RunRecord, Vec<StepRecord>) {
    let mut run = run(RunStatus::Failed, 7_808_100);
    run.error = Some(error("429 Too Many Requests"));
    let mut steps = vec![step("generate", 1, Succeeded, 0, 1_240)];
    let items = (0..6).map(|i| step(&format!("languages[{i}]/translate"), 1, Succeeded, 1_240 + i, 3_000 + 100 * i));
    steps.extend(items);
    steps.push(step("languages[7]/translate", 1, Failed, 3_000, 3_400));
    steps.push(step("languages[7]/translate", 2, Interrupted, 3_500, 7_803_600));
    steps.push(step("languages[6]/translate", 1, Interrupted, 3_500, 7_803_601));
    steps.push(step("languages[6]/translate", 2, Succeeded, 7_803_700, 7_805_000));
    steps.push(step("languages[7]/translate", 3, Failed, 7_803_700, 7_808_090));
    steps.push(step("languages[8]/translate", 1, Cancelled, 7_805_000, 7_808_095));
    (run, steps)
}

/// Shows a run in both forms, with Unicode and in plain ASCII.
fn shown(run: &RunRecord, steps: &[StepRecord], width: usize, ascii: bool) -> String {
    let model = Recording::new(run, steps, at(9_000)).model();
    let style = TextStyle::new().width(width).ascii(ascii);
    format!("{}\n{}", model.tree(&style), model.timeline(&style))
}

#[test]
fn a_run_with_a_crash() {
    let (run, steps) = crashed();
    insta::assert_snapshot!(shown(&run, &steps, 100, false));
}

#[test]
fn a_run_with_a_crash_in_ascii() {
    let (run, steps) = crashed();
    let text = shown(&run, &steps, 72, true);
    assert!(text.is_ascii());
    insta::assert_snapshot!(text);
}

#[test]
fn a_step_that_runs_again_shows_its_attempt_and_the_last_that_it_may_make() {
    let steps = |error| {
        let mut failed = step("fetch", 1, Failed, 0, 10);
        failed.error = Some(error);
        [failed, step("fetch", 2, Running, 20, 0)]
    };
    let bounded = r#"{"code":"failed","message":"429","retryable":true,"max_attempts":3}"#;
    // An earlier version did not record the number of the last attempt.
    for (error, attempt) in [(json(bounded).expect("JSON"), "attempt 2/3"), (error("429"), "attempt 2")] {
        let text = shown(&run(RunStatus::Running, 0), &steps(error), 100, false);
        assert!(text.contains(&format!("fetch: {attempt} after 429\n")), "{text}");
        assert_eq!(text.matches(&format!("  {attempt}")).count(), 2, "{text}");
    }
}

#[test]
fn no_line_is_wider_than_the_style_and_no_control_character_is_sent() {
    let (mut run, mut steps) = crashed();
    run.pipeline = "p\u{1b}[31m\n".to_owned() + &"long".repeat(40);
    run.tag = Some("\u{202e}tag\r".to_owned());
    run.error = Some(error("\u{9b}2J\u{7}日本\nsecond line"));
    steps.push(step("日本\u{1b}]0;x\u{7}/deep\n/name", 1, Failed, 1, 2));
    let deep = (0..300).map(|i| format!("a{i}[3]")).collect::<Vec<_>>().join("/");
    steps.push(step(&deep, 1, Running, 5, 0));
    let last = steps.len() - 2;
    steps[last].error.clone_from(&run.error);
    for width in [0, 20, 33, 80, 200] {
        for (ascii, unfold) in [(false, false), (true, true)] {
            let model = Recording::new(&run, &steps, at(9_000)).model();
            let style = TextStyle::new().width(width).ascii(ascii).unfold(unfold);
            for line in model.tree(&style).lines().chain(model.timeline(&style).lines()) {
                let columns = runnable_view::format::width(line);
                assert!(columns <= width.max(TextStyle::MIN_WIDTH), "{columns} columns: {line}");
                assert!(!line.chars().any(|c| c.is_control() || c == '\u{202e}'), "{line:?}");
            }
        }
    }
}

#[test]
fn colours_change_nothing_else() {
    let (run, steps) = crashed();
    let model = Recording::new(&run, &steps, at(9_000)).model();
    let plain = TextStyle::new();
    for (coloured, plain) in [
        (model.tree(&plain.colour(true)), model.tree(&plain)),
        (model.timeline(&plain.colour(true)), model.timeline(&plain)),
    ] {
        assert!(coloured.contains("\u{1b}[31m"));
        let mut stripped = String::new();
        for (i, piece) in coloured.split('\u{1b}').enumerate() {
            stripped.push_str(if i == 0 { piece } else { piece.split_once('m').expect("a sequence").1 });
        }
        let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        assert_eq!(trimmed(&stripped), trimmed(&plain));
    }
}

#[test]
fn a_failed_run_that_was_resumed_shows_in_its_events() {
    let run = run(RunStatus::Succeeded, 100_000);
    let steps = [step("a", 1, Succeeded, 0, 10), step("b", 1, Failed, 10, 20), step("b", 2, Succeeded, 99_990, 99_995)];
    let events = [
        event(1, 0, "run.started", None),
        event(5, 25, "run.finished", Some("failed")),
        event(6, 99_980, "run.resumed", None),
        event(9, 100_000, "run.finished", Some("success")),
    ];
    let without = Recording::new(&run, &steps, at(0)).model();
    assert!(without.gaps().is_empty());
    let model = Recording::new(&run, &steps, at(0)).events(&events).model();
    assert_eq!(model.took().as_millis(), 25 + 20);
    let text = model.tree(&TextStyle::new());
    assert!(text.contains("⫽ failed, 1 min 39 s ⫽ resumed after 25 ms"), "{text}");
}
