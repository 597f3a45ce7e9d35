//! Other arms than recorded.

use super::*;

#[task(returns = [side])]
async fn left(name: &str) -> Result<String, String> {
    act(&format!("{name}/left"))?;
    Ok("left".to_owned())
}

#[task(returns = [side])]
async fn right(name: &str) -> Result<String, String> {
    act(&format!("{name}/right"))?;
    Ok("right".to_owned())
}

pipeline! {
    fn sided(name: String) -> [side, last] {
        if setting(name) == 0 { left } else { right } >> finish
    }
}

#[tokio::test]
async fn another_arm_is_refused_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("sided"));
    fail(&runner, sided(name.clone()), &name, "finish").await;
    set(&name, 1);
    let error = runner.resume::<Sided>(&name).await.expect_err("the flag has changed");
    refused(&error, &["`if`", "arm number 2", "arm number 1 is recorded"]);
    assert_eq!((done(&format!("{name}/right")), done(&format!("{name}/finish"))), (0, 1));
    set(&name, 0);
    assert_eq!(runner.resume::<Sided>(&name).await.expect("it is as before").side, "left");
}

#[tokio::test]
async fn another_arm_is_refused_even_if_no_step_of_the_recorded_arm_has_succeeded() {
    let (runner, name) = (runner().await, unique("sided"));
    fail(&runner, sided(name.clone()), &name, "left").await;
    set(&name, 1);
    refused(&runner.resume::<Sided>(&name).await.expect_err("the flag has changed"), &[]);
    assert_eq!(done(&format!("{name}/right")), 0);
}

pipeline! {
    fn empty_arms(name: String, items: Vec<u32>) -> [last] {
        map(items as item) {
            match setting(name) + item { 0..=99 => {}, _ => { match item { 3 => {}, _ => {} } } }
        }
        >> repeat(max = 2, index as turn) { if setting(name) == 7 && turn == 1 {} else {} >> again: pass(n = 0) } until(false)
        >> sub: checked
        >> finish
    }
}
pipeline! {
    fn checked(name: String) { if setting(name) == 8 {} else {} >> pass(n = 9) }
}

#[tokio::test]
async fn arms_without_steps_are_compared_in_maps_turns_and_pipelines() {
    let (runner, name) = (runner().await, unique("empty"));
    fail(&runner, empty_arms(name.clone(), vec![1, 2, 3]), &name, "finish").await;
    for (change, part) in [(97, "`items[2]`"), (7, "[1]"), (8, "`sub`")] {
        set(&name, change);
        refused(&runner.resume::<EmptyArms>(&name).await.expect_err("an arm has changed"), &[part]);
    }
    set(&name, 0);
    runner.resume::<EmptyArms>(&name).await.expect("it is as before");
    assert_eq!((done(&format!("{name}/pass/0")), done(&format!("{name}/pass/9"))), (2, 1));
}

#[tokio::test]
async fn a_refused_part_records_no_arm() {
    #[task(returns = [n])]
    async fn gate(name: &str) -> Result<u32, String> {
        act(&format!("{name}/gate"))?;
        Ok(1)
    }
    pipeline! {
        fn two(name: String) -> [last] {
            parallel {
                one: { before: pass(n = setting(name)) >> gate },
                two: {
                    after: pass(n = 1) -> [n as a] >> if setting(name) == 0 {} else {} >> second: pass(n = 2) -> [n as b]
                },
            }
            >> finish
        }
    }
    let (runner, name) = (runner().await, unique("two"));
    fail(&runner, two(name.clone()), &name, "pass/2").await;
    set(&name, 1);
    refused(&runner.resume::<Two>(&name).await.expect_err("an input has changed"), &["`n`"]);
    set(&name, 0);
    runner.resume::<Two>(&name).await.expect("it is as before");
}

/// Fails for as long as its setting is 0.
#[task(returns = [n])]
async fn risky(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/risky/{n}"))?;
    if n == 3 { Err("three".to_owned()) } else { Ok(n) }
}

#[task(returns = [n])]
async fn instead(name: &str) -> Result<u32, String> {
    act(&format!("{name}/instead"))?;
    Ok(0)
}

fn items(name: &str) -> Vec<u32> {
    (0..4 - setting(name)).collect()
}

pipeline! {
    fn recovering(name: String) -> [n, last] {
        try { map((items(name)) as n) { risky } -> [] >> pass(n = 50) } else |_error| { instead } >> finish
    }
}

#[tokio::test]
async fn a_try_that_no_longer_fails_is_refused_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("recovering"));
    fail(&runner, recovering(name.clone()), &name, "finish").await;
    assert_eq!((done(&format!("{name}/instead")), done(&format!("{name}/pass/50"))), (1, 0));
    set(&name, 1);
    let error = runner.resume::<Recovering>(&name).await.expect_err("the failing item is gone");
    refused(&error, &["[3]/risky`"]);
    assert_eq!((done(&format!("{name}/pass/50")), done(&format!("{name}/finish"))), (0, 1));
    set(&name, 0);
    assert_eq!(runner.resume::<Recovering>(&name).await.expect("it is as before").n, 0);
    assert_eq!((done(&format!("{name}/instead")), done(&format!("{name}/finish"))), (1, 2));
}

#[tokio::test]
async fn a_try_does_not_recover_from_a_changed_input() {
    pipeline! {
        fn guarded(name: String) -> [n, last] {
            try { pass(n = setting(name)) } else |_error| { instead } >> finish
        }
    }
    let (runner, name) = (runner().await, unique("guarded"));
    fail(&runner, guarded(name.clone()), &name, "finish").await;
    set(&name, 1);
    refused(&runner.resume::<Guarded>(&name).await.expect_err("an input has changed"), &["`pass`"]);
    assert_eq!((done(&format!("{name}/instead")), done(&format!("{name}/finish"))), (0, 1));
}
