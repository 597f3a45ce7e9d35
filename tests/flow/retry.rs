//! `#[retry(..)]` before a node: its steps are below a step that runs them again, all together, if one fails.
use super::{Boom, record};
use runnable::{Attempt, Error, ErrorKind, prelude::*};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::time::Instant;

/// The number of times that steps have begun, and the number of times that they fail.
#[derive(Debug, Clone, Default)]
struct Calls(Arc<AtomicU32>);

impl Calls {
    fn next(&self) -> u32 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }

    fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

async fn nap(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

#[task(returns = [page])]
async fn fetch(fetched: &Calls) -> u32 {
    nap(10).await;
    fetched.next()
}

/// Fails the first `failures` times.
#[task(returns = [text])]
async fn parse(page: u32, parsed: &Calls, failures: u32) -> Result<String, Boom> {
    if parsed.next() <= failures { Err(Boom("not a page")) } else { Ok(format!("page {page}")) }
}

pipeline! {
    fn read(fetched: Calls, parsed: Calls, failures: u32) -> [text] {
        #[retry(3, backoff = "1s")] { fetch >> parse }
    }
}

#[tokio::test(start_paused = true)]
async fn all_steps_of_a_group_run_again_if_one_fails() {
    let (fetched, parsed, began) = (Calls::default(), Calls::default(), Instant::now());
    let (ended, output) = record(read(fetched.clone(), parsed.clone(), 2).execute_streaming()).await;
    assert_eq!(output.unwrap().text, "page 3");
    assert_eq!((fetched.count(), parsed.count(), began.elapsed().as_millis()), (3, 3, 3030));
    let attempt = |end| [("retry/fetch", "success"), ("retry/parse", end)];
    let expected: Vec<_> = [attempt("failed"), attempt("failed"), attempt("success")].concat();
    let expected = expected.into_iter().chain([("retry", "success")]);
    assert_eq!(ended, expected.map(|(path, end)| (path.to_owned(), end)).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn a_group_that_runs_out_of_attempts_fails_with_the_error_of_its_step() {
    let (fetched, parsed) = (Calls::default(), Calls::default());
    let (ended, output) = record(read(fetched.clone(), parsed, 9).execute_streaming()).await;
    assert_eq!(format!("{:#}", output.map(drop).unwrap_err()), "step `retry/parse` failed: not a page");
    assert_eq!((fetched.count(), ended.last()), (3, Some(&("retry".to_owned(), "failed"))));
}

#[tokio::test(start_paused = true)]
async fn a_reset_of_the_group_says_that_all_of_it_is_void_and_attempts_have_numbers() {
    let mut run = read(Calls::default(), Calls::default(), 1).execute_streaming();
    let mut events = vec![];
    while let Some(event) = run.next().await {
        if let Some(lifecycle) = event.lifecycle().filter(|_| !event.path().is_empty()) {
            let error = match lifecycle {
                Lifecycle::StepReset(error) => format!(": {error:#}, at most {:?}", error.max_attempts()),
                _ => String::new(),
            };
            events.push(format!("{} {}#{}{error}", lifecycle.kind().as_str(), event.path(), event.attempt()));
        }
    }
    let expected = [
        "step.started retry#1",
        "step.started retry/fetch#1",
        "step.finished retry/fetch#1",
        "step.started retry/parse#1",
        "step.finished retry/parse#1",
        "step.reset retry#2: step `retry/parse` failed: not a page, at most Some(3)",
        "step.started retry/fetch#2",
        "step.finished retry/fetch#2",
        "step.started retry/parse#2",
        "step.finished retry/parse#2",
        "step.finished retry#2",
    ];
    assert_eq!(events, expected);
}

#[task(returns = [attempts], retry(2, backoff = "1ms"))]
async fn try_twice(tries: &Calls, failures: u32, attempt: Attempt) -> Result<Vec<u32>, Boom> {
    if tries.next() <= failures { Err(Boom("not yet")) } else { Ok(vec![attempt.get()]) }
}

pipeline! {
    fn counted(tries: Calls, failures: u32) -> [attempts] { #[retry(2)] #[timeout("1m")] { #[retry(2)] sub: { try_twice } } }
}

#[tokio::test(start_paused = true)]
async fn the_attempts_of_a_step_are_counted_over_all_attempts_of_what_is_around_it() {
    for failures in [0, 1, 2, 5, 7] {
        let output = counted(Calls::default(), failures).execute().await.unwrap();
        assert_eq!(output.attempts, [failures + 1]);
    }
    let error = counted(Calls::default(), 8).execute().await.map(drop).unwrap_err();
    assert_eq!((error.attempts(), error.path().to_string()), (8, "retry/timeout/sub/try_twice".to_owned()));
}

#[task(returns = [text])]
async fn refuse(tries: &Calls, busy: bool) -> Result<String, Boom> {
    tries.next();
    Err(Boom(if busy { "busy" } else { "forbidden" }))
}

fn is_busy(error: &Error) -> bool {
    error.downcast_ref::<Boom>() == Some(&Boom("busy"))
}

pipeline! {
    fn select(tries: Calls, busy: bool) -> [text] { #[retry(3, backoff = "1ms", when = is_busy)] refuse }
}

#[tokio::test(start_paused = true)]
async fn when_selects_the_errors_that_are_retried() {
    for (busy, count) in [(true, 3), (false, 1)] {
        let tries = Calls::default();
        let error = select(tries.clone(), busy).execute().await.map(drop).unwrap_err();
        assert_eq!((tries.count(), error.is_retryable(), error.path() == "refuse/refuse"), (count, busy, true));
    }
}

#[task(returns = [text], retry(2, backoff = "1ms", when = |_| false))]
async fn give_up(tries: &Calls) -> Result<String, Boom> {
    tries.next();
    Err(Boom("no"))
}

#[task(returns = [text])]
async fn panics(tries: &Calls) -> String {
    tries.next();
    panic!("a mistake")
}

#[tokio::test(start_paused = true)]
async fn without_when_the_tasks_decide_which_errors_are_retried_and_panics_are_not() {
    let tries = Calls::default();
    let error = pipeline!(
        #[retry(2)]
        give_up(tries = &tries)
    )
    .execute()
    .await
    .map(drop)
    .unwrap_err();
    assert_eq!((tries.count(), error.is_retryable()), (1, false));
    let error = pipeline!(
        #[retry(2)]
        panics(tries = &tries)
    )
    .execute()
    .await
    .map(drop)
    .unwrap_err();
    assert_eq!((tries.count(), error.kind()), (2, ErrorKind::Panicked));
    let panicked = |error: &Error| error.kind() == ErrorKind::Panicked;
    let all = pipeline!(
        #[retry(3, backoff = "1ms", when = panicked)]
        panics(tries = &tries)
    );
    assert_eq!((all.execute().await.map(drop).unwrap_err().kind(), tries.count()), (ErrorKind::Panicked, 5));
}

#[task(returns = [page])]
async fn slow(slept: &Calls) -> u32 {
    let number = slept.next();
    nap(if number == 1 { 5000 } else { 50 }).await;
    number
}

#[tokio::test(start_paused = true)]
async fn a_timeout_inside_limits_each_attempt_and_a_timeout_outside_all_of_them() {
    let (slept, began) = (Calls::default(), Instant::now());
    let inside = pipeline!(
        #[retry(2, backoff = "1ms")]
        #[timeout("100ms")]
        slow(slept = &slept)
    );
    assert_eq!((inside.execute().await.unwrap().page, began.elapsed().as_millis()), (2, 151));
    let (slept, began) = (Calls::default(), Instant::now());
    let outside = pipeline!(
        #[timeout("100ms")]
        #[retry(2, backoff = "1ms")]
        slow(slept = &slept)
    );
    let error = outside.execute().await.map(drop).unwrap_err();
    assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::TimedOut, "slow".to_owned()));
    assert_eq!((slept.count(), began.elapsed().as_millis()), (1, 100));
}

/// A value that counts its copies.
#[derive(Debug)]
struct Copied(Calls);

impl Clone for Copied {
    fn clone(&self) -> Self {
        self.0.next();
        Self(self.0.clone())
    }
}

#[task(returns = [count])]
async fn consume(value: Copied, tries: &Calls) -> Result<u32, Boom> {
    if tries.next() < 3 { Err(Boom("not yet")) } else { Ok(value.0.count()) }
}

#[task(returns = [value])]
async fn produce(copies: &Calls) -> Copied {
    Copied(copies.clone())
}

pipeline! {
    fn from_outside(value: Copied, tries: Calls) -> [count] { #[retry(3, backoff = "1ms")] consume }
}

pipeline! {
    fn from_inside(copies: Calls, tries: Calls) -> [count] { #[retry(3, backoff = "1ms")] { produce >> consume } }
}

#[tokio::test(start_paused = true)]
async fn values_from_outside_are_copied_for_each_attempt_and_those_of_its_steps_are_moved() {
    let value = Copied(Calls::default());
    assert_eq!(from_outside(value, Calls::default()).execute().await.unwrap().count, 3);
    assert_eq!(from_inside(Calls::default(), Calls::default()).execute().await.unwrap().count, 0);
}

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String },
}

#[task(returns = [text])]
fn ask(prompt: &str, failures: u32, asked: &Calls) -> impl Stream<Item = Result<Token, Boom>> {
    let (prompt, fails) = (prompt.to_owned(), asked.next() <= failures);
    try_stream! {
        yield Token::Chunk { text: prompt.clone() };
        if fails {
            Err(Boom("cut off"))?;
        }
        yield Token::Done { text: prompt };
    }
}

#[task(returns = [count])]
async fn count(text: &str) -> usize {
    text.len()
}

pipeline! {
    fn sub(prompt: String, failures: u32, asked: Calls) -> [text] { ask }
}

pipeline! {
    fn every_form(prompts: Vec<String>, prompt: String, failures: u32) -> [texts, text, other, count] {
        #[retry(2)] all: map(prompts as prompt) { begin_calls >> ask } -> [text as texts]
            >> begin_calls >> #[retry(2)] branches: parallel { one: ask, two: ask(failures = 0) -> [text as other] }
            >> a: begin_calls >> #[retry(2)] sub -> [text]
            >> b: begin_calls >> #[retry(2)] first: race { a: ask, b: ask } -> [text]
            >> c: begin_calls >> #[retry(2)] chosen: if prompt.is_empty() { third: ask } else { fourth: ask } -> [text]
            >> d: begin_calls >> #[retry(2)] again: repeat(max = 2) { ask } until(false)
            >> e: begin_calls >> #[retry(2)] tried: try { five: ask(failures = 1) } else { instead: ask(failures = failures + 2) }
            >> #[retry(2)] {}
            >> f: begin_calls >> parallel { labelled: #[retry(2)] ask, count }
    }
}

#[task(returns = [asked])]
async fn begin_calls() -> Calls {
    Calls::default()
}

#[tokio::test(start_paused = true)]
async fn every_form_can_be_tried_again() {
    for failures in [0, 1] {
        let prompts = if failures == 0 { vec!["a".into(), "b".into()] } else { vec![] };
        let output = every_form(prompts.clone(), "hi".into(), failures).execute().await.unwrap();
        let expected = (prompts, "hi".to_owned(), "hi".to_owned(), 2);
        assert_eq!((output.texts, output.text, output.other, output.count), expected, "{failures}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_events_of_a_retried_step_keep_their_variant() {
    let mut run = sub_again("hi".into(), 1, Calls::default()).execute_streaming();
    let mut chunks = vec![];
    while let Some(event) = run.next().await {
        if let SubAgainEvent::Label(Token::Chunk { .. }) = event.data() {
            chunks.push(format!("{}#{}", event.path(), event.attempt()));
        }
    }
    assert_eq!(chunks, ["label/timeout/ask#1", "label/timeout/ask#2"]);
}

pipeline! {
    fn sub_again(prompt: String, failures: u32, asked: Calls) -> [text] { #[retry(2)] #[timeout("1m")] label: ask }
}

#[task(returns = [text])]
async fn apologize(error: &Error) -> String {
    format!("sorry: {error:#}")
}

pipeline! {
    fn guarded(fetched: Calls, parsed: Calls, failures: u32) -> [text] {
        try { #[retry(2, backoff = "1ms")] { fetch >> parse } } else |error| { apologize }
    }
}

#[tokio::test(start_paused = true)]
async fn a_try_recovers_once_the_attempts_are_used_up() {
    for (failures, text) in [(1, "page 2"), (2, "sorry: step `retry/parse` failed: not a page")] {
        let output = guarded(Calls::default(), Calls::default(), failures).execute().await.unwrap();
        assert_eq!(output.text, text);
    }
}

pipeline! {
    fn items(counts: Vec<u32>) -> [text as texts] {
        map(counts as failures, on_error = collect) {
            begin_calls -> [asked as fetched] >> other: begin_calls -> [asked as parsed] >> #[retry(2, backoff = "1ms")] { fetch >> parse }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn each_item_has_its_own_attempts() {
    let output = items(vec![0, 2, 1]).execute().await.unwrap();
    let texts: Vec<_> =
        output.texts.iter().map(|text| text.as_deref().map_err(|error| error.path().to_string())).collect();
    assert_eq!(texts, [Ok("page 1"), Err("counts[1]/retry/parse".to_owned()), Ok("page 2")]);
}

#[tokio::test(start_paused = true)]
async fn a_branch_of_a_race_is_out_once_its_attempts_are_used_up() {
    for (failures, winner) in [(1, "page 9"), (2, "page 8")] {
        let parsed = Calls::default();
        let race = pipeline!(race {
            fast: #[retry(2, backoff = "1ms")] parse(page = 9, parsed = &parsed, failures = failures),
            slow: { slow(slept = &Calls::default()) -> [] >> parse(page = 8, parsed = &Calls::default(), failures = 0) },
        });
        assert_eq!(race.execute().await.unwrap().text, winner);
    }
}

#[task(returns = [text], spawn)]
async fn elsewhere(running: Calls) -> String {
    struct Runs(Calls);
    impl Drop for Runs {
        fn drop(&mut self) {
            self.0.0.fetch_sub(1, Ordering::SeqCst);
        }
    }
    running.next();
    let _runs = Runs(running);
    nap(3_600_000).await;
    String::new()
}

#[task(returns = [other])]
async fn check(running: &Calls, tries: &Calls) -> Result<u32, Boom> {
    nap(5).await;
    assert_eq!(running.count(), 1, "the task of the attempt before has ended");
    if tries.next() < 3 { Err(Boom("not yet")) } else { Err(Boom("never")) }
}

#[tokio::test(start_paused = true)]
async fn what_a_failed_attempt_has_started_has_ended_before_the_next_begins() {
    let (running, tries) = (Calls::default(), Calls::default());
    let steps = pipeline!(
        #[retry(3, backoff = "1ms")]
        parallel { elsewhere(running = running.clone()), check(running = &running, tries = &tries) }
    );
    assert_eq!(steps.execute().await.map(drop).unwrap_err().message(), "never");
    assert_eq!((running.count(), tries.count()), (0, 3));
}

#[tokio::test(start_paused = true)]
async fn a_run_that_is_dropped_between_two_attempts_closes_the_group_as_cancelled() {
    let mut run = read(Calls::default(), Calls::default(), 9).execute_streaming();
    while let Some(event) = run.next().await {
        if event.path() == "retry/parse" && event.lifecycle().and_then(Lifecycle::outcome).is_some() {
            break;
        }
    }
    run.cancel();
    let (ended, output) = record(run).await;
    assert_eq!(output.map(drop).unwrap_err().kind(), ErrorKind::Cancelled);
    assert_eq!(ended, [("retry".to_owned(), "cancelled")]);
}
