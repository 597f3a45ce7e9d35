//! The filter of [`RunLog::runs`](crate::RunLog::runs).

use super::{run::RunRecord, status::RunStatus};
use crate::time::whole_millis;
use std::time::SystemTime;

/// Selects runs for [`RunLog::runs`](crate::RunLog::runs). The default selects the 100 newest runs.
///
/// # Examples
/// ```
/// use runnable_store::{RunFilter, RunStatus};
///
/// let filter = RunFilter::new().pipeline("digest").status(RunStatus::Failed).status(RunStatus::Interrupted).limit(10);
/// assert_eq!(filter.limit, 10);
/// assert_eq!(RunFilter::default().limit, RunFilter::DEFAULT_LIMIT);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[must_use]
pub struct RunFilter {
    /// Selects runs of this pipeline.
    pub pipeline: Option<String>,
    /// Selects runs with one of these statuses. An empty list selects runs with any status.
    pub statuses: Vec<RunStatus>,
    /// Selects runs with this tag.
    pub tag: Option<String>,
    /// Selects runs that started at this time or later. Logs keep milliseconds.
    pub since: Option<SystemTime>,
    /// Selects runs that started before this time. Logs keep milliseconds.
    pub until: Option<SystemTime>,
    /// Selects runs whose id begins with this text.
    pub id_prefix: Option<String>,
    /// Selects runs that follow the run with this id in the list. An unknown id selects no run.
    pub before: Option<String>,
    /// The maximum number of runs.
    pub limit: usize,
}

impl RunFilter {
    /// The limit of a new filter: 100 runs.
    pub const DEFAULT_LIMIT: usize = 100;

    /// Selects the 100 newest runs.
    pub fn new() -> Self {
        Self {
            pipeline: None,
            statuses: Vec::new(),
            tag: None,
            since: None,
            until: None,
            id_prefix: None,
            before: None,
            limit: Self::DEFAULT_LIMIT,
        }
    }

    /// Selects only runs of this pipeline.
    pub fn pipeline(mut self, name: impl Into<String>) -> Self {
        self.pipeline = Some(name.into());
        self
    }

    /// Selects only runs with this status, or with another status that was given before.
    pub fn status(mut self, status: RunStatus) -> Self {
        if !self.statuses.contains(&status) {
            self.statuses.push(status);
        }
        self
    }

    /// Selects only runs with this tag.
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// Selects only runs that started at this time or later.
    pub fn since(mut self, time: SystemTime) -> Self {
        self.since = Some(time);
        self
    }

    /// Selects only runs that started before this time.
    pub fn until(mut self, time: SystemTime) -> Self {
        self.until = Some(time);
        self
    }

    /// Selects only runs whose id begins with this text.
    pub fn id_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.id_prefix = Some(prefix.into());
        self
    }

    /// Selects only runs that follow the run with this id in the list: the next page after its last run.
    pub fn before(mut self, run_id: impl Into<String>) -> Self {
        self.before = Some(run_id.into());
        self
    }

    /// Sets the maximum number of runs.
    pub fn limit(mut self, runs: usize) -> Self {
        self.limit = runs;
        self
    }

    /// Returns whether the filter selects runs with this status.
    #[must_use]
    pub fn selects(&self, status: RunStatus) -> bool {
        self.statuses.is_empty() || self.statuses.contains(&status)
    }

    /// Returns whether the filter selects a run, regardless of `before` and `limit`.
    #[must_use]
    pub fn matches(&self, run: &RunRecord) -> bool {
        self.selects(run.status)
            && self.pipeline.as_ref().is_none_or(|pipeline| run.pipeline == *pipeline)
            && self.tag.as_ref().is_none_or(|tag| run.tag.as_ref() == Some(tag))
            && self.since.is_none_or(|since| run.started >= whole_millis(since))
            && self.until.is_none_or(|until| run.started < whole_millis(until))
            && self.id_prefix.as_ref().is_none_or(|prefix| run.id.starts_with(prefix))
    }
}

impl Default for RunFilter {
    fn default() -> Self {
        Self::new()
    }
}
