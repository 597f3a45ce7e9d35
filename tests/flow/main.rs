//! `match`, `if`, `repeat` and `try`: which chain runs, what is visible after it, and what its events say.
use runnable::prelude::*;
use std::fmt;

mod choice;
mod conformance;
mod names;
mod recovery;
mod repeat;

#[derive(Debug, PartialEq)]
struct Boom(&'static str);
impl fmt::Display for Boom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl std::error::Error for Boom {}

/// How every step of a run ended, by path, in the order in which they ended; and whether the run succeeded.
async fn record<D: runnable::__private::RunData, O, F>(
    mut run: Run<D, O, F>,
) -> (Vec<(String, &'static str)>, runnable::Result<O>)
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
