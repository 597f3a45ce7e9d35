//! The end of a part of a run.

use runnable::{
    ErrorKind,
    prelude::*,
    store::{StoreError, StoreErrorKind},
};
use serde::{Deserialize, Serialize};
use std::{error::Error as _, fmt::Debug};

/// The end of a part.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum End {
    /// Its run was dropped, or its process was killed.
    Cut,
    /// The part before it was cut just after it had succeeded.
    Over,
    Output(String),
    Failed,
    /// The run may not be resumed.
    Refused(String),
}

/// Runs a part; with `cut`, it is dropped after that many events.
pub(crate) async fn part<D, O, F>(run: impl Future<Output = runnable::Result<Run<D, O, F>>>, cut: Option<u64>) -> End
where
    D: runnable::RunData,
    O: Debug,
    F: Future<Output = runnable::Result<O>>,
{
    match run.await {
        Ok(run) => until(run, cut).await.0,
        Err(error) => ended(error),
    }
}

/// Runs to the end, or until so many events were read.
pub(crate) async fn until<D, O, F>(mut run: Run<D, O, F>, cut: Option<u64>) -> (End, u64)
where
    D: runnable::RunData,
    O: Debug,
    F: Future<Output = runnable::Result<O>>,
{
    let mut events = 0;
    while cut.is_none_or(|cut| events < cut) {
        if run.next().await.is_none() {
            let end = match run.output().await {
                Ok(output) => End::Output(format!("{output:?}")),
                Err(error) => ended(error),
            };
            return (end, events);
        }
        events += 1;
    }
    (End::Cut, events)
}

/// Returns the kind of the first error of a store among the causes.
pub(crate) fn of_store(error: &runnable::Error) -> Option<StoreErrorKind> {
    let mut cause = error.source();
    while let Some(this) = cause {
        if let Some(error) = this.downcast_ref::<StoreError>() {
            return Some(error.kind());
        }
        cause = this.source();
    }
    None
}

pub(crate) fn ended(error: runnable::Error) -> End {
    let changed = matches!(error.kind(), ErrorKind::Changed | ErrorKind::Interrupted);
    if changed || of_store(&error) == Some(StoreErrorKind::Changed) {
        return End::Refused(format!("{:?}: {error:#}", error.kind()));
    }
    if format!("{error:#}").contains("has already succeeded") {
        return End::Over;
    }
    assert_eq!(error.kind(), ErrorKind::Failed, "{error:#}");
    End::Failed
}
