//! Recorded work that is always ready, and slow readers of recorded runs. On the real clock: a paused clock advances only
//! while nothing is ready.

use super::{support::*, *};
use runnable::{ErrorKind, store::RunStatus};
use std::time::{Duration, Instant};
use tokio::time::{sleep, timeout};

/// Runs a recorded node in every way. Checks each time that it fails after `$after`, and that this is recorded.
macro_rules! each_way {
    ($runner:ident, $node:expr, $after:expr, $check:expr) => {{
        let (runner, check) = (&$runner, $check);
        let ended = async |way: &str, name: &str, error: runnable::Error, began: Instant| {
            assert!(check(&error), "{}, {way}: {error:#}", stringify!($node));
            noted(&format!("recorded {} {way}", stringify!($node)), began.elapsed(), $after);
            assert_eq!(record(runner, name).await.status, RunStatus::Failed);
        };
        let (name, began) = (unique("hot"), Instant::now());
        let error = soon(runner.run($node).run_id(&*name)).await.map(drop).expect_err("it ends");
        ended("awaited", &name, error, began).await;
        let (name, began) = (unique("hot"), Instant::now());
        let mut run = runner.run($node).run_id(&*name).streaming().await.expect("it starts");
        soon(async { while run.next().await.is_some() {} }).await;
        ended("read", &name, run.output().await.map(drop).expect_err("it ends"), began).await;
        let (name, began) = (unique("hot"), Instant::now());
        let run = tokio::spawn(runner.run($node).run_id(&*name));
        let error = soon(run).await.expect("it runs").map(drop).expect_err("it ends");
        ended("in a task", &name, error, began).await;
    }};
}

fn timed_out(error: &runnable::Error) -> bool {
    error.kind() == ErrorKind::TimedOut
}

fn broken(error: &runnable::Error) -> bool {
    error.message() == "broken"
}

#[test]
fn a_timeout_ends_recorded_work_that_is_always_ready() {
    on_both(|| async {
        let runner = runner().await;
        for kind in KINDS {
            each_way!(runner, Timed { kind }, LIMIT, timed_out);
            each_way!(runner, TimedElsewhere { kind }, LIMIT, timed_out);
        }
        each_way!(runner, TimedStream {}, LIMIT, timed_out);
        each_way!(runner, TimedStreamElsewhere {}, LIMIT, timed_out);
        each_way!(runner, TimedForeignStream {}, LIMIT, timed_out);
    });
}

#[test]
fn a_failure_is_seen_beside_recorded_work_that_is_always_ready() {
    on_both(|| async {
        let runner = runner().await;
        for kind in KINDS {
            each_way!(runner, Beside { kind }, BREAK, broken);
        }
        each_way!(runner, BesideYields {}, BREAK, broken);
        each_way!(runner, BesideTurns { n: 1 }, BREAK, broken);
        each_way!(runner, BesideItems { ns: vec![1; 100] }, BREAK, broken);
        each_way!(runner, BesideBranches { n: 1 }, BREAK, broken);
        each_way!(runner, BesideNested { n: 1 }, BREAK, broken);
    });
}

#[test]
fn a_timeout_around_a_recorded_run_fires_and_a_cancellation_takes_effect() {
    on_both(|| async {
        let (runner, limit) = (runner().await, Duration::from_millis(100));
        for kind in KINDS {
            let (name, began) = (unique("hot"), Instant::now());
            soon(timeout(limit, runner.run(Untimed { kind }).run_id(&*name)))
                .await
                .map(drop)
                .expect_err("it is cut off");
            noted(&format!("around recorded {kind:?}"), began.elapsed(), limit);

            let name = unique("hot");
            let mut run = runner.run(Untimed { kind }).run_id(&*name).streaming().await.expect("it starts").spawn();
            sleep(Duration::from_millis(20)).await;
            let began = Instant::now();
            soon(run.cancel()).await;
            noted(&format!("cancelling recorded {kind:?}"), began.elapsed(), Duration::ZERO);
            let error = soon(run.output()).await.map(drop).expect_err("it is cancelled");
            assert_eq!(error.kind(), ErrorKind::Cancelled, "{kind:?}");
            assert_eq!(record(&runner, &name).await.status, RunStatus::Cancelled, "{kind:?}");
        }
    });
}

const PART: Duration = Duration::from_millis(10);

#[task(returns = [n], timeout = "900ms")]
async fn emits_parts(events: Emitter<Tick>) -> u64 {
    for n in 0..5 {
        sleep(PART).await;
        events.emit(Tick::At { n }).await;
    }
    5
}

#[task(returns = [m], timeout = "900ms", blocking)]
fn emits_on_a_thread(events: Emitter<Tick>) -> u64 {
    for n in 0..5 {
        std::thread::sleep(PART);
        events.emit_blocking(Tick::At { n });
    }
    5
}

#[task(returns = [n], timeout = "900ms")]
fn yields_parts() -> impl Stream<Item = Tick> {
    stream! {
        for n in 0..5 {
            sleep(PART).await;
            yield Tick::At { n };
        }
        yield Tick::Done { n: 5 };
    }
}

pipeline! {
    fn parts() -> [] { parallel { emits_parts -> [], emits_on_a_thread -> [], yields_parts -> [] } }
}
pipeline! {
    fn one_after_the_other() -> [] { first: emits_parts -> [] >> emits_on_a_thread -> [] >> yields_parts -> [] }
}

/// Reads a run at 250 ms an event. Each step has 50 ms of work.
async fn read_slowly<D>(mut run: impl Stream<Item = runnable::Event<D>> + Unpin) -> usize {
    use futures_util::StreamExt as _;
    let mut events = 0;
    while run.next().await.is_some() {
        sleep(Duration::from_millis(250)).await;
        events += 1;
    }
    events
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_reader_fails_no_step_of_a_recorded_run() {
    let runner = runner().await;
    let (parts_name, name) = (unique("slow"), unique("slow"));
    let all = async {
        let mut run = runner.run(parts()).run_id(&*parts_name).streaming().await.expect("it starts");
        assert!(read_slowly(&mut run).await > 15);
        run.output().await.map(drop)
    };
    let each = async {
        let mut run = runner.run(one_after_the_other()).run_id(&*name).streaming().await.expect("it starts");
        assert!(read_slowly(&mut run).await > 15);
        run.output().await.map(drop)
    };
    let (all, each) = tokio::join!(all, each);
    all.expect("no step times out");
    each.expect("no step times out");
}
