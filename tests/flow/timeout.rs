//! `#[timeout(..)]` before a node: its steps are below a step that fails when the time has run out.
use super::{Boom, record};
use runnable::{ErrorKind, prelude::*};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::time::Instant;

async fn nap(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

/// A value that cannot be cloned.
#[derive(Debug, PartialEq)]
struct Page(String);

#[task(returns = [page])]
async fn fetch(url: &str, ms: u64) -> Page {
    nap(ms).await;
    Page(url.to_owned())
}

#[task(returns = [page])]
async fn sign(page: Page, ms: u64) -> Result<Page, Boom> {
    nap(ms).await;
    if ms % 2 == 1 { Err(Boom("no pen")) } else { Ok(Page(page.0 + ", signed")) }
}

pipeline! {
    fn signed(url: String, a: u64, b: u64) -> [page] {
        #[timeout("100ms")] { fetch(ms = *a) >> sign(ms = *b) }
    }
}

#[tokio::test(start_paused = true)]
async fn a_group_in_time_returns_its_values() {
    let (ended, output) = record(signed("a.org".into(), 40, 58).execute_streaming()).await;
    assert_eq!(output.unwrap().page, Page("a.org, signed".into()));
    let paths = ["timeout/fetch", "timeout/sign", "timeout"].map(|path| (path.to_owned(), "success"));
    assert_eq!(ended, paths);
}

#[tokio::test(start_paused = true)]
async fn a_group_that_takes_too_long_fails_after_its_steps_are_cancelled() {
    let began = Instant::now();
    let (ended, output) = record(signed("a.org".into(), 40, 5000).execute_streaming()).await;
    let error = output.unwrap_err();
    assert_eq!(began.elapsed().as_millis(), 100, "all steps share the limit");
    assert_eq!(format!("{error:#}"), "step `timeout` failed: took longer than 100ms");
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::TimedOut, true));
    let expected = [("timeout/fetch", "success"), ("timeout/sign", "cancelled"), ("timeout", "failed")];
    assert_eq!(ended, expected.map(|(path, outcome)| (path.to_owned(), outcome)));
}

#[tokio::test(start_paused = true)]
async fn the_failure_of_a_step_in_time_is_that_of_the_step() {
    let (ended, output) = record(signed("a.org".into(), 40, 7).execute_streaming()).await;
    assert_eq!(output.unwrap_err().path(), "timeout/sign");
    assert_eq!(ended.last(), Some(&("timeout".to_owned(), "failed")));
}

#[task(returns = [count])]
async fn count(text: &str) -> usize {
    text.len()
}

#[derive(Debug, Clone, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { text: String },
}

#[task(returns = [text])]
fn ask(prompt: &str, ms: u64) -> impl Stream<Item = Token> {
    let prompt = prompt.to_owned();
    stream! {
        yield Token::Chunk { text: prompt.clone() };
        nap(ms).await;
        yield Token::Done { text: prompt };
    }
}

pipeline! {
    fn asked(prompt: String, ms: u64) -> [text, other, third] {
        #[timeout("50ms")] ask
            >> #[timeout("50ms")] second: ask -> [text as other]
            >> parallel { third: #[timeout("50ms")] ask -> [text as third], count }
    }
}

#[tokio::test(start_paused = true)]
async fn a_single_step_gives_its_name_to_the_limit_and_its_events_keep_their_variant() {
    let mut run = asked("hi".into(), 10).execute_streaming();
    let mut chunks = vec![];
    while let Some(event) = run.next().await {
        let variant = match event.data() {
            AskedEvent::Ask(Token::Chunk { .. }) => "Ask",
            AskedEvent::Second(Token::Chunk { .. }) => "Second",
            AskedEvent::Third(Token::Chunk { .. }) => "Third",
            _ => continue,
        };
        chunks.push(format!("{} {variant}", event.path()));
    }
    assert_eq!(chunks, ["ask/ask Ask", "second/ask Second", "third/ask/ask Third"]);
    let error = asked("hi".into(), 60).execute().await.map(|_| ()).unwrap_err();
    assert_eq!(error.to_string(), "step `ask` failed: took longer than 50ms");
}

pipeline! {
    fn bounded(prompt: String, limit: Duration, ms: u64) -> [text] {
        #[timeout(limit * 2)] ask
    }
}

#[tokio::test(start_paused = true)]
async fn a_limit_can_be_an_expression_of_names_in_scope() {
    for (limit, ends) in [(20, false), (21, true)] {
        let limit = Duration::from_millis(limit);
        let output = bounded("hi".into(), limit, 41).execute().await;
        assert_eq!(output.is_ok(), ends, "{limit:?}");
        let inline = pipeline!(
            #[timeout(limit * 2)]
            ask(prompt = "hi", ms = 41)
        )
        .execute()
        .await;
        assert_eq!(inline.is_ok(), ends, "{limit:?}");
    }
}

pipeline! {
    fn sub(prompt: String, ms: u64) -> [text] { ask }
}

pipeline! {
    fn every_form(prompts: Vec<String>, prompt: String, ms: u64) -> [texts, text, other, count] {
        #[timeout("100ms")] all: map(prompts as prompt) { ask } -> [text as texts]
            >> #[timeout("100ms")] branches: parallel { one: ask, two: ask -> [text as other] }
            >> #[timeout("100ms")] sub -> [text]
            >> #[timeout("100ms")] first: race { a: ask, b: ask(ms = 30) } -> [text]
            >> #[timeout("100ms")] chosen: if *ms > 1000 { third: ask } else { fourth: ask } -> [text]
            >> #[timeout("100ms")] again: repeat(max = 2) { ask } until(false)
            >> #[timeout("100ms")] tried: try { #[timeout("40ms")] ask(ms = 60) } else { instead: ask }
            >> #[timeout("100ms")] {}
            >> count
    }
}

#[tokio::test(start_paused = true)]
async fn every_form_can_have_a_limit() {
    let output = every_form(vec!["a".into(), "b".into()], "hi".into(), 20).execute().await.unwrap();
    assert_eq!(
        (output.texts, output.text, output.other, output.count),
        (vec!["a".into(), "b".into()], "hi".into(), "hi".into(), 2)
    );
    for (ms, path) in [(101, "all"), (70, "again")] {
        let error = every_form(vec!["a".into()], "hi".into(), ms).execute().await.map(|_| ()).unwrap_err();
        assert_eq!((error.path().to_string(), error.kind()), (path.to_owned(), ErrorKind::TimedOut));
    }
}

pipeline! {
    fn nested(prompt: String, ms: u64) -> [text] {
        #[timeout("100ms")] outer: { #[timeout("30ms")] inner: { ask } >> #[timeout("90ms")] later: { again: ask } }
    }
}

#[tokio::test(start_paused = true)]
async fn of_nested_limits_the_first_to_run_out_fails() {
    for (ms, path) in [(25, None), (40, Some("outer/inner"))] {
        let error = nested("hi".into(), ms).execute().await.map(|_| ()).err();
        assert_eq!(error.map(|error| error.path().to_string()).as_deref(), path, "{ms}");
    }
    let outer = pipeline!(#[timeout("100ms")] { ask(prompt = "a", ms = 60) >> #[timeout("90ms")] again: ask(prompt = "a", ms = 60) });
    assert_eq!(outer.execute().await.map(|_| ()).unwrap_err().path(), "timeout");
}

pipeline! {
    fn guarded(prompt: String, ms: u64) -> [text] {
        try { #[timeout("50ms")] ask } else |error| { apologize }
    }
}

#[task(returns = [text])]
async fn apologize(error: &runnable::Error) -> String {
    format!("sorry: {error:#}")
}

#[tokio::test(start_paused = true)]
async fn a_try_recovers_from_a_limit() {
    assert_eq!(guarded("hi".into(), 40).execute().await.unwrap().text, "hi");
    let text = guarded("hi".into(), 60).execute().await.unwrap().text;
    assert_eq!(text, "sorry: step `ask` failed: took longer than 50ms");
}

pipeline! {
    fn collected(times: Vec<u64>) -> [text as texts] {
        map(times as ms, on_error = collect) { #[timeout("50ms")] ask(prompt = "hi") }
    }
}

#[tokio::test(start_paused = true)]
async fn an_item_that_takes_too_long_is_collected() {
    let output = collected(vec![10, 60, 20]).execute().await.unwrap();
    let paths: Vec<_> =
        output.texts.iter().map(|text| text.as_ref().err().map(|error| error.path().to_string())).collect();
    assert_eq!(paths, [None, Some("times[1]/ask".to_owned()), None]);
}

#[tokio::test(start_paused = true)]
async fn a_branch_that_takes_too_long_is_out_of_the_race() {
    for (ms, winner) in [(40, "fast"), (60, "slow")] {
        let race = pipeline!(race {
            fast: #[timeout("50ms")]
            ask(prompt = "fast", ms = ms),
            slow: ask(prompt = "slow", ms = 80),
        });
        assert_eq!(race.execute().await.unwrap().text, winner);
    }
}

#[task(blocking)]
fn block(ended: Arc<AtomicBool>) {
    std::thread::sleep(Duration::from_millis(200));
    ended.store(true, Ordering::SeqCst);
}

#[tokio::test]
async fn work_in_a_thread_has_ended_when_its_time_has_run_out() {
    let ended = Arc::new(AtomicBool::new(false));
    assert!(patient(ended).execute().await.unwrap().has_ended);
}

#[task(returns = [has_ended])]
async fn check(ended: &Arc<AtomicBool>) -> bool {
    ended.load(Ordering::SeqCst)
}

pipeline! {
    fn patient(ended: Arc<AtomicBool>) -> [has_ended] { try { #[timeout("5ms")] { block } } else {} >> check }
}

/// Emits events without end from a task of its own.
#[task(spawn)]
async fn chatter(times: u32, events: Emitter<Token>) {
    for n in 0..times {
        events.emit(Token::Chunk { text: n.to_string() }).await;
    }
}

#[task]
fn talk(times: u32) -> impl Stream<Item = Token> {
    stream! {
        for n in 0..times {
            yield Token::Chunk { text: n.to_string() };
        }
        yield Token::Done { text: String::new() };
    }
}

pipeline! {
    fn read_slowly(times: u32) { #[timeout("100ms")] { chatter >> #[timeout("100ms")] { talk } } }
}

#[tokio::test(start_paused = true)]
async fn the_time_of_a_slow_reader_does_not_count() {
    let mut run = read_slowly(200).execute_streaming();
    while run.next().await.is_some() {
        nap(5).await;
    }
    run.output().await.map(|_| ()).expect("only the reader was slow");
}

#[tokio::test(start_paused = true)]
async fn a_run_that_is_dropped_cancels_what_is_limited() {
    let mut run = signed("a.org".into(), 10, 50).execute_streaming();
    let paths = async {
        while let Some(event) = run.next().await {
            if event.path() == "timeout/sign" {
                break;
            }
        }
    };
    paths.await;
    run.cancel();
    let (ended, output) = record(run).await;
    assert_eq!(output.unwrap_err().kind(), ErrorKind::Cancelled);
    let expected = ["timeout/sign", "timeout"].map(|path| (path.to_owned(), "cancelled"));
    assert_eq!(ended, expected);
}
