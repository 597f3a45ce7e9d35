//! Cancelled work is waited for.
use runnable::{ErrorKind, prelude::*};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    thread,
    time::Duration,
};
use tokio::time::{Instant, sleep, timeout};

/// Counts the parts of steps that are alive.
#[derive(Debug, Clone, Default)]
struct Alive(Arc<AtomicUsize>);

impl Alive {
    fn begin(&self) -> Part {
        self.0.fetch_add(1, SeqCst);
        Part(self.clone())
    }

    fn count(&self) -> usize {
        self.0.load(SeqCst)
    }
}

/// Takes some time to end, as a body that holds a connection or a file does.
struct Part(Alive);

impl Drop for Part {
    fn drop(&mut self) {
        thread::sleep(Duration::from_millis(30));
        self.0.0.fetch_sub(1, SeqCst);
    }
}

#[task(returns = [a], spawn)]
async fn elsewhere(alive: Alive) -> u64 {
    let _part = alive.begin();
    sleep(Duration::from_mins(1)).await;
    1
}

#[task(returns = [b], blocking)]
fn on_a_thread(alive: Alive, cancellation: Cancellation) -> u64 {
    let _part = alive.begin();
    while !cancellation.is_cancelled() {
        thread::sleep(Duration::from_millis(1));
    }
    1
}

#[task(returns = [c])]
async fn fails() -> Result<u64, String> {
    sleep(Duration::from_millis(20)).await;
    Err("failed".to_owned())
}

#[task(returns = [alive_then])]
async fn count(alive: &Alive) -> usize {
    alive.count()
}

pipeline! {
    fn after_a_branch(alive: Alive) -> [alive_then] {
        try { parallel { elsewhere, on_a_thread, fails } >> count } else { after: count }
    }
}
pipeline! {
    fn after_an_item(alive: Alive, ns: Vec<u64>) -> [alive_then] {
        try {
            parallel { many: map(ns as _n) { parallel { elsewhere, on_a_thread } }, map(ns as _n) { fails } } >> count
        } else { after: count }
    }
}
pipeline! {
    fn after_an_item_of_the_same_map(alive: Alive, ns: Vec<u64>) -> [alive_then] {
        try {
            map(ns as n) { if n == 0 { fails } else { parallel { elsewhere, on_a_thread } } } >> count
        } else { after: count }
    }
}
pipeline! {
    fn failing(alive: Alive) -> [a] { parallel { elsewhere, on_a_thread, fails } -> [a] }
}
pipeline! {
    fn endless(alive: Alive, ns: Vec<u64>) -> [a] { map(ns as _n) { parallel { elsewhere, on_a_thread } -> [a] } }
}
pipeline! {
    fn noisy(alive: Alive, ns: Vec<u64>) -> [a] { parallel { endless, emits } -> [a] }
}

#[derive(Debug, Clone, TaskEvent)]
enum Tick {
    At { n: u64 },
}

#[task(returns = [d])]
async fn emits(events: Emitter<Tick>) -> u64 {
    for n in 0..u64::MAX {
        events.emit(Tick::At { n }).await;
    }
    1
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_try_cancelled_has_ended_when_its_else_begins() {
    assert_eq!(after_a_branch(Alive::default()).execute().await.unwrap().alive_then, 0);
    assert_eq!(after_an_item(Alive::default(), vec![1, 2]).execute().await.unwrap().alive_then, 0);
    assert_eq!(after_an_item_of_the_same_map(Alive::default(), vec![1, 0, 2]).execute().await.unwrap().alive_then, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_failure_cancelled_has_ended_when_the_run_ends() {
    let alive = Alive::default();
    assert_eq!(failing(alive.clone()).execute().await.unwrap_err().message(), "failed");
    assert_eq!(alive.count(), 0);
    failing(alive.clone()).execute_streaming().output().await.unwrap_err();
    assert_eq!(alive.count(), 0);
    let mut run = failing(alive.clone()).execute_streaming();
    while let Some(event) = run.next().await {
        if let Some(Lifecycle::RunFinished(_)) = event.lifecycle() {
            assert_eq!(alive.count(), 0);
        }
    }
    failing(alive.clone()).execute_streaming().spawn().output().await.unwrap_err();
    assert_eq!(alive.count(), 0);
}

async fn begun(alive: &Alive, count: usize) {
    while alive.count() < count {
        sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_run_has_ended_when_it_was_waited_for() {
    let alive = Alive::default();
    let mut run = endless(alive.clone(), vec![1, 2, 3]).execute_streaming();
    let read = async { while run.next().await.is_some() {} };
    tokio::select! {
        () = read => panic!("it ended"),
        () = begun(&alive, 6) => {}
    }
    run.cancel().await;
    assert_eq!(alive.count(), 0);
    run.cancel().await;
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_spawned_run_has_ended_when_it_was_waited_for() {
    let alive = Alive::default();
    let mut run = noisy(alive.clone(), (0..10).collect()).execute_streaming().spawn();
    // Nobody reads, so the channel to the reader is full.
    begun(&alive, 20).await;
    run.cancel().await;
    assert_eq!(alive.count(), 0);
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_output_of_a_cancelled_run_waits_for_its_end() {
    for spawned in [false, true] {
        let alive = Alive::default();
        let mut run = endless(alive.clone(), vec![1, 2, 3]).execute_streaming().boxed();
        if spawned {
            run = run.spawn();
            begun(&alive, 6).await;
        } else {
            let read = async { while run.next().await.is_some() {} };
            tokio::select! {
                () = read => panic!("it ended"),
                () = begun(&alive, 6) => {}
            }
        }
        run.cancel();
        assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
        assert_eq!(alive.count(), 0);
    }
}

/// Counts the attempts that run at the same time.
#[derive(Debug, Clone, Default)]
struct AtOnce {
    alive: Alive,
    most: Arc<AtomicUsize>,
    attempts: Arc<AtomicUsize>,
}

impl AtOnce {
    fn begin(&self) -> Part {
        let part = self.alive.begin();
        self.most.fetch_max(self.alive.count(), SeqCst);
        self.attempts.fetch_add(1, SeqCst);
        part
    }
}

#[task(returns = [n], blocking, timeout = "100ms", retry(4, backoff = "1ms"))]
fn slow_thread(at_once: AtOnce, cancellation: Cancellation) -> u64 {
    let _part = at_once.begin();
    while !cancellation.is_cancelled() {
        thread::sleep(Duration::from_millis(1));
    }
    thread::sleep(Duration::from_millis(30));
    1
}

#[task(returns = [n], spawn, timeout = "100ms", retry(4, backoff = "1ms"))]
async fn slow_task(at_once: AtOnce) -> u64 {
    let _part = at_once.begin();
    sleep(Duration::from_mins(1)).await;
    1
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attempt_begins_when_the_attempt_before_it_has_ended() {
    for thread in [true, false] {
        let at_once = AtOnce::default();
        let of = at_once.clone();
        let error = if thread {
            SlowThread { at_once: of }.execute().await.unwrap_err()
        } else {
            SlowTask { at_once: of }.execute().await.unwrap_err()
        };
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::TimedOut, 4));
        // On a busy machine, an attempt may time out before its body begins.
        assert!((1..=4).contains(&at_once.attempts.load(SeqCst)));
        assert_eq!(at_once.most.load(SeqCst), 1);
        assert_eq!(at_once.alive.count(), 0);
    }
}

#[task(returns = [b], blocking(detach))]
fn detached(begun: Arc<AtomicBool>, release: Arc<AtomicBool>, alive: Alive) -> u64 {
    let _part = alive.begin();
    begun.store(true, SeqCst);
    while !release.load(SeqCst) {
        thread::sleep(Duration::from_millis(1));
    }
    1
}

#[task(returns = [c])]
async fn fails_after(begun: Arc<AtomicBool>) -> Result<u64, String> {
    while !begun.load(SeqCst) {
        sleep(Duration::from_millis(1)).await;
    }
    Err("failed".to_owned())
}

pipeline! {
    fn failing_beside_a_detached_thread(begun: Arc<AtomicBool>, release: Arc<AtomicBool>, alive: Alive) -> [b] {
        parallel { detached, fails_after } -> [b]
    }
}

#[tokio::test]
async fn a_detached_thread_is_not_waited_for() {
    let (begun, release, alive) = (Arc::default(), Arc::new(AtomicBool::new(false)), Alive::default());
    let run = failing_beside_a_detached_thread(begun, release.clone(), alive.clone()).execute();
    assert_eq!(timeout(Duration::from_secs(20), run).await.unwrap().unwrap_err().message(), "failed");
    assert_eq!(alive.count(), 1);
    release.store(true, SeqCst);
}

#[tokio::test(flavor = "multi_thread")]
async fn dropping_a_run_does_not_wait() {
    let (begun, release, alive) =
        (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)), Alive::default());
    let run =
        Holds { begun: begun.clone(), release: release.clone(), alive: alive.clone() }.execute_streaming().spawn();
    while !begun.load(SeqCst) {
        sleep(Duration::from_millis(1)).await;
    }
    let start = Instant::now();
    drop(run);
    assert!(start.elapsed() < Duration::from_secs(5));
    assert_eq!(alive.count(), 1);
    release.store(true, SeqCst);
}

#[task(returns = [b], blocking)]
fn holds(begun: Arc<AtomicBool>, release: Arc<AtomicBool>, alive: Alive) -> u64 {
    let _part = alive.begin();
    begun.store(true, SeqCst);
    while !release.load(SeqCst) {
        thread::sleep(Duration::from_millis(1));
    }
    1
}
