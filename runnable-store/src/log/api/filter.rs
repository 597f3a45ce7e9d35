//! The filter of [`RunLog::runs`](crate::RunLog::runs).

use super::status::RunStatus;

/// Selects runs for [`RunLog::runs`](crate::RunLog::runs). The default selects the 100 newest runs.
///
/// # Examples
/// ```
/// use runnable_store::{RunFilter, RunStatus};
///
/// let filter = RunFilter::new().pipeline("digest").status(RunStatus::Failed).limit(10);
/// assert_eq!(filter.limit, 10);
/// assert_eq!(RunFilter::default().limit, RunFilter::DEFAULT_LIMIT);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[must_use]
pub struct RunFilter {
    /// Selects runs of this pipeline.
    pub pipeline: Option<String>,
    /// Selects runs with this status.
    pub status: Option<RunStatus>,
    /// Selects runs with this tag.
    pub tag: Option<String>,
    /// Selects runs that were created before the run with this id. An unknown id selects no run.
    pub before: Option<String>,
    /// The maximum number of runs.
    pub limit: usize,
}

impl RunFilter {
    /// The limit of a new filter: 100 runs.
    pub const DEFAULT_LIMIT: usize = 100;

    /// Selects the 100 newest runs.
    pub fn new() -> Self {
        Self { pipeline: None, status: None, tag: None, before: None, limit: Self::DEFAULT_LIMIT }
    }

    /// Selects only runs of this pipeline.
    pub fn pipeline(mut self, name: impl Into<String>) -> Self {
        self.pipeline = Some(name.into());
        self
    }

    /// Selects only runs with this status.
    pub fn status(mut self, status: RunStatus) -> Self {
        self.status = Some(status);
        self
    }

    /// Selects only runs with this tag.
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }

    /// Selects only runs that were created before the run with this id, as the last run of a page.
    pub fn before(mut self, run_id: impl Into<String>) -> Self {
        self.before = Some(run_id.into());
        self
    }

    /// Sets the maximum number of runs.
    pub fn limit(mut self, runs: usize) -> Self {
        self.limit = runs;
        self
    }
}

impl Default for RunFilter {
    fn default() -> Self {
        Self::new()
    }
}
