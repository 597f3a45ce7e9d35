//! Parts of a pipeline that are tried again, in runs that are recorded, resumed and forked.

use super::*;
use runnable::{Attempt, ErrorKind};
use std::time::Duration;

#[task(returns = [text])]
async fn ready(name: &str, who: &str) -> Result<String, String> {
    act(&format!("{name}/{who}"))?;
    tokio::time::sleep(Duration::from_millis(10)).await;
    Ok(who.to_owned())
}

/// Fails the first `failures` times that a run of this name gets here.
#[task(returns = [text])]
async fn fail(name: &str, who: &str, failures: usize) -> Result<String, String> {
    let action = format!("{name}/{who}");
    act(&action)?;
    tokio::time::sleep(Duration::from_millis(10)).await;
    if done(&action) <= failures { Err(format!("{who} fails")) } else { Ok(who.to_owned()) }
}

#[task(returns = [last])]
async fn finish(name: &str, text: &str) -> Result<String, String> {
    act(&format!("{name}/finish"))?;
    Ok(format!("{text} is last"))
}

pipeline! {
    fn retried(name: String, failures: usize) -> [last] {
        #[retry(3, backoff = "1s")] { ready(who = "a") -> [] >> fail(who = "b") } >> finish
    }
}

fn counts(name: &str) -> Vec<usize> {
    ["a", "b", "finish"].map(|who| done(&format!("{name}/{who}"))).to_vec()
}

#[tokio::test(start_paused = true)]
async fn attempts_are_recorded_and_the_last_is_recalled() {
    let (runner, name) = (runner().await, unique("retried"));
    break_at(&format!("{name}/finish"));
    runner.run(retried(name.clone(), 1)).run_id(&*name).await.expect_err("the last step fails");
    mend(&format!("{name}/finish"));
    let expected = [
        "retry#1 Failed",
        "retry/ready#1 Succeeded",
        "retry/fail#1 Failed",
        "retry#2 Succeeded",
        "retry/ready#2 Succeeded",
        "retry/fail#2 Succeeded",
        "finish#1 Failed",
    ];
    assert_eq!(attempts(&runner, &name).await, expected);
    let error = steps(&runner, &name).await[0].error.clone().expect("it failed");
    assert!(error.get().contains(r#""max_attempts":3"#), "{error}");
    let output = runner.resume::<Retried>(&name).await.expect("it is complete");
    assert_eq!((output.last.as_str(), counts(&name)), ("b is last", vec![2, 2, 2]));
    let all = attempts(&runner, &name).await;
    assert_eq!(all[expected.len()..], ["finish#2 Succeeded"]);
}

#[tokio::test(start_paused = true)]
async fn a_resumed_run_has_all_attempts_again_and_repeats_all_steps_of_the_attempt_that_failed() {
    let (runner, name) = (runner().await, unique("again"));
    let error = runner.run(retried(name.clone(), 4)).run_id(&*name).await.map(drop).expect_err("three attempts");
    assert_eq!((error.path().to_string(), counts(&name)), ("retry/fail".to_owned(), vec![3, 3, 0]));
    let output = runner.resume::<Retried>(&name).await.expect("two attempts more");
    assert_eq!((output.last.as_str(), counts(&name)), ("b is last", vec![5, 5, 1]));
    let groups: Vec<_> = attempts(&runner, &name).await.into_iter().filter(|step| step.starts_with("retry#")).collect();
    let expected = ["retry#1 Failed", "retry#2 Failed", "retry#3 Failed", "retry#4 Failed", "retry#5 Succeeded"];
    assert_eq!(groups, expected);
}

/// Runs until this many events were read, as if its process died then. Returns `true` if it ended before that.
async fn cut<D, O, F>(run: impl Future<Output = runnable::Result<Run<D, O, F>>>, events: usize) -> bool
where
    D: runnable::RunData,
    F: Future<Output = runnable::Result<O>>,
{
    let mut run = run.await.expect("it starts");
    for _ in 0..events {
        if run.next().await.is_none() {
            return true;
        }
    }
    // The step that has begun does its work.
    let _ = tokio::time::timeout(Duration::from_millis(5), run.next()).await;
    false
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_was_interrupted_continues_where_it_was() {
    let (runner, name) = (runner().await, unique("continues"));
    // Its events are those of the run, of the group, of its first step, and the start of its second.
    assert!(!Box::pin(cut(runner.run(retried(name.clone(), 0)).run_id(&*name).streaming(), 5)).await);
    runner.resume::<Retried>(&name).await.expect("it ends");
    assert_eq!(counts(&name), [1, 2, 1]);
    let expected = [
        "retry#1 Cancelled",
        "retry/ready#1 Succeeded",
        "retry/fail#1 Cancelled",
        "retry#2 Succeeded",
        "retry/fail#2 Succeeded",
        "finish#1 Succeeded",
    ];
    assert_eq!(attempts(&runner, &name).await, expected);
}

/// Sees another value in each attempt.
#[task(returns = [arm])]
async fn choose(name: &str, attempt: Attempt) -> Result<u32, String> {
    act(&format!("{name}/choose"))?;
    Ok(attempt.get())
}

pipeline! {
    fn changing(name: String) -> [last] {
        #[retry(3, backoff = "1s")] {
            choose
                >> if arm == 1 { one: ready(who = "one") } else { two: ready(who = "two") }
                >> fail(who = "b", failures = 1) -> []
        } -> [text]
            >> finish
    }
}

#[tokio::test(start_paused = true)]
async fn the_values_and_the_arms_of_a_failed_attempt_are_void() {
    let (runner, name) = (runner().await, unique("changing"));
    break_at(&format!("{name}/finish"));
    runner.run(changing(name.clone())).run_id(&*name).await.expect_err("the last step fails");
    mend(&format!("{name}/finish"));
    let output = runner.resume::<Changing>(&name).await.expect("the second arm is recalled");
    assert_eq!(output.last, "two is last");
    assert_eq!(["choose", "one", "two", "b"].map(|who| done(&format!("{name}/{who}"))), [2, 1, 1, 2]);

    runner.fork::<Changing>(&name, "finish").run_id(format!("{name}-after")).await.expect("it ends");
    assert_eq!(["choose", "one", "two", "b"].map(|who| done(&format!("{name}/{who}"))), [2, 1, 1, 2]);
    assert_eq!(done(&format!("{name}/finish")), 3);
    runner.fork::<Changing>(&name, "retry/fail").run_id(format!("{name}-inside")).await.expect("it ends");
    assert_eq!(["choose", "one", "two", "b"].map(|who| done(&format!("{name}/{who}"))), [2, 1, 1, 3]);
}

pipeline! {
    fn recovered(name: String, failures: usize) -> [last] {
        try {
            #[retry(2, backoff = "1s")] outer: {
                ready(who = "a") -> []
                    >> #[retry(2, backoff = "1s")] { fail(who = "b") }
                    >> third: ready(who = "c") -> []
            } -> [text]
        } else |error| {
            why
        } >> last: finish
    }
}

#[task(returns = [text])]
async fn why(error: &runnable::Error) -> String {
    format!("{error:#}")
}

#[tokio::test(start_paused = true)]
async fn a_try_recovers_from_all_attempts_and_a_resumed_run_makes_no_more() {
    let (runner, name) = (runner().await, unique("recovered"));
    break_at(&format!("{name}/finish"));
    runner.run(recovered(name.clone(), 99)).run_id(&*name).await.map(drop).expect_err("the last step fails");
    mend(&format!("{name}/finish"));
    let all = attempts(&runner, &name).await;
    for attempt in ["outer#1 Failed", "outer#2 Recovered", "outer/retry#4 Recovered", "outer/retry/fail#4 Recovered"] {
        assert!(all.iter().any(|known| known == attempt), "{attempt} in {all:?}");
    }
    let output = runner.resume::<Recovered>(&name).await.expect("it is complete");
    assert_eq!(output.last, "step `outer/retry/fail` failed: b fails is last");
    assert_eq!(["a", "b", "c"].map(|who| done(&format!("{name}/{who}"))), [2, 4, 0]);
}

#[tokio::test(start_paused = true)]
async fn a_retry_cannot_be_decided_when_its_run_is_resumed() {
    let (runner, name) = (runner().await, unique("decided"));
    assert!(!Box::pin(cut(runner.run(retried(name.clone(), 0)).run_id(&*name).streaming(), 5)).await);
    let resumed = runner.resume::<Retried>(&name).assume_done("retry", serde_json::json!({ "text": "b" }));
    let error = resumed.await.map(drop).expect_err("its steps are decided");
    assert_eq!(error.kind(), ErrorKind::NotStarted);
    assert!(error.message().contains("the step `retry` is a `retry`"), "{error:#}");
}
