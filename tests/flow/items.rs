//! The items of a `map`: their indices, and patterns that take them apart.
use super::{Boom, record};
use runnable::prelude::*;
use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};
use tokio::time::{Instant, sleep};

#[task(returns = [line])]
async fn number(i: usize, text: &str) -> String {
    format!("{i}: {text}")
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

pipeline! {
    fn numbered(texts: Vec<String>) { map(texts as text, index as i) { number } }
}
pipeline! {
    fn numbered_one_by_one(texts: Vec<String>) { map(texts as text, index as i, limit = 1,) { number } }
}
pipeline! {
    fn numbered_in_another_order(texts: Vec<String>) { map(texts as text, limit = 1, index as i) { number } }
}

#[tokio::test]
async fn an_index_counts_the_items_in_any_order_of_the_options() {
    let expected = ["0: a", "1: b", "2: c"];
    assert_eq!(numbered(texts(&["a", "b", "c"])).execute().await.unwrap().line, expected);
    assert_eq!(numbered_one_by_one(texts(&["a", "b", "c"])).execute().await.unwrap().line, expected);
    assert_eq!(numbered_in_another_order(texts(&["a", "b", "c"])).execute().await.unwrap().line, expected);
    assert_eq!(numbered(vec![]).execute().await.unwrap().line, Vec::<String>::new());
}

static AT_A_TIME: AtomicUsize = AtomicUsize::new(0);

#[task(returns = [seen, n])]
async fn nap(n: u64, i: usize) -> (usize, u64) {
    let seen = AT_A_TIME.fetch_add(1, Ordering::SeqCst) + 1;
    sleep(Duration::from_secs(n)).await;
    AT_A_TIME.fetch_sub(1, Ordering::SeqCst);
    (seen + i * 10, n)
}

pipeline! {
    fn naps(numbers: Vec<u64>) -> [counts, ns] {
        map(numbers as n, index as i, limit = 2) { nap } -> [seen as counts, n as ns]
    }
}

#[tokio::test(start_paused = true)]
async fn the_limit_holds_and_the_index_is_that_of_the_item_and_not_of_its_begin() {
    let begin = Instant::now();
    let output = naps(vec![3, 1, 1, 1]).execute().await.unwrap();
    assert_eq!((output.ns, begin.elapsed()), (vec![3, 1, 1, 1], Duration::from_secs(3)));
    assert_eq!(output.counts.iter().map(|seen| seen / 10).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert!(output.counts.iter().all(|seen| (1..=2).contains(&(seen % 10))), "{:?}", output.counts);
}

#[task(returns = [n])]
async fn place(i: usize, j: usize, turn: usize) -> usize {
    i * 100 + j * 10 + turn
}

pipeline! {
    fn nested(rows: Vec<Vec<u8>>) -> [all] {
        map(rows as row, index as i) {
            map(row as _, index as j) { repeat(max = 2, index as turn) { place } until(false) } -> [n as line]
        } -> [line as all]
    }
}
pipeline! {
    fn inner(row: Vec<u8>, turn: usize) -> [line] { map(row as _, index as j) { place(i = j) } -> [n as line] }
}
pipeline! {
    fn outer(rows: Vec<Vec<u8>>) -> [line] { map(rows as row, index as turn) { inner } }
}

#[tokio::test(start_paused = true)]
async fn indices_nest_in_each_other_and_reach_sub_pipelines() {
    let all = nested(vec![vec![0, 0], vec![], vec![0]]).execute().await.unwrap().all;
    assert_eq!(all, [vec![1, 11], vec![], vec![201]]);
    let line = outer(vec![vec![0], vec![0, 0]]).execute().await.unwrap().line;
    assert_eq!(line, [vec![0], vec![1, 111]]);
}

#[task(returns = [line])]
async fn pair(key: String, value: &u32) -> String {
    format!("{key}={value}")
}

pipeline! {
    fn tuples(table: Vec<(String, u32)>) { map(table as (key, value)) { pair } }
}
pipeline! {
    fn of_a_map(table: BTreeMap<String, u32>) -> [key as keys, line] {
        map(table as (key, value), index as i, limit = 1) { pair(key = format!("{i}.{key}")) } -> [key, line]
    }
}
pipeline! {
    fn in_parentheses(table: Vec<(String, u32)>) { map((table) as (key, value)) { pair } }
}

#[tokio::test]
async fn a_pattern_takes_tuples_apart() {
    let table = vec![("a".to_owned(), 1), ("b".to_owned(), 2)];
    assert_eq!(tuples(table.clone()).execute().await.unwrap().line, ["a=1", "b=2"]);
    assert_eq!(in_parentheses(table.clone()).execute().await.unwrap().line, ["a=1", "b=2"]);
    let output = of_a_map(table.into_iter().collect()).execute().await.unwrap();
    assert_eq!((output.keys, output.line), (texts(&["a", "b"]), texts(&["0.a=1", "1.b=2"])));
}

/// A value that can neither be cloned nor copied.
#[derive(Debug)]
struct Token(u32);

#[derive(Debug)]
struct Job {
    token: Token,
    name: String,
    #[expect(dead_code, reason = "a field that the pattern leaves out")]
    rest: Vec<u8>,
}

struct Both(Token, (u32, Job));

#[task(returns = [used])]
async fn consume(token: Token, name: String) -> String {
    format!("{name}{}", token.0)
}

#[task(returns = [sum])]
async fn add(first: Token, n: &u32) -> u32 {
    first.0 + n
}

pipeline! {
    fn structs(jobs: Vec<Job>) { map(jobs as Job { token, name, .. }) { consume } }
}
pipeline! {
    fn nested_patterns(all: Vec<Both>) {
        map(all as Both(first, (n, Job { token: second, name: title, .. }))) {
            parallel { add, consume(token = second, name = title) }
        }
    }
}
pipeline! {
    fn with_a_name_for_the_whole(all: Vec<(u32, u32)>) -> [sums] {
        map(all as pair @ (n, _)) { add(first = Token(pair.1)) } -> [sum as sums]
    }
}

fn job(n: u32) -> Job {
    Job { token: Token(n), name: format!("job {n} of "), rest: vec![] }
}

#[tokio::test]
async fn the_parts_of_an_item_move_into_the_steps_that_take_them() {
    assert_eq!(structs(vec![job(1), job(2)]).execute().await.unwrap().used, ["job 1 of 1", "job 2 of 2"]);
    let output = nested_patterns(vec![Both(Token(3), (4, job(5)))]).execute().await.unwrap();
    assert_eq!((output.sum, output.used), (vec![7], texts(&["job 5 of 5"])));
    assert_eq!(with_a_name_for_the_whole(vec![(1, 2), (3, 4)]).execute().await.unwrap().sums, [3, 7]);
}

#[task(returns = [n])]
async fn double(n: u64) -> Result<u64, Boom> {
    sleep(Duration::from_millis(n)).await;
    if n == 13 { Err(Boom("thirteen")) } else { Ok(n * 2) }
}

pipeline! {
    fn paths(table: Vec<(u64, u64)>, names: Vec<(String, u64)>) -> [a, b, c, d] {
        parallel {
            map(table as (n, _)) { double } -> [n as a],
            map((names.clone()) as (_name, n)) { double } -> [n as b],
            named: map(table as (_, n)) { double } -> [n as c],
            map((names) as (_, n)) { double } -> [n as d],
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_map_with_a_pattern_is_named_after_its_collection_or_else_map() {
    let (mut ended, output) = record(paths(vec![(1, 2)], vec![("x".to_owned(), 3)]).execute_streaming()).await;
    ended.sort();
    let steps = ["map[0]/double", "named/table[0]/double", "names[0]/double", "table[0]/double"];
    assert_eq!(ended, steps.map(|path| (path.to_owned(), "success")));
    let output = output.unwrap();
    assert_eq!((output.a, output.b, output.c, output.d), (vec![2], vec![6], vec![4], vec![6]));
}

pipeline! {
    fn recovered(table: Vec<(u64, u64)>) -> [ns] {
        try { map(table as (n, other)) { try { double } else { double_other: double(n = other) } } -> [n as ns] }
        else { {} -> [] >> none: up_to }
    }
}

#[task(returns = [ns])]
async fn up_to() -> Vec<u64> {
    vec![]
}

#[tokio::test(start_paused = true)]
async fn a_recovery_sees_the_parts_of_the_item() {
    assert_eq!(recovered(vec![(1, 13), (13, 4)]).execute().await.unwrap().ns, [2, 8]);
    assert_eq!(recovered(vec![(1, 13), (13, 13)]).execute().await.unwrap().ns, Vec::<u64>::new());
}

#[tokio::test]
async fn an_expression_takes_items_apart_and_reads_what_is_around_it() {
    let (rows, factor) = (vec![(1, "red".to_owned()), (2, "blue".to_owned())], 10);
    let output = pipeline!(map((rows.iter()) as (n, text), index as i) {
        number(i = i * 100 + *n * factor, text)
    });
    assert_eq!(output.execute().await.unwrap().line, ["10: red", "120: blue"]);
    let pairs = [(3, 'x'), (4, 'y')];
    let output = pipeline!(map((pairs.iter()) as &(n, _)) { number(i = n, text = "") });
    assert_eq!(output.execute().await.unwrap().line, ["3: ", "4: "]);
    let output = pipeline!(map((rows) as (n, text)) { number(i = n, text = format!("{text}!")) });
    assert_eq!(output.execute().await.unwrap().line, ["1: red!", "2: blue!"]);
}
