//! The pipelines of the tests.

use runnable::prelude::*;
use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

#[derive(Debug, Clone, TaskEvent)]
pub(super) enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [docs])]
pub(super) async fn load(n: usize) -> Vec<String> {
    (0..n).map(|i| format!("doc {i} {}", "word ".repeat(i % 4))).collect()
}

#[task(returns = [full_text])]
pub(super) fn generate(doc: String) -> impl Stream<Item = Token> {
    stream! {
        for word in doc.split_inclusive(' ') {
            tokio::time::sleep(Duration::from_millis(1)).await;
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text: doc.to_uppercase() };
    }
}

#[task(returns = [words])]
pub(super) async fn count(full_text: &str) -> usize {
    full_text.split_whitespace().count()
}

#[task(returns = [words])]
pub(super) async fn even(words: usize) -> Result<usize, std::io::Error> {
    if words.is_multiple_of(2) { Err(std::io::Error::other(format!("{words} is even"))) } else { Ok(words) }
}

#[task(returns = [words])]
pub(super) async fn halve(error: &runnable::Error) -> usize {
    error.message().len()
}

#[task(returns = [line])]
pub(super) async fn short(full_text: &str) -> String {
    full_text.chars().take(3).collect()
}

#[task(returns = [line])]
pub(super) async fn long(full_text: &str) -> String {
    full_text.to_owned()
}

#[task(returns = [tick])]
pub(super) async fn tick() -> u32 {
    1
}

#[task(returns = [slow])]
pub(super) async fn slow() -> u32 {
    tokio::time::sleep(Duration::from_millis(30)).await;
    2
}

pub(super) static PAID: Mutex<Vec<String>> = Mutex::new(Vec::new());

#[task(returns = [paid], effect = "once")]
pub(super) async fn pay(line: &str, id: runnable::RunId) -> String {
    PAID.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{id} {line}"));
    format!("paid {line}")
}

#[task(returns = [report])]
pub(super) async fn sum(paid: Vec<String>, words: Vec<usize>) -> String {
    format!("{} {words:?}", paid.join("|"))
}

pipeline! {
    pub(super) fn digest(n: usize) -> [report] {
        load
        >> parallel {
            slow,
            map(docs as doc, limit = 5) {
                generate >> count
                >> try { even } else |error| { halve }
                >> if *words < 3 { short } else { long }
                >> repeat(max = 2) { tick } until(false)
                >> pay
            } -> [paid, words]
        }
        >> sum
    }
}

#[task(returns = [groups])]
pub(super) async fn group(n: usize) -> Vec<Vec<usize>> {
    (0..n).map(|i| (0..i).collect()).collect()
}

#[task(returns = [square])]
pub(super) async fn square(x: usize) -> usize {
    x * x
}

#[task(returns = [total])]
pub(super) async fn add(square: Vec<usize>) -> usize {
    square.iter().sum()
}

pipeline! {
    pub(super) fn nested(n: usize) -> [total] {
        group >> map(groups as numbers) { map(numbers as x) { square } -> [square] >> add } -> [total]
    }
}

#[task(returns = [x])]
pub(super) async fn odd(x: usize) -> Result<usize, std::io::Error> {
    tokio::time::sleep(Duration::from_millis(if x == 3 { 1 } else { 20 })).await;
    if x == 3 { Err(std::io::Error::other("three is odd")) } else { Ok(x) }
}

#[task(returns = [numbers])]
pub(super) async fn list(n: usize) -> Vec<usize> {
    (0..n).collect()
}

#[task(returns = [x])]
pub(super) async fn recover(error: &runnable::Error) -> Vec<usize> {
    vec![error.path().to_string().len(), error.message().len()]
}

pipeline! {
    pub(super) fn broken(n: usize) -> [x] { list >> map(numbers as x) { odd } }
}

pipeline! {
    pub(super) fn mended(n: usize) -> [x] { list >> try { map(numbers as x) { odd } } else |error| { recover } }
}

pipeline! {
    pub(super) fn collected(n: usize) -> [x] {
        list >> map(numbers as n, on_error = collect, index as x) { odd(x = if n == 4 { 3 } else { x }) }
    }
}

#[task(returns = [x])]
pub(super) async fn hang(x: usize) -> usize {
    tokio::time::sleep(Duration::from_mins(10)).await;
    x
}

pipeline! {
    pub(super) fn hanging(n: usize) -> [x] { list >> map(numbers as x) { hang } }
}

#[task(returns = [turn])]
pub(super) async fn turn() -> u32 {
    1
}

pipeline! {
    pub(super) fn long_way(n: usize) -> [x] {
        repeat(max = n) { turn } until(false) >> list(n = 6) >> map(numbers as x) { square } -> [square as x]
    }
}

pipeline! {
    pub(super) fn streamed(n: usize) -> [x] { map((futures_util::stream::iter(0..n)) as x) { square } -> [square as x] }
}
