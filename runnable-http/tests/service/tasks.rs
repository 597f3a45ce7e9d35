//! The tasks of these tests.

use runnable::prelude::*;
use runnable_http::Service;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use tokio::time::sleep;

#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Token {
    Chunk { text: String },
    Done { text: String },
}

fn chunk(text: impl Into<String>) -> Token {
    Token::Chunk { text: text.into() }
}

/// Sends the words of a text one after the other.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn speak(words: Vec<String>, pause_ms: u64) -> impl Stream<Item = Token> {
    stream! {
        for word in &words {
            sleep(Duration::from_millis(pause_ms)).await;
            yield chunk(word);
        }
        yield Token::Done { text: words.join(" ") };
    }
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Tone {
    Calm,
    Loud,
}

/// Returns the text in a tone.
#[task(returns = [narration])]
pub(crate) async fn voice(text: &str, tone: Tone) -> String {
    match tone {
        Tone::Calm => text.to_owned(),
        Tone::Loud => text.to_uppercase(),
    }
}

pipeline! {
    /// Speaks, then sets the tone.
    pub(crate) fn narrate(words: Vec<String>, tone: Tone, pause_ms: u64 = 0) -> [narration] { speak >> voice }
}

/// Translates a greeting word by word.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn translate(language: &str, pause_ms: u64) -> impl Stream<Item = Token> {
    stream! {
        let text = match language {
            "de" => "Guten Morgen zusammen, hier sind die Zahlen der Woche",
            "es" => "Buenos días a todos, estas son las cifras de la semana",
            "fr" => "Bonjour à tous, voici les chiffres de la semaine",
            _ => "Good morning everyone, here are the numbers of the week",
        };
        for word in text.split_inclusive(' ') {
            sleep(Duration::from_millis(pause_ms)).await;
            yield chunk(word);
        }
        yield Token::Done { text: text.to_owned() };
    }
}

/// Joins the translations.
#[task(returns = [letter])]
pub(crate) async fn bind(text: Vec<String>) -> String {
    text.join("\n")
}

pipeline! {
    /// Translates a greeting into several languages at once.
    pub(crate) fn greet(languages: Vec<String>, pause_ms: u64) -> [letter] {
        map(languages as language, limit = 4) { translate } >> bind
    }
}

/// Sends the time twenty times a second, in milliseconds since 1970.
#[task]
pub(crate) fn tick() -> impl Stream<Item = Token> {
    stream! {
        let mut ticks = tokio::time::interval(Duration::from_millis(50));
        loop {
            ticks.tick().await;
            let now = std::time::UNIX_EPOCH.elapsed().map_or(0, |now| now.as_millis());
            yield chunk(format!("{now} "));
        }
    }
}

pipeline! {
    /// Sends the time in many lanes, until it is cancelled.
    pub(crate) fn clocks(lanes: u64) { numbers(count = lanes) >> ticks: map(numbers as _number) { tick } }
}

/// Sends chunks as fast as possible.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn pour(chunks: u64) -> impl Stream<Item = Token> {
    stream! {
        for number in 0..chunks {
            yield chunk(format!("chunk {number}, of many that are poured as fast as they go"));
        }
        yield Token::Done { text: String::new() };
    }
}

/// Sends chunks of a size.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn flood(chunks: u64, bytes: usize) -> impl Stream<Item = Token> {
    stream! {
        for _ in 0..chunks {
            yield chunk("x".repeat(bytes));
        }
        yield Token::Done { text: String::new() };
    }
}

/// Sends a chunk of a size.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn bulk(bytes: usize) -> impl Stream<Item = Token> {
    stream! {
        yield chunk("x".repeat(bytes));
        yield Token::Done { text: String::new() };
    }
}

/// Returns a text of a size.
#[task(returns = [text])]
pub(crate) async fn swell(bytes: usize) -> String {
    "x".repeat(bytes)
}

/// Returns the size of a text.
#[task(returns = [size])]
pub(crate) async fn weigh(text: &str) -> usize {
    text.len()
}

pipeline! {
    /// Returns a text of a size, and that size.
    pub(crate) fn swell_and_weigh(bytes: usize) -> [text, size] { swell >> weigh }
}

/// Sends a chunk of a size, and fails with an error of that size.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn burst(bytes: usize) -> impl Stream<Item = Result<Token, String>> {
    try_stream! {
        yield chunk("x".repeat(bytes));
        Err("x".repeat(bytes))?;
        yield Token::Done { text: String::new() };
    }
}

/// Fails with an error that has details of the server.
#[task(returns = [text])]
pub(crate) async fn fail(message: String) -> Result<String, String> {
    Err(message)
}

/// Returns the numbers below a limit.
#[task(returns = [numbers])]
pub(crate) async fn numbers(count: u64) -> Vec<u64> {
    (0..count).collect()
}

/// Returns the double of a number.
#[task(returns = [double])]
pub(crate) async fn double(number: u64) -> u64 {
    2 * number
}

pipeline! {
    /// Runs a step for each number.
    pub(crate) fn many(count: u64) -> [double] {
        numbers >> doubles: map(numbers as number, limit = 64) { double }
    }
}

/// Has an effect that must not happen twice.
#[task(returns = [receipt], effect = "once")]
pub(crate) async fn charge(amount: u64) -> String {
    format!("charged {amount}")
}

pipeline! {
    /// Charges an amount.
    pub(crate) fn order(count: u64, amount: u64) -> [receipt] { numbers >> charge }
}

/// Never ends.
#[task(returns = [text])]
pub(crate) async fn wait() -> String {
    sleep(Duration::from_hours(1)).await;
    String::new()
}

/// A step that stays on its thread.
#[task(returns = [text])]
pub(crate) async fn local(text: String) -> String {
    let text = std::rc::Rc::new(text);
    tokio::task::yield_now().await;
    text.as_str().to_owned()
}

pub(crate) fn served(service: Service) -> Service {
    service
        .pipeline::<Narrate>()
        .pipeline::<Pour>()
        .pipeline::<Flood>()
        .pipeline::<Bulk>()
        .pipeline::<Swell>()
        .pipeline::<SwellAndWeigh>()
        .pipeline::<Burst>()
        .pipeline::<Fail>()
        .pipeline::<Wait>()
        .pipeline::<Many>()
        .pipeline::<Order>()
        .pipeline::<Local>()
}
