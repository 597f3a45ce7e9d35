//! Runs that are resumed.

use super::*;
use runnable::store::{RunStatus, StoreError, StoreErrorKind};

fn kind(error: &runnable::Error) -> StoreErrorKind {
    assert_eq!(error.kind(), runnable::ErrorKind::NotStarted, "{error}");
    error.downcast_ref::<StoreError>().expect("the source is a store error").kind()
}

#[tokio::test]
async fn a_failed_run_resumes_at_the_failed_step() {
    let (runner, name) = (runner().await, unique("linear"));
    break_at(&format!("{name}/count"));
    runner.run(work(name.clone(), vec![2])).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/count"));
    let output = runner.resume::<Work>(&name).await.expect("it resumes");
    assert_eq!((output.text.as_str(), output.sum), ("ab", 4));
    assert_eq!(done(&format!("{name}/write")), 1);
    assert_eq!(done(&format!("{name}/count")), 2);
    assert_eq!(
        attempts(&runner, &name).await,
        [
            "write#1 Succeeded",
            "count#1 Failed",
            "count#2 Succeeded",
            "factors[0]/multiply#1 Succeeded",
            "add#1 Succeeded"
        ]
    );
    assert_eq!(record(&runner, &name).await.status, RunStatus::Succeeded);
}

#[tokio::test]
async fn a_completed_map_item_does_not_run_again() {
    let (runner, name) = (runner().await, unique("items"));
    break_at(&format!("{name}/multiply/3"));
    runner.run(work(name.clone(), vec![2, 3])).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/multiply/3"));
    assert_eq!(runner.resume::<Work>(&name).await.expect("it resumes").sum, 10);
    assert_eq!((done(&format!("{name}/multiply/2")), done(&format!("{name}/multiply/3"))), (1, 2));
}

#[task(returns = [left])]
async fn left(name: &str) -> Result<u32, String> {
    act(&format!("{name}/left"))?;
    Ok(1)
}

#[task(returns = [right])]
async fn right(name: &str) -> Result<u32, String> {
    tokio::task::yield_now().await;
    act(&format!("{name}/right"))?;
    Ok(2)
}

pipeline! {
    fn both(name: String) { parallel { left, right } }
}

#[tokio::test]
async fn a_completed_branch_does_not_run_again() {
    let (runner, name) = (runner().await, unique("branches"));
    break_at(&format!("{name}/right"));
    runner.run(both(name.clone())).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/right"));
    let output = runner.resume::<Both>(&name).await.expect("it resumes");
    assert_eq!((output.left, output.right), (1, 2));
    assert_eq!((done(&format!("{name}/left")), done(&format!("{name}/right"))), (1, 2));
}

#[task(returns = [n])]
async fn turn(name: &str, n: u32) -> Result<u32, String> {
    act(&format!("{name}/turn/{n}"))?;
    Ok(n + 1)
}

pipeline! {
    fn turns(name: String, n: u32) -> [n] { rounds: repeat(max = 4) { turn } until(n >= 4) }
}

#[tokio::test]
async fn a_completed_turn_does_not_run_again_and_its_loop_opens_once() {
    let (runner, name) = (runner().await, unique("turns"));
    break_at(&format!("{name}/turn/2"));
    runner.run(turns(name.clone(), 0)).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/turn/2"));
    assert_eq!(runner.resume::<Turns>(&name).await.expect("it resumes").n, 4);
    assert_eq!((0..4).map(|n| done(&format!("{name}/turn/{n}"))).collect::<Vec<_>>(), [1, 1, 2, 1]);
}

#[task(returns = [text])]
async fn risky(name: &str) -> Result<String, String> {
    act(&format!("{name}/risky"))?;
    Ok("risky".to_owned())
}

#[task(returns = [text])]
async fn safe(name: &str) -> Result<String, String> {
    act(&format!("{name}/safe"))?;
    Ok("safe".to_owned())
}

#[task(returns = [length])]
async fn measure(name: &str, text: &str) -> Result<usize, String> {
    act(&format!("{name}/measure"))?;
    Ok(text.len())
}

pipeline! {
    fn recovers(name: String) -> [text, length] { try { risky } else |_error| { safe } >> measure }
}

#[tokio::test]
async fn a_recovered_step_stays_failed_when_its_run_resumes() {
    let (runner, name) = (runner().await, unique("recovers"));
    break_at(&format!("{name}/risky"));
    break_at(&format!("{name}/measure"));
    runner.run(recovers(name.clone())).run_id(&*name).await.expect_err("it fails");
    mend(&format!("{name}/risky"));
    mend(&format!("{name}/measure"));
    let output = runner.resume::<Recovers>(&name).await.expect("it resumes");
    assert_eq!((output.text.as_str(), output.length), ("safe", 4));
    assert_eq!((done(&format!("{name}/risky")), done(&format!("{name}/safe"))), (1, 1));
}

#[tokio::test]
async fn a_cancelled_run_can_be_resumed() {
    let (runner, name) = (runner().await, unique("cancelled"));
    let mut run = runner.run(work(name.clone(), vec![1])).run_id(&*name).streaming().await.expect("it starts");
    while let Some(event) = run.next().await {
        if event.path() == "count" {
            run.cancel();
        }
    }
    run.output().await.expect_err("it was cancelled");
    assert_eq!(record(&runner, &name).await.status, RunStatus::Cancelled);
    assert_eq!(runner.resume::<Work>(&name).await.expect("it resumes").sum, 2);
    assert_eq!(done(&format!("{name}/write")), 1);
}

#[tokio::test]
async fn unknown_finished_and_running_runs_cannot_be_resumed() {
    let (runner, name) = (runner().await, unique("refused"));
    assert_eq!(kind(&runner.resume::<Work>("nowhere").await.expect_err("unknown")), StoreErrorKind::NotFound);
    let run = runner.run(work(name.clone(), vec![])).run_id(&*name).streaming().await.expect("it starts");
    assert_eq!(kind(&runner.resume::<Work>(&name).await.expect_err("it runs")), StoreErrorKind::Live);
    run.output().await.expect("it succeeds");
    assert_eq!(kind(&runner.resume::<Work>(&name).await.expect_err("it has finished")), StoreErrorKind::Invalid);
}

mod before {
    use super::*;
    pipeline! { pub(super) fn shape(name: String) { left } }
}
mod after {
    use super::*;
    pipeline! { pub(super) fn shape(name: String) { left >> right } }
}

#[tokio::test]
async fn a_run_of_a_changed_pipeline_is_refused_with_the_difference() {
    let (runner, name) = (runner().await, unique("changed"));
    break_at(&format!("{name}/left"));
    runner.run(before::shape(name.clone())).run_id(&*name).await.expect_err("it fails");
    let error = runner.resume::<after::Shape>(&name).await.expect_err("it has changed");
    assert_eq!(kind(&error), StoreErrorKind::Changed);
    let text = format!("{error:#}");
    assert!(text.lines().any(|line| line.starts_with('+') && line.contains("right")), "{text}");
    assert_eq!(record(&runner, &name).await.status, RunStatus::Failed, "it is left as it was");
}

#[tokio::test]
async fn a_run_of_another_pipeline_is_refused() {
    let (runner, name) = (runner().await, unique("another"));
    break_at(&format!("{name}/left"));
    runner.run(both(name.clone())).run_id(&*name).await.expect_err("it fails");
    assert_eq!(kind(&runner.resume::<Turns>(&name).await.expect_err("it is another")), StoreErrorKind::Changed);
}

#[task(returns = [n], retry(2, backoff = "1ms"))]
async fn twice(name: &str) -> Result<u32, String> {
    act(name)?;
    Ok(1)
}

#[tokio::test]
async fn the_last_attempt_of_a_resumed_step_counts_those_of_earlier_parts() {
    let (runner, name) = (runner().await, unique("twice"));
    break_at(&name);
    runner.run(Twice { name: name.clone() }).run_id(&*name).await.expect_err("it fails");
    runner.resume::<Twice>(&name).await.expect_err("it fails again");
    let errors = steps(&runner, &name).await.into_iter().filter_map(|step| step.error);
    let errors = errors.map(|error| serde_json::from_str::<serde_json::Value>(error.get()).expect("JSON"));
    let last: Vec<_> = errors.map(|error| error["max_attempts"].as_u64()).collect();
    assert_eq!(last, [Some(2), None, Some(4), None]);
}
