//! Recorded steps that a run does not reach again.

use super::*;

fn count(name: &str) -> u32 {
    5 - setting(name)
}

pipeline! {
    fn fewer(name: String) -> [n, last] { map((0..count(name)) as n) { pass } >> finish }
}

#[tokio::test]
async fn a_map_with_fewer_items_is_refused_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("fewer"));
    fail(&runner, fewer(name.clone()), &name, "finish").await;
    set(&name, 2);
    let error = runner.resume::<Fewer>(&name).await.expect_err("two items are gone");
    refused(&error, &["[3]/pass`", "[4]/pass`"]);
    assert!(error.path().is_empty(), "{error}");
    assert_eq!(done(&format!("{name}/finish")), 1);
}

#[tokio::test]
async fn a_map_with_more_items_runs_the_new_items() {
    let (runner, name) = (runner().await, unique("more"));
    set(&name, 2);
    fail(&runner, fewer(name.clone()), &name, "pass/2").await;
    set(&name, 0);
    let output = runner.resume::<Fewer>(&name).await.expect("nothing recorded has changed");
    assert_eq!(output.n, [0, 1, 2, 3, 4]);
    assert_eq!(done(&format!("{name}/pass/0")), 1);
}

pipeline! {
    fn turning(name: String) -> [n, last] {
        repeat(max = 9, index as turn) { turned: pass(n = u32::try_from(turn).unwrap_or(0)) } until(n + 1 >= count(name))
            >> finish
    }
}

#[tokio::test]
async fn a_loop_with_fewer_turns_is_refused_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("turning"));
    fail(&runner, turning(name.clone()), &name, "finish").await;
    set(&name, 3);
    let error = runner.resume::<Turning>(&name).await.expect_err("it ends earlier");
    refused(&error, &["[2]/turned`", "[3]/turned`", "[4]/turned`"]);
    assert_eq!(done(&format!("{name}/finish")), 1);
    set(&name, 0);
    assert_eq!(runner.resume::<Turning>(&name).await.expect("it is as before").n, 4);
}

#[tokio::test]
async fn a_run_that_ends_without_a_recorded_step_is_refused() {
    pipeline! {
        fn whole(name: String) -> [sums] {
            map((0..count(name)) as n) { pass -> [n as sums] }
        }
    }
    let (runner, name) = (runner().await, unique("whole"));
    fail(&runner, whole(name.clone()), &name, "pass/4").await;
    set(&name, 3);
    let error = runner.resume::<Whole>(&name).await.expect_err("an item is gone");
    refused(&error, &["[2]/pass`", "[3]/pass`"]);
    let record = record(&runner, &name).await;
    assert_eq!(record.status, runnable::store::RunStatus::Failed);
    assert!(record.error.expect("an error").get().contains(r#""code":"changed""#));
}

#[task(returns = [n])]
async fn waits(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/waits/{n}"))?;
    tokio::time::sleep(std::time::Duration::from_hours(1)).await;
    Ok(n)
}

#[task(returns = [n])]
async fn fails(name: &str) -> Result<u32, String> {
    act(&format!("{name}/fails"))?;
    tokio::task::yield_now().await;
    Err("always".to_owned())
}

pipeline! {
    fn excused(name: String) -> [last] {
        try {
            parallel {
                a: { waited: waits(n = 1) -> [n as a] },
                b: { fails -> [n as b] },
                c: { first: pass(n = 1) -> [n as c] >> map((vec![2, 3]) as item) { pass(n = item) -> [n as d] } -> [] },
                d: { quick: pass(n = 4) -> [n as e] >> also: waits(n = 2) -> [n as f] },
            } -> []
        } else |_error| { pass(n = 9) } -> []
            >> finish
    }
}

#[tokio::test]
async fn steps_beside_a_recovered_failure_need_not_be_reached() {
    let (runner, name) = (runner().await, unique("excused"));
    fail(&runner, excused(name.clone()), &name, "finish").await;
    let before = (done(&format!("{name}/waits/1")), done(&format!("{name}/fails")));
    runner.resume::<Excused>(&name).await.expect("it resumes");
    assert_eq!((done(&format!("{name}/waits/1")), done(&format!("{name}/fails"))), before, "no body runs again");
    assert_eq!((done(&format!("{name}/pass/9")), done(&format!("{name}/finish"))), (1, 2));
}
