//! Limits on the time of a part of a pipeline, in runs that are recorded, resumed and forked.

use super::*;
use futures_util::StreamExt as _;
use runnable::ErrorKind;
use std::time::Duration;

#[task(returns = [text])]
async fn wait(name: &str, who: &str, ms: u64) -> Result<String, String> {
    act(&format!("{name}/{who}"))?;
    tokio::time::sleep(Duration::from_millis(ms)).await;
    act(&format!("{name}/{who}/ended"))?;
    Ok(who.to_owned())
}

#[task(returns = [last])]
async fn finish(name: &str, text: &str) -> Result<String, String> {
    act(&format!("{name}/finish"))?;
    Ok(format!("{text} is last"))
}

pipeline! {
    fn limited(name: String) -> [last] {
        try {
            #[timeout("100ms")] { quick: wait(who = "quick", ms = 30) >> slow: wait(who = "slow", ms = 3_600_000) }
        } else {
            instead: wait(who = "instead", ms = 20)
        } >> finish
    }
}

fn counts(name: &str) -> Vec<usize> {
    ["quick", "slow", "instead", "finish"].map(|who| done(&format!("{name}/{who}"))).to_vec()
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
    false
}

#[tokio::test(start_paused = true)]
async fn a_limit_is_recorded_if_it_runs_out_and_a_resumed_run_does_not_wait_again() {
    let (runner, name) = (runner().await, unique("limit"));
    break_at(&format!("{name}/finish"));
    runner.run(limited(name.clone())).run_id(&*name).await.expect_err("the last step fails");
    mend(&format!("{name}/finish"));
    let expected = [
        "timeout/quick#1 Succeeded",
        "timeout/slow#1 Cancelled",
        "timeout#1 Recovered",
        "instead#1 Succeeded",
        "finish#1 Failed",
    ];
    assert_eq!(attempts(&runner, &name).await, expected);
    let all = steps(&runner, &name).await;
    let took = all[2].ended.expect("it ended").duration_since(all[2].started).expect("it ends after it starts");
    // Recorded times also contain what passes while the clock is paused.
    assert!((100..1_000).contains(&took.as_millis()), "{took:?}");

    let began = tokio::time::Instant::now();
    let output = runner.resume::<Limited>(&name).await.expect("it is complete");
    assert_eq!((output.last.as_str(), began.elapsed().as_millis()), ("instead is last", 0));
    assert_eq!(counts(&name), [1, 1, 1, 2]);
}

#[tokio::test(start_paused = true)]
async fn a_run_that_is_cut_anywhere_ends_as_if_it_were_not() {
    let runner = runner().await;
    for events in 0.. {
        let name = unique("cut");
        let run = runner.run(limited(name.clone())).run_id(&*name).streaming();
        let is_over = Box::pin(cut(run, events)).await;
        if is_over {
            assert!(events > 10, "{events}");
            break;
        }
        let before = counts(&name);
        let had_ended = attempts(&runner, &name).await.iter().any(|attempt| attempt == "timeout#1 Recovered");
        let output = runner.resume::<Limited>(&name).await.expect("it ends");
        assert_eq!(output.last, "instead is last", "after {events} events");
        let after = counts(&name);
        assert!(after[0] <= 2 && after[3] == 1, "after {events} events: {after:?}");
        if had_ended {
            assert_eq!(after[..2], before[..2], "after {events} events, nothing is tried again");
        }
        let told = runner.events(&name, 0, runnable::store::OverflowPolicy::Block).expect("a log");
        check(&told.map(|event| event.expect("it can be read")).collect::<Vec<_>>().await, events);
    }
}

/// Checks that each step which is opened is closed before the run ends.
fn check(events: &[impl serde::Serialize], cut: usize) {
    let mut open = std::collections::BTreeSet::new();
    for event in events {
        let event = serde_json::to_value(event).expect("it serialises");
        let path = event["path"].to_string();
        match event["type"].as_str() {
            Some("step.started" | "step.reset") => {
                open.insert(path);
            }
            Some("step.finished") => {
                assert!(open.remove(&path), "{path} is closed twice: cut after {cut}");
            }
            Some("run.finished") => {
                assert!(open.is_empty(), "cut after {cut}, open at the end: {open:?}");
            }
            _ => {}
        }
    }
}

pipeline! {
    fn slow_tail(name: String) -> [text] {
        #[timeout("1s")] both: {
            head: wait(who = "head", ms = 600) -> [] >> tail: wait(who = "tail", ms = 900)
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_resumed_run_has_the_whole_time_again_and_keeps_the_steps_that_were_complete() {
    let (runner, name) = (runner().await, unique("tail"));
    let error = runner.run(slow_tail(name.clone())).run_id(&*name).await.map(drop).expect_err("too slow together");
    assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::TimedOut, "both".to_owned()));
    let output = runner.resume::<SlowTail>(&name).await.expect("the rest is quick enough");
    assert_eq!(output.text, "tail");
    assert_eq!(["head", "tail"].map(|who| done(&format!("{name}/{who}"))), [1, 2]);
    let expected = ["both/head#1 Succeeded", "both/tail#1 Cancelled", "both#1 Failed", "both/tail#2 Succeeded"];
    assert_eq!(attempts(&runner, &name).await, expected);
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_runs_out_in_two_parts_of_a_run_has_two_attempts() {
    let (runner, name) = (runner().await, unique("twice"));
    let pipeline = || slow_forever(name.clone());
    let error = runner.run(pipeline()).run_id(&*name).await.map(drop).expect_err("too slow");
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    let error = runner.resume::<SlowForever>(&name).await.map(drop).expect_err("too slow again");
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    let expected = ["wait/wait#1 Cancelled", "wait#1 Failed", "wait/wait#2 Cancelled", "wait#2 Failed"];
    assert_eq!(attempts(&runner, &name).await, expected);
}

pipeline! {
    fn slow_forever(name: String) -> [text] { #[timeout("1s")] wait(who = "all", ms = 3_600_000) }
}

pipeline! {
    fn recovered(name: String, times: Vec<u64>) -> [last] {
        map(times as ms, on_error = collect) { #[timeout("100ms")] item: wait(who = "item") -> [text as texts] }
            >> race {
                a: #[timeout("100ms")] wait(who = "a", ms = 3_600_000),
                b: wait(who = "b", ms = 200),
            }
            >> finish
    }
}

#[tokio::test(start_paused = true)]
async fn items_and_branches_whose_time_has_run_out_are_not_tried_again() {
    let (runner, name) = (runner().await, unique("recovered"));
    break_at(&format!("{name}/finish"));
    runner.run(recovered(name.clone(), vec![10, 500, 20])).run_id(&*name).await.expect_err("the last step fails");
    mend(&format!("{name}/finish"));
    let all = attempts(&runner, &name).await;
    for attempt in ["times[1]/item#1 Recovered", "times[1]/item/wait#1 Cancelled", "a/wait#1 Recovered"] {
        assert!(all.iter().any(|known| known == attempt), "{attempt} in {all:?}");
    }
    let began = tokio::time::Instant::now();
    let output = runner.resume::<Recovered>(&name).await.expect("it is complete");
    assert_eq!((output.last.as_str(), began.elapsed().as_millis()), ("b is last", 0));
    assert_eq!(["item", "a", "b"].map(|who| done(&format!("{name}/{who}"))), [3, 1, 1]);
}

#[tokio::test(start_paused = true)]
async fn a_fork_after_a_limit_takes_over_that_it_ran_out_and_a_fork_inside_tries_again() {
    let (runner, name) = (runner().await, unique("fork"));
    runner.run(limited(name.clone())).run_id(&*name).await.expect("it recovers");
    let began = tokio::time::Instant::now();
    runner.fork::<Limited>(&name, "finish").run_id(format!("{name}-after")).await.expect("it ends");
    assert_eq!((began.elapsed().as_millis(), counts(&name)), (0, vec![1, 1, 1, 2]));
    runner.fork::<Limited>(&name, "timeout/slow").run_id(format!("{name}-inside")).await.expect("it ends");
    assert_eq!((began.elapsed().as_millis(), counts(&name)), (120, vec![1, 2, 2, 3]));
}

#[task(returns = [receipt], effect = "once")]
async fn pay(name: &str) -> Result<u32, String> {
    act(&format!("{name}/pay"))?;
    tokio::time::sleep(Duration::from_hours(1)).await;
    Ok(1)
}

pipeline! {
    fn paid(name: String) -> [receipt] { #[timeout("100ms")] pay }
}

#[tokio::test(start_paused = true)]
async fn an_effect_whose_time_has_run_out_is_not_repeated_without_a_decision() {
    let (runner, name) = (runner().await, unique("paid"));
    let error = runner.run(paid(name.clone())).run_id(&*name).await.map(drop).expect_err("too slow");
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    let error = runner.resume::<Paid>(&name).await.map(drop).expect_err("it may have happened");
    assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::Interrupted, "pay/pay".to_owned()));
    let output = runner.resume::<Paid>(&name).assume_done("pay/pay", serde_json::json!({ "receipt": 7 })).await;
    assert_eq!((output.expect("it is decided").receipt, done(&format!("{name}/pay"))), (7, 1));
}
