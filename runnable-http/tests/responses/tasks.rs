//! The tasks of these tests.

use runnable::prelude::*;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::time::sleep;

#[derive(Debug, Clone, TaskEvent)]
pub(crate) enum Token {
    Chunk { text: String },
    Done { text: String },
}

fn chunk(text: &str) -> Token {
    Token::Chunk { text: text.to_owned() }
}

/// Sends two chunks, the second with a line break.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn speak() -> impl Stream<Item = Token> {
    stream! {
        yield chunk("one\n");
        yield chunk("two");
        yield Token::Done { text: "one\ntwo".to_owned() };
    }
}

/// Sends a chunk at every interval.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn pause(every: Duration) -> impl Stream<Item = Token> {
    stream! {
        for text in ["one", "two"] {
            sleep(every).await;
            yield chunk(text);
        }
        sleep(every).await;
        yield Token::Done { text: String::new() };
    }
}

/// Fails after a chunk, in the first `times` attempts.
#[task(returns = [text], stream_end = "done", retry(3))]
pub(crate) fn falter(times: u32, tried: Arc<AtomicU32>) -> impl Stream<Item = Result<Token, &'static str>> {
    try_stream! {
        yield chunk("hm");
        if tried.fetch_add(1, Ordering::Relaxed) < times {
            Err("no \"line\"")?;
        }
        yield Token::Done { text: "hm".to_owned() };
    }
}

/// Sends chunks without end, and counts them.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn endless(made: Arc<AtomicU32>, dropped: Arc<AtomicBool>) -> impl Stream<Item = Token> {
    stream! {
        let _dropped = OnDrop(dropped);
        loop {
            made.fetch_add(1, Ordering::Relaxed);
            yield chunk("a word that is sent over and over again");
            tokio::task::yield_now().await;
        }
    }
}

/// Sends a chunk, and later the end event.
#[task(returns = [text], stream_end = "done")]
pub(crate) fn slow(finished: Arc<AtomicBool>, dropped: Arc<AtomicBool>) -> impl Stream<Item = Token> {
    stream! {
        let _dropped = OnDrop(dropped);
        yield chunk("one");
        sleep(Duration::from_secs(5)).await;
        finished.store(true, Ordering::Relaxed);
        yield Token::Done { text: "one".to_owned() };
    }
}

/// Sets the flag when it is dropped.
struct OnDrop(Arc<AtomicBool>);

impl Drop for OnDrop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
