//! Differences between runs.

use crate::support::{at, run, step};
use runnable_store::{CodeIdentity, RunRecord, RunStatus, StepRecord, StepStatus::*, json};
use runnable_view::{Recording, RunDiff, TextStyle};

fn pair() -> [(RunRecord, Vec<StepRecord>); 2] {
    let json = |text: &str| Some(json(text).expect("JSON"));
    let of = |input: &str, sha: &str, took: u64, translation: &str| {
        let mut run = run(RunStatus::Succeeded, took + 400);
        run.input = json(input).expect("an input");
        let mut code = CodeIdentity::new("app", "1.0.0");
        (code.git_sha, code.dirty) = (Some(sha.to_owned()), Some(sha == "9be204aa"));
        run.code = Some(code);
        let mut steps = vec![step("generate", 1, Succeeded, 0, took)];
        for (i, text) in ["Hola", "Salut", "Hallo", translation].into_iter().enumerate() {
            let mut item = step(&format!("languages[{i}]/translate"), 1, Succeeded, took, took + 400);
            item.output = json(&format!(r#"{{"translation":"{text}"}}"#));
            steps.push(item);
        }
        (run, steps)
    };
    let long = |word: &str| format!("{} {word} {}", "palabra ".repeat(30), "fin ".repeat(30));
    let mut after = of(r#"{"languages":["es","fr"],"n":1}"#, "9be204aa", 3900, &long("día"));
    after.1.push(step("languages[4]/translate", 1, Succeeded, 3900, 3950));
    after.1.push(step("\u{1b}[31mevil", 1, Succeeded, 3900, 3950));
    let mut before = of(r#"{"languages":["es"],"n":1}"#, "3f2a1c00", 1240, &long("días"));
    before.1.push(step("old", 1, Succeeded, 1240, 1250));
    [before, after]
}

#[test]
fn the_first_step_that_differs_is_named_with_its_values() {
    let [before, after] = pair();
    let before = Recording::new(&before.0, &before.1, at(0)).model();
    let after = Recording::new(&after.0, &after.1, at(0)).model();
    let diff = RunDiff::new(&before, &after);
    assert_eq!(diff.first_step(), Some("languages[3]/translate"));
    assert_eq!((diff.removed().len(), diff.added().len(), diff.is_equal()), (1, 2, false));
    for (width, ascii) in [(100, false), (60, true)] {
        let text = diff.text(&TextStyle::new().width(width).ascii(ascii));
        assert!(text.lines().all(|line| runnable_view::format::width(line) <= width), "{text}");
        assert!(!text.contains('\u{1b}'));
    }
    insta::assert_snapshot!(diff.text(&TextStyle::new().width(100)));
}

#[test]
fn a_run_equals_itself_and_a_slower_run() {
    let [(run, steps), _] = pair();
    let mut slower = steps.clone();
    slower[0].ended = Some(at(1_200));
    let (a, b) = (Recording::new(&run, &steps, at(0)).model(), Recording::new(&run, &slower, at(0)).model());
    assert_eq!(RunDiff::new(&a, &a).text(&TextStyle::new()), "the runs are equal\n");
    let diff = RunDiff::new(&a, &b);
    assert!(diff.is_equal() && diff.text(&TextStyle::new()).contains("generate  1.24s → 1.20s"));
    let mut other = run.clone();
    other.status = RunStatus::Failed;
    let failed = Recording::new(&other, &steps, at(0)).model();
    assert!(!RunDiff::new(&a, &failed).is_equal());
}
