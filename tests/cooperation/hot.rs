//! Timeouts and failures beside work that is always ready.
use crate::support::*;
use runnable::{ErrorKind, prelude::*};
use std::{
    future::poll_fn,
    sync::atomic::{AtomicU32, Ordering},
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Instant, sleep, timeout};

/// Runs the node in every way on the same task and on others, and checks the error each time. It must come after `$after`.
macro_rules! each_way {
    ($node:expr, $after:expr, $check:expr) => {{
        let (check, after) = ($check, $after);
        let ended = async |way: &str, error: runnable::Error, began: Instant| {
            check(way, error);
            noted(&format!("{} {way}", stringify!($node)), began.elapsed(), after);
        };
        let began = Instant::now();
        ended("unread", soon($node.execute()).await.unwrap_err(), began).await;
        let began = Instant::now();
        ended("drained", soon($node.execute_streaming().output()).await.unwrap_err(), began).await;
        let began = Instant::now();
        let mut run = $node.execute_streaming();
        soon(async { while run.next().await.is_some() {} }).await;
        ended("read", run.output().await.unwrap_err(), began).await;
        let began = Instant::now();
        ended("spawned", soon($node.execute_streaming().spawn().output()).await.unwrap_err(), began).await;
        let began = Instant::now();
        ended("in a task", soon(tokio::spawn($node.execute())).await.unwrap().unwrap_err(), began).await;
    }};
}

fn timed_out(what: impl std::fmt::Debug) -> impl Fn(&str, runnable::Error) {
    move |way, error| assert_eq!(error.kind(), ErrorKind::TimedOut, "{what:?}, {way}: {error:#}")
}

#[test]
fn a_timeout_ends_work_that_is_always_ready() {
    on_both(|| async {
        for kind in KINDS {
            each_way!(Timed { kind }, LIMIT, timed_out(kind));
        }
    });
}

#[test]
fn a_timeout_ends_spawned_work_that_is_always_ready() {
    on_both(|| async {
        for kind in KINDS {
            each_way!(TimedElsewhere { kind }, LIMIT, timed_out(kind));
        }
    });
}

#[test]
fn a_timeout_ends_a_stream_that_is_always_ready() {
    on_both(|| async {
        each_way!(TimedStream {}, LIMIT, timed_out("stream!"));
        each_way!(TimedStreamElsewhere {}, LIMIT, timed_out("a spawned stream!"));
        each_way!(TimedForeignStream {}, LIMIT, timed_out("another stream"));
    });
}

pipeline! {
    /// Neither its source nor its items ever wait.
    fn hot_source() { #[timeout("200ms")] rows: map((futures_util::stream::repeat(1)) as n, limit = 8) { nothing } }
}

#[task]
async fn nothing(n: u64) {
    assert_eq!(n, 1);
}

#[test]
fn a_timeout_ends_a_map_whose_source_is_always_ready() {
    on_both(|| async {
        let began = Instant::now();
        let error = soon(hot_source().execute()).await.unwrap_err();
        timed_out("a source")("unread", error);
        noted("a source", began.elapsed(), LIMIT);
    });
}

static POLLS: AtomicU32 = AtomicU32::new(0);

/// Is ready at once, and takes 5 ms each time.
#[task(returns = [n])]
async fn polls_slowly() -> u64 {
    poll_fn(|task: &mut Context<'_>| {
        std::thread::sleep(Duration::from_millis(5));
        POLLS.fetch_add(1, Ordering::Relaxed);
        task.waker().wake_by_ref();
        Poll::Pending
    })
    .await
}

pipeline! {
    fn beside_slow_polls() -> [n, m] { parallel { polls_slowly, breaks } }
}

#[test]
fn timers_fire_beside_a_run_whose_polls_take_long() {
    on_both(|| async {
        // Tokio alone looks at its timers after 61 polls.
        let polls = async |way: &str, error: runnable::Error| {
            assert_eq!(error.message(), "broken", "{way}");
            let polls = POLLS.swap(0, Ordering::Relaxed);
            assert!(polls < 40, "{way}: {polls} polls");
        };
        POLLS.store(0, Ordering::Relaxed);
        polls("unread", soon(BesideSlowPolls {}.execute()).await.unwrap_err()).await;
        polls("drained", soon(BesideSlowPolls {}.execute_streaming().output()).await.unwrap_err()).await;
        polls("spawned", soon(tokio::spawn(BesideSlowPolls {}.execute())).await.unwrap().unwrap_err()).await;
    });
}

pipeline! {
    fn before(kind: Kind) -> [n, m] { parallel { breaks, untimed } }
}
pipeline! {
    fn elsewhere(kind: Kind) -> [n, m] { parallel { untimed_elsewhere, breaks } }
}
pipeline! {
    fn among(kinds: Vec<Kind>) -> [n] { parallel { hot: map(kinds as kind) { untimed }, breaks } -> [n] }
}

fn broken(what: impl std::fmt::Debug) -> impl Fn(&str, runnable::Error) {
    move |way, error| assert_eq!(error.message(), "broken", "{what:?}, {way}")
}

#[test]
fn a_failure_is_seen_beside_work_that_is_always_ready() {
    on_both(|| async {
        for kind in KINDS {
            each_way!(Beside { kind }, BREAK, broken(kind));
            each_way!(Before { kind }, BREAK, broken(kind));
            each_way!(Elsewhere { kind }, BREAK, broken(kind));
        }
        each_way!(Among { kinds: KINDS.repeat(3) }, BREAK, broken("all kinds"));
    });
}

#[test]
fn a_failure_is_seen_beside_composites_that_are_always_ready() {
    on_both(|| async {
        each_way!(BesideYields {}, BREAK, broken("a stream"));
        each_way!(BesideTurns { n: 1 }, BREAK, broken("a loop"));
        each_way!(BesideItems { ns: vec![1; 1000] }, BREAK, broken("a map"));
        each_way!(BesideBranches { n: 1 }, BREAK, broken("branches"));
        each_way!(BesideNested { n: 1 }, BREAK, broken("pipelines in pipelines"));
    });
}

#[test]
fn a_timeout_around_a_run_fires_as_around_any_other_future() {
    on_both(|| async {
        for kind in KINDS {
            let limit = Duration::from_millis(100);
            let began = Instant::now();
            soon(timeout(limit, Untimed { kind }.execute())).await.unwrap_err();
            noted(&format!("around {kind:?} unread"), began.elapsed(), limit);
            let began = Instant::now();
            soon(timeout(limit, Untimed { kind }.execute_streaming().output())).await.unwrap_err();
            noted(&format!("around {kind:?} read"), began.elapsed(), limit);
            let began = Instant::now();
            soon(timeout(limit, Untimed { kind }.execute_streaming().spawn().output())).await.unwrap_err();
            noted(&format!("around {kind:?} spawned"), began.elapsed(), limit);
            let began = Instant::now();
            let joined = async { tokio::join!(Untimed { kind }.execute(), Untimed { kind }.execute()) };
            soon(timeout(limit, joined)).await.unwrap_err();
            noted(&format!("around {kind:?} joined"), began.elapsed(), limit);
        }
    });
}

#[test]
fn a_timeout_ends_a_loop_of_runs_that_are_ready() {
    on_both(|| async {
        for kind in [Kind::Executes, Kind::ReadsRuns] {
            let began = Instant::now();
            timed_out(kind)("unread", soon(Timed { kind }.execute()).await.unwrap_err());
            noted(&format!("{kind:?} unread"), began.elapsed(), LIMIT);
            let began = Instant::now();
            timed_out(kind)("read", soon(Timed { kind }.execute_streaming().output()).await.unwrap_err());
            noted(&format!("{kind:?} read"), began.elapsed(), LIMIT);
        }
        // Also outside of a run.
        let limit = Duration::from_millis(100);
        let began = Instant::now();
        soon(timeout(limit, executes())).await.unwrap_err();
        soon(timeout(limit, reads_runs())).await.unwrap_err();
        noted("around runs outside of a run", began.elapsed(), limit * 2);
    });
}

#[test]
fn work_in_the_same_task_advances_beside_a_run_that_is_read() {
    on_both(|| async {
        for kind in KINDS {
            let mut run = Untimed { kind }.execute_streaming();
            let read = async { while run.next().await.is_some() {} };
            let other = async {
                for _ in 0..5 {
                    sleep(Duration::from_millis(10)).await;
                }
            };
            soon(async {
                tokio::select! {
                    () = read => panic!("{kind:?} ended"),
                    () = other => {}
                }
            })
            .await;
        }
    });
}

#[test]
fn cancelling_a_spawned_run_that_is_always_ready_takes_effect() {
    on_both(|| async {
        for kind in KINDS {
            let mut run = Untimed { kind }.execute_streaming().spawn();
            sleep(Duration::from_millis(20)).await;
            let began = Instant::now();
            run.cancel();
            let error = soon(run.output()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Cancelled, "{kind:?}");
            noted(&format!("cancelling {kind:?}"), began.elapsed(), Duration::ZERO);
        }
    });
}
