//! Lists runs.

use runnable_store::RunStatus;

/// A run in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClusterRun {
    /// The id.
    pub id: String,
    /// The name of the pipeline.
    pub pipeline: String,
    /// The status: `Running` while the engine has the run, also if it waits for a worker.
    pub status: RunStatus,
}
