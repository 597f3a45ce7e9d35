//! Panics in the destructors of cancelled steps, and of the values of a pipeline that fails, do not replace the failure.
use runnable::{ErrorKind, prelude::*};
use std::time::Duration;
use tokio::time::sleep;

/// Panics when it is dropped.
#[derive(Debug)]
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("in a destructor");
    }
}

#[task(returns = [a])]
async fn armed() -> u64 {
    let _bomb = Bomb;
    sleep(Duration::from_mins(1)).await;
    1
}

#[task(returns = [b], spawn)]
async fn armed_elsewhere() -> u64 {
    let _bomb = Bomb;
    sleep(Duration::from_mins(1)).await;
    1
}

#[task(returns = [c])]
async fn fails() -> Result<u64, String> {
    sleep(Duration::from_millis(10)).await;
    Err("the real error".to_owned())
}

#[task(returns = [a])]
async fn repairs() -> u64 {
    7
}

#[task(returns = [a])]
async fn repairs_with(n: u64) -> u64 {
    n
}

#[task(returns = [a], timeout = "10ms")]
async fn slow() -> u64 {
    let _bomb = Bomb;
    sleep(Duration::from_mins(1)).await;
    1
}

pipeline! {
    fn branches() -> [c] {
        parallel {
            one: armed -> [a as one],
            two: armed -> [a as two],
            nested: parallel { three: armed -> [a as three], four: armed -> [a as four], armed_elsewhere },
            fails,
        } -> [c]
    }
}
pipeline! {
    fn items(ns: Vec<u64>) -> [a] { map(ns as n) { if n == 0 { fails >> repairs } else { armed } } }
}

#[task(returns = [bomb])]
async fn arm() -> Bomb {
    Bomb
}

#[task(returns = [c])]
async fn fails_with(bomb: &Bomb) -> Result<u64, String> {
    let _ = bomb;
    fails().await
}

#[task(returns = [c])]
async fn passes() -> u64 {
    1
}

pipeline! {
    fn values() -> [c] { parallel { arm, two: arm -> [bomb as bomb_2], fails } -> [c] }
}
pipeline! {
    fn value_of_a_step() -> [c] { arm >> fails_with }
}
pipeline! {
    fn values_of_items(ns: Vec<u64>) -> [bomb, c] {
        map(ns as n) { arm >> if n == 0 { fails_with } else { passes } -> [bomb, c] }
    }
}
pipeline! {
    fn values_are_recovered_from() -> [a] { try { arm >> fails_with >> repairs } else { after: repairs } }
}
pipeline! {
    fn values_are_collected(ns: Vec<u64>) -> [c] { map(ns as _n, on_error = collect) { arm >> fails_with } }
}
pipeline! {
    fn panics_later() -> [a] {
        try {
            try { fails >> repairs } else { repairs_with(n = "not a number".parse().expect("a number")) }
        } else { after: repairs }
    }
}

pipeline! {
    fn recovered() -> [a] { try { branches >> repairs } else { after: repairs } }
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_a_cancelled_sibling_leaves_the_failure_as_it_is() {
    for error in [
        branches().execute().await.unwrap_err(),
        branches().execute_streaming().output().await.unwrap_err(),
        branches().execute_streaming().spawn().output().await.unwrap_err(),
        items(vec![1, 0, 2, 3]).execute().await.unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.message().as_str()), (ErrorKind::Failed, "the real error"));
    }
    assert_eq!(recovered().execute().await.unwrap().a, 7);
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_a_value_leaves_the_failure_as_it_is() {
    for error in [
        values().execute().await.unwrap_err(),
        values().execute_streaming().spawn().output().await.unwrap_err(),
        value_of_a_step().execute().await.unwrap_err(),
        value_of_a_step().execute_streaming().output().await.unwrap_err(),
        values_of_items(vec![1, 0, 2, 3]).execute().await.unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.message().as_str()), (ErrorKind::Failed, "the real error"));
    }
    assert_eq!(values_are_recovered_from().execute().await.unwrap().a, 7);
    let items = values_are_collected(vec![1, 2]).execute().await.unwrap().c;
    assert!(items.iter().all(|item| item.as_ref().is_err_and(|error| error.message() == "the real error")));
}

#[tokio::test(start_paused = true)]
async fn a_panic_after_a_failure_was_recovered_from_is_the_failure() {
    let error = panics_later().execute().await.unwrap_err();
    assert_eq!((error.kind(), error.path().to_string()), (ErrorKind::Panicked, String::new()));
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_an_attempt_that_timed_out_leaves_the_timeout_as_it_is() {
    assert_eq!(Slow {}.execute().await.unwrap_err().kind(), ErrorKind::TimedOut);
}

#[tokio::test(start_paused = true)]
async fn a_panic_of_a_cancelled_run_leaves_the_cancellation_as_it_is() {
    let mut run = branches().execute_streaming();
    for _ in 0..5 {
        run.next().await.unwrap();
    }
    run.cancel().await;
    assert_eq!(run.output().await.unwrap_err().kind(), ErrorKind::Cancelled);
}
