//! The list of a run's files.

use crate::log::api::{ArtifactRecord, BoxFuture};
use std::fmt;

/// The list of a run's files, which is usually in the run log.
pub trait Records: fmt::Debug + Send + Sync + 'static {
    /// Returns the files that the steps of the run put and got so far, in order.
    fn artifacts(&self) -> BoxFuture<'_, Vec<ArtifactRecord>>;

    /// Adds a file.
    fn record(&self, artifact: ArtifactRecord) -> BoxFuture<'_, ()>;
}
