//! The pipelines of the tests.
#![expect(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    reason = "the tests are their only users"
)]

use runnable::prelude::*;
use serde::{Deserialize, Serialize};
use std::{fs::OpenOptions, io::Write as _, time::Duration};

/// Notes that a body has started, in the file that `CLUSTER_STARTS` names, with this process.
pub fn note(step: &str) {
    let Ok(file) = std::env::var("CLUSTER_STARTS") else { return };
    let line = format!("{step} {}\n", std::process::id());
    let file = OpenOptions::new().create(true).append(true).open(file);
    file.and_then(|mut file| file.write_all(line.as_bytes())).expect("the start can be noted");
}

async fn pause(ms: u64) {
    tokio::time::sleep(Duration::from_millis(ms)).await;
}

/// Events of a stream of words.
#[derive(Debug, Clone, TaskEvent)]
pub enum Token {
    /// A word.
    Chunk {
        /// The word, with the space behind it.
        text: String,
    },
    /// The end.
    Done {
        /// The text in upper case.
        full_text: String,
    },
}

/// The length of a text.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, PartialEq, Eq)]
pub enum Length {
    /// At most 30 bytes.
    Short,
    /// More.
    Long,
}

#[task(returns = [docs])]
pub async fn load(n: u32) -> Vec<String> {
    note("load");
    (0..n).map(|i| format!("document {i} says {}", "word ".repeat(i as usize % 5 + 1))).collect()
}

#[task(returns = [full_text])]
pub fn generate(doc: String, ms: u64) -> impl Stream<Item = Token> {
    stream! {
        note(&format!("generate:{doc}"));
        let mut full_text = String::new();
        for word in doc.split_inclusive(' ') {
            pause(ms).await;
            full_text.push_str(&word.to_uppercase());
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text };
    }
}

#[task(returns = [words])]
pub async fn count(full_text: &str, ms: u64) -> usize {
    pause(ms).await;
    full_text.split_whitespace().count()
}

#[task(returns = [length])]
pub async fn classify(full_text: &str, ms: u64) -> Length {
    pause(ms).await;
    if full_text.len() > 30 { Length::Long } else { Length::Short }
}

#[task(returns = [line])]
pub async fn cut(full_text: &str) -> String {
    full_text.chars().take(20).collect()
}

#[task(returns = [line])]
pub async fn keep(full_text: &str) -> String {
    full_text.to_owned()
}

#[task(returns = [note])]
pub async fn check(words: usize) -> Result<String, String> {
    if words.is_multiple_of(4) { Err(format!("{words} words are a multiple of four")) } else { Ok("fine".into()) }
}

#[task(returns = [note])]
pub async fn excuse(error: &runnable::Error) -> String {
    format!("recovered at {}: {}", error.path(), error.message())
}

#[task(returns = [receipt], effect = "once")]
pub async fn pay(words: usize) -> String {
    note("pay");
    format!("paid for {words} words")
}

#[task(returns = [total])]
pub async fn add(words: Vec<usize>) -> usize {
    words.iter().sum()
}

#[task(returns = [turn])]
pub async fn again(ms: u64) -> u64 {
    pause(ms).await;
    ms
}

#[task(returns = [report])]
pub async fn sum(line: Vec<String>, note: Vec<String>, total: usize, receipt: String) -> String {
    format!("{total} words, {receipt}\n{}\n{}", line.join("\n"), note.join("\n"))
}

pipeline! {
    /// Streams, branches, items, arms, recoveries, turns and a payment.
    pub fn digest_all(n: u32, ms: u64) -> [report, words] {
        load >> map(docs as doc) {
            generate >> parallel { count, classify }
            >> match length { Length::Long => cut, Length::Short => keep }
            >> try { check } else |error| { excuse }
        } -> [line, note, words]
        >> repeat(max = 3) { again } until(false)
        >> add
        >> pay(words = *total)
        >> sum
    }
}

#[task(returns = [x])]
pub async fn one(x: u32) -> u32 {
    x + 1
}

pipeline! {
    /// A hundred steps, one after the other.
    pub fn hundred(x: u32) -> [x] { repeat(max = 100) { one } until(false) }
}

pipeline! {
    /// Many steps, one after the other.
    pub fn many(n: usize, x: u32) -> [x] { repeat(max = n) { one } until(false) }
}

#[task(returns = [items])]
pub async fn list(n: u32) -> Vec<u32> {
    (0..n).collect()
}

pipeline! {
    /// A fan-out.
    pub fn fan(n: u32) -> [x] { list >> map(items as x) { one } }
}

#[task(returns = [x])]
pub async fn odd(x: u32) -> Result<u32, std::io::Error> {
    if x == 3 { Err(std::io::Error::other("three is odd")) } else { Ok(x) }
}

pipeline! {
    /// An item fails, and so does the run.
    pub fn broken(n: u32) -> [x] { list >> map(items as x) { odd } }
}

#[task(returns = [waited])]
pub async fn wait(seconds: u64) -> u64 {
    note("wait");
    pause(seconds * 1000).await;
    seconds
}

#[task(returns = [x], retry(3, backoff = "600s"))]
pub async fn hopeless(x: u32) -> Result<u32, std::io::Error> {
    note("hopeless");
    Err(std::io::Error::other(format!("{x} is hopeless")))
}

#[task(returns = [x], retry(2, backoff = "6s"))]
pub async fn stubborn(x: u32) -> Result<u32, std::io::Error> {
    note("stubborn");
    Err(std::io::Error::other(format!("{x} is refused")))
}

#[task(returns = [x])]
pub async fn describe(error: &runnable::Error) -> Vec<u32> {
    error.path().to_string().bytes().map(u32::from).collect()
}

pipeline! {
    /// An item fails, and the run recovers.
    pub fn mended(n: u32) -> [x] { list >> try { map(items as x) { odd } } else |error| { describe } }
}

#[task(returns = [numbers])]
pub async fn below(x: u32) -> Vec<u32> {
    (0..x).collect()
}

#[task(returns = [total])]
pub async fn total(number: Vec<u32>) -> u32 {
    number.iter().sum()
}

pipeline! {
    /// Items in items.
    pub fn nested(n: u32) -> [total] {
        list >> map(items as x) { below >> map(numbers as number) { one(x = number) } -> [x as number] >> total }
    }
}

pipeline! {
    /// Items that take a long time.
    pub fn waits(n: u32, seconds: u64) -> [waited] { list >> map(items as _x) { wait } }
}

#[task(returns = [text])]
pub async fn large(bytes: usize) -> String {
    "x".repeat(bytes)
}

/// An event with a large text.
#[derive(Debug, Clone, TaskEvent)]
pub enum Blob {
    /// The text.
    Blob {
        /// The text.
        text: String,
    },
}

#[task(returns = [sent])]
pub async fn shout(bytes: usize, events: Emitter<Blob>) -> usize {
    events.emit(Blob::Blob { text: "x".repeat(bytes) }).await;
    bytes
}

#[task(returns = [sent])]
pub async fn tick(ms: u64, events: Emitter<Blob>) -> u64 {
    pause(ms).await;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a time");
    events.emit(Blob::Blob { text: now.as_nanos().to_string() }).await;
    pause(ms).await;
    ms
}

#[task(returns = [sent])]
pub async fn flood(chunks: usize, bytes: usize, events: Emitter<Blob>) -> usize {
    for _ in 0..chunks {
        events.emit(Blob::Blob { text: "x".repeat(bytes) }).await;
    }
    chunks
}

#[task(returns = [built])]
pub async fn build(x: u32, ms: u64) -> String {
    note("build");
    pause(ms).await;
    format!("{x} by the old build")
}

pipeline! {
    /// A pipeline that the next build changes.
    pub fn staged(n: u32, ms: u64) -> [built] { list >> map(items as x) { build } }
}

/// The next build.
pub mod next {
    use super::*;

    #[task(returns = [built])]
    pub async fn polish(built: String) -> String {
        built.replace("old", "next")
    }

    pipeline! {
        /// The changed pipeline.
        pub fn staged(n: u32, ms: u64) -> [built] { list >> map(items as x) { build >> polish } }
    }
}
