//! A `try` that ends in another way than recorded, and choices that are not reached again.

use super::*;
use std::time::Duration;

/// Fails if its argument is odd.
#[task(returns = [even])]
async fn halve(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/halve/{n}"))?;
    if n % 2 == 1 { Err(format!("{n} is odd")) } else { Ok(n / 2) }
}

#[task(returns = [even])]
async fn instead(name: &str) -> Result<u32, String> {
    act(&format!("{name}/instead"))?;
    Ok(100)
}

pipeline! {
    fn halved(name: String, items: Vec<u32>) -> [last] {
        try { map((items.iter().map(|n| n + setting(name)).collect::<Vec<_>>()) as n) { halve } -> [] } else { instead -> [] }
            >> finish
    }
}

#[tokio::test]
async fn a_try_whose_body_succeeded_is_refused_if_the_body_does_more() {
    pipeline! {
        fn more(name: String) -> [last] {
            try { map((vec![0; 2 + setting(name) as usize]) as n) { halve } -> [] } else { instead } -> [] >> finish
        }
    }
    let (runner, name) = (runner().await, unique("more"));
    fail(&runner, more(name.clone()), &name, "finish").await;
    assert_eq!(done(&format!("{name}/halve/0")), 2);
    set(&name, 1);
    let error = runner.resume::<More>(&name).await.expect_err("an item is new");
    refused(&error, &["does not reach recorded arms", "`try` or `map` with `on_error` number 1"]);
    assert_eq!((done(&format!("{name}/halve/0")), done(&format!("{name}/finish"))), (2, 1));
    set(&name, 0);
    runner.resume::<More>(&name).await.expect("it is as before");
}

#[tokio::test]
async fn a_try_that_recovered_is_refused_if_its_body_succeeds_or_does_more() {
    pipeline! {
        fn fewer(name: String) -> [last] {
            try { map(((0..2 - setting(name)).collect::<Vec<_>>()) as n, limit = 1) { halve } -> [] } else { {} } -> []
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("fewer"));
    fail(&runner, fewer(name.clone()), &name, "finish").await;
    for change in 1..=2 {
        set(&name, change);
        refused(&runner.resume::<Fewer>(&name).await.expect_err("no item fails"), &["arm number 1", "2 is recorded"]);
    }
    assert_eq!(done(&format!("{name}/finish")), 1);
    set(&name, 0);
    runner.resume::<Fewer>(&name).await.expect("it is as before");
}

#[tokio::test]
async fn tries_in_items_turns_pipelines_and_tries_are_compared() {
    pipeline! { fn below(name: String, n: u32) { try { halve } else { {} } -> [] } }
    pipeline! {
        fn nested(name: String, items: Vec<u32>) -> [last] {
            map(items as item) {
                try {
                    try { one: halve(n = item + setting(name)) } else { instead } -> [even] >> two: halve(n = even)
                } else { {} } -> []
            } -> []
            >> repeat(max = 2, index as turn) { below(n = u32::try_from(turn).unwrap_or(0) + setting(name) / 10) } until(false)
            >> finish
        }
    }
    let (runner, name) = (runner().await, unique("nested"));
    fail(&runner, nested(name.clone(), vec![1, 2, 4]), &name, "finish").await;
    let halves = || [1, 2, 4, 100, 0].map(|n| done(&format!("{name}/halve/{n}")));
    let before = halves();
    break_at(&format!("{name}/finish"));
    let error = runner.resume::<Nested>(&name).await.expect_err("it fails again");
    assert_eq!(error.kind(), ErrorKind::Failed, "{error:#}");
    mend(&format!("{name}/finish"));
    for change in [1, 2, 10] {
        set(&name, change);
        refused(&runner.resume::<Nested>(&name).await.expect_err("an input has changed"), &[]);
    }
    assert_eq!(halves(), before);
    set(&name, 0);
    runner.resume::<Nested>(&name).await.expect("it is as before");
    assert_eq!(halves(), before, "no body runs again");
}

#[tokio::test]
async fn a_choice_that_is_not_reached_is_refused() {
    pipeline! {
        fn unreached(name: String) -> [last] {
            map(((0..3 - setting(name)).collect::<Vec<_>>()) as n) { if n > 7 { instead } else {} -> [] }
                >> repeat(max = 3 - setting(name) as usize, index as turn) { match turn { 9 => instead, _ => {} } -> [] } until(false)
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("unreached"));
    fail(&runner, unreached(name.clone()), &name, "finish").await;
    set(&name, 1);
    let error = runner.resume::<Unreached>(&name).await.expect_err("an item is gone");
    refused(&error, &["does not reach recorded arms", "[2]`"]);
    set(&name, 0);
    runner.resume::<Unreached>(&name).await.expect("it is as before");
}

#[tokio::test]
async fn choices_in_a_body_that_failed_need_not_be_reached() {
    pipeline! {
        fn excused(name: String) -> [last] {
            try {
                parallel {
                    a: { slow: pass(n = 1) -> [n as a] >> if a == 1 { quick: pass(n = 2) } else {} -> [] },
                    b: { fails: halve(n = 1) -> [even as b] },
                } -> []
                >> match 5 { 5 => {}, _ => {} }
            } else { if 1 == 1 { instead } else {} -> [] } -> []
                >> finish
        }
    }
    let (runner, name) = (runner().await, unique("excused"));
    fail(&runner, excused(name.clone()), &name, "finish").await;
    runner.resume::<Excused>(&name).await.expect("it is as before");
    assert_eq!((done(&format!("{name}/halve/1")), done(&format!("{name}/instead"))), (1, 1));
}

#[task(returns = [receipt], effect = "once")]
async fn charge(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/charge/{n}"))?;
    tokio::time::sleep(Duration::from_hours(u64::from(n == 1))).await;
    Ok(n)
}

#[tokio::test]
async fn a_run_that_does_not_reach_an_interrupted_effect_is_refused() {
    pipeline! {
        fn charged(name: String) -> [last] {
            map(((0..2 - setting(name)).collect::<Vec<_>>()) as n) { charge } -> [] >> finish
        }
    }
    let (runner, name) = (runner().await, unique("charged"));
    let run = runner.run(charged(name.clone())).run_id(&*name);
    assert!(tokio::time::timeout(Duration::from_millis(100), run).await.is_err(), "it is cut short");
    set(&name, 1);
    refused(&runner.resume::<Charged>(&name).await.expect_err("the item is gone"), &["[1]/charge`"]);
    assert_eq!(done(&format!("{name}/finish")), 0);
    set(&name, 0);
    let error = runner.resume::<Charged>(&name).await.expect_err("it may have happened");
    assert_eq!(error.kind(), ErrorKind::Interrupted);
}

#[tokio::test]
async fn a_fork_takes_over_how_its_tries_ended() {
    let (runner, name) = (runner().await, unique("forked"));
    runner.run(halved(name.clone(), vec![0, 1, 2])).run_id(&*name).await.expect("it succeeds");
    runner.fork::<Halved>(&name, "instead").run_id(format!("{name}-else")).await.expect("it is as before");
    assert_eq!((done(&format!("{name}/halve/1")), done(&format!("{name}/instead"))), (1, 2));
    set(&name, 1);
    refused(&runner.fork::<Halved>(&name, "finish").await.expect_err("the items differ"), &["`n`"]);
    assert_eq!(done(&format!("{name}/finish")), 2);
}
