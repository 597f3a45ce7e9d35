//! Timeouts and failures beside work that is always ready.
use crate::support::*;
use runnable::{ErrorKind, prelude::*};
use std::time::Duration;
use tokio::time::{Instant, sleep, timeout};

fn timed_out(what: impl std::fmt::Debug) -> impl Fn(&str, runnable::Error) {
    move |way, error| assert_eq!(error.kind(), ErrorKind::TimedOut, "{what:?}, {way}: {error:#}")
}

#[test]
fn a_timeout_ends_work_that_is_always_ready() {
    on_both(|| async {
        for kind in KINDS {
            each_way(|| Timed { kind }, timed_out(kind)).await;
        }
    });
}

#[test]
fn a_timeout_ends_spawned_work_that_is_always_ready() {
    on_both(|| async {
        for kind in KINDS {
            each_way(|| TimedElsewhere { kind }, timed_out(kind)).await;
        }
    });
}

#[test]
fn a_timeout_ends_a_stream_that_is_always_ready() {
    on_both(|| async {
        each_way(|| TimedStream {}, timed_out("stream!")).await;
        each_way(|| TimedStreamElsewhere {}, timed_out("a spawned stream!")).await;
        each_way(|| TimedForeignStream {}, timed_out("another stream")).await;
    });
}

pipeline! {
    fn beside(kind: Kind) -> [n, m] { parallel { untimed, breaks } }
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
            each_way(|| Beside { kind }, broken(kind)).await;
            each_way(|| Before { kind }, broken(kind)).await;
            each_way(|| Elsewhere { kind }, broken(kind)).await;
        }
        each_way(|| Among { kinds: KINDS.repeat(3) }, broken("all kinds")).await;
    });
}

#[test]
fn a_timeout_around_a_run_fires_as_around_any_other_future() {
    on_both(|| async {
        for kind in KINDS {
            let limit = Duration::from_millis(100);
            soon(timeout(limit, Untimed { kind }.execute())).await.unwrap_err();
            soon(timeout(limit, Untimed { kind }.execute_streaming().output())).await.unwrap_err();
            soon(timeout(limit, Untimed { kind }.execute_streaming().spawn().output())).await.unwrap_err();
        }
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
            assert!(began.elapsed() < Duration::from_secs(2), "{kind:?} took {:?}", began.elapsed());
        }
    });
}
