//! The promises of the runtime, each as a test, on a paused clock.
use runnable::{ErrorKind, Event, prelude::*};
use std::{
    collections::HashMap,
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::time::{Instant, sleep};

#[derive(Debug, PartialEq)]
struct Boom(&'static str);
impl fmt::Display for Boom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl std::error::Error for Boom {}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text])]
fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        let mut full_text = String::new();
        for word in prompt.split_inclusive(' ') {
            full_text.push_str(word);
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text };
    }
}

#[task(returns = [slept])]
async fn nap(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [a])]
async fn nap_a(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [b])]
async fn nap_b(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [c])]
async fn nap_c(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [d])]
async fn nap_d(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

pipeline! {
    fn four(ms: u64) -> [a, b, c, d] { parallel { nap_a, nap_b, nap_c, nap_d } }
}
pipeline! {
    fn four_in_a_child(ms: u64) -> [d] { four }
}
pipeline! {
    fn four_in_a_map(times: Vec<u64>) -> [d] { map(times as ms) { four } }
}

#[tokio::test(start_paused = true)]
async fn four_branches_of_100_ms_take_100_ms_at_every_level() {
    let began = Instant::now();
    four(100).execute().await.unwrap();
    assert_eq!(began.elapsed().as_millis(), 100);
    let began = Instant::now();
    four_in_a_child(100).execute().await.unwrap();
    assert_eq!(began.elapsed().as_millis(), 100);
    let began = Instant::now();
    assert_eq!(four_in_a_map(vec![100; 5]).execute().await.unwrap().d, [100; 5]);
    assert_eq!(began.elapsed().as_millis(), 100);
}

pipeline! {
    fn side_by_side() -> [l, r] {
        parallel {
            left: nap_a(ms = 300) >> nap_b(ms = 1) -> [b as l],
            right: nap_c(ms = 1) >> nap_d(ms = 300) -> [d as r],
        }
    }
}

#[tokio::test(start_paused = true)]
async fn chains_side_by_side_do_not_wait_for_each_other() {
    let began = Instant::now();
    side_by_side().execute().await.unwrap();
    assert_eq!(began.elapsed().as_millis(), 301);
}

static RUNNING: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

#[task(returns = [row])]
async fn counted(item: u64) -> u64 {
    MOST.fetch_max(RUNNING.fetch_add(1, SeqCst) + 1, SeqCst);
    sleep(Duration::from_millis(100 - item)).await;
    RUNNING.fetch_sub(1, SeqCst);
    item
}

pipeline! {
    fn limited(items: Vec<u64>) -> [row] { map(items as item, limit = 3) { counted } }
}

#[tokio::test(start_paused = true)]
async fn a_map_keeps_its_limit_and_its_order() {
    let items: Vec<u64> = (0..20).chain([7, 7]).collect();
    assert_eq!(limited(items.clone()).execute().await.unwrap().row, items);
    assert_eq!(MOST.load(SeqCst), 3);
    assert_eq!(limited(vec![]).execute().await.unwrap().row, Vec::<u64>::new());
}

pipeline! {
    fn nested(rows: Vec<Vec<u64>>) -> [slept, a] {
        map(rows as row) {
            parallel {
                inner: map(row as ms) { nap },
                other: nap_a(ms = 5),
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn map_in_parallel_in_map() {
    let out = nested(vec![vec![1, 2], vec![], vec![3]]).execute().await.unwrap();
    assert_eq!(out.slept, [vec![1, 2], vec![], vec![3]]);
    assert_eq!(out.a, [5, 5, 5]);
    let mut run = nested(vec![vec![1, 2]]).execute_streaming();
    let mut paths = vec![];
    while let Some(event) = run.next().await {
        if event.event_type() == "step.started" {
            paths.push(event.path().to_string());
        }
    }
    paths.sort();
    assert_eq!(paths, ["rows[0]/inner/row[0]/nap", "rows[0]/inner/row[1]/nap", "rows[0]/other/nap_a"]);
}

/// What every reader may rely on; returns the paths with their outcomes.
fn check<D: std::fmt::Debug>(events: &[Event<D>]) -> HashMap<String, &'static str> {
    let (mut open, mut closed) = (vec![], HashMap::new());
    for (i, event) in events.iter().enumerate() {
        assert_eq!(event.seq(), i as u64 + 1, "seq has no holes");
        let path = event.path().to_string();
        match event.lifecycle() {
            Some(Lifecycle::RunStarted) => assert_eq!(i, 0),
            Some(Lifecycle::RunFinished(_)) => assert_eq!(i, events.len() - 1),
            Some(Lifecycle::StepStarted) => {
                assert!(!open.contains(&path), "{path} opens once");
                open.push(path);
            }
            Some(Lifecycle::StepFinished(outcome)) => {
                open.retain(|p| *p != path);
                assert!(closed.insert(path, outcome.name()).is_none(), "closes once");
            }
            _ => assert!(open.contains(&path), "{path} is open while it sends"),
        }
    }
    assert!(open.is_empty(), "still open: {open:?}");
    closed
}

#[tokio::test]
async fn events_come_typed_in_order_and_before_the_output() {
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

#[task(returns = [n])]
async fn fails_after(n: u64) -> Result<u64, Boom> {
    sleep(Duration::from_millis(n)).await;
    Err(Boom("the real error"))
}

pipeline! {
    fn one_fails() -> [d] {
        parallel {
            bad: fails_after(n = 10),
            good: nap_d(ms = 1000),
        } -> [d]
    }
}

#[tokio::test(start_paused = true)]
async fn a_failing_branch_stops_its_siblings_and_the_run_carries_the_real_error() {
    let began = Instant::now();
    let mut run = one_fails().execute_streaming();
    let mut events = vec![];
    while let Some(event) = run.next().await {
        events.push(event);
    }
    assert_eq!(began.elapsed().as_millis(), 10);
    let closed = check(&events);
    assert_eq!((closed["bad/fails_after"], closed["good/nap_d"]), ("failed", "cancelled"));
    let last = serde_json::to_value(events.last().unwrap()).unwrap();
    assert_eq!(last["data"]["outcome"], "failed");
    assert_eq!(last["data"]["error"]["message"], "the real error");
    let error = run.output().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Failed, 1));
    assert_eq!(error.path(), "bad/fails_after");
    assert_eq!(error.downcast_ref::<Boom>(), Some(&Boom("the real error")));
}

#[task(returns = [n])]
async fn panics() -> u64 {
    panic!("a number")
}

#[task(returns = [n], spawn)]
async fn panics_elsewhere() -> u64 {
    panic!("a number")
}

#[tokio::test]
async fn a_panic_is_the_steps_failure() {
    for error in [Panics {}.execute().await.unwrap_err(), PanicsElsewhere {}.execute().await.unwrap_err()] {
        assert_eq!((error.kind(), error.message()), (ErrorKind::Panicked, "panicked: a number".to_owned()));
    }
}

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
async fn a_retried_stream_folds_to_the_text_of_a_run_that_never_failed() {
    for fail_at in 0..=3 {
        TRIES.store(0, SeqCst);
        let mut run = Flaky { fail_at }.execute_streaming();
        let (mut text, mut resets) = (String::new(), 0);
        while let Some(event) = run.next().await {
            match (event.lifecycle(), event.data()) {
                (Some(Lifecycle::StepReset(error)), _) => {
                    assert_eq!((error.attempts(), event.attempt()), (1, 2));
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

struct Live(Arc<AtomicUsize>);
impl Live {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, SeqCst);
        Self(count.clone())
    }
}
impl Drop for Live {
    fn drop(&mut self) {
        self.0.fetch_sub(1, SeqCst);
    }
}

#[task(returns = [n])]
async fn lives(live: Arc<AtomicUsize>, n: u64) -> u64 {
    let _live = Live::new(&live);
    sleep(Duration::from_mins(1)).await;
    n
}

#[task(returns = [m], spawn)]
async fn lives_elsewhere(live: Arc<AtomicUsize>, n: u64) -> u64 {
    let _live = Live::new(&live);
    sleep(Duration::from_mins(1)).await;
    n
}

pipeline! {
    fn many_lives(live: Arc<AtomicUsize>, items: Vec<u64>) -> [n] {
        map(items as n) { parallel { lives, lives_elsewhere } } -> [n]
    }
}

#[tokio::test(start_paused = true)]
async fn dropping_a_run_ends_every_step() {
    let live = Arc::new(AtomicUsize::new(0));
    let mut run = many_lives(live.clone(), (0..10).collect()).execute_streaming();
    for _ in 0..21 {
        run.next().await;
    }
    let _ = tokio::time::timeout(Duration::from_millis(1), run.next()).await;
    assert_eq!(live.load(SeqCst), 20);
    drop(run);
    assert!(live.load(SeqCst) <= 10, "inline ones go at once");
    tokio::task::yield_now().await;
    sleep(Duration::from_millis(1)).await;
    assert_eq!(live.load(SeqCst), 0);
}

static MADE: AtomicUsize = AtomicUsize::new(0);

#[task(returns = [full_text])]
fn endless(n: usize) -> impl Stream<Item = Token> {
    stream! {
        for i in 0..n {
            MADE.fetch_add(1, SeqCst);
            yield Token::Chunk { text: i.to_string() };
        }
        yield Token::Done { full_text: String::new() };
    }
}

#[tokio::test]
async fn an_event_is_read_before_its_step_goes_on_and_a_slow_reader_slows_it() {
    let mut run = Endless { n: 1_000_000 }.execute_streaming();
    let mut read = 0;
    while read < 10 {
        if let Some(Token::Chunk { .. }) = run.next().await.unwrap().data() {
            read += 1;
            assert_eq!(MADE.load(SeqCst), read);
        }
    }
    drop(run);
    assert!(MADE.load(SeqCst) <= 11);
}

#[task(returns = [n], timeout = "50ms")]
async fn slow() -> u64 {
    sleep(Duration::from_secs(1)).await;
    1
}

#[task(returns = [full_text], idle_timeout = "50ms")]
fn silent() -> impl Stream<Item = Token> {
    stream! {
        yield Token::Chunk { text: "a".into() };
        sleep(Duration::from_secs(1)).await;
        yield Token::Done { full_text: "a".into() };
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_step_and_a_silent_stream_run_out_of_time() {
    let error = Slow {}.execute().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TimedOut);
    assert_eq!(error.to_string(), "step `slow` failed: took longer than 50ms");
    assert_eq!(Silent {}.execute().await.unwrap_err().kind(), ErrorKind::Idle);
}

#[task(returns = [n], blocking)]
fn heavy(text: String) -> usize {
    std::thread::sleep(Duration::from_millis(1));
    text.len()
}

#[tokio::test]
async fn a_blocking_task_runs_on_another_thread() {
    assert_eq!(Heavy { text: "four".into() }.execute().await.unwrap().n, 4);
}

#[tokio::test]
async fn a_spawned_run_advances_without_its_reader() {
    MADE.store(0, SeqCst);
    let run = Generate { prompt: "a b".into() }.execute_streaming().spawn();
    sleep(Duration::from_millis(20)).await;
    assert_eq!(run.output().await.unwrap().full_text, "a b");
}

#[tokio::test]
async fn a_cancelled_run_closes_its_steps_and_says_so() {
    let mut run = Generate { prompt: "a b".into() }.execute_streaming();
    let mut events = vec![];
    for _ in 0..3 {
        events.push(run.next().await.unwrap());
    }
    run.cancel();
    while let Some(event) = run.next().await {
        events.push(event);
    }
    assert_eq!(check(&events)["generate"], "cancelled");
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}

#[tokio::test]
async fn an_expression_borrows_from_its_surroundings() {
    let prompt = String::from("one two three");
    let output = pipeline!(generate(prompt = prompt.clone())).execute().await.unwrap();
    assert_eq!(output.full_text, prompt);
}

#[test]
fn a_run_and_its_future_are_send() {
    fn send<T: Send + 'static>(_: &T) {}
    send(&four_in_a_map(vec![]).execute());
    send(&four_in_a_map(vec![]).execute_streaming());
    let _: Run<Option<Token>, GenerateOutput> = Generate { prompt: String::new() }.execute_streaming().boxed();
}
