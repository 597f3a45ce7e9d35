//! `race`: the first success wins, and everything that the others have sent is void.
use super::{Boom, record};
use runnable::{Attempt, Cancellation, ErrorKind, prelude::*};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

async fn nap(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String },
}

/// Answers after a time, or fails if the time is odd.
#[task(returns = [text])]
fn ask(prompt: String, ms: u64) -> impl Stream<Item = Result<Token, Boom>> {
    try_stream! {
        yield Token::Chunk { text: format!("{prompt} ") };
        nap(ms).await;
        if ms % 2 == 1 {
            Err(Boom("no answer"))?;
        }
        yield Token::Chunk { text: ms.to_string() };
        yield Token::Done { text: format!("{prompt} {ms}") };
    }
}

#[task(returns = [text])]
async fn shout(text: String, ms: u64) -> Result<String, Boom> {
    nap(ms).await;
    if ms % 2 == 1 { Err(Boom("hoarse")) } else { Ok(text.to_uppercase()) }
}

#[task(returns = [length])]
async fn measure(text: &str) -> usize {
    text.len()
}

pipeline! {
    fn two(prompt: String, a: u64, b: u64) -> [text, length] {
        race { fast: ask(ms = *a), slow: ask(ms = *b) } >> measure
    }
}

pipeline! {
    fn chains(prompt: String, a: u64, b: u64) -> [text] {
        race { a: ask(ms = *a) >> shout(ms = *b), b: ask(ms = *b) >> shout(ms = *a) }
    }
}

/// The types of the events of each path, in the order in which the paths first occur.
async fn told<D, O, F>(mut run: Run<D, O, F>) -> (Vec<(String, Vec<String>)>, runnable::Result<O>)
where
    F: Future<Output = runnable::Result<O>>,
    D: runnable::RunData + runnable::WireEvent,
{
    let mut all: Vec<(String, Vec<String>)> = vec![];
    while let Some(event) = run.next().await {
        let outcome = event.lifecycle().and_then(Lifecycle::outcome).map(runnable::Outcome::name);
        let (path, what) = (event.path().to_string(), outcome.unwrap_or(event.event_type()).to_owned());
        if path.is_empty() {
            continue;
        }
        match all.iter_mut().find(|(known, _)| *known == path) {
            Some((_, types)) => types.push(what),
            None => all.push((path, vec![what])),
        }
    }
    (all, run.output().await)
}

fn of(told: &[(String, Vec<String>)], path: &str) -> String {
    told.iter()
        .find(|(known, _)| known == path)
        .map_or_else(|| panic!("{path} in {told:?}"), |(_, types)| types.join(" "))
}

#[tokio::test(start_paused = true)]
async fn the_first_success_wins_and_the_others_are_reset_and_cancelled() {
    for (a, b, winner) in [(2, 40, "fast"), (40, 2, "slow"), (1, 40, "slow"), (2, 1, "fast")] {
        let (told, output) = told(two("hi".into(), a, b).execute_streaming()).await;
        let output = output.unwrap();
        let ms = if winner == "fast" { a } else { b };
        assert_eq!((output.text, output.length), (format!("hi {ms}"), format!("hi {ms}").len()));
        let loser = if winner == "fast" { "slow" } else { "fast" };
        assert_eq!(of(&told, &format!("{winner}/ask")), "step.started chunk chunk done success");
        let lost = of(&told, &format!("{loser}/ask"));
        let failed_before = a == 1 || b == 1;
        let expected =
            if failed_before { "step.started chunk failed" } else { "step.started chunk step.reset cancelled" };
        assert_eq!(lost, expected);
    }
}

#[tokio::test(start_paused = true)]
async fn a_branch_of_several_steps_is_a_step_whose_reset_voids_them_all() {
    let (told, output) = told(chains("hi".into(), 2, 40).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "HI 2");
    // Both end after 42 ms: the first in the order of the source is polled first.
    assert_eq!(of(&told, "a"), "step.started success");
    assert_eq!(of(&told, "b"), "step.started step.reset cancelled");

    let (told, output) = self::told(chains("hi".into(), 2, 6).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "HI 2");
    assert_eq!(of(&told, "b/ask"), "step.started chunk chunk done success");
    assert_eq!(of(&told, "b/shout"), "step.started step.reset cancelled");

    let (told, output) = self::told(chains("hi".into(), 2, 5).execute_streaming()).await;
    let error = output.map(|_| ()).unwrap_err();
    assert_eq!(of(&told, "a"), "step.started step.reset failed");
    assert_eq!(of(&told, "a/ask"), "step.started chunk chunk done success");
    assert_eq!(of(&told, "b"), "step.started step.reset failed");
    let paths: Vec<_> = error.branches().iter().map(|branch| branch.path().to_string()).collect();
    assert_eq!(paths, ["a/shout", "b/ask"]);
}

#[tokio::test(start_paused = true)]
async fn if_no_branch_succeeds_the_error_has_all_failures_in_the_order_of_the_source() {
    let error = two("hi".into(), 41, 1).execute().await.map(|_| ()).unwrap_err();
    assert_eq!((error.kind(), error.message().as_str()), (ErrorKind::Failed, "no branch of the `race` succeeded"));
    let causes: Vec<_> = error.causes().collect();
    assert_eq!(causes, ["step `fast/ask` failed: no answer", "step `slow/ask` failed: no answer"]);
    assert_eq!(error.branches().len(), 2);
    assert_eq!(error.branches()[0].downcast_ref::<Boom>(), Some(&Boom("no answer")));
    assert!(error.is_retryable() == error.branches().iter().any(runnable::Error::is_retryable));
    let text = "the run failed: no branch of the `race` succeeded: step `fast/ask` failed: no answer: \
                step `slow/ask` failed: no answer";
    assert_eq!(format!("{error:#}"), text);
}

pipeline! {
    fn many(prompt: String, times: Vec<u64>) -> [text] {
        race {
            a: ask(ms = times[0]), b: ask(ms = times[1]), c: ask(ms = times[2]), d: ask(ms = times[3]),
            e: ask(ms = times[4]), f: ask(ms = times[5]), g: ask(ms = times[6]),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn any_of_many_branches_may_win() {
    for winner in 0..7 {
        let mut times = vec![50, 61, 70, 71, 80, 90, 91];
        times[winner] = 20;
        let (ended, output) = record(many("x".into(), times).execute_streaming()).await;
        assert_eq!(output.unwrap().text, "x 20");
        let names = ["a", "b", "c", "d", "e", "f", "g"];
        assert_eq!(ended[0], (format!("{}/ask", names[winner]), "success"));
        assert_eq!(ended.iter().filter(|(_, outcome)| *outcome == "cancelled").count(), 6);
    }
}

#[task(returns = [text])]
async fn sleeper(prompt: &str, ms: u64) -> Result<String, Boom> {
    nap(ms).await;
    assert!(ms != 7, "seven");
    if ms % 2 == 1 { Err(Boom("odd")) } else { Ok(format!("{prompt} {ms}")) }
}

pipeline! {
    fn asked(prompt: String, ms: u64) -> [text] { sleeper -> [text as draft] >> ask(prompt = draft.clone(), ms = 2) }
}

pipeline! {
    fn mixed(prompt: String, a: u64, b: u64) -> [text] {
        race { asked(ms = *a), sleeper(ms = *b) }
    }
}

#[tokio::test(start_paused = true)]
async fn a_pipeline_may_be_a_branch_and_is_void_as_a_whole() {
    let (told, output) = told(mixed("p".into(), 2, 40).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "p 2 2");
    assert_eq!(of(&told, "asked"), "step.started success");
    assert_eq!(of(&told, "sleeper"), "step.started step.reset cancelled");

    let (told, output) = self::told(mixed("p".into(), 3, 4).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "p 4");
    assert_eq!(of(&told, "asked"), "step.started step.reset failed");

    let (told, output) = self::told(mixed("p".into(), 10, 11).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "p 10 2");
    assert_eq!(of(&told, "asked"), "step.started success");

    let (told, output) = self::told(mixed("p".into(), 3, 12).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "p 12");
    assert_eq!(of(&told, "asked/sleeper"), "step.started failed");
}

#[tokio::test(start_paused = true)]
async fn a_panic_is_the_failure_of_its_branch() {
    let output = mixed("p".into(), 2, 7).execute().await.unwrap();
    assert_eq!(output.text, "p 2 2");
    let error = mixed("p".into(), 1, 7).execute().await.map(|_| ()).unwrap_err();
    assert_eq!(error.branches()[1].kind(), ErrorKind::Panicked);
}

pipeline! {
    fn recovered(prompt: String, a: u64, b: u64) -> [text] {
        try { mixed } else |error| { sleeper(prompt = &error.branches().len().to_string(), ms = 0) }
    }
}

#[tokio::test(start_paused = true)]
async fn a_try_recovers_from_a_race_without_a_winner() {
    assert_eq!(recovered("p".into(), 1, 3).execute().await.unwrap().text, "2 0");
    assert_eq!(recovered("p".into(), 1, 4).execute().await.unwrap().text, "p 4");
}

pipeline! {
    fn nested(prompt: String, items: Vec<u64>) -> [texts] {
        map(items as a, limit = 2) {
            repeat(max = 2) {
                outer: race {
                    inner: race { first: sleeper(ms = a + 2), second: sleeper(ms = a * 3) } >> shout(ms = 2),
                    both: parallel { x: sleeper(ms = *a) -> [text as x], y: sleeper(ms = 5) -> [text as y] }
                        >> sleeper(prompt = x, ms = y.len() as u64),
                }
            } until(false)
        } -> [text as texts]
    }
}

#[tokio::test(start_paused = true)]
async fn races_nest_in_races_maps_and_loops() {
    let (ended, output) = record(nested("p".into(), vec![2, 4, 5]).execute_streaming()).await;
    let texts = output.map(|output| output.texts);
    let error = texts.unwrap_err();
    assert_eq!(error.path().to_string(), "items[2]/repeat[0]/outer");
    assert_eq!(error.branches().len(), 2);
    assert_eq!(error.branches()[0].branches().len(), 2);
    let wins = ended.iter().filter(|(path, outcome)| path.ends_with("outer/inner") && *outcome == "success").count();
    assert_eq!(wins, 4);
    let output = nested("p".into(), vec![2, 4]).execute().await.unwrap();
    assert_eq!(output.texts, ["P 4", "P 6"]);
}

#[task(returns = [text], spawn)]
async fn elsewhere(ended: Arc<AtomicBool>) -> String {
    struct Mark(Arc<AtomicBool>);
    impl Drop for Mark {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }
    let _mark = Mark(ended);
    std::future::pending().await
}

#[task(returns = [text])]
async fn whether(ended: Arc<AtomicBool>) -> String {
    ended.load(Ordering::SeqCst).to_string()
}

pipeline! {
    fn waited(prompt: String, ended: Arc<AtomicBool>) -> [text] {
        race { elsewhere(ended = ended.clone()), sleeper(ms = 2) } -> [] >> whether
    }
}

#[tokio::test(start_paused = true)]
async fn a_spawned_loser_has_ended_before_anything_follows() {
    assert_eq!(waited("p".into(), Arc::default()).execute().await.unwrap().text, "true");
}

/// Notices that it is cancelled, and then needs a while to end.
#[task(returns = [text], blocking)]
fn on_a_thread(begun: Arc<AtomicBool>, ended: Arc<AtomicBool>, cancellation: Cancellation) -> String {
    begun.store(true, Ordering::SeqCst);
    while !cancellation.is_cancelled() {
        std::thread::sleep(Duration::from_millis(1));
    }
    std::thread::sleep(Duration::from_millis(20));
    ended.store(true, Ordering::SeqCst);
    "thread".to_owned()
}

/// Wins once the thread has begun: a thread that has not is not waited for, as it never runs.
#[task(returns = [text])]
async fn after(begun: Arc<AtomicBool>) -> String {
    while !begun.load(Ordering::SeqCst) {
        nap(1).await;
    }
    "after".to_owned()
}

pipeline! {
    fn waited_for_a_thread(begun: Arc<AtomicBool>, ended: Arc<AtomicBool>) -> [text] {
        race { thread: on_a_thread(begun = begun.clone(), ended = ended.clone()), after } -> [] >> whether
    }
}

#[tokio::test]
async fn a_blocking_loser_has_ended_before_anything_follows() {
    assert_eq!(waited_for_a_thread(Arc::default(), Arc::default()).execute().await.unwrap().text, "true");
}

/// Sleeps for the time of its attempt.
#[task(returns = [text], timeout = "50ms", retry(2, backoff = "10ms"))]
async fn limited(first: u64, second: u64, attempt: Attempt) -> String {
    let ms = if attempt.get() == 1 { first } else { second };
    nap(ms).await;
    format!("{ms} in attempt {}", attempt.get())
}

pipeline! {
    fn timed(prompt: String, first: u64, second: u64, ms: u64) -> [text] { race { limited, sleeper } }
}

#[tokio::test(start_paused = true)]
async fn a_branch_wins_with_a_later_attempt_and_loses_in_any() {
    for (first, second, ms, text, events) in [
        (40, 0, 90, "40 in attempt 1", "step.started success"),
        (90, 4, 90, "4 in attempt 2", "step.started step.reset success"),
        (90, 90, 200, "p 200", "step.started step.reset failed"),
        // In its first attempt, before its second, and in its second.
        (90, 4, 30, "p 30", "step.started step.reset cancelled"),
        (90, 4, 56, "p 56", "step.started step.reset cancelled"),
        (90, 30, 80, "p 80", "step.started step.reset step.reset cancelled"),
    ] {
        let (told, output) = told(timed("p".into(), first, second, ms).execute_streaming()).await;
        assert_eq!(output.unwrap().text, text);
        assert_eq!(of(&told, "limited"), events, "{text}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_run_cancels_every_branch_of_its_race() {
    let mut run = chains("hi".into(), 2, 40).execute_streaming();
    while run.next().await.is_some_and(|event| event.path() != "a/shout") {}
    run.cancel();
    let (told, output) = told(run).await;
    assert_eq!(output.map(drop).unwrap_err().kind(), ErrorKind::Cancelled);
    // Nothing is void: no branch has won.
    for path in ["a", "b", "a/shout", "b/ask"] {
        assert_eq!(of(&told, path), "cancelled", "{path}");
    }
}

pipeline! {
    fn collected(prompt: String, times: Vec<u64>) -> [texts] {
        map(times as ms, on_error = collect, limit = 2) { race { first: sleeper, second: sleeper(ms = ms * 3) } }
            -> [text as texts]
    }
}

#[tokio::test(start_paused = true)]
async fn a_map_collects_the_failures_of_its_races() {
    let texts = collected("p".into(), vec![2, 5, 4]).execute().await.unwrap().texts;
    assert_eq!((texts[0].as_ref().unwrap(), texts[2].as_ref().unwrap()), (&"p 2".to_owned(), &"p 4".to_owned()));
    let error = texts[1].as_ref().unwrap_err();
    let paths: Vec<_> = error.branches().iter().map(|branch| branch.path().to_string()).collect();
    assert_eq!(paths, ["times[1]/first/sleeper", "times[1]/second/sleeper"]);
}

pipeline! {
    fn alone(prompt: String, ms: u64) -> [text] { race { sleeper } }
}

#[tokio::test(start_paused = true)]
async fn a_race_of_one_branch_is_that_branch() {
    assert_eq!(alone("p".into(), 2).execute().await.unwrap().text, "p 2");
    let error = alone("p".into(), 1).execute().await.map(|_| ()).unwrap_err();
    assert_eq!(error.path().to_string(), "sleeper");
}

mod names {
    use super::Boom;
    use runnable::prelude::*;

    #[task(returns = [race])]
    async fn race(n: u64) -> Result<u64, Boom> {
        Ok(n)
    }

    pipeline! {
        fn of_a_task(n: u64) -> [race] { race >> again: race(n = *race) }
    }

    #[tokio::test]
    async fn a_task_may_be_called_race() {
        assert_eq!(of_a_task(3).execute().await.unwrap().race, 3);
    }
}
