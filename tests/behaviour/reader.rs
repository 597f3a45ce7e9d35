//! Time limits of steps beside a slow reader, on a paused clock.
use crate::support::*;
use runnable::{ErrorKind, RunData, prelude::*};
use std::{fmt::Debug, time::Duration};
use tokio::time::{Instant, sleep, timeout};

const PART: Duration = Duration::from_millis(10);
const SLOW: Duration = Duration::from_millis(250);

/// Five parts of 10 ms each.
fn parts() -> impl Stream<Item = Token> {
    stream! {
        for _ in 0..5 {
            sleep(PART / 2).await;
            sleep(PART / 2).await;
            yield Token::Chunk { text: "a".into() };
        }
        yield Token::Done { full_text: "aaaaa".into() };
    }
}

#[task(returns = [full_text], timeout = "300ms")]
fn streams() -> impl Stream<Item = Token> {
    parts()
}

#[task(returns = [full_text], idle_timeout = "30ms")]
fn streams_steadily() -> impl Stream<Item = Token> {
    parts()
}

#[task(returns = [full_text], timeout = "300ms", idle_timeout = "30ms", spawn)]
fn streams_elsewhere() -> impl Stream<Item = Token> {
    parts()
}

#[task(returns = [n], timeout = "300ms")]
async fn emits(events: Emitter<Token>) -> u64 {
    emit_parts(&events).await
}

#[task(returns = [n], timeout = "300ms", spawn)]
async fn emits_elsewhere(events: Emitter<Token>) -> u64 {
    emit_parts(&events).await
}

#[task(returns = [n], timeout = "300ms")]
async fn emits_from_a_task(events: Emitter<Token>) -> u64 {
    tokio::spawn(async move { emit_parts(&events).await }).await.unwrap()
}

async fn emit_parts(events: &Emitter<Token>) -> u64 {
    for _ in 0..5 {
        sleep(PART).await;
        events.emit(Token::Chunk { text: "a".into() }).await;
    }
    5
}

#[task(returns = [m], timeout = "300ms")]
async fn sleeps() -> u64 {
    for _ in 0..5 {
        sleep(PART).await;
    }
    5
}

#[task(returns = [n])]
async fn untimed(events: Emitter<Token>) -> u64 {
    emit_parts(&events).await
}

pipeline! {
    fn beside() -> [n, m] { parallel { untimed, sleeps } }
}
/// Sleeps when the events of `emits_elsewhere` wake the reader, so that the reader takes them without polling this step.
#[task(returns = [k], timeout = "300ms")]
async fn sleeps_longer() -> u64 {
    for _ in 0..3 {
        sleep(PART * 3 / 2).await;
    }
    5
}

pipeline! {
    fn beside_elsewhere() -> [] { parallel { emits_elsewhere -> [], sleeps_longer -> [] } }
}
pipeline! {
    fn items(ns: Vec<u64>) -> [n] { map(ns as _n) { emits } }
}
pipeline! {
    fn all() -> [full_text, n, m] { parallel { streams, emits, sleeps } }
}

/// Reads each event for 250 ms.
async fn read_slowly<D: RunData + Debug, O: Debug, F: Future<Output = runnable::Result<O>> + ?Sized>(
    what: &str,
    mut run: runnable::Run<D, O, F>,
) {
    let began = Instant::now();
    while run.next().await.is_some() {
        sleep(SLOW).await;
    }
    let elapsed = began.elapsed();
    run.output().await.unwrap_or_else(|error| panic!("{what}: {error:#}"));
    assert!(elapsed > Duration::from_secs(1), "{what}: the reader was not slow");
}

/// Reads a node's run slowly, in the reader's task and in a task of its own.
async fn read_slowly_of<N: Node<Data: Debug, Output: Debug>>(what: &str, node: impl Fn() -> N) {
    read_slowly(what, node().execute_streaming()).await;
}

#[tokio::test(start_paused = true)]
async fn the_time_of_a_slow_reader_is_not_the_time_of_a_step() {
    read_slowly_of("a stream", || Streams {}).await;
    read_slowly_of("a stream with an idle timeout", || StreamsSteadily {}).await;
    read_slowly_of("a spawned stream", || StreamsElsewhere {}).await;
    read_slowly_of("an emitter", || Emits {}).await;
    read_slowly_of("a spawned emitter", || EmitsElsewhere {}).await;
    read_slowly_of("an emitter in a task", || EmitsFromATask {}).await;
    read_slowly_of("a step beside an emitter", || Beside {}).await;
    read_slowly_of("items", || Items { ns: vec![1, 2, 3] }).await;
    read_slowly_of("branches", || All {}).await;
    read_slowly_of("a step beside a spawned emitter", || BesideElsewhere {}).await;
    read_slowly("a spawned run", All {}.execute_streaming().spawn()).await;
}

#[task(returns = [m], timeout = "300ms")]
async fn hangs() -> u64 {
    std::future::pending::<()>().await;
    0
}

#[task(returns = [m], timeout = "300ms", spawn)]
async fn hangs_elsewhere() -> u64 {
    std::future::pending::<()>().await;
    0
}

#[task(returns = [n])]
async fn emits_on(events: Emitter<Token>) -> u64 {
    for _ in 0..1000 {
        events.emit(Token::Chunk { text: "a".into() }).await;
    }
    0
}

pipeline! {
    fn beside_a_hanging_step() -> [n, m] { parallel { emits_on, hangs } }
}
pipeline! {
    fn beside_a_hanging_task() -> [n, m] { parallel { emits_on, hangs_elsewhere } }
}

async fn time_out_of<D: RunData, O: Debug, F: Future<Output = runnable::Result<O>>>(mut run: runnable::Run<D, O, F>) {
    let began = Instant::now();
    while run.next().await.is_some() {
        sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::TimedOut);
    assert!(began.elapsed() < Duration::from_secs(1), "after {:?}", began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_slow_reader_does_not_stop_the_clock_of_a_step_that_waits_for_something_else() {
    time_out_of(BesideAHangingStep {}.execute_streaming()).await;
    time_out_of(BesideAHangingTask {}.execute_streaming()).await;
}

#[task(returns = [full_text], timeout = "300ms")]
fn streams_and_hangs() -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: "a".into() };
        yield Token::Chunk { text: "a".into() };
        std::future::pending::<()>().await;
        yield Token::Done { full_text: "a".into() };
    }
}

#[tokio::test(start_paused = true)]
async fn the_clock_of_a_step_continues_after_its_events_were_read() {
    let mut run = StreamsAndHangs {}.execute_streaming();
    for _ in 0..4 {
        run.next().await.unwrap();
        sleep(SLOW).await;
    }
    let began = Instant::now();
    let output = timeout(Duration::from_secs(10), run.output()).await.expect("it times out");
    assert_eq!(output.unwrap_err().kind(), ErrorKind::TimedOut);
    assert!((290..=310).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn an_output_that_nobody_reads_never_stops_the_clock() {
    let began = Instant::now();
    assert_eq!(StreamsAndHangs {}.execute().await.unwrap_err().kind(), ErrorKind::TimedOut);
    assert_eq!(StreamsAndHangs {}.execute_streaming().output().await.unwrap_err().kind(), ErrorKind::TimedOut);
    assert!((600..=605).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
}

#[task(returns = [n], timeout = "100ms")]
async fn emits_without_end(events: Emitter<Token>) -> u64 {
    loop {
        events.emit(Token::Chunk { text: String::new() }).await;
    }
}

#[tokio::test(start_paused = true)]
async fn the_time_that_a_quick_reader_takes_does_not_keep_a_step_from_timing_out() {
    let (mut run, began) = (EmitsWithoutEnd {}.execute_streaming(), Instant::now());
    for _ in 0..40_000 {
        if run.next().await.is_none() {
            break;
        }
        tokio::time::advance(Duration::from_micros(5)).await;
    }
    assert!((100..=110).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::TimedOut);
}
