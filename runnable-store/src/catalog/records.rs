//! Which files a run has.

use crate::{ArtifactRecord, Boxed};
use std::fmt;

/// The list of a run's files, which is in its log.
pub trait Records: fmt::Debug + Send + Sync + 'static {
    /// What its steps put and took so far, in order.
    fn artifacts(&self) -> Boxed<'_, Vec<ArtifactRecord>>;

    /// Adds one to it.
    fn record(&self, artifact: ArtifactRecord) -> Boxed<'_, ()>;
}
