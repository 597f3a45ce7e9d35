//! Which files a run has.

use crate::{ArtifactRecord, BoxFuture};
use std::fmt;

/// The list of a run's files, which is in its log.
pub trait Records: fmt::Debug + Send + Sync + 'static {
    /// What its steps put and took so far, in order.
    fn artifacts(&self) -> BoxFuture<'_, Vec<ArtifactRecord>>;

    /// Adds one to it.
    fn record(&self, artifact: ArtifactRecord) -> BoxFuture<'_, ()>;
}
