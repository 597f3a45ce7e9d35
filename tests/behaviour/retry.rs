//! Attempts: their delays and events, and the failures that are retried.
use crate::support::*;
use futures::StreamExt;
use runnable::{Attempt, ErrorKind, Lifecycle, prelude::*};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::time::{Instant, sleep};

static TRIES: AtomicUsize = AtomicUsize::new(0);

#[task(returns = [full_text], retry(3, backoff = "10ms", when = is_boom))]
fn flaky(fail_at: usize) -> impl Stream<Item = Result<Token, Boom>> {
    try_stream! {
        let first = TRIES.fetch_add(1, SeqCst) == 0;
        let mut full_text = String::new();
        for (i, word) in ["a", "b", "c"].into_iter().enumerate() {
            if first && i == fail_at { Err(Boom("flaky"))?; }
            full_text.push_str(word);
            yield Token::Chunk { text: word.to_owned() };
        }
        if first && fail_at == 3 { Err(Boom("flaky"))?; }
        yield Token::Done { full_text };
    }
}

fn is_boom(error: &Boom) -> bool {
    error.0 == "flaky"
}

#[tokio::test(start_paused = true)]
async fn a_retried_stream_folds_to_the_same_text_as_a_run_without_failures() {
    for fail_at in 0..=3 {
        TRIES.store(0, SeqCst);
        let mut run = Flaky { fail_at }.execute_streaming();
        let (mut text, mut resets) = (String::new(), 0);
        while let Some(event) = run.next().await {
            match (event.lifecycle(), event.data()) {
                (Some(Lifecycle::StepReset(error)), _) => {
                    assert_eq!((error.attempts(), event.attempt()), (1, 2));
                    assert_eq!(error.path(), "flaky");
                    text.clear();
                    resets += 1;
                }
                (_, Some(Token::Chunk { text: chunk })) => text.push_str(chunk),
                _ => {}
            }
        }
        assert_eq!((text.as_str(), resets), ("abc", 1));
        assert_eq!(run.output().await.unwrap().full_text, "abc");
    }
}

#[task(returns = [n], retry(3, when = is_boom))]
async fn hopeless(tries: Arc<AtomicUsize>) -> Result<u64, Boom> {
    tries.fetch_add(1, SeqCst);
    Err(Boom("for good"))
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_when_rejects_is_not_retried() {
    let (began, tries) = (Instant::now(), Arc::new(AtomicUsize::new(0)));
    let mut run = Hopeless { tries: tries.clone() }.execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    assert_eq!(count(&events, "step.reset"), 0);
    let error = run.output().await.unwrap_err();
    assert_eq!((tries.load(SeqCst), error.attempts(), error.is_retryable()), (1, 1, false));
    assert_eq!(began.elapsed(), Duration::ZERO);
}

#[task(returns = [n], retry(5))]
async fn five_times(tries: Arc<AtomicUsize>) -> Result<u64, Boom> {
    tries.fetch_add(1, SeqCst);
    Err(Boom("again"))
}

#[task(returns = [n], retry(4, backoff = "1s"))]
async fn four_times() -> Result<u64, Boom> {
    Err(Boom("again"))
}

#[tokio::test(start_paused = true)]
async fn delays_double_starting_from_100_ms_or_from_the_backoff() {
    let (began, tries) = (Instant::now(), Arc::new(AtomicUsize::new(0)));
    let error = FiveTimes { tries: tries.clone() }.execute().await.unwrap_err();
    assert_eq!((tries.load(SeqCst), error.attempts(), error.kind()), (5, 5, ErrorKind::Failed));
    // A delay is a product of floats, and a timer rounds up to a millisecond.
    assert!((1500..1505).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    let began = Instant::now();
    FourTimes {}.execute().await.unwrap_err();
    assert_eq!(began.elapsed().as_secs(), 1 + 2 + 4);
}

#[tokio::test(start_paused = true)]
async fn the_error_of_an_attempt_that_another_follows_has_the_number_of_the_last() {
    let mut run = FourTimes {}.execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    let resets = events.iter().filter_map(|event| match event.lifecycle() {
        Some(Lifecycle::StepReset(error)) => Some((event.attempt(), error.max_attempts())),
        _ => None,
    });
    assert_eq!(resets.collect::<Vec<_>>(), [(2, Some(4)), (3, Some(4)), (4, Some(4))]);
    assert_eq!(run.output().await.unwrap_err().max_attempts(), None);
}

#[task(returns = [full_text], retry(2, backoff = "10ms"))]
fn fails_once(n: usize, attempt: Attempt) -> impl Stream<Item = Result<Token, Boom>> {
    try_stream! {
        yield Token::Chunk { text: format!("{n}.{}", attempt.get()) };
        sleep(Duration::from_millis(1)).await;
        if n == 1 && attempt.get() == 1 { Err(Boom("once"))?; }
        yield Token::Done { full_text: n.to_string() };
    }
}

pipeline! {
    fn each(ns: Vec<usize>) -> [full_text] { map(ns as n) { fails_once } }
}

#[tokio::test(start_paused = true)]
async fn events_of_a_retried_map_item_have_its_path_and_attempt() {
    let mut run = each(vec![0, 1, 2]).execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    check(&events);
    let of = |path: &str| -> Vec<_> {
        let events = events.iter().filter(|event| event.path() == path);
        events.map(|event| (event.event_type(), event.attempt())).collect()
    };
    for path in ["ns[0]/fails_once", "ns[2]/fails_once"] {
        assert_eq!(of(path), [("step.started", 1), ("chunk", 1), ("done", 1), ("step.finished", 1)]);
    }
    assert_eq!(
        of("ns[1]/fails_once"),
        [("step.started", 1), ("chunk", 1), ("step.reset", 2), ("chunk", 2), ("done", 2), ("step.finished", 2)]
    );
    assert_eq!(run.output().await.unwrap().full_text, ["0", "1", "2"]);
}
