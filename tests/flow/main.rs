//! `match`, `if`, `repeat` and `try`: control flow, visible names and events.
use runnable::prelude::*;
use std::fmt;

mod choice;
mod collect;
mod conformance;
mod items;
mod names;
mod race;
mod recovery;
mod repeat;
mod retry;
mod source;
mod timeout;

#[derive(Debug, PartialEq)]
struct Boom(&'static str);
impl fmt::Display for Boom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl std::error::Error for Boom {}

/// Returns the outcome of every step by path, in the order of their ends, and the result of the
/// run.
async fn record<D: runnable::RunData, O, F>(mut run: Run<D, O, F>) -> (Vec<(String, &'static str)>, runnable::Result<O>)
where
    F: Future<Output = runnable::Result<O>>,
{
    let mut ended = vec![];
    while let Some(event) = run.next().await {
        if let (Some(outcome), false) = (event.lifecycle().and_then(Lifecycle::outcome), event.path().is_empty()) {
            ended.push((event.path().to_string(), outcome.name()));
        }
    }
    (ended, run.output().await)
}
