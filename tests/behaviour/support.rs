//! Tasks that many tests share, and the guarantees that every reader relies on.
use runnable::{Event, prelude::*};
use std::{collections::HashMap, fmt, time::Duration};
use tokio::time::sleep;

#[derive(Debug, PartialEq)]
pub(crate) struct Boom(pub(crate) &'static str);
impl fmt::Display for Boom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl std::error::Error for Boom {}

#[derive(Debug, Clone, PartialEq, TaskEvent)]
pub(crate) enum Token {
    Chunk { text: String },
    Done { full_text: String },
}

#[task(returns = [full_text])]
pub(crate) fn generate(prompt: String) -> impl Stream<Item = Token> {
    stream! {
        let mut full_text = String::new();
        for word in prompt.split_inclusive(' ') {
            full_text.push_str(word);
            yield Token::Chunk { text: word.to_owned() };
        }
        yield Token::Done { full_text };
    }
}

#[task(returns = [slept])]
pub(crate) async fn nap(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [a])]
pub(crate) async fn nap_a(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [b])]
pub(crate) async fn nap_b(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [c])]
pub(crate) async fn nap_c(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

#[task(returns = [d])]
pub(crate) async fn nap_d(ms: u64) -> u64 {
    sleep(Duration::from_millis(ms)).await;
    ms
}

/// Checks the guarantees that every reader relies on; returns the paths with their outcomes.
pub(crate) fn check<D: std::fmt::Debug>(events: &[Event<D>]) -> HashMap<String, &'static str> {
    let (mut open, mut closed) = (vec![], HashMap::new());
    for (i, event) in events.iter().enumerate() {
        assert_eq!(event.seq(), i as u64 + 1, "seq has a gap");
        let path = event.path().to_string();
        match event.lifecycle() {
            Some(Lifecycle::RunStarted) => assert_eq!(i, 0),
            Some(Lifecycle::RunFinished(_)) => assert_eq!(i, events.len() - 1),
            Some(Lifecycle::StepStarted) => {
                assert!(!open.contains(&path), "{path} opened twice");
                open.push(path);
            }
            Some(Lifecycle::StepFinished(outcome)) => {
                open.retain(|p| *p != path);
                assert!(closed.insert(path, outcome.name()).is_none(), "a step closed twice");
            }
            _ => assert!(open.contains(&path), "{path} sent an event while it was closed"),
        }
    }
    assert!(open.is_empty(), "still open: {open:?}");
    closed
}

/// Returns the number of events of this type.
pub(crate) fn count<D: runnable::WireEvent>(events: &[Event<D>], event_type: &str) -> usize {
    events.iter().filter(|event| event.event_type() == event_type).count()
}
