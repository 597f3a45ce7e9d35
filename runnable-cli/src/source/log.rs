//! Opening a run log, without a runner: no `git` is started.

use super::Source;
use crate::failure::{Code, Failure, Result};
use runnable_runner::RunLogUrl;
use runnable_store::StoreErrorKind;
use std::time::Duration;

/// The time for which a reader waits for a log that cannot be read now. People wait for it.
const PATIENCE: Duration = Duration::from_secs(5);

impl Source {
    /// Opens a run log to read it alone.
    pub(crate) async fn read(url: &RunLogUrl) -> Result<Self> {
        if *url == RunLogUrl::None {
            return Err(no_log());
        }
        url.options().patience(PATIENCE).open_read_only().await.map(Self::from).map_err(|error| {
            // The location is an argument of the command.
            let code = if error.kind() == StoreErrorKind::Invalid { Code::Usage } else { Code::Store };
            Failure { code, ..Failure::unopened(&error) }
        })
    }

    /// Opens a run log that exists for changes.
    pub(crate) async fn write(url: &RunLogUrl) -> Result<Self> {
        drop(Self::read(url).await?);
        let log = url.options().patience(PATIENCE).open().await;
        log.map(Self::from).map_err(|error| Failure::unopened(&error))
    }
}

/// Returns the error of a program without a run log.
pub(crate) fn no_log() -> Failure {
    let help = "write `--log sqlite:runs.db`, or set `url` in the section `[run-log]` of runnable.toml";
    Failure::usage(format!("no run log is configured\nhelp: {help}"))
}
