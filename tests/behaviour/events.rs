//! Events: their content, order and timing.
use crate::support::*;
use futures::StreamExt;
use runnable::prelude::*;
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};

#[tokio::test]
async fn events_are_typed_and_arrive_in_order_before_the_output() {
    let mut run = Generate { prompt: "a b c".into() }.execute_streaming().run_id("r1");
    let mut events = vec![];
    while let Some(event) = run.next().await {
        events.push(event);
    }
    check(&events);
    let texts: Vec<_> = events
        .iter()
        .filter_map(|e| if let Some(Token::Chunk { text }) = e.data() { Some(&**text) } else { None })
        .collect();
    assert_eq!(texts, ["a ", "b ", "c"]);
    assert_eq!(run.output().await.unwrap().full_text, "a b c");
    let json = serde_json::to_value(&events[2]).unwrap();
    assert_eq!(json["id"], "r1:3");
    assert_eq!((&json["type"], &json["data"]), (&"chunk".into(), &serde_json::json!({"text": "a "})));
    assert_eq!(json["path"], serde_json::json!(["generate"]));
    assert_eq!(serde_json::to_string(&events[2].flat().unwrap()).unwrap(), r#"{"type":"chunk","text":"a "}"#);
    let last = serde_json::to_value(events.last().unwrap()).unwrap();
    assert_eq!((&last["type"], &last["data"]["outcome"]), (&"run.finished".into(), &"success".into()));
}

#[derive(Debug, Clone, TaskEvent)]
enum Pair {
    Done { a: u32, b: u32 },
}

#[task(returns = [b, a], node = MakePair)]
#[allow(non_camel_case_types)]
fn pair() -> impl Stream<Item = Pair> {
    stream! { yield Pair::Done { a: 1, b: 2 }; }
}

#[tokio::test]
async fn returns_bind_by_name() {
    let output = MakePair {}.execute().await.unwrap();
    assert_eq!((output.a, output.b), (1, 2));
}

#[task(returns = [full_text])]
fn endless(n: usize, made: Arc<AtomicUsize>) -> impl Stream<Item = Token> {
    stream! {
        for i in 0..n {
            made.fetch_add(1, SeqCst);
            yield Token::Chunk { text: i.to_string() };
        }
        yield Token::Done { full_text: String::new() };
    }
}

#[tokio::test]
async fn a_slow_reader_slows_its_step() {
    let made = Arc::new(AtomicUsize::new(0));
    let mut run = Endless { n: 1_000_000, made: made.clone() }.execute_streaming();
    let mut read = 0;
    while read < 10 {
        if let Some(Token::Chunk { .. }) = run.next().await.unwrap().data() {
            read += 1;
            assert_eq!(made.load(SeqCst), read);
        }
    }
    drop(run);
    assert!(made.load(SeqCst) <= 11);
}

/// The maximum number of events that wait for a quick reader.
const BURST: usize = 32;
/// The number of events after which a step that does not suspend reads the clock.
const CLOCK_INTERVAL: usize = 16;

#[tokio::test]
async fn a_quick_stream_sends_events_in_batches_that_are_read_before_it_ends() {
    let made = Arc::new(AtomicUsize::new(0));
    let mut run = Endless { n: 10_000, made: made.clone() }.execute_streaming();
    let (mut read, mut together, mut ended) = (0, 0, false);
    while let Some(event) = run.next().await {
        match event.event_type() {
            "chunk" => {
                read += 1;
                together = together.max(made.load(SeqCst) - read);
                assert!(!ended, "the step ended before its events");
            }
            "step.finished" => ended = true,
            _ => {}
        }
    }
    assert_eq!(read, 10_000);
    assert!(together < BURST, "{together} waited");
}

#[task(returns = [full_text])]
fn suddenly_slow(made: Arc<AtomicUsize>) -> impl Stream<Item = Token> {
    stream! {
        for i in 0..1040 {
            if i >= 1000 {
                // Work, not sleep: the stream does not suspend.
                std::thread::sleep(Duration::from_millis(1));
            }
            made.fetch_add(1, SeqCst);
            yield Token::Chunk { text: String::new() };
        }
        yield Token::Done { full_text: String::new() };
    }
}

#[tokio::test]
async fn a_slow_stream_that_never_suspends_sends_one_event_at_a_time() {
    let made = Arc::new(AtomicUsize::new(0));
    let mut run = SuddenlySlow { made: made.clone() }.execute_streaming();
    let mut read = 0;
    while let Some(event) = run.next().await {
        if event.event_type() == "chunk" {
            read += 1;
            // A batch may have begun while the stream was quick.
            assert!(
                read < 1000 + CLOCK_INTERVAL || made.load(SeqCst) == read,
                "{} made, {read} read",
                made.load(SeqCst)
            );
        }
    }
    assert_eq!(read, 1040);
}

#[task(returns = [full_text])]
fn breaks(made: Arc<AtomicUsize>) -> impl Stream<Item = Token> {
    stream! {
        for _ in 0..1003 {
            made.fetch_add(1, SeqCst);
            yield Token::Chunk { text: String::new() };
        }
        assert!(made.load(SeqCst) == 0, "broken");
        yield Token::Done { full_text: String::new() };
    }
}

#[tokio::test]
async fn items_made_before_a_panic_are_read_before_the_end() {
    let made = Arc::new(AtomicUsize::new(0));
    let mut run = Breaks { made: made.clone() }.execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    check(&events);
    let types: Vec<_> = events.iter().map(runnable::Event::event_type).collect();
    assert_eq!(types.iter().filter(|name| **name == "chunk").count(), 1003);
    assert_eq!(types[types.len() - 3..], ["chunk", "step.finished", "run.finished"]);
    assert!(run.output().await.unwrap_err().to_string().contains("broken"));
}

#[task(returns = [n])]
async fn emits_and_is_suddenly_slow(sent: Arc<AtomicUsize>, events: Emitter<Token>) -> usize {
    for n in 0..1040 {
        if n >= 1000 {
            // Work, not sleep: the task does not suspend.
            std::thread::sleep(Duration::from_millis(1));
        }
        sent.fetch_add(1, SeqCst);
        events.emit(Token::Chunk { text: String::new() }).await;
    }
    1040
}

#[tokio::test]
async fn a_quick_emitter_sends_batches_and_a_slow_emitter_single_events() {
    let sent = Arc::new(AtomicUsize::new(0));
    let mut run = EmitsAndIsSuddenlySlow { sent: sent.clone() }.execute_streaming();
    let (mut read, mut together) = (0, 0);
    while let Some(event) = run.next().await {
        if event.event_type() == "chunk" {
            read += 1;
            together = together.max(sent.load(SeqCst) - read);
            assert!(
                read < 1000 + CLOCK_INTERVAL || sent.load(SeqCst) == read,
                "{} sent, {read} read",
                sent.load(SeqCst)
            );
        }
    }
    assert_eq!(read, 1040);
    assert!((1..BURST).contains(&together), "{together} waited");
}

/// A step that sends only lifecycle events.
#[task(returns = [n])]
async fn turns(n: usize, begun: Arc<AtomicUsize>) -> usize {
    if begun.fetch_add(1, SeqCst) >= 10_000 {
        std::thread::sleep(Duration::from_millis(1));
    }
    n + 1
}

pipeline! {
    fn many_turns(n: usize, begun: Arc<AtomicUsize>) -> [n] { repeat(max = 10_040) { turns } until(false) }
}

#[tokio::test]
async fn quick_steps_run_ahead_of_the_reader_and_slow_steps_do_not() {
    let begun = Arc::new(AtomicUsize::new(0));
    let mut run = many_turns(0, begun.clone()).execute_streaming();
    let (mut read, mut ahead) = (0, 0);
    while let Some(event) = run.next().await {
        if event.event_type() == "step.started" && event.path() != "repeat" {
            read += 1;
            let begun = begun.load(SeqCst);
            ahead = ahead.max(begun.saturating_sub(read));
            assert!(read < 10_000 + CLOCK_INTERVAL || begun < read, "{begun} begun, {read} read");
        }
    }
    assert_eq!(read, 10_040);
    assert!((1..BURST).contains(&ahead), "{ahead} began before it was read");
}

pipeline! {
    fn inner(ns: Vec<usize>, made: Arc<AtomicUsize>) -> [full_text] {
        map(ns as n) { parallel { talk: endless, quiet: nap(ms = 1) } -> [full_text] }
    }
}
pipeline! {
    fn outer(ns: Vec<usize>, made: Arc<AtomicUsize>) -> [full_text] { sub: inner }
}

#[tokio::test(start_paused = true)]
async fn an_event_of_a_parallel_in_a_map_in_a_sub_pipeline_is_read_at_once() {
    let made = Arc::new(AtomicUsize::new(0));
    let mut run = outer(vec![100], made.clone()).execute_streaming();
    let mut read = 0;
    while let Some(event) = run.next().await {
        if event.event_type() == "chunk" {
            read += 1;
            assert!(made.load(SeqCst) < read + BURST, "the step did not wait for its reader");
            assert_eq!(event.path(), "sub/ns[0]/talk/endless");
        }
    }
    assert_eq!(read, 100);
    assert_eq!(run.output().await.unwrap().full_text, [""]);
}

#[task(returns = [full_text], spawn)]
fn endless_elsewhere(n: usize, made: Arc<AtomicUsize>) -> impl Stream<Item = Token> {
    endless(n, made)
}

pipeline! {
    fn spawned(ns: Vec<usize>, made: Arc<AtomicUsize>) -> [full_text] { map(ns as n) { endless_elsewhere } }
}

async fn spawned_producers_wait_for_the_reader() {
    const PRODUCERS: usize = 4;
    let made = Arc::new(AtomicUsize::new(0));
    let mut run = spawned(vec![100_000; PRODUCERS], made.clone()).execute_streaming();
    let mut read = 0;
    while read < 1000 {
        if run.next().await.unwrap().event_type() == "chunk" {
            read += 1;
            // A batch of each producer waits at the reader, and another batch in the queue.
            assert!(made.load(SeqCst) <= read + 2 * BURST * PRODUCERS, "{} made, {read} read", made.load(SeqCst));
        }
    }
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert!(made.load(SeqCst) <= read + 2 * BURST * PRODUCERS, "{} made, {read} read", made.load(SeqCst));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn spawned_steps_that_never_suspend_wait_for_the_reader_on_two_threads() {
    spawned_producers_wait_for_the_reader().await;
}

#[tokio::test(flavor = "current_thread")]
async fn spawned_steps_that_never_suspend_wait_for_the_reader_on_one_thread() {
    spawned_producers_wait_for_the_reader().await;
}

#[task(returns = [n])]
async fn impatient(n: usize, events: Emitter<Token>) -> usize {
    for i in 0..n {
        tokio::select! {
            biased;
            () = events.emit(Token::Chunk { text: i.to_string() }) => panic!("nobody can have read it"),
            () = std::future::ready(()) => {}
        }
    }
    n
}

#[tokio::test]
async fn an_emit_that_loses_a_select_is_sent_once() {
    let mut run = Impatient { n: 5 }.execute_streaming();
    let events: Vec<_> = run.by_ref().collect().await;
    check(&events);
    let texts: Vec<_> = events
        .iter()
        .filter_map(|event| if let Some(Token::Chunk { text }) = event.data() { Some(text.as_str()) } else { None })
        .collect();
    assert_eq!(texts, ["0", "1", "2", "3", "4"]);
    assert_eq!(run.output().await.unwrap().n, 5);
}

#[task(returns = [n])]
async fn patient(n: usize, sent: Arc<AtomicUsize>, events: Emitter<Token>) -> usize {
    for i in 0..n {
        events.emit(Token::Chunk { text: i.to_string() }).await;
        sent.fetch_add(1, SeqCst);
    }
    n
}

#[tokio::test]
async fn an_emit_completes_once_its_event_is_read() {
    let sent = Arc::new(AtomicUsize::new(0));
    let mut run = Patient { n: 10, sent: sent.clone() }.execute_streaming();
    let mut read = 0;
    while let Some(event) = run.next().await {
        if event.event_type() == "chunk" {
            assert_eq!(sent.load(SeqCst), read);
            read += 1;
        }
    }
    assert_eq!((read, sent.load(SeqCst)), (10, 10));
}

#[task(returns = [id])]
async fn returns_run_id(run: RunId) -> String {
    run.to_string()
}

#[task(returns = [id], spawn)]
async fn returns_run_id_elsewhere(run: RunId) -> String {
    run.to_string()
}

#[tokio::test]
async fn a_run_has_the_given_id_or_a_new_id() {
    assert_eq!(ReturnsRunId {}.execute().run_id("mine").await.unwrap().id, "mine");
    assert_eq!(ReturnsRunIdElsewhere {}.execute().run_id("mine").await.unwrap().id, "mine");
    let mut run = ReturnsRunIdElsewhere {}.execute_streaming().run_id("mine");
    assert_eq!((run.next().await.unwrap().run_id(), run.id()), (&RunId::from("mine"), &RunId::from("mine")));
    assert_eq!(run.output().await.unwrap().id, "mine");

    let (first, second) = (ReturnsRunId {}.execute().await.unwrap().id, ReturnsRunId {}.execute().await.unwrap().id);
    assert_eq!((first.len(), second.len()), (26, 26));
    assert_ne!(first, second);
    let run = ReturnsRunId {}.execute_streaming();
    let id = run.id().to_string();
    assert_eq!(run.output().await.unwrap().id, id);
}

fn chunk(n: usize) -> Token {
    Token::Chunk { text: n.to_string() }
}

/// Returns the numbers in the chunks of a run.
async fn chunks<O>(mut run: Run<Option<Token>, O>) -> Vec<usize> {
    let mut all = vec![];
    while let Some(event) = run.next().await {
        if let Some(Token::Chunk { text }) = event.data() {
            all.push(text.parse().unwrap());
        }
    }
    all
}

#[task(returns = [n])]
async fn emits_here_and_there(n: usize, events: Emitter<Token>) -> usize {
    for i in (0..n).step_by(3) {
        events.emit(chunk(i)).await;
        let there = events.clone();
        tokio::spawn(async move { there.emit(chunk(i + 1)).await }).await.unwrap();
        events.emit(chunk(i + 2)).await;
    }
    n
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_of_a_spawned_task_arrive_before_later_events_of_its_step() {
    let events = tokio::spawn(chunks(EmitsHereAndThere { n: 600 }.execute_streaming().boxed())).await.unwrap();
    assert_eq!(events, (0..600).collect::<Vec<_>>());
}

#[task(returns = [n])]
async fn emits_to_two(n: usize, #[input] outer: Emitter<Token>, events: Emitter<Token>) -> usize {
    for i in 0..n {
        events.emit(chunk(i)).await;
        outer.emit(chunk(i)).await;
    }
    n
}

#[task(returns = [seen])]
async fn reads_a_run(n: usize, events: Emitter<Token>) -> Vec<usize> {
    chunks(EmitsToTwo { n, outer: events }.execute_streaming().boxed()).await
}

#[tokio::test]
async fn a_step_can_read_a_run_that_also_sends_to_the_reader_of_the_step() {
    let events = chunks(ReadsARun { n: 300 }.execute_streaming().boxed()).await;
    assert_eq!(events, (0..300).collect::<Vec<_>>());
    assert_eq!(ReadsARun { n: 300 }.execute_streaming().output().await.unwrap().seen, events);
}
