//! Tasks and pipelines that a user's `macro_rules!` writes, with fragments of every kind.
#![deny(unused_parens)]
use runnable::prelude::*;
use std::sync::Arc;

trait Scale: Send + Sync {
    fn scale(&self, n: u64) -> u64;
}

struct Factor;

impl Scale for Factor {
    fn scale(&self, n: u64) -> u64 {
        2 * n
    }
}

macro_rules! tasks {
    (
        $name:ident($owned:ident: $owned_type:ty, $borrowed:ident: $borrowed_type:ty, $object:ident: $object_type:ty)
            -> $returned:ident: $returned_type:ty, limit = $limit:expr, attempts = $attempts:literal, $body:expr
    ) => {
        #[task(returns = [$returned], timeout = $limit, retry($attempts, backoff = $limit))]
        async fn $name($owned: $owned_type, $borrowed: $borrowed_type, $object: &Arc<$object_type>) -> $returned_type {
            $body
        }
    };
    (stream $name:ident($input:ident: $type:ty) -> $returned:ident: $event:ty, $make:expr, $end:expr) => {
        #[task(returns = [$returned])]
        fn $name($input: $type) -> impl Stream<Item = $event> {
            stream! {
                for $input in $input {
                    yield $make($input);
                }
                yield $end;
            }
        }
    };
}

tasks! {
    scaled(n: u64, names: &[String], by: dyn Scale) -> total: Result<u64, String>,
    limit = "10s", attempts = 2, {
        if n == 0 { Err("nothing".to_owned()) } else { Ok(by.scale(n) + names.len() as u64) }
    }
}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Number {
    One { n: u64 },
    Done { count: u64 },
}

tasks! { stream counted(ns: Vec<u64>) -> count: Number, |n| Number::One { n }, Number::Done { count: 3 } }

macro_rules! pipelines {
    ($name:ident($input:ident: $type:ty, $by:ident: $by_type:ty = $default:expr) -> $output:ident, $step:ident, $factor:expr) => {
        pipeline! {
            fn $name($input: $type, $by: $by_type, n: u64 = $default) -> [$output] {
                $step(names = $input, n = n * $factor, by = $by)
            }
        }
    };
}

pipelines! { three_times(names: &[String], by: Arc<dyn Scale> = 1 + 1) -> total, scaled, 1 + 2 }

#[tokio::test(start_paused = true)]
async fn types_of_a_macro_are_recognized() {
    let names = ["a".to_owned()];
    let output = three_times(&names, Arc::new(Factor), 4).execute().await.unwrap();
    assert_eq!(output.total, 25, "twice 3 times 4, and a name");
    let error = three_times(&names, Arc::new(Factor), 0).execute().await.unwrap_err();
    assert_eq!((error.message().as_str(), error.attempts()), ("nothing", 2), "a `Result` is known as such");
}

#[tokio::test]
async fn events_of_a_macro_are_recognized() {
    let mut run = Counted { ns: vec![5, 6, 7] }.execute_streaming();
    let mut sum = 0;
    while let Some(event) = run.next().await {
        if let Some(Number::One { n }) = event.data() {
            sum += n;
        }
    }
    assert_eq!((sum, run.output().await.unwrap().count), (18, 3));
}

macro_rules! sums {
    ($name:ident, $stream:ident, $sum:expr, $range:expr, $reference:expr) => {
        #[task(returns = [text])]
        async fn $name(n: u64) -> String {
            let plain = $sum;
            format!("{} {} {plain} {} {}", n * $sum, $sum * n, $range.sum::<u64>(), $reference.len())
        }

        #[task(returns = [last])]
        fn $stream(n: u64) -> impl Stream<Item = Last> {
            stream! {
                let doubled = $sum * 2;
                yield Last::Done { last: vec![n * $sum, doubled, $range.sum::<u64>()] };
            }
        }
    };
}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
enum Last {
    Done { last: Vec<u64> },
}

sums! { sum, sum_stream, 1 + 2, 1..4, &[1, 2] }

#[tokio::test]
async fn operations_of_a_macro_stay_together() {
    assert_eq!(sum(2).await, "6 6 3 6 2");
    assert_eq!(SumStream { n: 2 }.execute().await.unwrap().last, [6, 6, 6]);
}

macro_rules! chains {
    ($sum:expr, $items:expr, $condition:expr, $pattern:pat) => {
        pipeline!(
            map(($items) as n) { twice(n = n * $sum) -> [n as all] }
                >> if !$condition { one: twice(n = all[0]) } else { other: twice(n = 0) }
                >> match n { $pattern => two: twice(n = $sum as u64 * 2), _ => {} }
                >> repeat(max = $sum as usize) { twice } until($condition)
        )
    };
}

#[task(returns = [n])]
async fn twice(n: u64) -> u64 {
    2 * n
}

#[tokio::test]
async fn operations_of_a_macro_stay_together_in_a_pipeline() {
    let output = chains!(1 + 2, 1..3, 1 == 2, 12 | 13).execute().await.unwrap();
    assert_eq!(output.n, 2 * 2 * 2 * 2 * 3 * 2);
}
