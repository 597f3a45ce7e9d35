//! Runs that are dropped, cancelled or spawned.
use crate::support::*;
use futures::StreamExt;
use runnable::{ErrorKind, Outcome, prelude::*};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    },
    time::Duration,
};
use tokio::time::sleep;

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
    assert!(live.load(SeqCst) <= 10, "inline steps are dropped at once");
    tokio::task::yield_now().await;
    sleep(Duration::from_millis(1)).await;
    assert_eq!(live.load(SeqCst), 0);
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
    let run = Generate { prompt: "a b".into() }.execute_streaming().spawn();
    sleep(Duration::from_millis(20)).await;
    assert_eq!(run.output().await.unwrap().full_text, "a b");
}

#[tokio::test]
async fn cancelling_a_run_closes_its_steps_as_cancelled() {
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
async fn a_run_that_is_cancelled_before_its_first_poll_has_its_first_and_its_last_event() {
    for spawned in [false, true] {
        for waits in [false, true] {
            let mut run = Generate { prompt: "a b".into() }.execute_streaming();
            if spawned {
                run = run.spawn();
            }
            let cancel = run.cancel();
            if waits {
                cancel.await;
            }
            let mut events = vec![];
            while let Some(event) = run.next().await {
                assert!(events.len() < 9, "it ends");
                events.push(event);
            }
            let types: Vec<_> = events.iter().map(|event| event.event_type().to_owned()).collect();
            assert_eq!((&*types[0], &*types[types.len() - 1]), ("run.started", "run.finished"), "{types:?}");
            assert!(spawned || types.len() == 2, "{types:?}");
            assert!(events.iter().all(|event| event.ts().elapsed().unwrap() < Duration::from_hours(1)));
            assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
        }
    }
}

#[task(returns = [n], blocking)]
fn stubborn(begun: Arc<AtomicBool>, ended: Arc<AtomicBool>, cancellation: Cancellation) -> u64 {
    begun.store(true, SeqCst);
    while !cancellation.is_cancelled() {
        std::thread::sleep(Duration::from_millis(1));
    }
    ended.store(true, SeqCst);
    1
}

/// Waits in real time for a flag that another thread sets.
async fn set(flag: &AtomicBool) {
    for _ in 0..5000 {
        if flag.load(SeqCst) {
            return;
        }
        sleep(Duration::from_millis(1)).await;
    }
    panic!("not within five seconds");
}

#[tokio::test]
async fn a_blocking_task_observes_that_its_run_was_dropped() {
    let (begun, ended) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let run = Stubborn { begun: begun.clone(), ended: ended.clone() }.execute_streaming().spawn();
    set(&begun).await;
    assert!(!ended.load(SeqCst));
    drop(run);
    set(&ended).await;
}

#[tokio::test(start_paused = true)]
async fn dropping_a_spawned_run_ends_every_step() {
    let live = Arc::new(AtomicUsize::new(0));
    let run = many_lives(live.clone(), (0..10).collect()).execute_streaming().spawn();
    sleep(Duration::from_millis(1)).await;
    assert_eq!(live.load(SeqCst), 20);
    drop(run);
    sleep(Duration::from_millis(1)).await;
    assert_eq!(live.load(SeqCst), 0);
}

#[tokio::test(start_paused = true)]
async fn cancelling_a_spawned_run_closes_its_steps_as_cancelled() {
    let live = Arc::new(AtomicUsize::new(0));
    let mut run = many_lives(live.clone(), (0..3).collect()).execute_streaming().spawn();
    let mut events = vec![run.next().await.unwrap(), run.next().await.unwrap()];
    sleep(Duration::from_millis(1)).await;
    assert_eq!(live.load(SeqCst), 6);
    run.cancel();
    while let Some(event) = run.next().await {
        events.push(event);
    }
    assert_eq!(live.load(SeqCst), 0);
    let closed = check(&events);
    assert_eq!((closed.len(), closed.values().filter(|outcome| **outcome == "cancelled").count()), (6, 6));
    assert_eq!(events.last().unwrap().lifecycle(), Some(&Lifecycle::RunFinished(Outcome::Cancelled)));
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}

#[tokio::test]
async fn a_spawned_run_whose_channel_is_full_can_be_cancelled() {
    let mut run = Generate { prompt: "word ".repeat(1000) }.execute_streaming().spawn();
    sleep(Duration::from_millis(20)).await;
    run.cancel();
    let events: Vec<_> = run.by_ref().collect().await;
    assert_eq!(check(&events)["generate"], "cancelled");
    assert!(events.len() < 100, "{} events", events.len());
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}

#[tokio::test]
async fn the_output_drains_unread_events() {
    let run = Generate { prompt: "word ".repeat(1000) }.execute_streaming();
    assert_eq!(run.output().await.unwrap().full_text.len(), 5000);
    let mut run = Generate { prompt: "word ".repeat(1000) }.execute_streaming().spawn();
    run.next().await;
    assert_eq!(run.output().await.unwrap().full_text.len(), 5000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn runs_end_the_same_way_on_several_threads() {
    let live = Arc::new(AtomicUsize::new(0));
    let mut run = many_lives(live.clone(), (0..10).collect()).execute_streaming().spawn();
    for _ in 0..21 {
        run.next().await;
    }
    lives_are(&live, 20).await;
    drop(run);
    lives_are(&live, 0).await;
}

/// Waits in real time until the number of live steps is `expected`.
async fn lives_are(live: &AtomicUsize, expected: usize) {
    for _ in 0..5000 {
        if live.load(SeqCst) == expected {
            return;
        }
        sleep(Duration::from_millis(1)).await;
    }
    panic!("{} steps live, not {expected}", live.load(SeqCst));
}

#[derive(Debug, Clone, TaskEvent)]
enum Tick {
    Progress { n: u32 },
}

#[task(returns = [n], blocking, node = TickNode)]
fn tick(events: Emitter<Tick>, cancellation: Cancellation) -> u32 {
    let mut n = 0;
    while !cancellation.is_cancelled() {
        n += 1;
        events.emit_blocking(Tick::Progress { n });
    }
    n
}

#[test]
fn dropping_a_run_wakes_a_thread_that_waits_for_the_reader() {
    let (done, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let mut run = TickNode {}.execute_streaming();
            for _ in 0..5 {
                run.next().await;
            }
            sleep(Duration::from_millis(20)).await;
        });
        // Dropping the runtime waits for the threads of blocking tasks.
        drop(runtime);
        done.send(()).unwrap();
    });
    ended.recv_timeout(Duration::from_secs(20)).expect("the thread never woke");
}
