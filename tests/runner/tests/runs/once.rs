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

/// Checks that a refused decision has recorded nothing.
async fn unchanged(runner: &Runner, name: &str) {
    let steps = steps(runner, name).await;
    assert_eq!(steps.len(), 1);
    assert!(steps[0].output.is_none() && steps[0].status != runnable::store::StepStatus::Succeeded);
}

#[tokio::test]
async fn a_decision_about_an_unknown_step_is_refused_with_a_suggestion() {
    let (runner, name) = (runner().await, unique("once"));
    cut_short(&runner, &name).await;
    for request in [
        runner.resume::<Order>(&name).assume_done("pya", json!({"receipt": "by hand"})).await,
        runner.resume::<Order>(&name).assume_retry("payy").await,
    ] {
        let error = format!("{:#}", request.expect_err("the step does not exist"));
        assert!(error.contains("did you mean `pay`?"), "{error}");
    }
    unchanged(&runner, &name).await;
}

#[tokio::test]
async fn a_decision_about_a_step_that_was_not_interrupted_is_refused() {
    let (runner, name) = (runner().await, unique("once"));
    break_at(&format!("{name}/pay"));
    runner.run(order(name.clone())).run_id(&*name).await.expect_err("it fails");
    let error = runner.resume::<Order>(&name).assume_retry("pay").await.expect_err("it failed");
    assert!(format!("{error:#}").contains("was not interrupted"), "{error:#}");
    assert_eq!(done(&format!("{name}/pay")), 1);
}

#[tokio::test]
async fn an_assumed_output_of_another_type_is_refused_before_it_is_recorded() {
    let (runner, name) = (runner().await, unique("once"));
    cut_short(&runner, &name).await;
    for output in [json!({"receipt": 7}), json!({"receit": "by hand"}), json!("by hand")] {
        let error = runner.resume::<Order>(&name).assume_done("pay", output).await.expect_err("it does not fit");
        assert!(format!("{error:#}").contains("does not fit the task `pay`"), "{error:#}");
    }
    unchanged(&runner, &name).await;
    let resumed = runner.resume::<Order>(&name).assume_done("pay", json!({"receipt": "by hand"}));
    assert_eq!(resumed.await.expect("it resumes").length, 7);
}

#[tokio::test]
async fn an_interrupted_step_within_a_try_is_not_recovered_from() {
    #[task(returns = [receipt])]
    async fn apologize(name: &str) -> Result<String, String> {
        act(&format!("{name}/apologize"))?;
        Ok("sorry".to_owned())
    }
    pipeline! { fn careful(name: String) -> [receipt] { try { pay } else |_error| { apologize } } }
    let (runner, name) = (runner().await, unique("once"));
    let run = runner.run(careful(name.clone())).run_id(&*name);
    assert!(tokio::time::timeout(Duration::from_millis(100), run).await.is_err(), "it is cut short");
    let error = runner.resume::<Careful>(&name).await.expect_err("it stops there");
    assert_eq!(error.kind(), runnable::ErrorKind::Interrupted);
    assert_eq!(done(&format!("{name}/apologize")), 0);
}
