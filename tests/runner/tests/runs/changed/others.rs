//! Other ways to resume a run wrongly.

use super::*;
use runnable::store::StepStatus;
use serde_json::json;
use std::time::Duration;

#[tokio::test]
async fn a_closure_in_a_binding_and_in_a_source_is_compared_by_its_results() {
    pipeline! {
        fn closed(name: String, n: u32) -> [last] {
            pass(n = { let change = setting(name); let add = move |n: u32| n + change; add(*n) })
                >> map(((1..4).map(|item| item * (1 + setting(name) / 10)).collect::<Vec<_>>()) as item) { each: pass(n = item) } -> []
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("closed"));
    fail(&runner, closed(name.clone(), 7), &name, "finish").await;
    set(&name, 1);
    let error = runner.resume::<Closed>(&name).await.expect_err("the closure adds");
    refused(&error, &["the input `n` of the step `pass`", "`7` is recorded", "now it is `8`"]);
    set(&name, 10);
    refused(&runner.resume::<Closed>(&name).await.expect_err("the items differ"), &["`n`", "recorded"]);
    assert_eq!(done(&format!("{name}/finish")), 1);
}

#[tokio::test]
async fn a_default_is_the_default_of_the_first_part() {
    static DEFAULT: AtomicU32 = AtomicU32::new(5);
    pipeline! {
        fn defaulted(name: String, n: u32 = DEFAULT.load(Ordering::Relaxed)) -> [n, last] { pass >> finish }
    }
    let (runner, name) = (runner().await, unique("defaulted"));
    let default = DEFAULT.load(Ordering::Relaxed);
    fail(&runner, defaulted(name.clone(), default), &name, "finish").await;
    DEFAULT.store(6, Ordering::Relaxed);
    assert_eq!(runner.resume::<Defaulted>(&name).await.expect("its input is recorded").n, 5);
    assert_eq!((done(&format!("{name}/pass/5")), done(&format!("{name}/pass/6"))), (1, 0));
}

#[tokio::test]
async fn a_fork_of_a_fork_is_compared_with_the_first_run() {
    pipeline! {
        fn chained(name: String) -> [c, last] {
            one: pass(n = setting(name)) -> [n as a]
                >> two: pass(n = a + setting(name) / 2) -> [n as b]
                >> three: pass(n = b + 1) -> [n as c]
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("chained"));
    let id = |part: &str| format!("{name}{part}");
    runner.run(chained(name.clone())).run_id(&*name).await.expect("it succeeds");
    runner.fork::<Chained>(&name, "three").run_id(id("-fork")).await.expect("it is as before");
    set(&name, 1);
    let error = runner.fork::<Chained>(&id("-fork"), "three").await.expect_err("the first input differs");
    refused(&error, &["`one`", "`0` is recorded", "`1`"]);
    // Another fork begins before the first difference, and later forks have its values.
    runner.fork::<Chained>(&name, "one").run_id(id("-new")).await.expect("nothing is taken over");
    break_at(&format!("{name}/finish"));
    runner.fork::<Chained>(&id("-new"), "finish").run_id(id("-cut")).await.expect_err("it fails");
    mend(&format!("{name}/finish"));
    set(&name, 2);
    refused(&runner.resume::<Chained>(&id("-cut")).await.expect_err("the input differs"), &["`1` is recorded", "`2`"]);
    set(&name, 1);
    assert_eq!(runner.resume::<Chained>(&id("-cut")).await.expect("it is as before").c, 2);
    assert_eq!((done(&format!("{name}/pass/0")), done(&format!("{name}/pass/2"))), (2, 1));
}

#[tokio::test]
async fn a_loop_with_another_condition_is_refused_or_equal_to_a_new_run() {
    pipeline! {
        fn counting(name: String) -> [n, last] {
            repeat(max = 6, index as turn) {
                pass(n = 3) >> match turn % 2 { 0 => {}, _ => { odd: pass(n = 8) -> [] } } -> []
            } until(turn + 1 >= 2 + setting(name) as usize) -> []
                >> finish >> after: pass(n = 1)
        }
    }
    let (runner, name) = (runner().await, unique("counting"));
    fail(&runner, counting(name.clone()), &name, "pass/1").await;
    set(&name, 1);
    let error = runner.resume::<Counting>(&name).await.expect_err("another turn comes before a recorded step");
    refused(&error, &["does not reach recorded steps: `finish`"]);
    assert_eq!((done(&format!("{name}/pass/3")), done(&format!("{name}/pass/8"))), (2, 1));
    set(&name, 0);
    runner.resume::<Counting>(&name).await.expect("it is as before");
    assert_eq!((done(&format!("{name}/pass/3")), done(&format!("{name}/finish"))), (2, 1));
}

#[tokio::test]
async fn a_guard_and_a_pattern_that_choose_the_same_arm_are_equal() {
    pipeline! {
        fn guarded(name: String) -> [last] {
            match setting(name) { n if n < 3 => {}, 7 | 8 => {}, n => pass(n = *n) -> [] }
                >> if let Some(n) = (setting(name) / 100).checked_sub(1) { hundred: pass(n = n) -> [] }
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("guarded"));
    set(&name, 7);
    fail(&runner, guarded(name.clone()), &name, "finish").await;
    for (change, choice) in [(1, "number 1"), (9, "number 1"), (107, "number 1"), (3, "number 1")] {
        set(&name, change);
        refused(&runner.resume::<Guarded>(&name).await.expect_err("another arm matches"), &[choice]);
    }
    set(&name, 8);
    runner.resume::<Guarded>(&name).await.expect("the same arm matches");
    assert_eq!(done(&format!("{name}/pass/3")), 0);
}

#[tokio::test]
async fn a_later_part_is_compared_with_all_earlier_parts() {
    pipeline! {
        fn parts(name: String) -> [last] {
            one: pass(n = 1) -> []
                >> if setting(name) > 0 { two: pass(n = setting(name)) -> [] } else { {} }
                >> three: pass(n = 3) -> []
                >> try { four: pass(n = 4) } else { instead: pass(n = 5) } -> []
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("parts"));
    set(&name, 2);
    fail(&runner, parts(name.clone()), &name, "pass/3").await;
    // A refused part changes nothing.
    set(&name, 0);
    refused(&runner.resume::<Parts>(&name).await.expect_err("another arm"), &["arm number 2"]);
    set(&name, 2);
    break_at(&format!("{name}/pass/4"));
    break_at(&format!("{name}/finish"));
    runner.resume::<Parts>(&name).await.expect_err("it fails");
    mend(&format!("{name}/pass/4"));
    mend(&format!("{name}/finish"));
    set(&name, 3);
    refused(&runner.resume::<Parts>(&name).await.expect_err("an input of the first part"), &["`two`", "`2`", "`3`"]);
    set(&name, 2);
    runner.resume::<Parts>(&name).await.expect("it is as before");
    let ran = [1, 2, 3, 4, 5].map(|n| done(&format!("{name}/pass/{n}")));
    assert_eq!(ran, [1, 1, 2, 1, 1], "the second part recovered, and the third knows it");
}

pipeline! { fn inner_fails(name: String) -> [n] { deep: pass(n = 77) } }

/// Fails with the error of a run of its own, which has the path of a step there.
#[task(returns = [n])]
async fn nests(name: String) -> Result<u32, runnable::Error> {
    let output = inner_fails(name).execute().await?;
    Ok(output.n)
}

#[tokio::test]
async fn a_failure_of_a_run_inside_a_step_is_recovered_once() {
    pipeline! {
        fn nested(name: String) -> [n, last] {
            group: { try { nests } else { pass(n = 6) } } >> finish
        }
    }
    let (runner, name) = (runner().await, unique("nested"));
    break_at(&format!("{name}/pass/77"));
    fail(&runner, nested(name.clone()), &name, "finish").await;
    mend(&format!("{name}/pass/77"));
    let output = runner.resume::<Nested>(&name).await.expect("it is as before");
    assert_eq!((output.n, done(&format!("{name}/pass/77")), done(&format!("{name}/pass/6"))), (6, 1, 1));
}

#[tokio::test]
async fn a_step_that_timed_out_or_panicked_stays_recovered() {
    #[task(returns = [n], timeout = "20ms", retry(2, backoff = "1ms"))]
    async fn slow(name: &str) -> Result<u32, String> {
        act(&format!("{name}/slow"))?;
        if setting(name) == 0 {
            tokio::time::sleep(Duration::from_hours(1)).await;
        }
        Ok(1)
    }
    #[task(returns = [n])]
    async fn panics(name: &str) -> Result<u32, String> {
        act(&format!("{name}/panics"))?;
        assert!(setting(name) > 0, "it panics at first");
        Ok(2)
    }
    pipeline! {
        fn late(name: String) -> [a, b, last] {
            parallel {
                one: { try { slow } else { pass(n = 10) } -> [n as a] },
                two: { try { panics } else { again: pass(n = 11) } -> [n as b] },
            }
            >> finish
        }
    }
    let (runner, name) = (runner().await, unique("late"));
    fail(&runner, late(name.clone()), &name, "finish").await;
    let ran = || [done(&format!("{name}/slow")), done(&format!("{name}/panics"))];
    let before = ran();
    set(&name, 1);
    let output = runner.resume::<Late>(&name).await.expect("both are recorded");
    assert_eq!((output.a, output.b, ran()), (10, 11, before));
}

#[tokio::test]
async fn two_failures_at_once_in_a_try_are_not_repeated() {
    #[task(returns = [n])]
    async fn breaks(name: &str, n: u32) -> Result<u32, String> {
        act(&format!("{name}/breaks/{n}"))?;
        tokio::task::yield_now().await;
        Err(format!("{n} breaks"))
    }
    pipeline! {
        fn both(name: String) -> [last] {
            try {
                parallel { a: { breaks(n = 1) -> [n as a] }, b: { breaks(n = 2) -> [n as b] }, c: { breaks(n = 3) -> [n as c] } } -> []
            } else { pass(n = 9) -> [] }
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("both"));
    fail(&runner, both(name.clone()), &name, "finish").await;
    let ran = || [1, 2, 3].map(|n| done(&format!("{name}/breaks/{n}")));
    let before = ran();
    runner.resume::<Both>(&name).await.expect("it is as before");
    assert_eq!((ran(), done(&format!("{name}/pass/9"))), (before, 1));
}

#[tokio::test]
async fn an_assumption_about_a_step_with_another_input_is_refused() {
    #[task(returns = [receipt], effect = "once")]
    async fn pays(name: &str, n: u32) -> Result<u32, String> {
        act(&format!("{name}/pays/{n}"))?;
        tokio::time::sleep(Duration::from_hours(1)).await;
        Ok(n)
    }
    pipeline! { fn paying(name: String) -> [receipt, last] { pays(n = setting(name) + 1) >> finish } }
    let (runner, name) = (runner().await, unique("paying"));
    let run = runner.run(paying(name.clone())).run_id(&*name);
    assert!(tokio::time::timeout(Duration::from_millis(100), run).await.is_err(), "it is cut short");
    set(&name, 5);
    let resumed = runner.resume::<Paying>(&name).assume_done("pays", json!({ "receipt": 1 }));
    refused(&resumed.await.expect_err("the input differs"), &["`pays`", "`n`", "`1` is recorded", "`6`"]);
    assert_eq!((done(&format!("{name}/finish")), done(&format!("{name}/pays/6"))), (0, 0));
    set(&name, 0);
    assert_eq!(runner.resume::<Paying>(&name).await.expect("the assumption is recorded").receipt, 1);
    let statuses: Vec<_> = steps(&runner, &name).await.into_iter().map(|step| step.status).collect();
    assert_eq!(statuses, [StepStatus::Succeeded; 2]);
}

#[tokio::test]
async fn items_of_a_map_are_compared_by_position() {
    fn order(name: &str) -> BTreeMap<u32, &'static str> {
        let keys = if setting(name) == 0 { [1, 2, 3] } else { [1, 3, 2] };
        keys.into_iter().zip(["a", "b", "c"]).collect()
    }
    #[task(returns = [length])]
    async fn label(name: &str, key: u32, text: &str) -> Result<usize, String> {
        act(&format!("{name}/label/{key}/{text}"))?;
        Ok(text.len())
    }
    pipeline! {
        fn labelled(name: String) -> [length, last] {
            map((order(name)) as entry) { label(key = entry.0, text = entry.1) } >> finish
        }
    }
    let (runner, name) = (runner().await, unique("labelled"));
    fail(&runner, labelled(name.clone()), &name, "finish").await;
    set(&name, 1);
    let error = runner.resume::<Labelled>(&name).await.expect_err("two values are swapped");
    refused(&error, &["[1]/label`", "`text`", r#"`"b"` is recorded"#, r#"`"c"`"#]);
    assert_eq!(done(&format!("{name}/finish")), 1);
}

/// Versions of a pipeline of one name.
macro_rules! versions {
    ($($module:ident { $($tokens:tt)* })*) => {$(
        mod $module {
            use super::*;
            $($tokens)*
        }
    )*};
}

versions! {
    first {
        pipeline! { fn part(name: String, n: u32) -> [n] { pass } }
        pipeline! { pub(super) fn whole(name: String) -> [last] { parallel { a: part(n = 1) -> [n as a], b: part(n = 2) -> [n as b] } >> finish } }
    }
    reordered {
        pipeline! { fn part(name: String, n: u32) -> [n] { pass } }
        pipeline! { pub(super) fn whole(name: String) -> [last] { parallel { b: part(n = 1) -> [n as a], a: part(n = 2) -> [n as b] } >> finish } }
    }
    relabelled {
        pipeline! { fn part(name: String, n: u32) -> [n] { pass } }
        pipeline! { pub(super) fn whole(name: String) -> [last] { parallel { a: part(n = 1) -> [n as a], c: part(n = 2) -> [n as b] } >> finish } }
    }
    replaced {
        pipeline! { fn part(name: String, n: u32) -> [n] { pass >> second: pass } }
        pipeline! { pub(super) fn whole(name: String) -> [last] { parallel { a: part(n = 1) -> [n as a], b: part(n = 2) -> [n as b] } >> finish } }
    }
    recovering {
        pipeline! { fn part(name: String, n: u32) -> [n] { try { pass } else { {} } } }
        pipeline! { pub(super) fn whole(name: String) -> [last] { parallel { a: part(n = 1) -> [n as a], b: part(n = 2) -> [n as b] } >> finish } }
    }
}

#[tokio::test]
async fn another_composition_is_refused_with_its_difference() {
    let (runner, name) = (runner().await, unique("whole"));
    fail(&runner, first::whole(name.clone()), &name, "finish").await;
    let errors = [
        runner.resume::<reordered::Whole>(&name).await.map(drop).expect_err("branches are swapped"),
        runner.resume::<relabelled::Whole>(&name).await.map(drop).expect_err("a branch has another name"),
        runner.resume::<replaced::Whole>(&name).await.map(drop).expect_err("a step is new"),
        runner.resume::<recovering::Whole>(&name).await.map(drop).expect_err("a `try` is new"),
    ];
    for (error, part) in errors.iter().zip(["\n- ", "c: branch", "second: pass", "try"]) {
        let text = format!("{error:#}");
        assert!(text.contains("another version") && text.contains(part) && text.contains("help:"), "{text}");
    }
    assert_eq!((done(&format!("{name}/finish")), done(&format!("{name}/pass/1"))), (1, 1));
    runner.resume::<first::Whole>(&name).await.expect("it is as before");
}
