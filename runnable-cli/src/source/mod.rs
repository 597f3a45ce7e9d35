//! The runs of a log or a service.

use crate::failure::{Code, Failure, Result};
use runnable_graph::__private::did_you_mean;
use runnable_store::{RunFilter, RunLog, RunRecord, RunStatus};
use std::sync::Arc;

/// A place with runs.
#[derive(Debug)]
pub(crate) enum Source {
    Log(Arc<dyn RunLog>),
}

impl From<Arc<dyn RunLog>> for Source {
    fn from(log: Arc<dyn RunLog>) -> Self {
        Self::Log(log)
    }
}

impl Source {
    /// Returns a run by the start of its id, `@last` or `@failed`.
    pub(crate) async fn find(&self, text: &str) -> Result<RunRecord> {
        let Self::Log(log) = self;
        if let Some(run) = log.run(text).await? {
            return Ok(run);
        }
        let newest = match text {
            "@last" => Some(RunFilter::new().limit(1)),
            "@failed" => Some(RunFilter::new().status(RunStatus::Failed).limit(1)),
            _ => None,
        };
        if let Some(filter) = newest {
            let run = log.runs(&filter).await?.into_iter().next();
            return run.ok_or_else(|| Failure::new(Code::NoRun, format!("the run log has no run for `{text}`")));
        }
        let message = format!("the run log has no run `{text}`");
        let runs = log.runs(&RunFilter::new()).await?;
        let help = did_you_mean(text, runs.iter().map(|run| &run.id));
        Err(Failure::new(Code::NoRun, help.map_or(message.clone(), |help| format!("{message}\nhelp: {help}"))))
    }
}

/// Returns the error of a program without a run log.
pub(crate) fn no_log(is_app: bool) -> Failure {
    let config = if is_app { "set `url` in the section `[run-log]` of runnable.toml, or " } else { "" };
    Failure::usage(format!("no run log is configured\nhelp: {config}write `--log sqlite:runs.db`"))
}
