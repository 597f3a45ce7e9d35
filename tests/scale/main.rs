//! Large and deep pipelines, on every runtime.
mod levels;

use levels::*;
use runnable::prelude::*;
use std::{mem::size_of_val, rc::Rc};

/// Declares tasks that add 1, and a pipeline of all tasks.
macro_rules! long {
    ($($step:ident)*) => {
        $(
            #[task(returns = [n])]
            async fn $step(n: u64) -> u64 {
                n + 1
            }
        )*

        pipeline! {
            /// Runs every task once.
            fn long(n: u64) -> [n] { $($step)>>* }
        }

        pipeline! {
            /// Runs a task under many names.
            fn long_of_one(n: u64) -> [n] { $($step: increment)>>* }
        }
    };
}

long! {
    s000 s001 s002 s003 s004 s005 s006 s007 s008 s009 s010 s011 s012 s013 s014 s015 s016 s017 s018 s019
    s020 s021 s022 s023 s024 s025 s026 s027 s028 s029 s030 s031 s032 s033 s034 s035 s036 s037 s038 s039
    s040 s041 s042 s043 s044 s045 s046 s047 s048 s049 s050 s051 s052 s053 s054 s055 s056 s057 s058 s059
    s060 s061 s062 s063 s064 s065 s066 s067 s068 s069 s070 s071 s072 s073 s074 s075 s076 s077 s078 s079
    s080 s081 s082 s083 s084 s085 s086 s087 s088 s089 s090 s091 s092 s093 s094 s095 s096 s097 s098 s099
    s100 s101 s102 s103 s104 s105 s106 s107 s108 s109 s110 s111 s112 s113 s114 s115 s116 s117 s118 s119
}

/// Declares the same as `nested!` with four branches per level.
macro_rules! wide {
    ($name:ident [] $body:tt) => {
        pipeline! {
            fn $name(n: u64, ns: Vec<u64>) -> [deep] { done: $body }
        }
    };
    ($name:ident [. $($rest:tt)*] $body:tt) => {
        wide! { $name [$($rest)*] { parallel { inner: $body, a: keep, b: keep, c: keep } } }
    };
}

wide! { wide12 [. . . . . . . . . . . .] { deepest } }

/// Extrapolates the size at `depth` from the average of the first levels.
fn linear(first: &[usize], depth: usize) -> usize {
    let (low, high) = (first[0], first[first.len() - 1]);
    low + high.saturating_sub(low) * (depth - 1) / (first.len() - 1)
}

#[tokio::test]
async fn a_hundred_and_twenty_tasks_run() {
    assert_eq!(long(0).execute().await.unwrap().n, 120);
}

#[tokio::test]
async fn one_task_runs_a_hundred_and_twenty_times() {
    let mut run = long_of_one(0).execute_streaming();
    let mut finished = 0;
    while let Some(event) = run.next().await {
        finished += usize::from(event.event_type() == "step.finished");
    }
    assert_eq!(finished, 120);
    assert_eq!(run.output().await.unwrap().n, 120);
}

#[test]
fn sub_pipelines_grow_the_future_linearly() {
    macro_rules! sizes {
        ($($level:ident)*) => { [$(size_of_val(&$level(0).execute())),*] };
    }
    let sizes = sizes!(l01 l02 l03 l04 l05 l06 l07 l08 l09 l10 l11 l12 l13 l14 l15 l16);
    let linear = linear(&sizes[..8], 16);
    println!("sub-pipelines: {sizes:?}, linear at 16: {linear}");
    assert!(sizes[15] < 3 * linear, "{sizes:?}, linear: {linear}");
}

#[test]
fn nested_blocks_grow_the_future_linearly() {
    macro_rules! sizes {
        ($($level:ident)*) => { [$(size_of_val(&$level(0, Vec::new()).execute())),*] };
    }
    let sizes = sizes!(n01 n02 n03 n04 n05 n06 n07 n08 n16);
    let linear = linear(&sizes[..8], 16);
    println!("blocks: {sizes:?}, linear at 16: {linear}");
    assert!(sizes[8] < 3 * linear, "{sizes:?}, linear: {linear}");
}

#[tokio::test]
async fn sixteen_levels_run_on_one_thread() {
    assert_eq!(l16(0).execute().await.unwrap().n, 17);
    assert_eq!(n16(7, Vec::new()).execute().await.unwrap().deep, 7);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deep_pipelines_run_on_many_threads() {
    // Sixteen levels of `parallel` exceed rustc's `recursion_limit`, unless the crate raises it.
    let plain = tokio::spawn(l16(0).execute());
    let nested = tokio::spawn(n12(7, Vec::new()).execute());
    let streaming = l16(0).execute_streaming().spawn();
    assert_eq!(plain.await.unwrap().unwrap().n, 17);
    assert_eq!(nested.await.unwrap().unwrap().deep, 7);
    assert_eq!(streaming.output().await.unwrap().n, 17);
}

#[test]
fn a_run_is_send_if_its_steps_are() {
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    drop(is_send(long(0).execute()));
    drop(is_send(long(0).execute_streaming()));
    drop(is_send(l16(0).execute()));
    drop(is_send(n12(0, Vec::new()).execute_streaming()));
    drop(is_send(wide12(0, Vec::new()).execute_streaming()));
    // A map uses more of rustc's `recursion_limit` than a parallel.
    drop(is_send(m08(0, Vec::new()).execute_streaming()));
}

#[task(returns = [n])]
async fn local(n: u64) -> u64 {
    let shared = Rc::new(n);
    tokio::task::yield_now().await;
    *shared + 1
}

pipeline! {
    fn locals(n: u64, ns: Vec<u64>) -> [n, each] {
        local >> parallel { here: increment, map(ns as n) { item: local -> [n as each] } }
    }
}

#[task(returns = [shared])]
async fn share(n: u64) -> Rc<u64> {
    Rc::new(n)
}

#[task(returns = [n])]
async fn unshare(shared: &Rc<u64>) -> u64 {
    tokio::task::yield_now().await;
    **shared
}

pipeline! {
    fn shares(n: u64) -> [n, shared] { share >> unshare }
}

#[tokio::test(flavor = "current_thread")]
async fn steps_that_hold_an_rc_run_on_one_thread() {
    let output = locals(1, vec![10, 20]).execute().await.unwrap();
    assert_eq!((output.n, output.each), (3, vec![11, 21]));

    let mut run = locals(1, vec![10, 20]).execute_streaming();
    while run.next().await.is_some() {}
    let output = run.output().await.unwrap();
    assert_eq!((output.n, output.each), (3, vec![11, 21]));
}

#[tokio::test(flavor = "current_thread")]
async fn an_rc_is_passed_between_steps() {
    let output = shares(5).execute().await.unwrap();
    assert_eq!((output.n, *output.shared), (5, 5));

    let mut run = shares(5).execute_streaming();
    while run.next().await.is_some() {}
    assert_eq!(*run.output().await.unwrap().shared, 5);
}
