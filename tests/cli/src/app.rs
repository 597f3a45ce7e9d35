//! A program with pipelines that the tests run.

use runnable::prelude::*;
use serde_json::Value;
use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
    time::Duration,
};

async fn pause(millis: u64) {
    tokio::time::sleep(Duration::from_millis(millis)).await;
}

/// Greets somebody.
#[task(returns = [text])]
async fn greeting(name: String, times: u32, loud: bool, tag: Option<String>) -> String {
    let text = format!("hello {name}{}", tag.map_or_else(String::new, |tag| format!(" #{tag}"))).repeat(times as usize);
    if loud { text.to_uppercase() } else { text }
}

pipeline! {
    /// Greets somebody.
    ///
    /// It repeats itself.
    fn greet(
        /// Name of the person.
        name: String,
        /// Number of greetings.
        times: u32 = 1,
        loud: bool,
        tag: Option<String>,
    ) -> [text] { greeting }
}

#[task(returns = [all])]
async fn collect(
    numbers: Vec<u32>,
    words: Vec<String>,
    set: BTreeSet<String>,
    nested: Vec<Vec<u32>>,
    map: HashMap<String, bool>,
    any: Vec<Value>,
) -> Value {
    serde_json::json!({ "numbers": numbers, "words": words, "set": set, "nested": nested, "map": map, "any": any })
}

pipeline! {
    fn lists(
        numbers: Vec<u32> = vec![],
        words: Vec<String> = vec![],
        set: BTreeSet<String> = BTreeSet::new(),
        nested: Vec<Vec<u32>> = vec![],
        map: HashMap<String, bool> = HashMap::new(),
        any: Vec<Value> = vec![],
    ) -> [all] { collect }
}

#[derive(Debug, Clone, TaskEvent)]
enum Writing {
    Chunk { text: String },
    Done { english: String },
}

/// Sends a text word by word.
#[task(returns = [english], stream_end = "done")]
fn generate(prompt: String, millis: u64) -> impl Stream<Item = Writing> {
    stream! {
        for word in prompt.split_inclusive(' ') {
            yield Writing::Chunk { text: word.to_owned() };
            pause(millis).await;
        }
        yield Writing::Done { english: prompt };
    }
}

#[derive(Debug, Clone, TaskEvent)]
enum Translating {
    Chunk { text: String },
    Done { translation: String },
}

/// Sends a text word by word in another language.
#[task(returns = [translation], stream_end = "done")]
fn translate(english: &str, language: String, millis: u64) -> impl Stream<Item = Translating> {
    stream! {
        for word in english.split_inclusive(' ') {
            yield Translating::Chunk { text: format!("{language}:{word}") };
            pause(millis).await;
        }
        yield Translating::Done { translation: format!("[{language}] {english}") };
    }
}

pipeline! {
    /// Writes a text, and translates it into every language.
    fn translate_all(prompt: String, languages: Vec<String>, millis: u64 = 0) -> [english, translation] {
        generate >> map(languages as language, limit = 4) { translate }
    }
}

/// Fails until the file exists.
#[task(returns = [content])]
async fn read(file: String) -> Result<String, String> {
    std::fs::read_to_string(&file).map_err(|_| format!("no file\x1b[31m {file}"))
}

#[task(returns = [first])]
async fn first_step() -> u32 {
    1
}

#[task(returns = [length])]
async fn measure(content: String, first: u32) -> usize {
    content.len() + first as usize
}

pipeline! {
    fn read_file(file: String) -> [content, length] { first_step >> read >> measure }
}

/// Waits for ever.
#[task]
async fn wait(file: String) {
    let _ = std::fs::write(&file, "");
    std::future::pending::<()>().await;
}

pipeline! {
    fn hang(file: String) { first_step >> wait }
}

/// Blocks every thread of the run for a long time.
#[task]
async fn block(file: String) {
    let _ = std::fs::write(&file, "");
    std::thread::sleep(Duration::from_mins(1));
}

pipeline! {
    fn stuck(file: String) { block }
}

/// Fails twice.
#[task(returns = [attempts], retry(3, backoff = "10ms"))]
async fn flaky(attempt: runnable::Attempt, millis: u64) -> Result<u32, String> {
    let number = attempt.get();
    pause(millis).await;
    if number < 3 { Err("429 Too Many Requests".to_owned()) } else { Ok(number) }
}

pipeline! {
    fn retried(millis: u64 = 0) -> [attempts] { flaky }
}

/// Sends `count` events, `rate` in a second; with 0, as many as it can.
#[task(returns = [sent: u64])]
fn tokens(count: u64, rate: u64) -> impl Stream<Item = DynEvent> {
    stream! {
        let started = tokio::time::Instant::now();
        for number in 0..count {
            yield DynEvent::chunk().with("text", format!("token {number} "));
            if rate > 0 && number % (rate / 100).max(1) == 0 {
                tokio::time::sleep_until(started + Duration::from_micros(number * 1_000_000 / rate)).await;
            }
        }
        yield DynEvent::done().with("sent", count);
    }
}

pipeline! {
    fn stream_tokens(count: u64 = 10, rate: u64 = 0) -> [sent] { tokens }
}

/// Sends texts that would change a terminal.
#[task(returns = [end: String])]
fn evil(millis: u64) -> impl Stream<Item = DynEvent> {
    stream! {
        yield DynEvent::chunk().with("text", "\x1b[2J\x1b]0;title\x07\u{9b}31m\u{202e}evil\r\n");
        pause(millis).await;
        yield DynEvent::done().with("end", "\x1b[31mred");
    }
}

pipeline! {
    fn nasty(millis: u64 = 0) -> [end] { evil }
}

/// Reports its progress.
#[task(returns = [pages: u32])]
fn load(millis: u64) -> impl Stream<Item = DynEvent> {
    stream! {
        for page in 0..4u32 {
            yield DynEvent::progress().with("completed", page).with("total", 4).with("step", format!("page {page}"));
            pause(millis).await;
        }
        yield DynEvent::done().with("pages", 4);
    }
}

pipeline! {
    fn load_pages(millis: u64 = 0) -> [pages] { load }
}

#[task(returns = [length])]
async fn length(page: String, client: &Client) -> usize {
    page.len() + client.0
}

pipeline! {
    fn with_client(page: String, #[resource] client: Client) -> [length] { length }
}

#[derive(Clone)]
struct Client(usize);

/// A big output.
#[task(returns = [lines])]
async fn lines(count: usize) -> Vec<String> {
    (0..count).map(|line| format!("line {line} of a long list of lines")).collect()
}

/// Returns true if a step may continue.
#[task]
async fn wait_for(go: String) {
    while !Path::new(&go).exists() {
        pause(5).await;
    }
}

pipeline! {
    fn wait_all(gos: Vec<String>) { map(gos as go) { wait_for } }
}

#[task(returns = [words])]
async fn split(text: String) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

/// Waits until the file with the name of the word exists.
#[task]
async fn wait_for_word(word: String) {
    wait_for(word).await;
}

pipeline! {
    fn wait_words(text: String) { split >> map(words as word) { wait_for_word } }
}

fn main() -> std::process::ExitCode {
    runnable_cli::Cli::new()
        .pipeline::<greet>()
        .pipeline::<lists>()
        .pipeline::<translate_all>()
        .pipeline::<read_file>()
        .pipeline::<hang>()
        .pipeline::<stuck>()
        .pipeline::<retried>()
        .pipeline::<stream_tokens>()
        .pipeline::<nasty>()
        .pipeline::<load_pages>()
        .pipeline::<with_client>()
        .pipeline::<Lines>()
        .pipeline::<wait_all>()
        .pipeline::<wait_words>()
        .resource(Client(1))
        .main()
}
