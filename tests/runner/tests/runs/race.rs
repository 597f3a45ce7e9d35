//! Races that are recorded, resumed and forked.

use super::*;
use runnable::ErrorKind;
use std::time::Duration;

/// Returns its name after some time, unless it is broken.
#[task(returns = [text])]
async fn ask(name: &str, who: &str, ms: u64) -> Result<String, String> {
    tokio::time::sleep(Duration::from_millis(ms)).await;
    act(&format!("{name}/{who}"))?;
    Ok(who.to_owned())
}

#[task(returns = [text], effect = "once")]
async fn order(name: &str) -> Result<String, String> {
    act(&format!("{name}/order"))?;
    tokio::time::sleep(Duration::from_hours(1)).await;
    Ok("order".to_owned())
}

#[task(returns = [last])]
async fn finish(name: &str, text: &str) -> Result<String, String> {
    act(&format!("{name}/finish"))?;
    Ok(format!("{text} is first"))
}

pipeline! {
    fn raced(name: String) -> [last] {
        race {
            a: ask(who = "a", ms = 1),
            b: { first: ask(who = "b1", ms = 2) } >> second: ask(who = "b2", ms = 30),
            c: ask(who = "c1", ms = 0) >> then: ask(who = "c2", ms = 3_600_000),
            order,
        } >> finish
    }
}

/// Runs `pipeline` until the action `broken` fails.
async fn fail<P: runnable::runner::Runnable>(runner: &Runner, pipeline: P, name: &str, broken: &str) {
    break_at(&format!("{name}/{broken}"));
    let error = runner.run(pipeline).run_id(name).await.map(drop).expect_err("it fails");
    assert_eq!(error.kind(), ErrorKind::Failed, "{error:#}");
    mend(&format!("{name}/{broken}"));
}

fn counts(name: &str) -> Vec<usize> {
    ["a", "b1", "b2", "c1", "c2", "order"].map(|what| done(&format!("{name}/{what}"))).to_vec()
}

#[tokio::test(start_paused = true)]
async fn a_resumed_run_polls_only_the_recorded_winner() {
    let (runner, name) = (runner().await, unique("raced"));
    break_at(&format!("{name}/a"));
    fail(&runner, raced(name.clone()), &name, "finish").await;
    mend(&format!("{name}/a"));
    let expected = ["a/ask#1 Recovered", "b/first#1 Succeeded", "c/ask#1 Succeeded", "order#1 Cancelled"];
    let all = attempts(&runner, &name).await;
    for attempt in expected.into_iter().chain(["b/second#1 Succeeded", "c/then#1 Cancelled", "finish#1 Failed"]) {
        assert!(all.iter().any(|known| known == attempt), "{attempt} in {all:?}");
    }
    let before = counts(&name);
    assert_eq!(before, [1, 1, 1, 1, 0, 1]);
    let output = runner.resume::<Raced>(&name).await.expect("it is complete");
    assert_eq!(output.last, "b2 is first");
    assert_eq!(counts(&name), before, "no branch runs again, and nobody asks for the effect");
}

#[tokio::test(start_paused = true)]
async fn a_fork_after_a_race_keeps_the_winner_and_a_fork_inside_races_again() {
    let (runner, name) = (runner().await, unique("forked"));
    break_at(&format!("{name}/a"));
    let output = runner.run(raced(name.clone())).run_id(&*name).await.expect("it ends").last.clone();
    mend(&format!("{name}/a"));
    let before = counts(&name);
    let fork = runner.fork::<Raced>(&name, "finish").run_id(format!("{name}-after")).await.expect("it ends");
    assert_eq!((fork.last.clone(), counts(&name)), (output, before));
    let fork = runner.fork::<Raced>(&name, "b/second").run_id(format!("{name}-inside")).await.expect("it ends");
    // The fork takes over the failure of `a`, which had ended before.
    assert_eq!(fork.last, "b2 is first");
    assert_eq!(counts(&name)[..3], [1, 1, 2]);
}

pipeline! {
    fn lost(name: String) -> [last] {
        race { a: ask(who = "a", ms = 1), b: ask(who = "b1", ms = 2) >> again: ask(who = "b2", ms = 3) } >> finish
    }
}

#[tokio::test(start_paused = true)]
async fn a_resumed_run_without_a_winner_runs_the_failed_branches_again() {
    let (runner, name) = (runner().await, unique("lost"));
    ["a", "b2"].iter().for_each(|what| break_at(&format!("{name}/{what}")));
    let error = runner.run(lost(name.clone())).run_id(&*name).await.map(drop).expect_err("no branch succeeds");
    assert_eq!(error.branches().len(), 2);
    let recorded = record(&runner, &name).await.error.expect("an error").get().to_owned();
    for part in ["no branch of the `race` succeeded", "step `a/ask` failed", "step `b/again` failed"] {
        assert!(recorded.contains(part), "{part} in {recorded}");
    }
    mend(&format!("{name}/b2"));
    let output = runner.resume::<Lost>(&name).await.expect("a branch succeeds");
    assert_eq!(output.last, "b2 is first");
    assert_eq!(counts(&name)[..3], [2, 1, 2]);
}

pipeline! {
    fn tried(name: String) -> [last] {
        try { lost -> [] } else { instead: ask(who = "instead", ms = 0) -> [] } >> finish(text = "the try")
    }
}

#[tokio::test(start_paused = true)]
async fn a_try_recovers_from_every_branch_so_that_none_runs_again() {
    let (runner, name) = (runner().await, unique("tried"));
    ["a", "b2"].iter().for_each(|what| break_at(&format!("{name}/{what}")));
    fail(&runner, tried(name.clone()), &name, "finish").await;
    ["a", "b2"].iter().for_each(|what| mend(&format!("{name}/{what}")));
    let all = attempts(&runner, &name).await;
    assert!(all.contains(&"lost/a/ask#1 Recovered".to_owned()), "{all:?}");
    assert!(all.contains(&"lost/b/again#1 Recovered".to_owned()), "{all:?}");
    let before = counts(&name);
    runner.resume::<Tried>(&name).await.expect("it recovers as before");
    assert_eq!((counts(&name), done(&format!("{name}/instead"))), (before, 1));
}

pipeline! {
    fn ordered(name: String) -> [last] {
        race { a: ask(who = "a", ms = 500), order, b: ask(who = "b1", ms = 0) >> then: ask(who = "b2", ms = 3_600_000) }
            >> finish
    }
}

#[tokio::test]
async fn a_run_that_is_cut_short_while_it_races_polls_all_branches_again() {
    let (runner, name) = (runner().await, unique("cut"));
    let run = runner.run(ordered(name.clone())).run_id(&*name);
    assert!(tokio::time::timeout(Duration::from_millis(100), run).await.is_err(), "it is cut short");
    let started = counts(&name);
    assert_eq!(started, [0, 1, 0, 0, 0, 1]);
    for _ in 0..2 {
        let error = runner.resume::<Ordered>(&name).await.map(drop).expect_err("the effect may have happened");
        assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::Interrupted, "order".to_owned()), "{error:#}");
    }
    assert_eq!(counts(&name), started, "no branch runs beside an effect that may have happened");
    let output = runner.resume::<Ordered>(&name).assume_retry("order").await.expect("it races");
    assert_eq!((output.last.as_str(), counts(&name)), ("a is first", vec![1, 1, 0, 0, 0, 2]));
}

#[tokio::test(start_paused = true)]
async fn the_text_that_a_reader_folds_is_that_of_the_winner() {
    pipeline! {
        fn written(name: String) -> [text, last] {
            race {
                write,
                slow: write >> wait: ask(who = "slow", ms = 50),
                late: ask(who = "late", ms = 1) >> pending: ask(who = "never", ms = 3_600_000),
            } >> finish
        }
    }
    let (runner, name) = (runner().await, unique("written"));
    break_at(&format!("{name}/late"));
    fail(&runner, written(name.clone()), &name, "finish").await;
    runner.resume::<Written>(&name).await.expect("it ends");
    let events = runner.log().expect("a log").events(&name, 0, 1000).await.expect("events");
    let mut texts = std::collections::BTreeMap::<String, String>::new();
    let mut open = std::collections::BTreeSet::new();
    for event in &events {
        let path = serde_json::from_str::<Vec<String>>(event.path.get()).expect("a path").join("/");
        match event.event_type.as_str() {
            "step.started" => drop(open.insert(path)),
            "step.finished" => drop(open.remove(&path)),
            "step.reset" => {
                open.insert(path.clone());
                let below = format!("{path}/");
                texts.retain(|known, _| *known != path && !known.starts_with(&below));
            }
            "chunk" => {
                let data: serde_json::Value =
                    serde_json::from_str(event.data.as_ref().expect("data").get()).expect("JSON");
                texts.entry(path).or_default().push_str(data["text"].as_str().expect("a text"));
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(texts, [("write".to_owned(), "ab".to_owned())].into());
}
