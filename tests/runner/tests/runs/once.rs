//! Steps with `effect = "once"`.

use super::*;
use serde_json::json;
use std::time::Duration;

#[task(returns = [receipt], effect = "once")]
async fn pay(name: &str) -> Result<String, String> {
    act(&format!("{name}/pay"))?;
    tokio::time::sleep(Duration::from_hours(1)).await;
    Ok("paid".to_owned())
}

#[task(returns = [length])]
async fn file(receipt: &str) -> usize {
    receipt.len()
}

pipeline! {
    fn order(name: String) -> [receipt, length] { pay >> file }
}

/// Runs the pipeline until its payment is interrupted.
async fn cut_short(runner: &Runner, name: &str) {
    let run = runner.run(order(name.to_owned())).run_id(name);
    assert!(tokio::time::timeout(Duration::from_millis(100), run).await.is_err(), "it is cut short");
}

#[tokio::test]
async fn an_interrupted_step_with_effect_once_is_not_retried_silently() {
    let (runner, name) = (runner().await, unique("once"));
    cut_short(&runner, &name).await;
    for _ in 0..2 {
        let error = runner.resume::<Order>(&name).await.expect_err("it stops there");
        assert_eq!((error.kind(), error.path().to_string()), (runnable::ErrorKind::Interrupted, "pay".to_owned()));
        assert!(format!("{error:#}").contains("assume_retry"), "{error}");
    }
    assert_eq!(done(&format!("{name}/pay")), 1);
}

#[tokio::test]
async fn an_interrupted_step_can_be_assumed_done() {
    let (runner, name) = (runner().await, unique("once"));
    cut_short(&runner, &name).await;
    let resumed = runner.resume::<Order>(&name).assume_done("pay", json!({"receipt": "by hand"}));
    let output = resumed.await.expect("it resumes");
    assert_eq!((output.receipt.as_str(), output.length), ("by hand", 7));
    assert_eq!(done(&format!("{name}/pay")), 1);
}

#[tokio::test]
async fn an_interrupted_step_can_be_retried_on_request() {
    let (runner, name) = (runner().await, unique("once"));
    cut_short(&runner, &name).await;
    let again = runner.resume::<Order>(&name).assume_retry("pay");
    assert!(tokio::time::timeout(Duration::from_millis(100), again).await.is_err(), "it pays again");
    assert_eq!(done(&format!("{name}/pay")), 2);
}

#[tokio::test]
async fn a_failed_step_with_effect_once_runs_again() {
    let (runner, name) = (runner().await, unique("once"));
    break_at(&format!("{name}/pay"));
    runner.run(order(name.clone())).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/pay"));
    let again = runner.resume::<Order>(&name);
    assert!(tokio::time::timeout(Duration::from_millis(100), again).await.is_err(), "it pays");
    assert_eq!(done(&format!("{name}/pay")), 2);
}
