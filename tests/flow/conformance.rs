//! Conformance with the system that this project re-creates, alone and inside `map` and `parallel`.
use super::{Boom, record};
use runnable::prelude::*;
use std::time::Duration;

type Ended = Vec<(String, &'static str)>;

/// Prefixes the paths with the item and the branch that run `pipeline`.
fn nested(pipeline: &str, ended: &[(&str, &'static str)]) -> Ended {
    ended.iter().map(|(path, outcome)| (format!("items[0]/left/{pipeline}/{path}"), *outcome)).collect()
}

fn plain(ended: &[(&str, &'static str)]) -> Ended {
    ended.iter().map(|(path, outcome)| ((*path).to_owned(), *outcome)).collect()
}

/// Returns the steps of the left branch: the progress of the right branch depends on the clock.
fn left(ended: Ended) -> Ended {
    ended.into_iter().filter(|(path, _)| path.contains("/left/")).collect()
}

#[task(returns = [a])]
async fn one(n: u64) -> u64 {
    n + 1
}

#[task(returns = [b])]
async fn two(n: u64) -> Result<u64, Boom> {
    tokio::time::sleep(Duration::from_millis(1)).await;
    if n == 13 { Err(Boom("thirteen")) } else { Ok(n * 2) }
}

#[task(returns = [slow])]
async fn nap(ms: u64) -> u64 {
    tokio::time::sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [sum])]
async fn add(a: u64, b: u64) -> u64 {
    a + b
}

#[task(returns = [right])]
async fn beside(n: u64) -> u64 {
    tokio::time::sleep(Duration::from_millis(5)).await;
    n
}

pipeline! {
    fn two_branches(n: u64) -> [sum] { parallel { x: one, y: two, z: nap(ms = 3) } >> add }
}
pipeline! {
    fn two_branches_nested(items: Vec<u64>) -> [sums, rights] {
        map(items as n) { parallel { left: two_branches, beside } } -> [sum as sums, right as rights]
    }
}

#[tokio::test(start_paused = true)]
async fn parallel_branches_have_separate_steps_and_outcomes() {
    let good = [("x/one", "success"), ("y/two", "success"), ("z/nap", "success"), ("add", "success")];
    let (ended, output) = record(two_branches(3).execute_streaming()).await;
    assert_eq!((ended, output.unwrap().sum), (plain(&good), 10));
    let bad = [("x/one", "success"), ("y/two", "failed"), ("z/nap", "cancelled")];
    let (ended, output) = record(two_branches(13).execute_streaming()).await;
    assert_eq!((ended, output.unwrap_err().path().to_string()), (plain(&bad), "y/two".to_owned()));

    let (ended, output) = record(two_branches_nested(vec![3]).execute_streaming()).await;
    assert_eq!((left(ended), output.unwrap().sums), (nested("two_branches", &good), vec![10]));
    let (ended, output) = record(two_branches_nested(vec![13]).execute_streaming()).await;
    assert_eq!(ended.last().unwrap(), &("items[0]/beside".to_owned(), "cancelled"));
    assert_eq!(
        (left(ended), output.unwrap_err().path().to_string()),
        (nested("two_branches", &bad), "items[0]/left/two_branches/y/two".to_owned())
    );
}

pipeline! {
    fn chosen(n: u64) -> [a] { match n % 2 { 0 => even: one, _ => odd: one >> again: one(n = a) } }
}
pipeline! {
    fn chosen_nested(items: Vec<u64>) -> [each] { map(items as n) { parallel { left: chosen, beside } } -> [a as each] }
}

#[tokio::test(start_paused = true)]
async fn only_the_chosen_arm_sends_events_and_its_returns_reach_the_parent() {
    for (n, a, steps) in [(4, 5, &[("even", "success")][..]), (5, 7, &[("odd", "success"), ("again", "success")])] {
        let (ended, output) = record(chosen(n).execute_streaming()).await;
        assert_eq!((ended, output.unwrap().a), (plain(steps), a));
        let (ended, output) = record(chosen_nested(vec![n]).execute_streaming()).await;
        assert_eq!((left(ended), output.unwrap().each), (nested("chosen", steps), vec![a]));
    }
}

pipeline! {
    fn mapped(numbers: Vec<u64>) -> [sums] { map(numbers as n) { one >> two >> add } -> [sum as sums] }
}
pipeline! {
    fn mapped_nested(items: Vec<Vec<u64>>) -> [all] {
        map(items as numbers) { parallel { left: mapped, beside(n = 1) } } -> [sums as all]
    }
}

#[tokio::test(start_paused = true)]
async fn a_map_runs_chains_and_returns_lists_in_item_order() {
    assert_eq!(mapped(vec![1, 2, 3]).execute().await.unwrap().sums, [4, 7, 10]);
    assert_eq!(mapped(vec![]).execute().await.unwrap().sums, Vec::<u64>::new());
    let (ended, output) = record(mapped(vec![7, 7]).execute_streaming()).await;
    assert_eq!(output.unwrap().sums, [22, 22]);
    for item in ["numbers[0]", "numbers[1]"] {
        assert_eq!(ended.iter().filter(|(path, _)| path.starts_with(item)).count(), 3, "duplicates are distinct");
    }
    let (ended, output) = record(mapped_nested(vec![vec![1, 2], vec![]]).execute_streaming()).await;
    assert_eq!(output.unwrap().all, [vec![4, 7], vec![]]);
    assert_eq!(left(ended).len(), 6);
}

#[task(returns = [n])]
async fn step(n: u64) -> Result<u64, Boom> {
    if n == 13 { Err(Boom("thirteen")) } else { Ok(n + 1) }
}

pipeline! {
    fn looped(n: u64, goal: u64) -> [n] { up: repeat(max = 3) { step } until(n >= goal) }
}
pipeline! {
    fn looped_nested(items: Vec<u64>, goal: u64) -> [all] {
        map(items as n) { parallel { left: looped, beside } } -> [n as all]
    }
}

#[tokio::test(start_paused = true)]
async fn a_loop_ends_at_its_condition_its_maximum_or_a_failure() {
    let met = [("up[0]/step", "success"), ("up[1]/step", "success"), ("up", "success")];
    let full = [("up[0]/step", "success"), ("up[1]/step", "success"), ("up[2]/step", "success"), ("up", "success")];
    let failed = [("up[0]/step", "success"), ("up[1]/step", "failed"), ("up", "failed")];
    for (n, result, steps) in [(8, Some(10), &met[..]), (1, Some(4), &full), (12, None, &failed)] {
        let goal = if n == 12 { 20 } else { 10 };
        let (ended, output) = record(looped(n, goal).execute_streaming()).await;
        assert_eq!((ended, output.ok().map(|output| output.n)), (plain(steps), result));
        let (ended, output) = record(looped_nested(vec![n], goal).execute_streaming()).await;
        assert_eq!(
            (left(ended), output.ok().map(|output| output.all)),
            (nested("looped", steps), result.map(|n| vec![n]))
        );
    }
}

pipeline! {
    fn recovered(n: u64) -> [b, a] {
        try { two } else { instead: one(n = 0) -> [a as b] }
            >> after: one(n = b)
    }
}
pipeline! {
    fn recovered_nested(items: Vec<u64>) -> [all] { map(items as n) { parallel { left: recovered, beside } } -> [b as all] }
}
pipeline! {
    fn unrecovered(n: u64) -> [a] { two >> after: one(n = b) }
}
pipeline! {
    fn unrecovered_nested(items: Vec<u64>) -> [all] { map(items as n) { parallel { left: unrecovered, beside } } -> [a as all] }
}

#[tokio::test(start_paused = true)]
async fn a_recovered_failure_lets_the_run_succeed_and_an_unrecovered_failure_stops_it() {
    let rescued = [("two", "failed"), ("instead", "success"), ("after", "success")];
    let (ended, output) = record(recovered(13).execute_streaming()).await;
    assert_eq!((ended, output.unwrap()), (plain(&rescued), RecoveredOutput { b: 1, a: 2 }));
    let (ended, output) = record(recovered_nested(vec![13]).execute_streaming()).await;
    assert_eq!((left(ended), output.unwrap().all), (nested("recovered", &rescued), vec![1]));

    let stopped = [("two", "failed")];
    let (ended, output) = record(unrecovered(13).execute_streaming()).await;
    assert_eq!((ended, output.unwrap_err().message()), (plain(&stopped), "thirteen".to_owned()));
    let (ended, output) = record(unrecovered_nested(vec![13]).execute_streaming()).await;
    assert_eq!((left(ended), output.unwrap_err().message()), (nested("unrecovered", &stopped), "thirteen".to_owned()));
}
