//! Tasks whose `Result` has another name.
use crate::support::Token;
use futures::StreamExt;
use runnable::{ErrorKind, prelude::*};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering::SeqCst},
    },
};

type Fallible<T> = Result<T, io::Error>;
type Pair = Fallible<(String, u32)>;
type Item = Fallible<Token>;

/// Counts the attempts of a step.
#[derive(Debug, Clone, Default)]
struct Tries(Arc<AtomicU32>);

impl Tries {
    /// Fails except in the attempt with this number.
    fn only(&self, good: u32) -> Fallible<u32> {
        let number = self.0.fetch_add(1, SeqCst) + 1;
        if number == good { Ok(number) } else { Err(io::Error::other(format!("attempt {number}"))) }
    }
}

#[task(returns = [text], fallible, retry(3, backoff = "1ms"))]
async fn reads(tries: Tries, good: u32) -> Fallible<String> {
    Ok(tries.only(good)?.to_string())
}

#[task(returns = [text], fallible, retry(3, backoff = "1ms", when = other), spawn)]
async fn reads_elsewhere(tries: Tries, good: u32) -> Fallible<String> {
    Ok(tries.only(good)?.to_string())
}

fn other(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Other
}

#[task(returns = [text, number], fallible, retry(3, backoff = "1ms"))]
async fn reads_both(tries: Tries, good: u32) -> Pair {
    let number = tries.only(good)?;
    Ok((number.to_string(), number))
}

#[task(returns = [text], blocking, fallible, retry(3, backoff = "1ms"))]
fn blocks(tries: Tries, good: u32) -> Fallible<String> {
    Ok(tries.only(good)?.to_string())
}

#[task(returns = [full_text], fallible, retry(3, backoff = "1ms"))]
fn streams(tries: Tries, good: u32) -> impl Stream<Item = Fallible<Token>> {
    try_stream! {
        yield Token::Chunk { text: "a".to_owned() };
        let full_text = tries.only(good)?.to_string();
        yield Token::Done { full_text };
    }
}

#[task(returns = [full_text], fallible, retry(3, backoff = "1ms"))]
fn streams_items(tries: Tries, good: u32) -> impl Stream<Item = Item> {
    streams(tries, good)
}

#[task(fallible)]
async fn checks(tries: Tries, good: u32) -> Fallible<()> {
    tries.only(good).map(drop)
}

#[task(returns = [text], fallible)]
async fn written(tries: Tries, good: u32) -> Result<String, io::Error> {
    Ok(tries.only(good)?.to_string())
}

#[task(returns = [text])]
async fn explain(error: &runnable::Error) -> String {
    error.message()
}

#[task(returns = [full_text])]
async fn explain_stream(error: &runnable::Error) -> String {
    error.message()
}

pipeline! {
    fn recovers(tries: Tries) -> [text] { try { reads(good = 9) } else |error| { explain } }
}
pipeline! {
    fn recovers_blocking(tries: Tries) -> [text] { try { blocks(good = 9) } else |error| { explain } }
}
pipeline! {
    fn recovers_stream(tries: Tries) -> [full_text] { try { streams(good = 9) } else |error| { explain_stream } }
}

#[tokio::test]
async fn an_error_behind_an_alias_is_retried() {
    let tries = Tries::default;
    assert_eq!(Reads { tries: tries(), good: 3 }.execute().await.unwrap().text, "3");
    assert_eq!(ReadsElsewhere { tries: tries(), good: 3 }.execute().await.unwrap().text, "3");
    let both = ReadsBoth { tries: tries(), good: 2 }.execute().await.unwrap();
    assert_eq!((both.text.as_str(), both.number), ("2", 2));
    assert_eq!(Blocks { tries: tries(), good: 3 }.execute().await.unwrap().text, "3");
    assert_eq!(Streams { tries: tries(), good: 3 }.execute().await.unwrap().full_text, "3");
    assert_eq!(StreamsItems { tries: tries(), good: 2 }.execute().await.unwrap().full_text, "2");
    assert_eq!(Written { tries: tries(), good: 1 }.execute().await.unwrap().text, "1");
    Checks { tries: tries(), good: 1 }.execute().await.unwrap();
}

#[tokio::test]
async fn an_error_behind_an_alias_fails_its_step() {
    let tries = Tries::default;
    let errors = [
        Reads { tries: tries(), good: 9 }.execute().await.unwrap_err(),
        ReadsElsewhere { tries: tries(), good: 9 }.execute().await.unwrap_err(),
        ReadsBoth { tries: tries(), good: 9 }.execute().await.map(drop).unwrap_err(),
        Blocks { tries: tries(), good: 9 }.execute().await.unwrap_err(),
        Streams { tries: tries(), good: 9 }.execute().await.unwrap_err(),
        StreamsItems { tries: tries(), good: 9 }.execute().await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!((error.kind(), error.message(), error.attempts()), (ErrorKind::Failed, "attempt 3".to_owned(), 3));
        assert!(error.downcast_ref::<io::Error>().is_some(), "{error:#}");
    }
    let error = Checks { tries: tries(), good: 9 }.execute().await.map(drop).unwrap_err();
    assert_eq!((error.message().as_str(), error.attempts()), ("attempt 1", 1));
}

#[tokio::test]
async fn a_try_recovers_from_an_error_behind_an_alias() {
    assert_eq!(recovers(Tries::default()).execute().await.unwrap().text, "attempt 3");
    assert_eq!(recovers_blocking(Tries::default()).execute().await.unwrap().text, "attempt 3");
    assert_eq!(recovers_stream(Tries::default()).execute().await.unwrap().full_text, "attempt 3");
}

#[tokio::test]
async fn a_stream_behind_an_alias_sends_its_events() {
    let run = Streams { tries: Tries::default(), good: 1 }.execute_streaming();
    let events: Vec<_> = run.filter_map(|event| std::future::ready(event.data().clone())).collect().await;
    let chunk = Token::Chunk { text: "a".to_owned() };
    assert_eq!(events, [chunk, Token::Done { full_text: "1".to_owned() }]);
}
