//! Recorded runs whose maps collect the failures of items.

use super::*;
use runnable::{Error, ErrorKind};
use serde_json::json;
use std::time::Duration;

type Halves = Vec<Result<u32, Error>>;

/// Fails if it is broken, and hangs for an item that says so.
#[task(returns = [half, text])]
async fn halve(name: &str, n: u32) -> Result<(u32, String), String> {
    act(&format!("{name}/halve/{n}"))?;
    if n == 1000 {
        std::future::pending::<()>().await;
    }
    Ok((n / 2, n.to_string()))
}

#[task(returns = [line])]
async fn finish(name: &str, halves: &Halves, texts: &[Result<String, Error>]) -> Result<String, String> {
    act(&format!("{name}/finish"))?;
    Ok(format!("{} {}", line(halves), line(texts)))
}

/// Formats values, and errors with their steps.
fn line<T: ToString>(results: &[Result<T, Error>]) -> String {
    let shown = |result: &Result<T, Error>| match result {
        Ok(value) => value.to_string(),
        Err(error) => format!("{error:#}"),
    };
    results.iter().map(shown).collect::<Vec<_>>().join(", ")
}

pipeline! {
    fn work(name: String, numbers: Vec<u32>) -> [halves, line] {
        map(numbers as n, on_error = collect) { halve } -> [half as halves, text as texts] >> finish
    }
}

fn failed(name: &str, i: usize, n: u32) -> String {
    format!("step `numbers[{i}]/halve` failed: {name}/halve/{n} is broken")
}

#[tokio::test]
async fn a_failed_item_gives_the_same_error_when_its_run_resumes() {
    let (runner, name) = (runner().await, unique("collect"));
    break_at(&format!("{name}/halve/4"));
    break_at(&format!("{name}/finish"));
    runner.run(work(name.clone(), vec![2, 4, 6])).run_id(&*name).await.expect_err("the last step fails");
    // It would succeed now.
    mend(&format!("{name}/halve/4"));
    mend(&format!("{name}/finish"));
    let output = runner.resume::<Work>(&name).await.expect("it resumes");
    let error = failed(&name, 1, 4);
    assert_eq!(line(&output.halves), format!("1, {error}, 3"));
    assert_eq!(output.line, format!("1, {error}, 3 2, {error}, 6"));
    assert_eq!([2, 4, 6].map(|n| done(&format!("{name}/halve/{n}"))), [1, 1, 1]);
    let statuses = ["numbers[0]/halve#1 Succeeded", "numbers[1]/halve#1 Recovered", "numbers[2]/halve#1 Succeeded"];
    let attempts = attempts(&runner, &name).await;
    assert!(statuses.iter().all(|status| attempts.contains(&(*status).to_owned())), "{attempts:?}");
}

#[tokio::test]
async fn a_failed_item_of_a_run_that_is_cut_short_does_not_run_again() {
    let (runner, name) = (runner().await, unique("collect"));
    break_at(&format!("{name}/halve/4"));
    let run = runner.run(work(name.clone(), vec![2, 4, 1000])).run_id(&*name);
    assert!(tokio::time::timeout(Duration::from_millis(200), run).await.is_err(), "it is cut short");
    mend(&format!("{name}/halve/4"));
    let again = runner.resume::<Work>(&name);
    assert!(tokio::time::timeout(Duration::from_millis(200), again).await.is_err(), "it is cut short again");
    assert_eq!([2, 4, 1000].map(|n| done(&format!("{name}/halve/{n}"))), [1, 1, 2]);
    break_at(&format!("{name}/halve/1000"));
    let output = runner.resume::<Work>(&name).await.expect("it resumes");
    assert_eq!(line(&output.halves), format!("1, {}, {}", failed(&name, 1, 4), failed(&name, 2, 1000)));
    assert_eq!([2, 4, 1000].map(|n| done(&format!("{name}/halve/{n}"))), [1, 1, 3]);
}

#[tokio::test]
async fn the_recorded_output_reads_back_with_the_step_of_each_error() {
    let (runner, name) = (runner().await, unique("collect"));
    break_at(&format!("{name}/halve/4"));
    let output = runner.run(work(name.clone(), vec![2, 4])).run_id(&*name).await.expect("it succeeds");
    let recorded = record(&runner, &name).await.output.expect("an output");
    let halves = &serde_json::from_str::<serde_json::Value>(recorded.get()).expect("JSON")["halves"];
    assert_eq!(halves[0], json!({ "Ok": 1 }));
    assert_eq!(
        halves[1]["Err"],
        json!({
            "code": "failed",
            "message": format!("{name}/halve/4 is broken"),
            "retryable": true,
            "step": "numbers[1]/halve"
        })
    );
    let back: Halves = serde_json::from_value(halves.clone()).expect("it reads back");
    assert_eq!(line(&back), line(&output.halves));
}

#[tokio::test]
async fn a_fork_keeps_the_errors_of_items_that_it_does_not_run_again() {
    let (runner, name) = (runner().await, unique("collect"));
    break_at(&format!("{name}/halve/4"));
    let output = runner.run(work(name.clone(), vec![2, 4])).run_id(&*name).await.expect("it succeeds");
    mend(&format!("{name}/halve/4"));
    let fork = runner.fork::<Work>(&name, "finish").run_id(format!("{name}-later")).await.expect("it succeeds");
    assert_eq!(line(&fork.halves), line(&output.halves));
    assert_eq!(done(&format!("{name}/halve/4")), 1);
    let fork = runner.fork::<Work>(&name, "numbers").run_id(format!("{name}-items")).await.expect("it succeeds");
    assert_eq!(line(&fork.halves), "1, 2");
    assert_eq!(done(&format!("{name}/halve/4")), 2);
}

#[task(returns = [receipt], effect = "once")]
async fn pay(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/pay/{n}"))?;
    tokio::time::sleep(Duration::from_hours(u64::from(n == 1))).await;
    Ok(n)
}

pipeline! {
    fn pay_all(name: String, numbers: Vec<u32>) -> [receipts] {
        map(numbers as n, on_error = collect) { pay } -> [receipt as receipts]
    }
}

#[tokio::test]
async fn an_effect_that_may_have_happened_is_not_an_error_of_its_item() {
    let (runner, name) = (runner().await, unique("collect"));
    break_at(&format!("{name}/pay/2"));
    let run = runner.run(pay_all(name.clone(), vec![1, 2])).run_id(&*name);
    assert!(tokio::time::timeout(Duration::from_millis(100), run).await.is_err(), "it is cut short");
    mend(&format!("{name}/pay/2"));
    let error = runner.resume::<PayAll>(&name).await.expect_err("it may have happened");
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    let output = runner.resume::<PayAll>(&name).assume_done("numbers[0]/pay", json!({ "receipt": 9 })).await;
    let receipts = output.expect("it is decided").receipts;
    assert_eq!(line(&receipts), format!("9, step `numbers[1]/pay` failed: {name}/pay/2 is broken"));
    assert_eq!([1, 2].map(|n| done(&format!("{name}/pay/{n}"))), [1, 1]);
}

#[tokio::test]
async fn an_item_that_ends_in_another_way_than_recorded_is_refused() {
    pipeline! {
        fn turns(name: String, numbers: Vec<u32>) -> [lines] {
            map(numbers as n, on_error = collect) {
                halve >> map((changing(name)) as n) { again: halve } -> []
            } -> [half as lines]
                >> last -> [lines]
        }
    }
    /// Returns an item if the step `finish` is broken.
    fn changing(name: &str) -> Vec<u32> {
        let is_broken = BROKEN.lock().expect("not poisoned").contains(&format!("{name}/finish"));
        if is_broken { vec![] } else { vec![8] }
    }
    #[task(returns = [lines])]
    async fn last(name: &str, lines: Halves) -> Result<Halves, String> {
        act(&format!("{name}/finish"))?;
        Ok(lines)
    }
    let (runner, name) = (runner().await, unique("collect"));
    break_at(&format!("{name}/finish"));
    runner.run(turns(name.clone(), vec![2, 4])).run_id(&*name).await.expect_err("the last step fails");
    mend(&format!("{name}/finish"));
    let error = runner.resume::<Turns>(&name).await.expect_err("an item does more");
    assert_eq!(error.kind(), ErrorKind::Changed, "{error:#}");
    assert_eq!(done(&format!("{name}/halve/8")), 0);
}
