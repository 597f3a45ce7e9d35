//! Items and branches that run at the same time.

use super::*;

fn order(name: &str) -> Vec<u32> {
    match setting(name) {
        0 => (0..6).collect(),
        1 => (0..6).rev().collect(),
        _ => vec![0, 1, 2, 5, 4, 3],
    }
}

pipeline! {
    fn mailing(name: String) -> [n] { map((order(name)) as n, limit = 4) { pass } }
}

#[tokio::test]
async fn items_in_another_order_are_refused_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("mailing"));
    fail(&runner, mailing(name.clone()), &name, "pass/3").await;
    let ran = || (0..6).map(|n| done(&format!("{name}/pass/{n}"))).collect::<Vec<_>>();
    let before = ran();
    set(&name, 1);
    refused(&runner.resume::<Mailing>(&name).await.expect_err("the order has changed"), &["[0]/pass`", "`0`", "`5`"]);
    assert_eq!(ran(), before);
    set(&name, 0);
    assert_eq!(runner.resume::<Mailing>(&name).await.expect("it is as before").n, [0, 1, 2, 3, 4, 5]);
}

#[tokio::test]
async fn a_hash_set_is_resumed_item_by_item_or_refused() {
    use std::collections::HashSet;
    pipeline! { fn users(name: String, users: HashSet<u32>) -> [n] { map(users as n, limit = 1) { pass } } }
    let (runner, mut refusals) = (runner().await, 0);
    for _ in 0..30 {
        let name = unique("users");
        break_at(&format!("{name}/pass/3"));
        let all: HashSet<u32> = (0..6).collect();
        runner.run(users(name.clone(), all)).run_id(&*name).await.expect_err("it fails");
        mend(&format!("{name}/pass/3"));
        match runner.resume::<Users>(&name).await {
            Ok(output) => {
                assert_eq!(output.n.iter().copied().collect::<HashSet<_>>(), (0..6).collect());
                let ran: Vec<_> = (0..6).map(|n| done(&format!("{name}/pass/{n}"))).collect();
                assert_eq!(ran.iter().sum::<usize>(), 7, "{ran:?}");
            }
            Err(error) => {
                refused(&error, &["/pass`", "is recorded"]);
                refusals += 1;
            }
        }
    }
    assert!(refusals > 0, "another set has another order");
}

#[tokio::test]
async fn a_branch_without_a_record_waits_for_the_comparison_of_the_others() {
    pipeline! {
        fn branches(name: String) -> [a, b] {
            parallel {
                first: { one: pass(n = 1) -> [n as a] },
                second: { two: pass(n = 2) >> three: pass(n = 3) >> four: pass(n = 4 + setting(name)) -> [n as b] },
            }
        }
    }
    let (runner, name) = (runner().await, unique("branches"));
    // The first branch fails after the second has finished.
    break_at(&format!("{name}/pass/1"));
    runner.run(branches(name.clone())).run_id(&*name).await.expect_err("it fails");
    assert_eq!(done(&format!("{name}/pass/4")), 0, "it fails at once");
    mend(&format!("{name}/pass/1"));
    break_at(&format!("{name}/pass/4"));
    runner.resume::<Branches>(&name).await.expect_err("it fails");
    mend(&format!("{name}/pass/4"));
    let ran = done(&format!("{name}/pass/1"));
    set(&name, 1);
    let result = runner.resume::<Branches>(&name).await;
    // `four` has no record: it may have another input.
    assert_eq!(result.expect("nothing recorded has changed").b, 5);
    assert_eq!(done(&format!("{name}/pass/1")), ran);
}

#[tokio::test]
async fn an_unrecorded_branch_does_not_begin_if_a_later_branch_has_changed() {
    #[task(returns = [slow])]
    async fn slow(name: &str) -> Result<u32, String> {
        act(&format!("{name}/slow"))?;
        tokio::time::sleep(std::time::Duration::from_hours(1)).await;
        Ok(1)
    }
    pipeline! {
        fn mixed(name: String, items: Vec<u32>) -> [slow, m] {
            parallel {
                slow,
                deep: map(items as item, limit = 1) {
                    repeat(max = 2, index as turn) {
                        again: pass(n = item * 10 + u32::try_from(turn).unwrap_or(0) + setting(name) * (item / 2))
                    } until(false)
                } -> [] >> last: pass(n = 99) -> [n as m],
            }
        }
    }
    let (runner, name) = (runner().await, unique("mixed"));
    fail(&runner, mixed(name.clone(), vec![1, 2, 3]), &name, "pass/99").await;
    assert_eq!(done(&format!("{name}/slow")), 1);
    set(&name, 1);
    refused(&runner.resume::<Mixed>(&name).await.expect_err("an item has changed"), &["[1]", "`n`"]);
    assert_eq!(done(&format!("{name}/slow")), 1);
}

#[tokio::test]
async fn a_lower_limit_recalls_all_items_and_then_holds() {
    static RUNNING: AtomicU32 = AtomicU32::new(0);
    static MOST: AtomicU32 = AtomicU32::new(0);

    #[task(returns = [n])]
    async fn careful(name: &str, n: u32) -> Result<u32, String> {
        MOST.fetch_max(RUNNING.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
        tokio::time::sleep(std::time::Duration::from_millis(u64::from(2 + 10 * (n % 2)))).await;
        RUNNING.fetch_sub(1, Ordering::Relaxed);
        act(&format!("{name}/careful/{n}"))?;
        Ok(n)
    }
    pipeline! {
        fn limited(name: String, items: Vec<u32>) -> [n, last] {
            map(items as n, limit = 6 - setting(name) as usize) { careful } >> finish
        }
    }
    let (runner, name) = (runner().await, unique("limited"));
    // The even items succeed before the first odd item fails.
    break_at(&format!("{name}/careful/1"));
    runner.run(limited(name.clone(), (0..10).collect())).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/careful/1"));
    let ran: usize = (0..10).map(|n| done(&format!("{name}/careful/{n}"))).sum();
    set(&name, 5);
    RUNNING.store(0, Ordering::Relaxed);
    MOST.store(0, Ordering::Relaxed);
    let output = runner.resume::<Limited>(&name).await.expect("a limit may change");
    assert_eq!(output.n, (0..10).collect::<Vec<_>>());
    assert_eq!(MOST.load(Ordering::Relaxed), 1);
    let again: usize = (0..10).map(|n| done(&format!("{name}/careful/{n}"))).sum();
    assert_eq!(again - ran, 11 - ran, "the completed items do not run again");
}

#[tokio::test]
async fn a_fork_compares_before_a_body_runs() {
    let (runner, name) = (runner().await, unique("forked"));
    pipeline! {
        fn forked(name: String) -> [n, last] {
            map((order(name)) as n) { pass } >> finish
        }
    }
    runner.run(forked(name.clone())).run_id(&*name).await.expect("it succeeds");
    set(&name, 2);
    let error = runner.fork::<Forked>(&name, "finish").await.expect_err("the order has changed");
    refused(&error, &["[3]/pass`"]);
    assert_eq!(done(&format!("{name}/finish")), 1);
    set(&name, 0);
    runner.fork::<Forked>(&name, "finish").await.expect("it is as before");
    assert_eq!(done(&format!("{name}/finish")), 2);
}
